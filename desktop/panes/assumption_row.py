"""One assumption in the list: its faint code, its name (bold where it is not as in the source), and its switch."""

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.base.guard import override
from desktop.base.plain_text import set_tip
from desktop.base.roles import Role, set_role
from desktop.base.theme import Weight, look
from desktop.kit.signs import draw_sign, smooth
from desktop.kit.text import Flowed, Run, TextBox, boxes, draw, flow, type_in
from desktop.panes.stance_switch import StanceSwitch
from models.language.naming import unusual
from models.language.panes import argued_line, assumption_tip, stance_choice
from models.language.states import state
from models.schema.case import Assumption
from models.schema.grades import Kind, Stance

STANCE_KEYS = {
    Qt.Key.Key_1: Stance.HOLDS,
    Qt.Key.Key_H: Stance.HOLDS,
    Qt.Key.Key_2: Stance.UNCERTAIN,
    Qt.Key.Key_U: Stance.UNCERTAIN,
    Qt.Key.Key_3: Stance.FAILS,
    Qt.Key.Key_F: Stance.FAILS,
}
KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
"""A ring shows where the keyboard is to whoever came by it."""
SIDE, CODE, BESIDE = 12, 37, 3
"""Where the code and where the name begin, and the room between them behind a long code."""
KIND, UNDER = 14, 8
"""The sign of a claim that is not plainly said, and how far below the middle of its code it stands."""
ROOMY, SMALLEST = 26, 12
"""From this height a row's name is one size larger; the smallest size that a long name takes."""


class AssumptionRow(QWidget):
    """A row that can be walked to, picked and set without a mouse."""

    stance_chosen = Signal(str, object)
    reset_chosen = Signal(str)
    picked = Signal(str)
    step_wished = Signal(str, int)

    def __init__(self, item: Assumption, brief: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item, self._brief = item, brief
        self._stance = item.baseline
        self._picked = self._ringed = False
        self._told = ""
        self.setObjectName(f"assumption:{item.id}")
        set_role(self, Role.ListItem)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        set_tip(self, assumption_tip(item))
        self.setAccessibleName(f"{item.title}, {item.code}. {item.text}")
        self._choices = {stance: stance_choice(item, stance) for stance in item.stances}
        self._switch = StanceSwitch(item, self)
        self._switch.name_choices(f"stance:{item.id}", self._choices)
        self._switch.stance_chosen.connect(self._tell_stance)
        self._layout = QHBoxLayout(self)
        self._layout.setSpacing(0)
        self._layout.addStretch(1)
        self._layout.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignVCenter)
        self._take_margins()

    @property
    def changed(self) -> bool:
        """Whether it is taken other than in the source."""
        return self._stance is not self.item.baseline

    def receive(self, stance: Stance, comes_to: Stance, picked: bool) -> None:
        """Show the stance and what it comes to, and whether this is the one that is explained."""
        self._switch.receive(stance, comes_to)
        if (stance, picked) != (self._stance, self._picked):
            self._stance, self._picked = stance, picked
            self.update()
        self._told = argued_line(comes_to) if stance is Stance.AS_ARGUED else self._choices[stance]
        if not (self.hasFocus() and QAccessible.isActive()):  # else what followed from it is described
            self._describe()

    def text_boxes(self) -> list[TextBox]:
        flowed, left, top = self._name()
        return boxes(flowed, left, top, self._room())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and key in STANCE_KEYS:
            self._tell_stance(STANCE_KEYS[key])
        elif plain and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_wished.emit(self.item.id, -1 if key is Qt.Key.Key_Up else 1)
        elif plain and key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.reset_chosen.emit(self.item.id)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self.item.id)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.picked.emit(self.item.id)
        super().mousePressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = event.reason() in KEYBOARD
        self.update()
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ringed = False
        QTimer.singleShot(
            0, self, self._describe
        )  # once the keyboard is elsewhere, so that it is not read out
        self.update()
        super().focusOutEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self._take_margins()
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        wanted = look()
        painter = smooth(self)
        self._paint_ground(painter)
        code = type_in(wanted, 11)
        painter.setFont(code.font)
        painter.setPen(wanted.colour("ink_soft" if self._grounded else "ink_faint"))
        left = wanted.px(SIDE)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, 0, self._indent - left, self.height()), middle, self.item.code)
        kind = unusual(self.item)
        if kind and self.item.kind is not Kind.ADDED:
            side = wanted.px(KIND)
            draw_sign(
                painter,
                QRectF(left, self.height() / 2 + wanted.px(UNDER) - side / 2, side, side),
                kind,
                wanted,
            )
        flowed, left, top = self._name()
        draw(painter, flowed, left, top, wanted)

    @property
    def _grounded(self) -> bool:
        return self.item.core and self.changed

    def _name(self) -> tuple[Flowed, int, int]:
        """The name in one line, in the largest of some sizes in which it is whole, and where it starts."""
        wanted = look()
        roomy = self.item.core or self.height() >= wanted.px(ROOMY)
        weight = Weight.SEMIBOLD if self.item.core or self.changed else Weight.REGULAR
        larger = self.item.core and self.height() >= wanted.px(36)
        for size in range(15 if larger else 14 if roomy else 13, SMALLEST - 1, -1):
            flowed = self._flowed(self.item.title, size, weight)
            if not flowed.cut:
                break
        else:
            flowed = self._flowed(self._brief, size, weight)
        return flowed, self._indent, (self.height() - flowed.height) // 2

    @property
    def _indent(self) -> int:
        """Where the name begins: behind its code, in line with the others where that is short."""
        wanted = look()
        code = QFontMetrics(type_in(wanted, 11).font).horizontalAdvance(self.item.code)
        return max(wanted.px(CODE), wanted.px(SIDE) + code + wanted.px(BESIDE))

    def _flowed(self, name: str, size: int, weight: Weight) -> Flowed:
        return flow((Run(name, type_in(look(), size, weight)),), self._room().width(), 1)

    def _room(self) -> QRect:
        wanted = look()
        left = self._indent
        return QRect(left, 0, self._switch.x() - wanted.px(5) - left, self.height())

    def _paint_ground(self, painter: QPainter) -> None:
        wanted = look()
        side = wanted.px(7)
        box = QRectF(self.rect()).adjusted(side, 0.5, -side, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = ""
        if self._grounded:
            ground = f"{state(self._stance).tone.value}_soft"
        elif self._picked:
            ground = "brand_soft"
        elif self.underMouse():
            ground = "ground"
        if ground:
            painter.setBrush(wanted.colour(ground))
            painter.drawRoundedRect(box, wanted.px(6), wanted.px(6))
        if self._ringed:
            painter.setPen(wanted.colour("brand"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), wanted.px(6), wanted.px(6))

    def _take_margins(self) -> None:
        self._layout.setContentsMargins(look().px(SIDE), 0, look().px(SIDE), 0)

    def _describe(self) -> None:
        self.setAccessibleDescription(self._told)

    def _tell_stance(self, stance: Stance) -> None:
        self.stance_chosen.emit(self.item.id, stance)
