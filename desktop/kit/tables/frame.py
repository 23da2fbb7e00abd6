"""What stands around the rows of a table: its panel, its heading, the key to its signs, and a note."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from desktop.base.theme import Weight
from desktop.kit.cells.face import Canvas, Face, line_of
from desktop.kit.text import Flowed, Run, Type, flow, width_of
from models.schema.page import Sign, Table

RADIUS, SIDE, EDGE, WORD, SIGN, APART, HEADING = 8, 8, 6, 12, 12, 16, 13.5
"""Unscaled pixels: corners, the room beside and above texts, the type and sign of a key, and between two words."""
MOST_NOTE, ROOM_NOTE = 4, 2
NEARLY = 12
"""A panel with so little room left under it ends where its neighbour does; unscaled."""


class KeyWord(NamedTuple):
    """One sign of the key in its place."""

    sign: Sign
    left: float
    top: float


class Foot(NamedTuple):
    """The key and the note, and how high they are together."""

    key: tuple[KeyWord, ...]
    note: Flowed
    note_top: int
    height: int


def foot_of(block: Table, face: Face, width: int) -> Foot:
    """The key, wrapped, and the note beneath it."""
    left, top, line = float(face.px(SIDE)), face.px(EDGE), _type(face).line + face.px(4)
    words: list[KeyWord] = []
    for sign in block.key:
        run = face.px(SIGN + 5 + APART) + width_of(sign.word, _type(face))
        if words and left + run > width:
            left, top = float(face.px(SIDE)), top + line
        words.append(KeyWord(sign, left, top))
        left += run
    bottom = top + line if words else face.px(EDGE)
    note = flow(
        (Run(block.note, _type(face), "ink_soft"),),
        max(1, width - face.px(2 * SIDE)),
        MOST_NOTE if face.controls else ROOM_NOTE,
    )
    end = bottom + note.height if block.note else bottom
    return Foot(tuple(words), note, bottom, end + face.px(EDGE - 2) if words or block.note else 0)


def paint_foot(canvas: Canvas, foot: Foot, box: QRectF, face: Face) -> None:
    side = face.px(SIGN)
    for sign, left, top in foot.key:
        word = line_of(sign.word, _type(face), "ink_soft", box.width())
        middle = box.y() + top + word.height / 2
        canvas.sign(sign, QPointF(box.x() + left + side / 2, middle), side, face)
        canvas.put(word, box.x() + left + side + face.px(5), box.y() + top, box, face)
    canvas.put(foot.note, box.x() + face.px(SIDE), box.y() + foot.note_top, box, face)


class Frame(NamedTuple):
    """All that stands around the rows: `edge` is the panel's, `top` where the heads begin, `below` what ends it.

    `inner` is how wide the rows are.
    """

    edge: int
    inner: int
    top: int
    below: int
    heading: Flowed
    foot: Foot
    empty: Flowed

    @property
    def around(self) -> int:
        """How high all is that stands over and under the rows."""
        return self.top + self.foot.height + self.below


def frame_of(block: Table, face: Face, width: int, framed: bool) -> Frame:
    edge, inner = (1 if framed else 0), max(1, width - (2 if framed else 0))
    heading = _heading(block, face, inner)
    top = heading.height + face.px(EDGE + 4) if block.heading else face.px(EDGE - 2 if framed else 0)
    foot = foot_of(block, face, inner)
    below = edge if foot.height else edge + face.px(4 if framed else 0)
    return Frame(edge, width - 2 * edge, top, below, heading, foot, _empty(block, face, inner))


def paint_frame(
    canvas: Canvas, frame: Frame, box: QRectF, rows: int, face: Face, *, empty: bool, framed: bool
) -> None:
    """Paint it around rows of a height; where there is no row, what is said instead."""
    painter, look = canvas.painter, face.look
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    high: float = frame.top + rows + frame.foot.height + frame.below
    high = box.height() if 0 < box.height() - high <= face.px(NEARLY) else high
    whole = QRectF(box.x(), box.y(), box.width(), high)
    if framed:
        inside = whole.adjusted(0.5, 0.5, -0.5, -0.5)
        canvas.pill(inside, look.px(RADIUS), look.colour("panel"), look.colour("line"))
    side = face.px(SIDE)
    canvas.put(frame.heading, side + frame.edge, face.px(EDGE), whole, face)
    if empty:
        canvas.put(frame.empty, side + frame.edge, frame.top + face.px(EDGE), whole, face)
    foot = QRectF(frame.edge, frame.top + rows, box.width() - 2 * frame.edge, frame.foot.height)
    paint_foot(canvas, frame.foot, foot, face)


def _heading(block: Table, face: Face, width: int) -> Flowed:
    """The heading in one line or two."""
    run = Run(block.heading, face.type(HEADING, Weight.SEMIBOLD), "brand")
    return flow((run,), max(1, width - face.px(2 * SIDE)), 2)


def _empty(block: Table, face: Face, width: int) -> Flowed:
    """What is said where there is no row."""
    run = Run(block.empty, face.type(13), "ink_soft")
    return flow((run,), max(1, width - face.px(2 * SIDE)))


def _type(face: Face) -> Type:
    return face.type(WORD)
