"""Measures what another page holds the window up for, with the room's screen open and in the largest case.

Run with `python -m tests.benchmarks.pages`; it prints ratios to a limit and asserts nothing.
"""

import os
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from models.schema.snapshot import fresh_state
from tests.benchmarks.at_work import after, command, longest_gap, screens, tell, timed, window_in
from tests.large_case import large_case

if TYPE_CHECKING:
    from desktop.window.main_window import MainWindow

LIMIT = 100.0
LARGEST, LARGE_LAPTOP = (250, 60), (2560, 1440)
PAGES = {"page-depends": "Depends", "page-holds": "Holds", "page-watch": "Watch", "page-differ": "Differ"}


def main() -> None:
    """Print one line a measurement."""
    home = Path(tempfile.mkdtemp())
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens(home)}"
    print("what".ljust(56), "measured".rjust(12), "limit".rjust(15), "ratio".rjust(7))
    _pages(window_in(home / "own"), "", room=False)
    _pages(window_in(home / "room"), ", the room open", room=True)
    for room in (False, True):
        window = window_in(home / f"largest-{room}")
        window.session.start(fresh_state(large_case(*LARGEST)))
        window.resize(*LARGE_LAPTOP)
        _pages(window, ", largest case" + ", the room open" * room, room=room)


def _pages(window: "MainWindow", where: str, *, room: bool) -> None:
    """The longest wait for each page, when it is shown first and again."""
    from PySide6.QtWidgets import QApplication

    from desktop.window.application import warm_up

    running = QApplication.instance()
    assert isinstance(running, QApplication)
    warm_up(running)
    if room:
        command(window, "present")
    longest_gap(after(3))
    for when in ("first", "again"):
        for name, called in PAGES.items():
            at_once = timed(partial(command, window, name))
            tell(f"{called}{where}, {when}", max(at_once, longest_gap(after(1))), LIMIT)
    from tests.window import close_unasked

    close_unasked(window)


if __name__ == "__main__":
    main()
    os._exit(0)
