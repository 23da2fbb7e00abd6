"""The compact three-way strip of an assumption: tick, question mark, cross; filled only where chosen."""

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.shapes import STANCE_TONES, draw_shape
from models.schema.case import Stance

ORDER = (Stance.HOLDS, Stance.UNCERTAIN, Stance.FAILS)


class StanceButton(QAbstractButton):
    """One of the three choices."""

    def __init__(self, stance: Stance, parent: QWidget) -> None:
        super().__init__(parent)
        self.stance = stance
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(29), look().px(22))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        wanted = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        tone = STANCE_TONES[self.stance]
        chosen = self.isChecked()
        ink = wanted.colour(tone.strong if chosen else "ink_faint")
        ground = wanted.colour(tone.soft if chosen else "track")
        if chosen:
            painter.setPen(ink)
            painter.setBrush(ground)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), wanted.px(6), wanted.px(6))
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wanted.colour("brand_soft"))
            painter.drawRoundedRect(box, wanted.px(6), wanted.px(6))
        side = wanted.px(11)
        shape = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        draw_shape(painter, tone.shape, shape, ink, ground)


class StanceSwitch(QWidget):
    """Three buttons of which one is chosen; tells what a user (or a screen reader) chose."""

    stance_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons = {stance: StanceButton(stance, self) for stance in ORDER}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        for index, button in enumerate(self._buttons.values()):
            self._group.addButton(button, index)
            layout.addWidget(button)
        self._group.idToggled.connect(self._tell)

    def name_choices(self, prefix: str, texts: dict[Stance, str]) -> None:
        """Give each button an object name and the words that a screen reader says."""
        for stance, button in self._buttons.items():
            button.setObjectName(f"{prefix}:{stance.value}")
            button.setAccessibleName(texts[stance])
            button.setToolTip(texts[stance])

    def receive(self, stance: Stance) -> None:
        """Show a stance without telling anybody."""
        if not self._buttons[stance].isChecked():
            with QSignalBlocker(self._group):
                self._buttons[stance].setChecked(True)

    def choose(self, stance: Stance) -> None:
        """Choose as a user would."""
        self._buttons[stance].setChecked(True)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look().colour("line"))
        painter.setBrush(look().colour("track"))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look().px(7), look().px(7)
        )

    def _tell(self, index: int, checked: bool) -> None:
        if checked:
            self.stance_chosen.emit(ORDER[index])
