"""The walk-through: the argument built up in the source's order, one calm screen for every step."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.base.theme import icon, look
from desktop.widgets.dashboard_frame import DashboardFrame
from desktop.widgets.dressed import Dressed
from desktop.widgets.flow_view import FlowView
from desktop.widgets.labels import text_label
from desktop.widgets.overview_panel import OverviewPanel
from desktop.widgets.scroll_page import scroll_page
from desktop.widgets.step_note import StepNoteField
from desktop.widgets.step_strip import StepStrip
from desktop.widgets.workshop_page import WorkshopPage
from models.pages.walk_states import walk_line, walk_rule_states, walk_states, walk_table, walk_tallies
from models.pages.walk_through import walk_through
from models.pages.walk_values import WalkStep
from models.schema.case import Case
from models.schema.room_steps import noted
from models.schema.snapshot import Snapshot
from models.schema.standing import Standing
from models.schema.workshop import Workshop

ONWARD = (
    *(Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Down),
    *(Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_N),
)
BACK = (Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Backspace, Qt.Key.Key_Up, Qt.Key.Key_P)
ROOMY = 960
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class WalkThroughView(Dressed, WorkshopPage):
    """One step at a time; another instance can follow by `go_to`."""

    moved = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("walk-through")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._snapshot: Snapshot | None = None
        self._workshop: Workshop | None = None
        self._case: Case | None = None
        self._steps: tuple[WalkStep, ...] = ()
        self._at = 0
        self._picked = ""
        self._progress = text_label("", "section")
        self._progress.setObjectName("walk-progress")
        self._strip = StepStrip()
        self._flow = FlowView()
        self._overview = OverviewPanel()
        self._note = StepNoteField()
        self._controls = QWidget()
        self._list = QComboBox()
        self._back = self._turning("walk-back", self.tr("Previous"), -1)
        self._next = self._turning("walk-next", self.tr("Next"), 1)
        self._lay_out()
        self._join()

    @override
    def receive(self, snapshot: Snapshot) -> None:
        """Show the present step with the states of this snapshot."""
        self._snapshot = snapshot
        if snapshot.case is not self._case:
            self._case = snapshot.case
            self._steps = walk_through(snapshot.case)
            self._at = 0
            self._list.clear()
            self._list.addItems([step.listing for step in self._steps])
        self._draw()

    @override
    def receive_standing(self, standing: Standing) -> None:
        """Take over the notes, and whether verdicts are hidden."""
        before, self._workshop = self._workshop, standing.workshop
        self._show_note()
        if (before is None or before.asking is None) != (standing.workshop.asking is None):
            self._draw()

    @override
    def mark_picked(self, identifier: str) -> None:
        """Mark the statement that is being explained."""
        self._picked = identifier
        self._flow.mark_picked(identifier)
        self._overview.mark_picked(identifier)

    @override
    def for_the_room(self) -> None:
        """Leave the step and how far it is; nothing to press, and no note."""
        self._controls.hide()
        self._frame.hide_tools()
        self._strip.setEnabled(False)

    @override
    def take_focus(self) -> None:
        """Put the keyboard, and with it a presenter's remote, on the walk."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to(self, step_id: str) -> None:
        """Show a step, as another instance does, without telling anybody; an unknown id is left alone."""
        place = next((index for index, step in enumerate(self._steps) if step.id == step_id), self._at)
        if place != self._at:
            self._at = place
            self._draw()

    def finish_writing(self) -> None:
        """Hand over what has been typed, if anything has."""
        self._note.finish_writing()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        wanted = {
            **dict.fromkeys(ONWARD, self._at + 1),
            **dict.fromkeys(BACK, self._at - 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._steps) - 1,
        }
        if event.modifiers() in PLAIN and key in wanted:
            self._turn_to(wanted[key])
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys turn steps even where they would scroll what does not fit."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self.keyPressEvent(event)
            return event.isAccepted()
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._frame.enlarge(self.width() >= look().px(ROOMY))
        super().resizeEvent(event)

    def step(self, by: int) -> None:
        """Turn so many steps on, or back where that is negative, as a remote does."""
        self._turn_to(self._at + by)

    @override
    def dress(self) -> None:
        wanted = look()
        side = wanted.px(16)
        self._top.setContentsMargins(side, wanted.px(10), side, 0)
        self._top.setSpacing(wanted.px(14))
        self._below.setContentsMargins(side, 0, side, wanted.px(8))
        self._below.setSpacing(wanted.px(6))
        self._turns.setSpacing(wanted.px(8))
        self._next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        for button, name in ((self._back, "chevron-left"), (self._next, "chevron-right")):
            button.setIcon(icon(name, "ink", 16))
            button.setIconSize(QSize(wanted.px(16), wanted.px(16)))

    def _turning(self, name: str, title: str, by: int) -> QPushButton:
        """A button that turns a page; the mouse leaves the keyboard where it is, so that a remote goes on."""
        button = QPushButton(title)
        button.setObjectName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self.step, by))
        return button

    def _lay_out(self) -> None:
        body = QWidget()
        page = scroll_page(QWidget(), body)
        page.addWidget(self._flow, 1)
        page.addWidget(self._overview, 1)
        for area in body.findChildren(QScrollArea):
            area.installEventFilter(self)
        self._frame = DashboardFrame("walk-through", body)
        top = QHBoxLayout()
        top.addWidget(self._progress)
        top.addWidget(self._strip, 1)
        self._list.setObjectName("walk-list")
        self._list.setAccessibleName(self.tr("Go to a step"))
        self._list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._list.setMaxVisibleItems(20)
        turning = QHBoxLayout()
        turning.addWidget(self._back)
        turning.addWidget(self._list, 1)
        turning.addWidget(self._next)
        controls = QVBoxLayout(self._controls)
        controls.addWidget(self._note)
        controls.addLayout(turning)
        layout = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self._frame, 1)
        layout.addWidget(self._controls)
        self._top, self._turns, self._below = top, turning, controls
        self.dress()

    def _join(self) -> None:
        self._flow.picked.connect(self.picked)
        self._overview.picked.connect(self.picked)
        self._frame.told.connect(self.told)
        self._note.written.connect(self._keep_note)
        self._list.activated.connect(self._choose)
        self._strip.step_wished.connect(self._jump)

    def _draw(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        step = self._steps[self._at]
        hidden = self._workshop is not None and self._workshop.asking is not None
        table = partial(walk_table, snapshot, self._steps, hidden=hidden)
        self._frame.receive(step.title, walk_line(snapshot, step, hidden=hidden), table)
        self._progress.setText(step.progress)
        self._strip.receive(self._steps, self._at)
        states = walk_states(snapshot, step, hidden=hidden)
        if step.conclusion is None:
            tallies = walk_tallies(snapshot, step, hidden=hidden)
            self._overview.receive(step, tallies, states, self._picked)
        else:
            rules = walk_rule_states(snapshot, step, hidden=hidden)
            self._flow.receive(step, states, rules, self._picked)
        self._flow.setVisible(step.conclusion is not None)
        self._overview.setVisible(step.conclusion is None)
        self._list.setCurrentIndex(self._at)
        self._back.setEnabled(self._at > 0)
        self._next.setEnabled(self._at < len(self._steps) - 1)
        self.setAccessibleName(f"{step.progress}: {step.title}")
        self._show_note()

    def _show_note(self) -> None:
        if self._steps and self._workshop is not None:
            about = self._steps[self._at].about
            kept = (note.text for note in self._workshop.step_notes if note.id == about)
            self._note.receive(about, next(kept, ""))

    def _keep_note(self, about: str, text: str) -> None:
        self.step_wished.emit(lambda workshop, _: noted(workshop, about, text), f"step-note:{about}")

    def _choose(self, place: int) -> None:
        self._turn_to(place)

    def _jump(self, step_id: str) -> None:
        self._turn_to(next(index for index, step in enumerate(self._steps) if step.id == step_id))

    def _turn_to(self, place: int) -> None:
        """Show a step because somebody here wished for it, and say so."""
        place = max(0, min(len(self._steps) - 1, place))
        if place != self._at and self._steps:
            self._at = place
            self._draw()
            self.moved.emit(self._steps[place].id)
