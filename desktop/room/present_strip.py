"""What works the room's screen from the header: its live thumbnail, keep, blank, spotlight, parts, and the time."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from desktop.base.guard import override
from desktop.base.layouts import flush
from desktop.base.plain_text import named, plain_label, set_tip, without_letter
from desktop.base.theme import icon, look
from desktop.kit.labels import say
from models.schema.snapshot import Snapshot
from models.schema.view import Phones

THUMBNAIL = (60, 34)
SYMBOLS = {"keep": "pin", "blank": "monitor-off", "spotlight": "star"}


class Thumbnail(QWidget):
    """What the room sees now, small."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "room-thumbnail", self.tr("What the room sees"))
        self._picture = QPixmap()

    def show_picture(self, picture: QPixmap) -> None:
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
    """The controls of the room's screen, while it is open; they are made when it is opened first."""

    part_wished = Signal(int)

    def __init__(self, actions: dict[str, QAction]) -> None:
        super().__init__()
        self.setObjectName("present-strip")
        self._actions = actions
        self._row = flush(QHBoxLayout(self))
        self._thumbnail: Thumbnail | None = None
        self._pictured = True

    def _make(self) -> None:
        actions = self._actions
        self._thumbnail = Thumbnail(self)
        self._thumbnail.setVisible(self._pictured)
        self._switches = {name: _switch(actions[name], symbol) for name, symbol in SYMBOLS.items()}
        self._back = self._step("part-back", self.tr("The part before (Page Up)"), -1)
        self._part = named(plain_label(wrap=False), "room-part", role="small")
        self._next = self._step("part-next", self.tr("The next part (Page Down)"), 1)
        self._phones = named(QToolButton(), "room-phones")
        self._phones.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._phones.clicked.connect(actions["phones"].trigger)
        self._timer = named(plain_label(wrap=False), "timer-chip", role="timer")
        self._row.addWidget(self._timer, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._phones)
        self._row.addWidget(self._thumbnail)
        for button in self._switches.values():
            self._row.addWidget(button)
        for part in (self._back, self._part, self._next):
            self._row.addWidget(part)
        self.show_part(0, 1)
        self._dress(self._thumbnail)

    def receive(self, snapshot: Snapshot, timer: str) -> None:
        room = snapshot.room
        if self._thumbnail is None:
            if not room.is_open and snapshot.phones is None:
                return
            self._make()
        for name, on in (
            ("keep", room.kept is not None),
            ("blank", room.blank),
            ("spotlight", room.spotlight),
        ):
            with QSignalBlocker(self._switches[name]):
                self._switches[name].setChecked(on)
        self._show_phones(snapshot.phones, snapshot.workshop.rounds[-1].id)
        say(self._timer, timer)

    def show_thumbnail(self, shown: bool) -> None:
        self._pictured = shown
        if self._thumbnail is not None:
            self._thumbnail.setVisible(shown)

    def show_picture(self, picture: QPixmap) -> None:
        if self._thumbnail is not None:
            self._thumbnail.show_picture(picture)

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
        self._part.setText(self.tr("{0} of {1}").format(part + 1, count))
        for widget in (self._back, self._part, self._next):
            widget.setVisible(count > 1)
        self._back.setEnabled(part > 0)
        self._next.setEnabled(part < count - 1)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange and self._thumbnail is not None:
            self._dress(self._thumbnail)
        super().changeEvent(event)

    def _step(self, name: str, words: str, by: int) -> QToolButton:
        button = named(QToolButton(), name, words)
        set_tip(button, words)
        button.clicked.connect(lambda: self.part_wished.emit(by))
        return button

    def _dress(self, thumbnail: Thumbnail) -> None:
        wanted = look()
        self._row.setSpacing(wanted.px(4))
        thumbnail.setFixedSize(thumbnail.sizeHint())
        for name, button in self._switches.items():
            button.setIcon(icon(SYMBOLS[name], "ink", 16))
        self._phones.setIcon(icon("smartphone", "ink", 16))
        self._phones.setIconSize(QSize(wanted.px(16), wanted.px(16)))
        self._phones.setFixedHeight(wanted.px(30))
        self._back.setIcon(icon("chevron-left", "ink", 16))
        self._next.setIcon(icon("chevron-right", "ink", 16))
        for button in (*self._switches.values(), self._back, self._next):
            button.setIconSize(QSize(wanted.px(16), wanted.px(16)))
            button.setFixedSize(wanted.px(30), wanted.px(30))


def _switch(action: QAction, symbol: str) -> QToolButton:
    button = named(QToolButton(), f"room-{action.objectName()}")
    button.setIcon(icon(symbol, "ink", 16))
    button.setCheckable(True)
    words = f"{without_letter(action.text())} ({action.shortcut().toString()})"
    button.setAccessibleName(words)
    set_tip(button, words)
    button.toggled.connect(action.trigger)
    return button
