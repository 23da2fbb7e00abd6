"""Recommendations through rounds: a table with a tick for what is followed and a verdict in every cell."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from desktop.theme import Weight, look
from desktop.widgets.shapes import VERDICT_TONES, draw_shape
from models.narrative.rounds import Timeline, TimelineCell, TimelineRow

CELL = Qt.ItemDataRole.UserRole
FOLLOWED, NAME, FIRST = 0, 1, 2
LOWEST, HIGHEST, FEWEST = 22, 26, 130
INSET, SIDE, GAP, END = 6, 12, 5, 8
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class _Verdicts(QStyledItemDelegate):
    """Paints names with their codes, and verdicts as shape and word; what changed stands on its soft colour."""

    short = False

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shown = index.data(CELL)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(shown, TimelineCell):
            _paint_verdict(painter, box, shown, shown.short if self.short else shown.words)
        elif isinstance(shown, TimelineRow) and index.column() == NAME:
            _paint_name(painter, box, shown)
        elif isinstance(shown, TimelineRow):
            _paint_tick(painter, box, shown)
        painter.restore()


def _paint_name(painter: QPainter, box: QRectF, row: TimelineRow) -> None:
    wanted = look()
    painter.setPen(wanted.colour("ink_soft"))
    painter.setFont(wanted.font(12, Weight.SEMIBOLD))
    painter.drawText(box.adjusted(wanted.px(4), 0, 0, 0), MIDDLE, row.code)
    painter.setPen(wanted.colour("ink"))
    font = wanted.font(13)
    painter.setFont(font)
    place = box.adjusted(wanted.px(34), 0, -wanted.px(4), 0)
    title = QFontMetrics(font).elidedText(row.title, Qt.TextElideMode.ElideRight, int(place.width()))
    painter.drawText(place, MIDDLE, title)


def _paint_tick(painter: QPainter, box: QRectF, row: TimelineRow) -> None:
    """A box with a tick or a cross; a dash where no loop asks."""
    wanted = look()
    if not row.asked:
        painter.setPen(wanted.colour("ink_faint"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "–")
        return
    side = wanted.px(17)
    place = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
    painter.setPen(wanted.colour("brand" if row.followed else "bad"))
    painter.setBrush(wanted.colour("brand" if row.followed else "bad_soft"))
    painter.drawRoundedRect(place, wanted.px(4), wanted.px(4))
    ink = wanted.colour("on_brand" if row.followed else "bad")
    inner = place.adjusted(side * 0.18, side * 0.18, -side * 0.18, -side * 0.18)
    draw_shape(painter, "check" if row.followed else "x", inner, ink, wanted.colour("panel"))


def _paint_verdict(painter: QPainter, box: QRectF, cell: TimelineCell, words: str) -> None:
    wanted = look()
    tone = VERDICT_TONES[cell.verdict]
    if cell.changed:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(wanted.colour(tone.soft))
        pill = box.adjusted(0, 2, 0, -2)
        text = QFontMetrics(wanted.font(12, Weight.SEMIBOLD)).horizontalAdvance(words)
        pill.setWidth(text + wanted.px(INSET + SIDE + GAP + END))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    ink = wanted.colour(tone.strong)
    side = wanted.px(SIDE)
    shape = QRectF(box.x() + wanted.px(INSET), box.center().y() - side / 2, side, side)
    draw_shape(painter, tone.shape, shape, ink, wanted.colour(tone.soft if cell.changed else "panel"))
    painter.setPen(ink if cell.changed else wanted.colour("ink_soft"))
    painter.setFont(wanted.font(12, Weight.SEMIBOLD if cell.changed else Weight.REGULAR))
    painter.drawText(box.adjusted(wanted.px(INSET + SIDE + GAP), 0, 0, 0), MIDDLE, words)


class TimelineTable(QTableWidget):
    """Rows are recommendations, columns rounds; the space bar or a click in the first column ticks."""

    picked = Signal(str)
    followed_wished = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, FIRST, parent)
        self.setObjectName("timeline")
        self.setAccessibleName(self.tr("Verdicts round by round"))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self._verdicts = _Verdicts(self)
        self.setItemDelegate(self._verdicts)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.verticalHeader().setMinimumSectionSize(1)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | MIDDLE)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        self._rows: tuple[TimelineRow, ...] = ()
        self._heads: tuple[str, ...] = ()
        self.currentCellChanged.connect(self._tell)
        self.cellClicked.connect(self._click)

    def receive(self, shown: Timeline, picked: str) -> None:
        """Show these rounds and which recommendation is being explained, without telling anybody."""
        self._rows, self._heads = shown.rows, shown.heads
        with QSignalBlocker(self):
            self.setRowCount(len(shown.rows))
            self.setColumnCount(FIRST + len(shown.heads))
            heads = [self.tr("Followed"), self.tr("Recommendation"), *shown.heads]
            self.setHorizontalHeaderLabels(heads)
            for place, row in enumerate(shown.rows):
                self._fill(place, row)
            self.mark(picked)
        self._fit()
        self.viewport().update()

    def mark(self, identifier: str) -> None:
        """Make a recommendation the current row, without telling anybody."""
        rows = [place for place, row in enumerate(self._rows) if row.id == identifier]
        if rows:
            with QSignalBlocker(self):
                self.setCurrentCell(rows[0], max(self.currentColumn(), 0))
                self.selectRow(rows[0])
        self.viewport().update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(400), self._height(HIGHEST))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(240), self._height(LOWEST))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._rows:
            self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._click(self.currentRow(), FOLLOWED)
        else:
            super().keyPressEvent(event)

    def _height(self, row: float, wide: int = 0) -> int:
        header = self.horizontalHeader().sizeHint().height()
        bar = self.horizontalScrollBar().sizeHint().height() if wide > self.viewport().width() else 0
        return header + bar + look().px(row) * max(1, len(self._rows)) + look().px(2)

    def _fill(self, place: int, row: TimelineRow) -> None:
        texts = [(row.tick, row.tick, row), (f"{row.code} {row.title}", f"{row.code} {row.title}", row)]
        cells = [(cell.words, cell.spoken, cell) for cell in row.cells]
        for column, (text, spoken, shown) in enumerate((*texts, *cells)):
            item = self.item(place, column)
            if item is None:
                item = QTableWidgetItem()
                self.setItem(place, column, item)
            item.setText(text)
            item.setData(CELL, shown)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setToolTip(spoken)

    def _fit(self) -> None:
        """Verdicts in full words, else in short ones; then names are cut, and at last there is a scroll bar."""
        if not self._rows:
            return
        wanted = look()
        plain, bold = QFontMetrics(wanted.font(13)), QFontMetrics(wanted.font(12, Weight.SEMIBOLD))
        names = max(plain.horizontalAdvance(row.title) for row in self._rows) + wanted.px(38)
        tick = QFontMetrics(wanted.font(13, Weight.SEMIBOLD)).horizontalAdvance(self.tr("Followed"))
        tick += wanted.px(18)
        cells = [cell for row in self._rows for cell in row.cells]
        beside = wanted.px(INSET + SIDE + GAP + END) + 1
        full = max(bold.horizontalAdvance(cell.words) for cell in cells) + beside
        short = max(bold.horizontalAdvance(cell.short) for cell in cells) + beside
        room = self.viewport().width() - tick
        each = (room - names) // len(self._heads)
        self._verdicts.short = each < full
        each = max(each, short)
        names = max(min(names, room - each * len(self._heads)), min(names, wanted.px(FEWEST)))
        self.setColumnWidth(FOLLOWED, tick)
        self.setColumnWidth(NAME, names)
        for column in range(len(self._heads)):
            self.setColumnWidth(FIRST + column, each)
        self._fit_rows(tick + names + each * len(self._heads))

    def _fit_rows(self, wide: int) -> None:
        wanted = look()
        self.setMinimumHeight(self._height(LOWEST, wide))
        self.setMaximumHeight(self._height(HIGHEST, wide))
        room = (self.height() - self._height(0, wide)) // len(self._rows)
        self.verticalHeader().setDefaultSectionSize(min(max(room, wanted.px(LOWEST)), wanted.px(HIGHEST)))

    def _tell(self, row: int) -> None:
        if 0 <= row < len(self._rows):
            self.picked.emit(self._rows[row].id)

    def _click(self, row: int, column: int) -> None:
        if column == FOLLOWED and 0 <= row < len(self._rows) and self._rows[row].asked:
            self.followed_wished.emit(self._rows[row].id, not self._rows[row].followed)
