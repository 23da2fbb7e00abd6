"""Measures what a room waits for in a workshop of twelve groups and four rounds; prints ratios, asserts nothing.

Run with `python -m tests.benchmarks.workshop`; every ratio is taken against a limit or a peer in the same run.
"""

import gc
import os
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from random import Random
from threading import Event, Thread
from typing import TYPE_CHECKING

from models.schema.scenario import baseline_scenario
from models.store import scenarios, workshops
from models.store.cases import load_embedded
from tests.benchmarks.at_work import (
    after,
    click,
    command,
    longest_gap,
    paint,
    screens,
    tell,
    timed,
    window_in,
)
from tests.large_workshop import drawn_scenario, large_workshop

if TYPE_CHECKING:
    from desktop.window.main_window import MainWindow

OPENED, TOGGLED, PRESENTED, ARRIVED, KEPT, GAP = 1000.0, 16.0, 30.0, 1500.0, 20.0, 50.0
FILES, TABLES, HUGE, WATCHED = 200, 12, 500_000_000, 5.0


def main() -> None:
    """Print one line a measurement."""
    home = Path(tempfile.mkdtemp())
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens(home)}"
    print("what".ljust(56), "measured".rjust(12), "limit or peer".rjust(15), "ratio".rjust(7))
    file = home / "day.workshop.json"
    case = load_embedded()
    workshops.save(file, baseline_scenario(case), large_workshop(case))
    opened = sorted(_opened(home, file) for _ in range(5))
    tell("open 12 groups × 4 rounds, click to all painted, median", statistics.median(opened), OPENED)
    window = window_in(home)
    _open(window, file)
    for page, room in (("groups", False), ("board", False), ("groups", True), ("board", True)):
        _toggles(window, page, room)
    _arrival(window, home)
    from tests.window import close_unasked

    close_unasked(window)
    _autosave(home, file)
    _folder(home, file)


def _opened(home: Path, file: Path) -> float:
    """From the wish to open the file until the Groups page is painted with what the tables differ on."""
    window = window_in(home)
    command(window, "page-differ")
    paint()

    def open_it() -> None:
        window.open(file)
        while not _compared(window):
            paint()
        window.grab()

    taken = timed(open_it)
    from tests.window import close_unasked

    close_unasked(window)
    return taken


def _open(window: "MainWindow", file: Path) -> None:
    """Open a file, which is read off the window's thread, and wait until it is open."""
    window.open(file)
    while not window.session.workshop.groups:
        paint()


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
    tell(f"{where}, median", statistics.median(taken), limit)
    tell(f"{where}, p95", sorted(taken)[int(len(taken) * 0.95)], limit)


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
        scenario = replace(drawn_scenario(case, dice), group=name)
        scenarios.save(folder / f"{number}.scenario.json", scenario)
        start = time.perf_counter()
        gaps.append(longest_gap(lambda name=name: _came_in(window, name)))  # type: ignore[misc]
        taken.append((time.perf_counter() - start) * 1000)
    tell("a table’s file, from saved to painted, median", statistics.median(taken), ARRIVED)
    tell("longest wait of the window while it arrives", max(gaps), GAP)
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
    from models.schema.snapshot import fresh_state
    from models.schema.steps.scenario_steps import field_set

    case = load_embedded()
    state = fresh_state(case, baseline_scenario(case))
    session = Session(state, lambda: datetime.now(UTC))
    documents = Documents(session, home / "kept", lambda: datetime.now(UTC))
    documents.take(read_file(file, documents.session.case))
    taken = []
    for number in range(20):
        session.act(Change(field_set, ("title", f"Title {number}")))
        taken.append(timed(documents.keep))
        time.sleep(0.1)
    tell("autosave of that workshop, worst of 20", max(taken), KEPT)
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
        tell(f"longest gap, 200 files ({where}) arriving", watched, GAP)
        tell(f"longest gap, 200 files ({where}) watched", settled, GAP)
        tell("… compared with no folder", settled, alone)
        from tests.window import close_unasked

        close_unasked(window)


def _full_folder(folder: Path, valid: int) -> Path:
    """So many tables' files and a huge one; the rest is cut short, empty, foreign or against the rules."""
    folder.mkdir()
    case, dice = load_embedded(), Random(1)  # noqa: S311 - no secrets here
    for number in range(FILES - 2):
        text = scenarios.dump(replace(drawn_scenario(case, dice), group=f"Group {number}"))
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


if __name__ == "__main__":
    with suppress(BrokenPipeError):
        main()
    os._exit(0)
