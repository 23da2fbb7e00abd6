"""The blank page: the case's title on a calm ground, for when the room should look at each other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.dashboard import Dashboard
from desktop.widgets.dressed import Dressed
from desktop.widgets.labels import text_label
from models.language.panes import source_line
from models.schema.snapshot import Snapshot

TITLE, LINE = 30, 15


class BlankView(Dressed, Dashboard):
    """Only the title and where it comes from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("blank")
        self._title = text_label("", "brand", wrap=True)
        self._title.setObjectName("blank-title")
        self._line = text_label("", "soft", wrap=True)
        self._line.setObjectName("blank-line")
        self._page = QVBoxLayout(self)
        self._page.addStretch(1)
        for label in (self._title, self._line):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._page.addWidget(label)
        self._page.addStretch(1)
        self.dress()

    @override
    def receive(self, snapshot: Snapshot) -> None:
        """Show the case's title."""
        self._title.setText(snapshot.case.title)
        self._line.setText(source_line(snapshot.case.source))

    @override
    def mark_picked(self, identifier: str) -> None:
        """What is being explained is not shown here."""

    @override
    def take_focus(self) -> None:
        """Put the keyboard on the page."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def dress(self) -> None:
        wanted = look()
        self._page.setContentsMargins(wanted.px(60), wanted.px(20), wanted.px(60), wanted.px(40))
        self._page.setSpacing(wanted.px(12))
        self._title.setFont(wanted.font(TITLE, Weight.BOLD))
        self._line.setFont(wanted.font(LINE))
