"""Diagrams laid out as steps, in which sufficient sets, reasons and flips are found; kept from call to call."""

from dataclasses import dataclass
from typing import NamedTuple

from models.analyses.acceptance import acceptances
from models.analyses.scope import Scope, kept
from models.engine.diagram import NODE_BUDGET, Diagram, TooManyNodes
from models.schema.analysis import Tick

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
def closure_of(goal: Goal, tick: Tick) -> Closure | None:
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
