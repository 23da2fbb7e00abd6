"""Sets the minutes of a workshop with Typst: PDF and page images, in the look of the briefing sheet."""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import typst

from models.charts.glyphs import shortened
from models.charts.palette import palette
from models.language.signpost_words import OWN
from models.language.states import sign
from models.pages.minutes import minutes
from models.pages.minutes_values import LogLine, Minutes, RoundMinutes
from models.paper.blocks import sign_drawings
from models.paper.document import Paper
from models.paper.margins import sheet_foot, sheet_language
from models.paper.typesetting import STANDARDS, fonts, printable
from models.schema.case import Stance, Verdict
from models.schema.result import Status
from models.schema.snapshot import Snapshot
from models.schema.standing import Standing
from models.schema.workshop import WatchState
from resources import ROOT

FILES = {"main.typ": "minutes.typ", "kit.typ": "kit.typ"}
PAPERS: dict[Paper, str] = {"a4": "a4", "letter": "us-letter"}
LONGEST_HEAD, LONGEST_NAME, LONGEST_TITLE = 56, 80, 160
AIRS, LEAST_FILLED = ("1", "0.5", "0"), 0.3
DUTIES_LINE = (
    "For everybody who is named here to take home. Shaping keeps an assumption from failing, hedging prepares "
    "for its failure. What is not said to be the room’s own comes with the case."
)
ASKED = "What will hold?"
MARKED: tuple[type[StrEnum], ...] = (Verdict, Status, WatchState)


def minutes_pdf(
    standing: Standing, snapshot: Snapshot, paper: Paper, printed: date, since: str = ""
) -> bytes:
    """The minutes as tagged PDF (PDF/UA-1 and PDF/A-2a); the same input gives the same bytes.

    `since` chooses what the present is compared with, as in `moved_since`.
    """
    return _set(standing, snapshot, paper, printed, since, format="pdf", pdf_standards=STANDARDS)[0]


def minutes_images(
    standing: Standing, snapshot: Snapshot, paper: Paper, printed: date, ppi: float, since: str = ""
) -> tuple[bytes, ...]:
    """The same pages as PNG, in so many pixels to the inch."""
    return _set(standing, snapshot, paper, printed, since, format="png", ppi=ppi)


def _marks() -> dict[str, str]:
    """The shape of every state that the minutes tell; a stance is called what a verdict may be called too."""
    shapes = {member.value: sign(member).shape.value for kind in MARKED for member in kind}
    return shapes | {f"stance:{stance.value}": sign(stance).shape.value for stance in Stance}


def _set(
    standing: Standing, snapshot: Snapshot, paper: Paper, printed: date, since: str, **options: Any
) -> tuple[bytes, ...]:
    files: Any = {name: (ROOT / "templates" / file).read_bytes() for name, file in FILES.items()}
    inputs = {
        "paper": PAPERS[paper],
        "language": sheet_language(standing.case.language),
        "minutes": json.dumps(printable(_content(minutes(standing, snapshot, since), snapshot, printed))),
        "marks": json.dumps(_marks()),
        "signs": json.dumps(sign_drawings()),
        "colours": json.dumps(vars(palette("light"))),
    }
    stamp = datetime(printed.year, printed.month, printed.day, tzinfo=UTC)
    with TemporaryDirectory(prefix="whatholds-") as nothing:
        compilers = (
            typst.Compiler(files, root=Path(nothing), font_paths=fonts(), sys_inputs={**inputs, "air": air})
            for air in AIRS
        )
        # After a query the compiler has to be given its template again.
        pages = _best(compilers).compile(files, timestamp=stamp, **options)
    return tuple(pages) if isinstance(pages, list) else (cast(bytes, pages),)


def _best(compilers: Iterable[typst.Compiler]) -> typst.Compiler:
    """The airiest whose log does not spill a little onto a page of its own, else the airiest."""
    tried = []
    for compiler in compilers:
        end = json.loads(compiler.query("<minutes>", field="value"))[-1]
        if end["page"] == 1 or end["filled"] >= LEAST_FILLED:
            return compiler
        tried.append(compiler)
    return tried[0]


def _content(found: Minutes, snapshot: Snapshot, printed: date) -> dict[str, Any]:
    """What the template is given: data only, never anything that it would evaluate."""
    case, scenario = snapshot.case, snapshot.scenario
    return {
        **found.model_dump(mode="json"),
        "rounds": [_round(part) for part in found.rounds],
        "predictions": [
            {**item.model_dump(mode="json"), "question": shortened(item.question, LONGEST_TITLE) or ASKED}
            for item in found.predictions
        ],
        "duties": [
            {**item.model_dump(mode="json"), "owner": shortened(item.owner, LONGEST_TITLE)}
            for item in found.duties
        ],
        "log": _by_day(found.log),
        "duties-line": DUTIES_LINE,
        "own": OWN,
        "head": [
            shortened(scenario.group or case.title, LONGEST_HEAD),
            shortened(found.subtitle, LONGEST_HEAD),
        ],
        "foot": sheet_foot(case, printed),
    }


def _round(part: RoundMinutes) -> dict[str, Any]:
    """A round with how to read the figures of its ballots; what a mark means stands beside it."""
    data = part.model_dump(mode="json")
    for table in (data["stances"], data["verdicts"]):
        for head in table["heads"]:
            head["name"] = shortened(head["name"], LONGEST_NAME)
    remarks = (" ".join(entry.text.split()) for entry in part.stances.key if entry.stance is None)
    line = " ".join((part.line, *(f"{text[:1].upper()}{text[1:]}." for text in remarks)))
    return {**data, "title": shortened(part.title, LONGEST_TITLE), "line": line}


def _by_day(lines: tuple[LogLine, ...]) -> list[dict[str, Any]]:
    """The log in parts, each under its day."""
    days: list[str] = []
    for line in lines:
        days.append(line.day or days[-1])
    both = groupby(zip(days, lines, strict=True), key=lambda pair: pair[0])
    return [{"day": day, "lines": [line.model_dump(mode="json") for _, line in part]} for day, part in both]
