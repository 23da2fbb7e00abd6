"""Sets documents with Typst: PDF and page images from one template, so that the pages agree."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Literal, cast

from models.language.messages import message, spoken
from models.paper.blocks import page_data, sign_drawings
from models.paper.margins import sheet_language
from models.paper.typesetting import STANDARDS, Companions, beside, companions, fonts, printable
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
FILES = {"main.typ": "document.typ", "blocks.typ": "blocks.typ", "forms.typ": "forms.typ"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One page of the application on paper; a `fresh` one begins a sheet of its own."""

    page: Page
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What is printed: its title and lead, what stands in the margins, and its parts.

    The title of one that is not `titled` stands in its parts. What is to be on `one_page` is set smaller where it
    would not be, as long as it can be read. `texts` are what is written in its `language`, the
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
    one_page: bool = False
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
    files: Any = {name: (ROOT / "templates" / file).read_bytes() for name, file in FILES.items()}
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
    if len(documents) == 1:
        inputs = _well_filled(files, found, inputs)
    return _compiler(files, found, inputs).compile(
        timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC), **options
    )


def _compiler(files: Any, found: Companions, inputs: dict[str, str]) -> "typst.Compiler":
    import typst

    return typst.Compiler(files, root=ROOT / "templates", font_paths=fonts(found.files), sys_inputs=inputs)


def _well_filled(files: Any, found: Companions, inputs: dict[str, str]) -> dict[str, str]:
    """The inputs with which the last page is neither begun for a few lines nor half empty, if there are any."""
    pages, end = _end(files, found, inputs)
    if pages == 1 or end > (FEW if pages > SHORT else WELL):
        return inputs
    closer = {**inputs, "closer": "yes"}
    if end < FEW and _end(files, found, closer)[0] < pages:
        return closer
    airy = ({**inputs, "air": air} for air in AIRY if pages <= SHORT)
    return next((each for each in airy if _end(files, found, each)[0] == pages), inputs)


def _end(files: Any, found: Companions, inputs: dict[str, str]) -> tuple[int, float]:
    """How many pages there are, and how far down the last one is filled, in points."""
    (last,) = json.loads(_compiler(files, found, inputs).query("<last>", field="value"))
    return last["page"], last["y"]


def _data(document: Document, width: float) -> dict[str, Any]:
    margins = {
        "title": document.title,
        "kind": document.kind,
        "head": document.head,
        "foot": document.foot,
        "lead": document.lead,
    }
    pages = [{**page_data(part.page, width), "fresh": part.fresh} for part in document.parts]
    plain: dict[str, Any] = printable(margins)
    return {
        **plain,
        "landscape": document.landscape,
        "titled": document.titled,
        "one-page": document.one_page,
        "pages": pages,
    }
