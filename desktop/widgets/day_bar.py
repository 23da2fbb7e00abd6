"""The whole agenda as one bar: every step as wide as its minutes, filled as far as its time is used."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.dressed import Dressed
from models.pages.agenda import AgendaRow

HIGH, GAP, NARROWEST = 24, 2, 16


class DayBar(Dressed, QWidget):
    """Steps that are done are full, the present one is ringed, one that took too long is hatched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[AgendaRow, ...] = ()
        self.setObjectName("day-bar")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def receive(self, rows: tuple[AgendaRow, ...]) -> None:
        """Show these steps."""
        self._rows = rows
        self.setAccessibleName("; ".join(row.spoken for row in rows))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(300), look().px(HIGH))

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            told = (row.spoken for row, box in self._placed() if box.contains(event.pos().toPointF()))
            QToolTip.showText(event.globalPos(), next(told, ""), self)
            return True
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        wanted = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row, box in self._placed():
            round_ = wanted.px(4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wanted.colour("track"))
            painter.drawRoundedRect(box, round_, round_)
            self._paint_used(painter, row, box)
            if row.present:
                painter.setPen(QPen(wanted.colour("ink"), wanted.px(20) / 10))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), round_, round_)
            if box.width() >= wanted.px(NARROWEST):
                used = QRectF(box.x(), box.y(), box.width() * row.share, box.height())
                self._paint_number(painter, row, box, used, "on_brand")
                self._paint_number(painter, row, box, box.adjusted(used.width(), 0, 0, 0), "ink_soft")

    def _paint_number(self, painter: QPainter, row: AgendaRow, box: QRectF, part: QRectF, ink: str) -> None:
        """The number in one ink, as far as it stands on this part of the step."""
        painter.save()
        painter.setClipRect(part)
        painter.setFont(look().font(12, Weight.BOLD if row.present else Weight.SEMIBOLD))
        painter.setPen(look().colour(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(row.number))
        painter.restore()

    def _paint_used(self, painter: QPainter, row: AgendaRow, box: QRectF) -> None:
        wanted, round_ = look(), look().px(4)
        painter.save()
        painter.setClipRect(QRectF(box.x(), box.y(), box.width() * row.share, box.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(wanted.colour("bad" if row.over else "brand"))
        painter.drawRoundedRect(box, round_, round_)
        if row.over:
            painter.setBrush(QBrush(wanted.colour("bad_soft"), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(box, round_, round_)
        painter.restore()

    def _placed(self) -> list[tuple[AgendaRow, QRectF]]:
        gap = look().px(GAP)
        room = self.width() - gap * (len(self._rows) - 1)
        total = sum(row.item.minutes for row in self._rows)
        placed, left = [], 0.0
        for row in self._rows:
            width = max(2.0, room * row.item.minutes / total)
            placed.append((row, QRectF(left, 0, width, self.height())))
            left += width + gap
        return placed
