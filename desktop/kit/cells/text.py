"""Cells of words: a name before its code, with what else is said beneath."""

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from desktop.base.theme import Weight as Thickness
from desktop.kit.cells.face import GAP, PAD, SIGN, SLACK, Canvas, Face
from desktop.kit.text import GLUED, Flowed, Run, flow, width_of
from models.schema.page import TextCell, Weight

CODE, DETAIL, TOP, FOOT = 10.5, 12, 11, 5
LONG_DETAIL, MOST_LINES, WIDEST_DETAIL, LONGEST, NARROWEST = 9, 3, 250, 340, 72
"""A large row has room for so many lines of detail, each so wide,
or wider where it takes more than three; how narrow a name becomes before all scrolls."""
TWO_LINES, THREE_LINES = 0.62, 0.45
"""In what part of its width a name goes into so many lines, as words do not break evenly."""
_SIZES = {Weight.CAPTION: 16, Weight.TITLE: 15}
_INKS = {Weight.SOFT: "ink_soft", Weight.FAINT: "ink_faint"}
_HEAVY = frozenset((Weight.CAPTION, Weight.TITLE, Weight.STRONG))
_NOTHING = Flowed((), 0, False)


class Told(NamedTuple):
    """The lines of a cell: the name, and the detail beneath it."""

    name: Flowed
    detail: Flowed
    gap: int = 0

    @property
    def height(self) -> int:
        return self.name.height + self.gap + self.detail.height


def told(cell: TextCell, face: Face, width: float, high: float = 0) -> Told:
    """The lines of a cell in a width; a large row that is so high has room for more detail, a low one for less."""
    room = max(1, int(width - _before(cell, face) - face.px(PAD)))
    lines = max(cell.lines, MOST_LINES)
    name = flow(_name(cell, face), room, lines)
    if not (cell.detail and face.details):
        return Told(name, _NOTHING)
    run = Run(cell.detail, face.type(DETAIL + face.large), face.ink("ink_soft"))
    gap, top, foot = (face.px(4), face.px(TOP - 1), face.px(FOOT + 1)) if face.large else (0, 0, 0)
    left = high - top - name.height - gap
    most = int((left - foot) // run.type.line)
    detail = flow((run,), room, max(LONG_DETAIL, most) if face.large else max(1, cell.lines))
    if high and detail.height > left:
        fitting = int(left // run.type.line)
        detail = flow((run,), room, fitting) if fitting > 0 else _NOTHING
    return Told(name, detail, gap)


def paint(canvas: Canvas, box: QRectF, cell: TextCell, face: Face) -> None:
    """Paint it: in the middle of a small row, from the top of a large one."""
    lines = told(cell, face, box.width(), box.height())
    left = box.x() + _before(cell, face)
    top = box.y() + face.px(TOP) if face.large else round(box.center().y() - lines.height / 2)
    if cell.sign is not None:
        side = face.px(SIGN)
        centre = QPointF(box.x() + face.px(PAD) + side / 2, top + lines.name.line / 2)
        canvas.sign(cell.sign, centre, side, face)
    if face.right:
        left = max(left, box.right() - face.px(PAD) - lines.name.width)
    canvas.put(lines.name, left, top, box, face)
    canvas.put(lines.detail, left, top + lines.name.height + lines.gap, box, face)


def natural(cell: TextCell, face: Face) -> float:
    """How wide it would be in one line."""
    name = _name(cell, face)
    gaps = GLUED * sum(width_of(" ", run.type) for run in name[1:])
    detail = width_of(cell.detail, face.type(DETAIL)) if cell.detail and face.details else 0
    widest = max(
        sum(width_of(run.text, run.type) for run in name) + gaps,
        _wide(detail, face) if face.large else detail,
    )
    return ceil(_before(cell, face) + widest + face.px(PAD)) + SLACK


def _wide(detail: float, face: Face) -> float:
    """How wide the detail of a large row likes to be."""
    return min(detail, max(face.px(WIDEST_DETAIL), min(detail * THREE_LINES, face.px(LONGEST))))


def least(cell: TextCell, face: Face) -> float:
    """How narrow it may become: so that its name goes into two lines, a text into three, or is long anyway."""
    runs = _name(cell, face)
    name = ceil(sum(width_of(run.text, run.type) for run in runs) * TWO_LINES)
    if cell.lines > 1:
        words = max(width_of(word, run.type) for run in runs for word in run.text.split(" "))
        name = ceil(max(words, name * THREE_LINES / TWO_LINES))
    return min(
        natural(cell, face), _before(cell, face) + max(face.px(NARROWEST), min(name, face.px(WIDEST_DETAIL)))
    )


def height(cell: TextCell, face: Face, width: float) -> int:
    return told(cell, face, width).height + (face.px(2 * TOP) if face.large else 0)


def is_cut(cell: TextCell, face: Face, box: QRectF) -> bool:
    """Whether something of it is left out in a box."""
    lines = told(cell, face, box.width(), box.height())
    return lines.name.cut or lines.detail.cut or bool(cell.detail and not lines.detail.lines)


def _before(cell: TextCell, face: Face) -> int:
    return face.px(PAD + (SIGN + GAP if cell.sign is not None else 0))


def _name(cell: TextCell, face: Face) -> tuple[Run, ...]:
    heavy = cell.weight in _HEAVY or face.strong
    size = 18 if face.large and heavy else _SIZES.get(cell.weight, 13)
    ink = cell.tone.value if cell.tone is not None else _INKS.get(cell.weight, "ink")
    kind = face.type(size, Thickness.SEMIBOLD if heavy else Thickness.REGULAR)
    words = (face.short and cell.short) or cell.text
    name = Run(words, kind, face.ink(ink), cell.struck)
    if not cell.code or (cell.text and not face.controls):
        return (name,)
    code = Run(cell.code, face.type(CODE), "ink_faint", glued=bool(cell.text))
    return (name, code) if cell.text else (code,)
