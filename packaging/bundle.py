"""Builds the bundle for this machine's system, starts it, and packs it: `./whatholds bundle`.

Everything it makes is in build/ and dist/.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parents[1]
BUILD, DIST = ROOT / "build", ROOT / "dist"
BUNDLE = DIST / "whatholds"


def main() -> None:
    """Each step in turn; the first that fails ends it."""
    from deb import build_deb
    from icons import draw_all
    from trial import try_bundle

    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    _tell("Drawing the icons.")
    draw_all(ROOT / "resources" / "integration" / "whatholds.svg", BUILD / "icons")
    _tell("Building the bundle; this takes a minute or two.")
    _run(
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
        *("--workpath", BUILD, "--distpath", DIST, ROOT / "packaging" / "whatholds.spec"),
    )
    write_bill(BUNDLE / "whatholds.cdx.json")
    _tell("Starting it: commands, sheet, map, hand-out, slides, workbook, window, a second start.")
    try_bundle(BUNDLE / ("whatholds.exe" if sys.platform == "win32" else "whatholds"))
    size = sum(path.stat().st_size for path in BUNDLE.rglob("*") if path.is_file() and not path.is_symlink())
    _tell(f"It runs: {BUNDLE}, {size / 1e6:.0f} MB.")
    if shutil.which("dpkg-deb"):
        package = build_deb(BUNDLE, BUILD / "icons", version, DIST)
        _tell(f"Packed: {package}, {package.stat().st_size / 1e6:.0f} MB.")


def write_bill(path: Path) -> None:
    """The bill of materials (CycloneDX 1.5): what of the lock file is bundled."""
    uv = Path(sys.executable).with_name("uv.exe" if sys.platform == "win32" else "uv")
    _run(
        *(uv if uv.exists() else "uv", "export", "--locked", "--no-dev", "--format", "cyclonedx1.5"),
        *("--quiet", "--output-file", path),
    )
    bill = without_absent(json.loads(path.read_text(encoding="utf-8")))
    path.write_text(json.dumps(bill, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def without_absent(bill: dict[str, Any]) -> dict[str, Any]:
    """The bill less what other Pythons and systems would have: the lock file may name two versions of a library."""
    here = {(_plain(one.name), one.version) for one in distributions()}
    bundled = [one for one in bill["components"] if (_plain(one["name"]), one["version"]) in here]
    known = {one["bom-ref"] for one in bundled} | {bill["metadata"]["component"]["bom-ref"]}
    needed = [
        {**one, "dependsOn": [ref for ref in one.get("dependsOn", ()) if ref in known]}
        for one in bill["dependencies"]
        if one["ref"] in known
    ]
    return {**bill, "components": bundled, "dependencies": needed}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _run(*command: str | Path) -> None:
    subprocess.run(command, check=True, cwd=ROOT, stdout=sys.stderr)


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        main()
    except Exception as error:
        sys.exit(f"The bundle was not made: {error}")
