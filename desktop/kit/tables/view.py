"""A table as Qt's view of it: painted straight from its lines, only what is in sight, and heard cell by cell."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSignalBlocker, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from desktop.base.guard import override
from desktop.kit.cells.controls import Part, parts
from desktop.kit.cells.face import Canvas
from desktop.kit.cells.kinds import is_cut, words_of
from desktop.kit.tables.fit import Fit
from desktop.kit.tables.header import TableHeader
from desktop.kit.tables.heads import Head
from desktop.kit.tables.legend import votes_in
from desktop.kit.tables.model import Section, TableLine, TableModel
from desktop.kit.tables.paint import Marks, Painting, Span
from desktop.kit.text import TextBox
from models.schema.page import EntryCell, LanesCell, Row

Place = tuple[int, int]


class TableView(QTableView):
    """Shows lines under heads in the lengths that it is given; `marks` is what the pointer and the keys are on.

    Where a key or a note follows, its last line has a rule beneath it too.
    """

    def __init__(self, controls: bool) -> None:
        super().__init__()
        self.table = TableModel()
        self.fit: Fit | None = None
        self.marks = Marks()
        self.is_followed = True
        self.setModel(self.table)
        self.header = TableHeader(self)
        self.setHorizontalHeader(self.header)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget())
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.header.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(controls)
        if not controls:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def receive(self, heads: Sequence[Head], lines: tuple[TableLine, ...]) -> None:
        """Show these lines under these heads; the current cell is kept by its ids, and so is the place in sight.

        Where they are the same lines, only those are painted anew that the model tells as changed.
        """
        here, scrolled = self.here_ids(), self.verticalScrollBar().value()
        if self.table.receive(tuple(head.column for head in heads), lines):
            for place, line in enumerate(lines):
                if isinstance(line, Section) and len(heads) > 1:
                    self.setSpan(place, 0, 1, len(heads))
            found = self.table.place_of(*here)
            if found is not None:
                self.setCurrentIndex(self.table.index(*found))
            self.verticalScrollBar().setValue(scrolled)
            self.viewport().update()

    def fit_to(self, fit: Fit, heads: Sequence[Head], heights: Sequence[int]) -> None:
        """Take these lengths, and heights for the lines that are shown."""
        resized = _resized(self.header, fit.widths) | _resized(self.verticalHeader(), heights)
        before, self.fit = self.fit, fit
        self.header.receive(self._explained(heads, fit, heights), fit.face, fit.head)
        if resized or before is None or before.head != fit.head:
            self.updateGeometries()
        if resized or before != fit:
            self.viewport().update()

    def _explained(self, heads: Sequence[Head], fit: Fit, heights: Sequence[int]) -> tuple[Head, ...]:
        """The heads, with the legends of lanes telling how votes are drawn in the lines that are shown."""
        shown: list[Head] = []
        for place, head in enumerate(heads, start=1):
            if head.legend.votes:
                found = [
                    votes_in(cell, QRectF(0, 0, fit.widths[place], high - 1), face)
                    for line, high in zip(self.table.lines, heights, strict=True)
                    if isinstance(line, Row) and isinstance(cell := line.cells[place], LanesCell)
                    for face in (
                        fit.face.in_row(large=line.large and fit.face.details, faint=False, strong=True),
                    )
                ]
                head = replace(head, legend=head.legend._replace(drawn=frozenset().union(*found)))
            shown.append(head)
        return tuple(shown)

    def follow(self, is_followed: bool) -> None:
        """Say whether something stands beneath the last line, which then has a rule."""
        if self.is_followed != is_followed:
            self.is_followed = is_followed
            self.viewport().update()

    def paint_lines(self, painter: QPainter, area: QRect, texts: list[TextBox] | None = None) -> None:
        """Paint the lines that are in an area of the viewport, and no others."""
        fit = self.fit
        if fit is None or len(fit.widths) != self.header.count():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, fit.face.look.colour("panel"))
        painting = Painting(Canvas(painter, texts), fit, self.table.columns, self._spans(area), self.marks)
        wide, canvas = self.viewport().width(), painting.canvas
        place = max(0, self.rowAt(area.top()))
        while place < len(self.table.lines):
            top = self.rowViewportPosition(place)
            if top > area.bottom():
                break
            ruled = self.is_followed or place + 1 < len(self.table.lines)
            painting.line(place, self.table.lines[place], top, self.rowHeight(place), wide, ruled)
            place += 1
        canvas.paint_dots(fit.face)

    def here_ids(self) -> tuple[str, str]:
        """The ids of the current row and column; empty where there is none."""
        index = self.currentIndex()
        if not index.isValid() or index.row() >= len(self.table.lines):
            return "", ""
        return self.table.lines[index.row()].id, self.table.columns[index.column()].id

    def next_entry(self, place: Place) -> Place | None:
        """The next cell in reading order that takes what is typed."""
        row, column = place
        for line in range(row, len(self.table.lines)):
            for item in range(column + 1 if line == row else 0, len(self.table.columns)):
                if isinstance(self.table.cell(line, item), EntryCell):
                    return line, item
        return None

    def previous_in_row(self, place: Place) -> Place | None:
        """The cell before it in its row that takes what is typed."""
        row, column = place
        places = ((row, item) for item in reversed(range(column)))
        return next((found for found in places if isinstance(self.table.cell(*found), EntryCell)), None)

    def cell_box(self, place: Place) -> QRect:
        return self.visualRect(self.table.index(*place))

    def parts_of(self, place: Place) -> tuple[Part, ...]:
        cell = self.table.cell(*place)
        if cell is None or self.fit is None:
            return ()
        return parts(cell, QRectF(self.cell_box(place)).adjusted(0, 0, 0, -1), self.fit.face)

    def place_at(self, point: QPointF) -> Place | None:
        """The cell at a point, of a row."""
        index = self.indexAt(point.toPoint())
        if not index.isValid() or not isinstance(self.table.lines[index.row()], Row):
            return None
        return index.row(), index.column()

    def part_at(self, place: Place, point: QPointF) -> int:
        """Which of the cell's options is at a point; -1 where none is."""
        found = (number for number, part in enumerate(self.parts_of(place)) if part.box.contains(point))
        return next(found, -1)

    def tip_at(self, point: QPoint) -> str:
        """What is said more of the cell at a point: its tip, an option's, or the whole of what is cut."""
        place = self.place_at(QPointF(point))
        cell = self.table.cell(*place) if place else None
        if place is None or cell is None or self.fit is None:
            return ""
        part = self.part_at(place, QPointF(point))
        if part >= 0:
            return self.parts_of(place)[part].option.tip
        tip = getattr(cell, "tip", "")
        line = self.table.lines[place[0]]
        large = isinstance(line, Row) and line.large and self.fit.face.details
        face = replace(self.fit.face, large=large, reserves=self.fit.reserves[place[1]])
        whole = words_of(cell) if is_cut(cell, face, QRectF(self.cell_box(place))) else ""
        return "\n".join(filter(None, (whole, tip)))

    def text_boxes(self, painter: QPainter, widget: QWidget) -> list[TextBox]:
        """Every text in sight, where the widget around it sees it; painted on the way."""
        heads: list[TextBox] = []
        cells: list[TextBox] = []
        self.header.paint_heads(painter, heads)
        self.paint_lines(painter, self.viewport().rect(), cells)
        return _seen_in(self.header.viewport(), widget, heads) + _seen_in(self.viewport(), widget, cells)

    def _spans(self, area: QRect) -> list[Span]:
        first, last = self.columnAt(area.left()), self.columnAt(area.right())
        last = last if last >= 0 else len(self.table.columns) - 1
        return [
            Span(place, self.columnViewportPosition(place), self.columnWidth(place))
            for place in range(max(0, first), last + 1)
        ]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self.paint_lines(painter, event.rect())
        painter.end()


def _resized(header: QHeaderView, lengths: Sequence[int]) -> bool:
    """Give sections their lengths; not told one by one, or Qt would paint all once more in the turn after."""
    other = [place for place, length in enumerate(lengths) if header.sectionSize(place) != length]
    with QSignalBlocker(header):
        for place in other:
            header.resizeSection(place, lengths[place])
    return bool(other)


def _seen_in(viewport: QWidget, widget: QWidget, texts: list[TextBox]) -> list[TextBox]:
    """The texts of a viewport as its widget sees them; what has been scrolled away is left out."""
    corner, high = viewport.mapTo(widget, QPoint(0, 0)), viewport.height()
    return [box.moved(corner) for box in texts if box.room.top() >= 0 and box.room.bottom() <= high]
