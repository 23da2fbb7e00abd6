"""Files that come in for groups: dropped, watched, asked about where a group has two."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Event, current_thread, main_thread

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QLineEdit, QTableWidget
from pytest import MonkeyPatch
from pytestqt.qtbot import QtBot

from desktop.dialogs.details import NameDialog
from desktop.dialogs.problem_list import ProblemsDialog
from desktop.stage.notice import SHOWN_FOR, Notice
from models.schema.action import Step
from models.schema.grades import Stance
from models.schema.scenario import baseline_scenario, with_stances
from models.schema.steps.workshop_steps import round_revealed, with_round
from models.schema.workshop import Workshop
from models.store import workshops
from models.store.cases import load_embedded
from models.store.scenarios import save
from tests.desktop.dialogs.showing import part
from tests.desktop.window.groups.present import RUSSIA, names_in
from tests.window import Window, save_as
from tests.workshops import four_tables


def test_files_that_are_dropped_together_are_groups(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    paths = [tmp_path / f"{name}.scenario.json" for name in ("north", "south")]
    for path in paths:
        save_as(window, path, monkeypatch)

    window.drop(*paths)
    window.qtbot.waitUntil(lambda: len(window.snapshot.workshop.present) == 2)

    assert window.page == "Where do we differ?"


def test_a_file_from_a_clock_that_was_set_back_is_left_out_with_a_word_and_can_be_taken(
    window: Window, tmp_path: Path
) -> None:
    path = tmp_path / "Table 1.scenario.json"
    scenario = replace(baseline_scenario(load_embedded()), group="Table 1")
    for hour, stance in ((12, Stance.HOLDS), (11, Stance.FAILS)):
        dated = replace(
            with_stances(scenario, {RUSSIA: stance}), modified=datetime(2026, 11, 1, hour, tzinfo=UTC)
        )
        save(path, dated)
        window.window.further.gathering.add([path])
        window.qtbot.waitUntil(lambda: window.shows("notice"))

    def taken() -> Stance:
        (group,) = window.snapshot.workshop.present
        return group.scenario.stance_of[RUSSIA]

    window.qtbot.waitUntil(lambda: "was saved earlier than what is here" in window.text("notice-text"))
    assert taken() is Stance.HOLDS
    window.click("notice-action")
    assert taken() is Stance.FAILS


def test_a_folder_that_is_watched_anew_answers_no_later_round_with_old_files(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    baseline = baseline_scenario(load_embedded())
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))

    def names() -> list[str]:
        return [group.name for group in window.snapshot.workshop.present]

    save(tmp_path / "north.scenario.json", replace(baseline, group="North"))
    window.command("watch-folder")
    window.qtbot.waitUntil(lambda: names() == ["North"])
    window.window.further.gathering.watch.stop()
    window.act(Step(with_round))
    save(tmp_path / "south.scenario.json", replace(baseline, group="South"))
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
            save(path, replace(baseline_scenario(load_embedded()), title=name, group=group))

    comes("Table 1", "Table 1 copy")
    window.command("watch-folder")
    window.qtbot.waitUntil(lambda: names_in(window) == ["Table 1", "Table 1 (2)"])
    if window.shows("notice-close") and "A second file came in" not in window.text("notice-text"):
        window.click("notice-close")
    assert "A second file came in for Table 1" in window.text("notice-text")
    window.click("notice-action")
    save_as(window, kept, monkeypatch)
    window.command("new")
    window.window.open(kept)
    comes("Table 9")
    window.command("watch-folder")

    window.qtbot.waitUntil(lambda: "Table 9" in names_in(window))
    assert names_in(window) == ["Table 1", "Table 9"]
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
    window.window.further.gathering.watch.stop()
    save_as(window, other, monkeypatch)
    offered = []

    for path in (other, file):
        window.window.open(path)
        offered.append("save into tables" in window.text("notice-text"))
    window.click("notice-action")

    assert offered == [False, True]
    assert window.window.further.gathering.watch.folder == tables


def test_groups_from_a_share_that_is_dead_are_asked_for_and_can_be_left(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    alive = Event()
    monkeypatch.setattr("desktop.base.apart.GRACE", 0.01)
    monkeypatch.setattr("models.gathering.arrivals.arrivals", lambda *_: alive.wait())

    window.window.further.gathering.add([tmp_path / "table-1.scenario.json"])
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
            save(tmp_path / f"{name}.scenario.json", replace(baseline, group=name.title()))
        window.window.further.gathering.add([tmp_path / f"{name}.scenario.json" for name in names])
        window.qtbot.waitUntil(lambda: window.snapshot.workshop.present[-1].name == names[-1].title())
        return len(made)

    alone = come_in("north")
    together = come_in(*(f"late-{number:03}" for number in range(150)))

    assert together == alone
    assert window.text("notice-text").endswith("Late-010 and 139 more came in.")


def test_what_is_saved_again_after_the_reveal_is_left_out_with_a_word_and_can_be_taken(
    window: Window, tmp_path: Path
) -> None:
    path, case = tmp_path / "table-1.scenario.json", load_embedded()
    for stance, told in ((Stance.HOLDS, "Table 1 came in"), (Stance.FAILS, "saved again after the round")):
        save(path, replace(with_stances(baseline_scenario(case), {RUSSIA: stance}), group="Table 1"))
        window.window.further.gathering.add([path])
        window.qtbot.waitUntil(partial(_is_told, window, told))
        window.act(Step(round_revealed, (window.snapshot.workshop.round,)))

    assert window.snapshot.workshop.present[0].scenario.stance_of[RUSSIA] is Stance.HOLDS
    window.click("notice-action")
    assert window.snapshot.workshop.present[0].scenario.stance_of[RUSSIA] is Stance.FAILS


def _is_told(window: Window, words: str) -> bool:
    return window.shows("notice") and words in window.text("notice-text")


def test_an_older_state_of_a_file_never_wins(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "table-1.scenario.json"
    case = load_embedded()
    for hour, stance in ((11, Stance.FAILS), (10, Stance.HOLDS)):
        moment = datetime(2026, 11, 23, hour, tzinfo=UTC)
        scenario = with_stances(baseline_scenario(case), {RUSSIA: stance})
        save(path, replace(scenario, group="Table 1", modified=moment))
        window.window.further.gathering.add([path])

    (group,) = window.snapshot.workshop.present
    assert group.scenario.stance_of[RUSSIA] is Stance.FAILS


def test_each_file_that_cannot_be_taken_in_is_told_by_its_name(
    window: Window, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    names = [f"bad-{number}.csv" for number in range(4)]
    for name in names:
        (tmp_path / name).write_bytes(b"\xff\xfe\x00A3\x81")
    found: list[tuple[str, list[str]]] = []

    def read(dialog: ProblemsDialog) -> int:
        table = part(dialog, QTableWidget, "problem-table")
        found.append((dialog.windowTitle(), [_cell(table, row) for row in range(table.rowCount())]))
        return 0

    monkeypatch.setattr(ProblemsDialog, "exec", read)

    window.window.further.gathering.add([tmp_path / name for name in names])
    window.qtbot.waitUntil(lambda: window.shows("notice"))

    told = window.text("notice-text")
    assert told.startswith("bad-0.csv, bad-1.csv and 2 more could not be taken in. bad-0.csv: ")
    window.click("notice-action")
    assert found == [("4 files", [f"{name}:1" for name in names])]


def _cell(table: QTableWidget, row: int) -> str:
    item = table.item(row, 0)
    return item.text() if item else ""


def test_a_spreadsheet_of_ballots_comes_in_as_a_group(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "Table 5.csv"
    path.write_text("Name,A3\nAna,fails\nBen,fails\nCho,holds\n", encoding="utf-8")

    window.drop(path)
    window.qtbot.waitUntil(lambda: len(window.snapshot.workshop.present) == 1)

    (group,) = window.snapshot.workshop.present
    assert (group.name, group.ballot and group.ballot.heads) == ("Table 5", 3)
    assert "Table 5 (3 ballots) came in. Column A (Name) was left out" in window.text("notice-text")
    assert window.page == "Where do we differ?"


def test_ballots_that_came_in_under_their_files_name_can_be_renamed_at_once(
    window: Window, tmp_path: Path
) -> None:
    path = tmp_path / "at votes.csv"
    path.write_text("A3\nfails\n", encoding="utf-8")
    window.drop(path)
    window.qtbot.waitUntil(lambda: len(window.snapshot.workshop.present) == 1)
    (shown,) = (timer.interval() for timer in window.find(Notice, "notice").findChildren(QTimer))
    assert shown > SHOWN_FOR

    def answer() -> None:
        window.find(QLineEdit, "group-name").setText("Table 7")
        window.find(NameDialog, "group-name-dialog").accept()

    QTimer.singleShot(0, answer)
    window.click("notice-action")

    assert [group.name for group in window.snapshot.workshop.present] == ["Table 7"]


def test_the_folder_of_a_workshop_that_the_window_starts_with_is_offered(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path, tables = tmp_path / "day.workshop.json", tmp_path / "tables"
    workshops.save(path, baseline_scenario(load_embedded()), four_tables(load_embedded()))

    window = Window(
        qtbot,
        tmp_path / "home",
        begin=lambda made: made.open(path),
        watched=((str(path), str(tables)),),
    )

    assert "save into tables, which is not watched now" in window.text("notice-text")
