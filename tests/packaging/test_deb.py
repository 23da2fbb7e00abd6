"""The Debian package, laid out from a stand-in for the bundle, and the icons that go into it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2] / "packaging"))

import deb
import icons

DRAWING = deb.ROOT / "resources" / "integration" / "whatholds.svg"


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("icons")
    icons.draw_all(DRAWING, folder)
    return folder


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    folder = tmp_path / "bundle"
    (folder / "_internal").mkdir(parents=True)
    program = folder / "whatholds"
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    return folder


def test_the_icon_is_drawn_for_every_desktop(drawn: Path) -> None:
    assert (drawn / "48.png").read_bytes().startswith(b"\x89PNG")
    assert (drawn / "whatholds.ico").read_bytes()[:6] == bytes([0, 0, 1, 0, len(icons.WINDOWS), 0])
    assert (drawn / "whatholds.icns").read_bytes().startswith(b"icns")


@pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="dpkg-deb is Debian's")
def test_the_package_holds_the_program_its_link_and_its_menu_entry(
    bundle: Path, drawn: Path, tmp_path: Path
) -> None:
    package = deb.build_deb(bundle, drawn, "1.2.3", tmp_path)

    listed = subprocess.run(["dpkg-deb", "-c", package], check=True, capture_output=True, text=True).stdout
    assert "-rwxr-xr-x root/root" in next(
        line for line in listed.splitlines() if "/opt/whatholds/whatholds" in line
    )
    assert "./usr/bin/whatholds -> /opt/whatholds/whatholds" in listed
    for path in ("applications/whatholds.desktop", "mime/packages/whatholds.xml", "doc/whatholds/copyright"):
        assert f"./usr/share/{path}\n" in listed
    assert "./usr/share/icons/hicolor/48x48/apps/whatholds.png\n" in listed


@pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="dpkg-deb is Debian's")
def test_the_package_asks_for_the_libraries_of_a_window(bundle: Path, drawn: Path, tmp_path: Path) -> None:
    package = deb.build_deb(bundle, drawn, "1.2.3", tmp_path)

    told = subprocess.run(["dpkg-deb", "-f", package], check=True, capture_output=True, text=True).stdout
    assert "Version: 1.2.3\n" in told
    assert "libxcb-cursor0" in told
    assert "libglib2.0-0t64 | libglib2.0-0" in told
    assert "python" not in told.lower().replace("brings python", "")
