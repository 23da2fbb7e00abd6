"""What a watched folder holds that cannot be used: refused with a reason, or passed over."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from models.schema.problem import Refused
from models.store import workshops
from models.store.inbox import MAX_FILES, Inbox, Refusal, Seen, arrival
from models.store.scenarios import MAX_BYTES, dump
from tests.models.store.examples import BASELINE, CASE, TABLES, written
from tests.models.store.inbox.folder import ELSEWHERE, NOON, SECOND, TABLE, look, put


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (dump(TABLE)[:400], "The file ends in the middle: it was cut short."),
        ("", "The file is empty."),
        ('{"colour": red}', "The file is not valid JSON: expecting value."),
        ("[1]", "This is not a scenario file."),
        (ELSEWHERE, "The scenario is for the case dprk-lessons, not for bridge."),
        (written(schema=9), "A newer version of WhatHolds wrote this file (schema 9; this one knows 2)."),
        (written(reading="some"), "`reading` cannot be “some”."),
        (workshops.dump(BASELINE, TABLES), "This is not a scenario file but a workshop."),
        ("x" * (MAX_BYTES + 1), "The file is too large for a scenario: more than 5 MB."),
    ],
    ids=["half", "empty", "broken", "foreign", "elsewhere", "newer", "wrong", "workshop", "large"],
)
def test_what_cannot_be_used_is_refused_with_a_reason(tmp_path: Path, content: str, reason: str) -> None:
    put(tmp_path, content)

    found = look(tmp_path)

    assert found.refusals == (Refusal("a.scenario.json", reason),)
    assert (found.arrivals, found.pending) == ((), ())


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = put(tmp_path, "")
    file.write_bytes(b"\xff\xfe\x00")
    os.utime(file, ns=(NOON - SECOND, NOON - SECOND))

    assert look(tmp_path).refusals[0].reason == "The file is not UTF-8 text."


def test_a_refusal_stands_until_the_file_changes(tmp_path: Path) -> None:
    put(tmp_path, dump(TABLE)[:400])
    first = look(tmp_path)
    second = look(tmp_path, first.seen)
    put(tmp_path, TABLE, age=30 * SECOND)

    third = look(tmp_path, look(tmp_path, second.seen).seen)

    assert second.refusals == first.refusals
    assert (third.refusals, len(third.arrivals)) == ((), 1)


def test_a_scenario_that_was_damaged_and_mended_is_no_news(tmp_path: Path) -> None:
    known: Mapping[str, Seen] = {}
    arrivals = 0
    for step, content in enumerate([dump(TABLE), "{", dump(TABLE)]):
        put(tmp_path, content, age=(60 - step) * SECOND)
        for _ in range(2):
            found = look(tmp_path, known)
            known, arrivals = found.seen, arrivals + len(found.arrivals)

    assert arrivals == 1


def test_a_file_too_large_is_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "huge.json").open("wb") as stream:
        stream.truncate(100_000_000)
    monkeypatch.setattr(os, "open", None)

    assert "too large" in look(tmp_path).refusals[0].reason


def test_a_file_that_another_program_holds_is_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, TABLE)
    with monkeypatch.context() as held:
        held.setattr(os, "open", _held)
        first = look(tmp_path)

    second = look(tmp_path, first.seen)

    assert first.refusals[0].reason == "The file cannot be read. Permission is missing."
    assert (second.refusals, len(second.arrivals)) == ((), 1)


def _held(*_: object) -> int:
    raise PermissionError(13, "held")


@pytest.mark.parametrize("name", ["a.txt", "a.json.tmp", ".a.json", "~$a.json", "a.scenario.json~"])
def test_hidden_temporary_and_other_files_are_ignored(tmp_path: Path, name: str) -> None:
    put(tmp_path, TABLE, name)

    assert look(tmp_path) == Inbox()


def test_only_ordinary_files_in_the_folder_itself_are_looked_at(tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    (folder / "sub.json").mkdir(parents=True)
    put(folder / "sub.json", TABLE)
    (folder / "link.json").symlink_to(put(tmp_path, TABLE))
    os.mkfifo(folder / "pipe.json")

    assert look(folder) == Inbox()


def test_a_name_of_odd_bytes_is_told_as_text(tmp_path: Path) -> None:
    put(tmp_path, TABLE, os.fsdecode(b"t\xff.json"))

    (arrived,) = look(tmp_path).arrivals

    assert arrived.file == "t\N{REPLACEMENT CHARACTER}.json"


def test_no_more_than_so_many_files_are_looked_at_and_it_says_so(tmp_path: Path) -> None:
    for number in range(MAX_FILES + 2):
        put(tmp_path, "", f"{number:04}.json")

    found = look(tmp_path)

    assert len(found.seen) == MAX_FILES
    assert found.refusals[-1].reason == "The folder has 502 files; only the first 500 by name are looked at."


@pytest.mark.parametrize("name", ["missing", "file"])
def test_a_folder_that_cannot_be_read_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(Refused, match="The folder cannot be read"):
        look(tmp_path / name)


def test_a_chosen_file_that_cannot_be_used_is_refused_by_its_name(tmp_path: Path) -> None:
    file = put(tmp_path, ELSEWHERE)

    with pytest.raises(Refused) as refused:
        arrival(file, CASE)

    assert refused.value.problems[0].file == "a.scenario.json"
