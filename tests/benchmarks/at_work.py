"""A window at work and what it takes: two screens, clicks to all painted, and the longest wait of its loop."""

import json
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from desktop.window.main_window import MainWindow

ROOM_TURNS = 3
"""The laptop's turn, the room's, and that in which the room is painted."""
SCREENS = [("facilitator", 0, 1366, 768), ("projector", 1366, 1920, 1080)]


def tell(what: str, measured: float, limit: float) -> None:
    """Print one measurement beside its limit, both in ms."""
    print(f"{what:56} {measured:9.2f} ms {limit:12.2f} ms {measured / limit:7.2f}", flush=True)


def timed(deed: Callable[[], object]) -> float:
    """How long it takes, in ms."""
    start = time.perf_counter()
    deed()
    return (time.perf_counter() - start) * 1000


def screens(home: Path) -> Path:
    """A laptop and a projector at its right, as the offscreen platform reads them."""
    path = home / "screens.json"
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    places = [
        {"name": name, "x": x, "y": 0, "width": width, "height": height, **dots}
        for name, x, width, height in SCREENS
    ]
    path.write_text(json.dumps({"screens": places}), encoding="utf-8")
    return path


def window_in(home: Path) -> "MainWindow":
    """A window whose settings stand in a folder of their own."""
    from PySide6.QtWidgets import QApplication

    from desktop.base.paths import Paths
    from desktop.window.application import build_window

    QApplication.instance() or QApplication([])
    home.mkdir(exist_ok=True)
    window = build_window(Paths(home / "settings.json", home / "log", home / "recovery"))
    window.resize(1366, 768)
    window.show()
    paint()
    return window


def paint() -> None:
    """Do all that a turn of the event loop does; only a loop itself lets go of widgets, unless it is asked to."""
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    QApplication.sendPostedEvents()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def command(window: "MainWindow", name: str) -> None:
    """Choose a command from the menus."""
    next(action for action in window.actions() if action.objectName() == name).trigger()


def click(button: "QAbstractButton") -> tuple[float, float]:
    """How long a click takes until the laptop is painted, and until the room's screen is as well."""
    from PySide6.QtWidgets import QApplication

    laptop = timed(button.click) + timed(QApplication.sendPostedEvents)
    return laptop, laptop + sum(timed(paint) for _ in range(ROOM_TURNS))


def after(seconds: float) -> Callable[[], bool]:
    """Whether so much time has gone by."""
    until = time.perf_counter() + seconds
    return lambda: time.perf_counter() > until


def longest_gap(done: Callable[[], bool]) -> float:
    """The longest time in ms between two ticks of a timer of 5 ms, until something is so."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer

    loop, ticks = QEventLoop(), [time.perf_counter()]
    timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=5)

    def tick() -> None:
        ticks.append(time.perf_counter())
        if done():
            loop.quit()

    timer.timeout.connect(tick)
    timer.start()
    loop.exec()
    timer.stop()
    return max(later - earlier for earlier, later in pairwise(ticks)) * 1000
