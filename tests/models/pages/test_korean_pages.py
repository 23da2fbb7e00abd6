"""Korean is never half: on every part of every page, in a workshop with all that can happen, no English is left."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from typing import Any

import pytest

from models.analyses.snapshots import complete, take
from models.language.messages import speaking
from models.pages.page import page
from models.pages.programme.agenda import three_hours
from models.pages.watch.minutes import minutes, minutes_facts
from models.schema.grades import Reading, Stance
from models.schema.page import Page
from models.schema.scenario import Credence, Scenario, with_stances
from models.schema.snapshot import Snapshot, State
from models.schema.view import DependsPart, DifferPart, Outlook, PageName, Picture, ProgrammePart, WatchPart
from models.schema.workshop import Workshop
from models.store.cases import load_embedded
from tests.minuted import eventful, hidden, plenary
from tests.workshops import MOMENT

PARTS: tuple[dict[str, Any], ...] = (
    *({"page": PageName.PROGRAMME, "programme": part} for part in ProgrammePart),
    *({"page": PageName.HOLDS, "picture": picture} for picture in Picture),
    *(
        {"page": PageName.DEPENDS, "depends": part, "outlook": outlook}
        for part in DependsPart
        for outlook in Outlook
    ),
    *({"page": PageName.DIFFER, "differ": part} for part in DifferPart),
    {"page": PageName.DIFFER, "unfolded": ("group-verdicts", "group-list", "parked", "agreed")},
    *({"page": PageName.WATCH, "watch": part} for part in WatchPart),
    {
        "page": PageName.WATCH,
        "watch": WatchPart.IGNORED,
        "ignored": ("stop-bloc-talk", "calm-drills", "one-eu-flag"),
    },
)
SILENT = ("id", "name", "icon", "chart", "action", "address", "code")
"""Fields that nobody reads; pages' own texts stand in the others."""
WORDS = re.compile(r"[A-Za-z]{3,}")
NAMES = re.compile(r"WhatHolds|Markdown|Enter|Delete|likely|dprk-lessons|Before lunch|Table \d+|Round \d+")
"""What is written in Latin letters in Korean too, and what tests call their tables."""


def leaves(value: object) -> Iterator[str]:
    """Every text inside a value that people read."""
    if type(value) is str or (isinstance(value, str) and not isinstance(value, StrEnum)):
        yield str(value)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in SILENT:
                yield from leaves(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from leaves(one)


def scenario_of(base: Scenario) -> Scenario:
    """Something fails, something is uncertain, objections count, an argument is rejected, half is rated."""
    taken = with_stances(base, {"alignment-movable": Stance.UNCERTAIN, "drills-drain": Stance.FAILS})
    names = [item.id for item in taken.stances][:12]
    return replace(
        taken,
        reading=Reading.EVERY_ARGUMENT,
        added=True,
        set_aside=("limit",),
        credences=tuple(Credence(id=name, credence=0.4 + 0.04 * at) for at, name in enumerate(names)),
    )


@pytest.fixture(scope="module", params=["revealed", "asking", "nothing yet"])
def snapshot(request: pytest.FixtureRequest) -> Snapshot:
    case = load_embedded("dprk-lessons", "ko")
    with speaking("ko"):
        workshop: Workshop = replace(eventful(case), agenda=three_hours(), agenda_at="argue")
        if request.param == "asking":
            workshop = hidden(workshop, MOMENT)
        if request.param == "nothing yet":
            workshop = Workshop(case=plenary(case).case)
        return complete(take(State(case=case, scenario=scenario_of(plenary(case)), workshop=workshop)))


def english(found: object, snapshot: Snapshot) -> set[str]:
    """What is said in English words that neither the case nor anybody in the workshop wrote."""
    state = snapshot.case, snapshot.workshop, snapshot.scenario.title, snapshot.scenario.rationales
    written = sorted({text for text in leaves(state) if WORDS.search(text)}, key=len, reverse=True)
    left = set()
    for text in set(leaves(found)):
        rest = text
        for known in written:
            rest = rest.replace(known, "…").replace(known.strip().lower(), "…")
        if WORDS.search(NAMES.sub("", rest)):
            left.add(text)
    return left


@pytest.mark.parametrize("view", PARTS, ids=lambda view: " ".join(map(str, view.values())))
def test_a_page_says_nothing_in_english(view: dict[str, Any], snapshot: Snapshot) -> None:
    with speaking("ko"):
        shown: Page = page(replace(snapshot, view=replace(snapshot.view, **view)))

    assert english(replace(shown, text=None), snapshot) == set()


def test_minutes_say_nothing_in_english(snapshot: Snapshot) -> None:
    with speaking("ko"):
        told = (minutes(snapshot), minutes_facts(snapshot))

    assert english(told, snapshot) == set()
