"""What stands in the margins of everything printed: from which case, when, in which language."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from models.charts.glyphs import clipped
from models.language.dates import day_words
from models.language.messages import spoken, told
from models.schema.case import Case
from models.schema.snapshot import Snapshot
from models.schema.value import as_plain

LONGEST_HEAD = 90


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
