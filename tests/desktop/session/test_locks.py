"""Locks: the second window is told who has a file, and nothing is left behind."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Timer

import pytest
from PySide6.QtCore import QLockFile, QSysInfo

from desktop.session import locks
from desktop.session.locks import Holder, OpenFile, lock_path

ASK = (
    "import sys; from pathlib import Path; from desktop.session.locks import OpenFile; "
    "print(OpenFile().take(Path(sys.argv[1])))"
)
CRASH = (
    "import os, sys; from pathlib import Path; from desktop.session.locks import OpenFile; "
    "lock = OpenFile(); lock.take(Path(sys.argv[1])); os._exit(9)"
)


def asked_elsewhere(path: Path) -> str:
    """What another process is told about the file."""
    done = subprocess.run(
        [sys.executable, "-c", ASK, str(path)], capture_output=True, text=True, check=True, timeout=30
    )
    return done.stdout.strip()


def crash_with(path: Path) -> None:
    """A process that ends without letting go of the file."""
    subprocess.run([sys.executable, "-c", CRASH, str(path)], check=False)


def test_a_second_window_is_told_who_has_the_file(tmp_path: Path) -> None:
    path = tmp_path / "day.workshop.json"
    lock = OpenFile()
    lock.take(path)

    told = asked_elsewhere(path)

    assert told == f"{lock_path(path).owner()} on {QSysInfo.machineHostName()}"
    lock.release()


def test_a_file_that_is_let_go_of_is_free(tmp_path: Path) -> None:
    path = tmp_path / "day.workshop.json"
    lock = OpenFile()
    lock.take(path)

    lock.release()

    assert asked_elsewhere(path) == "None"
    assert list(tmp_path.iterdir()) == []


def test_a_lock_that_is_being_taken_away_as_left_behind_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "day.workshop.json"
    tidying = QLockFile(str(lock_path(path)))
    assert tidying.tryLock(0)
    later = Timer(0.05, tidying.unlock)
    later.start()

    lock = OpenFile()
    assert lock.take(path) is None

    later.join()
    assert OpenFile().take(path) is not None
    lock.release()


def test_taking_another_file_lets_go_of_the_first(tmp_path: Path) -> None:
    lock = OpenFile()
    lock.take(tmp_path / "one.json")

    lock.take(tmp_path / "two.json")

    assert not lock_path(tmp_path / "one.json").exists()
    lock.release()


def test_the_lock_of_a_crashed_window_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "day.workshop.json"
    lock = OpenFile()

    crash_with(path)

    assert lock_path(path).exists()
    assert lock.take(path) is None
    lock.release()


def test_the_lock_of_a_crashed_window_is_tried_again_while_another_takes_it_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "day.workshop.json"
    crash_with(path)
    removing = QLockFile(f"{lock_path(path)}.rmlock")  # Qt's own, so that no two remove a lock at once
    assert removing.tryLock(0)

    class Meanwhile(QLockFile):
        def tryLock(self, timeout: int = 0) -> bool:  # noqa: N802
            if timeout:
                removing.unlock()
            return super().tryLock(timeout)

    monkeypatch.setattr(locks, "QLockFile", Meanwhile)
    lock = OpenFile()

    assert lock.take(path) is None
    lock.release()


def test_a_folder_that_cannot_be_written_counts_as_free(tmp_path: Path) -> None:
    lock = OpenFile()

    assert lock.take(tmp_path / "missing" / "day.workshop.json") is None


def test_a_holder_is_told_with_what_is_known() -> None:
    assert str(Holder("ana", "laptop-3")) == "ana on laptop-3"
    assert str(Holder("", "laptop-3")) == "laptop-3"


@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir], ids=["pipe", "folder"])
def test_what_is_no_lock_is_never_waited_on_and_stays(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "day.workshop.json"
    make(lock_path(path))

    assert asked_elsewhere(path) == "None"
    assert lock_path(path).exists()
