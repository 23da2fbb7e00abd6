"""A choice: words side by side of which one is chosen, a menu, boxes to tick, or buttons."""

from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from desktop.base.guard import override
from desktop.base.roles import Role, set_role
from desktop.base.theme import Look, Weight, icon
from desktop.kit.block import BlockWidget, follow_width
from desktop.kit.button import Kind, OptionButton, slug
from desktop.kit.signs import sign_icon, smooth
from desktop.kit.stops import one_stop
from desktop.kit.text import Flowed, Run, TextBox, Words, flow, type_in
from models.schema.page import Choice, Form, Option

ACROSS, PAD, APART = 268, 18, 4
"""How wide it is, the room around its words, and between what it does and what comes of it; unscaled."""


class LargeButton(OptionButton):
    """Shows an option with its tip beneath."""

    @override
    def sizeHint(self) -> QSize:
        title, told = self._told("ink")
        apart = self.look.px(APART) if told.height else 0
        return QSize(self.look.px(ACROSS), title.height + apart + told.height + 2 * self.look.px(PAD))

    @override
    def text_boxes(self) -> list[TextBox]:
        return [box for words in self._placed("ink") for box in words.boxes(self.geometry())]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(self)
        for words in self._placed(self._paint_ground(painter)):
            words.draw(painter, self.look)

    def _told(self, ink: str) -> tuple[Flowed, Flowed]:
        option, look = self.option, self.look
        room = look.px(ACROSS - 2 * PAD)
        title = flow(
            (Run(option.text, type_in(look, 16, Weight.SEMIBOLD), "brand" if ink == "ink" else ink),), room
        )
        return title, flow((Run(option.tip, type_in(look, 13), "ink_soft"),) if option.tip else (), room)

    def _placed(self, ink: str) -> list[Words]:
        title, told = self._told(ink)
        apart = self.look.px(APART) if told.height else 0
        pad = self.look.px(PAD)
        return [Words(title, pad, pad), Words(told, pad, pad + title.height + apart)]


KINDS = {
    Form.SEGMENTS: Kind.SEGMENT,
    Form.TICKS: Kind.TICK,
    Form.BUTTONS: Kind.BUTTON,
    Form.MENU: Kind.MENU,
    Form.LARGE: Kind.BUTTON,
}
GAPS = {Form.SEGMENTS: 0, Form.TICKS: 14, Form.BUTTONS: 8, Form.MENU: 0, Form.LARGE: 16}
"""The room between two options, in unscaled pixels."""
ABOVE = 0.32
"""Large buttons have this part of what is free above them."""


class ChoiceWidget(BlockWidget):
    """Shows options in the form that is wished; they go on in a second line where the first is full."""

    least = 40, 24

    def __init__(self, controls: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(controls, parent)
        self._block: Choice | None = None
        self._buttons: list[OptionButton] = []
        set_role(self, Role.Grouping)
        one_stop(self)
        self._known: dict[int, list[QRect]] = {}
        follow_width(self, down=QSizePolicy.Policy.Fixed)

    @override
    def receive(self, block: Choice) -> None:
        if block == self._block:
            return
        last, self._block, self._known = self._block, block, {}
        options = self._shown(block)
        if last is None or (last.form, len(self._buttons)) != (block.form, len(options)):
            self._make(block, len(options))
        for button, option in zip(self._buttons, options, strict=True):
            button.receive(option, block.id, block.label)
        self.setAccessibleName(block.label)
        self.updateGeometry()
        self.lay()

    @override
    def wear(self, look: Look) -> None:
        super().wear(look)
        self._known = {}
        for button in self._buttons:
            button.look = look
        self.lay()

    @override
    def text_boxes(self) -> list[TextBox]:
        return [box for button in self._buttons for box in button.text_boxes()]

    @override
    def sizeHint(self) -> QSize:
        places = self._places(100_000)
        return QSize(max((box.right() + 1 for box in places), default=0), self._height(places))

    @override
    def heightForWidth(self, width: int) -> int:
        return self._height(self._places(width))

    def _shown(self, block: Choice) -> tuple[Option, ...]:
        """The options that have a button: all, or for a menu the one that is chosen, or else the menu's name."""
        if block.form is not Form.MENU or not block.options:
            return block.options
        named = Option(text=block.label, action=block.options[0].action)
        return (next((option for option in block.options if option.chosen), named),)

    def _make(self, block: Choice, number: int) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        make = LargeButton if block.form is Form.LARGE else OptionButton
        self._buttons = [make(KINDS[block.form], self.look, self) for _ in range(number)]
        for button in self._buttons:
            if block.form is Form.MENU:
                button.clicked.connect(self.open_menu)
            else:
                button.chose.connect(self.acted)
            button.show()

    def open_menu(self) -> None:
        """Offer all options in a menu under the button."""
        if self._block is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for option in self._block.options:
            entry = menu.addAction(option.text.replace("&", "&&"))
            entry.setObjectName(f"{self._block.id}:{slug(option.text)}")
            entry.setCheckable(True)
            entry.setChecked(option.chosen)
            entry.setEnabled(option.enabled)
            if option.sign is not None:
                entry.setIcon(sign_icon(option.sign, self.look))
            elif option.icon:
                entry.setIcon(icon(option.icon))
            entry.triggered.connect(partial(self.acted.emit, option.action))
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _places(self, width: int) -> list[QRect]:
        """Where the buttons stand in a width; asked for several widths in turn, several times."""
        if width not in self._known:
            self._known[width] = self._placed(width)
        return self._known[width]

    def _placed(self, width: int) -> list[QRect]:
        """A lone button in a narrow column fills it."""
        form = self._block.form if self._block else Form.BUTTONS
        gap, places = self.look.px(GAPS[form]), []
        under = gap if form is Form.LARGE else self.look.px(6)
        row = self._evenly(width, gap) if form is Form.LARGE else len(self._buttons)
        left = top = high = 0
        for place, button in enumerate(self._buttons):
            size = button.sizeHint()
            if left and (left + size.width() > width or place % row == 0):
                left, top = 0, top + high + under
            across = min(size.width(), width)
            high = (
                button.height_in(across) if form is Form.BUTTONS and across < size.width() else size.height()
            )
            places.append(QRect(left, top, across, high))
            left += across + gap - (1 if form is Form.SEGMENTS else 0)
        if form is Form.BUTTONS and len(places) == 1 and width < self.look.px(420):
            places[0].setWidth(width)
        return places

    def _evenly(self, width: int, gap: int) -> int:
        """How many buttons stand in a row, so that rows are about equally long."""
        widest = max((button.sizeHint().width() for button in self._buttons), default=1)
        fit = max(1, (width + gap) // (widest + gap))
        rows = -(-len(self._buttons) // fit)
        return max(1, -(-len(self._buttons) // max(1, rows)))

    def _height(self, places: list[QRect]) -> int:
        return max((box.bottom() + 1 for box in places), default=0)

    def _in_the_middle(self, places: list[QRect]) -> list[QRect]:
        """Large buttons stand in the middle, equally high, where the block has room to spare."""
        if self._block is None or self._block.form is not Form.LARGE or not places:
            return places
        high = max(box.height() for box in places)
        left = max(0, self.width() - max(box.right() + 1 for box in places)) // 2
        top = round(max(0, self.height() - self._height(places)) * ABOVE)
        return [QRect(box.x() + left, box.y() + top, box.width(), high) for box in places]

    @override
    def lay(self) -> None:
        places = self._in_the_middle(self._places(self.width()))
        joined = self._block is not None and self._block.form is Form.SEGMENTS
        for button, box, after in zip(self._buttons, places, [*places, QRect()][1:], strict=True):
            button.first, button.last = not joined or box.x() == 0, not joined or after.x() <= box.x()
            button.setGeometry(box)
