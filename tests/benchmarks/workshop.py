"""Measures what a room waits for in a workshop of twelve groups and four rounds; prints ratios, asserts nothing.

Run with `python -m tests.benchmarks.workshop`; every ratio is taken against a limit or a peer in the same run.
"""

import gc
import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import pairwise
from pathlib import Path
from random import Random
from threading import Event, Thread
from typing import TYPE_CHECKING

from models.schema.scenario import baseline_scenario, revised
from models.store import scenarios, workshops
from models.store.cases import load_embedded
from tests.large_workshop import drawn_scenario, large_workshop

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from desktop.window.main_window import MainWindow

OPENED, TOGGLED, PRESENTED, ARRIVED, KEPT, GAP = 1000.0, 16.0, 30.0, 1500.0, 20.0, 50.0
FILES, TABLES, HUGE, WATCHED = 200, 12, 500_000_000, 5.0
SCREENS = [("facilitator", 0, 1366, 768), ("projector", 1366, 1920, 1080)]


def main() -> None:
    """Print one line a measurement."""
    home = Path(tempfile.mkdtemp())
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens(home)}"
    print("what".ljust(56), "measured".rjust(12), "limit or peer".rjust(15), "ratio".rjust(7))
    file = home / "day.workshop.json"
    case = load_embedded()
    workshops.save(file, baseline_scenario(case), large_workshop(case))
    opened = sorted(_opened(home, file) for _ in range(5))
    _tell("open 12 groups × 4 rounds, click to all painted, median", statistics.median(opened), OPENED)
    window = window_in(home)
    _open(window, file)
    for page, room in (("groups", False), ("board", False), ("groups", True), ("board", True)):
        _toggles(window, page, room)
    _arrival(window, home)
    from tests.window import close_unasked

    close_unasked(window)
    _autosave(home, file)
    _folder(home, file)


def _tell(what: str, measured: float, limit: float) -> None:
    print(f"{what:56} {measured:9.2f} ms {limit:12.2f} ms {measured / limit:7.2f}", flush=True)


def _timed(deed: Callable[[], object]) -> float:
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
    _paint()
    return window


def _paint() -> None:
    """Do all that a turn of the event loop does; only a loop itself lets go of widgets, unless it is asked to."""
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    QApplication.sendPostedEvents()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def command(window: "MainWindow", name: str) -> None:
    """Choose a command from the menus."""
    next(action for action in window.actions() if action.objectName() == name).trigger()


def _opened(home: Path, file: Path) -> float:
    """From the wish to open the file until the Groups page is painted with what the tables differ on."""
    window = window_in(home)
    command(window, "page-differ")
    _paint()

    def open_it() -> None:
        window.open(file)
        while not _compared(window):
            _paint()
        window.grab()

    taken = _timed(open_it)
    from tests.window import close_unasked

    close_unasked(window)
    return taken


def _open(window: "MainWindow", file: Path) -> None:
    """Open a file, which is read off the window's thread, and wait until it is open."""
    window.open(file)
    while not window.session.workshop.groups:
        _paint()


def _compared(window: "MainWindow") -> bool:
    """Whether it is worked out what the groups differ on."""
    standing = window.session.snapshot.standing
    return standing is not None and bool(standing.groups) and standing.disagreements is not None


def _toggles(window: "MainWindow", page: str, room: bool) -> None:
    """Every stance of every assumption, twice, from the click until all is painted that is visible."""
    from PySide6.QtWidgets import QAbstractButton, QWidget

    command(window, "page-holds" if page == "board" else "page-differ")
    if room:
        command(window, "present")
    pane = window.findChild(QWidget, "assumptions")
    found = pane.findChildren(QAbstractButton) if pane is not None else []
    buttons = [button for button in found if button.objectName().startswith("stance:")]
    for button in buttons:
        click(button)
    gc.freeze()  # as `warm_up` does
    first, whole = zip(*(click(button) for button in buttons * 2), strict=True)
    if room:
        command(window, "present")
        _tell_toggles(f"toggle on {page}, the room open, laptop painted", first, TOGGLED)
    where, limit = (", the room painted too", PRESENTED) if room else ("", TOGGLED)
    _tell_toggles(f"toggle on {page}{where}", whole, limit)


def _tell_toggles(where: str, taken: Sequence[float], limit: float) -> None:
    _tell(f"{where}, median", statistics.median(taken), limit)
    _tell(f"{where}, p95", sorted(taken)[int(len(taken) * 0.95)], limit)


def click(button: "QAbstractButton") -> tuple[float, float]:
    """How long a click takes until the laptop is painted, and until the room's screen is as well."""
    from PySide6.QtWidgets import QApplication

    laptop = _timed(button.click) + _timed(QApplication.sendPostedEvents)
    return laptop, laptop + _timed(_paint)


def _came_in(window: "MainWindow", name: str) -> bool:
    return any(group.name == name for group in window.session.workshop.groups)


def _arrival(window: "MainWindow", home: Path) -> None:
    """From the moment a table has saved its file until the window has painted that it came in."""
    folder = home / "tables"
    folder.mkdir()
    case, dice = load_embedded(), Random(7)  # noqa: S311 - no secrets here
    command(window, "page-differ")
    _watch(window, folder)
    taken, gaps = [], []
    for number in range(5):
        name = f"Late table {number}"
        scenario = revised(drawn_scenario(case, dice), group=name)
        scenarios.save(folder / f"{number}.scenario.json", scenario)
        start = time.perf_counter()
        gaps.append(longest_gap(lambda name=name: _came_in(window, name)))  # type: ignore[misc]
        taken.append((time.perf_counter() - start) * 1000)
    _tell("a table’s file, from saved to painted, median", statistics.median(taken), ARRIVED)
    _tell("longest wait of the window while it arrives", max(gaps), GAP)
    _watch(window, None)


def _watch(window: "MainWindow", folder: Path | None) -> None:
    from PySide6.QtWidgets import QFileDialog

    if folder is not None:
        QFileDialog.getExistingDirectory = lambda *_: str(folder)  # type: ignore[method-assign]
        command(window, "watch-folder")


def _autosave(home: Path, file: Path) -> None:
    """How long the window is held up while what is unsaved is kept."""
    from datetime import UTC, datetime

    from desktop.session.documents import Documents
    from desktop.session.reading import read_file
    from desktop.session.session import Session
    from models.schema.action import Change
    from models.schema.state import fresh_state
    from models.schema.steps.scenario_steps import titled

    case = load_embedded()
    state = fresh_state(case, baseline_scenario(case))
    session = Session(state, lambda: datetime.now(UTC))
    documents = Documents(session, home / "kept", lambda: datetime.now(UTC))
    documents.take(read_file(file, documents.session.case))
    taken = []
    for number in range(20):
        session.act(Change(titled, (f"Title {number}",)))
        taken.append(_timed(documents.keep))
        time.sleep(0.1)
    _tell("autosave of that workshop, worst of 20", max(taken), KEPT)
    documents.give_up()
    documents.close()
    session.close()


def _folder(home: Path, file: Path) -> None:
    """The longest time between two ticks, with and without a folder of 200 files being watched."""
    for valid, where in ((TABLES, "12 of them tables"), (150, "150 of them tables")):
        folder = _full_folder(home / f"folder-{valid}", valid)
        window = window_in(home / f"home-{valid}")
        _open(window, file)
        command(window, "page-differ")
        command(window, "new-round")
        longest_gap(after(1))
        alone = longest_gap(after(WATCHED))
        with _changing(folder / "busy.scenario.json"):
            _watch(window, folder)
            watched = longest_gap(after(WATCHED))
            settled = longest_gap(after(WATCHED))
        _tell(f"longest gap, 200 files ({where}) arriving", watched, GAP)
        _tell(f"longest gap, 200 files ({where}) watched", settled, GAP)
        _tell("… compared with no folder", settled, alone)
        from tests.window import close_unasked

        close_unasked(window)


def _full_folder(folder: Path, valid: int) -> Path:
    """So many tables' files and a huge one; the rest is cut short, empty, foreign or against the rules."""
    folder.mkdir()
    case, dice = load_embedded(), Random(1)  # noqa: S311 - no secrets here
    for number in range(FILES - 2):
        text = scenarios.dump(revised(drawn_scenario(case, dice), group=f"Group {number}"))
        damaged = (
            text[: len(text) // 2],
            "{}",
            '["milk"]',
            text.replace('"holds"', '"maybe"'),
            "x" * 100_000,
        )
        content = text if number < valid else damaged[number % len(damaged)]
        (folder / f"table-{number:03}.scenario.json").write_text(content, encoding="utf-8")
    with (folder / "huge.scenario.json").open("wb") as stream:
        stream.truncate(HUGE)
    return folder


@contextmanager
def _changing(path: Path) -> Iterator[None]:
    """A file that is written again every 100 ms."""
    case, stop = load_embedded(), Event()
    text = scenarios.dump(baseline_scenario(case))

    def write() -> None:
        number = 0
        while not stop.wait(0.1):
            number += 1
            path.write_text(text.replace('"title": ""', f'"title": "{number}"'), encoding="utf-8")

    thread = Thread(target=write, daemon=True)
    thread.start()
    yield
    stop.set()
    thread.join()


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


if __name__ == "__main__":
    with suppress(BrokenPipeError):
        main()
    os._exit(0)
