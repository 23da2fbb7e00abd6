"""The curtain: what the room sees instead of verdicts while it is asked what it expects."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.dressed import Dressed
from desktop.widgets.labels import text_label
from desktop.widgets.large_type import enlarge
from desktop.widgets.scroll_page import scroll_page
from desktop.widgets.workshop_page import WorkshopPage
from models.pages.room import Curtain, CurtainLine, curtain
from models.schema.snapshot import Snapshot
from models.schema.standing import Standing

TITLE, LINE, ROW = 24, 15, 14


class CurtainView(Dressed, WorkshopPage):
    """The recommendations by name, without a verdict, and the hands once they are counted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("curtain")
        self._snapshot: Snapshot | None = None
        self._standing: Standing | None = None
        self._rows: list[tuple[QLabel, QLabel, QLabel]] = []
        self._title = text_label("", "strong", wrap=True)
        self._title.setObjectName("curtain-title")
        self._line = text_label("", "soft", wrap=True)
        self._line.setObjectName("curtain-line")
        panel = QFrame()
        panel.setObjectName("panel")
        self._grid = QGridLayout(panel)
        self._grid.setColumnStretch(1, 1)
        self._page = scroll_page(QWidget(), self)
        for part in (self._title, self._line, panel):
            self._page.addWidget(part)
        self._page.addStretch(1)

    @override
    def receive(self, snapshot: Snapshot) -> None:
        """Name the recommendations of the snapshot, and no more."""
        self._snapshot = snapshot
        workshop = self._standing.workshop if self._standing is not None else None
        self._show(curtain(snapshot, workshop))

    @override
    def receive_standing(self, standing: Standing) -> None:
        """Show what is asked, and the hands if they can no longer change."""
        self._standing = standing
        if self._snapshot is not None:
            self.receive(self._snapshot)

    @override
    def mark_picked(self, identifier: str) -> None:
        """What is being explained is not shown here."""

    @override
    def take_focus(self) -> None:
        """Put the keyboard on the page."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.dress()

    def _show(self, shown: Curtain) -> None:
        self._title.setText(shown.title)
        self._line.setText(shown.line)
        while len(self._rows) < len(shown.recommendations):
            self._add_row()
        for place, row in enumerate(self._rows):
            line = shown.recommendations[place] if place < len(shown.recommendations) else None
            _fill(row, line)
        self.dress()

    def _add_row(self) -> None:
        place = len(self._rows)
        row = (text_label("", "soft"), text_label("", "strong", wrap=True), text_label("", "soft"))
        for column, label in enumerate(row):
            label.setObjectName(f"curtain-{('code', 'title', 'hands')[column]}:{place + 1}")
            self._grid.addWidget(label, place, column)
        self._rows.append(row)

    @override
    def dress(self) -> None:
        enlarge(self, self._dress_at)

    def _dress_at(self, times: float) -> None:
        wanted = look()
        self._page.setContentsMargins(wanted.px(20), wanted.px(12), wanted.px(20), wanted.px(12))
        self._page.setSpacing(wanted.px(8 * times))
        self._grid.setContentsMargins(wanted.px(16), wanted.px(10), wanted.px(16), wanted.px(10))
        self._grid.setHorizontalSpacing(wanted.px(14 * times))
        self._grid.setVerticalSpacing(wanted.px(7 * times))
        self._title.setFont(wanted.font(TITLE * times, Weight.BOLD))
        self._line.setFont(wanted.font(LINE * times))
        for code, title, hands in self._rows:
            code.setFont(wanted.font(ROW * times, Weight.SEMIBOLD))
            title.setFont(wanted.font(ROW * times))
            hands.setFont(wanted.font(ROW * times, Weight.SEMIBOLD))


def _fill(row: tuple[QLabel, QLabel, QLabel], line: CurtainLine | None) -> None:
    for label in row:
        label.setVisible(line is not None)
    if line is not None:
        for label, text in zip(row, (line.code, line.title, line.hands), strict=True):
            label.setText(text)
        row[1].setAccessibleName(line.spoken)
