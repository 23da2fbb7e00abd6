"""What the room leaves out of its search for a layout: the layout that it finds is the one of the whole search."""

from dataclasses import replace
from itertools import count

import pytest
from pytestqt.qtbot import QtBot

from desktop.base import theme
from desktop.kit import page_view
from desktop.kit.column import Column
from desktop.kit.layout import parting, screens
from desktop.kit.layout.parting import parts_of
from desktop.kit.layout.screens import Part
from desktop.kit.page_view import PageView, room_scale
from desktop.kit.tables import fit
from models.pages.page import room_page
from models.schema.page import Page
from models.schema.public import public
from models.schema.snapshot import State
from models.schema.view import PageName, View
from tests.desktop.kit.looks import shown_page
from tests.eight_states import eight_states
from tests.states import snapshot

SIZES = ((1280, 720), (1366, 768), (1920, 1080))
PAGES = (PageName.HOLDS, PageName.DEPENDS, PageName.WATCH, PageName.DIFFER)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_the_layout_in_a_room_is_that_of_the_whole_search(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: PageName, size: tuple[int, int]
) -> None:
    pages = [_page(state, name) for state in eight_states()]

    short = [_laid(qtbot, page, size) for page in pages]
    _search_all(monkeypatch)
    whole = [_laid(qtbot, page, size) for page in pages]

    assert short == whole


def test_a_page_that_has_nothing_to_give_up_is_laid_out_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = replace(_page(eight_states()[0], PageName.WATCH), lead=())
    view = shown_page(qtbot, page, 1280, 612, controls=False)
    tried: list[int] = []

    def noted(column: Column, room: int, high: int) -> list[Part]:
        tried.append(high)
        return parts_of(column, room, high)

    monkeypatch.setattr(parting, "parts_of", noted)

    view.settle()

    assert view.parts == 2
    assert len(tried) == 1


def _page(state: State, name: PageName) -> Page:
    return room_page(public(snapshot(replace(state, view=View(page=name)))))


def _laid(qtbot: QtBot, page: Page, size: tuple[int, int]) -> list[object]:
    """All that the room sees of a page, part by part."""
    view = PageView(controls=False)
    qtbot.addWidget(view)
    view.wear(replace(theme.look(), scale=room_scale(size[1])))
    view.resize(size[0], size[1] * 85 // 100)
    view.show()
    view.receive(page)
    seen: list[object] = []
    for part in range(view.parts):
        view.show_part(part)
        seen.append((view.seen, view.text_boxes()))
    view.hide()
    return seen


def _search_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try every type, and let no page be known as one that was tried already."""
    number = count()
    monkeypatch.setattr(fit, "heads_least", lambda *_: 0)
    monkeypatch.setattr(
        page_view,
        "slimmer",
        lambda page: tuple(
            replace(slim, name=f"{slim.name} {next(number)}") for slim in screens.slimmer(page)
        ),
    )
