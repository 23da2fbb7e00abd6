"""How many arguments of a recommendation apply, and how it falls: what they miss, and what they inherit.

One element of the algebra for each way, so that all completions are told at once.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from typing import Generic, TypeVar

from models.engine.algebra import Algebra, at_least
from models.engine.evaluator import Settled, met, unbeaten
from models.engine.program import Program, Stage, wanted_arguments
from models.schema.case import Rule
from models.schema.grades import Reading, Verdict
from models.schema.value import Answer

T = TypeVar("T")
Ways = tuple[tuple[Verdict, T], ...]
"""What to tell first comes first; a verdict stands twice where a fall may be inherited."""

MISSED = (
    Verdict.OVERRULED,
    Verdict.INCOMPLETE,
    Verdict.NOT_WORKABLE,
    Verdict.NO_STANDING,
    Verdict.NOT_NEEDED,
    Verdict.UNSUPPORTED,
)
"""What an argument may miss, and so fell a recommendation none of whose arguments applies, the first first."""


class Advice(Answer, Generic[T], kw_only=False):
    """A walked case as far as its recommendations are asked about; what was asked once is kept."""

    program: Program
    algebra: Algebra[T]
    settled: Settled[T]
    in_use: frozenset[str]
    reading: Reading
    baseline: Callable[[str], int]
    """How many arguments of a recommendation apply at least in the case's baseline."""
    _counted: dict[str, list[T]] = field(default_factory=dict)
    _held: dict[str, list[T]] = field(default_factory=dict)
    _known: dict[str, Ways[T]] = field(default_factory=dict)

    def argument_counts(self, recommendation: str) -> list[T]:
        """Where at least 0, 1, … of the arguments that are asked for apply."""
        if recommendation not in self._counted:
            applying = self._applying(recommendation)
            self._counted[recommendation] = at_least(self.algebra, applying, len(applying))
        return self._counted[recommendation]

    def bounds(self, recommendation: str, place: T) -> tuple[int, int]:
        """How many arguments that are asked for apply everywhere in a place, and how many somewhere."""
        return self._bounds(self._applying(recommendation), place)

    def applying(self, recommendation: str, place: T) -> tuple[int, int]:
        """How many arguments that are asked for apply at least, and at most, in any setting of a place."""
        sure, possible = self.bounds(recommendation, place)
        if possible - sure < 2:
            return sure, possible
        return self._span(self.argument_counts(recommendation), place)

    def holding(self, recommendation: str, place: T) -> tuple[int, int]:
        """How many arguments that are asked for apply and are outweighed by nothing, at least and at most."""
        sure, possible = self._bounds(self._holding(recommendation), place)
        if possible - sure < 2:
            return sure, possible
        return self._span(self.holding_counts(recommendation), place)

    def holding_counts(self, recommendation: str) -> list[T]:
        """Where at least 0, 1, … of the arguments that are asked for hold."""
        if recommendation not in self._held:
            holding = self._holding(recommendation)
            self._held[recommendation] = at_least(self.algebra, holding, len(holding))
        return self._held[recommendation]

    def _holding(self, recommendation: str) -> list[T]:
        wanted = wanted_arguments(self.program, recommendation, self.in_use, self.reading)
        return [unbeaten(self.program, self.algebra, self.settled.rules, rule.id) for rule in wanted]

    def _bounds(self, elements: Sequence[T], place: T) -> tuple[int, int]:
        found = [self.algebra.throughout(element, place) for element in elements]
        return found.count(True), len(found) - found.count(False)

    def _span(self, counts: Sequence[T], place: T) -> tuple[int, int]:
        sure, possible = self._bounds(counts, place)
        return sure - 1, possible - 1

    def is_fewer(self, recommendation: str, place: T) -> bool:
        """Whether fewer arguments that are asked for apply than in the baseline, everywhere in a place."""
        before = self.baseline(recommendation)
        if recommendation not in self._counted:
            sure, possible = self.bounds(recommendation, place)
            if possible < before or sure >= before:
                return possible < before
        return self.algebra.throughout(self.argument_counts(recommendation)[before], place) is False

    def fewer(self, recommendation: str) -> T:
        """Where it is accepted, with fewer arguments than in the baseline; may raise TooManyNodes."""
        enough = self.argument_counts(recommendation)[self.baseline(recommendation)]
        return self.algebra.meet(self.settled.statements[recommendation], self.algebra.negate(enough))

    def ways_of_falling(self, recommendation: str) -> tuple[T, ...]:
        """Where it is not accepted, one element for each way in which it falls there."""
        fallen = self.algebra.negate(self.settled.statements[recommendation])
        found: dict[Verdict, T] = {}
        for way, place in self.ways_of(recommendation):
            here = self.algebra.meet(fallen, place)
            found[way] = self.algebra.join(found[way], here) if way in found else here
        return tuple(found.values())

    def ways_of(self, recommendation: str) -> Ways[T]:
        """How it falls, after what it may inherit a fall from."""
        known = self._known
        if recommendation in known:
            return known[recommendation]
        waiting = [recommendation]
        while waiting:
            name = waiting[-1]
            missing = [item for item in self.program.inherited[name] if item not in known]
            if not missing:
                known[waiting.pop()] = self._found(name, known)
            waiting += missing
        return known[recommendation]

    def _applying(self, recommendation: str) -> list[T]:
        """Where each argument applies; one that is not asked for counts nowhere, whatever it does."""
        wanted = wanted_arguments(self.program, recommendation, self.in_use, self.reading)
        return [
            self.settled.rules[rule.id] if rule in wanted else self.algebra.bottom
            for rule in self.program.supporting[recommendation]
        ]

    def _found(self, name: str, known: Mapping[str, Ways[T]]) -> Ways[T]:
        """Where a recommendation falls in which way; `known` has those that it may inherit from.

        Says nothing of the completions in which it is accepted: mask them out before asking.
        """
        algebra, every = self.algebra, self.reading is Reading.EVERY_ARGUMENT
        rules = wanted_arguments(self.program, name, self.in_use, self.reading)
        applying = [self.settled.rules[rule.id] for rule in rules]
        some = _any(algebra, applying)
        everything = algebra.negate(_any(algebra, map(algebra.negate, applying))) if rules else algebra.bottom
        overruled = everything if every else some
        ways = [
            (Verdict.OVERRULED, overruled),
            (Verdict.INCOMPLETE, algebra.meet(some, algebra.negate(overruled))),
        ]
        rest = algebra.negate(some)
        missed = self._missed(rules, known)
        for way in MISSED:
            ways.append((way, algebra.meet(rest, missed[way])))
            rest = algebra.meet(rest, algebra.negate(missed[way]))
        return tuple(ways)

    def _missed(self, rules: Sequence[Rule], known: Mapping[str, Ways[T]]) -> dict[Verdict, T]:
        """Where any of the arguments misses something that fells a recommendation in each way."""
        algebra = self.algebra
        missed = dict.fromkeys(MISSED, algebra.bottom)
        if not rules:
            missed[Verdict.UNSUPPORTED] = algebra.top
        for rule in rules:
            reached = algebra.top
            for stage in self.program.stages[rule.id]:
                through = algebra.meet(reached, met(stage.asked, algebra, self.settled.statements))
                lacking = algebra.meet(reached, algebra.negate(through))
                for way, place in self._told(stage, lacking, known):
                    missed[way] = algebra.join(missed[way], place)
                reached = through
        return missed

    def _told(self, stage: Stage, lacking: T, known: Mapping[str, Ways[T]]) -> Iterable[tuple[Verdict, T]]:
        """How a recommendation falls for want of what is asked for at a stage, where it is `lacking`."""
        if stage.way is not None:
            yield stage.way, lacking
            return
        algebra, statements = self.algebra, self.settled.statements
        for part in stage.asked.parts:
            missing = algebra.meet(lacking, algebra.negate(met(part, algebra, statements)))
            for literal in part.literals:
                place = algebra.meet(missing, algebra.negate(statements[literal.statement]))
                for way, element in known[literal.statement]:
                    yield way, algebra.meet(place, element)


def _any(algebra: Algebra[T], elements: Iterable[T]) -> T:
    found = algebra.bottom
    for element in elements:
        found = algebra.join(found, element)
    return found
