"""What is typed into a dialog is work too: kept through a crash, and given up only when somebody says so."""

import json
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

import desktop.dialogs
from desktop.kit.entry.dialog import FilledDialog
from desktop.window.application import take
from models.schema.grades import Stance
from models.schema.snapshot import State, fresh_state
from models.store.scenarios import save
from models.store.workshops import load
from tests.desktop.dialogs.showing import part
from tests.window import Window
from tests.workshops import four_tables

COMMANDS = ("details", "workshop-details", "name-state", "print", "tally")
"""What brings up a dialog that is filled in with work."""
NO_WORK = {
    *("AboutDialog", "CaseDialog", "TextDialog", "ProblemsDialog", "UnexpectedDialog"),  # show text
    "ManualDialog",  # looks for words
    *("ClashesDialog", "PreferencesDialog"),  # are clicked through, and tell each choice at once
}
Deed = Callable[[FilledDialog], object]


@pytest.fixture
def full(window: Window) -> Window:
    session = window.window.session
    session.start(replace(session.state, workshop=four_tables(session.case)))
    return window


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """What is asked before typed words are given up; it is answered with Cancel."""
    asked: list[object] = []

    def ask(*told: object) -> QMessageBox.StandardButton:
        asked.append(told)
        return QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "question", ask)
    yield asked


def within(window: Window, command: str, monkeypatch: pytest.MonkeyPatch, deed: Deed) -> None:
    """Bring up a dialog, do a deed in it, and give it up."""

    def shown(dialog: FilledDialog) -> int:
        dialog.show()
        deed(dialog)
        QDialog.reject(dialog)
        return 0

    monkeypatch.setattr(FilledDialog, "exec", shown)
    window.command(command)
    for dialog in window.window.findChildren(FilledDialog):
        if dialog.isVisible():
            shown(dialog)


def typed_into_all(dialog: QWidget) -> set[str]:
    """Type into every field of a dialog; tells what is to be found again of it."""
    wanted = set()
    fields: list[QPlainTextEdit | QLineEdit] = [
        *dialog.findChildren(QPlainTextEdit),
        *dialog.findChildren(QLineEdit),
    ]
    for number, field in enumerate(fields):
        if field.isReadOnly() or not field.isVisible():
            continue
        text = f"Zebra {number}"
        field.selectAll()
        QTest.keyClicks(field, text)
        now = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        wanted |= {now} if now == text else set()
    return wanted


def kept(window: Window) -> State:
    """What the next start would find, if the window were killed now."""
    window.window.closing.rescue()
    (record,) = window.paths.recovery.glob("*.recovery.json")
    case = window.snapshot.case
    found = load(json.loads(record.read_text(encoding="utf-8"))["scenario"], case)
    return fresh_state(case, found.scenario, found.workshop)


@pytest.mark.parametrize("command", COMMANDS)
def test_all_that_is_typed_into_a_dialog_outlives_a_window_that_is_killed_then(
    full: Window, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[tuple[set[str], State]] = []

    def deed(dialog: FilledDialog) -> None:
        found.append((typed_into_all(dialog), kept(full)))

    within(full, command, monkeypatch, deed)

    ((wanted, state),) = found
    assert wanted
    for text in wanted:
        assert text in repr(state.work), text


def test_ballots_that_are_typed_in_outlive_a_window_that_is_killed_at_any_of_them(
    full: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deed(dialog: FilledDialog) -> None:
        QTest.keyClicks(part(dialog, QLineEdit, "tally:keeps-arsenal:fails"), "3")
        QTest.keyClicks(part(dialog, QLineEdit, "tally-name"), "Table 1")
        part(dialog, QAbstractButton, "tally-one-by-one").click()
        QTest.keyClicks(part(dialog, QWidget, "ballot-reader"), "f")
        found.append(kept(full))

    found: list[State] = []
    within(full, "tally", monkeypatch, deed)

    before, (state,) = full.snapshot.workshop, found
    (new,) = (group for group in state.workshop.groups if group.id not in {one.id for one in before.groups})
    assert new.ballot is not None
    assert (new.ballot.heads, new.ballot.of["keeps-arsenal"].of(Stance.FAILS)) == (4, 4)
    assert {group.id: group for group in before.groups}.items() <= {
        group.id: group for group in state.workshop.groups
    }.items()


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "print"])
def test_leaving_a_dialog_asks_before_what_was_typed_is_given_up(
    full: Window, command: str, monkeypatch: pytest.MonkeyPatch, answers: list[object]
) -> None:
    def deed(dialog: FilledDialog) -> None:
        typed_into_all(dialog)
        dialog.reject()
        assert dialog.isVisible()

    within(full, command, monkeypatch, deed)

    assert len(answers) == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_a_dialog_in_which_nothing_was_typed_is_left_without_a_question(
    full: Window, command: str, monkeypatch: pytest.MonkeyPatch, answers: list[object]
) -> None:
    def deed(dialog: FilledDialog) -> None:
        dialog.reject()
        assert not dialog.isVisible()

    within(full, command, monkeypatch, deed)

    assert not answers


def test_the_title_typed_for_a_print_is_taken_over_when_the_dialog_is_left(
    full: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deed(dialog: FilledDialog) -> None:
        QTest.keyClicks(part(dialog, QLineEdit, "print-title"), "Winter")
        dialog.reject()

    within(full, "print", monkeypatch, deed)

    assert full.snapshot.scenario.title.endswith("Winter")


def test_every_dialog_that_takes_work_is_kept() -> None:
    modules = [
        import_module(f"desktop.dialogs.{found.name}")
        for found in pkgutil.iter_modules(desktop.dialogs.__path__)
    ]
    dialogs = {
        name
        for module in modules
        for name, kind in vars(module).items()
        if isinstance(kind, type) and issubclass(kind, QDialog) and kind.__module__ == module.__name__
        if not issubclass(kind, FilledDialog)
    }

    assert dialogs == NO_WORK


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_file_from_outside_waits_until_the_dialog_is_answered(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[QWidget | None] = []

    class Looked:
        @staticmethod
        def activeModalWidget() -> QWidget | None:  # noqa: N802
            looks.append(QApplication.activeModalWidget())
            return looks[-1]

    monkeypatch.setattr("desktop.window.application.QApplication", Looked)
    monkeypatch.setattr("desktop.window.application.AGAIN", 1)
    file = tmp_path / "other.scenario.json"
    save(file, window.snapshot.scenario)
    window.command("tally")
    (dialog,) = window.window.findChildren(FilledDialog)

    take(window.window, str(file))
    qtbot.waitUntil(lambda: len(looks) > 3)
    assert looks == [dialog] * len(looks)
    assert window.window.windowTitle().find("other") < 0
    dialog.reject()

    qtbot.waitUntil(lambda: "other" in window.window.windowTitle())


def test_what_is_typed_into_a_dialog_counts_as_unsaved_at_once(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deed(dialog: FilledDialog) -> None:
        dialog.activateWindow()
        qtbot.waitActive(dialog).__enter__()
        field = part(dialog, QLineEdit, "details-group")
        field.setFocus()
        QTest.keyClicks(field, "Table 5")
        qtbot.waitUntil(window.window.isWindowModified)
        QTimer.singleShot(0, dialog, dialog.accept)

    within(window, "details", monkeypatch, deed)
