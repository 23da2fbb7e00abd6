"""Evaluates a scenario: statuses, rule states and verdicts, exact over every completion."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

from models.engine.algebra import Algebra
from models.engine.completions import Completions, completions
from models.engine.diagram import Diagram, TooManyNodes
from models.engine.evaluator import (
    Program,
    Settled,
    all_premises,
    compiled,
    rules_in_use,
    settle,
    strands,
)
from models.schema.case import Case, Kind, Reading, Role, Rule, Stance, Verdict
from models.schema.result import (
    Evaluation,
    RecommendationResult,
    RuleResult,
    RuleState,
    StatementResult,
    Status,
    Usage,
)
from models.schema.scenario import Scenario, baseline_scenario

T = TypeVar("T")


@dataclass(frozen=True)
class Run(Generic[T]):
    """One walk through a case under a scenario, over an algebra of its completions.

    Every question may be narrowed to the completions in `where`, an element other than the bottom.
    """

    program: Program
    scenario: Scenario
    algebra: Algebra[T]
    in_use: frozenset[str]
    settled: Settled[T]
    completions: int
    uncertain: tuple[str, ...]
    exact: bool = True
    _ways: dict[str, Mapping[Verdict, T]] = field(default_factory=dict, compare=False)

    def status(self, name: str, where: T | None = None) -> Status:
        """Whether the statement is accepted in all completions, some or none."""
        return Status(_extent(self.algebra, self.settled.statements[name], where, *Status))

    def state(self, rule: Rule, where: T | None = None) -> RuleState:
        """Whether the rule applies in all completions, some or none."""
        return RuleState(_extent(self.algebra, self.settled.rules[rule.id], where, *RuleState))

    def usage(self, rule: Rule) -> Usage:
        """Whether the rule takes part, and if not, why."""
        if rule.id in self.in_use:
            return Usage.IN_USE
        return Usage.SET_ASIDE if rule.id in self.scenario.set_aside else Usage.SWITCHED_OFF

    def applying(self, recommendation: str, where: T | None = None) -> int:
        """How many grounds of the recommendation apply in every completion."""
        grounds = self.program.supporting[recommendation]
        return sum(self.state(rule, where) is RuleState.APPLIES for rule in grounds)

    def falls(self, recommendation: str, where: T | None = None) -> tuple[Verdict, ...]:
        """The ways in which a recommendation that is accepted in none of the completions falls."""
        algebra = self.algebra
        where = algebra.top if where is None else where
        ways = self._ways_of(recommendation)
        return tuple(way for way, place in ways.items() if algebra.meet(where, place) != algebra.bottom)

    def ways_of_falling(self, recommendation: str) -> tuple[T, ...]:
        """Where it is not accepted, one element for each way in which it falls there."""
        fallen = self.algebra.negate(self.settled.statements[recommendation])
        ways = self._ways_of(recommendation)
        return tuple(self.algebra.meet(fallen, place) for place in ways.values())

    def verdict(self, recommendation: str, where: T | None = None) -> Verdict:
        """What became of the recommendation, by the contract in DESIGN.md."""
        status = self.status(recommendation, where)
        if status is Status.OPEN:
            return Verdict.OPEN
        if status is Status.REJECTED:
            return self.falls(recommendation, where)[0]
        before = baseline_counts(self.program.case)[recommendation]
        return Verdict.FEWER if self.applying(recommendation, where) < before else Verdict.HOLDS

    def _ways_of(self, recommendation: str) -> Mapping[Verdict, T]:
        if recommendation not in self._ways:
            self._ways[recommendation] = _ways_of_falling(self, recommendation)
        return self._ways[recommendation]


def _extent(algebra: Algebra[T], element: T, where: T | None, every: str, none: str, some: str) -> str:
    where = algebra.top if where is None else where
    within = algebra.meet(element, where)
    if within == where:
        return every
    return none if within == algebra.bottom else some


def evaluate(case: Case, scenario: Scenario) -> Evaluation:
    """The status of every statement, the state of every rule and the verdict on every recommendation.

    Uncertain assumptions are settled in every way (2**k completions for k of them), never by three-valued
    logic. The scenario must be for this case: an assumption without a stance raises KeyError.
    """
    run = run_completions(case, scenario)
    return Evaluation(
        statements=tuple(StatementResult(id=name, status=run.status(name)) for name in case.by_id),
        rules=tuple(
            RuleResult(id=rule.id, state=run.state(rule), usage=run.usage(rule)) for rule in case.rules
        ),
        recommendations=tuple(_recommendation(run, item.id) for item in case.recommendations),
        completions=run.completions,
        exact=run.exact,
    )


@lru_cache(maxsize=16)
def baseline_evaluation(case: Case) -> Evaluation:
    """The case's own baseline, evaluated."""
    return evaluate(case, baseline_scenario(case))


def run_completions(case: Case, scenario: Scenario, freed: str | None = None) -> Run[int]:
    """One walk over all completions of a scenario; the assumption `freed` counts as uncertain too."""
    stances = {item.id: scenario.stance_of[item.id] for item in case.assumptions}
    if freed is not None:
        stances[freed] = Stance.UNCERTAIN
    return _run(case, scenario, stances)[0]


def run_flips(case: Case, scenario: Scenario, flipped: Sequence[str]) -> tuple[Run[int], dict[str, int]]:
    """One walk over n + 1 blocks of completions: as things stand, and with each of n settled stances turned.

    Gives the run and, for each flipped assumption, the element of its block.
    """
    stances = {item.id: scenario.stance_of[item.id] for item in case.assumptions}
    run, walked = _run(case, scenario, stances, flipped)
    return run, dict(walked.turned)


def _run(
    case: Case, scenario: Scenario, stances: Mapping[str, Stance], flipped: Sequence[str] = ()
) -> tuple[Run[int], Completions]:
    uncertain = tuple(name for name, stance in stances.items() if stance is Stance.UNCERTAIN)
    program = compiled(case)
    in_use = rules_in_use(case, scenario)
    for walked in completions(program, stances, flipped):
        count = 1 << len(uncertain)
        try:
            settled = settle(program, walked.algebra, walked.inputs, in_use, scenario.reading)
            run = Run(program, scenario, walked.algebra, in_use, settled, count, uncertain, walked.exact)
            if isinstance(walked.algebra, Diagram):
                for item in case.recommendations:
                    run.ways_of_falling(item.id)  # what is asked later must fit into the diagram as well
        except TooManyNodes:
            continue
        return run, walked
    raise TooManyNodes


@lru_cache(maxsize=16)
def baseline_counts(case: Case) -> Mapping[str, int]:
    """How many grounds of each recommendation apply in the case's baseline."""
    run = run_completions(case, baseline_scenario(case))
    return {item.id: run.applying(item.id) for item in case.recommendations}


def _recommendation(run: Run[T], name: str) -> RecommendationResult:
    status = run.status(name)
    return RecommendationResult(
        id=name,
        status=status,
        verdict=run.verdict(name),
        falls=run.falls(name) if status is Status.REJECTED else (),
        applying=run.applying(name),
        total=sum(
            rule.kind is not Kind.ADDED or rule.id in run.in_use for rule in run.program.supporting[name]
        ),
        baseline_applying=baseline_counts(run.program.case)[name],
    )


def _ways_of_falling(run: Run[T], name: str) -> dict[Verdict, T]:
    """Where a recommendation falls in which way, what to tell first coming first.

    Says nothing of the completions in which it is accepted: mask them out before asking.
    """
    algebra, settled = run.algebra, run.settled
    every = run.scenario.reading is Reading.EVERY_STRAND
    some_applies = unworkable = unentitled = algebra.bottom
    for rule in (
        strands(run.program, name, run.in_use)
        if every
        else (rule for rule in run.program.supporting[name] if rule.id in run.in_use)
    ):
        some_applies = algebra.join(some_applies, settled.rules[rule.id])
        need, means, standing = (all_premises(rule, algebra, settled.statements, role) for role in Role)
        lacks_means = algebra.meet(need, algebra.negate(means))
        lacks_standing = algebra.meet(algebra.meet(need, means), algebra.negate(standing))
        unworkable = algebra.join(unworkable, lacks_means)
        unentitled = algebra.join(unentitled, lacks_standing)
    rest = algebra.negate(some_applies)
    workable = algebra.meet(rest, algebra.negate(unworkable))
    return {
        Verdict.OVERRULED: algebra.bottom if every else some_applies,
        Verdict.INCOMPLETE: some_applies if every else algebra.bottom,
        Verdict.NOT_WORKABLE: algebra.meet(rest, unworkable),
        Verdict.NO_STANDING: algebra.meet(workable, unentitled),
        Verdict.NOT_NEEDED: algebra.meet(workable, algebra.negate(unentitled)),
    }
