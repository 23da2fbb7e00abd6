"""A case that a session kept is left behind once that runs no more, whoever has its number by then."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from models.authoring import keeping
from models.authoring.passages import Passages
from tests.models.authoring.examples import CASE


def kept_by(folder: Path, process: int, started: str) -> None:
    """A file that a session of that number kept."""
    keeping.keep(folder, folder / "ice.yaml", CASE, Passages(), CASE)
    (own,) = folder.glob(f"*{keeping.ENDING}")
    text = own.read_text(encoding="utf-8").replace(f'"process": {os.getpid()}', f'"process": {process}')
    own.unlink()
    kept = folder / f"{process}-1{keeping.ENDING}"
    kept.write_text(re.sub('"started": "[^"]*"', f'"started": "{started}"', text), encoding="utf-8")


def test_what_this_session_keeps_is_not_left_behind(tmp_path: Path) -> None:
    keeping.keep(tmp_path, tmp_path / "ice.yaml", CASE, Passages(), CASE)

    assert keeping.abandoned(tmp_path) == ()


@pytest.mark.parametrize("number", [os.getpid, os.getppid])
def test_what_was_kept_is_left_behind_though_its_number_runs_again(
    number: Callable[[], int], tmp_path: Path
) -> None:
    kept_by(tmp_path, number(), "1")

    assert [one.path for one in keeping.abandoned(tmp_path)] == [tmp_path / "ice.yaml"]


def test_what_a_file_of_an_earlier_version_keeps_is_read(tmp_path: Path) -> None:
    kept_by(tmp_path, 4194304, "")
    (kept,) = tmp_path.glob(f"*{keeping.ENDING}")
    kept.write_text(kept.read_text(encoding="utf-8").replace('  "started": "",\n', ""), encoding="utf-8")

    assert len(keeping.abandoned(tmp_path)) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="the system tells of such processes in /proc")
def test_a_process_that_has_ended_and_was_not_asked_how_runs_no_more(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    os.waitid(os.P_PID, ended.pid, os.WEXITED | os.WNOWAIT)
    kept_by(tmp_path, ended.pid, "")

    found = keeping.abandoned(tmp_path)
    ended.wait()

    assert len(found) == 1
