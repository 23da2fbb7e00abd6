"""Recommendations through rounds: a table with a tick for what is followed and a verdict in every cell."""

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.measure import MIDDLE, text_width
from desktop.widgets.plain_table import SHOWN, Index, PaintedCells, PlainTable
from desktop.widgets.shapes import VERDICT_TONES, draw_shape
from models.pages.rounds import Timeline, TimelineCell, TimelineRow

FOLLOWED, NAME, FIRST = 0, 1, 2
LOWEST, HIGHEST, FEWEST = 22, 26, 130
INSET, SIDE, GAP, END = 6, 12, 5, 8


class _Verdicts(PaintedCells):
    """Paints names with their codes, and verdicts as shape and word; what changed stands on its soft colour."""

    short = False

    @override
    def paint_cell(self, painter: QPainter, box: QRectF, index: Index) -> None:
        shown = index.data(SHOWN)
        if isinstance(shown, TimelineCell):
            _paint_verdict(painter, box, shown, shown.short if self.short else shown.words)
        elif isinstance(shown, TimelineRow) and index.column() == NAME:
            _paint_name(painter, box, shown)
        elif isinstance(shown, TimelineRow):
            _paint_tick(painter, box, shown)


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
        text = text_width(words, 12, Weight.SEMIBOLD)
        pill.setWidth(text + wanted.px(INSET + SIDE + GAP + END))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    ink = wanted.colour(tone.strong)
    side = wanted.px(SIDE)
    shape = QRectF(box.x() + wanted.px(INSET), box.center().y() - side / 2, side, side)
    draw_shape(painter, tone.shape, shape, ink, wanted.colour(tone.soft if cell.changed else "panel"))
    painter.setPen(ink if cell.changed else wanted.colour("ink_soft"))
    painter.setFont(wanted.font(12, Weight.SEMIBOLD if cell.changed else Weight.REGULAR))
    painter.drawText(box.adjusted(wanted.px(INSET + SIDE + GAP), 0, 0, 0), MIDDLE, words)


class TimelineTable(PlainTable[TimelineRow]):
    """Rows are recommendations, columns rounds; the space bar or a click in the first column ticks."""

    followed_wished = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(FIRST, parent)
        self.setObjectName("timeline")
        self.setAccessibleName(self.tr("Verdicts round by round"))
        self._verdicts = _Verdicts(self)
        self.setItemDelegate(self._verdicts)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.horizontalHeader().setStretchLastSection(True)
        self._heads: tuple[str, ...] = ()
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
        self.fit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(400), self._height(HIGHEST))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(150), self._height(LOWEST))

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
        name = f"{row.code} {row.title}"
        self.write(place, FOLLOWED, row.tick, row.tick, row)
        self.write(place, NAME, name, name, row)
        for column, cell in enumerate(row.cells, start=FIRST):
            self.write(place, column, cell.words, cell.spoken, cell)

    @override
    def fit(self) -> None:
        """Verdicts in full words, else in short ones; then names are cut, and at last there is a scroll bar."""
        if not self._rows:
            return
        wanted = look()
        names = max(text_width(row.title, 13) for row in self._rows) + wanted.px(38)
        tick = text_width(self.tr("Followed"), 13, Weight.SEMIBOLD) + wanted.px(18)
        cells = [cell for row in self._rows for cell in row.cells]
        beside = wanted.px(INSET + SIDE + GAP + END) + 1
        full = max(text_width(cell.words, 12, Weight.SEMIBOLD) for cell in cells) + beside
        short = max(text_width(cell.short, 12, Weight.SEMIBOLD) for cell in cells) + beside
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

    def _click(self, row: int, column: int) -> None:
        if column == FOLLOWED and 0 <= row < len(self._rows) and self._rows[row].asked:
            self.followed_wished.emit(self._rows[row].id, not self._rows[row].followed)
