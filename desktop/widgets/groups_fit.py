"""How groups are fitted side by side: words beside their signs where there is room, under them where there is not."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from desktop.base.theme import Look, Weight, look
from desktop.widgets.measure import text_height
from models.pages.group_tables import GroupCell, GroupTable

SIGN, APART, PAD = 12, 5, 8
CODE, LABELS, WIDEST_LABELS = 36, 118, 290
SPREAD, UNEQUAL = 23, 26
LEAST, MOST = 33, 128
LINE, LOWEST, STACKED, SECTION = 17, 28, 38, 9
HEAD_SIDE, LONGEST_HEAD, MENU = 6, 132, 20


@dataclass(frozen=True)
class GroupsFit:
    """Widths and heights in pixels; `stacked` puts words under signs, `upright` turns the heads by a quarter."""

    labels: int
    columns: tuple[int, ...]
    last: int
    heads: int
    rows: tuple[int, ...]
    stacked: bool
    upright: bool


def fitted(table: GroupTable, sections: tuple[str, ...], width: int, buttons: bool) -> GroupsFit:
    """Fits a table into a width; only where columns would become illegible, it becomes wider.

    `sections` has for every line the section that it names, or nothing for the table's next row; heads have
    room for `buttons` if wanted.
    """
    wanted = look()
    last, least = _last(table), wanted.px(LABELS)
    beside = [_beside(wanted, cells) for cells in _columns(table)]
    stacked = max(beside, default=0) * len(beside) > width - last - least
    needed = (
        [_stacked(wanted, cells) for cells in _columns(table)] if stacked else [max(beside)] * len(beside)
    )
    titles = tuple(row.title for row in table.rows)
    columns = _shared(needed, width - last - max(least, _labels(wanted, titles)), wanted.px(MOST))
    labels = max(least, width - last - sum(columns))
    upright, heads = _heads(wanted, tuple(head.name for head in table.heads), min(columns))
    lowest = wanted.px(STACKED if stacked else LOWEST)
    at = (max(lowest, _high(wanted, row.title, row.weighty, labels)) for row in table.rows)
    rows = tuple(_section(wanted, name, labels) if name else next(at) for name in sections)
    heads += wanted.px(MENU if buttons else HEAD_SIDE)
    return GroupsFit(labels, columns, last, heads, rows, stacked, upright)


def _shared(needed: list[int], room: int, most: int) -> tuple[int, ...]:
    """Columns of one width where there is room for that, else each as wide as it needs."""
    even = min(room // len(needed), most)
    if even >= max(needed):
        return (even,) * len(needed)
    spare = max(0, room - sum(needed)) // len(needed)
    return tuple(length + spare for length in needed)


def _columns(table: GroupTable) -> list[tuple[GroupCell, ...]]:
    return [tuple(row.cells[place] for row in table.rows) for place in range(len(table.heads))]


def _last(table: GroupTable) -> int:
    return look().px(3 * SPREAD if any(row.spread for row in table.rows) else UNEQUAL)


def wanted_widths(table: GroupTable) -> tuple[int, int]:
    """The least width in which every word stands beside its sign, and that in which titles take one line too."""
    wanted = look()
    widest = max((_beside(wanted, cells) for cells in _columns(table)), default=0)
    least = _last(table) + len(table.heads) * widest
    return least + wanted.px(LABELS), least + _labels(wanted, tuple(row.title for row in table.rows))


def missing_words(cell: GroupCell) -> str:
    """How many did not answer: "+1"; empty where all did."""
    return f"+{cell.missing}" if cell.missing else ""


def in_lines(name: str, room: int) -> tuple[str, ...]:
    """A name in one line, or in the two that come nearest to being even; cut where that is still too long."""
    metrics = QFontMetrics(look().font(12, Weight.SEMIBOLD))
    words = name.split()
    if metrics.horizontalAdvance(name) <= room or len(words) < 2:
        return (metrics.elidedText(name, Qt.TextElideMode.ElideRight, room),)
    halves = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    best = min(halves, key=lambda half: max(map(metrics.horizontalAdvance, half)))
    return tuple(metrics.elidedText(half, Qt.TextElideMode.ElideRight, room) for half in best)


def _beside(wanted: Look, cells: tuple[GroupCell, ...]) -> int:
    return _all_beside(wanted, frozenset((cell.text, missing_words(cell)) for cell in cells))


@lru_cache(maxsize=128)
def _all_beside(wanted: Look, words: frozenset[tuple[str, str]]) -> int:
    metrics = QFontMetrics(wanted.font(12, Weight.SEMIBOLD))
    plain = QFontMetrics(wanted.font(12))
    widest = max((_run(metrics, plain, *pair, wanted.px(APART)) for pair in words), default=0)
    return widest + wanted.px(SIGN + APART + 2 * PAD)


def _run(metrics: QFontMetrics, plain: QFontMetrics, text: str, missing: str, apart: int) -> int:
    return metrics.horizontalAdvance(text) + (plain.horizontalAdvance(missing) + apart if missing else 0)


def _stacked(wanted: Look, cells: tuple[GroupCell, ...]) -> int:
    return _all_stacked(wanted, frozenset(cell.short for cell in cells))


@lru_cache(maxsize=128)
def _all_stacked(wanted: Look, words: frozenset[str]) -> int:
    metrics = QFontMetrics(wanted.font(12, Weight.SEMIBOLD))
    widest = max((metrics.horizontalAdvance(word) for word in words), default=0)
    return max(widest + wanted.px(2), wanted.px(LEAST))


@lru_cache(maxsize=32)
def _labels(wanted: Look, titles: tuple[str, ...]) -> int:
    metrics = QFontMetrics(wanted.font(13, Weight.SEMIBOLD))
    widest = max(map(metrics.horizontalAdvance, titles), default=0) + wanted.px(CODE + PAD)
    return min(max(widest, wanted.px(LABELS)), wanted.px(WIDEST_LABELS))


def _high(wanted: Look, title: str, bold: bool, labels: int) -> int:
    room = labels - wanted.px(CODE + PAD / 2)
    return text_height(title, room, 13, Weight.SEMIBOLD if bold else Weight.REGULAR) + wanted.px(5)


def _section(wanted: Look, name: str, labels: int) -> int:
    return text_height(name, labels - wanted.px(PAD), 12, Weight.SEMIBOLD) + wanted.px(SECTION)


@lru_cache(maxsize=32)
def _heads(wanted: Look, names: tuple[str, ...], column: int) -> tuple[bool, int]:
    """Whether names have to be turned, and how high the heads are."""
    metrics = QFontMetrics(wanted.font(12, Weight.SEMIBOLD))
    room = column - wanted.px(HEAD_SIDE)
    if all(_fits(metrics, name, room) for name in names):
        lines = max((len(in_lines(name, room)) for name in names), default=1)
        return False, lines * wanted.px(LINE) + wanted.px(HEAD_SIDE)
    longest = wanted.px(LONGEST_HEAD)
    widest = max(metrics.horizontalAdvance(line) for name in names for line in in_lines(name, longest))
    return True, min(widest, longest) + wanted.px(2 * HEAD_SIDE)


def _fits(metrics: QFontMetrics, name: str, room: int) -> bool:
    """Whether nothing of a name is cut."""
    lines = in_lines(name, room)
    return " ".join(lines).split() == name.split() and max(map(metrics.horizontalAdvance, lines)) <= room
