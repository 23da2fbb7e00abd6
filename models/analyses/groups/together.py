"""What turns advice only together: the smallest moves between possible settings where links let none turn alone."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, islice

from models.analyses.acceptance import Acceptance
from models.analyses.scope import Scope
from models.engine.algebra import Algebra
from models.engine.diagram import NODE_BUDGET, Diagram, TooManyNodes
from models.schema.analysis import Tick
from models.schema.grades import Stance
from models.schema.links import Clause, Setting

MOST_SETTINGS, MOST_MOVES = 200, 500
"""So many possible settings of assumptions that links tie to each other, and moves between them, are gone through."""
Move = tuple[Setting, Setting]
"""Two possible settings of what links tie to each other, with no possible one between them."""


def deciding_together(scope: Scope, acceptance: Acceptance, tick: Tick) -> frozenset[str] | None:
    """The assumptions that decide a statement with what must go along; None where that is too much to work out."""
    if scope.case.linked.isdisjoint(acceptance.names):
        return frozenset()
    moves = moves_together(scope)
    if not moves:
        return None if moves is None else frozenset()
    diagram = acceptance.scratch(NODE_BUDGET, tick)
    try:
        inputs = {name: diagram.variable(level) for level, name in enumerate(acceptance.names)}
        return turning(diagram, acceptance.root, acceptance.possible, inputs, moves)
    except TooManyNodes:
        return None


def turning(
    algebra: Algebra[int], element: int, where: int, inputs: Mapping[str, int], moves: Sequence[Move]
) -> frozenset[str]:
    """What changes in the moves that make a difference to an element of an algebra. May raise TooManyNodes."""
    inputs = {name: one for name, one in inputs.items() if one not in (algebra.bottom, algebra.top)}
    known: dict[tuple[tuple[str, bool], ...], tuple[int, int]] = {}

    def settled(setting: Setting) -> tuple[int, int]:
        key = tuple((name, value) for name, value in setting.items() if name in inputs)
        if key not in known:
            one, other = element, where
            for name, value in key:
                one, other = (_restricted(algebra, item, inputs[name], value) for item in (one, other))
            known[key] = one, other
        return known[key]

    found = set[str]()
    for before, after in moves:
        turned = {name for name, value in after.items() if before[name] is not value}
        if turned <= found:
            continue
        (one, allowed), (other, allowed_too) = settled(before), settled(after)
        apart = algebra.join(
            algebra.meet(one, algebra.negate(other)), algebra.meet(algebra.negate(one), other)
        )
        if algebra.meet(apart, algebra.meet(allowed, allowed_too)) != algebra.bottom:
            found |= turned
    return frozenset(found)


def _restricted(algebra: Algebra[int], element: int, variable: int, value: bool) -> int:
    """The element where a variable holds or fails, told everywhere."""
    if isinstance(algebra, Diagram):
        return algebra.restricted(element, algebra.level[variable], value)
    apart = (variable & -variable).bit_length() - 1
    kept = element & (variable if value else algebra.top ^ variable)
    return kept | (kept >> apart if value else kept << apart)


@lru_cache(maxsize=64)
def moves_together(scope: Scope) -> tuple[Move, ...] | None:
    """The smallest moves of several assumptions between possible settings; None where these are too many.

    A smallest move stays within what links tie to each other: else a part of it would be possible by itself.
    """
    fixed = {name: stance is Stance.HOLDS for name, stance in scope.fixed}
    found: list[Move] = []
    for names in _tied(scope, fixed):
        inside = [clause for clause in scope.case.clauses if any(name in names for name, _ in clause)]
        settings = _possible(names, inside, fixed)
        if settings is None:
            return None
        found += islice(_smallest(names, settings), MOST_MOVES)
        if len(found) >= MOST_MOVES:
            return None
    return tuple(found)


def _tied(scope: Scope, fixed: Setting) -> list[tuple[str, ...]]:
    """The assumptions that are not fixed, in groups that links tie together."""
    groups: list[set[str]] = []
    for clause in scope.case.clauses:
        if any(fixed.get(name) is value for name, value in clause):
            continue
        group = {name for name, _ in clause if name not in fixed}
        for other in [one for one in groups if not one.isdisjoint(group)]:
            group |= other
            groups.remove(other)
        groups.append(group)
    order = [item.id for item in scope.case.assumptions]
    return [tuple(sorted(group, key=order.index)) for group in groups if len(group) > 1]


def _possible(names: Sequence[str], clauses: Sequence[Clause], fixed: Setting) -> list[int] | None:
    """The possible settings of some assumptions as bits, with some others fixed; None where they are too many."""
    found = [dict(fixed)]
    for name in names:
        asked = [clause for clause in clauses if any(item == name for item, _ in clause)]
        found = [
            longer
            for setting in found
            for longer in ({**setting, name: False}, {**setting, name: True})
            if not any(all(longer.get(item) is (not held) for item, held in clause) for clause in asked)
        ]
        if len(found) > MOST_SETTINGS:
            return None
    return [sum(setting[name] << place for place, name in enumerate(names)) for setting in found]


def _smallest(names: Sequence[str], settings: Sequence[int]) -> Iterator[Move]:
    """The pairs of settings that differ in several places and have no other one between them."""
    places, known = range(len(names)), frozenset(settings)
    for one, other in combinations(settings, 2):
        apart = one ^ other
        if apart.bit_count() == 1 or any(apart >> n & 1 and one ^ 1 << n in known for n in places):
            continue
        if not any(between not in (one, other) and not (between ^ one) & ~apart for between in settings):
            yield _told(names, one), _told(names, other)


def _told(names: Sequence[str], bits: int) -> Setting:
    return {name: bool(bits >> place & 1) for place, name in enumerate(names)}
