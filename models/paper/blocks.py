"""Turns a page into plain data for the template: the same blocks as on the screen, less what is a control.

Nothing that a template would evaluate is in it, and every text consists of characters that can be set.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from html import unescape
from typing import Any

from models.charts.glyphs import lacking, visible
from models.charts.palette import palette
from models.paper.forms import Drawing
from models.paper.typesetting import printable
from models.schema.page import Figure, Map, Page, Sign, SignCell, Table, TextCell, for_room
from resources import ROOT

DROPPED = frozenset(
    {"action", "text_of", "tools", "private", "ask", "share", "tip", "spoken", "case", "values"}
)
WRITTEN = re.compile(r"<text(?P<attributes>[^>]*)>(?P<words>[^<]*)</text>")
ATTRIBUTE, SIZE = re.compile(r'([a-z-]+)="([^"]*)"'), re.compile(r'viewBox="0 0 (\S+) (\S+)"')
INK, PAPER = "#000000", "#ffffff"
NOTHING = (TextCell(text=""), SignCell())
MOST_SLANTED = 24
"""So many columns under slanted names leave room for the names of recommendations beside them."""
POINTS, SCREEN = 72, 96
"""Points and screen pixels to the inch: a chart is as high on paper as on the screen."""


def page_data(page: Page, width: float, words: Callable[[str], str] = printable) -> dict[str, Any]:
    """The page as the template takes it; `width` is that of the type area in points, `words` makes texts of words."""
    data: dict[str, Any] = _plain(for_room(page), width, words)
    return data


def _told(table: Table) -> Table:
    """The table without the columns in which nothing stands."""
    kept = [
        place
        for place in range(len(table.columns))
        if not table.rows or any(row.cells[place] not in NOTHING for row in table.rows)
    ]
    return _with_columns(table, kept)


def _in_parts(item: Any) -> tuple[Any, ...]:
    """A table in as many as have room beside one another for its slanted columns; anything else as it is."""
    if not isinstance(item, Table):
        return (item,)
    table = _told(item)
    slanted = [place for place, column in enumerate(table.columns) if column.slanted]
    number = -(-len(slanted) // MOST_SLANTED) or 1
    shares = [
        slanted[at * len(slanted) // number : (at + 1) * len(slanted) // number] for at in range(number)
    ]
    parts = [_with_columns(table, {*range(len(table.columns))} - {*slanted} | {*share}) for share in shares]
    parts = [parts[0], *(replace(part, heading="") for part in parts[1:])]
    return (*(replace(part, key=(), note="") for part in parts[:-1]), parts[-1])


def _with_columns(table: Table, kept: Collection[int]) -> Table:
    places = sorted(kept)
    rows = tuple(replace(row, cells=tuple(row.cells[place] for place in places)) for row in table.rows)
    return replace(table, columns=tuple(table.columns[place] for place in places), rows=rows)


def sign_drawings() -> dict[str, str]:
    """The drawing of every sign in black, by the name of its shape: a state is told by shape and word on paper."""
    found = sorted((ROOT / "signs").glob("*.svg"))
    return {path.stem: _black(path.read_text(encoding="utf-8")) for path in found}


def _drawn(block: Figure, width: float) -> str:
    from matplotlib.figure import Figure as Canvas  # slow to load, and few pages have a chart

    from models.charts.draw import draw
    from models.charts.style import svg_bytes

    canvas = Canvas(figsize=(width / POINTS, block.height / SCREEN), layout="constrained")
    draw(canvas, block, palette("light"), 1.0)
    return svg_bytes(canvas).decode()


def _parted(svg: str) -> dict[str, Any]:
    """A drawing, and apart from it its lines of text in other scripts than ours, or that run as those do.

    What is set inside a drawing joins no letters with their marks as a tagged PDF wants them, so the template sets it.
    """
    written = WRITTEN.finditer(svg)
    apart = [one for one in written if "direction=" in one["attributes"] or lacking(unescape(one["words"]))]
    for found in apart:
        svg = svg.replace(found[0], "", 1)
    words = [
        {**dict(ATTRIBUTE.findall(found["attributes"])), "words": visible(unescape(found["words"]))}
        for found in apart
    ]
    return {"svg": visible(svg), "words": words, "size": SIZE.findall(svg)[0]}


def _black(drawing: str) -> str:
    for name, colour in (("$ink", INK), ("$line", INK), ("$ground", PAPER)):
        drawing = drawing.replace(name, colour)
    return drawing


def _plain(value: Any, width: float, words: Callable[[str], str]) -> Any:
    match value:
        case Figure():
            return {
                "kind": "Figure",
                "heading": value.heading,
                "svg": _drawn(value, width),
                "alternative": value.alternative,
            }
        case Map():
            return {"kind": "Tree", "heading": value.heading, "nodes": _plain(value.outline, width, words)}
        case Drawing():
            return {**_parted(value.svg), "kind": "Drawing", "alternative": printable(value.alternative)}
        case Sign():
            return {
                "shape": value.shape.value,
                "word": value.word,
                "faint": value.tone.value.endswith("faint"),
            }
        case Enum():
            return value.value
        case tuple() | list():
            return [_plain(part, width, words) for item in value for part in _in_parts(item)]
        case _ if is_dataclass(value):
            kept = (field.name for field in fields(value) if field.name not in DROPPED)
            data = {name: _plain(getattr(value, name), width, words) for name in kept}
            return {"kind": type(value).__name__, **data}
        case str():
            return words(value)  # a drawing is none of these: broken words would spoil it
        case int() | float() | None:
            return value
        case _:
            return None
