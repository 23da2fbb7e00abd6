"""Minutes as a facilitator works them: the log and its reasons, who speaks, named states, back and forth."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.views.minutes import MinutesView
from desktop.widgets.log_table import LogTable
from models.analyses.standing import take_standing
from models.schema.case import Case
from models.schema.scenario import baseline_scenario
from models.schema.workshop import Entry, Workshop, fresh_workshop, reworked
from models.store.cases import load_embedded
from tests.analysed import analysed
from tests.desktop.views.showing import part, press, shown, words
from tests.minuted import eventful, hidden
from tests.workshops import MOMENT


class Page:
    """The page with the workshop that it changes, as the window joins them."""

    def __init__(self, qtbot: QtBot, workshop: Workshop, case: Case, *, for_room: bool = False) -> None:
        self.case, self.workshop = case, workshop
        self.view = MinutesView()
        if for_room:
            self.view.for_the_room()
        shown(qtbot, self.view, analysed(case)[0])
        self.view.step_wished.connect(self.take)
        self.show()

    def take(self, step: object, _: str) -> None:
        assert callable(step)
        self.workshop = step(self.workshop, MOMENT)
        self.show()

    def show(self) -> None:
        self.view.receive_standing(take_standing(self.case, self.workshop))

    def log(self, what: str) -> None:
        place = len(self.workshop.log) + 1
        entry = Entry(id=f"entry-{place}", at=MOMENT + timedelta(hours=place), what=what)
        self.workshop = reworked(self.workshop, log=(*self.workshop.log, entry))
        self.show()

    @property
    def table(self) -> LogTable:
        return part(self.view, LogTable, "minutes-log")

    @property
    def why(self) -> QLineEdit:
        return part(self.view, QLineEdit, "why-last")

    def rows(self) -> list[str]:
        model = self.table.model()
        return [str(model.index(row, 2).data()) for row in range(model.rowCount())]

    def told(self) -> str:
        return "\n".join(label.text() for label in self.view.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def essay() -> Case:
    return load_embedded("dprk-lessons")


@pytest.fixture
def page(qtbot: QtBot, essay: Case) -> Page:
    return Page(qtbot, eventful(essay), essay)


@pytest.fixture
def empty(qtbot: QtBot, essay: Case) -> Page:
    return Page(qtbot, fresh_workshop(baseline_scenario(essay).case), essay)


def test_the_log_is_listed_with_the_newest_at_the_bottom(page: Page) -> None:
    assert page.rows()[0] == "Set A1 to fails"
    assert page.rows()[-1] == "Set A6 to fails"
    assert words(page.view, "minutes-title") == "6 lines so far, the last at 10:05; 1 state named"


def test_a_long_log_shows_its_end_and_follows_it(qtbot: QtBot, essay: Case) -> None:
    page = Page(qtbot, eventful(essay, 60), essay)
    page.log("Set A3 to holds")

    bottom = page.table.verticalScrollBar()

    assert bottom.value() == bottom.maximum() > 0
    assert page.rows()[-1] == "Set A3 to holds"


def test_why_is_asked_of_the_last_change(qtbot: QtBot, page: Page) -> None:
    QTest.keyClicks(page.why, "They signed a treaty")

    with qtbot.waitSignal(page.view.why_written) as caught:
        QTest.keyClick(page.why, Qt.Key.Key_Return)

    assert words(page.view, "why-about") == "Why? Set A6 to fails, 10:05"
    assert caught.args == ["entry-6", "They signed a treaty"]


def test_a_reason_that_is_being_typed_stays_with_its_change(qtbot: QtBot, page: Page) -> None:
    QTest.keyClicks(page.why, "They signed")
    page.log("Set A3 to holds")

    with qtbot.waitSignal(page.view.why_written) as caught:
        QTest.keyClick(page.why, Qt.Key.Key_Return)

    assert caught.args == ["entry-6", "They signed"]


def test_the_next_change_asks_anew(page: Page) -> None:
    page.log("Set A3 to holds")

    assert words(page.view, "why-about") == "Why? Set A3 to holds, 16:30"
    assert page.why.text() == ""


def test_a_reason_that_was_not_changed_is_not_written_again(qtbot: QtBot, page: Page) -> None:
    with qtbot.assertNotEmitted(page.view.why_written):
        QTest.keyClick(page.why, Qt.Key.Key_Return)


def test_the_reason_of_any_line_can_be_written_into_it(qtbot: QtBot, page: Page) -> None:
    page.table.setFocus()
    page.table.setCurrentCell(1, 0)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    field = part(page.table, QLineEdit, "log-why")
    QTest.keyClicks(field, "No new resolution")

    with qtbot.waitSignal(page.view.why_written) as caught:
        QTest.keyClick(field, Qt.Key.Key_Return)

    assert caught.args == ["entry-2", "No new resolution"]


def test_nothing_else_of_a_line_can_be_edited(page: Page) -> None:
    flags = [page.table.model().index(0, column).flags() for column in range(4)]

    editable = [bool(flag & Qt.ItemFlag.ItemIsEditable) for flag in flags]
    assert editable == [False, False, False, True]


def test_a_line_is_spoken_whole(page: Page) -> None:
    told = page.table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert str(told).startswith("09:30 Facilitator. Set A1 to fails. R1 and R2 are no longer needed")


def test_facilitator_plenary_and_groups_may_speak(qtbot: QtBot, page: Page) -> None:
    speaker = part(page.view, QComboBox, "speaker")
    names = [speaker.itemText(place) for place in range(speaker.count())]
    speaker.setCurrentIndex(2)

    with qtbot.waitSignal(page.view.speaker_chosen) as caught:
        speaker.activated.emit(2)

    assert names == ["Facilitator", "Plenary", "Table 1", "Table 2", "Table 3", "Table 4"]
    assert caught.args == ["Table 1"]


def test_anybody_else_may_speak_by_typing_a_name(qtbot: QtBot, page: Page) -> None:
    field = part(page.view, QLineEdit, "speaker-name")
    field.selectAll()
    QTest.keyClicks(field, "Guest")

    with qtbot.waitSignal(page.view.speaker_chosen) as caught:
        QTest.keyClick(field, Qt.Key.Key_Return)

    assert caught.args == ["Guest"]


def test_who_speaks_is_shown_without_an_echo_and_stays(qtbot: QtBot, page: Page) -> None:
    with qtbot.assertNotEmitted(page.view.speaker_chosen):
        page.view.show_speaker("Table 2")
        page.show()

    assert part(page.view, QComboBox, "speaker").currentText() == "Table 2"


def test_the_present_state_is_named(page: Page) -> None:
    field = part(page.view, QLineEdit, "stage-name")
    QTest.keyClicks(field, "After lunch")

    press(page.view, "stage-add")

    assert [stage.name for stage in page.workshop.stages] == ["Before lunch", "After lunch"]
    assert "After lunch" in page.told()
    assert field.text() == ""


def test_a_state_without_a_name_is_asked_for_one(page: Page) -> None:
    press(page.view, "stage-add")

    assert len(page.workshop.stages) == 1
    assert part(page.view, QLineEdit, "stage-name").hasFocus()


def test_a_named_state_is_returned_to(qtbot: QtBot, page: Page, essay: Case) -> None:
    with qtbot.waitSignal(page.view.scenario_wished) as caught:
        press(page.view, "stage:1:return")

    assert caught.args == [baseline_scenario(essay)]


def test_a_named_state_is_forgotten(page: Page) -> None:
    press(page.view, "stage:1:remove")

    assert page.workshop.stages == ()


@pytest.mark.parametrize(("button", "direction"), [("minutes-before", -1), ("minutes-after", 1)])
def test_the_last_change_is_stepped_back_and_forth(
    qtbot: QtBot, page: Page, button: str, direction: int
) -> None:
    with qtbot.waitSignal(page.view.replay_wished) as caught:
        press(page.view, button)

    assert caught.args == [direction]


def test_minutes_are_exported_by_whoever_knows_how(qtbot: QtBot, page: Page) -> None:
    with qtbot.waitSignal(page.view.export_wished):
        press(page.view, "minutes-export")


def test_nothing_written_down_says_what_to_do(empty: Page) -> None:
    assert words(empty.view, "minutes-nothing-title") == "Nothing has been written down yet"
    assert "type why" in words(empty.view, "minutes-nothing-words")
    assert not empty.table.isVisible()
    assert not empty.why.isEnabled()


def test_the_first_change_opens_the_log(empty: Page) -> None:
    empty.log("Set A3 to fails")

    assert empty.table.isVisible()
    assert empty.rows() == ["Set A3 to fails"]


def test_the_keyboard_goes_to_the_reason(page: Page) -> None:
    page.view.take_focus()

    assert QApplication.focusWidget() is page.why


def test_copy_takes_the_log_along(page: Page) -> None:
    press(page.view, "minutes-copy")

    assert len(QGuiApplication.clipboard().text().splitlines()) == 7


def test_the_room_sees_the_last_changes_and_never_why(qtbot: QtBot, essay: Case) -> None:
    page = Page(qtbot, eventful(essay, 60), essay, for_room=True)

    assert len(page.rows()) == 9
    assert page.table.isColumnHidden(3)
    assert "figures" not in page.told()


def test_the_room_has_nothing_to_press_or_to_type_into(qtbot: QtBot, essay: Case) -> None:
    page = Page(qtbot, eventful(essay), essay, for_room=True)

    controls = [
        part
        for kind in (QAbstractButton, QLineEdit, QComboBox, QPushButton)
        for part in page.view.findChildren(kind)
        if isinstance(part, QWidget) and part.isVisible()
    ]
    assert [control.objectName() for control in controls] == []


def test_what_a_change_moved_is_not_told_before_the_reveal(qtbot: QtBot, essay: Case) -> None:
    page = Page(qtbot, hidden(eventful(essay), MOMENT), essay)

    told = str(page.table.model().index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole))
    assert told == "Set A1 to fails. Told once the prediction is revealed"


def test_a_reason_in_a_line_is_given_up_when_another_workshop_is_opened(qtbot: QtBot, page: Page) -> None:
    page.table.setFocus()
    page.table.setCurrentCell(4, 0)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    QTest.keyClicks(part(page.table, QLineEdit, "log-why"), "They signed")

    with qtbot.assertNotEmitted(page.view.why_written):
        page.workshop = reworked(page.workshop, log=page.workshop.log[1:2])
        page.show()

    assert page.table.state() is not QAbstractItemView.State.EditingState
    assert len(page.rows()) == 1
