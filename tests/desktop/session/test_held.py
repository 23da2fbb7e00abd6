"""Locks that a crash left beside files are taken away by the next start, and no others."""

import os
import subprocess
import sys
from pathlib import Path

from desktop.session.locks import OpenFile, lock_path, take_away_left

CRASH = (
    "import os, sys; from pathlib import Path; from desktop.session.locks import OpenFile; "
    "lock = OpenFile(Path(sys.argv[2])); lock.take(Path(sys.argv[1])); os._exit(9)"
)


def _crashed(path: Path, notes: Path) -> None:
    subprocess.run([sys.executable, "-c", CRASH, str(path), str(notes)], check=False)
    assert lock_path(path).exists()


def test_the_lock_of_a_crashed_window_is_taken_away(tmp_path: Path) -> None:
    path, notes = tmp_path / "day, 1 한국.workshop.json", tmp_path / "notes"
    _crashed(path, notes)

    take_away_left(notes)

    assert [*tmp_path.iterdir()] == [notes]
    assert [*notes.iterdir()] == []


def test_the_lock_of_a_window_that_runs_stays(tmp_path: Path) -> None:
    path, notes = tmp_path / "day.workshop.json", tmp_path / "notes"
    lock = OpenFile(notes)
    lock.take(path)

    take_away_left(notes)

    assert lock_path(path).exists()
    assert len([*notes.iterdir()]) == 1
    lock.release()
    assert [*tmp_path.iterdir()] == [notes]
    assert [*notes.iterdir()] == []


def test_a_lock_on_a_disk_that_is_away_is_taken_away_once_it_is_back(tmp_path: Path) -> None:
    stick, away, notes = tmp_path / "stick", tmp_path / "away", tmp_path / "notes"
    stick.mkdir()
    _crashed(stick / "day.workshop.json", notes)
    stick.rename(away)

    take_away_left(notes)
    away.rename(stick)
    take_away_left(notes)

    assert [*stick.iterdir()] == [*notes.iterdir()] == []


def test_a_note_of_what_is_no_lock_removes_nothing(tmp_path: Path) -> None:
    notes, mine = tmp_path / "notes", tmp_path / "mine.json"
    notes.mkdir()
    mine.write_text("{}", encoding="utf-8")
    (notes / "1.held").write_bytes(os.fsencode(mine))
    (notes / "2.held").write_bytes(b"\xff\0")

    take_away_left(notes)

    assert mine.exists()
    assert not (notes / "1.held").exists()


def test_a_folder_that_is_not_there_is_no_error(tmp_path: Path) -> None:
    take_away_left(tmp_path / "missing")
