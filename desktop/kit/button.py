"""A button for one option, in the forms that choices and lines need: a button, a segment of several, a box to tick."""

from enum import StrEnum

from PySide6.QtCore import QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.base.guard import override
from desktop.base.plain_text import set_tip
from desktop.base.theme import Look, Weight, icon
from desktop.kit.signs import draw_sign, smooth
from desktop.kit.stops import walk
from desktop.kit.text import Flowed, Run, TextBox, boxes, draw, flow, type_in
from models.schema.action import Command
from models.schema.page import Option


class Kind(StrEnum):
    """How the button looks; a small one stands at the end of a line, a menu opens one."""

    BUTTON = "button"
    SMALL = "small"
    SEGMENT = "segment"
    MENU = "menu"
    TICK = "tick"


HEIGHTS = {Kind.BUTTON: 28, Kind.SMALL: 24, Kind.SEGMENT: 28, Kind.MENU: 28, Kind.TICK: 24}
MOST_LINES = 3
INSET, SIDE, BESIDE = 12, 14, 7
"""The room left and right of a button's words; how large its sign is, and how far off the words."""


NOTHING = Option(text="", action=Command(""))


def slug(text: str) -> str:
    """A text as a part of an object's name."""
    return "-".join(text.lower().split())


class OptionButton(QAbstractButton):
    """Shows an option; tells the action when it is chosen."""

    chose = Signal(object)

    def __init__(self, kind: Kind, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.kind = kind
        self.option = NOTHING
        self.first = self.last = True
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._tell)
        self.toggled.connect(self._hear)

    def receive(self, option: Option, prefix: str, label: str = "") -> None:
        """Show an option under a name that begins with the prefix; `label` says what is chosen."""
        if option == self.option:
            return
        self.option = option
        self.setObjectName(f"{prefix}:{slug(option.text)}")
        self.setAccessibleName(f"{label.rstrip('.')}: {option.text}" if label else option.text)
        set_tip(self, option.tip)
        self.setEnabled(option.enabled)
        if self.kind in (Kind.SEGMENT, Kind.TICK):
            self.setCheckable(True)
            self.setAutoExclusive(False)  # else the last one that is chosen could not be let go
            with QSignalBlocker(self):
                self.setChecked(option.chosen)
            self.setAutoExclusive(self.kind is Kind.SEGMENT)
        self.updateGeometry()
        self.update()

    @override
    def nextCheckState(self) -> None:
        """Whether it is chosen follows from the state, never from the click alone."""

    @override
    def sizeHint(self) -> QSize:
        words = flow(self._runs("ink"), 10_000)
        width = round(words.width) + 1 + self._start + self.look.px(0 if self.kind is Kind.TICK else INSET)
        if self.kind is Kind.MENU:
            width += self.look.px(SIDE + BESIDE)
        return QSize(width, self.look.px(HEIGHTS[self.kind]))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(40), self.look.px(HEIGHTS[self.kind]))

    def height_in(self, width: int) -> int:
        """How high it is in a width: a button's words go on in further lines where they do not fit."""
        words = flow(self._runs("ink"), max(1, width - self._start - self.look.px(INSET)) + 1, self._most)
        return self.look.px(HEIGHTS[self.kind]) + max(0, len(words.lines) - 1) * words.line

    def text_boxes(self) -> list[TextBox]:
        words, left = self._words("ink")
        x, y = self.x() + left, self.y() + self._top(words)
        return boxes(words, x, y, self.geometry())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.kind is not Kind.MENU and walk(event, self):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(self)
        ink = self._paint_ground(painter)
        words, left = self._words(ink)
        self._paint_sign(painter, ink, left)
        draw(painter, words, left, self._top(words), self.look)
        if self.kind is Kind.MENU:
            side = self.look.px(SIDE)
            place = QRect(self.width() - self.look.px(10) - side, (self.height() - side) // 2, side, side)
            icon("chevron-down", "ink", SIDE).paint(painter, place)

    def _top(self, words: Flowed) -> int:
        return (self.height() - words.line * max(1, len(words.lines))) // 2

    @property
    def _most(self) -> int:
        """How many lines its words may take."""
        return MOST_LINES if self.kind is Kind.BUTTON else 1

    @property
    def _bold(self) -> Weight:
        return Weight.REGULAR if self.kind is Kind.TICK else Weight.SEMIBOLD

    def _runs(self, ink: str) -> tuple[Run, ...]:
        size = 12 if self.kind is Kind.SMALL else 13
        return (Run(self.option.text, type_in(self.look, size, self._bold), ink),)

    @property
    def _start(self) -> int:
        """Where the words begin, after a sign or a box."""
        signed = self.option.sign is not None or self.option.icon
        start = self.look.px(0 if self.kind is Kind.TICK else INSET)
        if self.kind is Kind.TICK:
            start += self.look.px(SIDE + 2 + BESIDE)
        return start + (self.look.px(SIDE + BESIDE) if signed else 0)

    def _words(self, ink: str) -> tuple[Flowed, int]:
        """The words, and where they begin: in the middle of what is left."""
        start = self._start
        end = self.look.px(0 if self.kind is Kind.TICK else INSET)
        if self.kind is Kind.MENU:
            end += self.look.px(SIDE + BESIDE)
        room = max(1, self.width() - start - end)
        words = flow(self._runs(ink), room + 1, self._most)
        spare = 0 if self.kind in (Kind.TICK, Kind.MENU) else max(0, round((room - words.width) / 2))
        return words, start + spare

    def _paint_ground(self, painter: QPainter) -> str:
        """The button's ground and edge; returns the ink for what stands on it."""
        look, option = self.look, self.option
        chosen = option.chosen and self.kind is not Kind.MENU
        if self.kind is Kind.TICK:
            return self._paint_tick(painter, chosen)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        live = self.isEnabled() and (self.underMouse() or self.isDown())
        ground = "brand_soft" if chosen or live else "panel"
        edge = QPen(look.colour("brand" if self.hasFocus() or chosen else "edge"), 1)
        if self.hasFocus():
            edge.setWidthF(2)
            box.adjust(0.5, 0.5, -0.5, -0.5)
        painter.setPen(edge)
        painter.setBrush(look.colour(ground))
        painter.drawPath(self._shape(box))
        if not self.isEnabled():
            return "ink_faint"
        return "brand" if chosen else "ink_soft" if self.kind is Kind.SEGMENT else "ink"

    def _shape(self, box: QRectF) -> QPainterPath:
        """A rounded box; segments are square where they meet their neighbours."""
        radius = self.look.px(6)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(box, radius, radius)
        if not self.first:
            path.addRect(QRectF(box.x(), box.y(), radius, box.height()))
        if not self.last:
            path.addRect(QRectF(box.right() - radius, box.y(), radius, box.height()))
        return path.simplified()

    def _paint_tick(self, painter: QPainter, chosen: bool) -> str:
        look, side = self.look, self.look.px(SIDE + 2)
        box = QRectF(0.5, (self.height() - side) // 2 + 0.5, side - 1, side - 1)
        painter.setPen(QPen(look.colour("brand" if chosen or self.hasFocus() else "edge"), 1.5))
        painter.setBrush(look.colour("brand" if chosen else "panel"))
        painter.drawRoundedRect(box, look.px(4), look.px(4))
        if chosen:
            painter.setPen(QPen(look.colour("on_brand"), look.px(2)))
            x, y = box.x(), box.y()
            path = QPainterPath()
            path.moveTo(x + side * 0.24, y + side * 0.5)
            path.lineTo(x + side * 0.42, y + side * 0.67)
            path.lineTo(x + side * 0.72, y + side * 0.32)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("brand"), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        return "ink" if self.isEnabled() else "ink_faint"

    def _paint_sign(self, painter: QPainter, ink: str, left: int) -> None:
        side = self.look.px(SIDE)
        box = QRect(left - side - self.look.px(BESIDE), (self.height() - side) // 2, side, side)
        if self.option.sign is not None:
            draw_sign(painter, QRectF(box), self.option.sign, self.look)
        elif self.option.icon:
            icon(self.option.icon, ink, SIDE).paint(painter, box)

    def _hear(self, chosen: bool) -> None:
        """A screen reader toggles without a click."""
        if chosen or self.kind is Kind.TICK:
            self._tell()

    def _tell(self) -> None:
        self.chose.emit(self.option.action)
