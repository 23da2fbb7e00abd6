"""One assumption with its credence: typed as a number or a phrase, or chosen from the standard phrases."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget
from typing_extensions import override

from desktop.base.theme import Weight, icon, look
from desktop.widgets.dressed import Dressed
from models.language.credences import CredenceLine, CredenceOption

FIELD, HEIGHT, LEFT = 92, 40, 34


class CredenceField(QLineEdit):
    """A field for a number or a phrase, with the list of standard phrases one key or click away."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: tuple[CredenceOption, ...] = ()
        self._entered: float | None = None
        self._list = QAction(self.tr("Choose a standard phrase"), self)
        self._list.triggered.connect(self.open_list)
        self.addAction(self._list, QLineEdit.ActionPosition.TrailingPosition)
        self.setPlaceholderText(self.tr("not set"))

    def receive(self, typed: str, entered: float | None, options: Sequence[CredenceOption]) -> None:
        """Show a credence as if nothing had been typed."""
        self._options, self._entered = tuple(options), entered
        if self.text() != typed:
            self.setText(typed)

    def open_list(self) -> None:
        """Offer the standard phrases, and to take the credence back."""
        menu = QMenu(self)
        menu.setObjectName("credence-list")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for option in self._options:
            action = menu.addAction(option.text)
            action.setCheckable(True)
            action.setChecked(option.credence == self._entered)
            action.triggered.connect(partial(self.chosen.emit, option.credence))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def dress(self) -> None:
        """Follow the look."""
        self._list.setIcon(icon("chevron-down", "ink_soft", 16))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.open_list()
        else:
            super().keyPressEvent(event)


class CredenceRow(Dressed, QWidget):
    """Code, title, where the credence lies from 0 to 100, and the field to enter it."""

    typed = Signal(str, str)
    chosen = Signal(str, object)
    picked = Signal(str)

    def __init__(self, line: CredenceLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self._marked = False
        self.setObjectName(f"credence:{line.id}")
        self._field = CredenceField(self)
        self._field.setObjectName(f"credence-field:{line.id}")
        self._field.setAccessibleName(
            self.tr("Credence of {0} {1}, in percent").format(line.code, line.title)
        )
        self._field.chosen.connect(self._choose)
        self._field.editingFinished.connect(self._write)
        layout = QHBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(self._field, 0, Qt.AlignmentFlag.AlignVCenter)
        self.dress()

    @property
    def identifier(self) -> str:
        """The id of the assumption."""
        return self._line.id

    def receive(self, line: CredenceLine, options: Sequence[CredenceOption]) -> None:
        """Show a credence and what can be chosen, without telling anybody."""
        self._line = line
        self._field.receive(line.typed, line.entered, options)
        self._field.setAccessibleDescription(line.spoken)
        self.setAccessibleName(line.spoken)
        self.setToolTip(line.spoken)
        self.update()

    def show_marked(self, marked: bool) -> None:
        """Show whether this is the assumption being explained."""
        if marked != self._marked:
            self._marked = marked
            self.update()

    def take_focus(self) -> None:
        """Put the keyboard into the field."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._field.setText(self._line.typed)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.picked.emit(self._line.id)
        super().mousePressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        title = QFontMetrics(look().font(13, Weight.SEMIBOLD)).horizontalAdvance(self._line.title)
        return QSize(title + look().px(LEFT + FIELD + 12), look().px(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        wanted = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._marked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wanted.colour("brand_soft"))
            painter.drawRoundedRect(QRectF(self.rect()), wanted.px(6), wanted.px(6))
        painter.setPen(wanted.colour("ink_soft"))
        painter.setFont(wanted.font(12, Weight.SEMIBOLD))
        painter.drawText(QRectF(wanted.px(6), wanted.px(2), wanted.px(34), wanted.px(17)), self._line.code)
        self._paint_words(painter)
        self._paint_track(painter)

    def _paint_words(self, painter: QPainter) -> None:
        wanted = look()
        entered = self._line.entered is not None
        room = self._field.x() - wanted.px(LEFT + 4)
        for text, top, height, font, colour in (
            (self._line.title, 1, 18, wanted.font(13, Weight.SEMIBOLD if entered else Weight.REGULAR), "ink"),
            (self._line.words, 17, 16, wanted.font(12), "ink_soft" if entered else "ink_faint"),
        ):
            painter.setPen(wanted.colour(colour))
            painter.setFont(font)
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(wanted.px(LEFT), wanted.px(top), room, wanted.px(height)), shown)

    def _paint_track(self, painter: QPainter) -> None:
        """A line from 0 to 100 with the phrase's range and the credence; dotted and hollow where none is entered."""
        wanted = look()
        entered = self._line.entered is not None
        left, middle = wanted.px(LEFT + 1), wanted.px(HEIGHT - 4)
        width = self._field.x() - left - wanted.px(12)
        pen = QPen(wanted.colour("line_strong"), wanted.px(1.5))
        pen.setStyle(Qt.PenStyle.SolidLine if entered else Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(left, middle, left + width, middle)
        if entered:
            low, high = left + width * self._line.low, left + width * self._line.high
            thick = wanted.px(4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wanted.colour("brand"))
            painter.drawRoundedRect(QRectF(low, middle - thick / 2, max(high - low, 2), thick), 2, 2)
        radius = wanted.px(3.5)
        place = left + width * self._line.used
        painter.setPen(QPen(wanted.colour("brand" if entered else "line_strong"), wanted.px(1.5)))
        painter.setBrush(wanted.colour("panel"))
        painter.drawEllipse(QRectF(place - radius, middle - radius, 2 * radius, 2 * radius))

    @override
    def dress(self) -> None:
        wanted = look()
        self._field.setFixedWidth(wanted.px(FIELD))
        self._field.dress()
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, wanted.px(2), 0)
        self.setFixedHeight(wanted.px(HEIGHT))

    def _choose(self, credence: float | None) -> None:
        self._field.setText(self._line.typed)
        self.chosen.emit(self._line.id, credence)

    def _write(self) -> None:
        text = self._field.text()
        if text.strip() != self._line.typed:
            self.typed.emit(self._line.id, text)
