"""Plays the fall: after a change, what it turned is shown turning wave by wave, and never later than an answer.

Nobody waits for it: all widgets receive the new snapshot at once and only paint what has not had its turn as before.
A wave that comes late because the window was busy is shown together with the next.
"""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from models.pages.fall import fall
from models.schema.scenario import Scenario
from models.schema.snapshot import Snapshot

WHOLE, LONGEST_STEP, REDUCED = 0.9, 0.3, 0.2
"""Seconds: the whole of a fall, the most that one wave waits for the next, and all of it with reduced motion."""

Waves = tuple[tuple[str, ...], ...]
Seconds = Callable[[], float]


class Fall(QObject):
    """Conducts the fall: tells which statements are still to be shown as before the last change."""

    held_back = Signal(object)
    finished = Signal()

    def __init__(self, parent: QObject | None = None, clock: Seconds = monotonic) -> None:
        super().__init__(parent)
        self.reduced = False
        self._clock = clock
        self._change: tuple[Scenario | None, Scenario] | None = None
        self._waves: Waves = ()
        self._held: frozenset[str] = frozenset()
        self._shown = 0
        self._began = 0.0
        self._next = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._next.timeout.connect(self._advance)

    def receive(self, snapshot: Snapshot) -> None:
        """Play the fall of a snapshot, once for each change; call it before the widgets receive the snapshot.

        What was undone is back at once: the last change is then an earlier one, which has been played.
        """
        change = (snapshot.past, snapshot.scenario)
        if change == self._change:
            return
        shown = self._change[1] if self._change else snapshot.past
        self._change = change
        self._waves = fall(snapshot)
        if shown == snapshot.past:
            self.play()
        else:
            self.end()

    def play(self) -> None:
        """Play the last fall, again if it has been played."""
        self._next.stop()
        self._began, self._shown = self._clock(), 1
        self._show()

    def end(self) -> None:
        """Show at once what is still held back."""
        self._next.stop()
        self._shown = len(self._waves)
        self._show()

    @property
    def _step(self) -> float:
        """How long a wave waits for the next, in seconds."""
        if self.reduced:
            return REDUCED
        return min(LONGEST_STEP, WHOLE / max(1, len(self._waves) - 1))

    def _advance(self) -> None:
        due = 1 + int((self._clock() - self._began) / self._step + 1e-6)
        self._shown = len(self._waves) if self.reduced else max(self._shown + 1, due)
        self._show()

    def _show(self) -> None:
        """Tell what is held back now, and come back when the next wave is due."""
        held = frozenset(name for wave in self._waves[self._shown :] for name in wave)
        if held != self._held:
            self._held = held
            self.held_back.emit(held)
            if not held:
                self.finished.emit()
        if held:
            due = self._began + self._shown * self._step
            self._next.start(max(0, round((due - self._clock()) * 1000)))
