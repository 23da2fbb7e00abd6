"""Lets Python's collector run in the window's thread only.

A Qt object that is destroyed in another thread holds a lock of Qt's while it waits for Python's, and the window's
thread may hold Python's while it waits for that one: then both wait for ever. Whichever thread makes garbage would
collect it, so Python's own collector rests, and the window collects at a tick what it would have collected by then.
"""

import gc

from PySide6.QtCore import QObject, QTimer

PERIOD = 1000
"""Milliseconds between two looks: garbage of so short a time is little, and to look costs nothing."""


def start(parent: QObject) -> None:
    """Collect in this thread from now on, as long as the parent lives."""
    gc.disable()
    timer = QTimer(parent, interval=PERIOD)
    timer.timeout.connect(collect)
    timer.start()


def collect() -> None:
    """Collect each generation that is due: the youngest most often, the oldest seldom."""
    for generation, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)):
        if count <= most:
            return
        gc.collect(generation)
