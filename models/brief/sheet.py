"""Sets the briefing sheet with Typst: PDF and page images from one template, so that the pages agree."""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, cast

import typst

from models.brief.compose import compose
from models.charts.glyphs import FONTS, breakable, visible
from models.charts.grounds import grounds_figure, grounds_rows, grounds_table
from models.charts.palette import palette
from models.charts.style import svg_bytes
from models.schema.snapshot import Snapshot
from resources import ROOT

Paper = Literal["a4", "letter"]

CHART_WIDTHS: dict[Paper, float] = {"a4": 505.0, "letter": 522.0}
WIDEST_WORD = 14.0
MOST_ROWS = 80
ARRANGEMENTS = (("1", "parted"), ("0.5", "parted"), ("0", "parted"), ("0", "flowing"))
LEAST_FILLED = 0.35
STANDARDS = ["ua-1", "a-2a"]


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
                font_paths=_fonts(),
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
    return {
        "paper": {"a4": "a4", "letter": "us-letter"}[paper],
        "sheet": json.dumps(_printable(compose(snapshot, printed).model_dump(mode="json"))),
        "colours": json.dumps(vars(palette("light"))),
        "charts": json.dumps(_charts(snapshot, CHART_WIDTHS[paper])),
    }


def _charts(snapshot: Snapshot, width: float) -> list[dict[str, str]]:
    """The chart of grounds, in parts that fit on a page, each with its words for those who cannot see it."""
    rows = grounds_rows(snapshot)
    parts = (rows[start : start + MOST_ROWS] for start in range(0, len(rows), MOST_ROWS))
    return [
        {"svg": svg_bytes(grounds_figure(part, palette("light"), width)).decode(), "alt": grounds_table(part)}
        for part in parts
    ]


def _printable(data: Any) -> Any:
    """The data with every text made of characters that the typeface has, and of words that can be broken."""
    match data:
        case str():
            return breakable(visible(data), WIDEST_WORD)
        case list() | tuple():
            return [_printable(item) for item in data]
        case dict():
            return {key: _printable(value) for key, value in data.items()}
        case _:
            return data


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
