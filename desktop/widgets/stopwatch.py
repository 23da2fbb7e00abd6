"""Counts seconds while it runs, by a clock that no change of the time of day can turn back."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

EVERY = 1000


class Stopwatch(QObject):
    """Ticks once a second; `take` hands over the whole seconds since it was last asked to."""

    ticked = Signal()

    def __init__(self, clock: Callable[[], float] = monotonic, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._since = 0.0
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.ticked)

    @property
    def running(self) -> bool:
        """Whether it counts."""
        return self._timer.isActive()

    @property
    def seconds(self) -> int:
        """The whole seconds since it was started or last handed them over."""
        return int(self._clock() - self._since) if self.running else 0

    def start(self) -> None:
        """Count from now on."""
        self._since = self._clock()
        self._timer.start()

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    def take(self) -> int:
        """The whole seconds until now, which are not told again; what is left of a second stays."""
        found = self.seconds
        self._since += found
        return found
