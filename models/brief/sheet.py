"""Sets the briefing sheet with Typst: PDF and page images from one template, so that the pages agree."""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, cast

import typst

from models.brief.compose import analyses_of, compose, sheet_matrix
from models.brief.stress import stress_charts
from models.brief.typesetting import STANDARDS, fonts, printable
from models.charts.palette import palette
from models.schema.snapshot import Snapshot
from resources import ROOT

Paper = Literal["a4", "letter"]

CHART_WIDTHS: dict[Paper, float] = {"a4": 505.0, "letter": 522.0}
ARRANGEMENTS = (("1", "parted"), ("0.5", "parted"), ("0", "parted"), ("0", "flowing"))
LEAST_FILLED = 0.35


def pdf_bytes(snapshot: Snapshot, paper: Paper, printed: date) -> bytes:
    """The sheet as tagged PDF (PDF/UA-1 and PDF/A-2a); the same input gives the same bytes."""
    return _set(snapshot, paper, printed, format="pdf", pdf_standards=STANDARDS)[0]


def page_images(snapshot: Snapshot, paper: Paper, printed: date, ppi: float) -> tuple[bytes, ...]:
    """The pages of the sheet as PNG, in so many pixels to the inch."""
    return _set(snapshot, paper, printed, format="png", ppi=ppi)


def _set(snapshot: Snapshot, paper: Paper, printed: date, **options: Any) -> tuple[bytes, ...]:
    template = (ROOT / "templates" / "sheet.typ").read_bytes()
    inputs = _inputs(snapshot, paper, printed)
    stamp = datetime(printed.year, printed.month, printed.day, tzinfo=UTC)
    with TemporaryDirectory(prefix="whatholds-") as nothing:
        compiler = _well_filled(
            typst.Compiler(
                template,
                root=Path(nothing),
                font_paths=fonts(),
                sys_inputs={**inputs, "air": air, "breaks": breaks},
            )
            for air, breaks in ARRANGEMENTS
        )
        # After a query the compiler has to be given its template again.
        pages = compiler.compile(template, timestamp=stamp, **options)
    return tuple(pages) if isinstance(pages, list) else (cast(bytes, pages),)


def _well_filled(arrangements: Iterable[typst.Compiler]) -> typst.Compiler:
    """The first arrangement in which no part of the sheet spills a little onto a page, else the nearest."""
    tried = []
    for compiler in arrangements:
        ends = json.loads(compiler.query("<milestone>", field="value"))
        spilling = sum(end["page"] > 1 and end["filled"] < LEAST_FILLED for end in ends)
        if not spilling:
            return compiler
        tried.append((spilling, ends[-1]["page"], compiler))
    return min(tried, key=itemgetter(0, 1))[2]


def _inputs(snapshot: Snapshot, paper: Paper, printed: date) -> dict[str, str]:
    """What the template is given: data only, never anything that it would evaluate."""
    analysed = Snapshot(**{**dict(snapshot), "analyses": analyses_of(snapshot)})
    return {
        "paper": {"a4": "a4", "letter": "us-letter"}[paper],
        "sheet": json.dumps(printable(compose(analysed, printed).model_dump(mode="json"))),
        "colours": json.dumps(vars(palette("light"))),
        "charts": json.dumps(stress_charts(sheet_matrix(analysed), CHART_WIDTHS[paper])),
    }
