"""One walk through a case under a scenario, and the questions that it answers, for its completions and for changes."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

from models.engine.algebra import Algebra, at_least
from models.engine.completions import Completions, Turn, exactly, fits_in_columns, sampled
from models.engine.diagram import TooManyNodes
from models.engine.evaluator import Program, Settled, compiled, rules_in_use, settle
from models.engine.falls import Walk, Ways
from models.engine.parts import Parts
from models.schema.case import Case, Rule, Stance, Verdict
from models.schema.result import RuleState, Status, Usage
from models.schema.scenario import Scenario, baseline_scenario

T = TypeVar("T")


@dataclass(frozen=True)
class Run(Generic[T]):
    """One walk through a case under a scenario, over an algebra of its completions.

    A question is about the completions in `here`, or about those after a change of a single stance: a `turn`,
    one of those in `after` or the settling of an uncertain assumption. Where not `exact`, the algebra has
    only some completions: they may show that something is open and nothing else; the rest is answered by
    the `parts`, or not known, and told as open.
    """

    program: Program
    scenario: Scenario
    algebra: Algebra[T]
    here: T
    after: Mapping[Turn, T]
    in_use: frozenset[str]
    settled: Settled[T]
    completions: int
    uncertain: tuple[str, ...]
    parts: Parts | None = None
    _counted: dict[str, list[T]] = field(default_factory=dict)
    _ways: dict[str, Ways[T]] = field(default_factory=dict)

    @property
    def exact(self) -> bool:
        """Whether the algebra has all completions."""
        return self.parts is None

    def known(self, name: str, turn: Turn | None = None) -> bool:
        """Whether the statement's status is proven."""
        if self.parts is None or name not in self.program.supporting:
            return True
        shown = self._throughout(self.settled.statements[name], turn)
        return shown is None or self.parts.told(name, turn) is not None

    def status(self, name: str, turn: Turn | None = None) -> Status:
        """Whether the statement is accepted in all completions, some or none."""
        shown = self.status_of(self.settled.statements[name], turn)
        if self.parts is None or shown is Status.OPEN or name not in self.program.supporting:
            return shown
        told = self.parts.told(name, turn)
        return told.status if told else Status.OPEN

    def status_of(self, element: T, turn: Turn | None = None) -> Status:
        """Whether an element of the run has all completions, some or none."""
        return _STATUSES[self._throughout(element, turn)]

    def state(self, rule: Rule, turn: Turn | None = None) -> RuleState:
        """Whether the rule applies in all completions, some or none."""
        applies = self._throughout(self.settled.rules[rule.id], turn)
        if self.parts is None or applies is None:
            return _STATES[applies]
        told = self.parts.told(rule.conclusion, turn)
        return told.states[rule.id] if told else RuleState.OPEN

    def usage(self, rule: Rule) -> Usage:
        """Whether the rule takes part, and if not, why."""
        if rule.id in self.in_use:
            return Usage.IN_USE
        return Usage.SET_ASIDE if rule.id in self.scenario.set_aside else Usage.SWITCHED_OFF

    def counts(self, recommendation: str, turn: Turn | None = None) -> tuple[int, int]:
        """How many arguments of the recommendation apply in any completion at least, and at most."""
        if self.parts is not None:
            told = self.parts.told(recommendation, turn)
            rules = self.program.supporting[recommendation]
            return told.counts if told else (0, sum(rule.id in self.in_use for rule in rules))
        sure, possible = self._bounds(recommendation, turn)
        if possible - sure < 2:
            return sure, possible
        found = [self._throughout(element, turn) for element in self._argument_counts(recommendation)]
        return found.count(True) - 1, len(found) - found.count(False) - 1

    def falls(self, recommendation: str, turn: Turn | None = None) -> tuple[Verdict, ...]:
        """The ways in which a recommendation that is accepted in none of the completions falls."""
        if self.parts is not None:
            told = self.parts.told(recommendation, turn)
            return told.falls if told else ()
        return tuple(dict.fromkeys(way for _, way in self.falling(recommendation, turn)))

    def falling(self, recommendation: str, turn: Turn | None = None) -> list[tuple[int, Verdict]]:
        """The ways in which it falls, each with its place among all ways."""
        ways = enumerate(self._ways_of(recommendation))
        return [(at, way) for at, (way, place) in ways if self._throughout(place, turn) is not False]

    def ways_of_falling(self, recommendation: str) -> tuple[T, ...]:
        """Where it is not accepted, one element for each way in which it falls there."""
        fallen = self.algebra.negate(self.settled.statements[recommendation])
        found: dict[Verdict, T] = {}
        for way, place in self._ways_of(recommendation):
            here = self.algebra.meet(fallen, place)
            found[way] = self.algebra.join(found[way], here) if way in found else here
        return tuple(found.values())

    def fewer(self, recommendation: str) -> T:
        """Where it is accepted, with fewer arguments than in the baseline; may raise TooManyNodes."""
        before = baseline_counts(self.program.case)[recommendation]
        enough = self._argument_counts(recommendation)[before]
        return self.algebra.meet(self.settled.statements[recommendation], self.algebra.negate(enough))

    def clash(self, rule: Rule, objection: Rule) -> bool:
        """Whether two rules apply together in any completion, for all that is known."""
        rules = self.settled.rules
        together = self.algebra.meet(rules[rule.id], rules[objection.id]) != self.algebra.bottom
        if self.parts is None or together:
            return together
        return self.state(rule) is RuleState.APPLIES and self.state(objection) is not RuleState.FAILS

    def verdict(self, recommendation: str, turn: Turn | None = None) -> Verdict:
        """What became of the recommendation."""
        status = self.status(recommendation, turn)
        if status is Status.OPEN:
            return Verdict.OPEN
        if status is Status.REJECTED:
            return self.falls(recommendation, turn)[0]
        return Verdict.FEWER if self._fewer(recommendation, turn) else Verdict.HOLDS

    def ask_ahead(self) -> None:
        """Put into a diagram what is asked of it later, so that it is known to fit; may raise TooManyNodes."""
        for name in self.program.order:
            if name in self.program.recommendations:
                self.ways_of_falling(name)
                self._argument_counts(name)
            for rule in self.program.supporting[name]:
                for objection in self.program.outweighing[rule.id]:
                    self.clash(rule, objection)

    def _throughout(self, element: T, turn: Turn | None) -> bool | None:
        return self.algebra.throughout(element, self.here if turn is None else self._where(turn))

    def _where(self, turn: Turn) -> T:
        """Where an assumption has another stance and all others are as they are."""
        if turn in self.after:
            return self.after[turn]
        name, stance = turn
        holding = self.settled.statements[name]
        return self.algebra.meet(
            self.here, holding if stance is Stance.HOLDS else self.algebra.negate(holding)
        )

    def _fewer(self, recommendation: str, turn: Turn | None) -> bool:
        """Whether fewer arguments apply than in the baseline, in every completion."""
        before = baseline_counts(self.program.case)[recommendation]
        if self.parts is not None:
            return self.counts(recommendation, turn)[1] < before
        sure, possible = self._bounds(recommendation, turn)
        if possible < before or sure >= before:
            return possible < before
        return self._throughout(self._argument_counts(recommendation)[before], turn) is False

    def _bounds(self, recommendation: str, turn: Turn | None) -> tuple[int, int]:
        """How many arguments apply in every completion, and how many in some."""
        rules = self.program.supporting[recommendation]
        applying = [self._throughout(self.settled.rules[rule.id], turn) for rule in rules]
        return applying.count(True), len(applying) - applying.count(False)

    def _argument_counts(self, recommendation: str) -> list[T]:
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


_STATUSES = {True: Status.ACCEPTED, False: Status.REJECTED, None: Status.OPEN}
_STATES = {True: RuleState.APPLIES, False: RuleState.FAILS, None: RuleState.OPEN}


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
    settled either way. Where all is too tangled, each statement is walked by itself.
    """
    return _walked(compiled(case), scenario, _stances(case, scenario), turned)


def _stances(case: Case, scenario: Scenario) -> dict[str, Stance]:
    return {item.id: scenario.stance_of[item.id] for item in case.assumptions}


def _walked(
    program: Program, scenario: Scenario, stances: Mapping[str, Stance], turned: Collection[str]
) -> Run[int]:
    roots = [item.id for item in program.case.recommendations]
    for walked in exactly(program, stances, turned, roots):
        try:
            run = _run(program, scenario, walked)
            if walked.is_diagram:
                run.ask_ahead()
        except TooManyNodes:
            continue
        return run
    parts = Parts(program, stances, lambda part, walked: _run(part, scenario, walked))
    return _run(program, scenario, sampled(stances, turned), parts)


def _run(program: Program, scenario: Scenario, walked: Completions, parts: Parts | None = None) -> Run[int]:
    in_use = rules_in_use(program.case, scenario)
    return Run(
        program=program,
        scenario=scenario,
        algebra=walked.algebra,
        here=walked.here,
        after=walked.after,
        in_use=in_use,
        settled=settle(program, walked.algebra, walked.inputs, in_use, scenario.reading),
        completions=1 << len(walked.uncertain),
        uncertain=walked.uncertain,
        parts=parts,
    )


@lru_cache(maxsize=16)
def baseline_counts(case: Case) -> Mapping[str, int]:
    """How many arguments of each recommendation apply at least in the case's baseline."""
    run = run_completions(case, baseline_scenario(case))
    return {item.id: run.counts(item.id)[0] for item in case.recommendations}
