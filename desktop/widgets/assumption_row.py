"""One assumption in the list: code, title, a way back to the baseline, and the three-way strip."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from desktop.base.theme import Weight, icon, look
from desktop.widgets.dressed import Dressed
from desktop.widgets.stance_switch import StanceSwitch
from models.schema.case import Stance

STANCE_KEYS = {
    Qt.Key.Key_1: Stance.HOLDS,
    Qt.Key.Key_H: Stance.HOLDS,
    Qt.Key.Key_2: Stance.UNCERTAIN,
    Qt.Key.Key_U: Stance.UNCERTAIN,
    Qt.Key.Key_3: Stance.FAILS,
    Qt.Key.Key_F: Stance.FAILS,
}


@dataclass(frozen=True)
class RowTexts:
    """The words of a row, fixed for a case."""

    id: str
    code: str
    title: str
    text: str
    core: bool
    choices: tuple[tuple[Stance, str], ...]


class AssumptionRow(Dressed, QWidget):
    """A row that can be walked to, picked and set without a mouse."""

    stance_chosen = Signal(str, object)
    reset_chosen = Signal(str)
    picked = Signal(str)
    step_wished = Signal(str, int)

    def __init__(self, texts: RowTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.texts = texts
        self._stance = Stance.HOLDS
        self._picked = False
        self.setObjectName(f"assumption:{texts.id}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(f"{texts.code}  {texts.text}")
        self._reset = QToolButton(self)
        self._reset.setProperty("role", "tiny")
        self._reset.setObjectName(f"reset:{texts.id}")
        self._reset.setAccessibleName(self.tr("Back to the baseline: {0}").format(texts.code))
        self._reset.setToolTip(self.tr("Back to the essay's baseline (Backspace)"))
        self._reset.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._reset.clicked.connect(self._ask_reset)
        self._switch = StanceSwitch(self)
        self._switch.name_choices(f"stance:{texts.id}", dict(texts.choices))
        self._switch.stance_chosen.connect(self._tell_stance)
        layout = QHBoxLayout(self)
        layout.setSpacing(0)
        layout.addStretch(1)
        layout.addWidget(self._reset)
        layout.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignVCenter)
        self.dress()

    def receive(self, stance: Stance, baseline: Stance, picked: bool) -> None:
        """Show the stance, and whether the row differs from the baseline or is the one explained."""
        self._switch.receive(stance)
        if (stance, picked) != (self._stance, self._picked):
            self._stance, self._picked = stance, picked
            self.update()
        self._reset.setVisible(stance is not baseline)
        self.setAccessibleName(f"{self.texts.code} {self.texts.text}")
        self.setAccessibleDescription(dict(self.texts.choices)[stance])

    def show_picked(self, picked: bool) -> None:
        """Show whether this is the row being explained."""
        self._picked = picked
        self.update()

    def choose(self, stance: Stance) -> None:
        """Choose a stance as a user would."""
        self._switch.choose(stance)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and key in STANCE_KEYS:
            self._switch.choose(STANCE_KEYS[key])
        elif plain and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_wished.emit(self.texts.id, -1 if key is Qt.Key.Key_Up else 1)
        elif plain and key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._ask_reset()
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self.texts.id)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.picked.emit(self.texts.id)
        super().mousePressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(300), look().px(26))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        wanted = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        pill = QRectF(wanted.px(8), self.height() / 2 - wanted.px(9), wanted.px(32), wanted.px(18))
        if self.texts.core:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wanted.colour("brand"))
            painter.drawRoundedRect(pill, wanted.px(4), wanted.px(4))
        painter.setFont(wanted.font(12, Weight.SEMIBOLD))
        painter.setPen(wanted.colour("on_brand" if self.texts.core else "ink_soft"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self.texts.code)
        heavy = self._stance is not Stance.HOLDS
        size = 14 if self.height() >= wanted.px(33) else 13
        font = wanted.font(size, Weight.SEMIBOLD if heavy else Weight.REGULAR)
        left = wanted.px(48)
        end = self._reset.x() if self._reset.isVisible() else self._switch.x()
        room = end - left - wanted.px(4)
        title = QFontMetrics(font).elidedText(self.texts.title, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(wanted.colour("ink"))
        painter.drawText(QRectF(left, 0, room, self.height()), Qt.AlignmentFlag.AlignVCenter, title)

    def _paint_ground(self, painter: QPainter) -> None:
        wanted = look()
        box = QRectF(self.rect()).adjusted(3, 0.5, -3, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._picked or self.underMouse():
            painter.setBrush(wanted.colour("brand_soft" if self._picked else "ground"))
            painter.drawRoundedRect(box, wanted.px(6), wanted.px(6))
        if self.hasFocus():
            painter.setPen(wanted.colour("brand"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), wanted.px(6), wanted.px(6))

    @override
    def dress(self) -> None:
        wanted = look()
        self._reset.setIcon(icon("undo-2", "brand", 14))
        self._reset.setIconSize(QSize(wanted.px(14), wanted.px(14)))
        self._reset.setFixedSize(wanted.px(20), wanted.px(20))
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(wanted.px(8), wanted.px(1), wanted.px(10), wanted.px(1))

    def _ask_reset(self) -> None:
        self.reset_chosen.emit(self.texts.id)

    def _tell_stance(self, stance: Stance) -> None:
        self.stance_chosen.emit(self.texts.id, stance)
