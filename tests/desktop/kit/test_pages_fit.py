"""The pages of the embedded case on a laptop: all of them is in sight, and nothing scrolls within them."""

from typing import Any

import pytest
from PySide6.QtWidgets import QScrollBar
from pytestqt.qtbot import QtBot

from models.pages.page import page
from models.schema.view import DependsPart, DifferPart, Outlook, PageName, ProgrammePart, WatchPart
from tests.desktop.kit.looks import shown_page
from tests.states import after, case_named, snapshot, state
from tests.workshops import four_tables

WIDTH, HEIGHT = 1366, 623
"""The stage of a laptop's screen of 1366×768 with the drawers folded."""
DEPENDS, DIFFER = PageName.DEPENDS, PageName.DIFFER
WHOLE: tuple[dict[str, Any], ...] = (
    {"page": DEPENDS, "picked": "prepare-reengagement"},
    {"page": DEPENDS, "outlook": Outlook.EVERYWHERE},
    {"page": DEPENDS, "depends": DependsPart.CHANGES},
    {"page": DEPENDS, "depends": DependsPart.READINGS},
    {"page": DIFFER},
    {"page": DIFFER, "differ": DifferPart.SIDES},
    {"page": PageName.WATCH, "watch": WatchPart.IGNORED},
    {"page": PageName.PROGRAMME, "programme": ProgrammePart.WALK},
)


@pytest.mark.parametrize("view", WHOLE, ids=lambda view: "-".join(map(str, view.values())))
def test_a_page_is_in_sight_whole_on_a_laptop(qtbot: QtBot, view: dict[str, Any]) -> None:
    of = after(state(workshop=four_tables(case_named()), **view), A3="fails")

    shown = shown_page(qtbot, page(snapshot(of)), WIDTH, HEIGHT)

    assert _scrolled(shown) == []


@pytest.mark.parametrize("part", [WatchPart.SIGNPOSTS, WatchPart.ACTIONS])
def test_long_tables_scroll_and_not_the_page_around_them(qtbot: QtBot, part: WatchPart) -> None:
    shown = shown_page(qtbot, page(snapshot(state(page=PageName.WATCH, watch=part))), WIDTH, HEIGHT)

    assert _scrolled(shown) == [f"table:{part}"]


def _scrolled(shown: Any) -> list[str]:
    """The names of what has a scroll bar that can be moved."""
    bars = shown.findChildren(QScrollBar)
    return [bar.parent().parent().objectName() for bar in bars if bar.maximum() > 0]
