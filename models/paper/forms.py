"""What only paper has: boxes to tick, lines to write on, words for a wall, drawings, and what stands in the margins."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from models.charts.glyphs import clipped
from models.language.dates import day_words
from models.language.messages import spoken, told
from models.schema.case import Case
from models.schema.page import Block
from models.schema.snapshot import Snapshot
from models.schema.value import Answer, as_plain

LONGEST_HEAD = 90


class BoxRow(Answer):
    """One line of a ballot; `section` heads a new section where it is set."""

    name: str
    code: str = ""
    note: str = ""
    section: str = ""
    strong: bool = False


class Boxes(Block):
    """A box to tick, or to write a number in, under every column for every row."""

    columns: tuple[str, ...]
    rows: tuple[BoxRow, ...]


class Blanks(Block):
    """Names of things to fill in beside one another, each with a line to write on and its share of the width.

    What is known already stands on the line.
    """

    names: tuple[str, ...]
    shares: tuple[int, ...]
    known: tuple[str, ...] = ()


class Lines(Block):
    """A question with lines to write the answer on."""

    question: str
    hint: str = ""
    number: int = 3


class Point(Answer):
    """Something to talk about: a name with its code, and what to ask of it."""

    name: str
    code: str = ""
    texts: tuple[str, ...] = ()


class Poster(Block):
    """Few words, as large as the page takes them; `points` stand below, to be read at a table."""

    kicker: str
    title: str
    text: str = ""
    foot: str = ""
    points: tuple[Point, ...] = ()


class Drawing(Block):
    """A drawing that fills what is left of the page, with the same in words."""

    svg: str
    alternative: str


def sheet_subtitle(snapshot: Snapshot) -> str:
    """The scenario's title and group, where and when the workshop was held, as far as they have been given."""
    scenario, details = snapshot.scenario, snapshot.workshop.details
    parts = (scenario.title, scenario.group, details.place, details.held)
    return " · ".join(text for text in parts if text.strip())


def sheet_head(snapshot: Snapshot) -> str:
    """What is printed is of: the workshop's title, with where and when it was held if that was said."""
    details = snapshot.workshop.details
    title = snapshot.scenario.title or snapshot.case.title
    parts = (title, details.place, details.held)
    return clipped(" · ".join(text.strip() for text in parts if text.strip()), LONGEST_HEAD)


def sheet_foot(case: Case, printed: date) -> str:
    """When it was printed and from which case."""
    return told(
        "Printed {day} · case {case} {version} ({hash})",
        day=day_words(printed),
        case=case.id,
        version=case.version,
        hash=case.edition_hash[:8],
    )


def case_texts(case: Case) -> frozenset[str]:
    """What is written in the case's language, where our own words are in another."""
    if sheet_language(case.language) == sheet_language(spoken()):
        return frozenset()
    return frozenset(_strings(as_plain(case)))


def _strings(data: Any) -> Iterator[str]:
    match data:
        case str():
            yield data
        case dict() | list():
            for inner in data.values() if isinstance(data, dict) else data:
                yield from _strings(inner)


def sheet_language(tag: str) -> str:
    """The language of a tag such as "en-GB", or English for what is not one."""
    language = tag.split("-")[0].lower()
    return language if re.fullmatch("[a-z]{2,3}", language) else "en"
