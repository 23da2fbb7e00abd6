"""What works the room's screen from the header: its live thumbnail, keep, blank, spotlight, parts, and the time."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from desktop.base.guard import override
from desktop.base.plain_text import plain_label, set_tip
from desktop.base.theme import icon, look
from models.schema.phones import Phones
from models.schema.snapshot import Snapshot

THUMBNAIL = (60, 34)


class Thumbnail(QWidget):
    """What the room sees now, small."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("room-thumbnail")
        self.setAccessibleName(self.tr("What the room sees"))
        self._picture = QPixmap()

    def show_picture(self, picture: QPixmap) -> None:
        """Show another picture of the room's screen."""
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self._picture = picture.scaled(size, kept, smooth)
        self._picture.setDevicePixelRatio(ratio)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(THUMBNAIL[0]), look().px(THUMBNAIL[1]))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(look().colour("line_strong"))
        painter.setBrush(look().colour("ground"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRect(box)
        if not self._picture.isNull():
            place = QRect(QPoint(), self._picture.deviceIndependentSize().toSize())
            place.moveCenter(self.rect().center())
            painter.drawPixmap(place.topLeft(), self._picture)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)


class PresentStrip(QFrame):
    """The controls of the room's screen, while it is open."""

    part_wished = Signal(int)

    def __init__(self, actions: dict[str, QAction]) -> None:
        super().__init__()
        self.setObjectName("present-strip")
        self.thumbnail = Thumbnail()
        self._switches = {
            name: _switch(actions[name], symbol)
            for name, symbol in (("keep", "pin"), ("blank", "monitor-off"), ("spotlight", "star"))
        }
        self._symbols = {"keep": "pin", "blank": "monitor-off", "spotlight": "star"}
        self._back = self._step("part-back", self.tr("The part before (Page Up)"), -1)
        self._part = plain_label(wrap=False)
        self._part.setObjectName("room-part")
        self._part.setProperty("role", "small")
        self._next = self._step("part-next", self.tr("The next part (Page Down)"), 1)
        self._phones = QToolButton()
        self._phones.setObjectName("room-phones")
        self._phones.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._phones.clicked.connect(actions["phones"].trigger)
        self._timer = plain_label(wrap=False)
        self._timer.setObjectName("timer-chip")
        self._timer.setProperty("role", "timer")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._timer, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._phones)
        self._row.addWidget(self.thumbnail)
        for button in self._switches.values():
            self._row.addWidget(button)
        for part in (self._back, self._part, self._next):
            self._row.addWidget(part)
        self.show_part(0, 1)
        self.show_timer("")
        self._dress()

    def receive(self, snapshot: Snapshot) -> None:
        """Show what is on."""
        room = snapshot.room
        for name, on in (
            ("keep", room.kept is not None),
            ("blank", room.blank),
            ("spotlight", room.spotlight),
        ):
            with QSignalBlocker(self._switches[name]):
                self._switches[name].setChecked(on)
        self._show_phones(snapshot.phones, snapshot.workshop.rounds[-1].id)

    def _show_phones(self, phones: Phones | None, round_id: str) -> None:
        """Show how many have voted by phone while they may, and where; pressing it says what is open."""
        self._phones.setVisible(phones is not None)
        if phones is not None:
            words = self.tr("Votes by phone, at {0}").format(phones.address)
            votes = phones.votes_in(round_id)
            self._phones.setText(str(votes))
            set_tip(self._phones, words)
            self._phones.setAccessibleName(f"{votes} {words}")

    def show_part(self, part: int, count: int) -> None:
        """Show which part of a page the room sees, where it is in parts."""
        self._part.setText(self.tr("{0} of {1}").format(part + 1, count))
        for widget in (self._back, self._part, self._next):
            widget.setVisible(count > 1)
        self._back.setEnabled(part > 0)
        self._next.setEnabled(part < count - 1)

    def show_timer(self, text: str) -> None:
        """Show the time of the agenda's step; nothing takes no room."""
        self._timer.setText(text)
        self._timer.setVisible(bool(text))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self._dress()
        super().changeEvent(event)

    def _step(self, name: str, words: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setAccessibleName(words)
        set_tip(button, words)
        button.clicked.connect(lambda: self.part_wished.emit(by))
        return button

    def _dress(self) -> None:
        wanted = look()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(wanted.px(4))
        self.thumbnail.setFixedSize(self.thumbnail.sizeHint())
        for name, button in self._switches.items():
            button.setIcon(icon(self._symbols[name], "ink", 16))
        self._phones.setIcon(icon("smartphone", "ink", 16))
        self._phones.setIconSize(QSize(wanted.px(16), wanted.px(16)))
        self._phones.setFixedHeight(wanted.px(30))
        self._back.setIcon(icon("chevron-left", "ink", 16))
        self._next.setIcon(icon("chevron-right", "ink", 16))
        for button in (*self._switches.values(), self._back, self._next):
            button.setIconSize(QSize(wanted.px(16), wanted.px(16)))
            button.setFixedSize(wanted.px(30), wanted.px(30))


def _switch(action: QAction, symbol: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(f"room-{action.objectName()}")
    button.setIcon(icon(symbol, "ink", 16))
    button.setCheckable(True)
    words = f"{action.text().replace('&', '')} ({action.shortcut().toString()})"
    button.setAccessibleName(words)
    set_tip(button, words)
    button.toggled.connect(action.trigger)
    return button
