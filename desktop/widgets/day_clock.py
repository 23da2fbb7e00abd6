"""The time of the agenda's present step: what is stored of it, and what has run since."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.widgets.stopwatch import Stopwatch
from models.pages.agenda import ends_between
from models.schema.room_steps import timed
from models.schema.workshop import AgendaItem, Workshop


class DayClock(QObject):
    """Adds what has run to what the last known workshop has stored; ticks once a second while it runs."""

    ticked = Signal()

    def __init__(self, clock: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workshop: Workshop | None = None
        self.begun = False
        self._heard = 0
        self._stopwatch = Stopwatch(clock, self)
        self._stopwatch.ticked.connect(self.ticked)

    @property
    def running(self) -> bool:
        """Whether time is counted."""
        return self._stopwatch.running

    @property
    def unstored(self) -> int:
        """The seconds that have run since the last were stored."""
        return self._stopwatch.seconds

    @property
    def present(self) -> AgendaItem | None:
        """The present step as it is stored."""
        if self.workshop is None:
            return None
        return next((item for item in self.workshop.agenda if item.id == self.workshop.agenda_at), None)

    @property
    def items(self) -> tuple[AgendaItem, ...]:
        """All steps with the seconds that were spent on them until now."""
        if self.workshop is None:
            return ()
        return timed(self.workshop, self._spent(), self.workshop.agenda_at).agenda

    def receive(self, workshop: Workshop) -> None:
        """Take over what is stored; what has run stays with its step, unless another is present now."""
        before, self.workshop = self.workshop, workshop
        if before is not None and before.agenda_at != workshop.agenda_at:
            self._stopwatch.take()
        if workshop.agenda_at is None:
            self.stop()

    def start(self) -> None:
        """Count from now on."""
        self.begun = True
        self._stopwatch.start()

    def stop(self) -> None:
        """Count no more."""
        self._stopwatch.stop()

    def move_to(self, at: str | None) -> dict[str, int]:
        """Make a step the present one; gives the seconds to be stored for the one that was.

        They are taken over here at once, since a page that is hidden is not told what was stored.
        """
        spent = self._spent()
        self._stopwatch.take()
        if self.workshop is not None:
            self.workshop = timed(self.workshop, spent, at)
        self._heard = self.present.spent if self.present is not None else 0
        return spent

    def has_just_ended(self) -> bool:
        """Whether the time of the present step has run out since this was last asked."""
        present, before = self.present, self._heard
        self._heard = present.spent + self.unstored if present is not None else 0
        return present is not None and ends_between(present, before, self._heard)

    def _spent(self) -> dict[str, int]:
        """The seconds of the present step until now, under its id."""
        present = self.present
        return {present.id: present.spent + self.unstored} if present is not None else {}
