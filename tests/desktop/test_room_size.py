"""The room's type: large enough for the back row, sharp, and nothing of a page out of sight."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QTableView
from pytestqt.qtbot import QtBot

from desktop.base.theme import Scheme, look, resolve, wear
from desktop.room_place import magnification
from desktop.room_window import RoomPage
from desktop.widgets.chart_view import ChartView
from desktop.widgets.room_parts import out_of_sight
from models.analyses.standing import take_standing
from models.schema.case import Case
from models.schema.snapshot import Snapshot
from models.store.cases import load_embedded
from tests.analysed import analysed
from tests.desktop.rooms import DASHBOARDS, SHELF, CountingPage, Room, ShelfPage
from tests.workshops import four_tables

NAMES = [page.name for page in DASHBOARDS]
SIZES = [(1280, 720), (1024, 768), (1366, 768), (3840, 2160)]
IN_PARTS = {"load-bearing", "argument-map", "rounds"}
BACK_ROW = 24


@pytest.fixture(scope="module")
def snapshots() -> list[Snapshot]:
    essay: Case = load_embedded("dprk-lessons")
    disputed = {"A3": "fails", "A1": "uncertain", "A7": "uncertain", "A10": "uncertain", "A14": "uncertain"}
    return [analysed(essay, stances)[0] for stances in ({}, disputed, {"A2": "fails", "A20": "fails"})]


def test_the_magnification_goes_with_the_height_and_has_a_least() -> None:
    assert magnification(1080) == 1.85
    assert magnification(2160) == 3.7
    assert magnification(768) == magnification(600) == 1.4


@pytest.mark.parametrize("name", NAMES)
def test_the_body_of_every_dashboard_is_read_from_the_back_row(
    qtbot: QtBot, snapshots: list[Snapshot], name: str
) -> None:
    room = Room(qtbot)
    room.window.show_page(name)

    for snapshot in snapshots:
        room.window.receive(snapshot)

        assert room.body() >= BACK_ROW
        assert (room.text("room-part") != "") == (name in IN_PARTS)


@pytest.mark.parametrize("name", ["room:spotlight", "room:curtain"])
def test_no_type_of_the_room_s_own_pages_is_smaller_than_that(
    qtbot: QtBot, snapshots: list[Snapshot], name: str
) -> None:
    room = Room(qtbot)
    room.window.show_page(name)
    for snapshot in snapshots:
        room.window.receive(snapshot)
        labels = [label for label in room.page.findChildren(QLabel) if label.isVisible() and label.text()]
        sizes = [label.font().pixelSize() * room.stage.magnification for label in labels]

        assert min(sizes) >= BACK_ROW


def test_the_words_round_the_page_are_as_large(qtbot: QtBot, snapshots: list[Snapshot]) -> None:
    room = Room(qtbot)
    room.window.receive(snapshots[1])
    labels = [label for label in room.window.findChildren(QLabel) if label.isVisible()]

    assert min(label.font().pixelSize() for label in labels) >= BACK_ROW


def test_type_measured_through_the_view_is_as_large_as_promised(
    qtbot: QtBot, snapshots: list[Snapshot]
) -> None:
    room = Room(qtbot, pages=(RoomPage("count", "Count", CountingPage),))
    room.window.receive_standing(take_standing(snapshots[0].case, four_tables(snapshots[0].case)))
    room.window.receive(snapshots[0])
    label = room.page.findChild(QLabel, "count")
    assert label is not None

    high = QFontMetrics(label.font()).height()
    seen = room.stage.viewportTransform().mapRect(QRect(0, 0, 100, high)).height()

    assert label.font().pixelSize() * seen / high >= BACK_ROW


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("name", [*NAMES, "room:spotlight", "room:curtain"])
def test_in_every_room_all_of_a_page_is_seen_part_by_part(
    qtbot: QtBot, snapshots: list[Snapshot], name: str, width: int, height: int
) -> None:
    room = Room(qtbot, width, height)
    room.window.receive(snapshots[1])
    room.window.show_page(name)
    rows: dict[str, set[int]] = {}

    for _ in range(room.stage.parts()[1]):
        for table in room.page.findChildren(QTableView):
            shown = {row for row in range(table.model().rowCount()) if not table.isRowHidden(row)}
            rows.setdefault(table.objectName(), set()).update(shown)
        assert out_of_sight(room.page).width() <= 0, room.page.size()
        room.press(Qt.Key.Key_PageDown)

    least = 18 * max(1, height / 1080)
    assert room.body() >= least - 0.01
    for table in room.page.findChildren(QTableView):
        assert rows[table.objectName()] == set(range(table.model().rowCount()))


@pytest.mark.parametrize("name", NAMES)
def test_no_dashboard_offers_a_control(qtbot: QtBot, snapshots: list[Snapshot], name: str) -> None:
    room = Room(qtbot)
    room.window.show_page(name)

    for snapshot in snapshots:
        room.window.receive(snapshot)

        assert room.controls() == []


def test_the_room_is_as_large_whatever_the_window_s_scale(qtbot: QtBot, snapshots: list[Snapshot]) -> None:
    room = Room(qtbot)
    room.window.receive(snapshots[0])
    before = room.stage.magnification

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    wear(application, resolve(Scheme.LIGHT, 200))

    assert look().px(13) * room.stage.magnification == pytest.approx(13 * before, rel=0.01)
    assert min(label.font().pixelSize() for label in room.window.findChildren(QLabel)) >= BACK_ROW


def test_the_page_follows_the_scheme(qtbot: QtBot, snapshots: list[Snapshot]) -> None:
    room = Room(qtbot)
    room.window.receive(snapshots[0])

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    wear(application, resolve(Scheme.DARK, 100))

    ground = look().colour("ground")
    corner = room.stage.geometry().bottomRight()
    assert QColor(room.window.grab().toImage().pixel(corner.x() - 2, corner.y() - 2)) == ground


@pytest.mark.parametrize(("name", "chart"), [("load-bearing", "load-chart"), ("likelihood", "tornado")])
def test_charts_have_a_dot_for_every_pixel_of_the_room(
    qtbot: QtBot, snapshots: list[Snapshot], name: str, chart: str
) -> None:
    room = Room(qtbot)
    room.window.receive(snapshots[1])
    room.window.show_page(name)
    shown = room.page.findChild(ChartView, chart)
    assert shown is not None

    qtbot.waitUntil(lambda: shown.sharpness >= room.stage.magnification)


def test_a_part_ends_between_two_panels(qtbot: QtBot, snapshots: list[Snapshot]) -> None:
    room = Room(qtbot, pages=(RoomPage("shelf", "Shelf", ShelfPage),))
    room.window.receive(snapshots[0])
    area = room.page.findChild(QScrollArea)
    assert area is not None
    seen: list[str] = []

    for _ in range(room.stage.parts()[1]):
        sight = QRect(0, area.verticalScrollBar().value(), area.viewport().width(), area.viewport().height())
        panels = room.page.findChildren(QFrame, "panel")
        shown = [panel for panel in panels if sight.intersects(panel.geometry())]
        assert all(sight.contains(panel.geometry()) for panel in shown)
        seen += [panel.accessibleName() for panel in shown]
        room.press(Qt.Key.Key_PageDown)

    assert seen == [str(number) for number in range(SHELF)]
