"""Tells quietly what was done or what is wrong, with one thing to do about it. It moves nothing."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from desktop.base.guard import override
from desktop.base.theme import icon, look
from desktop.kit.text import plain_label

SHOWN_FOR = 8000
"""Milliseconds that a notice stays which asks for nothing: two sentences can be read twice."""
WIDEST = 720
EDGE = 16


class NoticeTone(StrEnum):
    """How serious a notice is; serious ones stay until they are closed."""

    INFO = "info"
    WARN = "warn"
    BAD = "bad"


class Notice(QFrame):
    """One notice at a time, at the bottom of what it lies over."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("notice")
        self._text = plain_label()
        self._text.setObjectName("notice-text")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = QPushButton()
        self._action.setObjectName("notice-action")
        self._action.clicked.connect(self._act)
        self._close = QToolButton()
        self._close.setObjectName("notice-close")
        self._close.setProperty("role", "tiny")
        self._close.setAccessibleName(self.tr("Close this notice"))
        self._close.clicked.connect(self.dismiss)
        self._deed: Callable[[], object] | None = None
        self._passing = self._asking = False
        self._questions: list[tuple[str, str, Callable[[], object]]] = []
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._timer.timeout.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._action)
        self._row.addWidget(self._close)
        over.installEventFilter(self)
        self.hide()

    def warn(self, text: str) -> None:
        """Show what stays until it is read."""
        self.tell(text, NoticeTone.WARN)

    def tell(
        self,
        text: str,
        tone: NoticeTone = NoticeTone.INFO,
        action: str = "",
        deed: Callable[[], object] | None = None,
        *,
        passing: bool = False,
    ) -> None:
        """Show a notice; with an action, a button that does something about it.

        A `passing` one speaks of the last change, and goes with the next.
        """
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._deed, self._passing, self._asking = deed, passing, False
        self._dress()
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        self.raise_()
        self._lie()
        self._timer.stop()
        if tone is NoticeTone.INFO:
            self._timer.start()
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # slow to load

        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def ask(self, text: str, action: str, deed: Callable[[], object]) -> None:
        """Ask something that stands until it is answered or closed: after any other notice it is there again."""
        self._questions.append((text, action, deed))
        if not self._asking:
            self._ask_first()

    def forget(self) -> None:
        """Ask nothing any more: what was asked about is gone."""
        self._questions.clear()
        if self._asking:
            self.hide()

    @override
    def hide(self) -> None:
        """Make room for the question that is still open, if there is one."""
        super().hide()
        self._asking = False
        if self._questions:
            self._ask_first()

    def _ask_first(self) -> None:
        text, action, deed = self._questions[0]
        self.tell(text, NoticeTone.WARN, action, deed)
        self._asking = True

    def dismiss(self) -> None:
        """Close what is shown; a question is answered by that: both stay."""
        if self._asking:
            del self._questions[0]
        self.hide()

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
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._lie()
        return False

    def _lie(self) -> None:
        """Take the middle of the bottom edge, as wide as the words need and no wider than what is beneath."""
        over = self.parentWidget()
        if over is None:
            return
        wanted = look()
        edge = wanted.px(EDGE)
        widest = min(over.width() - 2 * edge, wanted.px(WIDEST))
        controls = wanted.px(60) + (self._action.sizeHint().width() if self._action.text() else 0)
        words = self._text.fontMetrics().horizontalAdvance(self._text.text()) + wanted.px(8)
        width = min(widest, words + controls)
        self._text.setFixedWidth(max(1, width - controls))
        layout_height = max(self._text.heightForWidth(self._text.width()), wanted.px(26)) + wanted.px(14)
        top = over.height() - layout_height - edge
        self.setGeometry((over.width() - width) // 2, top, width, layout_height)

    def _dress(self) -> None:
        wanted = look()
        self._row.setContentsMargins(wanted.px(14), wanted.px(6), wanted.px(8), wanted.px(6))
        self._row.setSpacing(wanted.px(10))
        self._close.setIcon(icon("x", "ink_soft", 14))
        self._close.setFixedSize(wanted.px(22), wanted.px(22))

    def _act(self) -> None:
        deed = self._deed
        self.dismiss()
        if deed is not None:
            deed()
