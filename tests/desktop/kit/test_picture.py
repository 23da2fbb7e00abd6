"""A page as a picture to take along: whole, without controls, and in SVG with charts as drawings."""

from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from desktop.base.theme import look
from desktop.kit.picture import page_picture
from models.pages.holds import holds
from models.schema.page import Page
from models.schema.view import Picture
from tests.states import after, snapshot, state

SIZE = QSize(900, 560)


def page(**view: Any) -> Page:
    return holds(snapshot(after(state(**view), A3="fails"), analysed=False))


@pytest.mark.parametrize("view", [{}, {"picture": Picture.MAP}, {"model": "alignment"}])
def test_a_page_is_pictured_in_twice_its_pixels(qapp: QApplication, view: dict[str, Any]) -> None:
    image = QImage.fromData(page_picture(page(**view), look(), SIZE, vector=False))

    assert image.width() == 2 * SIZE.width() and image.height() >= 2 * SIZE.height()
    colours = {image.pixelColor(x, y).name() for x in range(0, 1800, 7) for y in range(0, 1100, 7)}
    assert len(colours) > 20


def test_a_drawing_of_the_board_has_the_colours_of_its_picture(qapp: QApplication) -> None:
    drawn = QImage(SIZE * 2, QImage.Format.Format_RGB32)
    with QPainter(drawn) as painter:
        QSvgRenderer(QByteArray(page_picture(page(), look(), SIZE, vector=True))).render(painter)
    pictured = QImage.fromData(page_picture(page(), look(), SIZE, vector=False))

    for tone in ("open", "warn"):
        dark = look().colour(tone).name()
        found = [
            sum(
                image.pixelColor(x, y).name() == dark
                for x in range(0, image.width(), 5)
                for y in range(0, image.height(), 5)
            )
            for image in (drawn, pictured)
        ]
        assert found[1] > 50 and abs(found[0] - found[1]) < 0.2 * found[1]


def test_a_chart_is_a_drawing_in_a_drawing(qapp: QApplication) -> None:
    without = page_picture(page(), look(), SIZE, vector=True)
    drawn = page_picture(page(model="alignment"), look(), SIZE, vector=True)

    assert drawn.startswith(b"<?xml")
    assert drawn.count(b"<path") > without.count(b"<path") + 50
