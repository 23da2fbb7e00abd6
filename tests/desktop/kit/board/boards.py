"""A board as it is shown: the sizes and the changes that are tried, its cards and its buttons."""

from functools import lru_cache

from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.base import theme
from desktop.kit.cards import CardsWidget
from desktop.kit.page_view import PageView
from models.pages.board_cards import board
from models.schema.snapshot import Snapshot
from tests.states import after, case_named, snapshot, state

SIZES = (
    *((1280, 720), (1280, 800), (1366, 768), (1366, 790), (1440, 900), (1536, 864)),
    *((1600, 900), (1680, 1050), (1920, 1080), (1920, 1200), (2048, 1152), (2560, 1440)),
)
CHANGES: tuple[dict[str, str], ...] = (
    {},
    {"A3": "fails"},
    {"A1": "fails"},
    {"A2": "fails", "A18": "fails"},
    {"A20": "fails"},
    {"A1": "uncertain", "A3": "uncertain", "A17": "uncertain", "A20": "uncertain"},
    {"A17": "fails"},
    {"A13": "fails", "A16": "uncertain"},
)


@lru_cache(maxsize=8)
def changed(place: int) -> Snapshot:
    base = state(picked=case_named().by_code["R5"].id)
    return snapshot(after(base, **CHANGES[place]) if CHANGES[place] else base, analysed=False)


def shown(qtbot: QtBot, width: int, height: int, scale: int = 100, controls: bool = True) -> PageView:
    view = PageView(controls)
    qtbot.addWidget(view)
    view.wear(theme.resolve(theme.Scheme.LIGHT, scale))
    view.resize(width, height)
    view.show()
    return view


def cards_of(view: PageView) -> CardsWidget:
    widget = view.widget(board(changed(0)).id)
    assert isinstance(widget, CardsWidget)
    return widget


def buttons(view: PageView) -> list[QAbstractButton]:
    found = cards_of(view).findChildren(QAbstractButton)
    return sorted(found, key=lambda button: (button.y(), button.x()))
