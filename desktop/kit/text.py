"""Texts that are painted by hand: where their lines break, how high they are, and what is left out of them.

A text is a row of runs, so that a name, its code and a note flow as one. A line breaks between words; where a text has
to be cut, it is cut between words and ends in an ellipsis, and says so, so that its whole can be told in a tip.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText, QTextOption, QTransform

from desktop.base.theme import Look, Weight
from desktop.base.writing import direction_of

PLAIN = Look("plain", ())
LEADING = 1.28
"""How high a line is in its type: 16.5 px type stands in lines of 21."""
ELLIPSIS = "…"
GLUED = 2
"""Glued words, such as a code after a name, stand so many spaces off."""


class Type(NamedTuple):
    """A type in pixels of the device-independent kind, after scaling, and its weight."""

    pixels: int
    weight: Weight = Weight.REGULAR

    @property
    def font(self) -> QFont:
        return PLAIN.font(self.pixels, self.weight)

    @property
    def line(self) -> int:
        return round(self.pixels * LEADING)


def type_in(look: Look, size: float, weight: Weight = Weight.REGULAR) -> Type:
    return Type(look.px(size), weight)


class Run(NamedTuple):
    """Words in one type and ink; `glued` ones stay on the line of the word before them."""

    text: str
    type: Type
    ink: str = "ink"
    struck: bool = False
    glued: bool = False


class Piece(NamedTuple):
    """A run's part on one line, and where it stands in it."""

    text: str
    run: Run
    left: float
    width: float


class Flowed(NamedTuple):
    """Lines of pieces in a width; `cut` says that something was left out.

    `line` is how high a line is, `bases` are the heights of the lines' feet from the top.
    """

    lines: tuple[tuple[Piece, ...], ...]
    line: int
    cut: bool
    bases: tuple[float, ...] = ()

    @property
    def height(self) -> int:
        return self.line * len(self.lines)

    @property
    def width(self) -> float:
        return max((line[-1].left + line[-1].width for line in self.lines if line), default=0)


class TextBox(NamedTuple):
    """A text that is shown: where it stands, and the box that it must stay in, both as its widget sees them."""

    text: str
    place: QRect
    room: QRect

    def moved(self, by: QPoint) -> "TextBox":
        return TextBox(self.text, self.place.translated(by), self.room.translated(by))


@lru_cache(maxsize=64)
def _metrics(type_: Type) -> QFontMetricsF:
    return QFontMetricsF(type_.font)


@lru_cache(maxsize=8192)
def width_of(text: str, type_: Type) -> float:
    """How wide a text is in one line."""
    return _metrics(type_).horizontalAdvance(text)


class _Word(NamedTuple):
    parts: tuple[tuple[str, Run], ...]
    width: float
    begins: bool = False
    """Whether it begins a line, as the text has it."""


def _words(runs: Sequence[Run]) -> list[_Word]:
    words: list[_Word] = []
    for run in runs:
        lines = enumerate(line.split() for line in run.text.split("\n"))
        for row, place, text in ((row, *each) for row, line in lines for each in enumerate(line)):
            word = _Word(((text, run),), width_of(text, run.type), row > 0 and place == 0)
            if run.glued and (row, place) == (0, 0) and words:
                last = words.pop()
                width = last.width + GLUED * _space(run) + word.width
                word = _Word((*last.parts, *word.parts), width, last.begins)
            words.append(word)
    return words


def _space(run: Run) -> float:
    return width_of(" ", run.type)


def _parted(words: list[_Word], width: float) -> list[_Word]:
    """The words, those wider than a line parted after a hyphen or a slash where that helps."""
    result: list[_Word] = []
    for word in words:
        if word.width <= width or len(word.parts) > 1 or "-" not in word.parts[0][0]:
            result.append(word)
            continue
        text, run = word.parts[0]
        head, _, tail = text.rpartition("-")
        pieces = (f"{head}-", tail) if tail else (text,)
        parts = [_Word(((piece, run),), width_of(piece, run.type)) for piece in pieces]
        result += [parts[0]._replace(begins=word.begins), *parts[1:]]
    return result


def _broken(words: list[_Word], width: float) -> list[list[_Word]]:
    lines: list[list[_Word]] = []
    used = 0.0
    for word in words:
        space = _space(word.parts[0][1])
        if lines and not word.begins and used + space + word.width <= width:
            lines[-1].append(word)
            used += space + word.width
        else:
            lines.append([word])
            used = word.width
    return lines


def _balanced(words: list[_Word], width: float) -> list[list[_Word]]:
    """As few lines as the width allows, and these as equally long as can be."""
    best = _broken(words, width)
    narrow, wide = max(word.width for word in words), width
    while len(best) > 1 and wide - narrow > 2:
        middle = (narrow + wide) / 2
        tried = _broken(words, middle)
        if len(tried) == len(best):
            best, wide = tried, middle
        else:
            narrow = middle
    return best


def _shortened(line: list[_Word], width: float, always: bool) -> tuple[list[_Word], bool]:
    """A line that ends in an ellipsis: if it is too long for the width, or `always`."""
    kept = list(line)

    def used() -> float:
        return sum(word.width for word in kept) + sum(_space(word.parts[0][1]) for word in kept[1:])

    if not always and used() <= width:
        return kept, False
    while len(kept) > 1 and used() + width_of(ELLIPSIS, kept[-1].parts[-1][1].type) > width:
        kept.pop()
    text, run = kept[-1].parts[-1] if len(kept) > 1 else kept[-1].parts[0]
    front = kept[-1].parts[:-1] if len(kept) > 1 else ()
    room = width - used() + kept[-1].width - sum(width_of(part, one.type) for part, one in front)
    text = text[: _fitting(text, run.type, room)]
    parts = (*front, (text.rstrip(" ,;:–-") + ELLIPSIS, run))
    kept[-1] = _Word(parts, sum(width_of(part, one.type) for part, one in parts))
    return kept, True


def _fitting(text: str, type_: Type, room: float) -> int:
    """How many letters of a word fit into a room with an ellipsis after them: at least one."""
    return max(
        1,
        bisect_right(range(len(text) + 1), room, key=lambda cut: width_of(text[:cut] + ELLIPSIS, type_)) - 1,
    )


def _placed(line: list[_Word]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    left = 0.0
    for text, run in (part for word in line for part in word.parts):
        space = _space(run) * (GLUED if run.glued else 1) if pieces else 0.0
        if pieces and pieces[-1].run is run:
            before = pieces.pop()
            joined = f"{before.text} {text}"
            pieces.append(Piece(joined, run, before.left, width_of(joined, run.type)))
        else:
            pieces.append(Piece(text, run, left + space, width_of(text, run.type)))
        left = pieces[-1].left + pieces[-1].width
    return tuple(pieces)


@lru_cache(maxsize=6144)  # 0.9 KB each; the page with most texts has 3,000
def flow(runs: tuple[Run, ...], width: int, most: int = 0, balanced: bool = False) -> Flowed:
    """Break runs into lines in a width, at most so many (0: as many as it takes)."""
    words = _parted(_words(_readable(runs, most * width)), width)
    if not words:
        return Flowed((), 0, False)
    lines = _balanced(words, width) if balanced else _broken(words, width)
    over = bool(most) and len(lines) > most
    if over:
        lines = _broken(words, width)[:most]
    shown = [_shortened(line, width, over and line is lines[-1]) for line in lines]
    height = max(run.type.line for run in runs if run.text)
    placed = tuple(_placed(line) for line, _ in shown)
    bases = tuple(row * height + _baseline(line, height) for row, line in enumerate(placed))
    return Flowed(placed, height, any(cut for _, cut in shown), bases)


def _readable(runs: tuple[Run, ...], most: int) -> tuple[Run, ...]:
    """The runs without what no so many pixels can show (0: all of it): a letter takes one at least."""
    if not most:
        return runs
    return tuple(run if len(run.text) <= most else run._replace(text=run.text[: most + 1]) for run in runs)


def draw(painter: QPainter, flowed: Flowed, left: float, top: float, look: Look) -> None:
    """Paint lines from a top left corner down."""
    for line, base in zip(flowed.lines, flowed.bases, strict=True):
        for piece in line:
            type_ = piece.run.type
            painter.setPen(look.colour(piece.run.ink))
            painter.setFont(type_.font)
            words = shaped(piece.text, type_, direction_of(piece.run.text))
            painter.drawStaticText(QPointF(left + piece.left, top + base - _metrics(type_).ascent()), words)
            if piece.run.struck:
                start = QPointF(left + piece.left, top + base - type_.pixels * 0.3)
                painter.drawLine(start, start + QPointF(piece.width, 0))


@lru_cache(maxsize=4096)
def shaped(
    text: str, type_: Type, direction: Qt.LayoutDirection = Qt.LayoutDirection.LayoutDirectionAuto
) -> QStaticText:
    """A text with its glyphs already chosen, which takes most of the time that painting it takes."""
    words = QStaticText(text)
    words.setTextFormat(Qt.TextFormat.PlainText)
    if direction is not Qt.LayoutDirection.LayoutDirectionAuto:
        option = QTextOption()
        option.setTextDirection(direction)
        words.setTextOption(option)
    words.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    words.prepare(QTransform(), type_.font)
    return words


def _baseline(line: tuple[Piece, ...], height: int) -> float:
    largest = max((piece.run.type for piece in line), key=lambda type_: type_.pixels)
    metrics = _metrics(largest)
    return round((height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent())


def boxes(flowed: Flowed, left: float, top: float, room: QRect) -> list[TextBox]:
    """Where the pieces of flowed lines stand that are painted from a top left corner down."""
    found = []
    for place, line in enumerate(flowed.lines):
        for piece in line:
            box = QRectF(left + piece.left, top + place * flowed.line, piece.width, flowed.line)
            found.append(TextBox(piece.text, box.toRect(), room))
    return found


class Words(NamedTuple):
    """Flowed words, and their top left corner."""

    flowed: Flowed
    left: int
    top: int

    def draw(self, painter: QPainter, look: Look, x: int = 0, y: int = 0) -> None:
        draw(painter, self.flowed, x + self.left, y + self.top, look)

    def boxes(self, room: QRect) -> list[TextBox]:
        """Where they stand in a room from whose corner they are counted."""
        return boxes(self.flowed, room.x() + self.left, room.y() + self.top, room)
