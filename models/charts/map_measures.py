"""How large everything on the argument map is, in ems of its type, and in how many lines names are best broken.

Fewer lines need more width and less height, so the best breaking is the one that lets the type be largest in the room
that there is. Where assumptions bound it by their number, findings and recommendations are set larger than they.
Labels are broken before anything is drawn, so that screen and paper break them alike. The widths are those of our
regular type, rounded up, so that no line turns out wider than promised.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import floor
from unicodedata import category, normalize

from models.charts.map_plan import MapPlan

LINE = 1.24
BOLD = 1.06
"""How much wider the semibold type of a name that turned is than the regular one that is measured."""
GAP, PASSAGE, BAND_GAP, LANE = 0.26, 0.06, 1.3, 0.6
HEADING, MARGINS = 2.1, 1.0
PARTS = 3
MOST_LINES = (2, 4, 3)
LONGEST_WORD = 15.0
FEW = 0.8
"""In such a part of the longest finding's width only a few names take two lines."""
LARGER = (1.0, 1.1, 1.2, 1.35, 1.5, 1.65)
"""How many times as large as that of assumptions the type of findings and recommendations may be."""


ELLIPSIS = "…"
# fmt: off
_ASCII = (  # hundredths of an em, from the space on
    26, 26, 38, 60, 61, 87, 61, 21, 35, 35, 48, 63, 26, 44, 26, 34, 60, 44, 59, 62, 63, 60, 62, 56,
    61, 62, 26, 26, 63, 63, 63, 48, 88, 65, 62, 70, 69, 57, 56, 71, 71, 25, 52, 63, 54, 86, 72, 73,
    61, 73, 61, 61, 62, 71, 65, 92, 62, 64, 60, 35, 34, 35, 45, 43, 47, 54, 60, 53, 60, 56, 34, 58,
    57, 22, 22, 52, 22, 84, 56, 57, 58, 58, 35, 50, 34, 56, 53, 78, 52, 53, 52, 35, 31, 35, 63,
)
# fmt: on
_OTHERS = {"‘": 25, "’": 25, "“": 47, "”": 47, "–": 48, ELLIPSIS: 82}
_WIDEST = 100


@dataclass(frozen=True, slots=True)
class Inside:
    """What is beside and above a name in its box: at its left, at its right, and the padding of its height."""

    before: float
    after: float
    padding: float


INSIDE = (Inside(1.8, 0.7, 0.17), Inside(1.85, 0.4, 0.45), Inside(2.45, 3.0, 0.55))


@dataclass(frozen=True, slots=True)
class Density:
    """How far boxes are apart and columns, at the least, and how much of its padding a box has."""

    gap: float
    gutter: float
    padding: float


LOOSE, DENSE = Density(GAP, 2.2, 1.0), Density(0.1, 1.9, 0.4)
"""As it should be, and where the least type needs only a little more room than there is."""


@dataclass(frozen=True, slots=True)
class Room:
    """The room for a map in pixels, and the least and the largest type, which decide where it scrolls."""

    width: float
    height: float
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Breaking:
    """The names of one part in lines, the width of its boxes, and how high those of each of its columns are, in ems."""

    lines: Mapping[str, tuple[str, ...]]
    width: float
    columns: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Measures:
    """How each part is broken, how much larger its type is, and what the whole needs, in ems of the first part's."""

    parts: tuple[Breaking, Breaking, Breaking]
    factors: tuple[float, float, float]
    width: float
    height: float
    density: Density

    def wide(self, part: int) -> float:
        """How wide the boxes of a part are, at the least."""
        return self.parts[part].width * self.factors[part]

    def high(self, name: str, part: int) -> float:
        """How high a box is, at the least."""
        return _high(self.parts[part].lines[name], part, self.density) * self.factors[part]


def part_of(plan: MapPlan, column: int) -> int:
    """Which part a column belongs to."""
    return 0 if column == 0 else 2 if column == plan.last else 1


def measures(plan: MapPlan, lanes: int, room: Room) -> tuple[Measures, int]:
    """The measures that let the type be largest in a room, and how large; where it must scroll, in its width."""
    found = _choices(plan, lanes, LOOSE)
    best, size = _largest(found, room)
    if size >= room.least:
        return best, size
    least = floor(room.least)
    denser, size = _largest(_choices(plan, lanes, DENSE), room)
    if size >= least:
        return denser, least
    plain = [one for one in found if max(one.factors) == 1]
    wide_enough = [one for one in plain if room.width / one.width >= room.least] or plain
    return min(wide_enough, key=lambda one: (one.height, one.width)), least


def _largest(found: Iterable[Measures], room: Room) -> tuple[Measures, int]:
    fitting = [(one, _type(one, room)) for one in found]
    return max(fitting, key=lambda one: (one[1], _larger(one[0]), -one[0].height))


def _larger(one: Measures) -> float:
    """How much larger the type is than need be: that of recommendations counts most, as they are what is asked."""
    return min(one.factors[1], one.factors[2]) + one.factors[2]


def _type(one: Measures, room: Room) -> int:
    """The largest type of assumptions in which it fits, in whole pixels."""
    most = room.most / max(one.factors)
    return floor(min(most, room.width / one.width, room.height / one.height))


@lru_cache(maxsize=16)
def _choices(plan: MapPlan, lanes: int, density: Density) -> tuple[Measures, ...]:
    options = _options(plan, density)
    band = lanes * LANE + BAND_GAP if lanes else 0
    beside = plan.last * density.gutter + band + MARGINS
    gaps = [
        len(names) * density.gap + PASSAGE * sum(">" in name for name in names) + HEADING
        for names in plan.columns
    ]
    number = plan.last - 1
    return tuple(
        _measured(parts, (1.0, *factors), (beside, number), gaps, density)
        for parts in product(*options)
        for factors in product(LARGER, LARGER)
    )


def _measured(
    parts: tuple[Breaking, ...],
    factors: tuple[float, float, float],
    beside: tuple[float, int],
    gaps: list[float],
    density: Density,
) -> Measures:
    first, second, third = parts
    room, number = beside
    width = room + first.width + number * second.width * factors[1] + third.width * factors[2]
    columns = (
        *first.columns,
        *(high * factors[1] for high in second.columns),
        *(high * factors[2] for high in third.columns),
    )
    height = max(high + gap for high, gap in zip(columns, gaps, strict=True))
    return Measures((first, second, third), factors, width, height, density)


def _options(plan: MapPlan, density: Density) -> Iterator[list[Breaking]]:
    """For each part its names in one line, in two, and so on."""
    titles = {item.id: item.title for item in plan.case.by_id.values()}
    for part in range(PARTS):
        columns = [
            [name for name in names if ">" not in name]
            for column, names in enumerate(plan.columns)
            if part_of(plan, column) == part
        ]
        chosen = {name: titles[name] for names in columns for name in names}
        found = [_broken(chosen, columns, part, density, most) for most in range(1, MOST_LINES[part] + 1)]
        yield [*found, *(_broken(chosen, columns, part, density, 2, FEW) for _ in found[:1] if part == 1)]


def _broken(
    titles: Mapping[str, str],
    columns: list[list[str]],
    part: int,
    density: Density,
    most: int,
    of_longest: float = 0,
) -> Breaking:
    """The least width in which all names take so many lines at the most, and their lines; or a part of the longest."""
    words = (min(LONGEST_WORD, width_in_ems(word)) for title in titles.values() for word in title.split())
    narrow = max(words, default=1.0)
    wide = max((width_in_ems(title) for title in titles.values()), default=1.0)
    narrow = max(narrow, wide * of_longest)
    while wide - narrow > 0.1:
        middle = (narrow + wide) / 2
        if all(len(broken(title, middle, most + 1)) <= most for title in titles.values()):
            wide = middle
        else:
            narrow = middle
    lines = {name: _balanced(title, wide, most) for name, title in titles.items()}
    inside = INSIDE[part].before + INSIDE[part].after
    heights = tuple(sum(_high(lines[name], part, density) for name in names) for names in columns)
    return Breaking(lines, wide * BOLD + inside, heights)


def _high(lines: tuple[str, ...], part: int, density: Density) -> float:
    return len(lines) * LINE + 2 * INSIDE[part].padding * density.padding


def _balanced(title: str, wide: float, most: int) -> tuple[str, ...]:
    """The name in as few lines as the width allows, and these about equally long."""
    lines, narrow = broken(title, wide, most), 0.0
    while len(lines) > 1 and wide - narrow > 0.3:
        middle = (narrow + wide) / 2
        tried = broken(title, middle, most + 1)
        fits = len(tried) == len(lines) and " ".join(tried).split() == title.split()
        lines, narrow, wide = (tried, narrow, middle) if fits else (lines, middle, wide)
    return lines


def width_in_ems(text: str) -> float:
    """About how wide a line is, in ems, and never less."""
    return sum(map(_hundredths, text)) / 100


@lru_cache(maxsize=4096)
def broken(text: str, width: float, most: int) -> tuple[str, ...]:
    """The text in at most so many lines of so many ems; what does not fit ends in an ellipsis."""
    lines: list[str] = []
    for word in (piece for whole in text.split() for piece in _pieces(whole, width)):
        if lines and width_in_ems(f"{lines[-1]} {word}") <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], _cut(" ".join(lines[most - 1 :]), width))


@lru_cache(maxsize=1024)
def _hundredths(character: str) -> int:
    if _is_mark(character):
        return 0
    letter = normalize("NFD", character)[0]
    place = ord(letter) - ord(" ")
    return _ASCII[place] if 0 <= place < len(_ASCII) else _OTHERS.get(letter, _WIDEST)


def _pieces(word: str, width: float) -> list[str]:
    """The word, or where it is too wide for a line, the parts that fit."""
    pieces = [""]
    for character in word:
        if pieces[-1] and not _is_mark(character) and width_in_ems(pieces[-1] + character) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _is_mark(character: str) -> bool:
    """Whether it stands on the letter before it, as vowels and tones of many scripts do."""
    return category(character) in ("Mn", "Me")


def _cut(text: str, width: float) -> str:
    while text and width_in_ems(text + ELLIPSIS) > width:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS
