"""Files that come in for groups: dropped, watched, asked about where a group has two."""

from datetime import UTC, datetime
from pathlib import Path
from threading import Event, current_thread, main_thread

from PySide6.QtWidgets import QFileDialog
from pytest import MonkeyPatch

from models.schema.action import Step
from models.schema.grades import Stance
from models.schema.scenario import baseline_scenario, revised, with_stances
from models.schema.steps.workshop_steps import with_round
from models.schema.workshop import Workshop
from models.store.cases import load_embedded
from models.store.scenarios import save
from tests.window import Window, save_as

RUSSIA = load_embedded().by_code["A3"].id


def test_files_that_are_dropped_together_are_groups(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    paths = [tmp_path / f"{name}.scenario.json" for name in ("north", "south")]
    for path in paths:
        save_as(window, path, monkeypatch)

    window.drop(*paths)
    window.qtbot.waitUntil(lambda: len(window.snapshot.workshop.present) == 2)

    assert window.page == "Where do we differ?"


def test_a_second_file_of_one_group_is_kept_beside_the_first_until_somebody_says_so(
    window: Window, tmp_path: Path
) -> None:
    first, second = tmp_path / "table-1.scenario.json", tmp_path / "table-1 (conflicted copy).scenario.json"
    case = load_embedded()
    for path, stance in ((first, Stance.HOLDS), (second, Stance.FAILS)):
        save(path, revised(with_stances(baseline_scenario(case), {RUSSIA: stance}), group="Table 1"))

    window.window._gathering.add([first])
    window.qtbot.waitUntil(lambda: bool(window.snapshot.workshop.present))
    window.window._gathering.add([second])
    window.qtbot.waitUntil(lambda: len(window.snapshot.workshop.present) == 2)

    def groups() -> list[tuple[str, str]]:
        found = window.snapshot.workshop.present
        return [(group.name, group.scenario.stance_of[RUSSIA].value) for group in found]

    assert groups() == [("Table 1", "holds"), ("Table 1 (2)", "fails")]
    assert "A second file came in for Table 1" in window.text("notice-text")
    window.click("notice-action")
    assert groups() == [("Table 1", "fails")]


def test_a_copy_that_comes_in_together_with_its_file_stays_behind_it_and_is_asked_about(
    window: Window, tmp_path: Path
) -> None:
    copy, first = tmp_path / "table-1 (conflicted copy).scenario.json", tmp_path / "table-1.scenario.json"
    for path, stance in ((first, Stance.HOLDS), (copy, Stance.FAILS)):
        taken = with_stances(baseline_scenario(load_embedded()), {RUSSIA: stance})
        save(path, revised(taken, group="Table 1"))

    window.window._gathering.add([copy, first])
    window.qtbot.waitUntil(lambda: len(window.snapshot.workshop.present) == 2)

    found = window.snapshot.workshop.present
    told = {group.name: group.scenario.stance_of[RUSSIA].value for group in found}
    assert told == {"Table 1": "holds", "Table 1 (2)": "fails"}
    assert "A second file came in for Table 1: table-1 (conflicted copy)" in window.text("notice-text")


def test_a_conflicted_copy_that_is_the_first_file_waits_for_a_word(window: Window, tmp_path: Path) -> None:
    copy = tmp_path / "table-1 (conflicted copy).scenario.json"
    save(copy, revised(baseline_scenario(load_embedded()), group="Table 1"))

    window.window._gathering.add([copy])
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
        save(path, revised(baseline_scenario(load_embedded()), group=group))

    window.window._gathering.add([copy, second])
    window.qtbot.waitUntil(lambda: len(window.snapshot.workshop.present) == 2)

    assert "is a conflicted copy of a file: it was left out" in window.text("notice-text")
    window.click("notice-action")
    assert _names(window) == ["Table 1", "Table 1 (2)", "Table 2"]
    assert "A second file came in for Table 1: again" in window.text("notice-text")


def test_a_question_does_not_wait_behind_what_is_only_told(window: Window, tmp_path: Path) -> None:
    _comes(window, tmp_path, "Table 1")
    window.window._gathering._notice.tell("The folder is watched.")

    _comes(window, tmp_path, "Table 1 copy")

    assert "A second file came in for Table 1" in window.text("notice-text")


def _comes(window: Window, folder: Path, *names: str) -> None:
    """Files come in; what is called a copy is the group's of the same name."""
    paths = [folder / f"{name}.scenario.json" for name in names]
    for path in paths:
        group = path.name.split(".")[0].removesuffix(" copy")
        save(path, revised(baseline_scenario(load_embedded()), group=group))
    wanted = len(window.snapshot.workshop.present) + len(names)
    window.window._gathering.add(paths)
    window.qtbot.waitUntil(lambda: len(window.snapshot.workshop.present) == wanted)


def _names(window: Window) -> list[str]:
    return sorted(group.name for group in window.snapshot.workshop.present)


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
    assert _names(window) == ["Table 1", "Table 2", "Table 2 (2)", "Table 3"]


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


def test_a_file_from_a_clock_that_was_set_back_is_left_out_with_a_word_and_can_be_taken(
    window: Window, tmp_path: Path
) -> None:
    path = tmp_path / "Table 1.scenario.json"
    scenario = revised(baseline_scenario(load_embedded()), group="Table 1")
    for hour, stance in ((12, Stance.HOLDS), (11, Stance.FAILS)):
        dated = revised(
            with_stances(scenario, {RUSSIA: stance}), modified=datetime(2026, 11, 1, hour, tzinfo=UTC)
        )
        save(path, dated)
        window.window._gathering.add([path])
        window.qtbot.waitUntil(lambda: window.shows("notice"))

    def taken() -> Stance:
        (group,) = window.snapshot.workshop.present
        return group.scenario.stance_of[RUSSIA]

    window.qtbot.waitUntil(lambda: "was saved earlier than what is here" in window.text("notice-text"))
    assert taken() is Stance.HOLDS
    window.click("notice-action")
    assert taken() is Stance.FAILS


def test_a_question_goes_with_the_file_and_comes_back_with_its_answer_undone(
    window: Window, tmp_path: Path
) -> None:
    _comes(window, tmp_path, "Table 1")
    _comes(window, tmp_path, "Table 1 copy")
    undo, redo = window.window.session.undo_stack.undo, window.window.session.undo_stack.redo

    undo()
    assert (_names(window), window.shows("notice")) == (["Table 1"], False)
    redo()
    assert "A second file came in for Table 1" in window.text("notice-text")
    window.click("notice-action")
    assert (_names(window), window.shows("notice")) == (["Table 1"], False)
    undo()
    assert _names(window) == ["Table 1", "Table 1 (2)"]
    window.click("notice-other")
    assert not window.shows("notice")
    assert "Keep Table 1 (2) as a group of its own" in window.window.session.undo_stack.undoText()
    undo()
    assert window.shows("notice-other")


def test_a_folder_that_is_watched_anew_answers_no_later_round_with_old_files(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    baseline = baseline_scenario(load_embedded())
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))

    def names() -> list[str]:
        return [group.name for group in window.snapshot.workshop.present]

    save(tmp_path / "north.scenario.json", revised(baseline, group="North"))
    window.command("watch-folder")
    window.qtbot.waitUntil(lambda: names() == ["North"])
    window.window._gathering.watch.stop()
    window.act(Step(with_round))
    save(tmp_path / "south.scenario.json", revised(baseline, group="South"))
    window.command("watch-folder")

    window.qtbot.waitUntil(lambda: bool(names()))
    assert names() == ["South"]


def test_a_file_that_was_replaced_is_not_asked_about_again_when_the_folder_is_watched_anew(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    tables, kept = tmp_path / "tables", tmp_path / "ours.workshop.json"
    tables.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tables))

    def comes(*names: str) -> None:
        for name in names:
            path, group = tables / f"{name}.scenario.json", name.removesuffix(" copy")
            save(path, revised(baseline_scenario(load_embedded()), title=name, group=group))

    comes("Table 1", "Table 1 copy")
    window.command("watch-folder")
    window.qtbot.waitUntil(lambda: _names(window) == ["Table 1", "Table 1 (2)"])
    if window.shows("notice-close") and "A second file came in" not in window.text("notice-text"):
        window.click("notice-close")
    assert "A second file came in for Table 1" in window.text("notice-text")
    window.click("notice-action")
    save_as(window, kept, monkeypatch)
    window.command("new")
    window.window.open(kept)
    comes("Table 9")
    window.command("watch-folder")

    window.qtbot.waitUntil(lambda: "Table 9" in _names(window))
    assert _names(window) == ["Table 1", "Table 9"]
    assert "Table 9 came in" in window.text("notice-text")


def test_the_folder_of_a_workshop_is_offered_when_it_is_opened_again(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    tables, file = tmp_path / "tables", tmp_path / "ours.workshop.json"
    tables.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tables))
    window.act(Step(with_round))
    window.command("watch-folder")
    save_as(window, file, monkeypatch)
    other = tmp_path / "other.workshop.json"
    window.window._gathering.watch.stop()
    save_as(window, other, monkeypatch)
    offered = []

    for path in (other, file):
        window.window.open(path)
        offered.append("save into tables" in window.text("notice-text"))
    window.click("notice-action")

    assert offered == [False, True]
    assert window.window._gathering.watch.folder == tables


def test_groups_from_a_share_that_is_dead_are_asked_for_and_can_be_left(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    alive = Event()
    monkeypatch.setattr("desktop.base.apart.GRACE", 0.01)
    monkeypatch.setattr("models.gathering.arrivals.arrivals", lambda *_: alive.wait())

    window.window._gathering.add([tmp_path / "table-1.scenario.json"])
    told = window.text("notice-text")
    window.click("notice-action")
    alive.set()

    assert told == "1 file is being read…"
    assert not window.snapshot.workshop.groups


def test_files_that_come_in_together_are_checked_together_and_told_in_a_few_words(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    baseline, checked = baseline_scenario(load_embedded()), Workshop.__post_init__
    made: list[Workshop] = []

    def checked_and_counted(workshop: Workshop) -> None:
        if (
            current_thread() is main_thread()
        ):  # what is kept for recovery is written by another, whenever it can
            made.append(workshop)
        checked(workshop)

    monkeypatch.setattr(Workshop, "__post_init__", checked_and_counted)

    def come_in(*names: str) -> int:
        made.clear()
        for name in names:
            save(tmp_path / f"{name}.scenario.json", revised(baseline, group=name.title()))
        window.window._gathering.add([tmp_path / f"{name}.scenario.json" for name in names])
        window.qtbot.waitUntil(lambda: window.snapshot.workshop.present[-1].name == names[-1].title())
        return len(made)

    alone = come_in("north")
    together = come_in(*(f"late-{number:03}" for number in range(150)))

    assert together == alone
    assert window.text("notice-text").endswith("Late-010 and 139 more came in.")


def test_an_older_state_of_a_file_never_wins(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "table-1.scenario.json"
    case = load_embedded()
    for hour, stance in ((11, Stance.FAILS), (10, Stance.HOLDS)):
        moment = datetime(2026, 11, 23, hour, tzinfo=UTC)
        scenario = with_stances(baseline_scenario(case), {RUSSIA: stance})
        save(path, revised(scenario, group="Table 1", modified=moment))
        window.window._gathering.add([path])

    (group,) = window.snapshot.workshop.present
    assert group.scenario.stance_of[RUSSIA] is Stance.FAILS


def test_a_spreadsheet_of_ballots_comes_in_as_a_group(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "Table 5.csv"
    path.write_text("Name,A3\nAna,fails\nBen,fails\nCho,holds\n", encoding="utf-8")

    window.drop(path)
    window.qtbot.waitUntil(lambda: len(window.snapshot.workshop.present) == 1)

    (group,) = window.snapshot.workshop.present
    assert (group.name, group.ballot and group.ballot.heads) == ("Table 5", 3)
    assert "Table 5 (3 ballots) came in. Column A (Name) was left out" in window.text("notice-text")
    assert window.page == "Where do we differ?"
