"""Toggles for hours: tells how memory, the median and the longest toggle grow with the room open; asserts nothing.

Run with `python -m tests.benchmarks.soak [TOGGLES]`; a ratio is taken against the first stretch on the same page.
"""

import gc
import os
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

from tests.benchmarks.at_work import click, command, screens, window_in

TOGGLES, STRETCH = 20_000, 1000
SETTLED = 2
"""After so many stretches everything has been shown once, and memory should no longer grow."""
PAGES = ("page-holds", "page-depends", "page-differ", "page-watch", "page-programme")
OTHERS = 2
"""Every so many stretches one is not on the board: all pages have had one after 8,000 toggles."""


def main() -> None:
    """Print one line a stretch."""
    from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

    from desktop.window.application import warm_up

    home = Path(tempfile.mkdtemp())
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens(home)}"
    toggles = int(sys.argv[1]) if len(sys.argv) > 1 else TOGGLES
    window, dice = window_in(home), Random(3)  # noqa: S311 - no secrets here
    application = QApplication.instance()
    if isinstance(application, QApplication):
        warm_up(application)
    command(window, "present")
    pane = window.findChild(QWidget, "assumptions")
    found = pane.findChildren(QAbstractButton) if pane is not None else []
    buttons = [button for button in found if button.objectName().startswith("stance:")]
    heads = ("toggles", "page".rjust(12), "median".rjust(10), "ratio".rjust(6), "longest".rjust(10))
    print(*heads, "memory".rjust(11))
    for page in PAGES:  # what is loaded with a page does not grow with the toggles
        command(window, page)
        for button in buttons:
            click(button)
    first: dict[str, float] = {}
    settled = 0.0
    for stretch in range(toggles // STRETCH):
        turn, on_board = stretch // OTHERS, (stretch + 1) % OTHERS
        page = PAGES[0] if on_board else PAGES[1 + turn % (len(PAGES) - 1)]
        command(window, page)
        taken = [_busy(partial(click, dice.choice(buttons))) for _ in range(STRETCH)]
        gc.collect()
        middle, memory = statistics.median(taken), _memory()
        first.setdefault(page, middle)
        settled = memory if stretch + 1 == SETTLED else settled
        grown = f"{memory - settled:+8.1f} MB" if settled else f"{memory:8.1f} MB"
        told = f"{middle:7.2f} ms {middle / first[page]:6.2f} {max(taken):7.1f} ms"
        print(f"{(stretch + 1) * STRETCH:7} {page:>12} {told} {grown}", flush=True)


def _busy(deed: Callable[[], object]) -> float:
    """The processor time of the window's thread, in milliseconds: what else the machine does is not counted."""
    start = time.thread_time()
    deed()
    return (time.thread_time() - start) * 1000


def _memory() -> float:
    """What is held now, in megabytes; nothing where the system does not say."""
    status = Path("/proc/self/status")
    found = re.search(r"VmRSS:\s+(\d+) kB", status.read_text(encoding="utf-8")) if status.exists() else None
    return int(found[1]) / 1024 if found else float("nan")


if __name__ == "__main__":
    main()
    os._exit(0)
