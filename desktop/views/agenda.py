"""The agenda: the steps of the day with a timer for each, quiet unless it is asked to beep."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from time import monotonic

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.agenda_controls import AgendaControls, PlanChoice
from desktop.widgets.agenda_list import AgendaList
from desktop.widgets.agenda_stage import AgendaStage
from desktop.widgets.dashboard_frame import DashboardFrame
from desktop.widgets.day_bar import DayBar
from desktop.widgets.day_clock import DayClock
from desktop.widgets.dressed import Dressed
from desktop.widgets.invitation import Invitation
from desktop.widgets.scroll_page import scroll_page
from desktop.widgets.workshop_page import WorkshopPage
from models.pages.agenda import (
    AgendaMoment,
    agenda_line,
    agenda_moment,
    agenda_table,
    agenda_title,
    neighbour,
)
from models.schema.room_steps import rewritten, shifted, timed, with_agenda, with_new_item, without_item
from models.schema.snapshot import Snapshot
from models.schema.standing import Standing
from models.schema.workshop import AgendaItem, Workshop

TIME_KEY = "agenda-time"
KEPT_EVERY, NEW_MINUTES = 30, 10
NARROW = 640


class AgendaView(Dressed, WorkshopPage):
    """Shows and edits the steps and counts the present one; another instance can follow by `follow`.

    `ticked` is the short line for a chip and `timed` the whole moment; both come once a second while time
    runs. `page_wished` names the page that a step is done on. `now` tells the time of day, `clock` counts.
    """

    ticked = Signal(str)
    timed = Signal(object)
    page_wished = Signal(str)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        now: Callable[[], datetime] = datetime.now,
        clock: Callable[[], float] = monotonic,
        beep: Callable[[], None] = QApplication.beep,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("agenda")
        self._now, self._beep = now, beep
        self._counts = True
        self._follows = False
        self._time = DayClock(clock, self)
        self._bar = DayBar()
        self._controls = AgendaControls()
        self._list = AgendaList()
        self._plans = PlanChoice("agenda")
        self._invitation = Invitation("agenda-empty", "clock")
        self._first_plans = PlanChoice("first", main=True)
        self._stage = AgendaStage()
        self._lay_out()
        self._join()

    @override
    def receive(self, snapshot: Snapshot) -> None:
        """The plenary's scenario says nothing about the time."""

    @override
    def receive_standing(self, standing: Standing) -> None:
        """Show the agenda as the workshop has it; what has run since it was last stored is added."""
        self._time.receive(standing.workshop)
        self._draw()

    @override
    def mark_picked(self, identifier: str) -> None:
        """No statement is shown here."""

    @override
    def for_the_room(self) -> None:
        """Leave the present step, large, and the plan; nothing to press."""
        self._counts = False
        self._frame.hide()
        self._stage.show()

    @override
    def take_focus(self) -> None:
        """Put the keyboard on starting and pausing, or on a first plan."""
        if self._controls.isHidden():
            self._first_plans.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._controls.take_focus()

    def finish_writing(self) -> None:
        """Hand over what has been typed, and the seconds until now."""
        self._list.finish_writing()
        self._keep_time()

    def follow(self, moment: AgendaMoment) -> None:
        """Show the moment that another instance told by `timed`."""
        self._follows = True
        self._stage.receive(moment)

    def tick(self) -> None:
        """Show the time, beep where a step has just ended, and store the seconds from time to time."""
        if self._time.has_just_ended() and self._controls.beeps.isChecked():
            self._beep()
        if self._time.unstored >= KEPT_EVERY:
            self._keep_time()
        else:
            self._draw()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < look().px(NARROW)
        self._controls.fold(narrow)
        self._list.fold(narrow)
        super().resizeEvent(event)

    @override
    def dress(self) -> None:
        self._body.setSpacing(look().px(10))

    def _lay_out(self) -> None:
        body = QWidget()
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(0, 0, 0, 0)
        parts = (self._bar, 0), (self._controls, 0), (self._list, 1), (self._invitation, 1)
        for part, stretch in parts:
            self._body.addWidget(part, stretch)
        self._list.add_to_bar(self._plans)
        self._body.addWidget(self._first_plans, 0, Qt.AlignmentFlag.AlignHCenter)
        self._invitation.receive(
            self.tr("Plan the day"),
            self.tr(
                "Begin with a plan of 90 minutes or three hours and change what you like. "
                "Each step has a timer that you start, and nothing beeps unless you ask for it."
            ),
        )
        self._frame = DashboardFrame("agenda", body)
        self._frame.enlarge(True)
        page = scroll_page(QWidget(), self)
        page.addWidget(self._frame)
        page.addWidget(self._stage)
        self._stage.hide()
        self.dress()

    def _join(self) -> None:
        self._frame.told.connect(self.told)
        self._time.ticked.connect(self.tick)
        self._controls.started.connect(self._start_or_pause)
        self._controls.turned.connect(self._turn)
        self._controls.page_wished.connect(self.page_wished)
        for plans in (self._plans, self._first_plans):
            plans.plan_wished.connect(self._take_plan)
        self._list.title_written.connect(self._write_title)
        self._list.purpose_written.connect(self._write_purpose)
        self._list.minutes_written.connect(self._write_minutes)
        self._list.shift_wished.connect(self._shift)
        self._list.removal_wished.connect(self._remove)
        self._list.addition_wished.connect(self._add)
        self._list.step_wished.connect(self._move_to)

    def _draw(self) -> None:
        workshop, items = self._time.workshop, self._time.items
        if workshop is None:
            return
        moment = agenda_moment(
            items,
            workshop.agenda_at,
            running=self._time.running,
            now=self._now(),
            begun=self._time.begun,
        )
        if not self._counts:
            if not self._follows:
                self._stage.receive(moment)
            return
        self._show(items, moment)
        self.timed.emit(moment)
        self.ticked.emit(moment.chip)

    def _show(self, items: tuple[AgendaItem, ...], moment: AgendaMoment) -> None:
        empty = not items
        self._frame.receive(agenda_title(moment), agenda_line(moment), partial(agenda_table, items))
        whole = (self._bar, self._controls, self._list, self._invitation, self._first_plans)
        for part in whole:
            part.setVisible(empty == (part in (self._invitation, self._first_plans)))
        self._bar.receive(moment.rows)
        self._controls.receive(moment)
        self._list.receive(moment.rows)

    def _start_or_pause(self) -> None:
        if self._time.running:
            self._keep_time()
            self._time.stop()
            self._draw()
            return
        self._time.start()
        first = self._time.present or neighbour(self._time.items, None, 1)
        self._move_to(first.id if first is not None else None)

    def _turn(self, by: int) -> None:
        present = self._time.present
        found = neighbour(self._time.items, present.id if present is not None else None, by)
        if found is not None:
            self._move_to(found.id)

    def _keep_time(self) -> None:
        present = self._time.present
        if present is not None and self._time.unstored:
            self._move_to(present.id)

    def _move_to(self, at: str | None) -> None:
        """Store the seconds until now, and make a step the present one."""
        spent = self._time.move_to(at)
        self._wish(partial(timed, spent=spent, at=at), TIME_KEY)
        self._draw()

    def _take_plan(self, items: tuple[AgendaItem, ...]) -> None:
        replaced = bool(self._time.items)
        self._wish(partial(with_agenda, items=items))
        if replaced:
            self.told.emit(self.tr("The plan is in place. Undo brings back the one before it."))

    def _add(self) -> None:
        self._wish(partial(with_new_item, title=self.tr("New step"), minutes=NEW_MINUTES))

    def _remove(self, identifier: str) -> None:
        self._wish(partial(without_item, identifier=identifier))

    def _shift(self, identifier: str, by: int) -> None:
        self._wish(partial(shifted, identifier=identifier, by=by))

    def _write_title(self, identifier: str, text: str) -> None:
        self._wish(partial(rewritten, identifier=identifier, title=text), f"agenda-title:{identifier}")

    def _write_purpose(self, identifier: str, text: str) -> None:
        self._wish(partial(rewritten, identifier=identifier, purpose=text), f"agenda-purpose:{identifier}")

    def _write_minutes(self, identifier: str, minutes: int) -> None:
        self._wish(partial(rewritten, identifier=identifier, minutes=minutes), f"agenda-minutes:{identifier}")

    def _wish(self, deed: Callable[[Workshop], Workshop], key: str = "") -> None:
        self.step_wished.emit(lambda workshop, _: deed(workshop), key)
