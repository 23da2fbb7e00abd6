"""The three-way switch of an assumption: tick, question mark, cross on a track; three real buttons, one chosen."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import Look, look
from desktop.kit.signs import draw_sign
from desktop.kit.text import plain_tip
from models.language.states import sign
from models.schema.case import Stance

ORDER = (Stance.HOLDS, Stance.UNCERTAIN, Stance.FAILS)
WIDE, HIGH = 24, 20


class StanceButton(QAbstractButton):
    """One of the three choices: holds and unsure softly filled with an edge, fails solid."""

    def __init__(self, stance: Stance, parent: QWidget) -> None:
        super().__init__(parent)
        self.sign = sign(stance)
        self.solid = stance is Stance.FAILS
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(WIDE), look().px(HIGH))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        wanted = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        side = wanted.px(11)
        place = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        if self.isChecked():
            self._paint_chosen(painter, box, place, wanted)
            return
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wanted.colour("brand_soft"))
            painter.drawRoundedRect(box, wanted.px(5), wanted.px(5))
        draw_sign(painter, place, self.sign, wanted, soft=True)

    def _paint_chosen(self, painter: QPainter, box: QRectF, place: QRectF, wanted: Look) -> None:
        tone = self.sign.tone.value
        painter.setPen(wanted.colour(tone))
        painter.setBrush(wanted.colour(tone if self.solid else f"{tone}_soft"))
        painter.drawRoundedRect(box, wanted.px(5), wanted.px(5))
        draw_sign(painter, place, self.sign, wanted, reverse=self.solid)


class StanceSwitch(QWidget):
    """Three buttons of which one is chosen; tells what a user (or a screen reader) chose."""

    stance_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons = {stance: StanceButton(stance, self) for stance in ORDER}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for stance, button in self._buttons.items():
            self._group.addButton(button)
            layout.addWidget(button)
            button.clicked.connect(partial(self.stance_chosen.emit, stance))

    def name_choices(self, prefix: str, texts: dict[Stance, str]) -> None:
        """Give each button an object name and the words that a screen reader says."""
        for stance, button in self._buttons.items():
            button.setObjectName(f"{prefix}:{stance.value}")
            button.setAccessibleName(texts[stance])
            button.setToolTip(plain_tip(texts[stance]))

    def receive(self, stance: Stance) -> None:
        """Show a stance."""
        self._buttons[stance].setChecked(True)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour("track"))
        painter.drawRoundedRect(QRectF(self.rect()), look().px(6), look().px(6))
