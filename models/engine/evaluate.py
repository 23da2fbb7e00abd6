"""Evaluates a scenario: statuses, rule states and verdicts, exact over every completion."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

from models.engine.algebra import Algebra, at_least
from models.engine.completions import completions, fits_in_columns
from models.engine.diagram import Diagram, TooManyNodes
from models.engine.evaluator import (
    Program,
    Settled,
    compiled,
    rules_in_use,
    settle,
)
from models.engine.falls import Walk, Ways
from models.schema.case import Case, Kind, Rule, Stance, Verdict
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
        return self.status_of(self.settled.statements[name], where)

    def status_of(self, element: T, where: T | None = None) -> Status:
        """Whether an element of the run has all completions, some or none."""
        accepted = self._throughout(element, where)
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

    def counts(self, recommendation: str, where: T | None = None) -> tuple[int, int]:
        """How many arguments of the recommendation apply in any completion at least, and at most."""
        sure, possible = self._bounds(recommendation, where)
        if possible - sure < 2:
            return sure, possible
        found = [self._throughout(element, where) for element in self.argument_counts(recommendation)]
        return found.count(True) - 1, len(found) - found.count(False) - 1

    def falls(self, recommendation: str, where: T | None = None) -> tuple[Verdict, ...]:
        """The ways in which a recommendation that is accepted in none of the completions falls."""
        ways = self._ways_of(recommendation)
        return tuple(dict.fromkeys(way for way, place in ways if self._throughout(place, where) is not False))

    def ways_of_falling(self, recommendation: str) -> tuple[T, ...]:
        """Where it is not accepted, one element for each way in which it falls there."""
        fallen = self.algebra.negate(self.settled.statements[recommendation])
        found: dict[Verdict, T] = {}
        for way, place in self._ways_of(recommendation):
            here = self.algebra.meet(fallen, place)
            found[way] = self.algebra.join(found[way], here) if way in found else here
        return tuple(found.values())

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
        return Verdict.FEWER if self._fewer(recommendation, where) else Verdict.HOLDS

    @cached_property
    def _baseline(self) -> Mapping[str, int]:
        return baseline_counts(self.program.case)

    @cached_property
    def _counted(self) -> dict[str, list[T]]:
        return {}

    @cached_property
    def _ways(self) -> dict[str, Ways[T]]:
        return {}

    def _throughout(self, element: T, where: T | None) -> bool | None:
        return self.algebra.throughout(element, self.here if where is None else where)

    def _fewer(self, recommendation: str, where: T | None) -> bool:
        """Whether fewer arguments apply than in the baseline, in every completion."""
        before = self._baseline[recommendation]
        sure, possible = self._bounds(recommendation, where)
        if possible < before or sure >= before:
            return possible < before
        return self._throughout(self.argument_counts(recommendation)[before], where) is False

    def _bounds(self, recommendation: str, where: T | None) -> tuple[int, int]:
        """How many arguments apply in every completion, and how many in some."""
        rules = self.program.supporting[recommendation]
        applying = [self._throughout(self.settled.rules[rule.id], where) for rule in rules]
        return applying.count(True), len(applying) - applying.count(False)

    def argument_counts(self, recommendation: str) -> list[T]:
        """Where at least 0, 1, … of the arguments apply."""
        if recommendation not in self._counted:
            rules = self.program.supporting[recommendation]
            applying = [self.settled.rules[rule.id] for rule in rules]
            self._counted[recommendation] = at_least(self.algebra, applying, len(applying))
        return self._counted[recommendation]

    def _ways_of(self, recommendation: str) -> Ways[T]:
        """How it falls, after what it may inherit a fall from."""
        known = self._ways
        waiting = [] if recommendation in known else [recommendation]
        walk = Walk(self.program, self.algebra, self.settled, self.in_use, self.scenario.reading)
        while waiting:
            name = waiting[-1]
            missing = [item for item in self.program.inherited[name] if item not in known]
            if not missing:
                known[waiting.pop()] = walk.ways_of_falling(name, known)
            waiting += missing
        return known[recommendation]


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
        run.argument_counts(item.id)
    for name in run.program.order:
        for rule in run.program.supporting[name]:
            for objection in run.program.outweighing[rule.id]:
                run.clash(rule, objection)


@lru_cache(maxsize=16)
def baseline_counts(case: Case) -> Mapping[str, int]:
    """How many arguments of each recommendation apply at least in the case's baseline."""
    run = run_completions(case, baseline_scenario(case))
    return {item.id: run.counts(item.id)[0] for item in case.recommendations}


def _recommendation(run: Run[T], name: str) -> RecommendationResult:
    status = run.status(name)
    grounds = run.program.supporting[name]
    return _advice(
        name,
        status,
        run.verdict(name),
        run.falls(name) if status is Status.REJECTED else (),
        *run.counts(name),
        sum(rule.kind is not Kind.ADDED or rule.id in run.in_use for rule in grounds),
        baseline_counts(run.program.case)[name],
    )


@lru_cache(maxsize=1024)
def _advice(
    name: str,
    status: Status,
    verdict: Verdict,
    falls: tuple[Verdict, ...],
    least: int,
    most: int,
    total: int,
    baseline_applying: int,
) -> RecommendationResult:
    return RecommendationResult(
        id=name,
        status=status,
        verdict=verdict,
        falls=falls,
        least=least,
        most=most,
        total=total,
        baseline_applying=baseline_applying,
    )
