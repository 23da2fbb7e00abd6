"""What arrives in a watched folder: whole scenarios of this case, each content once."""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from models.schema.analysis import Withdrawn
from models.store.inbox import Inbox, Seen, arrival, scan
from tests.models.store.examples import BASELINE, CASE, written
from tests.models.store.inbox.folder import MOVED, SECOND, TABLE, look, put


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
    put(tmp_path, replace(BASELINE, group=group, title=title), file)

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


def test_a_deleted_file_is_forgotten(tmp_path: Path) -> None:
    file = put(tmp_path, TABLE)
    first = look(tmp_path)
    file.unlink()

    second = look(tmp_path, first.seen)
    put(tmp_path, TABLE)

    assert second == Inbox()
    assert len(look(tmp_path, second.seen).arrivals) == 1


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
