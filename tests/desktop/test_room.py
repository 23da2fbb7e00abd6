"""The room's screen: what it shows, what it hides, and what its keys do."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.room_place import room_screen, waiting_place
from desktop.room_window import RoomPage, RoomWindow
from models.analyses.standing import take_standing
from models.schema.case import Case
from models.schema.scenario import baseline_scenario
from models.schema.snapshot import Snapshot
from models.schema.standing import Standing
from models.schema.workshop import Hands, Prediction, Workshop, fresh_workshop, reworked
from models.schema.workshop_steps import asked, locked, revealed
from models.store.cases import load_embedded
from tests.analysed import analysed
from tests.desktop.rooms import DASHBOARDS, CountingPage, Room
from tests.workshops import MOMENT, four_tables

DISPLAY = {"y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
LAPTOP = {**DISPLAY, "name": "laptop", "x": 0, "width": 1366, "height": 768}
PROJECTOR = {**DISPLAY, "name": "projector", "x": 1366, "width": 1920, "height": 1080}
PLACED = """
from PySide6.QtWidgets import QApplication, QWidget
from desktop.room_window import RoomWindow
application = QApplication([])
facilitator, room = QWidget(), RoomWindow(())
facilitator.show()
room.place(facilitator)
print(room.screen().name(), room.width(), room.height(), room.isFullScreen())
"""
PREDICT = RoomPage("predict", "Predict", CountingPage, veiled=False)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
GROUPS = RoomPage("groups", "Groups", CountingPage)


@pytest.fixture(scope="module")
def essay() -> Case:
    return load_embedded("dprk-lessons")


@pytest.fixture(scope="module")
def snapshot(essay: Case) -> Snapshot:
    snapshot, _ = analysed(essay, {"A3": "fails", "A7": "uncertain"})
    return replace(snapshot, before=analysed(essay, {"A7": "uncertain"})[0].evaluation)


@pytest.fixture
def room(qtbot: QtBot, snapshot: Snapshot) -> Iterator[Room]:
    room = Room(qtbot, pages=(*DASHBOARDS, PREDICT, GROUPS))
    room.window.receive(snapshot)
    yield room
    room.close()


def standing_of(case: Case, step: Callable[[Workshop], Workshop] = lambda workshop: workshop) -> Standing:
    return take_standing(case, step(fresh_workshop(baseline_scenario(case).case)))


def asking(case: Case) -> Standing:
    return standing_of(case, lambda workshop: asked(workshop, "What if ties cool?", MOMENT))


def test_it_opens_with_the_first_page_under_the_case_s_title(room: Room, essay: Case) -> None:
    assert room.text("room-case") == essay.title
    assert room.text("room-page") == "Board"
    assert room.text("headline").endswith("of 11 recommendations still hold")


def test_the_foot_says_what_differs_and_what_the_last_change_did(room: Room) -> None:
    assert room.text("room-differs") == "A3 fails · A7 uncertain"
    assert room.text("room-change") == "The last change moved R5, R7, R10 and R11"


def test_another_page_is_shown_with_what_came_in_before(room: Room) -> None:
    room.window.show_page("readings")

    assert room.text("room-page") == "Readings"
    assert room.text("readings-title").startswith("For ")


def test_an_unknown_page_is_refused(room: Room) -> None:
    with pytest.raises(KeyError, match="no-such-page"):
        room.window.show_page("no-such-page")


def test_a_page_of_the_workshop_is_given_the_standing(room: Room, essay: Case) -> None:
    room.window.receive_standing(take_standing(essay, four_tables(essay)))

    room.window.show_page("groups")

    assert room.text("count") == "4 groups"


def test_the_spotlight_shows_one_recommendation_until_it_goes_out(room: Room, essay: Case) -> None:
    room.window.spotlight(essay.by_code["R5"].id)
    lit = room.text("spotlight-title")

    room.window.spotlight(None)

    assert lit == essay.by_code["R5"].text
    assert room.text("room-page") == "Board"


def test_the_spotlight_stays_on_its_recommendation_whatever_is_picked(room: Room, essay: Case) -> None:
    room.window.spotlight(essay.by_code["R5"].id)

    room.window.pick(essay.by_code["R7"].id)

    assert room.text("spotlight-title") == essay.by_code["R5"].text


def test_turning_to_a_page_ends_the_spotlight(room: Room, essay: Case) -> None:
    room.window.spotlight(essay.by_code["R5"].id)

    room.window.show_page("board")

    assert room.text("room-page") == "Board"


def test_the_models_follow_what_is_picked(room: Room, essay: Case) -> None:
    room.window.show_page("models")

    room.window.pick(essay.by_code["R5"].id)

    model = next(item for item in essay.models if item.id == essay.by_code["R5"].model)
    assert room.text("model-sentence").startswith(model.title)


def test_blank_shows_the_title_and_nothing_else(qtbot: QtBot, room: Room, essay: Case) -> None:
    with qtbot.waitSignal(room.window.blanked) as caught:
        room.window.blank(True)

    assert caught.args == [True]
    assert room.text("blank-title") == essay.title
    assert (room.text("room-case"), room.text("room-differs")) == ("", "")


def test_the_time_is_shown_even_over_the_blank_page(room: Room) -> None:
    room.window.blank(True)

    room.window.show_timer("Round 2 · 07:30")

    assert room.text("room-timer") == "Round 2 · 07:30"


def test_no_time_takes_no_room(room: Room) -> None:
    room.window.show_timer("Round 2 · 07:30")

    room.window.show_timer("")

    assert room.text("room-timer") == ""


def test_the_curtain_hides_verdicts_while_the_room_is_asked(room: Room, essay: Case) -> None:
    room.window.receive_standing(asking(essay))

    assert room.text("curtain-title") == "Verdicts are hidden. What do you expect?"
    assert room.text("curtain-title:5") == essay.by_code["R5"].text
    assert room.text("room-change") == ""
    assert room.text("room-differs") == "A3 fails · A7 uncertain"


def test_the_curtain_falls_before_the_spotlight_too(room: Room, essay: Case) -> None:
    room.window.receive_standing(asking(essay))

    room.window.spotlight(essay.by_code["R5"].id)

    assert room.text("curtain-title")


def test_a_page_without_verdicts_passes_through_the_curtain(room: Room, essay: Case) -> None:
    room.window.receive_standing(asking(essay))

    room.window.show_page("predict")

    assert room.text("count") == "0 groups"


def test_the_curtain_shows_the_hands_once_they_are_locked(room: Room, essay: Case) -> None:
    hands = (Hands(id=essay.recommendations[0].id, holds=12, open=3, falls=5),)
    counted = Prediction(id="prediction", hands=hands, asked=MOMENT)

    room.window.receive_standing(
        standing_of(
            essay,
            lambda workshop: locked(
                reworked(workshop, predictions=(counted,)), baseline_scenario(essay), MOMENT
            ),
        )
    )

    assert room.text("curtain-hands:1") == "12 hold · 3 open · 5 fall"


def test_the_page_comes_back_when_the_prediction_is_revealed(room: Room, essay: Case) -> None:
    room.window.receive_standing(asking(essay))

    room.window.receive_standing(
        standing_of(
            essay,
            lambda workshop: revealed(
                locked(asked(workshop, "", MOMENT), baseline_scenario(essay), MOMENT), MOMENT
            ),
        )
    )

    assert room.text("room-page") == "Board"
    assert room.text("room-change")


def test_no_verdict_is_spoken_while_the_curtain_is_closed(qtbot: QtBot, snapshot: Snapshot) -> None:
    room = Room(qtbot)
    room.window.receive_standing(asking(snapshot.case))

    room.window.receive(snapshot)

    told = room.words().casefold()
    assert not [word for word in ("still holds", "no longer", "fewer grounds", "moved") if word in told]


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_N])
def test_remotes_step_forward(qtbot: QtBot, room: Room, key: Qt.Key) -> None:
    with qtbot.waitSignal(room.window.moved) as caught:
        room.press(key)

    assert caught.args == [1]


@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Backspace, Qt.Key.Key_P])
def test_remotes_step_back(qtbot: QtBot, room: Room, key: Qt.Key) -> None:
    with qtbot.waitSignal(room.window.moved) as caught:
        room.press(key)

    assert caught.args == [-1]


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier])
def test_digits_name_a_page_whether_or_not_they_need_shift(
    qtbot: QtBot, room: Room, held: Qt.KeyboardModifier
) -> None:
    with qtbot.waitSignal(room.window.number_pressed) as caught:
        room.press(Qt.Key.Key_3, held)

    assert caught.args == [3]


@pytest.mark.parametrize("key", [Qt.Key.Key_B, Qt.Key.Key_Period])
def test_one_key_blanks_and_the_next_step_brings_the_page_back(qtbot: QtBot, room: Room, key: Qt.Key) -> None:
    room.press(key)
    blanked = room.text("blank-title")

    with qtbot.assertNotEmitted(room.window.moved):
        room.press(Qt.Key.Key_PageDown)

    assert blanked
    assert room.text("room-page") == "Board"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F5])
def test_the_room_is_closed_by_key(qtbot: QtBot, room: Room, key: Qt.Key) -> None:
    with qtbot.waitSignal(room.window.closed):
        room.press(key)

    assert not room.window.isVisible()


@pytest.mark.parametrize(("held", "step"), [(CONTROL, -1), (CONTROL | SHIFT, 1)])
def test_undo_and_redo_keys_wish_for_a_replay(
    qtbot: QtBot, room: Room, held: Qt.KeyboardModifier, step: int
) -> None:
    with qtbot.waitSignal(room.window.replay_wished) as caught:
        room.press(Qt.Key.Key_Z, held)

    assert caught.args == [step]


def test_control_with_page_down_wishes_for_another_page(qtbot: QtBot, room: Room) -> None:
    with qtbot.waitSignal(room.window.page_wished) as caught:
        room.press(Qt.Key.Key_PageDown, CONTROL)

    assert caught.args == [1]


def test_what_does_not_fit_is_turned_part_by_part_before_a_step_is_told(qtbot: QtBot, room: Room) -> None:
    room.window.show_page("load-bearing")
    with qtbot.assertNotEmitted(room.window.moved):
        room.press(Qt.Key.Key_PageDown)
    second = room.text("room-part")
    room.press(Qt.Key.Key_PageDown)

    with qtbot.waitSignal(room.window.moved):
        room.press(Qt.Key.Key_PageDown)

    assert second == "2 of 3"


def test_a_page_that_is_left_starts_anew_at_its_first_part(room: Room) -> None:
    room.window.show_page("load-bearing")
    room.press(Qt.Key.Key_PageDown)

    room.window.show_page("board")
    room.window.show_page("load-bearing")

    assert room.text("room-part") == "1 of 3"


def test_the_cursor_rests_unseen_and_comes_back_when_it_is_moved(qtbot: QtBot, room: Room) -> None:
    rests = room.window.findChild(QTimer, "cursor-rests")
    assert rests is not None and rests.isActive() and rests.interval() == 3000

    rests.timeout.emit()
    resting = room.window.cursor().shape()
    QTest.mouseMove(room.window, QPoint(300, 300))

    assert resting is Qt.CursorShape.BlankCursor
    qtbot.waitUntil(lambda: room.window.cursor().shape() is Qt.CursorShape.ArrowCursor)


def test_nothing_in_the_room_can_be_clicked(qtbot: QtBot, room: Room) -> None:
    stances = [room.window.page(page.name).stances_wished for page in DASHBOARDS]
    picks = [room.window.page(page.name).picked for page in DASHBOARDS]

    for page in DASHBOARDS:
        room.window.show_page(page.name)
        for wish in (*stances, *picks):
            with qtbot.assertNotEmitted(wish):
                QTest.mouseClick(room.window, Qt.MouseButton.LeftButton, pos=QPoint(400, 500))


def test_it_fills_the_only_display_and_takes_the_keyboard_there(qtbot: QtBot, room: Room) -> None:
    room.window.place()

    assert room.window.isFullScreen()
    assert room.window.geometry() == QGuiApplication.primaryScreen().geometry()


def test_with_one_display_or_none_there_is_no_other_to_take() -> None:
    screen = QGuiApplication.primaryScreen()

    assert room_screen([screen], screen) is screen
    assert room_screen([screen], None) is screen
    assert room_screen([], None) is None


def test_of_two_displays_it_fills_the_one_without_the_facilitator(tmp_path: Path) -> None:
    (tmp_path / "screens.json").write_text(json.dumps({"screens": [LAPTOP, PROJECTOR]}), encoding="utf-8")
    platform = f"offscreen:configfile={tmp_path / 'screens.json'}"

    run = subprocess.run(
        [sys.executable, "-c", PLACED],
        env={**os.environ, "QT_QPA_PLATFORM": platform},
        capture_output=True,
        text=True,
        check=True,
    )

    assert run.stdout.split() == ["projector", "1920", "1080", "True"]


def test_without_its_display_it_becomes_a_window_and_says_so(qtbot: QtBot, room: Room) -> None:
    room.window.place()
    left = room.window.geometry()

    with qtbot.waitSignal(room.window.told) as caught:
        room.window.leave(QGuiApplication.primaryScreen(), [QGuiApplication.primaryScreen()])

    assert not room.window.isFullScreen()
    assert left.contains(room.window.geometry(), True)
    assert caught.args == ["The room’s display is gone; its page is in a window now."]


def test_another_display_s_going_changes_nothing(room: Room) -> None:
    room.window.leave(QGuiApplication.primaryScreen(), [QGuiApplication.primaryScreen()])

    assert room.text("room-page") == "Board"


def test_where_it_waits_the_window_below_stays_in_sight() -> None:
    whole = QRect(100, 50, 1200, 900)

    assert waiting_place(whole) == QRect(300, 200, 800, 600)


def test_what_comes_in_while_it_is_closed_is_shown_when_it_opens(qtbot: QtBot, snapshot: Snapshot) -> None:
    room = Room(qtbot)
    room.window.close()
    room.window.receive(snapshot)

    room.window.show()

    assert room.text("room-differs") == "A3 fails · A7 uncertain"


def test_closing_for_good_leaves_no_page_behind(qtbot: QtBot, snapshot: Snapshot) -> None:
    window = RoomWindow(DASHBOARDS)
    window.show()
    window.receive(snapshot)
    pages = [window.page(page.name) for page in DASHBOARDS]
    for page in DASHBOARDS:
        window.show_page(page.name)

    with qtbot.waitSignals([page.destroyed for page in pages]):
        window.close()
        window.deleteLater()
