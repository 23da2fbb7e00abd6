"""Signs: one drawing a shape, told apart without colour, sharp where the screen has more pixels."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.base import theme
from desktop.kit.signs import draw_sign
from models.charts.chart_signs import draw_signs
from models.charts.palette import palette
from models.language.states import sign
from models.schema.grades import Verdict
from models.schema.page import Shape, Sign, Tone
from resources import ROOT

SIDE = 64  # pixels of a sign that is compared


def drawn(sign: Sign, side: int = 16, ratio: float = 1.0, soft: bool = False) -> QImage:
    image = QImage(round(side * ratio), round(side * ratio), QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    painter = QPainter(image)
    draw_sign(painter, QRectF(0, 0, side, side), sign, theme.resolve(theme.Scheme.LIGHT, 100), soft)
    painter.end()
    image.setDevicePixelRatio(1)
    return image


@pytest.mark.parametrize("shape", Shape)
def test_every_shape_has_a_drawing_with_the_placeholders_only(shape: Shape) -> None:
    text = (ROOT / "signs" / f"{shape.value}.svg").read_text(encoding="utf-8")

    assert text.replace("$ink", "").replace("$line", "").replace("$ground", "").count("$") == 0


def test_every_shape_is_drawn_otherwise_in_one_colour(qapp: QApplication) -> None:
    images = [drawn(Sign(shape, Tone.INK), 32) for shape in Shape]

    assert all(images.count(image) == 1 for image in images)


def test_how_something_was_is_fainter_than_how_it_is(qapp: QApplication) -> None:
    ticked = Sign(Shape.TICK_DISC, Tone.GOOD)

    assert drawn(ticked, soft=True) != drawn(ticked)


def test_a_sign_has_the_pixels_of_the_screen(qapp: QApplication) -> None:
    diamond = Sign(Shape.DIAMOND, Tone.WARN)

    assert drawn(diamond, 16, 2.0) == drawn(diamond, 32, 1.0)


def test_a_verdict_has_the_same_sign_in_charts_as_everywhere(qapp: QApplication) -> None:
    shapes = tuple(sign(verdict).shape for verdict in Verdict)
    everywhere = {shape: _mask(drawn(Sign(shape, Tone.INK), SIDE)) for shape in shapes}

    for shape in shapes:
        charted = _charted(shape)
        nearest = min(shapes, key=lambda one: int((everywhere[one] != charted).sum()))
        assert nearest is shape
        assert (everywhere[shape] != charted).mean() < 0.12, shape


def _mask(image: QImage) -> "np.ndarray[Any, Any]":
    """Where there is ink, cut to what is inked and brought to one size."""
    pixels = [[image.pixelColor(x, y) for x in range(SIDE)] for y in range(SIDE)]
    return _cut(np.array([[dot.alpha() > 127 and dot.lightness() < 128 for dot in row] for row in pixels]))


def _charted(shape: Shape) -> "np.ndarray[Any, Any]":
    """The same of the sign that a chart draws, whose marks are painted in the colour of the panel."""
    colours = palette("light")
    figure = Figure(figsize=(1, 1), dpi=200)
    canvas: Any = FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set(xlim=(-1, 1), ylim=(-1, 1))
    draw_signs(axes, [(0, 0)], [Sign(shape, Tone.INK)], replace(colours, panel="#ffffff"), 5)
    canvas.draw()
    return _cut(np.asarray(canvas.buffer_rgba())[:, :, 0] < 128)


def _cut(ink: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    whole = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    places = [np.linspace(0, length - 1, 40).round().astype(int) for length in whole.shape]
    cut: np.ndarray[Any, Any] = whole[np.ix_(*places)]
    return cut
