"""Sets the briefing sheet with Typst: PDF and page images from one template, so that the pages agree."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, cast

import typst

from models.charts.palette import palette
from models.paper.annex import compose_annex
from models.paper.compose import analyses_of, compose, sheet_matrix
from models.paper.pictures import load_drawing, tornado_drawing
from models.paper.stress import stress_charts
from models.paper.typesetting import STANDARDS, fonts, printable
from models.schema.snapshot import Snapshot
from resources import ROOT

Paper = Literal["a4", "letter"]
Inputs = dict[str, str]
Ends = list[dict[str, Any]]
Faults = tuple[int, int]

CHART_WIDTHS: dict[Paper, float] = {"a4": 505.0, "letter": 522.0}
FILES = {"main.typ": "sheet.typ", "kit.typ": "kit.typ", "annex.typ": "annex.typ"}
ARRANGEMENTS = (("1", "parted"), ("0.5", "parted"), ("0", "parted"), ("0", "flowing"))
ANNEX_ARRANGEMENTS = (
    ("0.5", "whole", 235.0),
    ("0", "whole", 200.0),
    ("1", "whole", 270.0),
    ("0.5", "flowing", 235.0),
)
LEAST_FILLED, WELL_FILLED, LAST_FILLED = 0.35, 0.65, 0.3


def pdf_bytes(
    snapshot: Snapshot, paper: Paper, printed: date, *, annex: bool = False, picked: str = ""
) -> bytes:
    """The sheet as tagged PDF (PDF/UA-1 and PDF/A-2a); the same input gives the same bytes.

    The annex adds the analyses, with the tornado of the recommendation that is picked.
    """
    wanted = picked if annex else None
    return _set(snapshot, paper, printed, wanted, format="pdf", pdf_standards=STANDARDS)[0]


def page_images(
    snapshot: Snapshot, paper: Paper, printed: date, ppi: float, *, annex: bool = False, picked: str = ""
) -> tuple[bytes, ...]:
    """The same pages as PNG, in so many pixels to the inch."""
    return _set(snapshot, paper, printed, picked if annex else None, format="png", ppi=ppi)


def _set(
    snapshot: Snapshot, paper: Paper, printed: date, picked: str | None, **options: Any
) -> tuple[bytes, ...]:
    """The pages; where something is picked, the annex follows the sheet as it is arranged without one."""
    analysed = replace(snapshot, analyses=analyses_of(snapshot))
    files: Any = {name: (ROOT / "templates" / file).read_bytes() for name, file in FILES.items()}
    stamp = datetime(printed.year, printed.month, printed.day, tzinfo=UTC)
    with TemporaryDirectory(prefix="whatholds-") as nothing:
        begin = partial(typst.Compiler, files, root=Path(nothing), font_paths=fonts())
        sheets = _sheets(analysed, paper, printed)
        inputs, compiler = _best(begin, sheets, "<sheet>", _spilling)
        if picked is not None:
            annexes = _annexes(analysed, paper, picked, inputs)
            inputs, compiler = _best(begin, annexes, "<annex>", _ragged)
        # After a query the compiler has to be given its template again.
        pages = compiler.compile(files, timestamp=stamp, **options)
    return tuple(pages) if isinstance(pages, list) else (cast(bytes, pages),)


def _best(
    begin: Callable[..., typst.Compiler],
    arrangements: Iterable[Inputs],
    marks: str,
    faults: Callable[[Ends], Faults],
) -> tuple[Inputs, typst.Compiler]:
    """The first arrangement without a fault, else one with the fewest."""
    tried = []
    for inputs in arrangements:
        compiler = begin(sys_inputs=inputs)
        found = faults(json.loads(compiler.query(marks, field="value")))
        if not found[0]:
            return inputs, compiler
        tried.append((found, inputs, compiler))
    return min(tried, key=itemgetter(0))[1:]


def _spilling(ends: Ends) -> Faults:
    """How many parts of the sheet spill a little onto a page, and how many pages there are."""
    return sum(end["page"] > 1 and end["filled"] < LEAST_FILLED for end in ends), ends[-1]["page"]


def _ragged(ends: Ends) -> Faults:
    """How many pages of the annex are half empty or parts of it torn, the former weighing more; and its pages."""
    filled: dict[int, float] = {}
    pages: dict[str, set[int]] = {}
    for end in ends:
        filled[end["page"]] = max(end["filled"], filled.get(end["page"], 0.0))
        pages.setdefault(end["part"], set()).add(end["page"])
    *before, last = filled.values()
    empty = sum(page < WELL_FILLED for page in before) + (bool(before) and last < LAST_FILLED)
    torn = sum(len(found) > 1 for part, found in pages.items() if part != "change")
    return len(pages) * empty + torn, len(filled)


def _sheets(snapshot: Snapshot, paper: Paper, printed: date) -> Iterator[Inputs]:
    """What the template is given, in each arrangement: data only, never anything that it would evaluate."""
    inputs = {
        "paper": {"a4": "a4", "letter": "us-letter"}[paper],
        "sheet": json.dumps(printable(compose(snapshot, printed).model_dump(mode="json"))),
        "colours": json.dumps(vars(palette("light"))),
        "charts": json.dumps(stress_charts(sheet_matrix(snapshot), CHART_WIDTHS[paper])),
    }
    for air, breaks in ARRANGEMENTS:
        yield {**inputs, "air": air, "breaks": breaks}


def _annexes(snapshot: Snapshot, paper: Paper, picked: str, sheet: Inputs) -> Iterator[Inputs]:
    """The same with the annex."""
    width = CHART_WIDTHS[paper]
    annex = json.dumps(printable(compose_annex(snapshot).model_dump(mode="json")))
    tornado = tornado_drawing(snapshot, picked, width)
    for air, parts, height in ANNEX_ARRANGEMENTS:
        pictures = {"load": load_drawing(snapshot, width, height), "tornado": tornado}
        yield {
            **sheet,
            "annex": annex,
            "annex-air": air,
            "annex-parts": parts,
            "pictures": json.dumps(pictures),
        }
