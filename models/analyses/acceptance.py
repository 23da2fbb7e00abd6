"""Compiles a case: for each finding and recommendation a decision diagram of where it is accepted.

Which settings are possible, by links and by what argues for assumptions that are taken as argued, is the same for every
statement: what is tied to it by either, however far away, is walked with it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import chain
from typing import TypeVar

from models.analyses.scope import Scope, kept
from models.engine.algebra import Algebra
from models.engine.diagram import NODE_BUDGET, Diagram, TooManyNodes, depth_first, force, reachable
from models.engine.evaluator import STAYS, possible, settle
from models.engine.program import compiled, cones, together
from models.schema.analysis import Tick, patiently
from models.schema.grades import Stance
from models.schema.result import Status

FAILED_NODES = 5 * NODE_BUDGET
LATE_BUDGET = NODE_BUDGET // 20
LATE_NODES = 6 * NODE_BUDGET
MOST_LATE = 40
"""How many assumptions a statement may depend on to be tried at all after LATE_NODES more."""


T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Acceptance:
    """Where one statement is accepted: a decision diagram over the assumptions it depends on, and no others.

    `names` gives the assumption of each level; the lists go by edge, as those of `Diagram` do. Beside it stands where
    it is `possible` by what ties these assumptions to each other and to others, which are then among the names too.
    """

    names: tuple[str, ...]
    level: Sequence[int]
    low: Sequence[int]
    high: Sequence[int]
    root: int
    possible: int = 1

    @cached_property
    def deciding(self) -> tuple[str, ...]:
        """The assumptions that can decide it, all others being settled in some possible way."""
        if self.possible == 1:
            return self.names
        diagram = self.scratch(len(self.names) + 1, patiently)
        variables = [diagram.variable(level) for level in range(len(self.names))]
        pairs = zip(self.names, variables, strict=True)
        return tuple(name for name, place in pairs if diagram.depends(self.root, place, self.possible))

    def status(self, stances: Mapping[str, Stance]) -> Status:
        """The statement's status in a scenario, read off the paths that its completions take."""
        seen: set[tuple[int, int]] = set()
        waiting = [(self.root, self.possible)]
        low, high, level = self.low, self.high, self.level
        while waiting:
            pair = waiting.pop()
            if pair in seen or pair[1] == 0:
                continue
            seen.add(pair)
            at = min(level[edge] for edge in pair)
            if at < len(self.names):
                stance = stances[self.names[at]]
                ways = (
                    (low,) if stance is Stance.FAILS else (high,) if stance is Stance.HOLDS else (low, high)
                )
                for way in ways:
                    root, allowed = (way[edge] if level[edge] == at else edge for edge in pair)
                    waiting.append((root, allowed))
        found = {pair[0] for pair in seen if pair[0] < 2 and pair[1] == 1}
        if len(found) != 1:
            return Status.OPEN
        return Status.ACCEPTED if found == {1} else Status.REJECTED

    def allows(self, held: Mapping[str, bool]) -> bool:
        """Whether some possible setting has these assumptions hold or fail."""
        seen: set[int] = set()
        waiting = [self.possible]
        while waiting:
            edge = waiting.pop()
            if edge == 1:
                return True
            if edge == 0 or edge in seen:
                continue
            seen.add(edge)
            value = held.get(self.names[self.level[edge]])
            waiting += [self.low[edge]] * (value is not True) + [self.high[edge]] * (value is not False)
        return False

    def scratch(self, room: int, tick: Tick) -> Diagram:
        """A diagram to work in, with the same edges and room for so many more nodes."""
        return Diagram.holding(self.level, self.low, self.high, room, tick)


@kept(16)
def acceptances(scope: Scope, tick: Tick) -> Mapping[str, Acceptance | None]:
    """Where each finding and recommendation is accepted; None for those past the node budget.

    Statements share a diagram while it stays within NODE_BUDGET nodes. One that does not fit gets a diagram
    of its own in depth-first order, then in FORCE's; after FAILED_NODES nodes in vain further ones get only
    LATE_BUDGET in one order, and after LATE_NODES more only those that depend on little are tried, so that tangled
    cases are given up in bounded time.
    """
    names = [item.id for item in (*scope.case.recommendations, *scope.case.findings)]
    shelf: _Shelf | None = None
    found: dict[str, Acceptance | None] = {}
    wasted = 0
    for index, name in enumerate(names):
        found[name] = None
        late = wasted >= FAILED_NODES
        if wasted >= FAILED_NODES + LATE_NODES and len(cones(scope.case)[name]) > MOST_LATE:
            continue
        present = () if shelf is None else (shelf,)
        fresh = _late_shelf(scope, name, tick) if late else _fresh_shelves(scope, names[index:], tick)
        for candidate in chain(present, fresh):
            tick()
            try:
                found[name] = candidate.place(name)
            except TooManyNodes:
                wasted += 0 if candidate is shelf else candidate.diagram.nodes
                shelf = None
            else:
                shelf = candidate
                break
    return found


def past_the_budget(scope: Scope, tick: Tick) -> frozenset[str]:
    """The findings and recommendations whose diagrams are too large."""
    return frozenset(name for name, acceptance in acceptances(scope, tick).items() if acceptance is None)


def in_order(scope: Scope, name: str, order: Sequence[str], tick: Tick) -> Acceptance | None:
    """Where one statement is accepted, its assumptions asked in this order; None past the node budget."""
    try:
        return _Shelf(scope, order, Diagram(len(order), NODE_BUDGET, tick)).place(name)
    except TooManyNodes:
        return None


def _fresh_shelves(scope: Scope, names: Sequence[str], tick: Tick) -> Iterator["_Shelf"]:
    program = compiled(scope.case)
    first = depth_first(program, names)
    yield _shelf(scope, first, NODE_BUDGET, tick)
    yield _shelf(scope, force(program, first, cones(scope.case)[names[0]]), NODE_BUDGET, tick)


def _late_shelf(scope: Scope, name: str, tick: Tick) -> Iterator["_Shelf"]:
    order = depth_first(compiled(scope.case), [name])
    yield _shelf(scope, order, len(order) + LATE_BUDGET, tick)


def _shelf(scope: Scope, order: Sequence[str], budget: int, tick: Tick) -> "_Shelf":
    order = _with_choices(scope, order)
    return _Shelf(scope, order, Diagram(len(order), budget, tick))


def _with_choices(scope: Scope, order: Sequence[str]) -> tuple[str, ...]:
    """The same order, with the choice to take assumptions as argued before these."""
    if not scope.staying:
        return tuple(order)
    argued = frozenset(scope.as_argued)
    return tuple(item for name in order for item in ((name + STAYS, name) if name in argued else (name,)))


class _Shelf:
    """One diagram with the statements that were placed in it, those beneath them included."""

    def __init__(self, scope: Scope, order: Sequence[str], diagram: Diagram) -> None:
        fixed = dict(scope.fixed)
        self.scope = scope
        self.order = order
        self.diagram = diagram
        self._program = compiled(scope.case)
        self._statements: dict[str, int] = {
            name: int(fixed[name] is Stance.HOLDS) if name in fixed else self.diagram.variable(level)
            for level, name in enumerate(order)
            if not name.endswith(STAYS)
        }
        choices = {
            name: self.diagram.variable(level) for level, name in enumerate(order) if name.endswith(STAYS)
        }
        self._as_argued = {name: choices[name + STAYS] for name in scope.as_argued if scope.staying}
        self._as_argued |= dict.fromkeys(scope.carried, diagram.top)
        if scope.changing:
            self._statements |= {
                name: diagram.meet(self._statements[name], choice) for name, choice in self._as_argued.items()
            }

    def place(self, name: str) -> Acceptance:
        """The statement's acceptance. Raises TooManyNodes."""
        scope, known = self.scope, self._statements
        beneath = walked_with(scope, name)
        missing = tuple(item for item in self._program.order if item in beneath and item not in known)
        program = replace(self._program, order=missing)
        settled = settle(program, self.diagram, known, scope.in_use, scope.reading, self._as_argued)
        self._statements = dict(settled.statements)
        tied = {item: self._statements[item] for item in beneath if item in self._statements}
        allowed = where_possible(scope, self.diagram, tied)
        return _cut_out(self.diagram, self._statements[name], allowed, self.order)


def _cut_out(diagram: Diagram, root: int, allowed: int, order: Sequence[str]) -> Acceptance:
    """One function by itself, with where it is possible, on the levels that they use."""
    edges = reachable(diagram.low, diagram.high, (root, allowed))
    used = sorted({diagram.level[edge] for edge in edges})
    level_at = {level: index for index, level in enumerate(used)}
    edge_at = {0: 0, 1: 1}
    level, low, high = [len(used)] * 2, [0, 1], [0, 1]
    for new, edge in enumerate(edges, start=1):
        edge_at[edge], edge_at[edge + 1] = 2 * new, 2 * new + 1
        level += [level_at[diagram.level[edge]]] * 2
        low += (edge_at[diagram.low[edge]], edge_at[diagram.low[edge]] ^ 1)
        high += (edge_at[diagram.high[edge]], edge_at[diagram.high[edge]] ^ 1)
    return Acceptance(
        tuple(order[level] for level in used), level, low, high, edge_at[root], edge_at[allowed]
    )


@lru_cache(maxsize=2048)
def walked_with(scope: Scope, name: str) -> frozenset[str]:
    """A statement with all beneath it, and all that ties to that: what its possible settings are made of."""
    case, varied = scope.case, frozenset(scope.varied)
    argued = scope.as_argued + scope.carried
    found = together(case, name, argued)
    ties = [together(case, item, argued) for item in _conditioned(scope)]
    grown = True
    while grown:
        more = found.union(*(tie for tie in ties if not (tie & varied).isdisjoint(found)))
        grown, found = len(more) > len(found), more
    return found


def _conditioned(scope: Scope) -> tuple[str, ...]:
    """The assumptions that hold wherever a finding is accepted that argues for them, and there is no choice."""
    return () if scope.staying else scope.as_argued


def where_possible(scope: Scope, algebra: Algebra[T], statements: Mapping[str, T]) -> T:
    """Where links allow it and what is as argued holds if it is argued for; what was not walked is left out."""
    program = compiled(scope.case)
    allowed = possible(program, algebra, statements) if scope.case.links else algebra.top
    for item in _conditioned(scope):
        findings = program.argued.get(item, ())
        if item in statements and all(finding in statements for finding in findings):
            followed = algebra.bottom
            for finding in findings:
                followed = algebra.join(followed, statements[finding])
            allowed = algebra.meet(allowed, algebra.join(statements[item], algebra.negate(followed)))
    return allowed
