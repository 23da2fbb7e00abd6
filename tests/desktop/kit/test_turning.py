"""Pages that are turned one after the other: what turns them stays under the pointer from the first to the last."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.base import theme
from desktop.kit.page_view import PageView
from models.pages.page import page
from models.pages.programme.walk_screens import screens
from models.schema.view import PageName, ProgrammePart, View
from tests.desktop.kit.test_every_page_fits import shown
from tests.states import case_named, snapshot, state


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    theme.load_fonts()
    yield
    theme.wear(qapp, theme.resolve(theme.Scheme.LIGHT, 100))


@pytest.mark.parametrize("short", [True, False])
@pytest.mark.parametrize(("width", "height", "scale"), [(1318, 600, 100), (1306, 500, 150), (1220, 500, 125)])
def test_what_turns_the_walk_through_stays_where_it_is(
    qtbot: QtBot, width: int, height: int, scale: int, short: bool
) -> None:
    view = PageView(True)
    qtbot.addWidget(view)
    view.wear(theme.resolve(theme.Scheme.LIGHT, scale))
    view.resize(width, height)
    view.show()
    plain = snapshot(state(), analysed=False)
    at = View(page=PageName.PROGRAMME, programme=ProgrammePart.WALK, short_walk=short)

    places = set()
    for screen in screens(case_named(), short):
        view.receive(
            page(snapshot(replace(state(), view=replace(at, screen=screen.id)), plain, analysed=False))
        )
        (turning,) = (part for part in view.findChildren(QWidget, "turn-screen") if part.isVisible())
        places.add(turning.geometry().getRect())

    assert len(places) == 1


def test_a_screen_that_is_turned_to_is_set_as_large_as_the_first(qtbot: QtBot) -> None:
    at = View(page=PageName.PROGRAMME, programme=ProgrammePart.WALK)
    turned = shown(qtbot, 1536, 719, 100, controls=True)

    for screen in ("step:nuclear-bet-vindicated", "step:draw-from-moscow"):
        described = page(snapshot(replace(state(), view=replace(at, screen=screen))))
        turned.receive(described)
        fresh = shown(qtbot, 1536, 719, 100, controls=True)
        fresh.receive(described)
        assert [box.place.height() for box in turned.text_boxes()] == [
            box.place.height() for box in fresh.text_boxes()
        ]
