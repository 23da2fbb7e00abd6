"""Terms of art are explained where they stand: the pointer on one, on any page, brings a tip."""

from collections.abc import Iterator
from html import unescape
from unittest.mock import Mock, patch

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QEnterEvent, QHelpEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.kit import terms
from desktop.kit.page_view import PageView
from desktop.kit.text import TextBox
from models.pages.glossary import explained_in, meaning
from models.schema.action import Look, look
from models.schema.grades import Stance
from models.schema.steps.scenario_steps import set_stance
from models.schema.view import DependsPart, DifferPart, PageName, Picture, ProgrammePart, WatchPart
from tests.states import state
from tests.window import Window, at_rest
from tests.workshops import four_tables

PAGES = (
    look(page=PageName.HOLDS, picture=Picture.BOARD),
    look(page=PageName.HOLDS, picture=Picture.MAP),
    look(page=PageName.HOLDS, picture=Picture.BOARD, model="alignment"),
    *(look(page=PageName.PROGRAMME, programme=part) for part in ProgrammePart),
    *(look(page=PageName.DEPENDS, depends=part) for part in DependsPart),
    *(look(page=PageName.DIFFER, differ=part) for part in DifferPart),
    *(look(page=PageName.WATCH, watch=part) for part in WatchPart),
)


def seen(window: QWidget) -> Iterator[tuple[PageView, TextBox, QPoint]]:
    """Every text of the pages in the window that can be seen, with the middle of it."""
    for view in window.findChildren(PageView):
        if view.isVisible():
            for box in view.text_boxes():
                middle = box.place.center()
                if view.rect().contains(middle) and view.seen.contains(middle):
                    yield view, box, view.mapTo(window, middle)


def tip_at(window: QWidget, place: QPoint) -> str:
    """The tip that comes up at a place: what a widget tells, or else what Qt finds."""
    target, shown = window.childAt(place), []
    if target is None:
        return ""
    event = QHelpEvent(QEvent.Type.ToolTip, target.mapFrom(window, place), window.mapToGlobal(place))
    with patch.object(terms, "QToolTip", Mock(showText=lambda at, tip, widget: shown.append(tip))):
        QApplication.sendEvent(target, event)
    while target is not None:
        shown.append(target.toolTip())
        target = target.parentWidget()
    return unescape(next(filter(None, shown), ""))


pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def texts(window: Window, wanted: Look) -> dict[str, str]:
    """Every text of a page with the tip that it brings, once all is worked out."""
    window.act(wanted)
    window.qtbot.waitUntil(lambda: window.window.session.snapshot.analyses is not None)
    with at_rest():
        return {box.text: tip_at(window.window, at) for _, box, at in seen(window.window)}


@pytest.fixture
def toggled(window: Window) -> Window:
    window.window.session.start(state(workshop=four_tables(state().case)))
    window.window.resize(1600, 900)
    for name, stance in (("learns-from-war", Stance.FAILS), ("inducements-suffice", Stance.UNCERTAIN)):
        window.act(set_stance(name, stance))
    return window


def test_every_term_on_every_page_brings_a_tip(toggled: Window) -> None:
    missing = []

    for wanted in PAGES:
        told = texts(toggled, wanted)
        missing += [(wanted.changes, text) for text, tip in told.items() if explained_in(text) and not tip]

    assert missing == []


def test_legends_open_cards_doubt_and_load_are_explained(toggled: Window) -> None:
    board = texts(toggled, look(page=PageName.HOLDS, picture=Picture.BOARD))
    load = texts(toggled, look(page=PageName.DEPENDS, depends=DependsPart.DOUBT))

    assert meaning("Open") in board["Open"]
    assert meaning("No longer workable") in board["No longer workable"]
    assert any(
        meaning("Vulnerable") in tip
        for text, tip in load.items()
        if text.startswith("How much do you doubt it")
    )
    assert any(meaning("Load-bearing") in tip for text, tip in load.items() if "is load-bearing" in text)
    assert any(
        meaning("Load-bearing") in tip for text, tip in load.items() if text.startswith("Load-bearing:")
    )


def test_a_stance_and_a_tile_explain_themselves_to_whoever_points_there(window: Window) -> None:
    for name, term in (
        ("stance:learns-from-war:uncertain", "Uncertain"),
        ("tile:accept-reality", "Still holds"),
    ):
        widget = window.find(QWidget, name)
        QApplication.sendEvent(widget, QEnterEvent(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1)))

        assert meaning(term) in unescape(widget.toolTip())
