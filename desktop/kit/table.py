"""The one table: declared columns and typed cells, on a panel, with its heading above and its key and a note below."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.base.guard import override
from desktop.base.theme import Look
from desktop.kit.block import BlockWidget, follow_width, has_place
from desktop.kit.cells.face import Canvas, Face
from desktop.kit.cells.kinds import copied
from desktop.kit.tables.across import Across
from desktop.kit.tables.columns import Measured
from desktop.kit.tables.editing import TableEditing
from desktop.kit.tables.fit import Fit, Fitting
from desktop.kit.tables.frame import Frame, frame_of, paint_frame
from desktop.kit.tables.heads import Head, heads_of
from desktop.kit.tables.model import (
    Section,
    TableLine,
    changed_rows,
    held_back,
    lines_of,
    same_lengths,
    same_places,
    with_known_rows,
)
from desktop.kit.tables.work import WorkedTable
from desktop.kit.text import TextBox
from models.schema.page import Row, Table

LEAST, SCROLLED, MEASURABLE, AROUND = 440, 180, 60, 228
"""Unscaled pixels: up to this height it is shown whole, of a higher one at least so much; a width below which
nothing is measured; and what stands above and below it in a window."""
SEEN, BAR = 3, 10
"""Of a table that scrolls so many lines are seen at least, above a bar of so many unscaled pixels."""
NOTHING = Table(id="", columns=(), rows=())


class TableWidget(BlockWidget):
    """Shows a table; tells the action of the row, head, option, button or entry that somebody chose.

    In front of a room it comes in as many parts as it needs.
    """

    def __init__(self, controls: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(controls, parent)
        self._block = NOTHING
        self._has_frame = True
        self._past: dict[str, Row] = {}
        self._held: frozenset[str] = frozenset()
        self._lines: tuple[TableLine, ...] = ()
        self._heads: tuple[Head, ...] = ()
        self._fitting = Fitting((), (), self.look)
        self._fit: Fit | None = None
        self._frames: dict[int, Frame] = {}
        self._framed: tuple[Frame, Look, int] | None = None
        self._measured: Measured | None = None
        self._natural: tuple[object, int] = (None, 0)
        self._part = 0
        self._under = ""
        self._view = WorkedTable(controls)
        self._view.setParent(self)
        self._across = Across(self._view, self)
        self._editing = TableEditing(self._view)
        self._view.acted.connect(self.acted)
        self._view.copied.connect(lambda: QGuiApplication.clipboard().setText(copied(self._block)))
        self._editing.acted.connect(self.acted)
        self.setFocusProxy(self._view)
        follow_width(self, across=QSizePolicy.Policy.Expanding)

    @override
    def receive(self, block: Table) -> None:
        if block == self._block and self.framed == self._has_frame:
            return
        self._frames.clear()
        before, self._block = self._block, (block := with_known_rows(block, self._block))
        same = same_places(before, block)
        as_long = self.framed == self._has_frame and same_lengths(before, block)
        self._has_frame = self.framed
        self._measured = self._fit.measured if self._fit and same else None
        self._past = {**self._past, **changed_rows(before, block)} if same else {}
        self._lines = lines_of(held_back(block.rows, self._held, self._past))
        self._heads = heads_of(block.columns, block.rows)
        if not as_long:  # else it fits as it did
            self._fitting = Fitting(self._heads, self._lines, self.look, self._fitting)
        self._view.setObjectName(f"table:{block.id}")
        self._view.setAccessibleName(_called(self._block, self._under))
        self._view.setAccessibleDescription(_description(block))
        if as_long:
            self._show_lines()
        else:
            self._refit()
        self._editing.follow()

    @override
    def stand_under(self, heading: str) -> None:
        self._under = heading
        self._view.setAccessibleName(_called(self._block, self._under))

    @override
    def wear(self, look: Look) -> None:
        super().wear(look)
        self._frames.clear()
        self._measured = None
        self._fitting = Fitting(self._heads, self._lines, look)
        self._editing.wear(look)
        self._refit()

    @override
    def hold_back(self, identifiers: frozenset[str]) -> None:
        if identifiers != self._held:
            self._held = identifiers
            before, self._lines = self._lines, lines_of(held_back(self._block.rows, self._held, self._past))
            if before != self._lines:
                self._show_lines()

    @override
    def parts(self) -> int:
        return len(self._fit.parts) if self._fit is not None else 1

    @override
    def parts_in(self, width: int, high: int) -> int:
        frame = self._frame(width)
        measured = self._measured if QSize(width, high) == self.size() else None
        fit = self._fitting.fitted(frame.inner, high - frame.around, self.controls, measured)
        return len(fit.parts)

    @override
    def show_part(self, number: int) -> None:
        self._part = max(0, number)
        self._show_lines()

    @override
    def text_boxes(self) -> list[TextBox]:
        """Every text in sight, painted on a picture that is thrown away."""
        texts, picture = list[TextBox](), QPixmap(self.size())
        painter = QPainter(picture)
        self._paint_frame(Canvas(painter, texts))
        if self._lines:
            texts += self._view.text_boxes(painter, self)
        painter.end()
        return texts

    @override
    def heightForWidth(self, width: int) -> int:
        """How high it is with all that it says, where it is not larger than it has to be."""
        key = self._block, self.look, width, self._measured
        if key != self._natural[0]:
            frame = self._frame(width)
            fit = self._fitting.fitted(frame.inner, 0, True, self._measured)
            rows = fit.height if self._lines else frame.empty.height + self.look.px(16)
            self._natural = key, rows + frame.around
        return self._natural[1]

    @override
    def least_in(self, width: int) -> int:
        """Whole with its rows as low as they go; a high one scrolls."""
        natural, frame = self.natural_in(width), self._frame(width)
        if not (self.controls and self._lines):
            return natural if self.controls else min(natural, self.look.px(LEAST))
        room = self.window().height() - self.look.px(AROUND)
        lowest = self._fitting.lowest(frame.inner, room, self._measured) + frame.around
        if lowest <= self.look.px(LEAST):
            return min(natural, lowest)
        fit = self._fitting.fitted(frame.inner, 0, True, self._measured)
        some = fit.head + sum(fit.heights[:SEEN]) + self.look.px(BAR) + frame.around
        return min(natural, max(self.look.px(SCROLLED), some))

    @override
    def most_in(self, width: int) -> int:
        natural = self.natural_in(width)
        if self.controls and self._lines:
            frame = self._frame(width)
            highest = self._fitting.highest(frame.inner, self.window().height(), self._measured)
            return max(natural, highest + frame.around)
        return natural if self.controls else natural + natural // 2

    @override
    def sizeHint(self) -> QSize:
        width = self.width() if self.width() >= MEASURABLE else self.look.px(700)
        return QSize(self.look.px(420), self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        """Whole where it is not high; a high one scrolls, or comes in parts in front of a room."""
        return QSize(self.look.px(160), min(self.sizeHint().height(), self.look.px(LEAST)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measured = None
        self._refit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_frame(Canvas(painter))
        painter.end()

    def _refit(self) -> None:
        """Measure anew, and give the rows the room between heading and key."""
        if self.width() < MEASURABLE or not has_place(self):
            return
        frame = self._frame(self.width())
        room, width = self.height() - frame.around, frame.inner
        fit = self._fitting.fitted(width, room, self.controls, self._measured)
        if self.controls and fit.height > room:
            bar = self._view.verticalScrollBar().sizeHint().width()
            fit = self._fitting.fitted(width - bar, room, True, self._measured)
        self._fit = fit
        self._view.follow(frame.foot.height > 0)
        self._show_lines()
        box = QRect(frame.edge, frame.top, width, max(0, min(room, fit.height)))
        self._across.lay(box, fit, self.look, controls=self.controls)
        self._view.setVisible(bool(self._lines))
        if (frame, self.look, fit.height) != self._framed:
            self._framed = frame, self.look, fit.height
            self.updateGeometry()
            self.update()

    def _show_lines(self) -> None:
        if self._fit is None:
            return
        places = _places(self._lines, self._fit.parts[min(self._part, len(self._fit.parts) - 1)])
        self._view.receive(self._heads, tuple(self._lines[place] for place in places))
        self._view.fit_to(self._fit, self._heads, tuple(self._fit.heights[place] for place in places))

    def _frame(self, width: int) -> Frame:
        """What stands around the rows in a width; a layout asks for few widths, many times."""
        if width not in self._frames:
            self._frames[width] = frame_of(self._block, Face(self.look, self.controls), width, self.framed)
        return self._frames[width]

    def _paint_frame(self, canvas: Canvas) -> None:
        frame, face = self._frame(self.width()), Face(self.look, self.controls)
        rows = self._view.height() if self._lines else frame.empty.height + face.px(16)
        paint_frame(canvas, frame, QRectF(self.rect()), rows, face, empty=not self._lines, framed=self.framed)


def _places(lines: Sequence[TableLine], part: tuple[int, int]) -> list[int]:
    """Which lines stand in a part: it begins with the heading of its section, even if that is in a part before."""
    first, last = part
    sections = [place for place in range(first) if isinstance(lines[place], Section)]
    repeated = sections[-1:] if sections and isinstance(lines[first], Row) else []
    return [*repeated, *range(first, last)]


def _description(block: Table) -> str:
    """What is said besides of a table to who hears it: what its signs mean, its note, or that it is empty."""
    signs = ", ".join(sign.word for sign in block.key)
    return " ".join(filter(None, (signs, block.note, "" if block.rows else block.empty)))


def _called(block: Table, under: str) -> str:
    """What a table is called by who hears it: its heading, the one that it stands under, or its first column's."""
    first = next((column.title for column in block.columns if column.title), block.id)
    return block.heading or under or first
