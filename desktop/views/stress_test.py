"""The stress test: recommendations against assumptions, from here and over all settings."""

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.theme import look
from desktop.widgets.dashboard import Dashboard
from desktop.widgets.dashboard_frame import DashboardFrame
from desktop.widgets.labels import text_label
from desktop.widgets.matrix_key import MatrixKey
from desktop.widgets.matrix_table import MatrixTable
from desktop.widgets.scroll_page import scroll_page
from desktop.widgets.waiting import Waiting
from models.narrative.matrix import Matrix, MatrixColumn, Order, Outlook, first_change
from models.narrative.stress_test import stress_matrix
from models.narrative.stress_words import TITLES, cell_sentence, stress_table
from models.schema.snapshot import Snapshot

NARROW = 420


class StressTestView(Dashboard):
    """One matrix, asked two questions; the cell under the cursor is read out and can be applied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stress-test")
        self._snapshot: Snapshot | None = None
        self._matrix: Matrix | None = None
        self._outlook = Outlook.HERE
        self._order = Order.LOAD
        self._picked = ""
        self._outlooks = self._choices(
            {Outlook.HERE: self.tr("From here"), Outlook.EVERYWHERE: self.tr("Everywhere")}, "stress-outlook"
        )
        self._orders = self._choices(
            {Order.LOAD: self.tr("By load"), Order.CASE: self.tr("Case order")}, "stress-order"
        )
        self._table = MatrixTable()
        self._table.setObjectName("stress-table")
        self._table.setAccessibleName(self.tr("Recommendations against assumptions"))
        self._key = MatrixKey()
        self._sentence = text_label("", "body", wrap=True)
        self._sentence.setObjectName("stress-sentence")
        self._apply = QPushButton()
        self._apply.setObjectName("stress-apply")
        self._lay_out()
        self._outlooks.idClicked.connect(self._choose_outlook)
        self._orders.idClicked.connect(self._choose_order)
        self._table.moved.connect(self._move)
        self._table.head_picked.connect(self.picked)
        self._table.wished.connect(self._wish)
        self._apply.clicked.connect(self._wish)
        self._frame.told.connect(self.told)

    @override
    def receive(self, snapshot: Snapshot) -> None:
        """Show the matrix of the snapshot, or that it is being worked out."""
        if self._snapshot is None or self._snapshot.case is not snapshot.case:
            self._waiting.forget()
        self._snapshot = snapshot
        if snapshot.analyses is None:
            self._waiting.wait()
            return
        matrix = stress_matrix(snapshot, snapshot.analyses, self._outlook, self._order)
        self._matrix = matrix
        self._table.receive(matrix, partial(cell_sentence, snapshot.analyses))
        self._key.receive(matrix.key)
        self._frame.receive(matrix.title, matrix.line, partial(stress_table, matrix))
        self.mark_picked(self._picked)
        self._read_out()
        self._waiting.arrive()

    @override
    def mark_picked(self, identifier: str) -> None:
        """Go to the row or the column of the statement that is being explained."""
        self._picked = identifier
        self._table.mark(identifier)
        if self._matrix is None:
            return
        row, column = self._table.place()
        if identifier != row and any(item.id == identifier for item in self._matrix.rows):
            row, column = identifier, first_change(self._matrix, identifier) or column
        elif identifier and any(item.id == identifier for item in self._matrix.columns):
            column = identifier
        self._table.go_to(row, column)
        self._read_out()

    @override
    def take_focus(self) -> None:
        """Put the keyboard on the matrix."""
        self._table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < look().px(NARROW)
        upright, level = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._top.setDirection(upright if narrow else level)
        super().resizeEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self._dress()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        body = QFrame()
        body.setObjectName("panel")
        self._body = QVBoxLayout(body)
        self._body.addWidget(self._table, 1)
        self._body.addWidget(self._key)
        self._waiting = Waiting(body)
        self._waiting.gave_up.connect(self._say_nothing)
        self._frame = DashboardFrame("stress-test", self._waiting)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for group in (self._outlooks, self._orders):
            line = QHBoxLayout()
            for button in group.buttons():
                line.addWidget(button)
            line.addStretch(0)
            self._top.addLayout(line, 1 if group is self._outlooks else 0)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._sentence, 1)
        self._foot.addWidget(self._apply, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = scroll_page(QWidget(), self)
        layout.addLayout(self._top)
        layout.addWidget(self._frame, 1)
        layout.addLayout(self._foot)
        self._dress()

    def _dress(self) -> None:
        wanted = look()
        side = wanted.px(16)
        self._top.setContentsMargins(side, wanted.px(8), side, 0)
        self._top.setSpacing(wanted.px(6))
        self._body.setContentsMargins(wanted.px(5), wanted.px(2), wanted.px(3), wanted.px(4))
        self._body.setSpacing(wanted.px(4))
        self._foot.setContentsMargins(side, 0, side, wanted.px(8))
        self._foot.setSpacing(wanted.px(12))
        self._sentence.setMinimumHeight(wanted.px(36))
        self._table.setMinimumHeight(wanted.px(240))

    def _choices(self, names: dict[Outlook, str] | dict[Order, str], group: str) -> QButtonGroup:
        buttons = QButtonGroup(self)
        for index, (choice, name) in enumerate(names.items()):
            button = QPushButton(name)
            button.setObjectName(f"{group}:{choice.value}")
            button.setProperty("role", "choice")
            button.setCheckable(True)
            button.setChecked(index == 0)
            buttons.addButton(button, index)
        return buttons

    def _choose_outlook(self, index: int) -> None:
        self._outlook = list(Outlook)[index]
        self._show_again()

    def _choose_order(self, index: int) -> None:
        self._order = list(Order)[index]
        self._show_again()

    def _show_again(self) -> None:
        if self._snapshot is not None:
            self.receive(self._snapshot)

    def _say_nothing(self) -> None:
        self._matrix = None
        self._frame.receive(TITLES[self._outlook], "", str)
        self._sentence.clear()
        self._apply.hide()

    def _column(self) -> MatrixColumn | None:
        _, name = self._table.place()
        columns = self._matrix.columns if self._matrix is not None else ()
        return next((column for column in columns if column.id == name and name), None)

    def _move(self, row: str, _column: str) -> None:
        self._read_out()
        if row != self._picked:
            self.picked.emit(row)

    def _read_out(self) -> None:
        column = self._column()
        index = self._table.currentIndex()
        self._sentence.setText(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or ""))
        self._apply.setVisible(column is not None and bool(column.wish))
        if column is not None and column.wish:
            self._apply.setText(column.wish)

    def _wish(self) -> None:
        column = self._column()
        if column is not None and column.wish and column.to is not None:
            self.stances_wished.emit({column.id: column.to})
