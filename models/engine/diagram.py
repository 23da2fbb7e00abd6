"""A small reduced ordered binary decision diagram: the algebra that answers for all settings at once.

Integers in lists, one unique table, thrown away when its questions are answered.
"""

from collections.abc import Collection, Iterable, Sequence

from models.engine.program import Program
from models.schema.analysis import Tick, patiently

NODE_BUDGET = 20_000
TICK_EVERY = 1_024


ROUNDS = 30
PATIENCE = 3


class TooManyNodes(Exception):  # noqa: N818 - it reads as what happened
    """A diagram outgrew its budget; whoever asked must do without it and say so."""


class Diagram:
    """Boolean functions of ordered variables as edges into one shared graph; an `Algebra[int]`.

    After Bryant (IEEE Transactions on Computers C-35, 1986), with the complemented edges of Brace, Rudell and
    Bryant (DAC 1990): an even edge leads to a node and the odd edge after it to the same node negated, so
    that negation costs nothing. Edge 0 is the bottom and edge 1 the top. `level`, `low` and `high` are lists
    by edge; the low edge of a node is never complemented, and children come before their parents. No method
    recurses, so that hundreds of variables are no deeper than ten. The tick is called now and then as nodes are made.
    """

    bottom = 0
    top = 1

    def __init__(self, variables: int, budget: int = NODE_BUDGET, tick: Tick = patiently) -> None:
        self.budget = budget
        self.tick = tick
        self.level = [variables, variables]
        self.low = [0, 1]
        self.high = [0, 1]
        self._unique: dict[tuple[int, int, int], int] = {}
        self._met: dict[tuple[int, int], int] = {}

    @classmethod
    def holding(
        cls, level: Sequence[int], low: Sequence[int], high: Sequence[int], room: int, tick: Tick = patiently
    ) -> "Diagram":
        """A diagram that starts from the lists of another, with room for so many nodes more."""
        diagram = cls(level[0], room + len(level) // 2, tick)
        diagram.level, diagram.low, diagram.high = list(level), list(low), list(high)
        nodes = range(2, len(level), 2)
        diagram._unique = {(level[edge], low[edge], high[edge]): edge for edge in nodes}
        return diagram

    @property
    def nodes(self) -> int:
        """How many nodes were ever made, the terminal one included."""
        return len(self.level) // 2

    def variable(self, level: int) -> int:
        """Where the variable at this level is true."""
        return self.node(level, 0, 1)

    def node(self, level: int, low: int, high: int) -> int:
        """The edge that decides by the variable at `level`; both children lie deeper. Only here nodes are made."""
        if low == high:
            return low
        complemented = low & 1
        key = (level, low ^ complemented, high ^ complemented)
        edge = self._unique.get(key)
        if edge is None:
            edge = len(self.level)
            if edge >= 2 * self.budget:
                raise TooManyNodes
            if edge % TICK_EVERY == 0:
                self.tick()
            self._unique[key] = edge
            self.level += (level, level)
            self.low += (key[1], key[1] ^ 1)
            self.high += (key[2], key[2] ^ 1)
        return edge ^ complemented

    def negate(self, element: int) -> int:
        return element ^ 1

    def join(self, left: int, right: int) -> int:
        return self.meet(left ^ 1, right ^ 1) ^ 1

    def throughout(self, element: int, where: int) -> bool | None:
        if not self._overlap(element, where):
            return False
        return None if self._overlap(element ^ 1, where) else True

    def depends(self, element: int, variable: int, where: int) -> bool:
        level = self.level[variable]
        found = any(self.level[edge] == level for edge in reachable(self.low, self.high, (element,)))
        return found and (where == self.top or self._parts((element, element, where, where), level))

    def _parts(self, start: tuple[int, int, int, int], at: int) -> bool:
        """Whether a function differs from itself across a level, with another one true on both sides."""
        level, low, high = self.level, self.low, self.high
        seen = set[tuple[int, ...]]()
        waiting: list[tuple[int, ...]] = [start]
        while waiting:
            four = waiting.pop()
            if four in seen or 0 in four[2:]:
                continue
            if {*four[:2]} == {0, 1} and four[2:] == (1, 1):
                return True
            seen.add(four)
            top = min(level[edge] for edge in four)
            if top > at and four[0] == four[1]:
                continue
            if top >= level[0]:
                continue
            below = [(low[e], high[e]) if level[e] == top else (e, e) for e in four]
            ways = ((0, 1, 0, 1),) if top == at else ((0, 0, 0, 0), (1, 1, 1, 1))
            waiting += (tuple(both[way] for both, way in zip(below, chosen, strict=True)) for chosen in ways)
        return False

    def restricted(self, element: int, level: int, value: bool) -> int:
        """The element with the variable at a level settled; may raise TooManyNodes."""
        made = {0: 0, 1: 1}
        for edge in reachable(self.low, self.high, (element,)):
            below, above = made[self.low[edge]], made[self.high[edge]]
            at = self.level[edge]
            new = (above if value else below) if at == level else self.node(at, below, above)
            made[edge], made[edge + 1] = new, new ^ 1
        return made[element]

    def count(self, element: int) -> int:
        """In how many settings of all variables the element is true."""
        unit = 1 << self.level[0]
        true = {0: 0, 1: unit}
        for edge in reachable(self.low, self.high, (element,)):
            found = (true[self.low[edge]] + true[self.high[edge]]) >> 1
            true[edge], true[edge + 1] = found, unit - found
        return true[element]

    def _overlap(self, left: int, right: int) -> bool:
        """Whether two functions are true together anywhere; makes no nodes, so that it has room at any time."""
        level, low, high = self.level, self.low, self.high
        seen: set[tuple[int, int]] = set()
        waiting = [(left, right)]
        while waiting:
            pair = waiting.pop()
            left, right = pair
            if left == 0 or right == 0 or left ^ 1 == right or pair in seen:
                continue
            if left == right or left == 1 or right == 1:
                return True
            seen.add(pair)
            at = min(level[left], level[right])
            lefts = (low[left], high[left]) if level[left] == at else (left, left)
            rights = (low[right], high[right]) if level[right] == at else (right, right)
            waiting += zip(lefts, rights, strict=True)
        return False

    def meet(self, left: int, right: int) -> int:
        """Both. Raises TooManyNodes past the budget; what was found until then stays valid.

        Bryant's `apply` on a stack: a frame waits for its low half and then, one shorter, for its high half.
        """
        level, low, high, met, node = self.level, self.low, self.high, self._met, self.node
        waiting: list[tuple[int, ...]] = []
        while True:
            if left > right:
                left, right = right, left
            if left < 2:
                found = right if left else 0
            elif left == right:
                found = left
            elif left ^ 1 == right:
                found = 0
            else:
                known = met.get((left, right))
                if known is None:
                    at, other = level[left], level[right]
                    if at == other:
                        waiting.append((left, right, at, high[left], high[right]))
                        left, right = low[left], low[right]
                    elif at < other:
                        waiting.append((left, right, at, high[left], right))
                        left = low[left]
                    else:
                        waiting.append((left, right, other, left, high[right]))
                        right = low[right]
                    continue
                found = known
            while waiting and len(waiting[-1]) == 4:
                first, second, at, below = waiting.pop()
                met[first, second] = found = node(at, below, found)
            if not waiting:
                return found
            first, second, at, left, right = waiting.pop()
            waiting.append((first, second, at, found))


def reachable(low: Sequence[int], high: Sequence[int], roots: Iterable[int]) -> list[int]:
    """The even edges of the nodes below some edges, children first."""
    seen = {0}
    waiting = [root & ~1 for root in roots]
    while waiting:
        edge = waiting.pop()
        if edge not in seen:
            seen.add(edge)
            waiting += (low[edge] & ~1, high[edge] & ~1)
    return sorted(seen - {0})


def depth_first(program: Program, statements: Iterable[str]) -> tuple[str, ...]:
    """All assumptions, in the order in which the rules behind the statements lead to them, depth first.

    The order of Malik et al. (ICCAD 1988); those that no rule leads to come last.
    """
    names = [item.id for item in program.case.assumptions]
    assumptions = frozenset(names)
    found: dict[str, None] = {}
    visited: set[str] = set()
    waiting = list(statements)[::-1]
    while waiting:
        name = waiting.pop()
        if name in assumptions:
            found[name] = None
        elif name not in visited:
            visited.add(name)
            rules = program.about(name)
            waiting += [item.statement for rule in rules for item in program.literals[rule.id]][::-1]
    return tuple(dict.fromkeys((*found, *names)))


def force(program: Program, start: Sequence[str], inside: Collection[str]) -> tuple[str, ...]:
    """The same assumptions, drawn together along the rules about the statements in `inside`.

    FORCE (Aloul, Markov and Sakallah, GLSVLSI 2003): every rule pulls its statements towards their centre
    until the rules' total length no longer shrinks. Statements outside keep the places that `start` gives
    them.
    """
    rules = [rule for rule in program.case.rules if rule.conclusion in inside]
    ties = [(rule.conclusion, *{premise.statement for premise in rule.premises}) for rule in rules]
    place = _first_places(program, start, inside)
    shortest, best, worse = _length(ties, place), place, 0
    for _ in range(ROUNDS):
        place = _drawn_together(ties, place)
        length = _length(ties, place)
        worse = 0 if length < shortest else worse + 1
        if length < shortest:
            shortest, best = length, place
        if worse > PATIENCE:
            break
    return tuple(sorted(start, key=lambda name: best[name]))


def _first_places(program: Program, start: Sequence[str], inside: Collection[str]) -> dict[str, float]:
    place = {name: float(index) for index, name in enumerate(start)}
    for name in program.order:
        if name in inside:
            rules = program.about(name)
            below = [place[item.statement] for rule in rules for item in program.literals[rule.id]]
            place[name] = sum(below) / len(below) if below else 0.0
    return place


def _drawn_together(ties: Sequence[Sequence[str]], place: dict[str, float]) -> dict[str, float]:
    pulls: dict[str, list[float]] = {name: [] for name in place}
    for tie in ties:
        centre = sum(place[name] for name in tie) / len(tie)
        for name in tie:
            pulls[name].append(centre)
    drawn = {name: sum(found) / len(found) if found else place[name] for name, found in pulls.items()}
    return {name: float(index) for index, name in enumerate(sorted(drawn, key=lambda name: drawn[name]))}


def _length(ties: Sequence[Sequence[str]], place: dict[str, float]) -> float:
    places = ([place[name] for name in tie] for tie in ties)
    return sum(max(found) - min(found) for found in places)
