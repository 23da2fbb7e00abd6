"""How large everything on the argument map is, in ems of its type, and in how many lines names are best broken.

Fewer lines need more width and less height, so the best breaking is the one that lets the type be largest in the room
that there is. Every length grows with the type.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from models.charts.map_plan import MapPlan
from models.charts.map_text import broken, width_in_ems

LINE = 1.24
BOLD = 1.06
"""How much wider the semibold type of a name that turned is than the regular one that is measured."""
GAP, PASSAGE, GUTTER, BAND_GAP, LANE = 0.3, 0.06, 2.2, 1.3, 0.6
HEADING = 2.1
PARTS = 3
MOST_LINES = (2, 4, 3)
LONGEST_WORD = 15.0


@dataclass(frozen=True, slots=True)
class Inside:
    """What is beside and above a name in its box: at its left, at its right, and the padding of its height."""

    before: float
    after: float
    padding: float


INSIDE = (Inside(1.8, 0.7, 0.24), Inside(1.85, 0.4, 0.45), Inside(2.45, 3.0, 0.55))


@dataclass(frozen=True)
class Measures:
    """Names in lines, the width of each part's boxes, and what the whole needs, in ems."""

    lines: Mapping[str, tuple[str, ...]]
    widths: tuple[float, float, float]
    width: float
    height: float

    def high(self, name: str, part: int) -> float:
        """How high a box is, at the least."""
        return len(self.lines[name]) * LINE + 2 * INSIDE[part].padding


def part_of(plan: MapPlan, column: int) -> int:
    """Which part a column belongs to."""
    return 0 if column == 0 else 2 if column == plan.last else 1


@lru_cache(maxsize=32)
def measures(plan: MapPlan, lanes: int, width: float, height: float, least: float) -> Measures:
    """The breaking that lets the type be largest in a room; where it must scroll anyway, in its width."""
    found = list(_choices(plan, lanes))
    size = max(found, key=lambda one: min(width / one.width, height / one.height))
    if min(width / size.width, height / size.height) >= least:
        return size
    wide_enough = [one for one in found if width / one.width >= least] or found
    return min(wide_enough, key=lambda one: (one.height, one.width))


@lru_cache(maxsize=4)
def _choices(plan: MapPlan, lanes: int) -> tuple[Measures, ...]:
    parts: list[list[str]] = [[] for _ in range(PARTS)]
    for column, names in enumerate(plan.columns):
        parts[part_of(plan, column)] += [name for name in names if ">" not in name]
    titles = {item.id: item.title for item in plan.case.by_id.values()}
    options = [
        tuple(
            _broken({name: titles[name] for name in names}, most) for most in range(1, MOST_LINES[part] + 1)
        )
        for part, names in enumerate(parts)
    ]
    return tuple(_measured(plan, lanes, chosen) for chosen in product(*options))


def _measured(
    plan: MapPlan, lanes: int, chosen: Sequence[tuple[float, Mapping[str, tuple[str, ...]]]]
) -> Measures:
    lines = {name: broken_lines for _, names in chosen for name, broken_lines in names.items()}
    room = [width + INSIDE[part].before + INSIDE[part].after for part, (width, _) in enumerate(chosen)]
    widths = (room[0], room[1], room[2])
    inner = plan.last - 1
    band = lanes * LANE + BAND_GAP if lanes else 0
    whole = widths[0] + inner * widths[1] + widths[2] + (inner + 1) * GUTTER + band + 0.6
    found = Measures(lines, widths, whole, 0)
    tallest = max(sum(_heights(plan, found, column)) for column in range(plan.last + 1))
    return Measures(lines, widths, whole, tallest + HEADING)


def _heights(plan: MapPlan, found: Measures, column: int) -> Iterator[float]:
    for name in plan.columns[column]:
        yield (PASSAGE if ">" in name else found.high(name, part_of(plan, column))) + GAP


def _broken(titles: Mapping[str, str], most: int) -> tuple[float, Mapping[str, tuple[str, ...]]]:
    """The least width, in ems, in which all names take so many lines at the most, and their lines."""
    words = (min(LONGEST_WORD, width_in_ems(word)) for title in titles.values() for word in title.split())
    narrow = max(words, default=1.0)
    wide = max((width_in_ems(title) for title in titles.values()), default=1.0)
    while wide - narrow > 0.1:
        middle = (narrow + wide) / 2
        if all(len(broken(title, middle, most + 1)) <= most for title in titles.values()):
            wide = middle
        else:
            narrow = middle
    return wide * BOLD, {name: _balanced(title, wide, most) for name, title in titles.items()}


def _balanced(title: str, wide: float, most: int) -> tuple[str, ...]:
    """The name in as few lines as the width allows, and these about equally long."""
    lines, narrow = broken(title, wide, most), 0.0
    while len(lines) > 1 and wide - narrow > 0.3:
        middle = (narrow + wide) / 2
        tried = broken(title, middle, most + 1)
        fits = len(tried) == len(lines) and " ".join(tried).split() == title.split()
        lines, narrow, wide = (tried, narrow, middle) if fits else (lines, middle, wide)
    return lines
