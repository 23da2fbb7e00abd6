"""Sets documents with Typst: PDF and page images from one template, so that the pages agree."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, cast

import typst

from models.paper.blocks import page_data, sign_drawings
from models.paper.typesetting import STANDARDS, fonts, printable
from models.schema.page import Page
from resources import ROOT

Paper = Literal["a4", "letter"]
PAPERS: dict[Paper, str] = {"a4": "a4", "letter": "us-letter"}
WIDTHS: dict[Paper, float] = {"a4": 504.0, "letter": 521.0}
"""The type area in points."""
FILES = {"main.typ": "document.typ", "blocks.typ": "blocks.typ"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One page of the application on paper; a `fresh` one begins a sheet of its own."""

    page: Page
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What is printed: its title and lead, what stands in the margins, and its parts."""

    title: str
    kind: str
    head: str
    foot: str
    language: str
    printed: date
    lead: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    landscape: bool = False


def pdf_of(document: Document, paper: Paper) -> bytes:
    """The document as tagged PDF (PDF/UA-1 and PDF/A-2a); the same document gives the same bytes."""
    return cast(bytes, _set(document, paper, format="pdf", pdf_standards=STANDARDS))


def images_of(document: Document, paper: Paper, ppi: float) -> tuple[bytes, ...]:
    """The same pages as PNG, in so many pixels to the inch."""
    pages = _set(document, paper, format="png", ppi=ppi)
    return tuple(pages) if isinstance(pages, list) else (pages,)


def _set(document: Document, paper: Paper, **options: Any) -> Any:
    files: Any = {name: (ROOT / "templates" / file).read_bytes() for name, file in FILES.items()}
    day = document.printed
    inputs = {
        "paper": PAPERS[paper],
        "document": json.dumps(_data(document, WIDTHS[paper])),
        "signs": json.dumps(sign_drawings()),
    }
    with TemporaryDirectory(prefix="whatholds-") as nothing:
        compiler = typst.Compiler(files, root=Path(nothing), font_paths=fonts(), sys_inputs=inputs)
        return compiler.compile(timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC), **options)


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
    return {**plain, "language": document.language, "landscape": document.landscape, "pages": pages}
