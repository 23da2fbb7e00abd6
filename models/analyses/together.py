"""What decides advice through links: what turns only with others, and what settles others that are left uncertain."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, islice

from models.analyses.acceptance import Acceptance
from models.analyses.scope import Scope
from models.engine.algebra import Algebra
from models.engine.diagram import NODE_BUDGET, Diagram, TooManyNodes
from models.engine.evaluator import STAYS
from models.schema.analysis import Tick
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.links import NOTHING, Clause, Setting

MOST_SETTINGS, MOST_MOVES = 200, 500
"""So many possible settings of assumptions that links tie to each other, and moves between them, are gone through."""
Move = tuple[Setting, Setting, frozenset[str]]
"""Two possible settings of what links tie to each other, and the assumptions that decide between them."""


def deciding_together(
    scope: Scope, acceptance: Acceptance, tick: Tick, disputed: frozenset[str] | None = None
) -> frozenset[str] | None:
    """The assumptions that decide a statement through links; None where that is too much to work out.

    They do with what must go along, or by what they leave uncertain ones to be. Those that are `disputed` are settled,
    the others may stay uncertain; where that is None, any may.
    """
    if scope.case.linked.isdisjoint(acceptance.names):
        return frozenset()
    moves = moves_together(scope, disputed)
    argued = disputed is not None and linked_as_argued(scope)
    if moves is None or not (moves or argued):
        return None if moves is None else frozenset()
    diagram = acceptance.scratch(NODE_BUDGET, tick)
    try:
        inputs = {name: diagram.variable(level) for level, name in enumerate(acceptance.names)}
        root, allowed = acceptance.root, acceptance.possible
        found = turning(diagram, root, allowed, inputs, moves)
        return found | settling(diagram, root, allowed, inputs, disputed or frozenset()) if argued else found
    except TooManyNodes:
        return None


def linked_as_argued(scope: Scope) -> bool:
    """Whether what argues for an assumption may settle others, through links."""
    return not scope.case.linked.isdisjoint(scope.as_argued + scope.carried)


def settling(
    algebra: Algebra[int], element: int, where: int, inputs: Mapping[str, int], disputed: frozenset[str]
) -> frozenset[str]:
    """What alone changes whether an element is somewhere or everywhere so, over all that is not disputed."""
    ways = [algebra.meet(element, where), algebra.meet(algebra.negate(element), where)]
    varying = {name: one for name, one in inputs.items() if one not in (algebra.bottom, algebra.top)}
    for name, variable in varying.items():
        if name.removesuffix(STAYS) not in disputed:
            ends = [[_restricted(algebra, way, variable, value) for value in (True, False)] for way in ways]
            ways = [algebra.join(*both) for both in ends]
    either = algebra.join(*ways)
    asked = ((name, varying[name]) for name in disputed if name in varying)
    return frozenset(
        name for name, variable in asked if any(algebra.depends(way, variable, either) for way in ways)
    )


def turning(
    algebra: Algebra[int], element: int, where: int, inputs: Mapping[str, int], moves: Sequence[Move]
) -> frozenset[str]:
    """What decides in the moves that make a difference to an element of an algebra. May raise TooManyNodes."""
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
    for before, after, deciding in moves:
        if deciding <= found:
            continue
        (one, allowed), (other, allowed_too) = settled(before), settled(after)
        apart = algebra.join(
            algebra.meet(one, algebra.negate(other)), algebra.meet(algebra.negate(one), other)
        )
        if algebra.meet(apart, algebra.meet(allowed, allowed_too)) != algebra.bottom:
            found |= deciding
    return frozenset(found)


def _restricted(algebra: Algebra[int], element: int, variable: int, value: bool) -> int:
    """The element where a variable holds or fails, told everywhere."""
    if isinstance(algebra, Diagram):
        return algebra.restricted(element, algebra.level[variable], value)
    apart = (variable & -variable).bit_length() - 1
    kept = element & (variable if value else algebra.top ^ variable)
    return kept | (kept >> apart if value else kept << apart)


@lru_cache(maxsize=64)
def moves_together(scope: Scope, disputed: frozenset[str] | None = None) -> tuple[Move, ...] | None:
    """The moves of several assumptions between possible settings that can decide; None where these are too many.

    They stay within what links tie to each other: else a part of one would be possible by itself.
    """
    fixed = {name: stance is Stance.HOLDS for name, stance in scope.fixed}
    found: list[Move] = []
    for names in tied(scope.case, scope.case.clauses, fixed):
        inside = [clause for clause in scope.case.clauses if any(name in names for name, _ in clause)]
        settings = possible_settings(names, inside, fixed)
        if settings is None:
            return None
        found += islice(_moves(names, settings, disputed), MOST_MOVES)
        if len(found) >= MOST_MOVES:
            return None
    return tuple(found)


def tied(case: Case, clauses: Iterable[Clause], fixed: Setting = NOTHING) -> list[tuple[str, ...]]:
    """The assumptions that are not fixed, in groups that what links ask for ties together."""
    groups: list[set[str]] = []
    for clause in clauses:
        if any(fixed.get(name) is value for name, value in clause):
            continue
        group = {name for name, _ in clause if name not in fixed}
        for other in [one for one in groups if not one.isdisjoint(group)]:
            group |= other
            groups.remove(other)
        groups.append(group)
    order = [item.id for item in case.assumptions]
    return [tuple(sorted(group, key=order.index)) for group in groups if len(group) > 1]


def possible_settings(
    names: Sequence[str], clauses: Sequence[Clause], fixed: Setting = NOTHING
) -> list[int] | None:
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


def _moves(names: Sequence[str], settings: Sequence[int], disputed: frozenset[str] | None) -> Iterator[Move]:
    """The pairs of settings that differ in several places, with those that decide between them."""
    own = [1 << place for place in range(len(names))]
    both = sum(place for name, place in zip(names, own, strict=True) if disputed and name in disputed)
    for one, other in combinations(settings, 2):
        apart = one ^ other
        if apart.bit_count() == 1 or (disputed is not None and not apart & both):
            continue
        between = [setting ^ one for setting in settings if not (setting ^ one) & ~apart]
        turned = own if disputed is None else [apart & both]
        deciding = sum(places for places in turned if places & apart and _decides(between, places))
        if deciding:
            found = _told(names, deciding)
            yield _told(names, one), _told(names, other), frozenset(name for name in names if found[name])


def _decides(between: Sequence[int], places: int) -> bool:
    """Whether nothing lies between two ends in these places, and on one side no more than the end.

    Then what is uncertain has there but one way to be, and on the other side one that may come to something else.
    """
    sides = [setting & places for setting in between]
    return 1 in (sides.count(0), sides.count(places)) and all(side in (0, places) for side in sides)


def _told(names: Sequence[str], bits: int) -> Setting:
    return {name: bool(bits >> place & 1) for place, name in enumerate(names)}
