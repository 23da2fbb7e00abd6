"""Evaluates a scenario: statuses, rule states and verdicts, exact over every completion."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from models.engine.algebra import Algebra, Columns, truth_column
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
    """One walk through a case under a scenario, over an algebra of its completions."""

    program: Program
    scenario: Scenario
    algebra: Algebra[T]
    in_use: frozenset[str]
    settled: Settled[T]
    completions: int

    def status(self, name: str) -> Status:
        """Whether the statement is accepted in all completions, some or none."""
        element = self.settled.statements[name]
        if element == self.algebra.top:
            return Status.ACCEPTED
        return Status.REJECTED if element == self.algebra.bottom else Status.OPEN

    def state(self, rule: Rule) -> RuleState:
        """Whether the rule applies in all completions, some or none."""
        element = self.settled.rules[rule.id]
        if element == self.algebra.top:
            return RuleState.APPLIES
        return RuleState.FAILS if element == self.algebra.bottom else RuleState.OPEN

    def usage(self, rule: Rule) -> Usage:
        """Whether the rule takes part, and if not, why."""
        if rule.id in self.in_use:
            return Usage.IN_USE
        return Usage.SET_ASIDE if rule.id in self.scenario.set_aside else Usage.SWITCHED_OFF

    def applying(self, recommendation: str) -> int:
        """How many grounds of the recommendation apply in every completion."""
        grounds = self.program.supporting[recommendation]
        return sum(self.state(rule) is RuleState.APPLIES for rule in grounds)


def evaluate(case: Case, scenario: Scenario) -> Evaluation:
    """The status of every statement, the state of every rule and the verdict on every recommendation.

    Uncertain assumptions are settled in every way (2**k completions for k of them), never by three-valued
    logic. The scenario must be for this case: an assumption without a stance raises KeyError.
    """
    run = _run(case, scenario)
    counts = _baseline_counts(case)
    return Evaluation(
        statements=tuple(StatementResult(id=name, status=run.status(name)) for name in case.by_id),
        rules=tuple(
            RuleResult(id=rule.id, state=run.state(rule), usage=run.usage(rule)) for rule in case.rules
        ),
        recommendations=tuple(
            _recommendation(run, item.id, counts[item.id]) for item in case.recommendations
        ),
        completions=run.completions,
    )


@lru_cache(maxsize=16)
def baseline_evaluation(case: Case) -> Evaluation:
    """The case's own baseline, evaluated."""
    return evaluate(case, baseline_scenario(case))


def _run(case: Case, scenario: Scenario) -> Run[int]:
    stances = [(item.id, scenario.stance_of[item.id]) for item in case.assumptions]
    uncertain = [name for name, stance in stances if stance is Stance.UNCERTAIN]
    algebra = Columns(1 << len(uncertain))
    inputs = {name: algebra.top if stance is Stance.HOLDS else algebra.bottom for name, stance in stances}
    inputs.update((name, truth_column(index, len(uncertain))) for index, name in enumerate(uncertain))
    program = compiled(case)
    in_use = rules_in_use(case, scenario)
    settled = settle(program, algebra, inputs, in_use, scenario.reading)
    return Run(program, scenario, algebra, in_use, settled, algebra.count)


@lru_cache(maxsize=16)
def _baseline_counts(case: Case) -> Mapping[str, int]:
    run = _run(case, baseline_scenario(case))
    return {item.id: run.applying(item.id) for item in case.recommendations}


def _recommendation(run: Run[T], name: str, baseline: int) -> RecommendationResult:
    grounds = run.program.supporting[name]
    applying = run.applying(name)
    status = run.status(name)
    falls: tuple[Verdict, ...] = ()
    if status is Status.ACCEPTED:
        verdict = Verdict.FEWER if applying < baseline else Verdict.HOLDS
    elif status is Status.OPEN:
        verdict = Verdict.OPEN
    else:
        falls = tuple(
            way for way, where in _ways_of_falling(run, name).items() if where != run.algebra.bottom
        )
        verdict = falls[0]
    return RecommendationResult(
        id=name,
        status=status,
        verdict=verdict,
        falls=falls,
        applying=applying,
        total=sum(rule.kind is not Kind.ADDED or rule.id in run.in_use for rule in grounds),
        baseline_applying=baseline,
    )


def _ways_of_falling(run: Run[T], name: str) -> dict[Verdict, T]:
    """Where a recommendation rejected in all completions falls in which way, what to tell first coming first."""
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
