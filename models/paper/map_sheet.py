"""The argument map on one landscape page, or on a page for each recommendation where one could not be read."""

from functools import partial

from models.charts.map_drawing import map_svg, most_in, type_of
from models.charts.palette import palette
from models.language.headline import headline
from models.language.messages import marked, message, told
from models.language.words import listed
from models.pages.map_block import map_block
from models.paper.document import Document, Part
from models.paper.forms import Drawing
from models.paper.map_parts import Panel, Sheets, shown_in
from models.paper.margins import sheet_subtitle
from models.paper.pack.wish import Wish, sheet
from models.schema.case import Case
from models.schema.page import Line, Map, Page, Weight

ROOM = {"a4": (750.0, 430.0), "letter": (700.0, 445.0), "a3": (1100.0, 680.0)}
"""The width and height that the page leaves for the map, in points."""
READABLE = 6.0
"""The smallest type that is read on paper, in points."""
OVER = 24.0
"""How much less height there is where a page says what it is about, in points."""
APART = marked(
    "On one page it could not be read, so each recommendation has a page of its own with what it depends on, "
    "and what does not fit there follows."
)


def map_sheets(wish: Wish) -> tuple[Document, ...]:
    """The map as it stands, under its headline."""
    snapshot = wish.snapshot
    block = map_block(snapshot)
    width, height = ROOM[wish.paper]
    line = f"{snapshot.case.title}: {listed(block.headings)}."
    under = f"{line} {sheet_subtitle(snapshot)}".strip()
    if _fits(block.case, width, height):
        alternative = f"{headline(snapshot)}. {line}"
        parts = [_part(block, alternative, (Line(text=under, weight=Weight.SOFT),), (width, height))]
    else:
        room = height - OVER
        sheets = Sheets(block.case, most_in(room, READABLE), partial(_fits, width=width, height=room))
        first = (Line(text=f"{under} {message(APART)}", weight=Weight.SOFT),)
        parts = [
            _part(
                shown_in(block, page),
                f"{_about(page)}.",
                (*(() if at else first), Line(text=_about(page), weight=Weight.STRONG)),
                (width, room),
                fresh=at > 0,
            )
            for at, page in enumerate(sheets.panels())
        ]
    title = f"{headline(snapshot)}."
    return (sheet(wish, message("Argument map"), title=title, landscape=True, parts=tuple(parts)),)


def _about(panel: Panel) -> str:
    """What a page is about: a statement, and which of its pages this is."""
    item = panel.case.by_id[panel.about]
    name = f"{item.title} ({item.code})"
    if panel.of == 1:
        return name
    return told("{name}, arguments {number} of {total}", name=name, number=panel.place, total=panel.of)


def _fits(case: Case, width: float, height: float) -> bool:
    return type_of(case, width, height) >= READABLE


def _part(
    block: Map, alternative: str, lead: tuple[Line, ...], room: tuple[float, float], *, fresh: bool = False
) -> Part:
    svg = map_svg(block, *room, palette("light")).decode()
    drawing = Drawing(id="map", svg=svg, alternative=alternative)
    return Part(page=Page(name="map", title="", lead=lead, blocks=(drawing,)), fresh=fresh)
