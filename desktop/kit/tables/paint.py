"""How the lines of a table are painted: grounds and rules first, then the cells of a row."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen

from desktop.base.theme import Weight
from desktop.kit.cells.face import PAD, Canvas, Face, line_of
from desktop.kit.cells.kinds import paint_cell
from desktop.kit.tables.fit import Fit
from desktop.kit.tables.model import Section, TableLine
from models.schema.page import Column, Row
from models.schema.value import Answer

MOVED = 3
"""How wide the mark at the beginning of a row is that the last change moved, in unscaled pixels."""


class Span(Answer, kw_only=False):
    """One column in sight: which, from where, how wide."""

    place: int
    left: int
    width: int


NOWHERE = (-1, -1, -1)


class Marks(Answer, kw_only=False):
    """What the pointer is on, a line and a button in a cell, and what the keyboard is on, a cell and a button in it."""

    hovered: int = -1
    under: tuple[int, int, int] = NOWHERE
    here: tuple[int, ...] = NOWHERE[:2]
    inner: int = 0

    def button_in(self, line: int, column: int) -> int:
        """Which button of a cell is lit."""
        if self.under[:2] == (line, column):
            return self.under[2]
        return self.inner if self.here == (line, column) else -1


class Painting:
    """Paints lines of one table; made for one time of painting."""

    def __init__(
        self, canvas: Canvas, fit: Fit, columns: Sequence[Column], spans: Sequence[Span], marks: Marks
    ) -> None:
        self.canvas = canvas
        self._fit = fit
        self._spans = spans
        self._marks = marks
        self._columns = list(zip(fit.reserves, (column.right for column in columns), strict=True))
        self._faces: dict[tuple[bool, bool, bool], list[Face]] = {}

    def line(self, place: int, line: TableLine, top: int, high: int, wide: int, ruled: bool = True) -> None:
        """Paint one line from its top, and a rule beneath it."""
        box = QRectF(0, top, wide, high)
        if isinstance(line, Section):
            self._section(line, box)
        else:
            self._row(place, line, box)
        if ruled:
            rule = self._fit.face.look.colour("line")
            self.canvas.painter.fillRect(QRectF(0, box.bottom() - 1, wide, 1), rule)

    def _section(self, line: Section, box: QRectF) -> None:
        face = self._fit.face
        kind = face.type(12, Weight.SEMIBOLD)
        words = line_of(line.text, kind, "brand", box.width() - face.px(2 * PAD))
        self.canvas.put(words, face.px(PAD), box.bottom() - words.height - face.px(4), box, face)

    def _row(self, place: int, row: Row, box: QRectF) -> None:
        look, painter, marks = self._fit.face.look, self.canvas.painter, self._marks
        if row.picked:
            painter.fillRect(box, look.colour("brand_soft"))
        elif place == marks.hovered:
            painter.fillRect(box, look.colour("ground"))
        if row.moved:
            painter.fillRect(QRectF(0, box.y(), look.px(MOVED), box.height()), look.colour("brand"))
        inner, faces = box.height() - 1, self._faces_of(row)
        for span in self._spans:
            cell_box = QRectF(span.left, box.y(), span.width, inner)
            if span.place in self._fit.blanks and not row.picked:
                painter.fillRect(cell_box.adjusted(0, 0, 0, 1), look.colour("ground"))
            under = marks.button_in(place, span.place)
            paint_cell(self.canvas, cell_box, row.cells[span.place], faces[span.place], under)
            if (place, span.place) == marks.here:
                self._ring(cell_box)

    def _faces_of(self, row: Row) -> list[Face]:
        """The face of each column in a row like this one; columns without bars have the same."""
        key = row.large and self._fit.face.details, row.faint, row.moved
        if key not in self._faces:
            base = self._fit.face.in_row(large=key[0], faint=key[1], strong=key[2])
            plain = (0, 0), False
            self._faces[key] = [
                base if (reserves, right) == plain else replace(base, right=right, reserves=reserves)
                for reserves, right in self._columns
            ]
        return self._faces[key]

    def _ring(self, box: QRectF) -> None:
        painter, look = self.canvas.painter, self._fit.face.look
        painter.setPen(QPen(look.colour("brand"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), look.px(4), look.px(4))
