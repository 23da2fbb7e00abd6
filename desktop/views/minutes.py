"""Minutes: the change log with its reasons, who speaks, the named states, and the last change back and forth."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import icon, look
from desktop.widgets.dashboard_frame import DashboardFrame
from desktop.widgets.dressed import Dressed
from desktop.widgets.invitation import Invitation
from desktop.widgets.log_table import LogTable
from desktop.widgets.panel import panel
from desktop.widgets.scroll_page import scroll_page
from desktop.widgets.speaking_bar import SpeakingBar
from desktop.widgets.stages_panel import StagesPanel
from desktop.widgets.workshop_page import WorkshopPage
from models.pages.minutes_log import (
    EMPTY_LINE,
    EMPTY_TITLE,
    LINE,
    last_change,
    log_lines,
    log_table,
    log_title,
    speakers,
    stage_lines,
)
from models.schema.scenario import Scenario
from models.schema.snapshot import Snapshot
from models.schema.standing import Standing
from models.schema.workshop_steps import with_stage, without_stage

NARROW, LAST_ONES = 900, 9

LOG, STAGES = 7, 3


class MinutesView(Dressed, WorkshopPage):
    """Shows what was done, and takes down why; the log itself is only ever added to."""

    speaker_chosen = Signal(str)
    why_written = Signal(str, str)
    replay_wished = Signal(int)
    export_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("minutes")
        self._scenario: Scenario | None = None
        self._standing: Standing | None = None
        self._for_room = False
        self._bar = SpeakingBar()
        self._table = LogTable()
        self._table.setObjectName("minutes-log")
        self._table.setAccessibleName(self.tr("Change log"))
        self._stages = StagesPanel()
        self._nothing = Invitation("minutes-nothing", "clock")
        self._buttons = (
            self._button("before", self.tr("Before"), self.tr("Step the last change back")),
            self._button("after", self.tr("After"), self.tr("Step it forth again")),
            self._button(
                "export", self.tr("Export minutes…"), self.tr("Save the minutes as Markdown or PDF")
            ),
        )
        self._lay_out()
        self._join()
        self.dress()

    @override
    def receive(self, snapshot: Snapshot) -> None:
        """Take the plenary's scenario, which may be given a name."""
        self._scenario = snapshot.scenario

    @override
    def receive_standing(self, standing: Standing) -> None:
        """Show the log and the named states."""
        self._standing = standing
        workshop = standing.workshop
        lines = log_lines(workshop)
        self._frame.receive(
            log_title(workshop), LINE if lines and not self._for_room else "", partial(log_table, workshop)
        )
        self._table.receive(lines[-LAST_ONES:] if self._for_room else lines)
        self._log.setVisible(bool(lines))
        self._nothing.setVisible(not lines)
        stages = stage_lines(standing.case, workshop)
        self._stages.receive(stages)
        self._lower.setStretch(1, 0 if self._for_room and not stages else STAGES)
        entry, about = last_change(workshop)
        why = workshop.log[-1].why if workshop.log else ""
        names = [item.group.name for item in standing.groups]
        self._bar.receive(speakers(names), entry, about, why)

    @override
    def mark_picked(self, identifier: str) -> None:
        """No line of the log is a statement."""

    @override
    def take_focus(self) -> None:
        """Put the keyboard on the reason for the last change."""
        self._bar.take_focus()

    @override
    def for_the_room(self) -> None:
        """Show the last changes and what they moved; never why."""
        self._for_room = True
        self._frame.hide_tools()
        self._table.for_the_room()
        self._left.setStretch(0, 0)
        self._left.setStretch(2, 1)
        self._stages.for_the_room()
        self._nothing.for_the_room()
        for part in (self._bar, *self._buttons):
            part.hide()

    def show_speaker(self, name: str) -> None:
        """Show who speaks without telling anybody."""
        self._bar.show_speaker(name)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        upright, level = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._lower.setDirection(upright if self.width() < look().px(NARROW) else level)
        super().resizeEvent(event)

    @override
    def dress(self) -> None:
        wanted = look()
        self._column.setSpacing(wanted.px(10))
        self._line.setSpacing(wanted.px(8))
        self._lower.setSpacing(wanted.px(10))
        if not self._for_room:
            self._table.setMinimumHeight(wanted.px(190))
        for button, name in zip(self._buttons, ("chevron-left", "chevron-right", "download"), strict=True):
            button.setIcon(icon(name, "ink_soft", 16))

    def _lay_out(self) -> None:
        self._line = QHBoxLayout()
        for button in self._buttons[:-1]:
            self._line.addWidget(button)
        self._line.addStretch(1)
        self._line.addWidget(self._buttons[-1])
        self._log = panel(self._table, margin=2)
        self._left = QVBoxLayout()
        self._left.addWidget(self._log, 1)
        self._left.addWidget(self._nothing, 1)
        self._left.addStretch(0)
        right = QVBoxLayout()
        right.addWidget(self._stages)
        right.addStretch(0)
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lower.addLayout(self._left, LOG)
        self._lower.addLayout(right, STAGES)
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._bar)
        self._column.addLayout(self._line)
        self._column.addLayout(self._lower, 1)
        self._frame = DashboardFrame("minutes", body)
        self._nothing.receive(EMPTY_TITLE, EMPTY_LINE)
        self._buttons[1].setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        scroll_page(QWidget(), self).addWidget(self._frame, 1)

    def _button(self, name: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(f"minutes-{name}")
        button.setAccessibleName(tip)
        button.setToolTip(tip)
        return button

    def _join(self) -> None:
        before, after, export = self._buttons
        before.clicked.connect(partial(self.replay_wished.emit, -1))
        after.clicked.connect(partial(self.replay_wished.emit, 1))
        export.clicked.connect(self.export_wished)
        self._frame.told.connect(self.told)
        self._bar.speaker_chosen.connect(self.speaker_chosen)
        for part in (self._bar, self._table):
            part.why_written.connect(self.why_written)
        self._stages.named.connect(self._name)
        self._stages.return_wished.connect(self._return)
        self._stages.removed.connect(self._forget)

    def _name(self, name: str) -> None:
        scenario = self._scenario
        if scenario is not None:
            self.step_wished.emit(lambda workshop, moment: with_stage(workshop, name, scenario, moment), "")

    def _return(self, identifier: str) -> None:
        stages = self._standing.workshop.stages if self._standing else ()
        for stage in stages:
            if stage.id == identifier:
                self.scenario_wished.emit(stage.scenario)

    def _forget(self, identifier: str) -> None:
        self.step_wished.emit(lambda workshop, _: without_stage(workshop, identifier), "")
