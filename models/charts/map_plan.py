"""The plan of the argument map: which column each statement stands in and in which order, worked out once a case.

Assumptions stand at the left by model, then those of critics, and recommendations at the right in the board's
order; only findings are free. A line that passes a column has a place of its own in it, so that no line ever runs
through a box. The order is found
by drawing what is joined to the same height, column after column (the barycentre method of Sugiyama, Tagawa and
Toda, "Methods for visual understanding of hierarchical system structures", IEEE Trans. SMC 11, 1981).
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TypeAlias

from models.schema.case import Case
from models.schema.grades import Kind
from models.schema.page import arguing

PASSAGE = 0.25
"""How high a passing line is, where a box is 1."""
SWEEPS = 24

Joints: TypeAlias = Mapping[str, tuple[int, int]]
"""From how many assumptions lines come to a finding, and whether one goes on to a recommendation."""


@dataclass(frozen=True)
class Link:
    """A stretch of a line from one column to the next; both ends are boxes or passages."""

    left: str
    right: str


@dataclass(frozen=True)
class Arc:
    """Lines that arrive together: those of an argument or objection, or of all findings that argue for an assumption.

    Each source says whether it must not be so.
    """

    id: str
    sources: tuple[tuple[str, bool], ...]
    target: str


@dataclass(frozen=True)
class MapPlan:
    """Columns from left to right, each with its boxes and passages from top to bottom, and what joins them."""

    case: Case
    columns: tuple[tuple[str, ...], ...]
    links: tuple[Link, ...]

    @cached_property
    def column(self) -> dict[str, int]:
        """The column of every box and passage."""
        return {name: place for place, names in enumerate(self.columns) for name in names}

    @property
    def last(self) -> int:
        """The column of the recommendations."""
        return len(self.columns) - 1


def way(column: Mapping[str, int], source: str, target: str) -> tuple[str, ...]:
    """The passages of a line, from its source to its conclusion."""
    start, end = column[source], column[target]
    step = 1 if end > start else -1
    return tuple(f"{source}>{between}" for between in range(start + step, end, step))


@lru_cache(maxsize=8)
def plan(case: Case) -> MapPlan:
    """The plan of a case's map: the same case gives the same one."""
    column = _columns(case)
    last = max(column.values()) + (not case.recommendations)
    links: dict[Link, None] = {}
    free: list[dict[str, None]] = [{} for _ in range(last + 1)]
    for item in case.findings:
        free[column[item.id]][item.id] = None
    for source, target in joined(case):
        stops = (source, *way(column, source, target), target)
        onward = stops if column[target] > column[source] else stops[::-1]
        if column[source] != column[target]:
            links |= {Link(*pair): None for pair in pairwise(onward)}
        for stop in stops[1:-1]:
            free[int(stop.rpartition(">")[2])][stop] = None
    models: dict[str | None, int] = {model.id: place for place, model in enumerate(case.models)}
    first = sorted(
        case.assumptions, key=lambda item: (item.kind is Kind.ADDED, models.get(item.model, len(models)))
    )
    ends = (tuple(item.id for item in first), tuple(item.id for item in case.recommendations))
    inner = _ordered(ends, [tuple(names) for names in free[1:-1]], links)
    return MapPlan(case, (ends[0], *inner, ends[1]), tuple(links))


def joined(case: Case) -> Iterable[tuple[str, str]]:
    """Which statements lines lead from and to, each pair once."""
    return dict.fromkeys((source, arc.target) for arc in arcs(case) for source, _ in arc.sources)


@lru_cache(maxsize=8)
def arcs(case: Case) -> tuple[Arc, ...]:
    """Every argument and objection in the case's order, then what argues for assumptions."""
    rules = (
        Arc(rule.id, tuple((each.statement, each.negated) for each in rule.premises), rule.conclusion)
        for rule in case.rules
    )
    argued = (
        Arc(arguing(item.id), tuple((name, False) for name in item.argued_by), item.id)
        for item in case.assumptions
        if item.argued_by
    )
    return (*rules, *argued)


def _columns(case: Case) -> dict[str, int]:
    """Findings to the right of those that they rest on, and where there is a choice in the emptiest column."""
    below: dict[str, set[str]] = {item.id: set() for item in case.findings}
    for source, target in joined(case):
        if source in below and target in below:
            below[target].add(source)
    _break_circles(below)
    earliest: dict[str, int] = {}
    for name in below:
        _measure(name, below, earliest)
    inner = max(earliest.values(), default=0)
    latest = dict.fromkeys(below, inner)
    for name in sorted(below, key=lambda name: -earliest[name]):
        for source in below[name]:
            latest[source] = min(latest[source], latest[name] - 1)
    column = {item.id: 0 for item in case.assumptions}
    column |= {item.id: inner + 1 for item in case.recommendations}
    pairs = tuple(joined(case))
    ends = {item.id for item in case.assumptions}, {item.id for item in case.recommendations}
    joints = {
        name: (
            sum(target == name and source in ends[0] for source, target in pairs),
            int(any(source == name and target in ends[1] for source, target in pairs)),
        )
        for name in below
    }
    return column | _spread(below, earliest, latest, joints)


def _break_circles(below: dict[str, set[str]]) -> None:
    """Forget what closes a circle, so that its line runs back; only a case that is being written has one."""
    done: set[str] = set()

    def walk(name: str, path: tuple[str, ...]) -> None:
        for other in sorted(below[name]):
            if other in path or other == name:
                below[name].discard(other)
            elif other not in done:
                walk(other, (*path, name))
        done.add(name)

    for name in below:
        if name not in done:
            walk(name, ())


def _measure(name: str, below: Mapping[str, set[str]], found: dict[str, int]) -> int:
    if name not in found:
        found[name] = 1 + max((_measure(other, below, found) for other in below[name]), default=0)
    return found[name]


def _spread(
    below: Mapping[str, set[str]], earliest: Mapping[str, int], latest: Mapping[str, int], joints: Joints
) -> dict[str, int]:
    """A column for each finding, so that boxes and passages fill the columns evenly."""
    placed: dict[str, int] = {}
    load = [0.0] * (max(latest.values(), default=0) + 1)
    freedom = {name: latest[name] - earliest[name] for name in below}
    for name in sorted(below, key=lambda name: (freedom[name] > 0, earliest[name])):
        least = max([earliest[name], *(placed[other] + 1 for other in below[name] if other in placed)])
        filled = [_filled(load, joints[name], column) for column in range(least, latest[name] + 1)]
        best = min(filled or [load], key=lambda loads: sum(part * part for part in loads))
        placed[name] = least + filled.index(best) if filled else least
        load = best
    return placed


def _filled(load: list[float], joints: tuple[int, int], column: int) -> list[float]:
    """How full the columns are with a box in one, the lines to it before and those from it behind."""
    before, after = joints
    return [
        part + (1 if place == column else PASSAGE * (before if place < column else after))
        for place, part in enumerate(load)
    ]


def _ordered(
    ends: tuple[tuple[str, ...], tuple[str, ...]], inner: list[tuple[str, ...]], links: Iterable[Link]
) -> tuple[tuple[str, ...], ...]:
    """The free columns in the order, among those tried, in which the fewest lines cross."""
    joined_to: dict[str, list[str]] = {}
    for link in links:
        joined_to.setdefault(link.left, []).append(link.right)
        joined_to.setdefault(link.right, []).append(link.left)
    tall = max([*map(len, ends), *(sum(map(_size, names)) for names in inner)])
    y = {name: (place + 0.5) * tall / len(names) for names in ends for place, name in enumerate(names)}
    best, least = inner, _crossings(links, inner, y) if not inner else None
    for sweep in range(SWEEPS):
        for place in range(len(inner)) if sweep % 2 == 0 else range(len(inner) - 1, -1, -1):
            wanted = {name: level(name, joined_to, y, tall / 2) for name in inner[place]}
            order = tuple(sorted(inner[place], key=wanted.__getitem__))
            heights = [_size(name) for name in order]
            centres = settled([wanted[name] for name in order], heights, 0, (0, tall))
            inner = [*inner[:place], order, *inner[place + 1 :]]
            y.update(zip(order, centres, strict=True))
        crossings = _crossings(links, inner, y)
        if least is None or crossings < least:
            best, least = inner, crossings
    return tuple(best)


def _crossings(links: Iterable[Link], inner: list[tuple[str, ...]], y: Mapping[str, float]) -> int:
    """How many pairs of lines between two columns cross."""
    column = {name: place for place, names in enumerate(inner) for name in names}
    between: dict[int, list[tuple[float, float]]] = {}
    for link in links:
        place = column[link.left] + 1 if link.left in column else 0
        between.setdefault(place, []).append((y[link.left], y[link.right]))
    return sum(map(_inversions, between.values()))


def _inversions(pairs: list[tuple[float, float]]) -> int:
    """How many pairs are in one order at the left and in the other at the right."""
    found, seen = 0, list[float]()
    for _, right in sorted(pairs):
        place = bisect_right(seen, right)
        found += len(seen) - place
        seen.insert(place, right)
    return found


def _size(name: str) -> float:
    return PASSAGE if ">" in name else 1.0


def level(name: str, joined: Mapping[str, Sequence[str]], y: Mapping[str, float], otherwise: float) -> float:
    """The mean height of what something is joined to, as far as that has a height already."""
    found = [y[other] for other in joined.get(name, ()) if other in y]
    return sum(found) / len(found) if found else y.get(name, otherwise)


def settled(
    wanted: Sequence[float], heights: Sequence[float], gap: float, bounds: tuple[float, float]
) -> list[float]:
    """The centres nearest to the wanted ones, in the given order, a gap apart and within the bounds.

    Least squares under an order: boxes that would overlap are pooled and stand together about the mean of what
    they want (pool adjacent violators; Barlow and others, Statistical Inference under Order Restrictions, 1972).
    What does not fit the bounds begins at the upper one.
    """
    offsets = _offsets(heights, gap)
    if not offsets:
        return []
    total = offsets[-1] + heights[-1] / 2
    low, high = bounds[0], max(bounds[0], bounds[1] - total)
    pools: list[tuple[float, int]] = []
    for place, offset in zip(wanted, offsets, strict=True):
        mean, count = place - offset, 1
        while pools and pools[-1][0] >= mean:
            other, more = pools.pop()
            mean, count = (mean * count + other * more) / (count + more), count + more
        pools.append((mean, count))
    starts = [min(max(mean, low), high) for mean, count in pools for _ in range(count)]
    return [start + offset for start, offset in zip(starts, offsets, strict=True)]


def _offsets(heights: Sequence[float], gap: float) -> list[float]:
    """How far each centre stands below the top of the first box, where all stand close together."""
    offsets: list[float] = []
    used = 0.0
    for height in heights:
        offsets.append(used + height / 2)
        used += height + gap
    return offsets
