"""Scenario files on the disk: whole or not at all, and a sentence for what cannot be read."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from models.schema.problem import Refused
from models.schema.scenario import Unplaced, with_credence, with_set_aside
from models.store.scenarios import MAX_BYTES, case_reference, load, save
from tests.models.store.examples import BASELINE, CASE


def test_a_scenario_is_saved_to_a_file_and_read_from_it(tmp_path: Path) -> None:
    scenario = with_set_aside(CASE, with_credence(CASE, BASELINE, "dry-banks", 0.1), "paid", True)
    file = tmp_path / "a.scenario.json"

    save(file, scenario)

    assert load(file, CASE).scenario == scenario
    assert case_reference(file) == scenario.case


def test_saving_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.json", "b.json")]

    for file in files:
        save(file, BASELINE)

    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_scenario_too_long_to_be_read_again_is_not_saved(tmp_path: Path) -> None:
    long = "기" * 20_000
    kept = tuple(Unplaced(section="notes", id=f"n{number}", value=long) for number in range(100))

    with pytest.raises(Refused, match="too long to be saved"):
        save(tmp_path / "a.json", replace(BASELINE, unplaced=kept))

    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_the_saved_scenario_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.json"
    save(file, BASELINE)
    before = file.read_bytes()

    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(Refused, match="The disk is full"):
        save(file, replace(BASELINE, title="another"))

    assert file.read_bytes() == before


def test_a_file_of_100_megabytes_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "huge.json"
    with file.open("wb") as stream:
        stream.truncate(100_000_000)

    with pytest.raises(Refused, match=f"more than {MAX_BYTES // 1_000_000} MB"):
        load(file, CASE)


def test_a_folder_is_no_scenario(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="a folder"):
        case_reference(tmp_path)


def test_a_file_without_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.json"
    save(file, BASELINE)

    def fail(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(Refused, match="Permission is missing"):
        load(file, CASE)
