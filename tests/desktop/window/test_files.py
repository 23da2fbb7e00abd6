"""Files as the window handles them: opened, dropped, saved and told about."""

import errno
import os
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, current_thread, main_thread

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytest import MonkeyPatch
from pytestqt.qtbot import QtBot

from desktop.base.settings import Settings, save_settings
from desktop.session.reading import ReadFile, read_file
from models.schema.action import Change, Step
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.scenario import baseline_scenario, revised, with_stances
from models.schema.steps.scenario_steps import set_stance
from models.schema.steps.workshop_steps import with_round
from models.schema.workshop import Workshop
from models.store.cases import load_embedded
from models.store.scenarios import load, save
from tests.window import Window, paths_in, stop_waiting

RUSSIA = load_embedded().by_code["A3"].id


def _save_as(window: Window, path: Path, monkeypatch: MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.command("save-as")


def test_what_was_saved_comes_back(window: Window, tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    path = tmp_path / "one.scenario.json"
    window.set_stance(RUSSIA, "fails")
    _save_as(window, path, monkeypatch)
    window.command("new")
    fresh = window.stance(RUSSIA)

    window.window.open(path)

    assert (fresh, window.stance(RUSSIA)) == ("holds", "fails")


def test_the_header_says_whether_work_is_saved(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    window.set_stance(RUSSIA, "fails")
    before = window.text("saved-state")

    _save_as(window, tmp_path / "one.scenario.json", monkeypatch)

    assert before == "Unsaved changes"
    assert window.text("saved-state").startswith("Saved ")


def test_a_broken_file_changes_nothing_and_is_told(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "broken.scenario.json"
    path.write_text("{", encoding="utf-8")
    before = window.snapshot

    window.window.open(path)

    assert window.snapshot == before
    assert "broken.scenario.json" in window.text("notice-text")


def test_files_that_are_dropped_together_are_groups(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    paths = [tmp_path / f"{name}.scenario.json" for name in ("north", "south")]
    for path in paths:
        _save_as(window, path, monkeypatch)

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


def test_what_is_asked_about_second_files_is_asked_again_when_the_workshop_is_opened_again(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    path = tmp_path / "day.workshop.json"
    _comes(window, tmp_path, "Table 1")
    _comes(window, tmp_path, "Table 1 copy")
    window.click("notice-close")
    assert not window.shows("notice")
    _save_as(window, path, monkeypatch)
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
    _save_as(window, kept, monkeypatch)
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
    _save_as(window, file, monkeypatch)
    other = tmp_path / "other.workshop.json"
    window.window._gathering.watch.stop()
    _save_as(window, other, monkeypatch)
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


def test_a_scenario_is_saved_under_its_groups_name(window: Window, monkeypatch: MonkeyPatch) -> None:
    proposed: list[str] = []

    def ask(*given: str) -> tuple[str, str]:
        proposed.append(given[2])
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    session = window.window.session
    session.act(Change(lambda case, scenario: revised(scenario, group="Table 5")))

    window.command("save-as")

    assert Path(proposed[0]).name == "table-5.scenario.json"


def test_a_spreadsheet_of_ballots_comes_in_as_a_group(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "Table 5.csv"
    path.write_text("Name,A3\nAna,fails\nBen,fails\nCho,holds\n", encoding="utf-8")

    window.drop(path)
    window.qtbot.waitUntil(lambda: len(window.snapshot.workshop.present) == 1)

    (group,) = window.snapshot.workshop.present
    assert (group.name, group.ballot and group.ballot.heads) == ("Table 5", 3)
    assert "Table 5 (3 ballots) came in. Column A (Name) was left out" in window.text("notice-text")
    assert window.page == "Where do we differ?"


def test_a_share_that_does_not_answer_leaves_the_window_free_and_can_be_left(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    answers, ended = Event(), Event()

    def dead(path: Path, here: Case) -> ReadFile:
        answers.wait(30)
        ended.set()
        return read_file(saved, here)

    saved = tmp_path / "room.scenario.json"
    save(saved, revised(baseline_scenario(load_embedded()), title="From the share"))
    monkeypatch.setattr("desktop.base.apart.GRACE", 0.01)
    monkeypatch.setattr("desktop.window.filing.read_file", dead)

    window.window.open(saved)
    told = window.text("notice-text")
    window.set_stance("russia-ties", "fails")
    window.click("notice-action")
    answers.set()
    ended.wait(30)

    assert told == "room.scenario.json is being opened…"
    assert window.stance("russia-ties") == "fails"
    assert window.snapshot.scenario.title == ""


def test_a_file_that_is_slow_opens_when_it_has_come(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    answers = Event()

    def slow(path: Path, here: Case) -> ReadFile:
        answers.wait(30)
        return read_file(path, here)

    saved = tmp_path / "room.scenario.json"
    save(saved, revised(baseline_scenario(load_embedded()), title="From the share"))
    monkeypatch.setattr("desktop.base.apart.GRACE", 0.01)
    monkeypatch.setattr("desktop.window.filing.read_file", slow)

    window.window.open(saved)
    answers.set()

    window.qtbot.waitUntil(lambda: window.snapshot.scenario.title == "From the share")
    assert not window.shows("notice-text")


def test_a_full_disk_keeps_no_window_open(window: Window, monkeypatch: MonkeyPatch) -> None:
    def full(stream: int, *_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", full)

    assert window.window.close()
    assert not window.window.isVisible()


def _held(monkeypatch: MonkeyPatch) -> Event:
    """Every scenario is held by another program until the event is set; what waits for it longest gives up."""
    free, replace_it = Event(), Path.replace

    def wait(draft: Path, target: Path) -> Path:
        if target.name.endswith(".scenario.json") and not free.wait(20):
            raise PermissionError(errno.EACCES, "held")
        return replace_it(draft, target)

    monkeypatch.setattr(Path, "replace", wait)
    monkeypatch.setattr("desktop.base.apart.GRACE", 0.01)
    return free


def test_the_window_goes_on_while_a_file_is_held_and_what_comes_in_meanwhile_is_unsaved(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    path = tmp_path / "held.scenario.json"
    window.set_stance(RUSSIA, "fails")
    free = _held(monkeypatch)

    def go_on() -> None:
        window.act(set_stance("council-deadlock", Stance.FAILS))
        free.set()

    QTimer.singleShot(100, window.window, go_on)
    _save_as(window, path, monkeypatch)

    held = load(path, load_embedded()).scenario.stance_of
    assert (held[RUSSIA], held["council-deadlock"]) == (Stance.FAILS, Stance.HOLDS)
    assert window.text("saved-state") == "Unsaved changes"
    window.command("save")
    assert load(path, load_embedded()).scenario.stance_of["council-deadlock"] is Stance.FAILS


def test_whoever_waits_no_longer_for_a_place_that_does_not_answer_keeps_the_work(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.window.asking.UNNOTICED", 10)
    window.set_stance(RUSSIA, "fails")
    free = _held(monkeypatch)

    stop_waiting(window)
    _save_as(window, tmp_path / "dead.scenario.json", monkeypatch)

    assert "It is not known whether dead.scenario.json was saved" in window.text("notice-text")
    assert window.text("saved-state") == "Unsaved changes"
    free.set()
    _save_as(window, tmp_path / "other.scenario.json", monkeypatch)
    assert window.text("saved-state").startswith("Saved ")


def test_theirs_is_read_apart_from_the_window(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    path, readers = tmp_path / "ours.scenario.json", []
    _save_as(window, path, monkeypatch)
    save(path, with_stances(baseline_scenario(load_embedded()), {RUSSIA: Stance.FAILS}))

    def read(path: Path, here: Case) -> ReadFile:
        readers.append(current_thread())
        return read_file(path, here)

    def take_theirs(question: QMessageBox) -> int:
        next(each for each in question.buttons() if each.text() == "Take theirs").click()
        return 0

    monkeypatch.setattr("desktop.window.filing.read_file", read)
    monkeypatch.setattr(QMessageBox, "exec", take_theirs)
    window.act(set_stance("council-deadlock", Stance.FAILS))
    window.command("save")

    assert window.stance(RUSSIA) == "fails"
    assert readers and main_thread() not in readers


def test_nothing_is_saved_beneath_a_stick_that_is_gone_unless_it_is_wished(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    stick, drawer = tmp_path / "stick", tmp_path / "drawer"
    stick.mkdir()
    (stick / "of-the-stick").touch()
    devices = "desktop.session.locks.device_of"
    monkeypatch.setattr(devices, lambda folder: int((folder / "of-the-stick").exists()))
    path = stick / "day.scenario.json"
    _save_as(window, path, monkeypatch)

    stick.rename(drawer)
    stick.mkdir()
    window.set_stance(RUSSIA, "fails")
    window.command("save")
    assert "The stick or disk on which day.scenario.json was is not there now." in window.text("notice-text")
    assert not any(stick.iterdir())
    assert window.text("saved-state") == "Unsaved changes"

    window.click("notice-action")
    assert load(path, load_embedded()).scenario.stance_of[RUSSIA] is Stance.FAILS


def test_a_stick_that_is_plugged_in_again_takes_the_file_whatever_its_number_is(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    path = tmp_path / "day.scenario.json"
    _save_as(window, path, monkeypatch)
    monkeypatch.setattr("desktop.session.locks.device_of", lambda _: -7)
    window.set_stance(RUSSIA, "fails")

    window.command("save")

    assert load(path, load_embedded()).scenario.stance_of[RUSSIA] is Stance.FAILS


def test_a_dialog_about_files_waits_for_no_folder_on_a_dead_share(
    qtbot: QtBot, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.base.apart.GRACE", 0.1)
    dead, waits, is_dir = tmp_path / "dead", Event(), Path.is_dir
    monkeypatch.setattr(Path, "is_dir", lambda path: waits.wait(9) if path == dead else is_dir(path))
    save_settings(paths_in(tmp_path).settings, Settings(welcomed=True, folder=str(dead)))
    window = Window(qtbot, tmp_path)
    asked: list[str] = []

    def chosen(*given: str) -> tuple[str, str]:
        asked.append(given[2])
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", chosen)

    window.command("open")

    assert asked == [str(Path.home())]
    waits.set()
    window.close()
