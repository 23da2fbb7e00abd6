"""The smallest sets that make a statement accepted or rejected: for sufficient sets, reasons and flips alike.

A set is an integer, one bit an element. At each assumption there is what is so if no element is spent on it,
and what elements would buy: Coudert and Madre's recursion for prime implicants (DAC 1992), with the price
list left open. The diagrams in which they are found are laid out as steps, and kept from call to call.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from models.analyses.acceptance import acceptances
from models.analyses.scope import Scope, kept
from models.engine.diagram import NODE_BUDGET, Diagram, TooManyNodes
from models.schema.analysis import Tick

EFFORT = 200_000
ALL_EFFORT = 1_200_000
STEP_EFFORT = 5
TICK_EVERY = 512
NOTHING = [0]  # the empty set alone: nothing need be spent, so nothing is


NO_ROOM = -1
ROOM = NODE_BUDGET // 4  # a closure that wants more seldom ends within the whole budget either
STEPS_KEPT, STEPS_EACH = 300_000, 500
"""Steps of the largest closures; a small one counts as so many, so that a long day keeps some hundred."""


Step = tuple[int, int, int, int, int]
"""An edge of a diagram and its level, and the edges under it if its assumption fails, holds, or could do either.

The last is where both the others are true; NO_ROOM if that is not asked for, or past the node budget.
"""


@dataclass(frozen=True, eq=False)
class Closure:
    """All steps that can come up on the way to a statement's acceptance, or rejection, the deepest first."""

    names: tuple[str, ...]
    root: int
    steps: tuple[Step, ...]


class Goal(NamedTuple):
    """A statement's acceptance, or its rejection, whichever way the assumptions go that are left open."""

    scope: Scope
    name: str
    accepted: bool
    left_open: frozenset[str]


def _steps(closed: Closure | None) -> int:
    return STEPS_EACH + len(closed.steps) if closed else STEPS_EACH


@kept(STEPS_KEPT, _steps)
def _closure_of(goal: Goal, tick: Tick) -> Closure | None:
    """The steps to a goal, closed under "true whichever way this assumption goes" for those left open.

    None if the statement is past the node budget; past it on the way, the closure has gaps.
    """
    acceptance = acceptances(goal.scope, tick)[goal.name]
    tick()
    if acceptance is None:
        return None
    scratch = acceptance.scratch(ROOM, tick)
    root = acceptance.root if goal.accepted else acceptance.root ^ 1
    if acceptance.possible != 1:
        try:
            root = scratch.join(root, acceptance.possible ^ 1)
        except TooManyNodes:
            return None
    left_open = {level for level, item in enumerate(acceptance.names) if item in goal.left_open}
    steps: dict[int, Step] = {}
    waiting = [root]
    while waiting:
        edge = waiting.pop()
        if edge > 1 and edge not in steps:
            low, high = scratch.low[edge], scratch.high[edge]
            level = scratch.level[edge]
            either = _both(scratch, low, high) if level in left_open else NO_ROOM
            steps[edge] = (edge, level, low, high, either)
            waiting += (low, high, either)
    deepest_first = sorted(steps.values(), key=lambda step: -step[1])
    return Closure(acceptance.names, root, tuple(deepest_first))


def _both(scratch: Diagram, low: int, high: int) -> int:
    try:
        return scratch.meet(low, high)
    except TooManyNodes:
        return NO_ROOM


class Price(NamedTuple):
    """What can be done about one assumption.

    Its stance if nothing is spent (None: it could be either), and the elements to be spent for its holding
    and for its failing, each one bit (0: not for sale).
    """

    stance: bool | None
    holds: int = 0
    fails: int = 0


class MinimalSets(NamedTuple):
    """The minimal sets, and whether larger ones may be missing; all up to a size were `tried` where that is known."""

    sets: tuple[int, ...]
    complete: bool
    tried: int = 0


class _TooMuch(Exception):  # noqa: N818 - it reads as what happened
    """The sets became too many, or the closure has a gap."""


def minimal_sets(
    scope: Scope, name: str, accepted: bool, prices: Mapping[str, Price], tick: Tick
) -> MinimalSets | None:
    """All inclusion-minimal sets of elements that make a statement accepted (or not) in all that stays open.

    `prices` goes by assumption. Where the sets are too many, those up to the largest size that can be had with
    EFFORT, or with an even share of ALL_EFFORT in a case of many recommendations; none where the closure has a
    gap. The answer is None past the node budget.
    """
    acceptance = acceptances(scope, tick)[name]
    if acceptance is None:
        return None
    by_level = [prices[assumption] for assumption in acceptance.names]
    left_open = frozenset(item for item in acceptance.names if prices[item].stance is None)
    found = _closure_of(Goal(scope, name, accepted, left_open), tick)
    if found is None:
        return None
    effort = min(EFFORT, ALL_EFFORT // len(scope.case.recommendations))
    try:
        return MinimalSets(tuple(_Sweep(by_level, len(by_level), effort, tick).through(found)), True)
    except _TooMuch:
        return MinimalSets(_smallest(found, by_level, effort, tick), False)


def _smallest(closed: Closure, prices: Sequence[Price], effort: int, tick: Tick) -> tuple[int, ...]:
    found: tuple[int, ...] = ()
    for size in range(len(prices)):
        sweep = _Sweep(prices, size, effort, tick)
        try:
            found = tuple(sweep.through(closed))
        except _TooMuch:
            break
        effort = sweep.effort
    return found


def elements(place: int) -> tuple[int, int]:
    """The elements, one bit each, for the holding and for the failing of the assumption at a place."""
    return 1 << 2 * place, 2 << 2 * place


def in_order(sets: Iterable[int]) -> list[tuple[int, ...]]:
    """Every set as its elements in ascending order; smallest sets first, then by their elements."""
    listed = sorted((item.bit_count(), tuple(_bits(item))) for item in sets)
    return [bits for _, bits in listed]


def _bits(item: int) -> Iterator[int]:
    while item:
        lowest = item & -item
        yield lowest.bit_length() - 1
        item ^= lowest


class _Sweep:
    """One pass upwards for sets of up to `size` elements, with so much `effort`."""

    def __init__(self, prices: Sequence[Price], size: int, effort: int, tick: Tick) -> None:
        self.prices = prices
        self.size = size
        self.effort = effort
        self.tick = tick

    def through(self, closed: Closure) -> list[int]:
        """The minimal sets at the root. Raises _TooMuch."""
        prices = self.prices
        known: dict[int, list[int]] = {0: [], 1: NOTHING}
        for edge, level, fails, holds, either in closed.steps:
            stance, price_to_hold, price_to_fail = prices[level]
            if stance is None:
                if either == NO_ROOM:
                    raise _TooMuch
                found = known[either]
                if found != NOTHING:
                    by_failing = self._besides(known[fails], found, price_to_fail)
                    found = found + by_failing + self._besides(known[holds], found, price_to_hold)
            elif stance:
                found = known[holds]
                if found != NOTHING:
                    found = found + self._instead(known[fails], found, price_to_fail)
            else:
                found = known[fails]
                if found != NOTHING:
                    found = found + self._instead(known[holds], found, price_to_hold)
            known[edge] = found
            self.effort -= STEP_EFFORT + len(found)
            if self.effort < 0:
                raise _TooMuch
            if len(known) % TICK_EVERY == 0:
                self.tick()
        return known[closed.root]

    def _besides(self, sets: list[int], found: list[int], bit: int) -> list[int]:
        """What is enough with an element, but not on either branch; that contains nothing smaller that is."""
        if not bit:
            return []
        self.effort -= len(sets)
        present = set(found)
        size = self.size
        return [item | bit for item in sets if item not in present and item.bit_count() < size]

    def _instead(self, sets: list[int], found: list[int], bit: int) -> list[int]:
        """What is enough with an element, and contains nothing that is enough without it."""
        if not bit:
            return []
        self.effort -= len(sets) * len(found) // 8
        size = self.size
        new = []
        for item in sets:
            for other in found:
                if item & other == other:
                    break
            else:
                if item.bit_count() < size:
                    new.append(item | bit)
        return new
