"""A chart in the window: drawn after what is read, only while seen, in the look, with its words beside it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from desktop.base.theme import Scheme, resolve
from desktop.kit.figure import SMALLEST, FigureWidget
from models.pages.model_blocks import model_blocks
from models.schema.action import Command
from models.schema.page import Beside, Figure
from tests.states import after, snapshot, state


def block(**stances: str) -> Figure:
    (beside,) = model_blocks(snapshot(after(state(), **stances), analysed=False), "alignment")
    assert isinstance(beside, Beside)
    return next(inner for inner in beside.blocks if isinstance(inner, Figure))


@pytest.fixture
def chart(qtbot: QtBot) -> Iterator[FigureWidget]:
    widget = FigureWidget()
    qtbot.addWidget(widget)
    widget.resize(560, 340)
    yield widget


def shown(qtbot: QtBot, chart: FigureWidget, figure: Figure) -> FigureWidget:
    chart.show()
    chart.receive(figure)
    qtbot.waitUntil(lambda: chart.is_drawn)
    return chart


def test_a_chart_says_in_words_what_it_shows_before_it_is_drawn(chart: FigureWidget) -> None:
    figure = block()

    chart.receive(figure)

    assert chart.accessibleDescription() == figure.alternative
    assert chart.accessibleName() == figure.heading
    assert not chart.is_drawn


def test_a_chart_without_a_heading_is_called_a_chart(chart: FigureWidget) -> None:
    chart.receive(replace(block(), heading=""))

    assert chart.accessibleName() == "Chart"


def test_a_chart_that_is_not_seen_is_not_drawn(qtbot: QtBot, chart: FigureWidget) -> None:
    chart.receive(block())

    assert not chart.is_drawn
    assert not any(timer.isActive() for timer in chart.findChildren(QTimer))


def test_another_block_is_drawn_a_moment_later(qtbot: QtBot, chart: FigureWidget) -> None:
    before = shown(qtbot, chart, block()).grab().toImage()

    chart.receive(block(A10="fails"))
    at_once = chart.is_drawn
    qtbot.waitUntil(lambda: chart.is_drawn)

    assert not at_once
    assert chart.grab().toImage() != before


def test_a_chart_wears_the_look_that_it_is_given(qtbot: QtBot, chart: FigureWidget) -> None:
    chart.wear(resolve(Scheme.DARK, 100))
    shown(qtbot, chart, block())

    corner = chart.grab().toImage().pixelColor(3, 3)
    assert corner == resolve(Scheme.DARK, 100).colour("panel")


def test_its_menu_asks_to_save_and_to_copy(chart: FigureWidget) -> None:
    figure = block()
    chart.receive(figure)
    asked: list[object] = []
    chart.acted.connect(asked.append)

    for action in chart.actions():
        action.trigger()

    assert asked == [Command("save-figure", (figure,)), Command("copy-figure", (figure,))]


def test_the_room_sees_a_chart_without_a_menu(qtbot: QtBot) -> None:
    widget = FigureWidget(controls=False)
    qtbot.addWidget(widget)

    assert widget.actions() == []
    assert widget.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_chart_is_never_lower_than_its_smallest_type_needs(chart: FigureWidget) -> None:
    figure = block()
    chart.receive(figure)

    assert chart.minimumSizeHint().height() >= chart.look.px(figure.height * SMALLEST)
