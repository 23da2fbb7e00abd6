"""How a matrix is fitted into a room: wide enough for every word, larger where there is more room."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF

from desktop.base.theme import Look, look
from desktop.widgets.matrix_header import CODE
from desktop.widgets.matrix_look import Size
from models.language.matrix import Matrix, Outlook

SIZES = (15, 13, 12)
LABELS = 0.225
WIDEST_LABELS = 0.34
NARROW, LEAST, SCROLLED, MOST = 17, 24, 31, 76
WHOLE = 1.3
HIGHEST = 76
SLACK = 9
IN_CELL = 2.2
LOWEST = 29
WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True)
class Fit:
    """Widths and heights in pixels, and the sizes of type that go with them."""

    size: Size
    heads: int
    labels: int
    columns: tuple[int, ...]
    rows: tuple[int, ...]


def fitted(matrix: Matrix, width: int, height: int) -> Fit:
    """Fits a matrix into a width and height; only where it cannot be, it becomes larger than they are."""
    wanted = look()
    titles = tuple(row.title for row in matrix.rows)
    label_size, labels = _labels(titles, width, height)
    columns = _columns(matrix, width - labels)
    widest = max(columns)
    cell_size = 15 if widest >= wanted.px(46) else 13 if widest >= wanted.px(34) else 12
    labels += max(0, width - labels - sum(columns))
    room = labels - wanted.px(CODE * label_size + SLACK - 1)
    needed = [max(wanted.px(LOWEST), _needed(wanted, title, label_size, room)) for title in titles]
    heads, rows = _heads_and_rows(matrix, needed, height, cell_size)
    while cell_size > SIZES[-1] and min(rows, default=0) < wanted.px(IN_CELL * cell_size):
        cell_size -= 1
        heads, rows = _heads_and_rows(matrix, needed, height, cell_size)
    return Fit(Size(cell_size, label_size), heads, labels, columns, rows)


def _heads_and_rows(
    matrix: Matrix, needed: Sequence[int], height: int, cell_size: int
) -> tuple[int, tuple[int, ...]]:
    here = matrix.outlook is Outlook.HERE
    heads = look().px(cell_size * 2 + 9) if here else look().px(cell_size + 14)
    return heads, _rows(needed, height - heads)


def _labels(titles: tuple[str, ...], width: int, height: int) -> tuple[int, int]:
    wanted = look()
    for size in SIZES:
        needed = wanted.px(CODE * size + SLACK) + _in_two_lines(wanted, titles, size)
        high = 2 * QFontMetrics(wanted.font(size)).height() + wanted.px(4)
        if needed <= width * LABELS and high * len(titles) <= height - wanted.px(40):
            return size, needed
    return SIZES[-1], min(needed, int(width * WIDEST_LABELS))


@lru_cache(maxsize=32)
def _in_two_lines(wanted: Look, titles: tuple[str, ...], size: int) -> int:
    """The least width in which every title is told in two lines."""
    metrics = QFontMetricsF(wanted.font(size))
    least = 0.0
    for title in titles:
        words = title.split()
        breaks = range(1, len(words)) if len(words) > 1 else range(1, 2)
        halves = ((" ".join(words[:at]), " ".join(words[at:])) for at in breaks)
        least = max(least, min(max(map(metrics.horizontalAdvance, half)) for half in halves))
    return int(least) + 2


@lru_cache(maxsize=256)
def _needed(wanted: Look, title: str, size: int, room: int) -> int:
    metrics = QFontMetrics(wanted.font(size))
    return metrics.boundingRect(0, 0, room, 2000, WRAP, title).height() + wanted.px(2)


def _columns(matrix: Matrix, room: int) -> tuple[int, ...]:
    """Columns share the room; those in which nothing differs from here take only what their code needs."""
    wanted = look()
    here = matrix.outlook is Outlook.HERE
    narrow = [here and not column.count for column in matrix.columns]
    shares = [
        0.0 if thin else 1.0 if column.id else WHOLE
        for thin, column in zip(narrow, matrix.columns, strict=True)
    ]
    rest = room - wanted.px(NARROW) * sum(narrow)
    each = min(rest / (sum(shares) or 1), wanted.px(MOST))
    if each < wanted.px(LEAST):
        each = wanted.px(SCROLLED)
    return tuple(
        wanted.px(NARROW) if thin else int(each * share) for thin, share in zip(narrow, shares, strict=True)
    )


def _rows(needed: Sequence[int], room: int) -> tuple[int, ...]:
    """Rows share the room evenly where they can."""
    even = min(room // max(1, len(needed)), look().px(HIGHEST))
    if all(height <= even for height in needed):
        return (even,) * len(needed)
    return tuple(needed) if sum(needed) > room else _levelled(needed, room)


def _levelled(needed: Sequence[int], room: int) -> tuple[int, ...]:
    spare = (room - sum(needed)) // len(needed)
    return tuple(height + spare for height in needed)
