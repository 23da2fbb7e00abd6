"""How assumptions are taken, and what a scenario supposes otherwise than the source, in words and in one line."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from models.engine.completions import EITHER
from models.engine.explain import Trace
from models.language.messages import marked, message, plural, told
from models.language.naming import inside, quoted, source_kind, taken, taken_together, the_source
from models.language.states import outcome, said, sign
from models.language.words import counted, listed, listed_causes, shown_of
from models.schema.case import Assumption, Case
from models.schema.grades import Kind, Reading, Stance
from models.schema.page import Line, Weight, soft
from models.schema.result import Status
from models.schema.scenario import Scenario, baseline_scenario, changed_stances
from models.schema.snapshot import Snapshot
from models.schema.steps.link_steps import what_was_set

IN_SOURCE = {
    Kind.STATED: "",
    Kind.HEDGED: marked(", said with caution"),
    Kind.IMPLIED: marked(", unsaid but needed"),
    Kind.ADDED: "",
}
TAKEN = {
    Stance.HOLDS: marked("Taken to hold"),
    Stance.FAILS: marked("Taken to fail"),
    Stance.UNCERTAIN: marked("Left uncertain"),
    Stance.AS_ARGUED: marked("Taken as argued"),
}
BASELINE = {
    Stance.HOLDS: marked("holds", "baseline"),
    Stance.FAILS: marked("fails", "baseline"),
    Stance.UNCERTAIN: marked("left uncertain", "baseline"),
    Stance.AS_ARGUED: marked("as argued", "baseline"),
}
COMES_TO = {Status.ACCEPTED: Stance.HOLDS, Status.REJECTED: Stance.FAILS}
NONE_SETTLED: Mapping[str, Stance] = MappingProxyType({})
SUPPOSED = 3
"""So many assumptions are told one by one; more are counted."""


NAMED = 2


def supposition(case: Case, scenario: Scenario, settled: Mapping[str, Stance] = NONE_SETTLED) -> str:
    """What is supposed, inside a sentence; empty where every assumption is as in the source.

    What links carried along with one that was set follows from it, and is not supposed. What they have `settled`
    of what is uncertain is told beside it.
    """
    asked, along = what_was_set(case, baseline_scenario(case), scenario)
    changed = {*(asked if along else changed_stances(case, scenario))}
    taken_so = [(item, scenario.stance_of[item.id]) for item in case.assumptions if item.id in changed]
    if len(changed) > SUPPOSED:
        stances = Counter(stance for _, stance in taken_so)
        parts = [said(counted(number, "assumption"), to, number) for to, number in stances.items()]
    else:
        parts = taken_together(case, taken_so, settled)
    apart = 1 < len(parts) < len(changed) or any(", " in part for part in parts)
    return listed_causes(parts, apart=apart)


def assumed(trace: Trace, item: Assumption) -> str:
    """How an assumption is taken, and what links make of it where it is left uncertain."""
    taken_so = _against_source(trace, item)
    if not settled_by_links(trace, item.id):
        return taken_so
    holds = stance_come_to(trace, item.id) is Stance.HOLDS
    return (
        f"{taken_so} {message('A link settles it: it holds.' if holds else 'A link settles it: it fails.')}"
    )


def _against_source(trace: Trace, item: Assumption) -> str:
    """How an assumption is taken, against how the source takes it: "Taken to fail (essay: holds)."."""
    stance = trace.snapshot.scenario.stance_of[item.id]
    added, here = item.kind is Kind.ADDED, message(TAKEN[stance])
    how = message(IN_SOURCE[item.kind])
    if stance is item.baseline and added:
        return told(
            "{taken} at first; {source} does not raise it, an analyst added it.",
            taken=here,
            source=the_source(trace.case),
        )
    if stance is item.baseline:
        pattern = marked("{taken}, as in {source}{how}." if how else "{taken}, as in {source}.")
        return told(pattern, taken=here, source=the_source(trace.case), how=how)
    fails = inside(trace.case, item.if_fails) if item.if_fails and stance is Stance.FAILS else ""
    return told(
        "{taken} ({where}: {there}{how}): {fails}." if fails else "{taken} ({where}: {there}{how}).",
        taken=here,
        where=message("at first, by an analyst") if added else source_kind(trace.case),
        there=message(BASELINE[item.baseline], "baseline"),
        how=how,
        fails=fails,
    )


def stance_come_to(trace: Trace, name: str) -> Stance:
    """What the stance on an assumption comes to: arguments and links may settle what it leaves open."""
    status = trace.evaluation.status_of[name]
    return COMES_TO.get(status, trace.snapshot.scenario.stance_of[name])


def settled_by_links(trace: Trace, name: str) -> bool:
    """Whether links leave an assumption one way that is uncertain, or as argued where nothing ever argues."""
    stance = trace.snapshot.scenario.stance_of.get(name)
    if stance not in EITHER or trace.evaluation.status_of[name] is Status.OPEN:
        return False
    run = trace.run if stance is Stance.AS_ARGUED else None
    return run is None or (run.exact and run.status_of(run.inputs[name]) is not Status.OPEN)


def all_settled_by_links(snapshot: Snapshot) -> dict[str, Stance]:
    """What every assumption comes to that is left uncertain, and that links leave only one way, under its id."""
    evaluation = snapshot.evaluation
    if not snapshot.case.links or evaluation.says_nothing:
        return {}
    status_of, stance_of = evaluation.status_of, snapshot.scenario.stance_of
    return {
        name: COMES_TO[status_of[name]]
        for name in snapshot.case.linked
        if stance_of[name] is Stance.UNCERTAIN and status_of[name] in COMES_TO
    }


def is_unargued(trace: Trace, name: str) -> bool:
    """Whether an uncertain assumption is taken as argued: nothing argues for it, so it could be either."""
    return trace.snapshot.scenario.stance_of[name] is Stance.AS_ARGUED


def was_argued(trace: Trace, name: str) -> bool:
    """Whether something argued for it in the source's baseline."""
    return trace.snapshot.baseline.status_of[name] is Status.ACCEPTED


def differing(snapshot: Snapshot) -> tuple[Line, ...]:
    """A line for the stances that differ, each kind with its sign, and one for how arguments are counted."""
    lines = (*_stances(snapshot), *_counting(snapshot))
    if lines:
        return lines
    unchanged = told("with every assumption as {source} takes it", source=the_source(snapshot.case))
    return (soft(unchanged),)


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
        yield soft(counting)
