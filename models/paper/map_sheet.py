"""Sets the argument map on one landscape page with Typst."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, cast

import typst

from models.charts.map_picture import map_svg
from models.charts.palette import palette
from models.pages.argument_map import map_line, map_nodes, map_title
from models.paper.margins import sheet_foot, sheet_language, sheet_subtitle
from models.paper.typesetting import STANDARDS, fonts, printable
from models.schema.snapshot import Snapshot
from resources import ROOT

MapPaper = Literal["a4", "a3"]


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
    colours = palette("light")
    words = {node.id: node.word for node in map_nodes(snapshot)}
    content = {
        "language": sheet_language(snapshot.case.language),
        "title": f"{map_title(snapshot.case)}: {snapshot.case.title}",
        "subtitle": sheet_subtitle(snapshot),
        "line": map_line(snapshot),
        "foot": sheet_foot(snapshot.case, printed),
    }
    return {
        "paper": paper,
        "content": json.dumps(printable(content)),
        "colours": json.dumps(vars(colours)),
        "map": map_svg(snapshot, words, colours).decode(),
    }
