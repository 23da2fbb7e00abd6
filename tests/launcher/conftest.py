"""A folder of its own for each test, in which nothing is set up yet."""

import shutil
from pathlib import Path

import pytest

from tests.launcher.checkout import ROOT, STAND_INS, Checkout


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    stand_ins = tmp_path / "bin"
    stand_ins.mkdir()
    for name, text in STAND_INS.items():
        (stand_ins / name).write_text(text)
        (stand_ins / name).chmod(0o755)
    place = tmp_path / "a folder with spaces"
    (place / ".ci").mkdir(parents=True)
    for name in ("whatholds", ".ci/run", "pyproject.toml", "uv.lock"):
        shutil.copy(ROOT / name, place / name)
    return Checkout(place, stand_ins)
