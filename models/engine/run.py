"""What one walk through a case under a scenario answers, for its completions and for changes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import Generic, TypeVar

from models.engine.algebra import Algebra
from models.engine.completions import Turn
from models.engine.evaluator import Settled, unbeaten
from models.engine.falls import Advice
from models.engine.parts import Parts
from models.engine.program import Program, wanted_arguments
from models.schema.case import Rule
from models.schema.grades import Kind, Stance, Verdict
from models.schema.result import RuleState, Status, Usage
from models.schema.scenario import Scenario
from models.schema.value import Answer

T = TypeVar("T")


class Run(Answer, Generic[T], kw_only=False):
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
    advice: Advice[T]
    completions: int
    uncertain: tuple[str, ...]
    inputs: Mapping[str, T]
    parts: Parts | None = None
    apart: "Mapping[Turn, Callable[[], Run[int]]]" = field(default_factory=dict)

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The changes that were asked for, in the case's order."""
        if not self.apart:
            return tuple(self.after)
        order = {item.id: place for place, item in enumerate(self.program.case.assumptions)}
        return tuple(sorted((*self.after, *self.apart), key=lambda turn: order[turn[0]]))

    def impossible(self, turn: Turn | None = None) -> bool:
        """Whether links leave no completion at all."""
        if own := self._own(turn):
            return own.impossible()
        return self._is_empty(turn) and (self.parts is None or self.parts.impossible(turn))

    def follows(self, assumption: str) -> bool:
        """Whether something argues for an assumption in every setting, whatever links rule out."""
        if self.parts is not None:
            return assumption in self.parts.following()
        return self.settled.statements[assumption] == self.algebra.top

    def closed(self) -> frozenset[str]:
        """What leaves nothing possible, where it is only some of the case, and not for its settled stances alone."""
        return frozenset() if self.parts is None else self.parts.closed()

    @property
    def exact(self) -> bool:
        """Whether the algebra has all completions."""
        return self.parts is None

    def known(self, name: str, turn: Turn | None = None) -> bool:
        """Whether the statement's status is proven."""
        if own := self._own(turn):
            return own.known(name)
        if self.parts is None or self._shown_open(self.settled.statements[name], turn):
            return True
        if name not in self.program.supporting:
            return self.parts.assumed(name, turn) is not None
        return self.parts.told(name, turn) is not None

    def is_proven(self, rule: Rule) -> bool:
        """Whether the rule's state is proven."""
        if self.parts is None or rule.id not in self.in_use:
            return True
        shown = self._shown_open(self.settled.rules[rule.id], None)
        return shown or self.parts.told(rule.conclusion) is not None

    def status(self, name: str, turn: Turn | None = None) -> Status:
        """Whether the statement is accepted in all completions, some or none."""
        if own := self._own(turn):
            return own.status(name)
        element = self.settled.statements[name]
        if self.parts is None or self._shown_open(element, turn):
            return self.status_of(element, turn)
        if name not in self.program.supporting:
            return self.parts.assumed(name, turn) or Status.OPEN
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
        if own := self._own(turn):
            return own.state(rule)
        applies = self.settled.rules[rule.id]
        if self.parts is None or self._shown_open(applies, turn):
            return _STATES[self._throughout(applies, turn)]
        if rule.id not in self.in_use:
            return RuleState.FAILS
        told = self.parts.told(rule.conclusion, turn)
        return told.states[rule.id] if told else RuleState.OPEN

    def usage(self, rule: Rule) -> Usage:
        """Whether the rule takes part, and if not, why."""
        return Usage.IN_USE if rule.id in self.in_use else _unused(rule, self.scenario)

    def counts(self, recommendation: str, turn: Turn | None = None) -> tuple[int, int]:
        """How many arguments that are asked for apply in any completion at least, and at most."""
        if own := self._own(turn):
            return own.counts(recommendation)
        if self.parts is not None:
            told = self.parts.told(recommendation, turn)
            return told.counts if told else (0, len(_wanted(self, recommendation)))
        place = self._place(turn)
        return (0, 0) if place == self.algebra.bottom else self.advice.applying(recommendation, place)

    def holding(self, recommendation: str) -> tuple[int, int]:
        """How many arguments that are asked for hold at least, and at most."""
        if self.parts is not None:
            told = self.parts.told(recommendation)
            return told.holding if told else (0, len(_wanted(self, recommendation)))
        return self.advice.holding(recommendation, self.here)

    def is_counted(self, recommendation: str) -> bool:
        """Whether its arguments, and its ways of falling, are proven too."""
        return self.parts is None or self.parts.told(recommendation) is not None

    def falls(self, recommendation: str, turn: Turn | None = None) -> tuple[Verdict, ...]:
        """The ways in which a recommendation that is accepted in none of the completions falls."""
        if own := self._own(turn):
            return own.falls(recommendation)
        if self.parts is not None:
            told = self.parts.told(recommendation, turn)
            return told.falls if told else ()
        return tuple(dict.fromkeys(way for _, way in self.falling(recommendation, turn)))

    def falling(self, recommendation: str, turn: Turn | None = None) -> list[tuple[int, Verdict]]:
        """The ways in which it falls, each with its place among all ways."""
        ways = enumerate(self.advice.ways_of(recommendation))
        return [(at, way) for at, (way, place) in ways if self._throughout(place, turn) is not False]

    def turning(self, argument: str) -> tuple[str, ...]:
        """The uncertain assumptions that make a difference to whether an argument holds: it may also be beaten."""
        holding = unbeaten(self.program, self.algebra, self.settled.rules, argument)
        depends, inputs = self.algebra.depends, self.inputs
        return tuple(item for item in self.uncertain if depends(holding, inputs[item], self.here))

    def verdict(self, recommendation: str, turn: Turn | None = None) -> Verdict:
        """What became of the recommendation."""
        if own := self._own(turn):
            return own.verdict(recommendation)
        if self.parts is not None:
            return _told_verdict(self, recommendation, turn)
        return _verdict_in(self, self._place(turn), recommendation)

    def verdicts(self, recommendation: str, turns: Sequence[Turn]) -> list[Verdict]:
        """What would become of the recommendation after each of some changes."""
        if self.parts is not None or self.apart:
            return [self.verdict(recommendation, turn) for turn in turns]
        return [_verdict_in(self, self.after[turn], recommendation) for turn in turns]

    def _throughout(self, element: T, turn: Turn | None) -> bool | None:
        place = self._place(turn)
        return None if place == self.algebra.bottom else self.algebra.throughout(element, place)

    def _is_empty(self, turn: Turn | None) -> bool:
        """Whether the algebra has no completion there; where it is a sample, there may be some all the same."""
        return self._place(turn) == self.algebra.bottom

    def _shown_open(self, element: T, turn: Turn | None) -> bool:
        """Whether some completions have an element, and others have not."""
        return not self._is_empty(turn) and self._throughout(element, turn) is None

    def _own(self, turn: Turn | None) -> "Run[int] | None":
        """The walk of a change that is walked apart."""
        found = None if turn is None else self.apart.get(turn)
        return found() if found else None

    def _place(self, turn: Turn | None) -> T:
        """Where an assumption has another stance and all others are as they are."""
        if turn is None:
            return self.here
        return self.after[turn] if turn in self.after else _turned(self, turn)


def clash(run: Run[T], rule: Rule, objection: Rule) -> bool:
    """Whether two rules apply together in any completion, for all that is known."""
    both = run.algebra.meet(run.settled.rules[rule.id], run.settled.rules[objection.id])
    together = run.algebra.throughout(both, run.here) is not False
    if run.parts is None or together:
        return together
    return run.state(rule) is RuleState.APPLIES and run.state(objection) is not RuleState.FAILS


def _wanted(run: Run[T], recommendation: str) -> tuple[Rule, ...]:
    return wanted_arguments(run.program, recommendation, run.in_use, run.scenario.reading)


def _turned(run: Run[T], turn: Turn) -> T:
    """What of the completions there are is left with a change."""
    name, stance = turn
    holding = run.settled.statements[name]
    return run.algebra.meet(run.here, holding if stance is Stance.HOLDS else run.algebra.negate(holding))


def _unused(rule: Rule, scenario: Scenario) -> Usage:
    """Why a rule takes no part."""
    return Usage.SWITCHED_OFF if rule.kind is Kind.ADDED and not scenario.added else Usage.SET_ASIDE


_STATUSES = {True: Status.ACCEPTED, False: Status.REJECTED, None: Status.OPEN}
_STATES = {True: RuleState.APPLIES, False: RuleState.FAILS, None: RuleState.OPEN}


def _verdict_in(run: Run[T], place: T, recommendation: str) -> Verdict:
    """The verdict in a place that is not too tangled to be asked."""
    throughout = run.algebra.throughout
    statement = run.settled.statements[recommendation]
    accepted = None if place == run.algebra.bottom else throughout(statement, place)
    if accepted is None:
        return Verdict.OPEN
    if accepted:
        return Verdict.FEWER if run.advice.is_fewer(recommendation, place) else Verdict.HOLDS
    ways = run.advice.ways_of(recommendation)
    found = dict.fromkeys(way for way, part in ways if throughout(part, place) is not False)
    return Verdict.fallen(tuple(found))


def _told_verdict(run: Run[T], recommendation: str, turn: Turn | None) -> Verdict:
    """The verdict, where the parts have to tell it."""
    status = run.status(recommendation, turn)
    if status is Status.OPEN:
        return Verdict.OPEN
    if status is Status.REJECTED:
        return Verdict.fallen(run.falls(recommendation, turn))
    before = run.advice.baseline(recommendation)
    return Verdict.FEWER if run.counts(recommendation, turn)[1] < before else Verdict.HOLDS
