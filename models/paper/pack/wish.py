"""What is wanted on paper, for whom and how often, and the margins that all sheets of the pack share."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from models.language.dates import day_words
from models.language.messages import told
from models.language.workshop.group_words import round_name
from models.paper.document import Document
from models.paper.forms import case_texts, sheet_foot, sheet_head, sheet_language
from models.paper.kinds import Audience
from models.schema.snapshot import Snapshot
from models.schema.workshop import Group, Origin, Workshop

MOST = 200
"""So many sheets of a kind at a time."""


@dataclass(frozen=True)
class Wish:
    """What is to be on paper: a scenario with or without its analyses, for so many people or tables.

    The annex shows what the recommendation that is picked depends on; minutes are compared with `since`.
    """

    snapshot: Snapshot
    paper: str
    printed: date
    annex: bool = False
    picked: str = ""
    gathered: bool = False
    since: str = ""
    audience: Audience = Audience.PEOPLE
    number: int = 1


def sheet(wish: Wish, kind: str, **rest: Any) -> Document:
    """A document of the pack, with the workshop's name over it and the day and the case under it."""
    case = wish.snapshot.case
    return Document(
        kind=f"{kind} · {day_words(wish.printed)}",
        head=sheet_head(wish.snapshot),
        foot=sheet_foot(case, wish.printed),
        language=sheet_language(case.language),
        texts=case_texts(case),
        printed=wish.printed,
        **rest,
    )


def open_round(workshop: Workshop) -> str:
    """The round that is open."""
    return round_name(next(item.name for item in workshop.rounds if item.id == workshop.round))


def table_names(snapshot: Snapshot, number: int) -> tuple[str, ...]:
    """The names of so many tables: first the groups that are known and sit at one, then numbers."""
    groups: tuple[Group, ...] = snapshot.workshop.groups
    seated = (group for group in groups if group.origin is not Origin.PHONES)
    known = list(dict.fromkeys(group.name for group in seated if group.name.strip()))
    fresh = (
        name
        for place in range(1, MOST + number)
        if (name := told("Table {number}", number=place)) not in known
    )
    return tuple([*known, *fresh][:number])
