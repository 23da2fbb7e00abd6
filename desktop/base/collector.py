"""Lets Python's collector run in the window's thread only, and the C library give back what pictures took.

A Qt object that is destroyed in another thread holds a lock of Qt's while it waits for Python's, and the window's
thread may hold Python's while it waits for that one: then both wait for ever. Whichever thread makes garbage would
collect it, so Python's own collector rests, and the window collects at a tick what it would have collected by then.

What comes with a library is no garbage, and to go through that of the charts takes 60 to 120 ms: it is laid aside.
"""

import gc
import sys

from PySide6.QtCore import QObject, QTimer

PERIOD = 1000
"""Milliseconds between two looks: garbage of so short a time is little, and to look costs nothing."""


LOADING, LIBRARY = 10, 50
"""From so many new modules between two looks a library is being loaded; so many in all are worth laying aside."""


class Collector(QTimer):
    """Collects at every tick; while a library is being loaded it waits, and then lays aside what is there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, interval=PERIOD)
        self._seen = self._aside = len(sys.modules)
        self.timeout.connect(self._look)

    def _look(self) -> None:
        loaded = len(sys.modules)
        new, self._seen = loaded - self._seen, loaded
        if new >= LOADING:
            return
        if loaded - self._aside >= LIBRARY:
            self._aside = loaded
            gc.freeze()
        collect()


def start(parent: QObject) -> None:
    """Collect in this thread from now on, as long as the parent lives."""
    gc.disable()
    Collector(parent).start()


def collect() -> None:
    """Collect each generation that is due: the youngest most often, the oldest seldom."""
    for generation, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)):
        if count <= most:
            return
        gc.collect(generation)


LARGE = 256 * 1024
"""Bytes from which memory is mapped by itself: less than any picture of a screen, a chart or a page."""
MMAP_THRESHOLD = -3
"""What glibc calls the limit, in its `malloc.h`."""


def give_back() -> None:
    """Let glibc return a picture's memory as soon as it is gone.

    Else it raises its limit to the largest that was freed, the room's screen at 8 MB, and puts charts and pictures
    among small things, between which they leave holes: 12 MB after some hundred toggles.
    """
    import ctypes  # a start does without

    if sys.platform == "linux":
        choose = getattr(ctypes.CDLL(None), "mallopt", None)  # other C libraries of Linux have none
        if choose is not None:
            choose(MMAP_THRESHOLD, LARGE)
