"""Sets the argument map on one landscape page with Typst."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, cast

import typst

from models.charts.map_drawing import map_svg
from models.charts.palette import palette
from models.language.headline import headline
from models.language.words import listed
from models.pages.map_block import map_block
from models.paper.margins import sheet_foot, sheet_language, sheet_subtitle
from models.paper.typesetting import STANDARDS, fonts, printable
from models.schema.snapshot import Snapshot
from resources import ROOT

MapPaper = Literal["a4", "a3"]
ROOM = {"a4": (785.0, 478.0), "a3": (1134.0, 722.0)}
"""The width and height that the template leaves for the map, in points."""


def map_pdf(snapshot: Snapshot, paper: MapPaper, printed: date) -> bytes:
    """The map as tagged PDF (PDF/UA-1 and PDF/A-2a); the same input gives the same bytes."""
    return _set(snapshot, paper, printed, format="pdf", pdf_standards=STANDARDS)


def map_image(snapshot: Snapshot, paper: MapPaper, printed: date, ppi: float) -> bytes:
    """The page as PNG, in so many pixels to the inch."""
    return _set(snapshot, paper, printed, format="png", ppi=ppi)


def _set(snapshot: Snapshot, paper: MapPaper, printed: date, **options: Any) -> bytes:
    template = (ROOT / "templates" / "map.typ").read_bytes()
    stamp = datetime(printed.year, printed.month, printed.day, tzinfo=UTC)
    with TemporaryDirectory(prefix="whatholds-") as nothing:
        page = typst.compile(
            template,
            root=Path(nothing),
            font_paths=fonts(),
            sys_inputs=_inputs(snapshot, paper, printed),
            timestamp=stamp,
            **options,
        )
    return cast(bytes, page)


def _inputs(snapshot: Snapshot, paper: MapPaper, printed: date) -> dict[str, str]:
    """What the template is given: data only, never anything that it would evaluate."""
    colours, block = palette("light"), map_block(snapshot)
    content = {
        "language": sheet_language(snapshot.case.language),
        "title": headline(snapshot),
        "subtitle": sheet_subtitle(snapshot),
        "line": f"{snapshot.case.title}: {listed(block.headings)}.",
        "foot": sheet_foot(snapshot.case, printed),
    }
    return {
        "paper": paper,
        "content": json.dumps(printable(content)),
        "colours": json.dumps(vars(colours)),
        "map": map_svg(block, *ROOM[paper], colours).decode(),
    }
