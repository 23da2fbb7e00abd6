"""How a recommendation falls where it is not accepted: what its arguments miss, and what they inherit.

One element of the algebra for each way, so that all completions are told at once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from models.engine.algebra import Algebra
from models.engine.evaluator import Program, Settled, Stage, met, wanted_arguments
from models.schema.case import Reading, Rule, Verdict

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


@dataclass(frozen=True)
class Walk(Generic[T]):
    """A case walked over an algebra, as far as its falls depend on it."""

    program: Program
    algebra: Algebra[T]
    settled: Settled[T]
    in_use: frozenset[str]
    reading: Reading

    def ways_of_falling(self, name: str, known: Mapping[str, Ways[T]]) -> Ways[T]:
        """Where a recommendation falls in which way; `known` has those that it may inherit from.

        Says nothing of the completions in which it is accepted: mask them out before asking.
        """
        algebra, every = self.algebra, self.reading is Reading.EVERY_STRAND
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
