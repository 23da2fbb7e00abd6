"""A second file of one group is asked about, until somebody has said whose it is."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from pytest import MonkeyPatch

from models.schema.action import Step
from models.schema.grades import Stance
from models.schema.scenario import baseline_scenario, with_stances
from models.schema.steps.group_steps import with_group
from models.schema.steps.workshop_steps import balloted
from models.schema.workshop import Ballot, Count, Origin
from models.store.cases import load_embedded
from models.store.scenarios import save
from tests.desktop.window.groups.present import RUSSIA, names_in
from tests.window import Window, save_as


def test_a_second_file_of_one_group_is_kept_beside_the_first_until_somebody_says_so(
    window: Window, tmp_path: Path
) -> None:
    first, second = tmp_path / "table-1.scenario.json", tmp_path / "table-1 (conflicted copy).scenario.json"
    case = load_embedded()
    for path, stance in ((first, Stance.HOLDS), (second, Stance.FAILS)):
        save(path, replace(with_stances(baseline_scenario(case), {RUSSIA: stance}), group="Table 1"))

    window.window.further.gathering.add([first])
    window.qtbot.waitUntil(lambda: bool(window.snapshot.workshop.present))
    window.window.further.gathering.add([second])
    window.qtbot.waitUntil(lambda: len(window.snapshot.workshop.present) == 2)

    def groups() -> list[tuple[str, str]]:
        found = window.snapshot.workshop.present
        return [(group.name, group.scenario.stance_of[RUSSIA].value) for group in found]

    assert groups() == [("Table 1", "holds"), ("Table 1 (2)", "fails")]
    assert "A second file came in for Table 1" in window.text("notice-text")
    window.click("notice-action")
    assert groups() == [("Table 1", "fails")]


def _stance(window: Window, path: Path, stance: Stance) -> None:
    """A file of Table 1 with a stance comes in, and the window has looked at it."""
    before = window.snapshot.workshop
    path.parent.mkdir(exist_ok=True)
    save(path, replace(with_stances(baseline_scenario(load_embedded()), {RUSSIA: stance}), group="Table 1"))
    window.window.further.gathering.add([path])
    window.qtbot.waitUntil(lambda: window.snapshot.workshop is not before)


def _stances(window: Window) -> list[tuple[str, str]]:
    found = window.snapshot.workshop.present
    return [(group.name, group.scenario.stance_of[RUSSIA].value) for group in found]


def test_files_of_one_name_from_two_sticks_are_two_and_each_is_asked_about(
    window: Window, tmp_path: Path
) -> None:
    for stick, stance in zip("abc", (Stance.HOLDS, Stance.FAILS, Stance.UNCERTAIN), strict=True):
        _stance(window, tmp_path / stick / "table-1.scenario.json", stance)

    assert _stances(window) == [("Table 1", "holds"), ("Table 1 (2)", "fails"), ("Table 1 (3)", "uncertain")]
    assert "A second file came in for Table 1: table-1.scenario.json" in window.text("notice-text")


def test_a_file_that_is_added_again_from_where_it_was_takes_its_own_place(
    window: Window, tmp_path: Path
) -> None:
    for stance in (Stance.HOLDS, Stance.FAILS):
        _stance(window, tmp_path / "table-1.scenario.json", stance)

    assert _stances(window) == [("Table 1", "fails")]
    assert "A second file" not in window.text("notice-text")


def test_a_file_does_not_take_the_place_of_ballots_that_were_typed_in(window: Window, tmp_path: Path) -> None:
    ballot = Ballot(heads=5, counts=(Count(id=RUSSIA, holds=4, fails=1),))
    case = window.snapshot.case
    step = partial(
        with_group, name="Table 1", scenario=balloted(case, ballot), origin=Origin.TALLY, ballot=ballot
    )
    window.window.session.act(Step(step))

    _stance(window, tmp_path / "table-1.scenario.json", Stance.FAILS)

    assert [(group.name, group.ballot) for group in window.snapshot.workshop.present] == [
        ("Table 1", ballot),
        ("Table 1 (2)", None),
    ]
    assert "A file came in for Table 1, which answered without one" in window.text("notice-text")
    window.click("notice-action")
    assert _stances(window) == [("Table 1", "fails")]


def test_a_copy_that_comes_in_together_with_its_file_stays_behind_it_and_is_asked_about(
    window: Window, tmp_path: Path
) -> None:
    copy, first = tmp_path / "table-1 (conflicted copy).scenario.json", tmp_path / "table-1.scenario.json"
    for path, stance in ((first, Stance.HOLDS), (copy, Stance.FAILS)):
        taken = with_stances(baseline_scenario(load_embedded()), {RUSSIA: stance})
        save(path, replace(taken, group="Table 1"))

    window.window.further.gathering.add([copy, first])
    window.qtbot.waitUntil(lambda: len(window.snapshot.workshop.present) == 2)

    found = window.snapshot.workshop.present
    told = {group.name: group.scenario.stance_of[RUSSIA].value for group in found}
    assert told == {"Table 1": "holds", "Table 1 (2)": "fails"}
    assert "A second file came in for Table 1: table-1 (conflicted copy)" in window.text("notice-text")


def test_a_conflicted_copy_that_is_the_first_file_waits_for_a_word(window: Window, tmp_path: Path) -> None:
    copy = tmp_path / "table-1 (conflicted copy).scenario.json"
    save(copy, replace(baseline_scenario(load_embedded()), group="Table 1"))

    window.window.further.gathering.add([copy])
    window.qtbot.waitUntil(lambda: window.shows("notice"))

    assert not window.snapshot.workshop.present
    assert "is a conflicted copy of a file: it was left out" in window.text("notice-text")
    window.click("notice-action")
    assert [group.name for group in window.snapshot.workshop.present] == ["Table 1"]


def test_a_copy_that_is_left_out_is_told_beside_a_second_file_that_is_asked_about(
    window: Window, tmp_path: Path
) -> None:
    _comes(window, tmp_path, "Table 1")
    copy, second = tmp_path / "t2 (conflicted copy).scenario.json", tmp_path / "again.scenario.json"
    for path, group in ((copy, "Table 2"), (second, "Table 1")):
        save(path, replace(baseline_scenario(load_embedded()), group=group))

    window.window.further.gathering.add([copy, second])
    window.qtbot.waitUntil(lambda: len(window.snapshot.workshop.present) == 2)

    assert "is a conflicted copy of a file: it was left out" in window.text("notice-text")
    window.click("notice-action")
    assert names_in(window) == ["Table 1", "Table 1 (2)", "Table 2"]
    assert "A second file came in for Table 1: again" in window.text("notice-text")


def test_a_question_does_not_wait_behind_what_is_only_told(window: Window, tmp_path: Path) -> None:
    _comes(window, tmp_path, "Table 1")
    window.window.notice.tell("The folder is watched.")

    _comes(window, tmp_path, "Table 1 copy")

    assert "A second file came in for Table 1" in window.text("notice-text")


def _comes(window: Window, folder: Path, *names: str) -> None:
    """Files come in; what is called a copy is the group's of the same name."""
    paths = [folder / f"{name}.scenario.json" for name in names]
    for path in paths:
        group = path.name.split(".")[0].removesuffix(" copy")
        save(path, replace(baseline_scenario(load_embedded()), group=group))
    wanted = len(window.snapshot.workshop.present) + len(names)
    window.window.further.gathering.add(paths)
    window.qtbot.waitUntil(lambda: len(window.snapshot.workshop.present) == wanted)


def test_every_second_file_is_asked_about_until_it_is_answered(window: Window, tmp_path: Path) -> None:
    _comes(window, tmp_path, "Table 1", "Table 2")
    _comes(window, tmp_path, "Table 1 copy", "Table 2 copy")
    _comes(window, tmp_path, "Table 3")
    assert "Table 3 came in" in window.text("notice-text")

    window.click("notice-close")
    assert "A second file came in for Table 1" in window.text("notice-text")
    window.click("notice-action")
    assert "A second file came in for Table 2" in window.text("notice-text")
    window.click("notice-other")

    assert not window.shows("notice")
    assert names_in(window) == ["Table 1", "Table 2", "Table 2 (2)", "Table 3"]


def test_a_question_that_was_put_off_is_asked_again_where_the_groups_are(
    window: Window, tmp_path: Path
) -> None:
    _comes(window, tmp_path, "Table 1")
    _comes(window, tmp_path, "Table 1 copy")
    window.click("notice-close")
    window.command("page-holds")
    assert not window.shows("notice")

    window.command("page-differ")

    assert "A second file came in for Table 1" in window.text("notice-text")


def test_a_question_that_was_put_off_is_asked_again_once_the_round_is_revealed(
    window: Window, tmp_path: Path
) -> None:
    window.command("page-differ")
    _comes(window, tmp_path, "Table 1", "Table 2")
    _comes(window, tmp_path, "Table 1 copy")
    window.click("notice-close")
    assert not window.shows("notice")

    window.command("reveal")

    assert "A second file came in for Table 1" in window.text("notice-text")


def test_what_is_asked_about_second_files_is_asked_again_when_the_workshop_is_opened_again(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    path = tmp_path / "day.workshop.json"
    _comes(window, tmp_path, "Table 1")
    _comes(window, tmp_path, "Table 1 copy")
    window.click("notice-close")
    assert not window.shows("notice")
    save_as(window, path, monkeypatch)
    window.command("new")
    window.window.open(path)

    assert "A second file came in for Table 1: Table 1 copy" in window.text("notice-text")
    window.click("notice-action")
    assert not window.shows("notice")
    assert [(group.name, group.file) for group in window.snapshot.workshop.present] == [
        ("Table 1", "Table 1 copy.scenario.json")
    ]


def test_a_question_goes_with_the_file_and_comes_back_with_its_answer_undone(
    window: Window, tmp_path: Path
) -> None:
    _comes(window, tmp_path, "Table 1")
    _comes(window, tmp_path, "Table 1 copy")
    undo, redo = window.window.session.undo_stack.undo, window.window.session.undo_stack.redo

    undo()
    assert (names_in(window), window.shows("notice")) == (["Table 1"], False)
    redo()
    assert "A second file came in for Table 1" in window.text("notice-text")
    window.click("notice-action")
    assert (names_in(window), window.shows("notice")) == (["Table 1"], False)
    undo()
    assert names_in(window) == ["Table 1", "Table 1 (2)"]
    window.click("notice-other")
    assert not window.shows("notice")
    assert "Keep Table 1 (2) as a group of its own" in window.window.session.undo_stack.undoText()
    undo()
    assert window.shows("notice-other")
