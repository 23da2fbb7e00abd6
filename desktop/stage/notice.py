"""Tells quietly what was done or what is wrong, with one thing to do about it. It moves nothing."""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from desktop.base.guard import override
from desktop.base.plain_text import named, plain_label
from desktop.base.theme import icon, look, repolish

SHOWN_FOR = 8000
"""Milliseconds that a notice stays which asks for nothing: two sentences can be read twice."""
OFFERED_FOR = 30_000
"""Milliseconds that one stays whose button is the way on, for somebody who is speaking to a room meanwhile."""
WIDEST, NARROWEST = 720, 240
"""Unscaled pixels: no wider is easy to read, and in less there is no room for words beside a button."""
EDGE = 16


class NoticeTone(StrEnum):
    """How serious a notice is; serious ones stay until they are closed."""

    INFO = "info"
    WARN = "warn"
    BAD = "bad"


class Question(NamedTuple):
    """Something that stands until it is answered, with two answers and what each does; `key` tells it from others."""

    key: tuple[str, ...]
    text: str
    answers: tuple[tuple[str, Callable[[], object]], ...]


class Notice(QFrame):
    """One notice at a time, at the bottom of what it lies over; says when somebody has read one and closed it."""

    closed = Signal()
    cramped = Signal()
    """There is no room for the notice that is about to be shown."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("notice")
        self._text = named(plain_label(), "notice-text")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = named(QPushButton(), "notice-action")
        self._action.clicked.connect(self._act)
        self._other = named(QPushButton(), "notice-other")
        self._other.clicked.connect(self._act_otherwise)
        self._close = named(QToolButton(), "notice-close", self.tr("Close this notice"), role="tiny")
        self._close.clicked.connect(self.dismiss)
        self._answer: Callable[[], object] | None = None
        self._passing = False
        self._asked: Question | None = None
        self._questions: tuple[Question, ...] = ()
        self._later: set[tuple[str, ...]] = set()
        self._covered = 0, 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._action)
        self._row.addWidget(self._other)
        self._row.addWidget(self._close)
        over.installEventFilter(self)
        self.hide()

    def stand_aside(self, left: int, right: int) -> None:
        """Leave so much of either edge to what lies over it there."""
        self._covered = left, right
        if not self.isHidden():
            self._lie()

    def warn(self, text: str) -> None:
        """Show what stays until it is read."""
        self.tell(text, NoticeTone.WARN)

    def tell(
        self,
        text: str,
        tone: NoticeTone = NoticeTone.INFO,
        action: str = "",
        answer: Callable[[], object] | None = None,
        *,
        passing: bool = False,
        shown_for: int = SHOWN_FOR,
    ) -> None:
        """Show a notice; with an action, a button that does something about it.

        A `passing` one speaks of the last change, and goes with the next, or once it was `shown_for` milliseconds.
        """
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._other.hide()
        self._answer, self._passing, self._asked = answer, passing, None
        self._dress()
        self.setProperty("tone", tone.value)
        repolish(self)
        if self._over.width() - sum(self._covered) < look().px(NARROWEST + 2 * EDGE):
            self.cramped.emit()
        self.show()
        self.raise_()
        self._lie()
        self._timer.stop()
        if tone is NoticeTone.INFO:
            self._timer.start(shown_for)
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # slow to load

        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def ask(self, questions: tuple[Question, ...]) -> None:
        """Ask what is open: each stands until it is answered or put off, and is there again after another notice.

        What only tells something, and goes by itself, holds no question up.
        """
        self._questions = questions
        if self._asked is not None and self._asked[:2] not in [item[:2] for item in questions]:
            self.hide()
        elif self.isHidden() or (self._asked is None and self._timer.isActive() and not self._action.text()):
            self._ask_first()

    def forget(self) -> None:
        """Ask again what was put off: another file is open, or the page of the groups."""
        self._later.clear()

    @override
    def hide(self) -> None:
        """Make room for the question that is still open, if there is one."""
        super().hide()
        self._asked = None
        self._ask_first()

    def _ask_first(self) -> None:
        first = next((item for item in self._questions if item.key not in self._later), None)
        if first is None:
            return
        (action, answer), (other, _) = first.answers
        self._other.setText(other)
        self.tell(first.text, NoticeTone.WARN, action, answer)
        self._asked = first
        self._other.show()
        self._lie()

    def dismiss(self) -> None:
        """Close what is shown; a question is put off until its page or its file is opened again."""
        if self._asked is not None:
            self._later.add(self._asked.key)
        self.hide()
        self.closed.emit()

    def take_back(self, text: str) -> None:
        """What this notice says is so no more."""
        if self._text.text() == text:
            self.hide()

    def pass_away(self) -> None:
        """Something else has changed: what spoke of the last change goes, with its Undo."""
        if self._passing:
            self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._lie()
        return False

    def _lie(self) -> None:
        """Take the middle of what is free of the bottom edge, as wide as the words need and no wider."""
        over, wanted = self._over, look()
        edge = wanted.px(EDGE)
        left, right = self._covered
        free = over.width() - left - right
        widest = min(free - 2 * edge, wanted.px(WIDEST))
        buttons = [self._action] if self._action.text() else []
        buttons += [self._other] if self._asked is not None else []
        controls = wanted.px(60) + sum(button.sizeHint().width() + wanted.px(10) for button in buttons)
        words = self._text.fontMetrics().horizontalAdvance(self._text.text()) + wanted.px(8)
        width = min(widest, words + controls)
        self._text.setFixedWidth(max(1, width - controls))
        tallest = max(button.sizeHint().height() for button in (self._close, *buttons))
        layout_height = max(self._text.heightForWidth(self._text.width()), tallest) + wanted.px(14)
        top = over.height() - layout_height - edge
        self.setGeometry(left + (free - width) // 2, top, width, layout_height)

    def _dress(self) -> None:
        wanted = look()
        self._row.setContentsMargins(wanted.px(14), wanted.px(6), wanted.px(8), wanted.px(6))
        self._row.setSpacing(wanted.px(10))
        self._close.setIcon(icon("x", "ink_soft", 14))
        self._close.setFixedSize(wanted.px(24), wanted.px(24))

    def _act(self) -> None:
        answer, asked = self._answer, self._asked
        if asked is None:
            self.hide()
        if answer is not None:
            answer()
        if asked is None:
            self.closed.emit()

    def _act_otherwise(self) -> None:
        if self._asked is not None:
            _, (_, answer) = self._asked.answers
            answer()
