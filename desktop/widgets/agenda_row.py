"""One step of the agenda in the list: its sign, its title, its minutes, its time and what it is for."""

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QSizePolicy, QSpinBox, QWidget
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.dressed import Dressed
from desktop.widgets.labels import text_label
from desktop.widgets.shapes import draw_shape
from models.pages.agenda import AgendaRow

PAUSE, LONGEST, MOST_MINUTES = 600, 400, 1440
LOW, SIGN, MINUTES, TIME = 28, 24, 68, 84


class StepSign(Dressed, QWidget):
    """A tick for what is done, an arrowhead for what is present, a number for what is to come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: AgendaRow | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def receive(self, row: AgendaRow) -> None:
        """Show how far this step is."""
        self._row = row
        self.setAccessibleName(row.spoken)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(SIGN), look().px(LOW))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._row is None:
            return
        wanted = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = wanted.px(20)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        ink = wanted.colour("brand")
        if self._row.done:
            draw_shape(painter, "check", box.adjusted(3, 3, -3, -3), ink, wanted.colour("panel"))
            return
        painter.setPen(ink if self._row.present else wanted.colour("line_strong"))
        painter.setBrush(ink if self._row.present else wanted.colour("panel"))
        painter.drawEllipse(box)
        painter.setFont(wanted.font(12, Weight.BOLD))
        painter.setPen(wanted.colour("on_brand" if self._row.present else "ink_soft"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._row.number))


class WritingField(QLineEdit):
    """A line of plain text that is handed over a moment after the last key, and tells when it is entered."""

    written = Signal(str)
    entered = Signal()

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = ""
        self.setProperty("role", role)
        self.setMaxLength(LONGEST)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.finish_writing)
        self.textEdited.connect(self._pause.start)
        self.editingFinished.connect(self.finish_writing)

    def receive(self, text: str) -> None:
        """Show this text, unless another is being typed."""
        if self._pause.isActive():
            return
        self._known = text
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)
        self.setToolTip(text)

    def finish_writing(self) -> None:
        """Hand over what has been typed, if anything has."""
        self._pause.stop()
        if self.text() != self._known:
            self._known = self.text()
            self.written.emit(self._known)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()


class AgendaRowView(Dressed, QFrame):
    """Fields for one step; what it is for is seen where there is room, or where the row is chosen."""

    title_written = Signal(str, str)
    purpose_written = Signal(str, str)
    minutes_written = Signal(str, int)
    chosen = Signal(str)

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"agenda-row:{number}")
        self._id = ""
        self._chosen = False
        self._sign = StepSign()
        self._title = self._field(
            f"agenda-title:{number}", self.tr("Title of step {0}").format(number), "title"
        )
        self._purpose = self._field(
            f"agenda-purpose:{number}", self.tr("What step {0} is for").format(number), "quiet"
        )
        self._purpose.setPlaceholderText(self.tr("What this step is for"))
        self._minutes = QSpinBox()
        self._minutes.setObjectName(f"agenda-minutes:{number}")
        self._minutes.setAccessibleName(self.tr("Minutes of step {0}").format(number))
        self._minutes.setRange(1, MOST_MINUTES)
        self._minutes.setSuffix(self.tr(" min"))
        self._minutes.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._minutes.setKeyboardTracking(False)
        self._minutes.valueChanged.connect(self._tell_minutes)
        self._time = text_label("", "label")
        self._time.setObjectName(f"agenda-time:{number}")
        self._time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid = QGridLayout(self)
        for column, part in enumerate((self._sign, self._title, self._minutes, self._time)):
            self._grid.addWidget(part, 0, column)
        self._grid.addWidget(self._purpose, 1, 1, 1, 3)
        self._grid.setColumnStretch(1, 1)
        self._title.written.connect(self._tell_title)
        self._purpose.written.connect(self._tell_purpose)
        self.dress()

    def receive(self, row: AgendaRow, *, chosen: bool, purpose: bool) -> None:
        """Show this step."""
        if row.item.id != self._id:
            self.finish_writing()
        self._id, self._chosen = row.item.id, chosen
        self._sign.receive(row)
        self._title.receive(row.item.title)
        self._purpose.receive(row.item.purpose)
        self._purpose.setVisible(purpose or chosen)
        with QSignalBlocker(self._minutes):
            self._minutes.setValue(row.item.minutes)
        self._time.setText(row.time)
        role = "wrong" if row.over else "label"
        if self._time.property("role") != role:
            self._time.setProperty("role", role)
            self._time.style().polish(self._time)
        self.update()

    def finish_writing(self) -> None:
        """Hand over what has been typed, if anything has."""
        for field in (self._title, self._purpose):
            field.finish_writing()

    def take_focus(self) -> None:
        """Put the keyboard on the title."""
        self._title.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._title.selectAll()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose()
        super().mousePressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._chosen:
            return
        wanted = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(wanted.colour("brand_soft"))
        painter.drawRoundedRect(QRectF(self.rect()), wanted.px(6), wanted.px(6))

    @override
    def dress(self) -> None:
        wanted = look()
        self._grid.setContentsMargins(wanted.px(4), 0, wanted.px(8), 0)
        self._grid.setHorizontalSpacing(wanted.px(6))
        self._grid.setVerticalSpacing(0)
        self._minutes.setFixedWidth(wanted.px(MINUTES))
        self._time.setFixedWidth(wanted.px(TIME))
        for field in (self._title, self._purpose, self._minutes):
            field.setFixedHeight(wanted.px(LOW))
        self.updateGeometry()

    def _field(self, name: str, spoken: str, role: str) -> WritingField:
        field = WritingField(role)
        field.setObjectName(name)
        field.setAccessibleName(spoken)
        field.entered.connect(self._choose)
        return field

    def _choose(self) -> None:
        self.chosen.emit(self._id)

    def _tell_title(self, text: str) -> None:
        self.title_written.emit(self._id, text)

    def _tell_purpose(self, text: str) -> None:
        self.purpose_written.emit(self._id, text)

    def _tell_minutes(self, minutes: int) -> None:
        self.minutes_written.emit(self._id, minutes)
