"""The agenda as a facilitator works it, with a clock that the test turns on."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.agenda import AgendaView
from desktop.widgets.timer_chip import TimerChip
from models.analyses.standing import take_standing
from models.pages.agenda import AgendaMoment, ninety_minutes
from models.schema.case import Case
from models.schema.room_steps import timed, with_agenda
from models.schema.scenario import baseline_scenario
from models.schema.workshop import AgendaItem, Workshop, fresh_workshop
from models.store.cases import load_embedded
from tests.analysed import analysed
from tests.desktop.views.showing import part, press, shown, words
from tests.workshops import MOMENT


class AgendaPage:
    """The agenda with a workshop behind it; a hidden page is told nothing, as in the window."""

    def __init__(self, qtbot: QtBot, case: Case, plan: tuple[AgendaItem, ...] = ()) -> None:
        self.case = case
        self.workshop = with_agenda(fresh_workshop(baseline_scenario(case).case), plan)
        self.keys: list[str] = []
        self.beeps = 0
        self.seconds = 100.0
        self.telling = True
        now = datetime(2026, 11, 23, 10, 12)
        self.view = AgendaView(now=lambda: now, clock=lambda: self.seconds, beep=self.count_beep)
        self.view.step_wished.connect(self.apply)
        shown(qtbot, self.view, analysed(case)[0])
        self.give(self.workshop)

    def count_beep(self) -> None:
        """Hear a beep."""
        self.beeps += 1

    def give(self, workshop: Workshop) -> None:
        """Show the view this workshop, if it is told anything."""
        self.workshop = workshop
        if self.telling:
            self.view.receive_standing(take_standing(self.case, workshop))

    def apply(self, step: object, key: str) -> None:
        """Do what the view wishes."""
        assert callable(step)
        self.keys.append(key)
        self.give(step(self.workshop, MOMENT))

    def wait(self, seconds: float) -> None:
        """Let time go by, as far as the view can see."""
        self.seconds += seconds
        self.view.tick()

    def press(self, name: str) -> None:
        """Press a button."""
        press(self.view, name)

    def title(self) -> str:
        """The sentence over the agenda."""
        return words(self.view, "agenda-title")

    def titles(self) -> list[str]:
        """The titles of all steps, as they are in their fields."""
        rows = range(1, len(self.workshop.agenda) + 1)
        return [part(self.view, QLineEdit, f"agenda-title:{row}").text() for row in rows]

    def spent(self) -> list[int]:
        """The seconds that are stored, up to the last step that has any."""
        found = [item.spent for item in self.workshop.agenda]
        while found and not found[-1]:
            found.pop()
        return found

    def write(self, name: str, text: str) -> None:
        """Type something else into a field and leave it."""
        field = part(self.view, QLineEdit, name)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.fixture
def tiny() -> Case:
    return load_embedded("tiny")


@pytest.fixture
def page(qtbot: QtBot, tiny: Case) -> AgendaPage:
    return AgendaPage(qtbot, tiny, ninety_minutes())


def test_an_empty_agenda_offers_two_plans(qtbot: QtBot, tiny: Case) -> None:
    page = AgendaPage(qtbot, tiny)
    assert page.title() == "Nothing is planned yet"

    page.press("first-ninety")

    assert page.titles()[:3] == ["Welcome", "Walk-through", "Predict"]
    assert page.title() == "90 minutes in 9 steps"


def test_starting_counts_down_the_first_step(page: AgendaPage) -> None:
    page.press("agenda-start")
    page.wait(10)

    assert page.title() == "4:50 left of Welcome"
    assert words(page.view, "agenda-line").startswith("Step 1 of 9. Then: Walk-through, 15 minutes.")
    assert page.workshop.agenda_at == "welcome"


def test_pausing_stops_and_stores_the_time(page: AgendaPage) -> None:
    page.press("agenda-start")
    page.wait(12)
    page.press("agenda-start")
    page.wait(100)

    assert page.title() == "4:48 left of Welcome, paused"
    assert page.spent() == [12]


def test_the_next_step_begins_with_its_whole_time(page: AgendaPage) -> None:
    page.press("agenda-start")
    page.wait(20)
    page.press("agenda-next")
    page.wait(5)

    assert page.title() == "14:55 left of Walk-through"
    assert page.spent() == [20]


def test_going_back_goes_on_counting_where_it_was_left(page: AgendaPage) -> None:
    page.press("agenda-start")
    page.wait(20)
    page.press("agenda-next")
    page.press("agenda-back")
    page.wait(10)

    assert page.title() == "4:30 left of Welcome"


def test_the_time_is_stored_every_half_minute(page: AgendaPage) -> None:
    page.press("agenda-start")
    page.wait(29)
    assert page.spent() == []

    page.wait(2)

    assert page.spent() == [31]
    assert set(page.keys) == {"agenda-time"}


def test_parts_of_seconds_are_not_lost(page: AgendaPage) -> None:
    page.press("agenda-start")
    for _ in range(4):
        page.wait(30.5)

    assert page.spent() == [122]


def test_a_hidden_page_goes_on_counting(page: AgendaPage) -> None:
    page.press("agenda-start")
    page.telling = False
    for _ in range(3):
        page.wait(40)

    assert page.spent() == [120]


def test_time_that_is_over_is_told_in_words(page: AgendaPage) -> None:
    page.press("agenda-start")
    page.wait(485)

    assert page.title() == "3:05 over on Welcome"
    assert words(page.view, "agenda-time:1") == "+3:05 over"


def test_nothing_beeps_unless_it_is_asked_to(page: AgendaPage) -> None:
    page.press("agenda-start")
    page.wait(301)

    assert page.beeps == 0


def test_a_step_that_ends_beeps_once_if_asked_to(page: AgendaPage) -> None:
    part(page.view, QAbstractButton, "agenda-beeps").click()
    page.press("agenda-start")
    for seconds in (299, 2, 1, 60):
        page.wait(seconds)

    assert page.beeps == 1


def test_going_back_to_a_step_that_is_over_does_not_beep_again(page: AgendaPage) -> None:
    part(page.view, QAbstractButton, "agenda-beeps").click()
    page.give(timed(page.workshop, {"welcome": 400}, "welcome"))
    page.press("agenda-start")
    page.wait(1)

    assert page.beeps == 0


def test_the_header_is_told_the_step_and_its_time(page: AgendaPage) -> None:
    told: list[str] = []
    page.view.ticked.connect(told.append)

    page.press("agenda-start")
    page.wait(1)
    page.press("agenda-start")

    assert "Welcome 4:59" in told
    assert told[-1] == "Welcome 4:59, paused"


def test_an_agenda_of_another_day_tells_the_header_nothing(page: AgendaPage) -> None:
    told: list[str] = []
    page.view.ticked.connect(told.append)

    page.give(timed(page.workshop, {"welcome": 290}, "walk-through"))

    assert set(told) == {""}
    assert page.title() == "15:00 left of Walk-through, paused"


def test_a_plan_takes_the_place_of_another(qtbot: QtBot, page: AgendaPage) -> None:
    page.press("agenda-start")

    with qtbot.waitSignal(page.view.told) as told:
        page.press("agenda-three-hours")

    assert page.title() == "180 minutes in 11 steps"
    assert told.args == ["The plan is in place. Undo brings back the one before it."]
    assert page.keys[-1] == ""


def test_a_step_can_be_renamed_and_given_another_purpose(page: AgendaPage) -> None:
    page.write("agenda-title:1", "Opening")
    page.write("agenda-purpose:1", "Shake hands.")

    assert (page.workshop.agenda[0].title, page.workshop.agenda[0].purpose) == ("Opening", "Shake hands.")
    assert page.keys == ["agenda-title:welcome", "agenda-purpose:welcome"]


def test_a_step_can_be_given_other_minutes(page: AgendaPage) -> None:
    part(page.view, QSpinBox, "agenda-minutes:2").stepBy(5)

    assert page.workshop.agenda[1].minutes == 20
    assert page.title() == "95 minutes in 9 steps"


def test_what_is_being_typed_survives_what_comes_in(page: AgendaPage) -> None:
    field = part(page.view, QLineEdit, "agenda-title:1")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, " and tea")

    page.give(timed(page.workshop, {}, "welcome"))
    page.view.finish_writing()

    assert page.workshop.agenda[0].title == "Welcome and tea"


def test_a_new_step_comes_last_and_is_ready_to_be_named(page: AgendaPage) -> None:
    page.press("agenda-add")

    assert page.titles()[-1] == "New step"
    assert part(page.view, QLineEdit, "agenda-title:10").hasFocus()


def test_the_chosen_step_moves_and_stays_chosen(page: AgendaPage) -> None:
    part(page.view, QLineEdit, "agenda-title:3").setFocus()

    page.press("agenda-up")
    page.press("agenda-up")

    assert page.titles()[:3] == ["Predict", "Welcome", "Walk-through"]
    assert not part(page.view, QAbstractButton, "agenda-up").isEnabled()


def test_the_chosen_step_can_be_removed_and_the_next_is_chosen(page: AgendaPage) -> None:
    part(page.view, QLineEdit, "agenda-title:3").setFocus()

    page.press("agenda-remove")

    assert page.titles()[:3] == ["Welcome", "Walk-through", "Round 1"]
    assert part(page.view, QLineEdit, "agenda-purpose:3").isVisible()


def test_removing_the_present_step_stops_the_time(page: AgendaPage) -> None:
    page.press("agenda-start")
    page.press("agenda-remove")

    assert page.title() == "85 minutes in 8 steps"
    assert page.workshop.agenda_at is None


def test_the_chosen_step_can_be_gone_to(page: AgendaPage) -> None:
    page.press("agenda-start")
    part(page.view, QLineEdit, "agenda-title:4").setFocus()
    page.press("agenda-go")

    assert page.title() == "15:00 left of Round 1"


def test_a_step_leads_to_its_page(qtbot: QtBot, page: AgendaPage) -> None:
    page.press("agenda-start")
    page.press("agenda-next")

    with qtbot.waitSignal(page.view.page_wished) as wished:
        page.press("agenda-open")

    assert wished.args == ["walk-through"]


def test_closing_stores_the_seconds_until_then(page: AgendaPage) -> None:
    page.press("agenda-start")
    page.seconds += 7

    page.view.finish_writing()

    assert page.spent() == [7]


def test_the_agenda_is_copied_as_a_table(page: AgendaPage) -> None:
    page.press("agenda-copy")

    assert QGuiApplication.clipboard().text().startswith("Step\tMinutes\tSpent\tPurpose\nWelcome\t5\t0:00")


def test_the_room_sees_the_step_its_time_and_what_comes_next(qtbot: QtBot, tiny: Case) -> None:
    page = AgendaPage(qtbot, tiny, ninety_minutes())
    page.view.for_the_room()
    page.give(timed(page.workshop, {"predict": 485}, "predict"))

    told = [words(page.view, f"stage-{name}") for name in ("title", "clock", "word", "following")]

    assert told == ["Predict", "+3:05", "over", "Then: Round 1, 15 minutes"]
    controls: list[type[QWidget]] = [QAbstractButton, QLineEdit, QSpinBox]
    assert not [found for kind in controls for found in page.view.findChildren(kind) if found.isVisible()]


def test_the_room_follows_second_by_second(qtbot: QtBot, tiny: Case, page: AgendaPage) -> None:
    room = AgendaView()
    room.for_the_room()
    shown(qtbot, room, analysed(tiny)[0])
    page.view.timed.connect(room.follow)

    page.press("agenda-start")
    page.wait(3)

    assert words(room, "stage-clock") == "4:57"


def test_what_is_stored_does_not_turn_the_rooms_clock_back(
    qtbot: QtBot, tiny: Case, page: AgendaPage
) -> None:
    room = AgendaView()
    room.for_the_room()
    shown(qtbot, room, analysed(tiny)[0])
    page.view.timed.connect(room.follow)
    page.press("agenda-start")
    page.wait(3)

    room.receive_standing(take_standing(tiny, page.workshop))

    assert words(room, "stage-clock") == "4:57"


def test_the_whole_plan_is_seen_in_the_smallest_window(page: AgendaPage) -> None:
    page.view.resize(714, 560)

    fields = [part(page.view, QLineEdit, f"agenda-title:{row}") for row in range(1, 10)]

    assert all(not field.visibleRegion().isEmpty() for field in fields)


def test_a_chip_takes_no_room_until_there_is_something_to_tell(qtbot: QtBot) -> None:
    chip = TimerChip()
    qtbot.addWidget(chip)
    assert chip.isHidden()

    chip.show_moment(AgendaMoment(title="Groups", line="12:40 left of Groups", chip="Groups 12:40"))

    assert not chip.isHidden()
    assert chip.accessibleName() == "Groups 12:40"


def test_a_chip_goes_when_the_agenda_is_over(qtbot: QtBot) -> None:
    chip = TimerChip()
    qtbot.addWidget(chip)
    chip.receive("Groups 12:40", 0.2)

    chip.receive("")

    assert chip.isHidden()


def test_labels_take_what_was_typed_as_plain_text(page: AgendaPage) -> None:
    page.write("agenda-title:1", "<b>Opening</b>")
    page.press("agenda-start")

    label = part(page.view, QLabel, "agenda-title")
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "5:00 left of <b>Opening</b>"
