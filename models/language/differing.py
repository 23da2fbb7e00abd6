"""What differs from the baseline, by name and in words: the line under the title of what still holds."""

from collections.abc import Iterator
from dataclasses import replace

from models.language.naming import taken, the_source
from models.language.states import clause, sign
from models.language.words import counted, listed
from models.schema.case import Assumption, Reading, Stance
from models.schema.page import Line, Weight
from models.schema.scenario import changed_stances
from models.schema.snapshot import Snapshot

NAMED = 2


def differing(snapshot: Snapshot) -> tuple[Line, ...]:
    """A line for the stances that differ, each kind with its sign, and one for how arguments are counted."""
    lines = (*_stances(snapshot), *_counting(snapshot))
    unchanged = f"with every assumption as {the_source(snapshot.case)} takes it"
    return lines or (Line(text=unchanged, weight=Weight.SOFT),)


def briefly_differing(snapshot: Snapshot) -> tuple[Line, ...]:
    """The same in at most two short lines, so that what stands below keeps its place; the tip names all."""
    number = len(changed_stances(snapshot.case, snapshot.scenario))
    if number < 2:
        return differing(snapshot)
    first, counting = next(_stances(snapshot, most=1)), tuple(_counting(snapshot))
    if counting:
        text = f"if {number} assumptions are changed"
    else:
        text = (
            f"{first.text}; {counted(number - 1, 'more assumption')} {'differs' if number == 2 else 'differ'}"
        )
    tip = " ".join(line.text for line in _stances(snapshot))
    return (replace(first, text=text, tip=tip), *counting)


def _stances(snapshot: Snapshot, most: int | None = None) -> Iterator[Line]:
    case, changed = snapshot.case, set(changed_stances(snapshot.case, snapshot.scenario))
    stance_of = snapshot.scenario.stance_of
    for stance in (Stance.FAILS, Stance.UNCERTAIN, Stance.HOLDS):
        items = [item for item in case.assumptions if item.id in changed and stance_of[item.id] is stance]
        if items := items[:most]:
            text = _uncertain(items) if stance is Stance.UNCERTAIN else _supposing(snapshot, items, stance)
            yield Line(text=text, sign=sign(stance), weight=Weight.SOFT)


def _supposing(snapshot: Snapshot, items: list[Assumption], stance: Stance) -> str:
    told = [taken(snapshot.case, item, stance) for item in items]
    if len(told) > NAMED:
        told[NAMED:] = [f"{len(told) - NAMED} more {clause(stance, len(told) - NAMED)}"]
    return f"if {listed(told)}"


def _uncertain(items: list[Assumption]) -> str:
    told = [item.title for item in items]
    if len(told) > NAMED:
        told[NAMED:] = [f"{len(told) - NAMED} more"]
    return f"uncertain: {'; '.join(told)}"


def _counting(snapshot: Snapshot) -> Iterator[Line]:
    scenario = snapshot.scenario
    rejected = len(scenario.set_aside)
    parts = (
        "every argument must hold" if scenario.reading is Reading.EVERY_STRAND else "",
        "objections are counted" if scenario.added else "",
        f"{counted(rejected, 'argument')} rejected" if rejected else "",
    )
    told = " · ".join(part for part in parts if part)
    if told:
        yield Line(text=told, weight=Weight.SOFT)
