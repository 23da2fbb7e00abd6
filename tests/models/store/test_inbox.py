"""What arrives in a watched folder: whole scenarios of this case, each content once, and nothing else."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from models.schema.analysis import Withdrawn
from models.schema.grades import Stance
from models.schema.problem import Refused
from models.schema.scenario import Scenario, baseline_scenario, revised, with_stances
from models.store import workshops
from models.store.cases import load_embedded
from models.store.inbox import MAX_FILES, Inbox, Refusal, Seen, arrival, scan
from models.store.scenarios import MAX_BYTES, dump
from tests.models.store.examples import BASELINE, CASE, TABLES, written

NOON = 1_800_000_000_000_000_000
SECOND = 1_000_000_000
TABLE = revised(BASELINE, group="Table 1")
MOVED = with_stances(TABLE, {"dry-banks": Stance.FAILS})
ELSEWHERE = dump(baseline_scenario(load_embedded()))


def put(folder: Path, content: Scenario | str, name: str = "a.scenario.json", age: int = 60 * SECOND) -> Path:
    """A file in the folder that was last written some time before noon."""
    file = folder / name
    file.write_text(content if isinstance(content, str) else dump(content), encoding="utf-8")
    os.utime(file, ns=(NOON - age, NOON - age))
    return file


def look(folder: Path, known: Mapping[str, Seen] | None = None, after: int = 0) -> Inbox:
    """A look into the folder some time after noon."""
    return scan(folder, CASE, known or {}, now=lambda: NOON + after)


def test_a_tables_scenario_arrives_under_its_groups_name(tmp_path: Path) -> None:
    put(tmp_path, TABLE)

    (arrived,) = look(tmp_path).arrivals

    assert (arrived.file, arrived.group, arrived.scenario) == ("a.scenario.json", "Table 1", TABLE)
    assert (len(arrived.digest), arrived.problems) == (64, ())


@pytest.mark.parametrize(
    ("group", "title", "file", "called"),
    [
        (" Table\n 1 ", "Ours", "a.scenario.json", "Table 1"),
        ("", "Ours", "a.scenario.json", "Ours"),
        (" ", " ", "table 1.2.scenario.json", "table 1.2"),
        ("", "", "Blue.JSON", "Blue"),
        ("x" * 200, "", "a.json", "x" * 80),
    ],
)
def test_a_group_is_called_by_its_name_else_its_title_else_its_file(
    tmp_path: Path, group: str, title: str, file: str, called: str
) -> None:
    put(tmp_path, revised(BASELINE, group=group, title=title), file)

    (arrived,) = look(tmp_path).arrivals

    assert arrived.group == called


def test_what_has_arrived_does_not_arrive_again(tmp_path: Path) -> None:
    put(tmp_path, TABLE)
    first = look(tmp_path)

    assert look(tmp_path, first.seen) == Inbox(seen=first.seen)


def test_a_file_that_was_only_touched_does_not_arrive_again(tmp_path: Path) -> None:
    put(tmp_path, TABLE)
    first = look(tmp_path)
    put(tmp_path, TABLE, age=30 * SECOND)

    second = look(tmp_path, first.seen)
    third = look(tmp_path, second.seen)

    assert second.pending == ("a.scenario.json",)
    assert (third.arrivals, third.pending) == ((), ())


def test_a_changed_file_arrives_again_once_it_rests(tmp_path: Path) -> None:
    put(tmp_path, TABLE)
    first = look(tmp_path)
    put(tmp_path, MOVED, age=30 * SECOND)

    second = look(tmp_path, first.seen)
    third = look(tmp_path, second.seen)

    assert (second.arrivals, second.refusals) == ((), ())
    assert [arrived.scenario for arrived in third.arrivals] == [MOVED]


@pytest.mark.parametrize("age", [0, SECOND // 4, -SECOND])
def test_a_file_written_just_now_is_left_for_the_next_look(tmp_path: Path, age: int) -> None:
    put(tmp_path, TABLE, age=age)

    first = look(tmp_path)
    second = look(tmp_path, first.seen, after=SECOND // 2)

    assert (first.arrivals, first.refusals, first.pending) == ((), (), ("a.scenario.json",))
    assert len(second.arrivals) == 1


def test_a_file_that_keeps_changing_is_never_read(tmp_path: Path) -> None:
    known: Mapping[str, Seen] = {}
    for tenth in range(20):
        moment = tenth * SECOND // 10
        put(tmp_path, written()[: 100 + tenth], age=-moment)
        found = look(tmp_path, known, after=moment)
        known = found.seen

        assert (found.arrivals, found.refusals, found.pending) == ((), (), ("a.scenario.json",))


def test_a_file_that_changes_while_it_is_read_is_left_for_the_next_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, TABLE)
    opened = os.open

    def changing(path: Path, flags: int) -> int:
        put(tmp_path, MOVED, age=0)
        return opened(path, flags)

    monkeypatch.setattr(os, "open", changing)

    found = look(tmp_path)

    assert (found.arrivals, found.refusals, found.pending) == ((), (), ("a.scenario.json",))


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


def test_a_deleted_file_is_forgotten(tmp_path: Path) -> None:
    file = put(tmp_path, TABLE)
    first = look(tmp_path)
    file.unlink()

    second = look(tmp_path, first.seen)
    put(tmp_path, TABLE)

    assert second == Inbox()
    assert len(look(tmp_path, second.seen).arrivals) == 1


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


def test_remarks_on_a_scenario_come_with_it(tmp_path: Path) -> None:
    put(tmp_path, written(notes={"gone": "text"}))

    (arrived,) = look(tmp_path).arrivals

    assert arrived.problems[0].file == "a.scenario.json"
    assert "no statement or rule gone" in arrived.problems[0].what


def test_a_look_can_be_withdrawn_between_two_files(tmp_path: Path) -> None:
    put(tmp_path, TABLE)

    def tick() -> None:
        raise Withdrawn

    with pytest.raises(Withdrawn):
        scan(tmp_path, CASE, {}, tick)


@pytest.mark.parametrize("name", ["missing", "file"])
def test_a_folder_that_cannot_be_read_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(Refused, match="The folder cannot be read"):
        look(tmp_path / name)


def test_a_look_at_200_files_of_which_none_changed_only_asks_for_their_dates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(200):
        put(tmp_path, TABLE if number % 4 else "{", f"{number}.json")
    first = look(tmp_path)
    monkeypatch.setattr(os, "open", None)

    second = look(tmp_path, first.seen)

    assert (len(first.arrivals), len(second.arrivals), len(second.refusals)) == (150, 0, 50)


def test_a_chosen_file_arrives_as_from_the_folder(tmp_path: Path) -> None:
    file = put(tmp_path, TABLE)

    assert arrival(file, CASE) == look(tmp_path).arrivals[0]


def test_a_chosen_file_that_cannot_be_used_is_refused_by_its_name(tmp_path: Path) -> None:
    file = put(tmp_path, ELSEWHERE)

    with pytest.raises(Refused) as refused:
        arrival(file, CASE)

    assert refused.value.problems[0].file == "a.scenario.json"
