"""What all cells are painted with: the face they wear in their row, and the canvas that keeps count of the texts."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.base.theme import Look, Weight
from desktop.kit.signs import draw_sign
from desktop.kit.text import Flowed, Run, TextBox, Type, boxes, draw, flow, type_in
from models.schema.page import Sign
from models.schema.value import Answer

PAD, SIGN, GAP, POINT, WORD = 8, 13, 7, 3, 12
"""Unscaled pixels: at both ends of a cell, the side of a sign, between it and its word, a dot, and a word's type."""
SLACK = 2


class Face(Answer, kw_only=False):
    """How the cells of one row look: whether they can be worked, show details, short names, are large, faint or strong.

    No row of the table is large where all are `even`.
    `reserves` is the room that the words and the note beside a bar take in this column, so that bars align.
    """

    look: Look
    controls: bool = True
    details: bool = True
    short: bool = False
    even: bool = False
    large: bool = False
    faint: bool = False
    strong: bool = False
    right: bool = False
    reserves: tuple[float, float] = (0, 0)

    @cached_property
    def sign_side(self) -> int:
        return self.look.px(SIGN)

    @cached_property
    def corner(self) -> int:
        """The corner of a sign's ground, and its distance from the cell's side."""
        return self.look.px(3)

    @cached_property
    def ground_height(self) -> int:
        """How high a sign's ground is at most."""
        return self.look.px(28)

    def px(self, length: float) -> int:
        return self.look.px(length)

    def type(self, size: float, weight: Weight = Weight.REGULAR) -> Type:
        return type_in(self.look, size, weight)

    @property
    def word(self) -> Type:
        """The type of a word beside a sign or on a button."""
        return self.type(WORD, Weight.SEMIBOLD)

    def ink(self, name: str) -> str:
        """The name of an ink, or the faint one in a row that recedes."""
        return "ink_faint" if self.faint else name

    def in_row(self, *, large: bool, faint: bool, strong: bool) -> "Face":
        return replace(self, large=large, faint=faint, strong=strong)


@lru_cache(maxsize=128)
def mixed(look: Look, name: str, ground: str, share: float) -> QColor:
    """A colour laid thinly over another one."""
    one, other = look.colour(name), look.colour(ground)
    rest = 1 - share
    return QColor.fromRgbF(
        one.redF() * share + other.redF() * rest,
        one.greenF() * share + other.greenF() * rest,
        one.blueF() * share + other.blueF() * rest,
    )


def line_of(text: str, kind: Type, ink: str, room: float, *, struck: bool = False) -> Flowed:
    """One line of words, cut where it is too long; words set apart are a little wider than in one."""
    return flow((Run(text, kind, ink, struck),), max(1, int(room) + SLACK), 1)


class Canvas:
    """A painter, and the boxes of the texts that it painted if somebody wants to know them."""

    def __init__(self, painter: QPainter, texts: list[TextBox] | None = None) -> None:
        self.painter = painter
        self.texts = texts
        self.dots: list[QPointF] = []

    def put(self, text: Flowed, left: float, top: float, room: QRectF, face: Face) -> None:
        """Paint lines of text from a top left corner; `room` is what they must stay in."""
        draw(self.painter, text, left, top, face.look)
        if self.texts is not None:
            self.texts += boxes(text, left, top, room.toAlignedRect())

    def middle(self, text: Flowed, left: float, room: QRectF, face: Face) -> None:
        """Paint lines of text in the middle of the height of their room."""
        self.put(text, left, round(room.center().y() - text.height / 2), room, face)

    def centred(self, text: Flowed, room: QRectF, face: Face) -> None:
        """Paint lines of text in the middle of their room."""
        self.middle(text, room.center().x() - text.width / 2, room, face)

    def sign(self, sign: Sign, centre: QPointF, side: float, face: Face, ground: str = "panel") -> None:
        box = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        draw_sign(self.painter, box, sign, face.look, ground=ground)

    def ghost(self, sign: Sign, centre: QPointF, side: float, face: Face) -> None:
        """Paint what something was before."""
        box = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        draw_sign(self.painter, box, sign, face.look, soft=True)

    def paint_dots(self, face: Face) -> None:
        """Paint the dots of all cells in which nothing happens at once; they are not to be read."""
        if self.dots:
            pen = QPen(face.look.colour("line_strong"), face.look.scale * POINT / 100)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            self.painter.setPen(pen)
            self.painter.drawPoints(self.dots)
            self.dots = []

    def pill(self, box: QRectF, radius: float, fill: QColor | None, edge: QColor | None = None) -> None:
        self.painter.setPen(QPen(edge, 1) if edge is not None else Qt.PenStyle.NoPen)
        self.painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(box, radius, radius)

    def arrow(
        self,
        start: QPointF,
        end: QPointF,
        face: Face,
        ink: str,
        head: float,
        turns: Sequence[QPointF] = (),
    ) -> None:
        """Paint an arrow from one point to another on its level, by way of its turns."""
        colour = face.look.colour(ink)
        self.painter.setPen(QPen(colour, max(1.0, face.look.scale / 75)))
        back = head if end.x() > start.x() else -head
        self.painter.drawPolyline((start, *turns, end - QPointF(back, 0)))
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        wings = (end, end - QPointF(back, head * 0.6), end - QPointF(back, -head * 0.6))
        self.painter.drawPolygon(wings)
