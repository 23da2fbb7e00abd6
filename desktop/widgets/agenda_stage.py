"""The agenda as a room sees it: the present step large, with its time and what comes next, beside the plan."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.day_bar import DayBar
from desktop.widgets.dressed import Dressed
from desktop.widgets.flow_box import RowPainter
from desktop.widgets.labels import text_label
from desktop.widgets.shapes import draw_shape
from models.pages.agenda import AgendaMoment, AgendaRow, named

SIDE, HIGHEST, LOWEST, WIDE = 28, 40, 24, 330


class PlanList(Dressed, QWidget):
    """All steps with their minutes: a tick where they are done, a full disc at the present one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[AgendaRow, ...] = ()
        self.setObjectName("plan-list")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def receive(self, rows: tuple[AgendaRow, ...]) -> None:
        """Show these steps."""
        self._rows = rows
        self.setAccessibleName("; ".join(row.spoken for row in rows))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(WIDE), look().px(LOWEST) * max(1, len(self._rows)))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._rows:
            return
        wanted = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = min(wanted.px(HIGHEST), self.height() // len(self._rows))
        top = (self.height() - high * len(self._rows)) // 2
        for place, row in enumerate(self._rows):
            self._paint_row(painter, row, QRect(0, top + place * high, self.width(), high))

    def _paint_row(self, painter: QPainter, row: AgendaRow, place: QRect) -> None:
        wanted = look()
        if row.present:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wanted.colour("brand_soft"))
            painter.drawRoundedRect(QRectF(place), wanted.px(6), wanted.px(6))
        side = wanted.px(16)
        sign = QRectF(place.x() + wanted.px(8), place.center().y() - side / 2, side, side)
        ink = "brand" if row.present or row.done else "ink_faint"
        shape = "check" if row.done else "tick" if row.present else "ring"
        if row.present:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wanted.colour(ink))
            painter.drawEllipse(sign)
        else:
            draw_shape(painter, shape, sign, wanted.colour(ink), wanted.colour("ground"))
        words = RowPainter(painter, place.adjusted(wanted.px(34), 0, -wanted.px(10), 0), "ground")
        weight = Weight.BOLD if row.present else Weight.REGULAR
        words.words(f"{row.item.minutes} min", 14, "ink_soft", right=True)
        words.words(named(row.item), 16, "ink_soft" if row.done else "ink", weight)


class AgendaStage(Dressed, QWidget):
    """One step large; nothing to press."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agenda-stage")
        self._number = text_label("", "brand")
        self._title = text_label("", "strong", wrap=True)
        self._purpose = text_label("", "soft", wrap=True)
        self._clock = text_label("", "strong")
        self._word = text_label("", "soft")
        self._following = text_label("", "strong", wrap=True)
        self._ends = text_label("", "soft")
        for label, name in (
            (self._title, "stage-title"),
            (self._clock, "stage-clock"),
            (self._word, "stage-word"),
            (self._following, "stage-following"),
        ):
            label.setObjectName(name)
        self._plan = PlanList()
        self._bar = DayBar()
        time = QHBoxLayout()
        time.addWidget(self._clock)
        time.addWidget(self._word, 0, Qt.AlignmentFlag.AlignBottom)
        time.addStretch(1)
        present = QVBoxLayout()
        present.addStretch(1)
        for part in (self._number, self._title, self._purpose):
            present.addWidget(part)
        present.addLayout(time)
        present.addWidget(self._following)
        present.addWidget(self._ends)
        present.addStretch(1)
        both = QHBoxLayout()
        both.addLayout(present, 1)
        both.addWidget(self._plan)
        self._column = QVBoxLayout(self)
        self._column.addLayout(both, 1)
        self._column.addWidget(self._bar)
        self._both, self._present = both, present
        self.dress()

    def receive(self, moment: AgendaMoment) -> None:
        """Show this moment."""
        self._number.setText(moment.number)
        self._title.setText(moment.title)
        self._purpose.setText(moment.purpose)
        self._clock.setText(moment.clock)
        self._word.setText(moment.word)
        self._following.setText(moment.following)
        self._ends.setText(moment.ends)
        for label in (self._number, self._purpose, self._clock, self._word, self._following, self._ends):
            label.setVisible(bool(label.text()))
        role = "wrong" if moment.over else "strong"
        if self._clock.property("role") != role:
            self._clock.setProperty("role", role)
            self._clock.style().polish(self._clock)
            self.dress()
        self._plan.receive(moment.rows)
        self._bar.receive(moment.rows)
        self.setAccessibleName(f"{moment.line}. {moment.following}")

    @override
    def dress(self) -> None:
        wanted = look()
        for label, size, weight in (
            (self._number, 16, Weight.SEMIBOLD),
            (self._title, 36, Weight.BOLD),
            (self._purpose, 18, Weight.REGULAR),
            (self._clock, 84, Weight.BOLD),
            (self._word, 24, Weight.SEMIBOLD),
            (self._following, 20, Weight.SEMIBOLD),
            (self._ends, 16, Weight.REGULAR),
        ):
            label.setFont(wanted.font(size, weight))
        self._word.setContentsMargins(0, 0, 0, wanted.px(15))
        side = wanted.px(SIDE)
        self._column.setContentsMargins(side, wanted.px(16), side, wanted.px(20))
        self._column.setSpacing(wanted.px(14))
        self._both.setSpacing(side)
        self._present.setSpacing(wanted.px(4))
