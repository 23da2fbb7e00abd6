"""The pages of the embedded case on a laptop: all of them is in sight, and nothing scrolls within them."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QScrollBar
from pytestqt.qtbot import QtBot

from desktop.base import theme
from desktop.kit.cells.figures import word_widths
from desktop.kit.page_view import PageView
from desktop.kit.tables.view import TableView
from models.pages.page import page, room_page
from models.pages.programme.agenda import ninety_minutes
from models.schema.page import Page, Row, SpreadCell
from models.schema.scenario import with_credence
from models.schema.view import DependsPart, DifferPart, Outlook, PageName, ProgrammePart, WatchPart
from tests.desktop.kit.looks import shown_page
from tests.desktop.kit.test_every_page_fits import shown
from tests.states import after, case_named, snapshot, state
from tests.workshops import four_tables

WIDTH, HEIGHT = 1366, 623
"""The stage of a laptop's screen of 1366×768 with the drawers folded."""
DEPENDS, DIFFER = PageName.DEPENDS, PageName.DIFFER
WHOLE: tuple[dict[str, Any], ...] = (
    {"page": DEPENDS, "picked": "prepare-reengagement"},
    {"page": DEPENDS, "outlook": Outlook.EVERYWHERE},
    {"page": DEPENDS, "depends": DependsPart.CHANGES},
    {"page": DEPENDS, "depends": DependsPart.DOUBT},
    {"page": DEPENDS, "depends": DependsPart.READINGS},
    {"page": DIFFER},
    {"page": DIFFER, "differ": DifferPart.SIDES},
    {"page": PageName.WATCH, "watch": WatchPart.IGNORED},
    {"page": PageName.PROGRAMME, "programme": ProgrammePart.WALK},
)


@pytest.mark.parametrize("view", WHOLE, ids=lambda view: "-".join(map(str, view.values())))
def test_a_page_is_in_sight_whole_on_a_laptop(qtbot: QtBot, view: dict[str, Any]) -> None:
    of = after(state(workshop=four_tables(case_named()), **view), A3="fails")

    seen = shown_page(qtbot, page(snapshot(of)), WIDTH, HEIGHT)

    assert _scrolled(seen) == []


def test_doubt_is_in_sight_whole_with_its_charts(qtbot: QtBot) -> None:
    of = state(page=DEPENDS, depends=DependsPart.DOUBT)
    rated = replace(of, scenario=with_credence(of.case, of.scenario, "keeps-arsenal", 0.7))

    shown = shown_page(qtbot, page(snapshot(rated)), WIDTH, HEIGHT)

    assert _scrolled(shown) == []


def test_what_is_still_to_rate_is_read_whole_in_the_room(qtbot: QtBot) -> None:
    of = state(page=DEPENDS, depends=DependsPart.RATINGS)
    rated = replace(of, scenario=with_credence(of.case, of.scenario, "keeps-arsenal", 0.7))

    shown = shown_page(qtbot, room_page(snapshot(rated)), 1920, 1080, controls=False)

    chances = next(one for one in shown.findChildren(TableView) if one.table.columns[-1].id == "chance")
    cells = [row.cells[-1] for row in chances.table.lines if isinstance(row, Row)]
    assert chances.fit is not None
    needed = [word_widths(cell, chances.fit.face) for cell in cells if isinstance(cell, SpreadCell)]
    assert len(needed) == 11 and max(text + note for text, note in needed) < chances.columnWidth(1)


@pytest.mark.parametrize("part", [WatchPart.SIGNPOSTS, WatchPart.ACTIONS])
def test_long_tables_scroll_and_not_the_page_around_them(qtbot: QtBot, part: WatchPart) -> None:
    seen = shown_page(qtbot, page(snapshot(state(page=PageName.WATCH, watch=part))), WIDTH, HEIGHT)

    assert _scrolled(seen) == [f"table:{part}"]


@pytest.mark.parametrize(
    ("height", "scale", "added"), [(HEIGHT, 100, True), (551, 150, False), (551, 150, True)]
)
@pytest.mark.parametrize("outlook", Outlook)
def test_the_stress_test_is_in_sight_whole(
    qtbot: QtBot, outlook: Outlook, height: int, scale: int, added: bool
) -> None:
    of = after(state(page=DEPENDS, outlook=outlook), A3="fails")
    described = page(snapshot(replace(of, scenario=replace(of.scenario, added=added))))

    view, seen = _seen(qtbot, described, height, scale)

    titles = [item.title for item in case_named().recommendations]
    assert [title for title in titles if title not in seen] == []
    tables = view.findChildren(TableView)
    assert [one.objectName() for one in tables if one.horizontalScrollBar().maximum() > 0] == []


@pytest.mark.parametrize(("height", "given"), [(768, 120), (551, 112)])
def test_a_matrix_gives_up_no_more_of_larger_type_than_its_window_asks(
    qtbot: QtBot, height: int, given: int
) -> None:
    described = page(snapshot(state(page=DEPENDS)))

    view, _ = _seen(qtbot, described, height, 150)

    matrix = next(one for one in view.findChildren(TableView) if one.objectName() == "table:matrix-here")
    assert matrix.fit is not None and matrix.fit.face.look.scale == given


@pytest.mark.parametrize(
    ("width", "height", "least", "most"),
    [(1366, 623, 100, 100), (1920, 935, 120, 140), (2560, 1295, 150, 180)],
)
def test_the_stress_test_is_larger_in_a_large_window(
    qtbot: QtBot, width: int, height: int, least: int, most: int
) -> None:
    described = page(snapshot(after(state(page=DEPENDS), A3="fails")))

    view = shown_page(qtbot, described, width, height)

    matrix = next(one for one in view.findChildren(TableView) if one.objectName() == "table:matrix-here")
    assert matrix.fit is not None and least <= matrix.fit.face.look.scale <= most
    assert len({*matrix.fit.heights}) == 1
    assert _scrolled(view) == []


def test_an_agenda_is_read_whole_between_both_drawers(qtbot: QtBot) -> None:
    theme.load_fonts()
    plan = ninety_minutes()
    workshop = replace(four_tables(case_named()), agenda=plan)
    view = shown(qtbot, 776, 700, 100, controls=True)

    view.receive(page(snapshot(state(workshop=workshop, page=PageName.PROGRAMME))))

    def told() -> str:
        return " ".join(" ".join(box.text.split()) for box in view.text_boxes()).replace("Walk- ", "Walk-")

    qtbot.waitUntil(lambda: plan[-1].purpose in told())
    assert [step.title for step in plan if step.title not in told()] == []
    assert [step.purpose for step in plan if step.purpose not in told()] == []


def test_hints_of_fields_are_whole_at_150_percent(qtbot: QtBot) -> None:
    _, seen = _seen(qtbot, page(snapshot(state(page=PageName.WATCH))), 551, 150)

    assert {"who", "look by", "where"} <= seen


def _seen(qtbot: QtBot, described: Page, height: int, scale: int) -> tuple[PageView, set[str]]:
    """A page on a laptop's screen, and its texts that can be read before anything is scrolled."""
    view = shown(qtbot, WIDTH, height, scale, controls=True)
    view.receive(described)
    view.grab()  # bars that are not needed go when the page is painted
    return view, {box.text for box in view.text_boxes() if view.rect().contains(box.place)}


def _scrolled(shown: Any) -> list[str]:
    """The names of what has a scroll bar that can be moved."""
    bars = shown.findChildren(QScrollBar)
    return [bar.parent().parent().objectName() for bar in bars if bar.maximum() > 0]
