"""What is being typed, in any field of any page, is part of the work: saved, asked about, and kept through a crash."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from desktop.kit.entry.field_row import FieldRow
from desktop.kit.entry.writing import hand_over, pending
from desktop.kit.tables.work import WorkedTable
from models.pages.programme.agenda import ninety_minutes
from models.schema.action import Step, look
from models.schema.grades import Stance
from models.schema.page import Entry, EntryCell
from models.schema.snapshot import State, fresh_state
from models.schema.steps.acting import acted
from models.schema.steps.room_steps import prediction_asked, with_agenda
from models.schema.steps.scenario_steps import set_stance
from models.schema.view import (
    DependsPart,
    DifferPart,
    PageName,
    ProgrammePart,
    WatchPart,
)
from models.store.workshops import load
from tests.window import Window, rooms
from tests.workshops import MOMENT, four_tables

TYPED = {
    Entry.TEXT: "Zebra",
    Entry.WRAPPING: "Zebra crossing",
    Entry.LONG_TEXT: "Zebras were seen",
    Entry.NUMBER: "7",
    Entry.PERCENT: "41",
    Entry.DATE: "2027-03-01",
}
OTHER = {
    kind: text.replace("Zebra", "Yak").replace("7", "8").replace("1", "2") for kind, text in TYPED.items()
}
VIEWS: list[dict[str, Any]] = [
    *({"page": PageName.PROGRAMME, "programme": part} for part in ProgrammePart),
    {"page": PageName.HOLDS},
    *({"page": PageName.DEPENDS, "depends": part} for part in DependsPart),
    *({"page": PageName.DIFFER, "differ": part, "unfolded": ("group-list",)} for part in DifferPart),
    *({"page": PageName.WATCH, "watch": part} for part in WatchPart),
]
Deed = Callable[[Window], State | None]


@pytest.fixture
def full(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Window:
    """A window with something in every list, saved as a workshop; questions are answered with Cancel."""
    session = window.window.session
    session.start(replace(session.state, workshop=four_tables(session.case)))
    window.act(Step(with_agenda, (ninety_minutes(),)))
    window.act(set_stance("russia-ties", Stance.FAILS))
    path = str(tmp_path / "day.workshop.json")
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_: (path, ""))
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.Cancel)
    window.command("save")
    return window


def fields(window: Window) -> Iterator[Callable[[], Entry]]:
    """Every field in sight, one of a kind in each column of a table: called, it opens it and tells what is typed."""
    for row in window.window.findChildren(FieldRow):
        if row.isVisible():
            yield partial(_at_row, row)
    for view in window.window.findChildren(WorkedTable):
        for column in range(len(view.table.columns)) if view.isVisible() else ():
            places = [(line, column) for line in range(len(view.table.lines))]
            entry = next((place for place in places if isinstance(view.table.cell(*place), EntryCell)), None)
            if entry is not None:
                yield partial(_at_cell, view, *entry)


def _at_row(row: FieldRow) -> Entry:
    row.editor.setFocus()
    return row.kind


def _at_cell(view: WorkedTable, line: int, column: int) -> Entry:
    cell = view.table.cell(line, column)
    assert isinstance(cell, EntryCell)
    view.entered.emit(line, column, "")
    return cell.kind


def typed_into(window: Window, open_field: Callable[[], Entry]) -> None:
    kind = open_field()
    field = window.window.focusWidget()
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    here = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    field.selectAll()
    QTest.keyClicks(field, OTHER[kind] if here == TYPED[kind] else TYPED[kind])


def works(window: Window, deed: Deed) -> int:
    """Type into every field of every page and do a deed each time; tells how many fields there were."""
    found = 0
    for view in VIEWS:
        window.act(look(**view))
        if view.get("programme") is ProgrammePart.PREDICT:
            window.act(Step(prediction_asked, ("What holds?",), dated=True))
        for number in range(len(list(fields(window)))):
            open_field = list(fields(window))[number]
            typed_into(window, open_field)
            (action,) = pending(window.window)
            state = window.window.session.state
            wanted = acted(state, action, MOMENT)
            now = deed(window) or window.window.session.state
            assert now.scenario == wanted.scenario, (view, action)
            known = len(wanted.workshop.log)
            assert _undated(now, known) == _undated(wanted, known), (view, action)
            found += 1
    return found


def _undated(state: Any, lines: int) -> Any:
    """The lists of a workshop without moments, which differ by the second, and so many lines of its log."""
    workshop = state.workshop
    return (
        [item.title for item in workshop.agenda],
        [item.minutes for item in workshop.agenda],
        [item.name for item in (*workshop.groups, *workshop.rounds, *workshop.stages)],
        [
            item.text
            for item in (*workshop.signposts, *workshop.actions, *workshop.decisions, *workshop.step_notes)
        ],
        [(item.owner, item.on) for item in (*workshop.signposts, *workshop.actions)],
        [item.question for item in workshop.predictions],
        [item.hands for item in workshop.predictions],
        [(item.why, item.said_by) for item in tuple(workshop.log)[:lines]],
    )


def _saved(window: Window) -> None:
    window.command("save")
    assert not window.window.isWindowModified()


def _quit(window: Window) -> None:
    assert not window.window.close()


def _presented(window: Window) -> None:
    window.command("present")
    assert rooms() == 1
    window.command("present")


def _opened(window: Window) -> None:
    window.window.open(Path("another.scenario.json"))


def _killed(window: Window) -> State:
    """What the next start would find of a window that is killed now."""
    window.window.closing.rescue()
    (kept,) = window.paths.recovery.glob("*.recovery.json")
    case = window.snapshot.case
    found = load(json.loads(kept.read_text(encoding="utf-8"))["scenario"], case)
    hand_over(window.window)
    return fresh_state(case, found.scenario, found.workshop)


@pytest.mark.parametrize(
    "deed", [_saved, _quit, _presented, _opened, _killed], ids=lambda deed: deed.__name__
)
def test_every_field_of_every_page_is_handed_over_by_every_command(full: Window, deed: Deed) -> None:
    assert works(full, deed) > 25


def test_no_field_of_any_page_or_drawer_is_left_out_of_what_is_handed_over(full: Window) -> None:
    seen = 0
    for view in VIEWS:
        full.act(look(**view))
        for kind in (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox):
            for field in full.window.findChildren(kind):
                if field.isVisible() and not _is_read_only(field):
                    assert _is_handed_over(field), (view, field.objectName())
                    seen += 1

    assert seen > 5


def _is_read_only(field: QWidget) -> bool:
    return bool(field.property("readOnly"))


def _is_handed_over(field: QWidget | None) -> bool:
    while field is not None and not isinstance(field, FieldRow | WorkedTable):
        field = field.parentWidget()
    return field is not None


@pytest.mark.parametrize("turn", ["PgDown", "PgUp"])
def test_a_note_stays_with_the_screen_on_which_it_was_typed(window: Window, turn: str) -> None:
    window.act(
        look(page=PageName.PROGRAMME, programme=ProgrammePart.WALK, screen="step:disarmament-off-table")
    )
    shown = window.snapshot.view.screen
    field = window.find(QPlainTextEdit, "step-note")
    field.setFocus()
    QTest.keyClicks(field, "Pause here")

    window.press(turn, field)

    notes = {note.id: note.text for note in window.snapshot.workshop.step_notes}
    assert window.snapshot.view.screen != shown
    assert notes == {"disarmament-off-table": "Pause here"}


def test_what_is_typed_counts_as_unsaved_before_it_is_handed_over(full: Window) -> None:
    full.act(look(page=PageName.WATCH, watch=WatchPart.MINUTES))
    assert not full.window.isWindowModified()

    full.write("decision", "We meet in May")
    full.qtbot.waitUntil(full.window.isWindowModified)

    assert not full.snapshot.workshop.decisions


def test_what_is_typed_is_handed_over_though_the_keyboard_is_in_another_window(full: Window) -> None:
    full.act(look(page=PageName.WATCH, watch=WatchPart.MINUTES))
    full.write("decision", "We meet in May")
    other = QWidget()
    other.show()
    other.activateWindow()

    full.command("save")

    assert [item.text for item in full.snapshot.workshop.decisions] == ["We meet in May"]


REPLACED = """
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.kit.entry.writing import Typing

application = QApplication([])
window = QScrollArea()
typing = Typing(window)
for _ in range(20):
    page = QWidget()
    column = QVBoxLayout(page)
    for kind in (QLineEdit, QPlainTextEdit) * 3:
        column.addWidget(kind())
    window.setWidget(page)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    page.findChild(QLineEdit).setFocus()
    assert QApplication.focusWidget() is not None
    QTest.qWait(1)
"""


def test_a_page_may_be_destroyed_while_the_keyboard_is_in_it() -> None:
    done = subprocess.run([sys.executable, "-c", REPLACED], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


def test_a_date_that_is_none_is_told_with_its_words_in_a_notice_that_stays(full: Window) -> None:
    full.act(look(page=PageName.WATCH, watch=WatchPart.SIGNPOSTS))
    full.qtbot.waitUntil(lambda: full.snapshot.analyses is not None)
    opened = list(fields(full))
    assert Entry.DATE in (open_field() for open_field in opened)
    field = full.window.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "June 2027")

    QTest.keyClick(field, Qt.Key.Key_Tab)

    assert full.text("notice-text").startswith("“June 2027” was not taken over. “June 2027” is no date.")
