"""What starts, pauses and turns the agenda, and the choice of a ready-made plan."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from desktop.base.theme import icon, look
from desktop.widgets.dressed import Dressed
from models.pages.agenda import AgendaMoment, AgendaRow, ninety_minutes, three_hours

LEVEL, FOLDED = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class AgendaControls(Dressed, QWidget):
    """One row: start or pause, a step back or on, the page of the present step, and whether to beep."""

    started = Signal()
    turned = Signal(int)
    page_wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = ""
        self._running = False
        self._start = QPushButton()
        self._start.setObjectName("agenda-start")
        self._start.setProperty("role", "primary")
        self._start.clicked.connect(self.started)
        self._back = self._turn("agenda-back", self.tr("Previous step"), -1)
        self._next = self._turn("agenda-next", self.tr("Next step"), 1)
        self._open = QPushButton()
        self._open.setObjectName("agenda-open")
        self._open.setProperty("role", "link")
        self._open.clicked.connect(self._wish_page)
        self.beeps = QCheckBox(self.tr("Beep when a step ends"))
        self.beeps.setObjectName("agenda-beeps")
        self._row = QHBoxLayout()
        for part in (self._start, self._back, self._next, self._open):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.addLayout(self._row, 1)
        self._both.addWidget(self.beeps)
        self.dress()

    def receive(self, moment: AgendaMoment) -> None:
        """Show what can be done at this moment."""
        self._running = moment.running
        begun = bool(moment.number)
        self._start.setText(
            self.tr("Pause") if moment.running else self.tr("Go on") if begun else self.tr("Start")
        )
        present = next((row for row in moment.rows if row.present), None)
        shown = present or (moment.rows[0] if moment.rows else None)
        self._back.setEnabled(present is not None and present.number > 1)
        self._next.setEnabled(present is not None and present.number < len(moment.rows))
        self._show_page(shown)
        self._show_sign()

    def fold(self, narrow: bool) -> None:
        """Take two lines instead of one."""
        self._both.setDirection(FOLDED if narrow else LEVEL)

    def take_focus(self) -> None:
        """Put the keyboard on starting and pausing."""
        self._start.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def dress(self) -> None:
        for row in (self._row, self._both):
            row.setSpacing(look().px(8))
        self._show_sign()

    def _turn(self, name: str, title: str, by: int) -> QPushButton:
        button = QPushButton(title)
        button.setObjectName(name)
        button.clicked.connect(partial(self.turned.emit, by))
        return button

    def _show_page(self, row: AgendaRow | None) -> None:
        self._page = row.page if row is not None else ""
        self._open.setVisible(bool(self._page))
        if row is not None:
            self._open.setText(self.tr("Open {0}").format(row.page_title))

    def _show_sign(self) -> None:
        self._start.setIcon(icon("pause" if self._running else "play", "on_brand", 14))
        self._start.setIconSize(QSize(look().px(14), look().px(14)))

    def _wish_page(self) -> None:
        self.page_wished.emit(self._page)


class PlanChoice(QWidget):
    """Two buttons, one for each ready-made plan."""

    plan_wished = Signal(object)

    def __init__(self, name: str, *, main: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for key, title, plan in (
            ("ninety", self.tr("Plan 90 minutes"), ninety_minutes()),
            ("three-hours", self.tr("Plan 3 hours"), three_hours()),
        ):
            button = QPushButton(title)
            button.setObjectName(f"{name}-{key}")
            if main and key == "ninety":
                button.setProperty("role", "primary")
            button.clicked.connect(partial(self.plan_wished.emit, plan))
            row.addWidget(button)
