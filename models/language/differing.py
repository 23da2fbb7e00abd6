"""What differs from the baseline, by name and in words: the line under the title of what still holds."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from models.language.messages import message, plural, told
from models.language.naming import quoted, taken, the_source
from models.language.states import outcome, said, sign
from models.language.suppositions import all_settled_by_links
from models.language.words import listed, listed_causes, shown_of
from models.schema.case import Assumption
from models.schema.grades import Reading, Stance
from models.schema.page import Line, Weight
from models.schema.scenario import baseline_scenario, changed_stances
from models.schema.snapshot import Snapshot
from models.schema.steps.link_steps import what_was_set

NAMED = 2


def differing(snapshot: Snapshot) -> tuple[Line, ...]:
    """A line for the stances that differ, each kind with its sign, and one for how arguments are counted."""
    lines = (*_stances(snapshot), *_counting(snapshot))
    if lines:
        return lines
    unchanged = told("with every assumption as {source} takes it", source=the_source(snapshot.case))
    return (Line(text=unchanged, weight=Weight.SOFT),)


def briefly_differing(snapshot: Snapshot) -> tuple[Line, ...]:
    """The same in at most two short lines, so that what stands below keeps its place; the tip names all.

    Of what was before the last change it says so: it is only looked at, and the next change is made to what is now.
    """
    lines = _briefly(snapshot)
    if not snapshot.view.looking_back:
        return lines
    return (replace(lines[0], text=f"{message('Before the last change:')} {lines[0].text}"), *lines[1:])


def _briefly(snapshot: Snapshot) -> tuple[Line, ...]:
    number = len(changed_stances(snapshot.case, snapshot.scenario))
    if number < 2:
        return differing(snapshot)
    counting = tuple(_counting(snapshot))
    asked, along = what_was_set(
        snapshot.case, baseline_scenario(snapshot.case), snapshot.scenario, snapshot.asked
    )
    if number == NAMED and not counting and not along:
        return tuple(_stances(snapshot))
    first = next(_stances(snapshot, most=1, among=_last(snapshot, asked)))
    if counting:
        text = told("if {number} assumptions are changed", number=number)
    elif along:
        went = [
            said(quoted(item.title), snapshot.scenario.stance_of[item.id])
            for item in snapshot.case.assumptions
            if item.id in along
        ]
        text = told("{first}; carried along: {names}", first=first.text, names=listed(went, limit=NAMED))
    else:
        text = plural(
            "{first}; {number} more assumption differs",
            "{first}; {number} more assumptions differ",
            number - 1,
            first=first.text,
        )
    tip = " ".join(line.text for line in _stances(snapshot))
    return (replace(first, text=text, tip=tip), *counting)


def _last(snapshot: Snapshot, asked: Collection[str]) -> Collection[str]:
    """Those of the stances that were set which the last change set; all where it set none of them."""
    past, now = snapshot.past, snapshot.scenario.stance_of
    last = [name for name in asked if past is not None and past.stance_of[name] is not now[name]]
    return last or asked


def _stances(
    snapshot: Snapshot, most: int | None = None, among: Collection[str] | None = None
) -> Iterator[Line]:
    case = snapshot.case
    changed = set(changed_stances(case, snapshot.scenario) if among is None else among)
    stance_of = snapshot.scenario.stance_of
    for stance in (Stance.FAILS, Stance.UNCERTAIN, Stance.HOLDS):
        items = [item for item in case.assumptions if item.id in changed and stance_of[item.id] is stance]
        if items := items[:most]:
            text = (
                _uncertain(snapshot, items)
                if stance is Stance.UNCERTAIN
                else _supposing(snapshot, items, stance)
            )
            # The clause is so itself: read with a word behind it, what is supposed would be said to fail.
            yield Line(text=text, sign=replace(sign(stance), word=""), weight=Weight.SOFT)


def _supposing(snapshot: Snapshot, items: list[Assumption], stance: Stance) -> str:
    causes = [taken(snapshot.case, item, stance) for item in items]
    if more := len(causes) - shown_of(len(causes), NAMED):
        causes[NAMED:] = [said(told("{number} more", number=more), stance, more)]
    return told("if {causes}", causes=listed_causes(causes))


def _uncertain(snapshot: Snapshot, items: list[Assumption]) -> str:
    settled = all_settled_by_links(snapshot)
    names = [
        told("{name} (settled by a link: {state})", name=item.title, state=outcome(settled[item.id]))
        if item.id in settled
        else item.title
        for item in items
    ]
    if more := len(names) - shown_of(len(names), NAMED):
        names[NAMED:] = [told("{number} more", number=more)]
    return told("uncertain: {names}", names="; ".join(names))


def _counting(snapshot: Snapshot) -> Iterator[Line]:
    scenario = snapshot.scenario
    rejected = len(scenario.set_aside)
    parts = (
        message("every argument must hold") if scenario.reading is Reading.EVERY_ARGUMENT else "",
        message("objections are counted") if scenario.added else "",
        plural("{number} argument rejected", "{number} arguments rejected", rejected) if rejected else "",
    )
    counting = " · ".join(part for part in parts if part)
    if counting:
        yield Line(text=counting, weight=Weight.SOFT)
