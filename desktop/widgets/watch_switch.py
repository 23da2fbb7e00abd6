"""The three-way strip of a signpost: not seen, some signs, tripped; the chosen sign has its word beside it."""

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.dressed import Dressed
from desktop.widgets.measure import text_width
from desktop.widgets.shapes import Tone, draw_shape
from models.language.signpost_words import WATCH_MEANINGS, WATCH_WORDS
from models.schema.workshop import WatchState

WATCH_TONES = {
    WatchState.NOT_SEEN: Tone("ink_soft", "track", "ring"),
    WatchState.SOME_SIGNS: Tone("warn", "warn_soft", "diamond"),
    WatchState.TRIPPED: Tone("bad", "bad_soft", "triangle"),
}
SIGN, NARROW, HIGH, APART = 11, 26, 24, 6


class WatchButton(QAbstractButton):
    """One of the three states; shows its word, and is wider, while it is the one."""

    def __init__(self, state: WatchState, parent: QWidget) -> None:
        super().__init__(parent)
        self.state = state
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        wanted = look()
        return QSize(_widest() if self.isChecked() else wanted.px(NARROW), wanted.px(HIGH))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        wanted, tone, chosen = look(), WATCH_TONES[self.state], self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ink = wanted.colour(tone.strong if chosen else "ink_faint")
        ground = wanted.colour(tone.soft if chosen else "track")
        if chosen or self.underMouse():
            painter.setPen(ink if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(ground if chosen else wanted.colour("brand_soft"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), wanted.px(6), wanted.px(6))
        side = wanted.px(SIGN)
        left = wanted.px(APART + 1) if chosen else box.center().x() - side / 2
        draw_shape(painter, tone.shape, QRectF(left, box.center().y() - side / 2, side, side), ink, ground)
        if chosen:
            painter.setPen(ink)
            painter.setFont(wanted.font(12, Weight.SEMIBOLD))
            words = box.adjusted(wanted.px(SIGN + 2 * APART), 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, WATCH_WORDS[self.state])
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(wanted.colour("brand"))
            painter.drawRoundedRect(box.adjusted(-0.5, -0.5, 0.5, 0.5), wanted.px(6), wanted.px(6))


class WatchSwitch(Dressed, QWidget):
    """Three buttons of which one is chosen, worked with arrow keys too; tells what the user chose."""

    state_chosen = Signal(object)

    def __init__(self, name: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._only_chosen = False
        self._group = QButtonGroup(self)
        self._buttons = {state: WatchButton(state, self) for state in WatchState}
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(1, 1, 1, 1)
        self._line.setSpacing(0)
        self._line.setAlignment(Qt.AlignmentFlag.AlignLeft)
        for index, (state, button) in enumerate(self._buttons.items()):
            button.setObjectName(f"{name}:{state.value}")
            button.setAccessibleName(f"{WATCH_WORDS[state]}: {about}")
            button.setToolTip(f"{WATCH_WORDS[state]}: {WATCH_MEANINGS[state]}")
            self._group.addButton(button, index)
            self._line.addWidget(button)
        self._group.idToggled.connect(self._tell)
        self.dress()

    def receive(self, state: WatchState) -> None:
        """Show a state without telling anybody."""
        if not self._buttons[state].isChecked():
            with QSignalBlocker(self._group):
                self._buttons[state].setChecked(True)
            self._fit()

    def for_the_room(self) -> None:
        """Keep the chosen sign and its word only."""
        self._only_chosen = True
        for button in self._buttons.values():
            button.setVisible(button.isChecked())
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setEnabled(False)
        self.dress()

    @override
    def dress(self) -> None:
        others = 0 if self._only_chosen else look().px(2 * NARROW)
        self.setFixedWidth(_widest() + others + 2)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._only_chosen:
            return
        wanted = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(wanted.colour("line"))
        painter.setBrush(wanted.colour("track"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, wanted.px(7), wanted.px(7))

    def _fit(self) -> None:
        for button in self._buttons.values():
            button.updateGeometry()
            button.update()

    def _tell(self, index: int, checked: bool) -> None:
        self._fit()
        if checked:
            self.state_chosen.emit(list(WatchState)[index])


def _widest() -> int:
    words = max(text_width(word, 12, Weight.SEMIBOLD) for word in WATCH_WORDS.values())
    return words + look().px(SIGN + 3 * APART + 2)
