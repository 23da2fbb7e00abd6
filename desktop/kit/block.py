"""What every block widget has: a look of its own, so that the room's is the same widget without controls."""

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.base.guard import override
from desktop.base.theme import Look, look
from desktop.kit.text import TextBox

WIDE = 320
"""How wide a block likes to be that is as high as its words need, unscaled."""


class BlockWidget(QWidget):
    """Shows one kind of block: `receive` takes the block whole, `acted` tells the action that somebody chose.

    `wear` hands down the look (colours and scale); measure and paint with `self.look`, never with the global one.
    Without `controls` nothing on it can be worked, and what is only a control is not there. The column draws
    the block's heading, but for tables and panels.
    """

    acted = Signal(object)
    framed = True
    """Whether it has a panel of its own, if its kind has one; within a panel it has none."""
    bleed = 0
    """How far it reaches over its place on all sides, in unscaled pixels, so that what stands on it lines up."""

    least = 160, 0
    """How narrow and how low it may become, unscaled."""

    def __init__(self, controls: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controls = controls
        self.look: Look = look()

    def receive(self, block: Any) -> None:
        """Show a block of this widget's kind, whole; one that is equal to the last changes nothing."""
        raise NotImplementedError(type(self))

    def stand_under(self, heading: str) -> None:
        """Whoever hears it knows it by this heading of its panel, if it has none of its own."""

    def wear(self, look: Look) -> None:
        """Take over another look, for itself and all within it."""
        self.look = look
        self.updateGeometry()
        self.update()

    def hold_back(self, identifiers: frozenset[str]) -> None:
        """Paint these statements as they were before the last change, the others as they are."""

    def parts(self) -> int:
        """In how many parts it comes where it has not enough room in front of a room."""
        return 1

    def parts_in(self, width: int, high: int) -> int:
        """In how many parts it would come in a place; 0 where that is known only once it is there."""
        del width, high
        return 0

    def show_part(self, number: int) -> None:
        """Show one part, from 0; one that is not there is taken to be the last."""

    def show_between(self, top: int, foot: int) -> None:
        """Know between which of its heights it is seen, where that may not be all of it."""

    def natural_in(self, width: int) -> int:
        """How high it would like to be in a width."""
        return self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()

    def least_in(self, width: int) -> int:
        """How high it must be in a width where it shares the height with others."""
        return min(self.natural_in(width), max(0, self.minimumSizeHint().height()))

    def most_in(self, width: int) -> int:
        """How high it can become in a width to good use, without a part of it staying empty."""
        return self.natural_in(width)

    def set_stage(self, high: int) -> None:
        """Know how high the whole page is, for what must not depend on how long its sentences are."""

    def settle(self) -> None:
        """Take in what was told before the place was known; called once it is."""

    def set_larger(self, larger: int) -> None:
        """Be set in a type so many unscaled pixels larger than usual, where the kind can be."""

    def text_boxes(self) -> list[TextBox]:
        """Every text that is shown now, and the box that it must stay in, as this widget sees them."""
        return []

    def lay(self) -> None:
        """Put its parts where they belong, where the layout does not."""

    @override
    def sizeHint(self) -> QSize:
        width = self.look.px(WIDE)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(self.least[0]), self.look.px(self.least[1]))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.lay()
        super().resizeEvent(event)

    def within(self, identifier: str) -> "BlockWidget | None":
        """The widget of a block that stands within this one."""
        del identifier
        return None


def has_place(widget: QWidget) -> bool:
    """Whether somebody has put it somewhere; until then it has a size that Qt made up, and need not be laid out."""
    return widget.testAttribute(Qt.WidgetAttribute.WA_Resized) or widget.isWindow()


def follow_width(
    widget: QWidget,
    across: QSizePolicy.Policy = QSizePolicy.Policy.Preferred,
    down: QSizePolicy.Policy = QSizePolicy.Policy.Preferred,
) -> None:
    """Let layouts ask the widget how high it is in a width."""
    policy = QSizePolicy(across, down)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
