"""Evaluates a scenario: statuses, rule states and verdicts, exact over every completion."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

from models.engine.algebra import Algebra
from models.engine.completions import completions, fits_in_columns
from models.engine.diagram import Diagram, TooManyNodes
from models.engine.evaluator import (
    Program,
    Settled,
    compiled,
    met,
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

    A question is about the completions in `here`, or in `where`, an element other than the bottom: `after` has
    those after every change of a single stance that was asked for.
    """

    program: Program
    scenario: Scenario
    algebra: Algebra[T]
    here: T
    after: Mapping[tuple[str, Stance], T]
    in_use: frozenset[str]
    settled: Settled[T]
    completions: int
    uncertain: tuple[str, ...]
    exact: bool = True

    def status(self, name: str, where: T | None = None) -> Status:
        """Whether the statement is accepted in all completions, some or none."""
        accepted = self._throughout(self.settled.statements[name], where)
        if accepted is None:
            return Status.OPEN
        return Status.ACCEPTED if accepted else Status.REJECTED

    def state(self, rule: Rule, where: T | None = None) -> RuleState:
        """Whether the rule applies in all completions, some or none."""
        applies = self._throughout(self.settled.rules[rule.id], where)
        if applies is None:
            return RuleState.OPEN
        return RuleState.APPLIES if applies else RuleState.FAILS

    def usage(self, rule: Rule) -> Usage:
        """Whether the rule takes part, and if not, why."""
        if rule.id in self.in_use:
            return Usage.IN_USE
        return Usage.SET_ASIDE if rule.id in self.scenario.set_aside else Usage.SWITCHED_OFF

    def applying(self, recommendation: str, where: T | None = None) -> int:
        """How many grounds of the recommendation apply in every completion."""
        rules = self.settled.rules
        grounds = self.program.supporting[recommendation]
        return sum(self._throughout(rules[rule.id], where) is True for rule in grounds)

    def falls(self, recommendation: str, where: T | None = None) -> tuple[Verdict, ...]:
        """The ways in which a recommendation that is accepted in none of the completions falls."""
        ways = self._ways_of(recommendation).items()
        return tuple(way for way, place in ways if self._throughout(place, where) is not False)

    def ways_of_falling(self, recommendation: str) -> tuple[T, ...]:
        """Where it is not accepted, one element for each way in which it falls there."""
        fallen = self.algebra.negate(self.settled.statements[recommendation])
        ways = self._ways_of(recommendation)
        return tuple(self.algebra.meet(fallen, place) for place in ways.values())

    def clash(self, rule: Rule, objection: Rule) -> bool:
        """Whether two rules apply together in any completion."""
        rules = self.settled.rules
        return self.algebra.meet(rules[rule.id], rules[objection.id]) != self.algebra.bottom

    def verdict(self, recommendation: str, where: T | None = None) -> Verdict:
        """What became of the recommendation, by the contract in `models/README.md`."""
        accepted = self._throughout(self.settled.statements[recommendation], where)
        if accepted is None:
            return Verdict.OPEN
        if not accepted:
            return self.falls(recommendation, where)[0]
        fewer = self.applying(recommendation, where) < self._baseline[recommendation]
        return Verdict.FEWER if fewer else Verdict.HOLDS

    @cached_property
    def _baseline(self) -> Mapping[str, int]:
        return baseline_counts(self.program.case)

    @cached_property
    def _ways(self) -> dict[str, Mapping[Verdict, T]]:
        return {}

    def _throughout(self, element: T, where: T | None) -> bool | None:
        return self.algebra.throughout(element, self.here if where is None else where)

    def _ways_of(self, recommendation: str) -> Mapping[Verdict, T]:
        if recommendation not in self._ways:
            self._ways[recommendation] = _ways_of_falling(self, recommendation)
        return self._ways[recommendation]


def evaluate(case: Case, scenario: Scenario) -> Evaluation:
    """The status of every statement, the state of every rule and the verdict on every recommendation.

    Uncertain assumptions are settled in every way (2**k completions for k of them), never by three-valued
    logic. The scenario must be for this case: an assumption without a stance raises KeyError.
    """
    run = run_completions(case, scenario)
    return Evaluation(
        statements=tuple(_statement(name, run.status(name)) for name in case.by_id),
        rules=tuple(_rule(rule.id, run.state(rule), run.usage(rule)) for rule in case.rules),
        recommendations=tuple(_recommendation(run, item.id) for item in case.recommendations),
        completions=run.completions,
        exact=run.exact,
    )


@lru_cache(maxsize=1024)
def _statement(name: str, status: Status) -> StatementResult:
    """The same value again for an answer that did not change, so that it is validated once."""
    return StatementResult(id=name, status=status)


@lru_cache(maxsize=1024)
def _rule(name: str, state: RuleState, usage: Usage) -> RuleResult:
    return RuleResult(id=name, state=state, usage=usage)


@lru_cache(maxsize=16)
def baseline_evaluation(case: Case) -> Evaluation:
    """The case's own baseline, evaluated."""
    return evaluate(case, baseline_scenario(case))


def run_completions(case: Case, scenario: Scenario) -> Run[int]:
    """One walk over all completions of a scenario; the last ones over columns are kept, for they never change."""
    uncertain = sum(stance is Stance.UNCERTAIN for stance in scenario.stance_of.values())
    return _kept_run(case, scenario) if fits_in_columns(uncertain) else run_turns(case, scenario, ())


@lru_cache(maxsize=8)
def _kept_run(case: Case, scenario: Scenario) -> Run[int]:
    return run_turns(case, scenario, ())


def run_turns(case: Case, scenario: Scenario, turned: Collection[str]) -> Run[int]:
    """One walk over all completions of a scenario and those after every change of a single stance in `turned`.

    Each of these assumptions takes both stances that it has not: it is turned round and made uncertain, or
    settled either way. Exact unless `completions` has to fall back on random ones.
    """
    stances = {item.id: scenario.stance_of[item.id] for item in case.assumptions}
    uncertain = tuple(name for name, stance in stances.items() if stance is Stance.UNCERTAIN)
    program, in_use = compiled(case), rules_in_use(case, scenario)
    for walked in completions(program, stances, turned):
        try:
            run = Run(
                program=program,
                scenario=scenario,
                algebra=walked.algebra,
                here=walked.here,
                after=walked.after,
                in_use=in_use,
                settled=settle(program, walked.algebra, walked.inputs, in_use, scenario.reading),
                completions=1 << len(uncertain),
                uncertain=uncertain,
                exact=walked.exact,
            )
            if isinstance(walked.algebra, Diagram):
                _ask_ahead(run)
        except TooManyNodes:
            continue
        return run
    raise TooManyNodes


def _ask_ahead(run: Run[int]) -> None:
    """Put into a diagram what is asked of it later, so that it is known to fit."""
    for item in run.program.case.recommendations:
        run.ways_of_falling(item.id)
    for name in run.program.order:
        for rule in run.program.supporting[name]:
            for objection in run.program.outweighing[rule.id]:
                run.clash(rule, objection)


@lru_cache(maxsize=16)
def baseline_counts(case: Case) -> Mapping[str, int]:
    """How many grounds of each recommendation apply in the case's baseline."""
    run = run_completions(case, baseline_scenario(case))
    return {item.id: run.applying(item.id) for item in case.recommendations}


def _recommendation(run: Run[T], name: str) -> RecommendationResult:
    status = run.status(name)
    grounds = run.program.supporting[name]
    return _advice(
        name,
        status,
        run.verdict(name),
        run.falls(name) if status is Status.REJECTED else (),
        run.applying(name),
        sum(rule.kind is not Kind.ADDED or rule.id in run.in_use for rule in grounds),
        baseline_counts(run.program.case)[name],
    )


@lru_cache(maxsize=1024)
def _advice(
    name: str,
    status: Status,
    verdict: Verdict,
    falls: tuple[Verdict, ...],
    applying: int,
    total: int,
    baseline_applying: int,
) -> RecommendationResult:
    return RecommendationResult(
        id=name,
        status=status,
        verdict=verdict,
        falls=falls,
        applying=applying,
        total=total,
        baseline_applying=baseline_applying,
    )


def _ways_of_falling(run: Run[T], name: str) -> dict[Verdict, T]:
    """Where a recommendation falls in which way, what to tell first coming first.

    Says nothing of the completions in which it is accepted: mask them out before asking.
    """
    algebra, settled, program = run.algebra, run.settled, run.program
    every = run.scenario.reading is Reading.EVERY_STRAND
    some_applies = unworkable = unentitled = algebra.bottom
    for rule in strands(program, name, run.in_use) if every else program.supporting[name]:
        if rule.id not in run.in_use:
            continue
        some_applies = algebra.join(some_applies, settled.rules[rule.id])
        literals = program.literals[rule.id]
        need, means, standing = (
            met((item for item in literals if item.role is role), algebra, settled.statements)
            for role in Role
        )
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
