"""Sets documents with Typst: PDF and page images from one template, so that the pages agree."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, cast

from models.charts.glyphs import beside
from models.language.messages import message, spoken
from models.language.unseen import with_line_ends
from models.paper.blocks import page_data, sign_drawings
from models.paper.margins import sheet_language
from models.paper.typesetting import STANDARDS, companions, fonts, printable
from models.schema.page import Page
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
        "signs": json.dumps(sign_drawings()),
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
