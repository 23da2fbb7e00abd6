"""Predict, commit, reveal: the room says what it expects before it sees the verdicts."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.dashboard_frame import DashboardFrame
from desktop.widgets.dressed import Dressed
from desktop.widgets.hands_table import HandsTable
from desktop.widgets.invitation import Invitation
from desktop.widgets.labels import text_label
from desktop.widgets.scroll_page import scroll_page
from desktop.widgets.workshop_page import WorkshopPage
from models.pages.predictions import INVITATION, PredictionPage, prediction_page, prediction_table
from models.schema.snapshot import Snapshot
from models.schema.standing import Standing
from models.schema.workshop import Hands, Phase
from models.schema.workshop_steps import asked, dropped, locked, revealed, with_hands

LONGEST_QUESTION = 200


class PredictView(Dressed, WorkshopPage):
    """Asks, counts hands, locks, reveals, and keeps what was foreseen before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("predict")
        self._snapshot: Snapshot | None = None
        self._standing: Standing | None = None
        self._chosen = ""
        self._for_room = False
        self._about = text_label("", "changes", wrap=True)
        self._about.setObjectName("predict-about")
        self._table = HandsTable()
        self._table.counted.connect(self._count)
        self._table.picked.connect(self.picked)
        self._invitation = Invitation("predict-invitation", "users")
        self._question = QLineEdit()
        self._question.setObjectName("predict-question")
        self._question.setMaxLength(LONGEST_QUESTION)
        self._question.setPlaceholderText(self.tr("What do you ask the room? It can stay empty."))
        self._question.setAccessibleName(self.tr("The question to the room"))
        self._question.returnPressed.connect(self._ask)
        self._past = QComboBox()
        self._past.setObjectName("predict-past")
        self._past.setAccessibleName(self.tr("Earlier predictions"))
        self._past.activated.connect(self._choose)
        self._ask_button = self._button("ask", self.tr("Hide the verdicts and ask"), self._ask)
        self._lock_button = self._button("lock", self.tr("Lock the hands"), self._lock)
        self._reveal_button = self._button("reveal", self.tr("Reveal"), self._reveal)
        self._drop_button = self._button("drop", self.tr("Call it off"), self._drop, role="")
        self._lay_out()
        self.dress()

    @override
    def receive(self, snapshot: Snapshot) -> None:
        """Take the plenary's snapshot; the standing follows."""
        self._snapshot = snapshot

    @override
    def receive_standing(self, standing: Standing) -> None:
        """Show the prediction that is under way, or the last one."""
        self._standing = standing
        self._show()

    @override
    def mark_picked(self, identifier: str) -> None:
        """Every recommendation stands here already."""

    @override
    def for_the_room(self) -> None:
        """Show the recommendations and, once they are locked, the hands."""
        self._for_room = True
        self._frame.hide_tools()
        for part in (self._question, self._past, *self._buttons):
            part.hide()

    @override
    def take_focus(self) -> None:
        """Put the keyboard on the question, or on the first number."""
        if self._question.isVisible():
            self._question.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._table.take_focus()

    @override
    def dress(self) -> None:
        self._line.setSpacing(look().px(8))
        self._column.setSpacing(look().px(10))

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return self._ask_button, self._lock_button, self._reveal_button, self._drop_button

    def _lay_out(self) -> None:
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._line = QHBoxLayout()
        self._line.addWidget(self._question, 1)
        self._line.addWidget(self._past, 1)
        self._line.addStretch(0)
        for button in (self._drop_button, self._ask_button, self._lock_button, self._reveal_button):
            self._line.addWidget(button)
        self._column.addLayout(self._line)
        self._column.addWidget(self._about)
        self._column.addWidget(self._table)
        self._column.addWidget(self._invitation, 1)
        self._column.addStretch(0)
        self._frame = DashboardFrame("predict", body)
        self._frame.told.connect(self.told)
        scroll_page(QWidget(), self).addWidget(self._frame, 1)

    def _button(self, name: str, text: str, deed: object, role: str = "primary") -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(f"predict-{name}")
        button.setProperty("role", role)
        button.clicked.connect(deed)
        return button

    def _show(self) -> None:
        if self._snapshot is None or self._standing is None:
            return
        page = prediction_page(self._snapshot, self._standing.workshop, self._chosen)
        asking, is_locked = page.phase is Phase.ASKING, page.phase is Phase.LOCKED
        self._frame.receive(page.title, page.line, partial(prediction_table, page))
        self._about.setText(page.asked_about)
        self._about.setVisible(bool(page.asked_about))
        self._table.setVisible(bool(page.rows))
        self._invitation.setVisible(not page.rows)
        self._invitation.receive(*INVITATION)
        self._table.receive(page.rows, typing=asking and not self._for_room, counts=not asking)
        if self._for_room:
            return
        idle = not asking and not is_locked
        for part, wanted in (
            (self._question, idle),
            (self._ask_button, idle),
            (self._lock_button, asking),
            (self._reveal_button, is_locked),
            (self._drop_button, not idle),
            (self._past, idle and len(page.past) > 1),
        ):
            part.setVisible(wanted)
        self._fill_past(page)

    def _fill_past(self, page: PredictionPage) -> None:
        self._past.clear()
        for item in page.past:
            self._past.addItem(f"{item.question} – {item.score}", item.id)
        index = self._past.findData(self._chosen)
        self._past.setCurrentIndex(index if index >= 0 else self._past.count() - 1)

    def _choose(self, index: int) -> None:
        self._chosen = str(self._past.itemData(index))
        self._show()

    def _ask(self) -> None:
        question = self._question.text().strip()
        self._question.clear()
        self._chosen = ""
        self.step_wished.emit(lambda workshop, moment: asked(workshop, question, moment), "")
        self._table.take_focus()

    def _count(self, hands: Hands) -> None:
        self.step_wished.emit(lambda workshop, _: with_hands(workshop, hands), f"hands:{hands.id}")

    def _lock(self) -> None:
        if self._snapshot is not None:
            scenario = self._snapshot.scenario
            self.step_wished.emit(lambda workshop, moment: locked(workshop, scenario, moment), "")
            self._reveal_button.setFocus()

    def _reveal(self) -> None:
        self.step_wished.emit(revealed, "")

    def _drop(self) -> None:
        self.step_wished.emit(lambda workshop, _: dropped(workshop), "")
