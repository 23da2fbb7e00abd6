"""One walk through a case under a scenario, and the questions that it answers, for its completions and for changes."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

from models.engine.algebra import Algebra, at_least
from models.engine.completions import EITHER, Completions, Turn, exactly, fits_in_columns, sampled
from models.engine.diagram import TooManyNodes
from models.engine.evaluator import Program, Settled, compiled, possible, rules_in_use, settle
from models.engine.falls import Walk, Ways
from models.engine.parts import Parts
from models.schema.case import Case, Kind, Rule, Stance, Verdict
from models.schema.result import RuleState, Status, Usage
from models.schema.scenario import Scenario, baseline_scenario
from models.schema.steps.link_steps import carried_along

T = TypeVar("T")


@dataclass(frozen=True)
class Run(Generic[T]):
    """One walk through a case under a scenario, over an algebra of its completions.

    A question is about the completions in `here`, or about those after a change of a single stance: a `turn`,
    one of those in `after` or `apart`, or the settling of an uncertain assumption. What is `apart` changes more than
    that stance, as links carry others along, and has a walk of its own. Where not `exact`, the algebra has
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
    inputs: Mapping[str, T]
    parts: Parts | None = None
    apart: Mapping[Turn, Scenario] = field(default_factory=dict)
    _counted: dict[str, list[T]] = field(default_factory=dict)
    _ways: dict[str, Ways[T]] = field(default_factory=dict)
    _runs: dict[Turn, "Run[int]"] = field(default_factory=dict)

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The changes that were asked for, in the case's order."""
        if not self.apart:
            return tuple(self.after)
        order = {item.id: place for place, item in enumerate(self.program.case.assumptions)}
        return tuple(sorted((*self.after, *self.apart), key=lambda turn: order[turn[0]]))

    def impossible(self, turn: Turn | None = None) -> bool:
        """Whether links leave no completion at all."""
        own = self._own(turn)
        return own.impossible() if own else self._place(turn) == self.algebra.bottom

    @property
    def exact(self) -> bool:
        """Whether the algebra has all completions."""
        return self.parts is None

    def known(self, name: str, turn: Turn | None = None) -> bool:
        """Whether the statement's status is proven."""
        own = self._own(turn)
        if own is not None:
            return own.known(name)
        if self.parts is None or name not in self.program.supporting:
            return True
        shown = self._throughout(self.settled.statements[name], turn)
        return shown is None or self.parts.told(name, turn) is not None

    def status(self, name: str, turn: Turn | None = None) -> Status:
        """Whether the statement is accepted in all completions, some or none."""
        own = self._own(turn)
        if own is not None:
            return own.status(name)
        shown = self.status_of(self.settled.statements[name], turn)
        if self.parts is None or shown is Status.OPEN or name not in self.program.supporting:
            return shown
        told = self.parts.told(name, turn)
        return told.status if told else Status.OPEN

    def statuses(self) -> dict[str, Status]:
        """The status of every statement, in the case's order."""
        names, statements = self.program.case.by_id, self.settled.statements
        if self.parts is not None or self.here == self.algebra.bottom:
            return {name: self.status(name) for name in names}
        throughout, here = self.algebra.throughout, self.here
        return {name: _STATUSES[throughout(statements[name], here)] for name in names}

    def states(self) -> list[tuple[str, RuleState, Usage]]:
        """The state and usage of every rule, in the case's order."""
        rules, applies = self.program.case.rules, self.settled.rules
        if self.parts is not None or self.here == self.algebra.bottom:
            return [(rule.id, self.state(rule), self.usage(rule)) for rule in rules]
        throughout, here, in_use = self.algebra.throughout, self.here, self.in_use
        return [
            (rule.id, _STATES[throughout(applies[rule.id], here)], Usage.IN_USE)
            if rule.id in in_use
            else (rule.id, RuleState.FAILS, self.usage(rule))
            for rule in rules
        ]

    def status_of(self, element: T, turn: Turn | None = None) -> Status:
        """Whether an element of the run has all completions, some or none."""
        return _STATUSES[self._throughout(element, turn)]

    def state(self, rule: Rule, turn: Turn | None = None) -> RuleState:
        """Whether the rule applies in all completions, some or none."""
        own = self._own(turn)
        if own is not None:
            return own.state(rule)
        applies = self._throughout(self.settled.rules[rule.id], turn)
        if self.parts is None or applies is None:
            return _STATES[applies]
        told = self.parts.told(rule.conclusion, turn)
        return told.states[rule.id] if told else RuleState.OPEN

    def usage(self, rule: Rule) -> Usage:
        """Whether the rule takes part, and if not, why."""
        if rule.id in self.in_use:
            return Usage.IN_USE
        off = rule.kind is Kind.ADDED and not self.scenario.added
        return Usage.SWITCHED_OFF if off else Usage.SET_ASIDE

    def counts(self, recommendation: str, turn: Turn | None = None) -> tuple[int, int]:
        """How many arguments of the recommendation apply in any completion at least, and at most."""
        own = self._own(turn)
        if own is not None:
            return own.counts(recommendation)
        if self.parts is not None:
            told = self.parts.told(recommendation, turn)
            rules = self.program.supporting[recommendation]
            return told.counts if told else (0, sum(rule.id in self.in_use for rule in rules))
        sure, possible = self._bounds(recommendation, self._place(turn))
        if possible - sure < 2:
            return sure, possible
        found = [self._throughout(element, turn) for element in self.argument_counts(recommendation)]
        return found.count(True) - 1, len(found) - found.count(False) - 1

    def falls(self, recommendation: str, turn: Turn | None = None) -> tuple[Verdict, ...]:
        """The ways in which a recommendation that is accepted in none of the completions falls."""
        own = self._own(turn)
        if own is not None:
            return own.falls(recommendation)
        if self.parts is not None:
            told = self.parts.told(recommendation, turn)
            return told.falls if told else ()
        return tuple(dict.fromkeys(way for _, way in self.falling(recommendation, turn)))

    def falling(self, recommendation: str, turn: Turn | None = None) -> list[tuple[int, Verdict]]:
        """The ways in which it falls, each with its place among all ways."""
        ways = enumerate(self.ways_of(recommendation))
        return [(at, way) for at, (way, place) in ways if self._throughout(place, turn) is not False]

    def ways_of_falling(self, recommendation: str) -> tuple[T, ...]:
        """Where it is not accepted, one element for each way in which it falls there."""
        fallen = self.algebra.negate(self.settled.statements[recommendation])
        found: dict[Verdict, T] = {}
        for way, place in self.ways_of(recommendation):
            here = self.algebra.meet(fallen, place)
            found[way] = self.algebra.join(found[way], here) if way in found else here
        return tuple(found.values())

    def fewer(self, recommendation: str) -> T:
        """Where it is accepted, with fewer arguments than in the baseline; may raise TooManyNodes."""
        before = self._baseline[recommendation]
        enough = self.argument_counts(recommendation)[before]
        return self.algebra.meet(self.settled.statements[recommendation], self.algebra.negate(enough))

    def clash(self, rule: Rule, objection: Rule) -> bool:
        """Whether two rules apply together in any completion, for all that is known."""
        rules = self.settled.rules
        both = self.algebra.meet(rules[rule.id], rules[objection.id])
        together = self.algebra.throughout(both, self.here) is not False
        if self.parts is None or together:
            return together
        return self.state(rule) is RuleState.APPLIES and self.state(objection) is not RuleState.FAILS

    def verdict(self, recommendation: str, turn: Turn | None = None) -> Verdict:
        """What became of the recommendation."""
        own = self._own(turn)
        if own is not None:
            return own.verdict(recommendation)
        if self.parts is not None:
            return self._told_verdict(recommendation, turn)
        place, throughout = self._place(turn), self.algebra.throughout
        if place == self.algebra.bottom:
            return Verdict.OPEN
        accepted = throughout(self.settled.statements[recommendation], place)
        if accepted is None:
            return Verdict.OPEN
        if not accepted:
            ways = self.ways_of(recommendation)
            return next(way for way, element in ways if throughout(element, place) is not False)
        return Verdict.FEWER if self._fewer(recommendation, place) else Verdict.HOLDS

    def verdicts(self, recommendation: str, turns: Sequence[Turn]) -> list[Verdict]:
        """What would become of the recommendation after each of some changes."""
        if self.parts is not None or self.apart:
            return [self.verdict(recommendation, turn) for turn in turns]
        throughout, after = self.algebra.throughout, self.after
        statement = self.settled.statements[recommendation]
        enough = self.argument_counts(recommendation)[self._baseline[recommendation]]
        found = []
        for turn in turns:
            place = after[turn]
            accepted = throughout(statement, place)
            if accepted is None or place == self.algebra.bottom:
                found.append(Verdict.OPEN)
            elif accepted:
                found.append(Verdict.FEWER if throughout(enough, place) is False else Verdict.HOLDS)
            else:
                ways = self.ways_of(recommendation)
                found.append(next(way for way, part in ways if throughout(part, place) is not False))
        return found

    def _told_verdict(self, recommendation: str, turn: Turn | None) -> Verdict:
        """The verdict, where the parts have to tell it."""
        status = self.status(recommendation, turn)
        if status is Status.OPEN:
            return Verdict.OPEN
        if status is Status.REJECTED:
            return self.falls(recommendation, turn)[0]
        before = self._baseline[recommendation]
        return Verdict.FEWER if self.counts(recommendation, turn)[1] < before else Verdict.HOLDS

    def ask_ahead(self) -> None:
        """Put into a diagram what is asked of it later, so that it is known to fit; may raise TooManyNodes."""
        for name in self.program.order:
            if name in self.program.recommendations:
                self.ways_of_falling(name)
                self.argument_counts(name)
            for rule in self.program.supporting[name]:
                for objection in self.program.outweighing[rule.id]:
                    self.clash(rule, objection)

    @cached_property
    def _baseline(self) -> Mapping[str, int]:
        return baseline_counts(self.program.case)

    def _throughout(self, element: T, turn: Turn | None) -> bool | None:
        place = self._place(turn)
        return None if place == self.algebra.bottom else self.algebra.throughout(element, place)

    def _own(self, turn: Turn | None) -> "Run[int] | None":
        """The walk of a change that is walked apart."""
        if turn is None or turn not in self.apart:
            return None
        if turn not in self._runs:
            self._runs[turn] = run_completions(self.program.case, self.apart[turn])
        return self._runs[turn]

    def _place(self, turn: Turn | None) -> T:
        """Where an assumption has another stance and all others are as they are."""
        if turn is None:
            return self.here
        if turn in self.after:
            return self.after[turn]
        name, stance = turn
        holding = self.settled.statements[name]
        return self.algebra.meet(
            self.here, holding if stance is Stance.HOLDS else self.algebra.negate(holding)
        )

    def _fewer(self, recommendation: str, place: T) -> bool:
        """Whether fewer arguments apply than in the baseline, everywhere in a place."""
        before = self._baseline[recommendation]
        sure, possible = self._bounds(recommendation, place)
        if possible < before or sure >= before:
            return possible < before
        return self.algebra.throughout(self.argument_counts(recommendation)[before], place) is False

    def _bounds(self, recommendation: str, place: T) -> tuple[int, int]:
        """How many arguments apply everywhere in a place, and how many somewhere."""
        throughout, rules = self.algebra.throughout, self.settled.rules
        applying = [throughout(rules[rule.id], place) for rule in self.program.supporting[recommendation]]
        return applying.count(True), len(applying) - applying.count(False)

    def argument_counts(self, recommendation: str) -> list[T]:
        """Where at least 0, 1, … of the arguments apply."""
        if recommendation not in self._counted:
            rules = self.program.supporting[recommendation]
            applying = [self.settled.rules[rule.id] for rule in rules]
            self._counted[recommendation] = at_least(self.algebra, applying, len(applying))
        return self._counted[recommendation]

    def ways_of(self, recommendation: str) -> Ways[T]:
        """How it falls, after what it may inherit a fall from."""
        known = self._ways
        if recommendation in known:
            return known[recommendation]
        waiting = [recommendation]
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
    uncertain = sum(stance in EITHER for stance in scenario.stance_of.values())
    return _kept_run(case, scenario) if fits_in_columns(uncertain) else run_turns(case, scenario, ())


@lru_cache(maxsize=8)
def _kept_run(case: Case, scenario: Scenario) -> Run[int]:
    return run_turns(case, scenario, ())


def run_turns(case: Case, scenario: Scenario, turned: Collection[str]) -> Run[int]:
    """One walk over all completions of a scenario and those after every change of a single stance in `turned`.

    Each of these assumptions takes every stance that it has not: it is turned round and made uncertain, or
    settled either way; one that findings argue for is also taken as argued. Where all is too tangled, each
    statement is walked by itself.
    """
    program = compiled(case)
    alone = [name for name in turned if name not in case.linked and name not in program.argued]
    others = tuple(_apart(case, program, scenario, turned) if len(alone) < len(turned) else ())
    stances = {item.id: scenario.stance_of[item.id] for item in case.assumptions}
    walked = _walked(program, scenario, stances, alone)
    return replace(walked, apart=dict(others)) if others else walked


def _apart(
    case: Case, program: Program, scenario: Scenario, turned: Collection[str]
) -> Iterator[tuple[Turn, Scenario]]:
    """The changes that are more than one stance turned round, each with the scenario that it leads to."""
    for name in scenario.stance_of:
        if name in turned and (name in case.linked or name in program.argued):
            for stance in Stance:
                if stance is not scenario.stance_of[name] and (
                    stance is not Stance.AS_ARGUED or name in program.argued
                ):
                    yield (name, stance), carried_along(case, scenario, {name: stance})


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
    in_use, algebra = rules_in_use(program.case, scenario), walked.algebra
    settled = settle(program, algebra, walked.inputs, in_use, scenario.reading, walked.as_argued)
    here, after, completions = walked.here, walked.after, 1 << len(walked.uncertain)
    if program.case.links:
        allowed = possible(program, algebra, settled.statements)
        here = algebra.meet(here, allowed)
        after = {turn: algebra.meet(place, allowed) for turn, place in after.items()}
        completions = completions if parts else walked.number(here)
    return Run(
        program=program,
        scenario=scenario,
        algebra=algebra,
        here=here,
        after=after,
        in_use=in_use,
        settled=settled,
        completions=completions,
        uncertain=walked.uncertain,
        inputs=walked.inputs,
        parts=parts,
    )


@lru_cache(maxsize=16)
def baseline_counts(case: Case) -> Mapping[str, int]:
    """How many arguments of each recommendation apply at least in the case's baseline."""
    run = run_completions(case, baseline_scenario(case))
    return {item.id: run.counts(item.id)[0] for item in case.recommendations}
