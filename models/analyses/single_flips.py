"""The stress test from here: every recommendation's verdict if one stance alone were another."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from models.engine.program import cones
from models.engine.run import Run
from models.engine.walking import baseline_spans, is_graded, run_completions, run_turns
from models.schema.analysis import Change, Flips, SingleFlip, SingleFlips, Tick, patiently
from models.schema.case import Case, Recommendation
from models.schema.grades import HOLDING, Stance, Verdict
from models.schema.result import Status
from models.schema.scenario import Scenario
from models.schema.steps.link_steps import carried_along

MOST_LIGHTER = 50
"""So many sets of changes are looked through for what the rest of one carries along."""


def single_flips(case: Case, scenario: Scenario, tick: Tick = patiently) -> SingleFlips:
    """The verdicts on all recommendations from here and after each change of a single stance.

    Every assumption takes both stances that it has not, all in one walk (`run_turns`). The stress test of
    single assumptions is that of Assumption-Based Planning (Dewar et al., RAND MR-114, 1993).
    """
    run = run_turns(case, scenario, [item.id for item in case.taking_part(scenario.added)])
    beneath, turns = cones(case), run.turns
    verdicts, rows = [], []
    for item in case.recommendations:
        tick()
        name, cone = item.id, beneath[item.id]
        verdict = run.verdict(name)
        verdicts.append(verdict)
        asked = [turn for turn in turns if turn[0] in cone or turn in run.apart]
        told = dict(zip(asked, run.verdicts(name, asked), strict=True))
        rows.append([told.get(turn, verdict) for turn in turns])
    return SingleFlips(
        recommendations=tuple(item.id for item in case.recommendations),
        verdicts=tuple(verdicts),
        flips=tuple(
            _ruled_out(*turn, len(column)) if run.apart and run.impossible(turn) else _flip(*turn, column)
            for turn, column in zip(turns, zip(*rows, strict=True), strict=True)
        ),
        exact=_all_known(case, run, rows),
    )


def with_carried(case: Case, scenario: Scenario, found: Flips, alone: SingleFlips) -> Flips:
    """The smallest changes of a recommendation, where what links carry along is part of a change.

    So what turns it with what it carries along turns it alone, and larger sets do without that and without what the
    rest of them carries along.
    """
    if not case.links:
        return found
    sets = {Status.ACCEPTED: found.accepted, Status.REJECTED: found.rejected}
    for wanted in sets:
        if wanted is not found.status:
            single = tuple(_turning(case, found.id, wanted, alone))
            turned = {change for (change,) in single}
            larger = [item for item in sets[wanted] if turned.isdisjoint(item)]
            lighter = [_lighter(case, scenario, found.id, wanted, item) for item in larger[:MOST_LIGHTER]]
            sets[wanted] = (*single, *_smallest([*lighter, *larger[MOST_LIGHTER:]]))
    return replace(found, accepted=sets[Status.ACCEPTED], rejected=sets[Status.REJECTED])


def _lighter(
    case: Case, scenario: Scenario, name: str, wanted: Status, changes: tuple[Change, ...]
) -> tuple[Change, ...]:
    """A set of changes without those that the others carry along."""
    kept = changes
    for change in changes:
        rest = tuple(one for one in kept if one is not change)
        if change.id in case.linked and rest:
            after = carried_along(case, scenario, {one.id: Stance(one.to) for one in rest})
            goes_along = after.stance_of[change.id] is Stance(change.to)
            if goes_along and run_completions(case, after).status(name) is wanted:
                kept = rest
    return kept


def _smallest(sets: Sequence[tuple[Change, ...]]) -> Iterator[tuple[Change, ...]]:
    """The sets that have no other within them, the smallest first."""
    distinct = dict[frozenset[Change], tuple[Change, ...]]()
    for one in sets:
        distinct.setdefault(frozenset(one), one)
    for own, one in sorted(distinct.items(), key=lambda item: len(item[1])):
        if not any(other < own for other in distinct):
            yield one


def _turning(case: Case, name: str, wanted: Status, alone: SingleFlips) -> Iterator[tuple[Change]]:
    """The single changes after which a recommendation has a status, in the case's order."""
    for item in case.assumptions:
        for to in (Stance.HOLDS, Stance.FAILS):
            if (item.id, to) in alone.after and _status(alone.after[item.id, to][name]) is wanted:
                yield (Change(id=item.id, to=to),)


def _status(verdict: Verdict) -> Status:
    if verdict is Verdict.OPEN:
        return Status.OPEN
    return Status.ACCEPTED if verdict in HOLDING else Status.REJECTED


def _all_known(case: Case, run: Run[int], rows: Sequence[Sequence[Verdict]]) -> bool:
    """Whether every verdict is proven after every change that links allow, and how well founded the advice then is."""
    uncounted = tuple(_uncounted(case, rows))
    if run.exact and not uncounted:
        return True
    possible = [turn for turn in run.turns if not run.impossible(turn)]
    if not run.exact and not all(
        run.known(one.id, turn) for one in case.recommendations for turn in possible
    ):
        return False
    return all(is_graded(run, item.id, turn) for item in uncounted for turn in possible)


def _uncounted(case: Case, rows: Sequence[Sequence[Verdict]]) -> Iterator[Recommendation]:
    """The recommendations that hold after some change, where the baseline is too tangled to count their arguments."""
    spans = baseline_spans(case)
    for item, row in zip(case.recommendations, rows, strict=True):
        least, most = spans[item.id]
        if least < most and Verdict.HOLDS in row:
            yield item


@lru_cache(maxsize=2048)
def _flip(assumption: str, to: Stance, verdicts: tuple[Verdict, ...]) -> SingleFlip:
    """The same value again for a column that did not change, so that it is validated once."""
    return SingleFlip(assumption=assumption, to=to, verdicts=verdicts)


@lru_cache(maxsize=2048)
def _ruled_out(assumption: str, to: Stance, number: int) -> SingleFlip:
    """What is told of a change that links leave no setting."""
    return SingleFlip(assumption=assumption, to=to, verdicts=(Verdict.OPEN,) * number, possible=False)
