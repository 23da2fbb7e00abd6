"""Signs: one drawing a shape, told apart without colour, sharp where the screen has more pixels."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.base import theme
from desktop.kit.signs import draw_sign
from models.schema.page import Shape, Sign, Tone
from resources import ROOT


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
    sign = Sign(Shape.TICK_DISC, Tone.GOOD)

    assert drawn(sign, soft=True) != drawn(sign)


def test_a_sign_has_the_pixels_of_the_screen(qapp: QApplication) -> None:
    sign = Sign(Shape.DIAMOND, Tone.WARN)

    assert drawn(sign, 16, 2.0) == drawn(sign, 32, 1.0)
