"""Packs the bundle as a Debian package: in /opt, with a link in /usr/bin, the menu entry and the kinds of files."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
from desktop.base.integration import PLACES  # noqa: E402

# What Qt takes from the system. Those with two names have the first since Debian 13 and Ubuntu 24.04.
DEPENDS = (
    "libc6 (>= 2.36)",
    "libstdc++6",
    "libgcc-s1",
    "zlib1g",
    "libgl1",
    "libegl1",
    "libglib2.0-0t64 | libglib2.0-0",
    "libdbus-1-3",
    "libfontconfig1",
    "libgssapi-krb5-2",
    "libfreetype6",
    "libx11-6",
    "libx11-xcb1",
    "libxrender1",
    "libxkbcommon0",
    "libxkbcommon-x11-0",
    "libxcb1",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-shm0",
    "libxcb-sync1",
    "libxcb-xfixes0",
    "libxcb-xkb1",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "libcups2t64 | libcups2",
)
CONTROL = """\
Package: whatholds
Version: {version}
Architecture: {architecture}
Maintainer: The authors of WhatHolds <whatholds@localhost>
Section: misc
Priority: optional
Installed-Size: {size}
Depends: {depends}
Recommends: cups-client, desktop-file-utils, fonts-noto-core, shared-mime-info, xdg-desktop-portal
Description: see which recommendations still hold when assumptions fail
 Say of each assumption under a piece of advice that it holds, fails or is
 uncertain, and see which recommendations still hold, why, and what would
 change that. For workshops with a laptop, a projector and no network.
 .
 Brings Python, Qt and all else that it needs but the system's own graphics
 libraries.
"""
COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

Files: *
Copyright: The authors of WhatHolds
License: Expat
{licence}
Comment: About WhatHolds names every library that is in /opt/whatholds with its licence.
"""


def build_deb(bundle: Path, icons: Path, version: str, folder: Path) -> Path:
    """The package, in this folder; needs dpkg-deb."""
    architecture = _asked("dpkg", "--print-architecture")
    tree = folder / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    lay_out(tree, bundle, icons, version, architecture)
    package = folder / f"whatholds_{version}_{architecture}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "-z3", "--build", tree, package], check=True, stdout=2
    )
    shutil.rmtree(tree)
    return package


def lay_out(tree: Path, bundle: Path, icons: Path, version: str, architecture: str) -> None:
    """All files of the package, where they will stand."""
    shutil.copytree(bundle, tree / "opt" / "whatholds", symlinks=True)
    (tree / "usr" / "bin").mkdir(parents=True)
    (tree / "usr" / "bin" / "whatholds").symlink_to("/opt/whatholds/whatholds")
    share = tree / "usr" / "share"
    for name, place in PLACES.items():
        _copy(ROOT / "resources" / "integration" / name, share / place / name)
    for drawn in icons.glob("*.png"):
        _copy(drawn, share / "icons" / "hicolor" / f"{drawn.stem}x{drawn.stem}" / "apps" / "whatholds.png")
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    indented = "\n".join(f" {line}" if line else " ." for line in licence.splitlines())
    _write(share / "doc" / "whatholds" / "copyright", COPYRIGHT.format(licence=indented))
    size = sum(path.stat().st_size for path in tree.rglob("*") if path.is_file()) // 1024
    told = {"version": version, "architecture": architecture, "size": size, "depends": ", ".join(DEPENDS)}
    _write(tree / "DEBIAN" / "control", CONTROL.format(**told))


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _asked(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
