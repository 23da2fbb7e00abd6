"""Feedback as stepped rounds: the loops of a case run from a scenario until it settles or cycles.

The rules of a case are free of loops, so that every round has one answer; what feeds back takes a round.
"""

from collections.abc import Collection, Iterable, Iterator

from models.engine.diagram import TooManyNodes
from models.engine.program import compiled, leading_on, rules_in_use
from models.engine.run import Run
from models.engine.walking import run_completions
from models.schema.analysis import Tick, patiently
from models.schema.besides import Feedback
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.result import Status
from models.schema.rounds import Ending, LoopResult, LoopState, Protection, Round, Rounds, Shift
from models.schema.scenario import Scenario
from models.schema.steps.link_steps import carried_along

MOST_ROUNDS, FEW_ROUNDS = 50, 6
QUICK = 1 << 12


def bearable(completions: int) -> int:
    """How many rounds can be run while somebody waits, where the first has so many completions."""
    return MOST_ROUNDS if completions <= QUICK else FEW_ROUNDS


def run_rounds(
    case: Case,
    scenario: Scenario,
    followed: Collection[str] | None = None,
    tick: Tick = patiently,
    *,
    most: int = MOST_ROUNDS,
) -> Rounds:
    """The rounds that a case's feedback loops make of a scenario, the scenario itself being the first.

    Whether a recommendation is followed is the reader's choice, the same in every round and whatever becomes of
    its verdict; all are followed unless `followed` names those that are. A loop runs at the end of a round
    if its premises are accepted in every completion of that round and the recommendation that would cut it is not
    followed; one whose premises are met in some completions only may run, and is left out. All loops that run
    set their stances at once, and these stay until another loop changes them; an assumption that loops pull
    both ways becomes uncertain. As nothing else changes, equal stances mean equal futures: the rounds settle, or
    come back to an earlier one, or are given up after the `most` that were asked for.
    """
    advice = tuple(item.id for item in case.recommendations)
    kept = frozenset(advice if followed is None else followed)
    rounds: list[Round] = []
    seen: dict[tuple[Stance, ...], int] = {}
    exact, shifts = True, tuple[Shift, ...]()
    while _key(scenario) not in seen and len(rounds) < most:
        tick()
        run = run_completions(case, scenario)
        exact = exact and all(run.known(item.id) for item in case.recommendations)
        rounds.append(_round(case, run, kept, len(rounds) + 1, shifts))
        seen[_key(scenario)] = len(rounds)
        scenario, shifts = _next(case, rounds[-1], scenario)
    back = seen.get(_key(scenario))
    return Rounds(
        recommendations=advice,
        followed=tuple(name for name in advice if name in kept),
        rounds=tuple(rounds),
        ending=_ending(back, len(rounds)),
        back_to=back if back != len(rounds) else None,
        exact=exact,
    )


def _next(case: Case, last: Round, scenario: Scenario) -> tuple[Scenario, tuple[Shift, ...]]:
    """The scenario that a round leads to, and what it shifts, with what links carry along."""
    shifts = _shifts(case, last, scenario)
    after = carried_along(case, scenario, {shift.id: shift.after for shift in shifts})
    return after, (*shifts, *_carried(scenario, after, shifts))


def protections(case: Case, scenario: Scenario) -> tuple[Protection, ...]:
    """Which advice keeps, by cutting a loop, an assumption that advice rests on; in the order of the loops.

    Read off the shape of the rules in use: what rests on an assumption may still stand without it.
    """
    return tuple(_protections(case, rules_in_use(case, scenario)))


def _protections(case: Case, in_use: frozenset[str]) -> Iterator[Protection]:
    for loop in case.feedback:
        if loop.unless_followed is None:
            continue
        for assumption in loop.sets:
            resting = _resting_on(case, in_use, assumption)
            if resting:
                yield Protection(
                    recommendation=loop.unless_followed,
                    loop=loop.id,
                    assumption=assumption,
                    supports=tuple(name for name in resting if name != loop.unless_followed),
                    itself=loop.unless_followed in resting,
                )


def _resting_on(case: Case, in_use: frozenset[str], assumption: str) -> tuple[str, ...]:
    """The recommendations that the rules in use lead to from an assumption, in the case's order."""
    reached = leading_on(compiled(case), assumption, in_use)
    return tuple(item.id for item in case.recommendations if item.id in reached)


def _round(
    case: Case, run: Run[int], followed: Collection[str], number: int, shifts: tuple[Shift, ...]
) -> Round:
    return Round(
        number=number,
        stances=run.scenario.stances,
        shifts=shifts,
        verdicts=tuple(run.verdict(item.id) for item in case.recommendations),
        loops=tuple(LoopResult(id=loop.id, state=_state(run, loop, followed)) for loop in case.feedback),
    )


def _state(run: Run[int], loop: Feedback, followed: Collection[str]) -> LoopState:
    met = _met(run, loop)
    if met is Status.REJECTED:
        return LoopState.IDLE
    if loop.unless_followed in followed:
        return LoopState.CUT
    return LoopState.RUNS if met is Status.ACCEPTED else LoopState.MAY_RUN


def _met(run: Run[int], loop: Feedback) -> Status:
    """Whether all premises of a loop are met together in every completion, in none, or in some."""
    premises = [(text.removeprefix("not "), text.startswith("not ")) for text in loop.if_]
    if not run.exact:
        return _one_by_one(run, premises)
    element = run.algebra.top
    try:
        for name, negated in premises:
            accepted = run.settled.statements[name]
            element = run.algebra.meet(element, run.algebra.negate(accepted) if negated else accepted)
    except TooManyNodes:
        return _one_by_one(run, premises)
    return run.status_of(element)


def _one_by_one(run: Run[int], premises: Iterable[tuple[str, bool]]) -> Status:
    """The same where only single statements are known."""
    found = {run.status(name).opposite if negated else run.status(name) for name, negated in premises}
    if Status.REJECTED in found:
        return Status.REJECTED
    return Status.OPEN if Status.OPEN in found else Status.ACCEPTED


def _shifts(case: Case, last: Round, scenario: Scenario) -> tuple[Shift, ...]:
    pulls: dict[str, dict[Stance, list[str]]] = {}
    for loop in case.feedback:
        if last.state_of[loop.id] is LoopState.RUNS:
            for name, stance in loop.sets.items():
                pulls.setdefault(name, {}).setdefault(stance, []).append(loop.id)
    shifts = []
    for item in case.assumptions:
        wanted = pulls.get(item.id, {})
        before = scenario.stance_of[item.id]
        after = Stance.UNCERTAIN if len(wanted) > 1 else next(iter(wanted), before)
        if after is not before:
            loops = tuple(name for names in wanted.values() for name in names)
            shifts.append(Shift(id=item.id, before=before, after=after, loops=loops))
    return tuple(shifts)


def _carried(before: Scenario, after: Scenario, shifts: tuple[Shift, ...]) -> Iterator[Shift]:
    """The stances that links carried along with those that loops set."""
    loops = tuple(dict.fromkeys(loop for shift in shifts for loop in shift.loops))
    told = {shift.id for shift in shifts}
    for name, stance in before.stance_of.items():
        if name not in told and after.stance_of[name] is not stance:
            yield Shift(id=name, before=stance, after=after.stance_of[name], loops=loops)


def _ending(back: int | None, last: int) -> Ending:
    """How it ends if the round after the last is round `back`, or one that was not seen before."""
    if back is None:
        return Ending.UNFINISHED
    return Ending.SETTLES if back == last else Ending.CYCLES


def _key(scenario: Scenario) -> tuple[Stance, ...]:
    return tuple(entry.stance for entry in scenario.stances)
