"""The stress test: recommendations against assumptions, from here and over all settings."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.analysed_dashboard import AnalysedDashboard
from desktop.widgets.choices import Choices
from desktop.widgets.key import Key
from desktop.widgets.labels import text_label
from desktop.widgets.matrix_key import matrix_signs
from desktop.widgets.matrix_table import MatrixTable
from models.language.matrix import Matrix, MatrixColumn, Order, Outlook, first_change
from models.language.stress_words import TITLES, cell_sentence, stress_table
from models.pages.stress_test import stress_matrix
from models.schema.snapshot import Analyses, Snapshot


class StressTestView(AnalysedDashboard):
    """One matrix, asked two questions; the cell under the cursor is read out and can be applied."""

    narrow = 420

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("stress-test", parent)
        self._matrix: Matrix | None = None
        self._outlook = Outlook.HERE
        self._order = Order.LOAD
        self._picked = ""
        self._outlooks = Choices(
            "stress-outlook", {Outlook.HERE: self.tr("From here"), Outlook.EVERYWHERE: self.tr("Everywhere")}
        )
        self._orders = Choices(
            "stress-order", {Order.LOAD: self.tr("By load"), Order.CASE: self.tr("Case order")}
        )
        self._table = MatrixTable()
        self._table.setObjectName("stress-table")
        self._table.setAccessibleName(self.tr("Recommendations against assumptions"))
        self._key = Key()
        self._key.setObjectName("stress-key")
        self._sentence = text_label("", "body", wrap=True)
        self._sentence.setObjectName("stress-sentence")
        self._apply = QPushButton()
        self._apply.setObjectName("stress-apply")
        self._lay_out()
        self._outlooks.chosen.connect(self._choose_outlook)
        self._orders.chosen.connect(self._choose_order)
        self._table.moved.connect(self._move)
        self._table.head_picked.connect(self.picked)
        self._table.wished.connect(self._wish)
        self._apply.clicked.connect(self._wish)

    @override
    def show_answers(self, snapshot: Snapshot, analyses: Analyses) -> None:
        matrix = stress_matrix(snapshot, analyses, self._outlook, self._order)
        self._matrix = matrix
        self._table.receive(matrix, partial(cell_sentence, analyses))
        self._key.receive(matrix_signs(matrix.key))
        self._frame.receive(matrix.title, matrix.line, partial(stress_table, matrix))
        self.mark_picked(self._picked)
        self._read_out()

    @override
    def say_nothing(self, snapshot: Snapshot) -> None:
        self._matrix = None
        self._frame.receive(TITLES[self._outlook], "", str)
        self._sentence.clear()
        self._apply.hide()

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
    def for_the_room(self) -> None:
        super().for_the_room()
        self._sentence.hide()
        self.dress()

    @override
    def take_focus(self) -> None:
        """Put the keyboard on the matrix."""
        self._table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def dress(self) -> None:
        wanted = look()
        side = wanted.px(16)
        around = 0 if self.in_room else wanted.px(8)
        self._top.setContentsMargins(side, around, side, 0)
        self._top.setSpacing(wanted.px(6))
        self._body.setContentsMargins(wanted.px(5), wanted.px(2), wanted.px(3), wanted.px(4))
        self._body.setSpacing(wanted.px(4))
        self._foot.setContentsMargins(side, 0, side, around)
        self._foot.setSpacing(wanted.px(12))
        self._sentence.setMinimumHeight(wanted.px(36))
        self._table.setMinimumHeight(wanted.px(240))

    def _lay_out(self) -> None:
        body = QFrame()
        body.setObjectName("panel")
        self._body = QVBoxLayout(body)
        self._body.addWidget(self._table, 1)
        self._body.addWidget(self._key)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.addWidget(self._outlooks, 0, Qt.AlignmentFlag.AlignLeft)
        self._top.addStretch(1)
        self._top.addWidget(self._orders, 0, Qt.AlignmentFlag.AlignLeft)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._sentence, 1)
        self._foot.addWidget(self._apply, 0, Qt.AlignmentFlag.AlignVCenter)
        page = self.put(self.wait_with(body), self._top)
        page.insertLayout(0, self._top)
        page.addLayout(self._foot)
        self.dress()

    def _choose_outlook(self, outlook: str) -> None:
        self._outlook = Outlook(outlook)
        self.show_again()

    def _choose_order(self, order: str) -> None:
        self._order = Order(order)
        self.show_again()

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
        wished = column is not None and bool(column.wish)
        self._apply.setVisible(wished and not self.in_room)
        if column is not None and column.wish:
            self._apply.setText(column.wish)

    def _wish(self) -> None:
        column = self._column()
        if column is not None and column.wish and column.to is not None:
            self.stances_wished.emit({column.id: column.to})
