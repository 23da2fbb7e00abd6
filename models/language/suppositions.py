"""How assumptions are taken, and what a scenario supposes otherwise than the source, in words."""

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from models.engine.completions import EITHER
from models.engine.explain import Trace
from models.language.messages import marked, message, told
from models.language.naming import inside, source_kind, taken_together, the_source
from models.language.states import said
from models.language.words import counted, listed_causes
from models.schema.case import Assumption, Case
from models.schema.grades import Kind, Stance
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
