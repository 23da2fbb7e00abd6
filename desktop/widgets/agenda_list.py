"""The steps of the agenda as a list to write in, and under it what can be done with the chosen one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.base.theme import icon, look
from desktop.widgets.agenda_controls import FOLDED, LEVEL
from desktop.widgets.agenda_row import LOW, AgendaRowView
from desktop.widgets.dressed import Dressed
from desktop.widgets.pool import Pool
from models.pages.agenda import AgendaRow

LEAST = 4


class AgendaList(Dressed, QFrame):
    """Rows of fields; tells what was written, and what is wished for the chosen row."""

    title_written = Signal(str, str)
    purpose_written = Signal(str, str)
    minutes_written = Signal(str, int)
    shift_wished = Signal(str, int)
    removal_wished = Signal(str)
    step_wished = Signal(str)
    addition_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._rows: tuple[AgendaRow, ...] = ()
        self._chosen = ""
        self._focus_on_new = False
        self._tools: list[QToolButton] = []
        self._pool = Pool(self._make)
        self._lay_out()

    def receive(self, rows: tuple[AgendaRow, ...]) -> None:
        """Show these steps; the chosen one stays chosen while it is there."""
        added = self._focus_on_new and len(rows) > len(self._rows)
        self._chosen = rows[-1].item.id if added else self._still_chosen(rows)
        self._rows = rows
        self._fill()
        if added:
            self._focus_on_new = False
            self._pool.take(len(rows))[-1].take_focus()

    def add_to_bar(self, part: QWidget) -> None:
        """Put something of the page's own into the row under the steps."""
        self._right.insertWidget(self._right.indexOf(self._tools[0]), part)

    def fold(self, narrow: bool) -> None:
        """Take two lines under the steps instead of one."""
        self._bar.setDirection(FOLDED if narrow else LEVEL)

    def choose(self, identifier: str) -> None:
        """Make a row the chosen one."""
        if identifier != self._chosen:
            self._chosen = identifier
            self._fill()

    def finish_writing(self) -> None:
        """Hand over what has been typed, if anything has."""
        for row in self._pool.take(len(self._rows)):
            row.finish_writing()

    def take_focus(self) -> None:
        """Put the keyboard on the chosen step."""
        for row, view in zip(self._rows, self._pool.take(len(self._rows)), strict=True):
            if row.item.id == self._chosen:
                view.take_focus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()

    @override
    def dress(self) -> None:
        wanted = look()
        self._column.setContentsMargins(wanted.px(8), wanted.px(8), wanted.px(8), wanted.px(6))
        self._column.setSpacing(wanted.px(6))
        self._list.setSpacing(wanted.px(1))
        self._area.setMinimumHeight(wanted.px(LEAST * LOW))
        for tool in self._tools:
            tool.setIcon(icon(str(tool.property("icon-name")), "ink_soft", 16))
            tool.setIconSize(QSize(wanted.px(16), wanted.px(16)))

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        self._list = QVBoxLayout()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(self._list)
        inside.addStretch(1)
        self._area = QScrollArea()
        self._area.setObjectName("agenda-list")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(page)
        left, right = QHBoxLayout(), QHBoxLayout()
        self._add = QPushButton(self.tr("Add a step"))
        self._add.setObjectName("agenda-add")
        self._add.clicked.connect(self._wish_new)
        left.addWidget(self._add)
        self._go = QPushButton(self.tr("Go to this step"))
        self._go.setObjectName("agenda-go")
        self._go.clicked.connect(self._wish_step)
        left.addWidget(self._go)
        left.addStretch(1)
        right.addStretch(1)
        for name, tip, sign, deed in (
            ("agenda-up", self.tr("Move the chosen step up"), "chevron-up", partial(self._shift, -1)),
            ("agenda-down", self.tr("Move the chosen step down"), "chevron-down", partial(self._shift, 1)),
            ("agenda-remove", self.tr("Remove the chosen step"), "x", self._remove),
        ):
            right.addWidget(self._tool(name, tip, sign, deed))
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._area, 1)
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._bar.addLayout(left)
        self._bar.addLayout(right, 1)
        self._right = right
        self._column.addLayout(self._bar)
        self.dress()

    def _tool(self, name: str, tip: str, sign: str, deed: Callable[[], None]) -> QToolButton:
        tool = QToolButton()
        tool.setObjectName(name)
        tool.setAccessibleName(tip)
        tool.setToolTip(tip)
        tool.setProperty("icon-name", sign)
        tool.clicked.connect(deed)
        self._tools.append(tool)
        return tool

    def _make(self, number: int) -> AgendaRowView:
        row = AgendaRowView(number)
        row.title_written.connect(self.title_written)
        row.purpose_written.connect(self.purpose_written)
        row.minutes_written.connect(self.minutes_written)
        row.chosen.connect(self.choose)
        self._list.addWidget(row)
        return row

    def _fill(self) -> None:
        """What steps are for is told of all of them if that fits, else of the chosen one."""
        roomy = len(self._rows) * (2 * look().px(LOW) + 1) <= self._area.viewport().height()
        for row, view in zip(self._rows, self._pool.take(len(self._rows)), strict=True):
            view.receive(row, chosen=row.item.id == self._chosen, purpose=roomy)
        place = next((place for place, row in enumerate(self._rows) if row.item.id == self._chosen), -1)
        up, down, remove = self._tools
        up.setEnabled(place > 0)
        down.setEnabled(0 <= place < len(self._rows) - 1)
        remove.setEnabled(place >= 0)
        self._go.setEnabled(place >= 0 and not self._rows[place].present)

    def _still_chosen(self, rows: tuple[AgendaRow, ...]) -> str:
        """The step that was chosen, or the one in its place; at first the present one."""
        names = [row.item.id for row in rows]
        if self._chosen in names or not names:
            return self._chosen
        before = [row.item.id for row in self._rows]
        if self._chosen in before:
            return names[min(before.index(self._chosen), len(names) - 1)]
        return next((row.item.id for row in rows if row.present), names[0])

    def _wish_new(self) -> None:
        self._focus_on_new = True
        self.addition_wished.emit()

    def _wish_step(self) -> None:
        self.step_wished.emit(self._chosen)

    def _shift(self, by: int) -> None:
        self.shift_wished.emit(self._chosen, by)

    def _remove(self) -> None:
        self.removal_wished.emit(self._chosen)
