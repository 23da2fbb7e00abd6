"""What votes around or beside a disc, and a hollow disc, mean: told at the end of the head before their lanes."""

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QRectF

from desktop.kit.cells.face import Canvas, Face, line_of
from desktop.kit.cells.lane_painting import paint_hollow, paint_ring, paint_tally
from desktop.kit.cells.lanes import THICK, arranged
from desktop.kit.text import width_of
from models.schema.page import LanesCell

TYPE, DISC, GAP, APART, UNDER = 12.5, 15, 4, 9, 3
"""Unscaled pixels: the type, a sample, the room before its word, between two samples, and between two lines."""
SAMPLE = (1, 1, 1)


class Votes(StrEnum):
    """How the votes of a group are drawn."""

    BAR = "bar"
    RING = "ring"


class Legend(NamedTuple):
    """The words for votes and for a hollow disc, of which an empty one is not told, and how votes are drawn."""

    votes: str = ""
    hollow: str = ""
    drawn: frozenset[Votes] = frozenset({Votes.RING})

    @property
    def words(self) -> list[str]:
        return [word for word in (self.votes if self.drawn else "", self.hollow) if word]

    def samples(self, word: str) -> int:
        return len(self.drawn) if word == self.votes else 1

    def widths(self, face: Face) -> list[float]:
        return [
            self.samples(word) * face.px(DISC + GAP) + width_of(word, face.type(TYPE)) for word in self.words
        ]

    def width(self, face: Face) -> float:
        widths = self.widths(face)
        return sum(widths) + face.px(APART) * (len(widths) - 1)

    def lines_in(self, room: float, face: Face) -> int:
        """How many lines it takes, however votes will be drawn."""
        return 1 if self._replace(drawn=frozenset(Votes)).width(face) <= room else len(self.words)

    def height_in(self, room: float, face: Face) -> int:
        """How high it is; 0 where nothing is told."""
        lines = self.lines_in(room, face)
        return lines * _line(face) + (lines - 1) * face.px(UNDER) if self.words else 0


def votes_in(cell: LanesCell, box: QRectF, face: Face) -> frozenset[Votes]:
    """How the votes of divided groups are drawn in a cell; nothing where no group is divided."""
    if not any(dot.is_divided for dot in cell.dots):
        return frozenset()
    form, _ = arranged(cell, box, face)
    return frozenset({Votes.BAR if form.bar else Votes.RING})


def paint_legend(canvas: Canvas, legend: Legend, box: QRectF, middle: float, face: Face) -> None:
    """Paint it to the right end of a box around a height: side by side, or under one another at the foot."""
    line, lines = _line(face), legend.lines_in(box.width(), face)
    high = legend.height_in(box.width(), face)
    wide = legend.width(face) if lines == 1 else max(legend.widths(face))
    left, top = box.right() - wide, min(middle - high / 2, box.bottom() - high - face.px(UNDER))
    for word, width in zip(legend.words, legend.widths(face), strict=True):
        side, begin = face.px(DISC), left
        for sign in sorted(legend.drawn) if word == legend.votes else (None,):
            _paint_sample(canvas, sign, QRectF(begin, top + (line - side) / 2, side, side), face)
            begin += side + face.px(GAP)
        named = line_of(word, face.type(TYPE), "ink_soft", width)
        canvas.put(named, begin, top + (line - named.height) / 2, box, face)
        if lines == 1:
            left += width + face.px(APART)
        else:
            top += line + face.px(UNDER)


def _paint_sample(canvas: Canvas, sign: Votes | None, box: QRectF, face: Face) -> None:
    if sign is Votes.RING:
        paint_ring(canvas, box, SAMPLE, face)
    elif sign is Votes.BAR:
        thick = face.px(THICK)
        paint_tally(canvas, QRectF(box.x(), box.center().y() - thick / 2, box.width(), thick), SAMPLE, face)
    else:
        paint_hollow(canvas, box, face, "brand")


def _line(face: Face) -> int:
    return max(face.type(TYPE).line, face.px(DISC))
