"""Walks a case under a scenario: over columns where they fit, over diagrams, or over each statement by itself.

Also what an open statement varies with though no change of it alone is possible: links let it vary only with others.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache, partial

from models.engine.completions import EITHER, Completions, Turn, exactly, fits_in_columns, sampled
from models.engine.diagram import TooManyNodes
from models.engine.evaluator import met, possible, settle
from models.engine.falls import Advice
from models.engine.parts import Parts
from models.engine.program import Program, compiled, cones, rules_in_use
from models.engine.run import Run, clash
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.result import Status
from models.schema.scenario import Scenario, baseline_scenario, with_stances
from models.schema.steps.link_steps import carried_along

WAYS = (Stance.HOLDS, Stance.FAILS)
MOST_SETTLED = 3
"""So many of the assumptions that a statement hangs on are settled, to see what it varies with beside them."""


def run_completions(case: Case, scenario: Scenario) -> Run[int]:
    """One walk over all completions of a scenario; the last ones are kept, but for diagrams, which grow when asked."""
    uncertain = sum(stance in EITHER for stance in scenario.stance_of.values())
    return _kept_run(case, scenario) if fits_in_columns(uncertain) else run_turns(case, scenario, ())


@lru_cache(maxsize=8)
def _kept_run(case: Case, scenario: Scenario) -> Run[int]:
    return run_turns(case, scenario, ())


@lru_cache(maxsize=8)
def _tangled(case: Case, scenario: Scenario) -> list[Run[int]]:  # noqa: ARG001 - what it is kept under
    """A place for the walk of a scenario each of whose statements is walked by itself, once that is known."""
    return []


def run_turns(case: Case, scenario: Scenario, turned: Collection[str]) -> Run[int]:
    """One walk over all completions of a scenario and those after every change of a single stance in `turned`.

    Each of these assumptions takes every stance that it has not: it is turned round and made uncertain, or
    settled either way; one that findings argue for is also taken as argued. Where all is too tangled, each
    statement is walked by itself; where the completions alone are known to be, no diagram is tried, as it holds theirs,
    and the walk that was first asked for is taken again if it tells the changes.
    """
    program = compiled(case)
    alone = [name for name in turned if name not in case.linked and name not in program.argued]
    others = tuple(_apart(case, program, scenario, turned) if len(alone) < len(turned) else ())
    stances = {item.id: scenario.stance_of[item.id] for item in case.assumptions}
    kept = _tangled(case, scenario)
    if kept and {name for name, _ in kept[0].after}.issuperset(alone):
        walked = kept[0]
    else:
        walked = _walked(program, scenario, stances, alone, tangled=bool(kept))
    if walked.parts is not None and not kept:
        kept.append(walked)
    return replace(walked, apart=dict(others)) if others else walked


def _apart(
    case: Case, program: Program, scenario: Scenario, turned: Collection[str]
) -> Iterator[tuple[Turn, Callable[[], Run[int]]]]:
    """The changes that are more than one stance turned round, each with its walk, taken when it is asked for."""
    for name in scenario.stance_of:
        if name in turned and (name in case.linked or name in program.argued):
            for stance in Stance:
                if stance is not scenario.stance_of[name] and (
                    stance is not Stance.AS_ARGUED or name in program.argued
                ):
                    changed = carried_along(case, scenario, {name: stance})
                    yield (name, stance), cache(partial(run_completions, case, changed))


def _walked(
    program: Program,
    scenario: Scenario,
    stances: Mapping[str, Stance],
    turned: Collection[str],
    *,
    tangled: bool,
) -> Run[int]:
    roots = [item.id for item in program.case.recommendations]
    for walked in () if tangled else exactly(program, stances, turned, roots):
        try:
            run = _run(program, scenario, walked)
            if walked.is_diagram:
                _ask_ahead(run)
        except TooManyNodes:
            continue
        return run
    parts = Parts(program, stances, turned, lambda part, walked: _run(part, scenario, walked))
    return _run(program, scenario, sampled(stances, turned, program.case.clauses), parts)


def _ask_ahead(run: Run[int]) -> None:
    """Put into a diagram what is asked of it later, so that it is known to fit; may raise TooManyNodes."""
    program = run.program
    for name in program.order:
        if name in program.recommendations:
            run.advice.ways_of_falling(name)
            run.advice.argument_counts(name)
            run.advice.holding_counts(name)
        for rule in program.supporting[name]:
            for objection in program.outweighing[rule.id]:
                clash(run, rule, objection)
        for rule in program.about(name):  # of one that is rejected, no choice was walked
            for part in program.asked[rule.id].parts:
                met(part, run.algebra, run.settled.statements)
    for item in run.uncertain if program.case.links else ():
        for stance in (Stance.HOLDS, Stance.FAILS):
            run.impossible((item, stance))


def _run(program: Program, scenario: Scenario, walked: Completions, parts: Parts | None = None) -> Run[int]:
    in_use, algebra = rules_in_use(program.case, scenario), walked.algebra
    settled = settle(program, algebra, walked.inputs, in_use, scenario.reading, walked.as_argued)
    here, after, completions = walked.here, walked.after, 1 << len(walked.uncertain)
    if program.case.links:
        allowed = possible(program, algebra, settled.statements)
        here = algebra.meet(here, allowed)
        after = {turn: algebra.meet(place, allowed) for turn, place in after.items()}
        completions = completions if parts else walked.number(here)
    advice = Advice(
        program, algebra, settled, in_use, scenario.reading, lambda name: baseline_counts(program.case)[name]
    )
    return Run(
        program=program,
        scenario=scenario,
        algebra=algebra,
        here=here,
        after=after,
        in_use=in_use,
        settled=settled,
        advice=advice,
        completions=completions,
        uncertain=walked.uncertain,
        inputs=walked.inputs,
        parts=parts,
    )


@lru_cache(maxsize=16)
def baseline_counts(case: Case) -> Mapping[str, int]:
    """How many arguments of each recommendation apply at least in the case's baseline, for all that is known."""
    return {name: least for name, (least, _) in baseline_spans(case).items()}


@lru_cache(maxsize=16)
def baseline_spans(case: Case) -> Mapping[str, tuple[int, int]]:
    """Between which numbers that lies: where the baseline is too tangled to count them, none to all."""
    run = run_completions(case, baseline_scenario(case))
    counts = {item.id: run.counts(item.id) for item in case.recommendations}
    return {name: (least, least if run.is_counted(name) else most) for name, (least, most) in counts.items()}


def is_graded(run: Run[int], recommendation: str, turn: Turn | None = None) -> bool:
    """Whether it is known of advice, if it holds, whether it does so on fewer arguments than in the baseline."""
    least, most = baseline_spans(run.program.case)[recommendation]
    return least == most or not least <= run.counts(recommendation, turn)[1] < most


def tied_beside(
    case: Case, scenario: Scenario, run: Run[int], name: str, alone: Sequence[str]
) -> tuple[str, ...]:
    """The uncertain assumptions under a statement that links tie; beside what it hangs on, those that turn it then."""
    beneath = cones(case)[name] & case.linked
    tied = [
        item
        for item in run.uncertain
        if item in beneath and item not in alone and run.status_of(run.inputs[item]) is Status.OPEN
    ]
    if not alone or not tied or not run.exact:
        return () if alone and not run.exact else tuple(tied)
    runs = [run, *_settled(case, scenario, alone)]
    return tuple(item for item in tied if any(_turns(one, name, item) for one in runs))


def _settled(case: Case, scenario: Scenario, alone: Sequence[str]) -> Iterator[Run[int]]:
    """The walks after each of these is settled either way, and all of them."""
    for names in dict.fromkeys((*((item,) for item in alone[:MOST_SETTLED]), tuple(alone))):
        for way in WAYS:
            yield run_completions(case, with_stances(scenario, dict.fromkeys(names, way)))


def _turns(run: Run[int], name: str, item: str) -> bool:
    """Whether a statement is known to come out otherwise if an assumption holds than if it fails."""
    ways = [(item, way) for way in WAYS]
    known = all(run.known(name, turn) and not run.impossible(turn) for turn in ways)
    return known and len({run.status(name, turn) for turn in ways}) > 1
