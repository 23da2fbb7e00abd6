"""The wheel: that it brings nothing which another package could be called, and that it runs far from the source."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this source."""
    folder = tmp_path_factory.mktemp("wheel")
    return Path(next(WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as an installer lays it out, beside packages of others with the names of our folders."""
    folder = tmp_path_factory.mktemp("site-packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    for name in ("desktop", "models", "resources"):
        (folder / f"{name}.py").write_text("raise ImportError('of somebody else')\n", encoding="utf-8")
    return folder


def _run(installed: Path, words: list[str], cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    code = "import sys; from whatholds_start import main; main()"
    environment = {**os.environ, "PYTHONPATH": str(installed), **more}
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_only_names_of_its_own_come_to_lie_among_the_packages(wheel: Path) -> None:
    names = {Path(name).parts[0] for name in zipfile.ZipFile(wheel).namelist()}

    assert {name for name in names if not name.endswith(".dist-info")} == {
        "whatholds_private",
        "whatholds_start.py",
    }


def test_everything_that_is_kept_in_the_source_is_in_it(wheel: Path) -> None:
    kept = {
        path.relative_to(ROOT).as_posix()
        for folder in ("desktop", "models", "resources")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.parent.name != "__pycache__"
    }

    packed = set(zipfile.ZipFile(wheel).namelist())

    assert {name for name in kept if f"whatholds_private/{name}" not in packed} == set()


def test_a_command_is_answered_beside_packages_of_the_same_names(installed: Path, tmp_path: Path) -> None:
    done = _run(installed, ["evaluate", "--set", "A3=fails"], tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert "10 of 11" in done.stdout


def test_a_sheet_is_set_from_it(installed: Path, tmp_path: Path) -> None:
    done = _run(installed, ["brief", "-o", "sheet.pdf"], tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
