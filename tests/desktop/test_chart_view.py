"""A figure in the window: in the colours and the size of type of the look, as far as there is room."""

import pytest
from matplotlib.figure import Figure
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.base.theme import Scheme, resolve, wear
from desktop.widgets.chart_view import ChartView
from models.charts.palette import Palette, palette


class Drawing:
    """Remembers how it was asked to draw."""

    def __init__(self) -> None:
        self.colours: Palette | None = None
        self.scale = 0.0

    def __call__(self, figure: Figure, colours: Palette, scale: float) -> str:
        self.colours, self.scale = colours, scale
        return "in words"


def drawn(qtbot: QtBot, qapp: QApplication, scheme: Scheme, scale: int) -> Drawing:
    chart, drawing = ChartView(QSize(200, 100)), Drawing()
    qtbot.addWidget(chart)
    wear(qapp, resolve(scheme, scale))
    chart.resize(300, 300)
    chart.show()
    chart.receive(drawing)
    qtbot.waitUntil(lambda: chart.accessibleDescription() == "in words", timeout=20_000)
    wear(qapp, resolve(Scheme.LIGHT, 100))
    return drawing


@pytest.mark.parametrize(("asked", "had"), [(100, 1.0), (125, 1.25), (200, 1.5)])
def test_type_is_as_large_as_wished_as_far_as_there_is_room(
    qtbot: QtBot, qapp: QApplication, asked: int, had: float
) -> None:
    assert drawn(qtbot, qapp, Scheme.LIGHT, asked).scale == had


def test_a_chart_wears_the_colours_of_the_window(qtbot: QtBot, qapp: QApplication) -> None:
    assert drawn(qtbot, qapp, Scheme.DARK, 100).colours == palette("dark")


def test_a_chart_without_a_figure_draws_nothing(qtbot: QtBot) -> None:
    chart = ChartView(QSize(200, 100))
    qtbot.addWidget(chart)

    assert chart.drawing(QPoint(1, 2)) == ""
