"""How a line is laid out: a sign, what leads in, its words with the code and the note, and its buttons' room."""

from PySide6.QtCore import QRect, QRectF

from desktop.base.theme import Look
from desktop.base.theme import Weight as Bold
from desktop.kit.text import Run, TextBox, Words, flow, type_in
from models.schema.page import Line, Shape, Sign, Weight
from models.schema.value import Answer

MARKS = frozenset({Shape.TICK, Shape.CROSS, Shape.QUESTION, Shape.CHAIN, Shape.PLUS, Shape.DOT})
"""Shapes that are bare strokes: they are drawn smaller than discs."""
SIZES = {
    Weight.CLOCK: (56, Bold.SEMIBOLD, "ink"),
    Weight.CAPTION: (22, Bold.SEMIBOLD, "ink"),
    Weight.TITLE: (13, Bold.SEMIBOLD, "brand"),
    Weight.STRONG: (13, Bold.SEMIBOLD, "ink"),
    Weight.NORMAL: (13, Bold.REGULAR, "ink"),
    Weight.SOFT: (13, Bold.REGULAR, "ink_soft"),
    Weight.FAINT: (12, Bold.REGULAR, "ink_faint"),
}
STEP, AFTER_RULE = 23, 12
"""How far a level is indented, and how far off its rule its sign stands."""
BESIDE_SIGN = 1.23
"""How far its words stand behind the left of its sign, in sizes of their type."""
TARGET = 24
"""What can be pressed is at least so high."""
BOXED, AIR = 10, 6
"""The room within the box of a line with buttons, beside and above its words."""


class LineFace(Answer, kw_only=False):
    """A line laid out in a width."""

    words: tuple[Words, ...]
    sign: QRectF | None
    height: int
    rule: int = -1
    chip: QRectF | None = None
    boxed: bool = False

    def text_boxes(self, room: QRect) -> list[TextBox]:
        return [box for words in self.words for box in words.boxes(room)]


def is_chip(line: Line) -> bool:
    """Whether a line is shown as a pill: a sign with nothing but its word, and perhaps a code."""
    return (
        line.sign is not None and bool(line.sign.word) and line.text in ("", line.sign.word) and not line.note
    )


def alone(line: Line) -> bool:
    """Whether a line is nothing but one button, which then takes all of it."""
    return not line.text and len(line.buttons) == 1 and bool(line.buttons[0].icon)


def space_above(line: Line, before: Line | None) -> int:
    """The room between a line and the one before it, in unscaled pixels."""
    if before is None:
        return 0
    if line.weight is Weight.TITLE:
        return 16
    if line.indent:
        return 1 if before.indent else 3
    if line.quiet or before.indent:
        return 9
    return 8 if line.buttons or before.buttons or is_chip(before) or before.weight is Weight.TITLE else 5


def lay_line(line: Line, width: int, look: Look, larger: int = 0, buttons: int = 0) -> LineFace:
    """Lay a line out, its words `larger` than usual, with so many pixels kept at its end for buttons."""
    if is_chip(line) and line.sign is not None:
        return _chip(line.sign, line.code, width, look)
    if not (line.text or line.quiet):
        return LineFace((), None, look.px(30 if alone(line) else 24))
    boxed = bool(line.buttons)
    edge, top = (look.px(BOXED), look.px(AIR)) if boxed else (0, 0)
    size = SIZES[line.weight][0] + larger
    sign, start = _sign_and_start(line, look, size, edge)
    room = max(look.px(40), width - start - edge - (buttons + look.px(8) if buttons else 0))
    words = []
    first = type_in(look, size).line
    if line.quiet:
        quiet = flow((Run(line.quiet, type_in(look, 12 + larger), "ink_soft"),), room)
        words.append(Words(quiet, start, top))
        top, first = top + quiet.height, quiet.line
    if line.weight is Weight.TITLE and line.note:
        note = flow((Run(line.note, type_in(look, 12), "ink_faint"),), max(1, room // 2), 1)
        words.append(Words(note, round(width - edge - note.width), top))
        room -= round(note.width) + look.px(8)
    told = flow(_runs(line, look, larger), room)
    words.append(Words(told, start, top))
    height = top + told.height + (look.px(AIR) if boxed else 0)
    spare = max(0, look.px(24 + 2 * AIR - 2) - height) if boxed else look.px(5) if line.indent else 0
    if line.action is not None:
        spare = max(spare, look.px(TARGET) - height)
    words = [Words(one.flowed, one.left, one.top + spare // 2) for one in words]
    height += spare
    start_y = words[0].top
    placed = None if sign is None else sign.translated(0, start_y + (first - sign.height()) // 2)
    rule = look.px(STEP * line.indent) if line.indent else -1
    return LineFace(tuple(words), placed, height, rule, boxed=boxed)


def _sign_and_start(line: Line, look: Look, size: int, edge: int) -> tuple[QRectF | None, int]:
    """The sign's box, still at the top, and where the words begin."""
    rule = look.px(STEP * line.indent)
    if line.sign is None:
        return None, rule + (look.px(AFTER_RULE) if line.indent else edge)
    bare = line.sign.shape in MARKS
    side = look.px(size - 3 if bare else size + 1)
    if line.indent:
        left = rule + look.px(AFTER_RULE) + (0 if bare else -look.px(1))
        return QRectF(left, 0, side, side), rule + look.px(AFTER_RULE + BESIDE_SIGN * size)
    beside = look.px(5 if bare else 8)
    return QRectF(edge, 0, side, side), edge + side + (look.px(8) if edge else beside)


def _runs(line: Line, look: Look, larger: int) -> tuple[Run, ...]:
    size, bold, ink = SIZES[line.weight]
    note = line.note if line.weight is not Weight.TITLE else ""
    tone = line.tone.value if line.tone is not None else ""
    runs = [Run(line.text, type_in(look, size + larger, bold), ink if note else tone or ink, line.struck)]
    if line.code:
        runs.append(Run(line.code, type_in(look, 11 + larger), "ink_faint", glued=True))
    if note:
        weight = Bold.SEMIBOLD if tone else Bold.REGULAR
        runs.append(Run(note, type_in(look, 12 + larger, weight), tone or "ink_soft"))
    return tuple(runs)


def _chip(sign: Sign, code: str, width: int, look: Look) -> LineFace:
    high, side, inset = look.px(23), look.px(13), look.px(7)
    start = inset + side + look.px(6)
    word = flow((Run(sign.word, type_in(look, 13, Bold.SEMIBOLD), sign.tone.value),), width - start, 1)
    pill = QRectF(0, 0, min(width, start + word.width + look.px(11)), high)
    box = QRectF(inset, (high - side) // 2, side, side)
    words = [Words(word, start, (high - word.line) // 2)]
    if code and pill.width() + look.px(60) < width:
        told = flow((Run(code, type_in(look, 12), "ink_faint"),), look.px(52), 1)
        words.append(Words(told, round(pill.width()) + look.px(8), (high - told.line) // 2))
    return LineFace(tuple(words), box, high, chip=pill)
