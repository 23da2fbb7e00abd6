"""Sets documents with Typst: PDF and page images from one template, so that the pages agree.

The template is given plain data: the same blocks as on the screen, less what is a control.
"""

import json
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, date, datetime
from enum import Enum
from functools import partial
from html import unescape
from typing import TYPE_CHECKING, Any, Literal, cast

from models.charts.glyphs import beside, lacking, visible
from models.charts.palette import palette
from models.language.messages import message, spoken
from models.language.unseen import with_line_ends
from models.paper.forms import Drawing, sheet_language
from models.paper.typesetting import STANDARDS, companions, fonts, printable
from models.schema.page import Figure, Map, Page, Sign, SignCell, Table, TextCell, for_room
from resources import ROOT

if TYPE_CHECKING:
    import typst  # slow to load: whoever only asks what can be printed does without


Paper = Literal["a4", "letter", "a3"]
PAPERS: dict[Paper, str] = {"a4": "a4", "letter": "us-letter", "a3": "a3"}
WIDTHS: dict[Paper, float] = {"a4": 504.0, "letter": 521.0, "a3": 751.0}
"""The type area in points."""
FEW = 150.0
"""A last page that is filled no further than this, in points from its top, looks forgotten."""
WELL = 560.0
"""One that is filled so far does not; else the lines of a short document stand further apart."""
SHORT = 5
AIRY = ("2.2", "2", "1.8", "1.6", "1.4", "1.2")
"""How many times as far apart they may stand."""
TEMPLATES = ROOT / "templates"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One page of the application on paper; a `fresh` one begins a sheet of its own."""

    page: Page
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What is printed: its title and lead, what stands in the margins, and its parts.

    The title of one that is not `titled` stands in its parts. One that is `continued` goes on with the pages of the
    one before it. What is to be on `one_page` is set smaller where it
    would not be, as long as it can be read. The words of one that is not `in_lines` each stand on
    one line: a name of two lines would forge one of ours. `texts` are what is written in its `language`, the
    case's, where our own words are in another.
    """

    title: str
    kind: str
    head: str
    foot: str
    language: str
    printed: date
    lead: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    landscape: bool = False
    titled: bool = True
    continued: bool = False
    one_page: bool = False
    in_lines: bool = False
    texts: frozenset[str] = frozenset()


def pdf_of(documents: Sequence[Document], paper: Paper) -> bytes:
    """The documents, each with pages counted anew, as one tagged PDF (PDF/UA-1 and PDF/A-2a).

    The same documents give the same bytes.
    """
    return cast(bytes, _set(documents, paper, format="pdf", pdf_standards=STANDARDS))


def images_of(documents: Sequence[Document], paper: Paper, ppi: float) -> tuple[bytes, ...]:
    """The same pages as PNG, in so many pixels to the inch."""
    pages = _set(documents, paper, format="png", ppi=ppi)
    return tuple(pages) if isinstance(pages, list) else (pages,)


def _set(documents: Sequence[Document], paper: Paper, **options: Any) -> Any:
    day, found = documents[0].printed, companions(documents)
    with beside(found):
        data = [_data(document, WIDTHS[paper]) for document in documents]
    inputs = {
        "paper": PAPERS[paper],
        "documents": json.dumps(data),
        "signs": json.dumps(_sign_drawings()),
        "language": documents[0].language,
        "spoken": sheet_language(spoken()),
        "texts": json.dumps({printable(text): True for text in sorted(documents[0].texts)}),
        "numbered": message("Page {number} of {total}"),
        "families": json.dumps(found.families),
        "closer": "no",
        "air": "1",
    }
    compiler = partial(_compiler, fonts(found.files), inputs)
    compiled = _well_filled(compiler) if len(documents) == 1 else compiler()
    return compiled.compile(timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC), **options)


def _compiler(faces: "typst.Fonts", inputs: dict[str, str], **changed: str) -> "typst.Compiler":
    """What sets the documents; it lays them out once, however often it is asked."""
    import typst

    document = TEMPLATES / "document.typ"
    return typst.Compiler(document, root=TEMPLATES, font_paths=faces, sys_inputs=inputs | changed)


def _well_filled(compiler: Callable[..., "typst.Compiler"]) -> "typst.Compiler":
    """The one that neither begins the last page for a few lines nor leaves it half empty, if there is any."""
    plain = compiler()
    pages, end = _end(plain)
    if pages == 1 or end > (FEW if pages > SHORT else WELL):
        return plain
    closer = compiler(closer="yes")
    if end < FEW and _end(closer)[0] < pages:
        return closer
    airy = (compiler(air=air) for air in AIRY if pages <= SHORT)
    return next((each for each in airy if _end(each)[0] == pages), plain)


def _end(compiler: "typst.Compiler") -> tuple[int, float]:
    """How many pages there are, and how far down the last one is filled, in points."""
    (last,) = json.loads(compiler.query("<last>", field="value"))
    return last["page"], last["y"]


def _in_one_line(words: str) -> str:
    """Words for a line of their own; a title of two lines would forge one of ours."""
    return str(printable(with_line_ends(words)))


def _data(document: Document, width: float) -> dict[str, Any]:
    margins = {
        "title": document.title,
        "kind": document.kind,
        "head": document.head,
        "foot": document.foot,
    }
    words = printable if document.in_lines else _in_one_line
    pages = [{**page_data(part.page, width, words), "fresh": part.fresh} for part in document.parts]
    return {
        **{name: _in_one_line(words) for name, words in margins.items()},
        "lead": [_in_one_line(words) for words in document.lead],
        "landscape": document.landscape,
        "titled": document.titled,
        "continued": document.continued,
        "one-page": document.one_page,
        "pages": pages,
    }


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


def _sign_drawings() -> dict[str, str]:
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
