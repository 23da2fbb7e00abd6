"""The first and the last screen of the walk-through: how much there is, what is asked, and what bears most."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.dressed import Dressed
from desktop.widgets.flow_layout import FlowLayout, Setting
from desktop.widgets.labels import text_label
from desktop.widgets.measure import WRAP, text_height
from desktop.widgets.statement_box import StatementBox
from desktop.widgets.tile_row import TileRow
from models.pages.walk_values import Place, WalkState, WalkStep, WalkTally

APART = 10
WIDE, HIGH, MOST = 680, 400, 1.6


class TextBox(QWidget):
    """A sentence in the type that there is room for; `strong` ones are set larger and bolder."""

    def __init__(self, text: str, *, strong: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._strong = strong
        self._size = 13
        self.setAccessibleName(text)

    def height_in(self, width: int, setting: Setting) -> int:
        """The height that the words need."""
        return text_height(self._text, width, *self._type(setting.size)) + look().px(4)

    def set_type(self, setting: Setting) -> None:
        """Be set like this from now on."""
        self._size = setting.size
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(look().font(*self._type(self._size)))
        painter.setPen(look().colour("ink" if self._strong else "ink_soft"))
        painter.drawText(QRect(0, 0, self.width(), self.height()), WRAP, self._text)

    def _type(self, size: int) -> tuple[int, Weight]:
        return (size + 3, Weight.SEMIBOLD) if self._strong else (size + 1, Weight.REGULAR)


class _Columns(QWidget):
    """Boxes side by side in two columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.flow = FlowLayout((0.5, 0.5), (28,), self)

    def clear(self) -> None:
        """Take everything away."""
        while (place := self.flow.takeAt(0)) is not None:
            widget = place.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


class OverviewPanel(Dressed, QWidget):
    """Counts on top; under them sentences and statements."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overview")
        self._step: WalkStep | None = None
        self._boxes: dict[str, StatementBox] = {}
        self._tiles = TileRow()
        self._heading = text_label("", "section")
        self._heading.setObjectName("overview-heading")
        self._columns = _Columns()
        self._note = text_label("", "soft", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._tiles, self._heading):
            self._column.addWidget(part)
        self._column.addWidget(self._columns, 1)
        self._column.addWidget(self._note)
        self.dress()

    def receive(
        self, step: WalkStep, tallies: tuple[WalkTally, ...], states: Sequence[WalkState], picked: str
    ) -> None:
        """Show a step with the present counts and states."""
        if step != self._step:
            self._build(step)
        self._tiles.receive(tallies)
        for state in states:
            self._boxes[state.id].receive(state)
        self.mark_picked(picked)
        self._columns.flow.invalidate()

    def mark_picked(self, identifier: str) -> None:
        """Ring the statement that is being explained."""
        for name, box in self._boxes.items():
            box.show_picked(name == identifier)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        wanted = look()
        room = min(self.width() / wanted.px(WIDE), self.height() / wanted.px(HIGH))
        self._tiles.enlarge(max(1.0, min(MOST, room)))
        super().resizeEvent(event)

    def _build(self, step: WalkStep) -> None:
        self._step = step
        whole = step.place is Place.WHOLE
        self._columns.clear()
        self._heading.setText(step.heading)
        self._heading.setVisible(whole and bool(step.statements))
        self._note.setText(" ".join(step.sentences))
        self._note.setVisible(whole and bool(step.sentences))
        for place, sentence in enumerate(() if whole else step.sentences):
            text = TextBox(sentence, strong=not place, parent=self._columns)
            self._columns.flow.put(text, text, 0)
            text.show()
        self._boxes = {item.id: StatementBox(item, parent=self._columns) for item in step.statements}
        for place, box in enumerate(self._boxes.values()):
            self._columns.flow.put(box, box, place % 2 if whole else 1)
            box.clicked.connect(self._pick)
            box.show()

    def _pick(self) -> None:
        box = self.sender()
        if isinstance(box, StatementBox):
            self.picked.emit(box.item.id)

    @override
    def dress(self) -> None:
        self._column.setSpacing(look().px(APART))
