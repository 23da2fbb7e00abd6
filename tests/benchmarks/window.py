"""Measures what a user waits for: the start and its memory, a toggle, an evaluation, a sheet; asserts nothing.

Run with `python -m tests.benchmarks.window`; every ratio is taken against a limit or a peer in the same run.
"""

import gc
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from models.engine.evaluate import evaluate
from models.schema.grades import Stance
from models.schema.scenario import baseline_scenario, with_stances
from models.schema.snapshot import fresh_state
from models.store.cases import load_embedded
from tests.models.analyses.generated_cases import TANGLED, generated_case
from tests.states import snapshot_of

OFFSCREEN = "offscreen:configfile="
LAPTOP = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "dpr": 1}
"""The screen that a start finds; without it Qt's is 800 pixels wide, and the window would be laid out for that too."""
PAINT = """
import os, sys
def paint_and_leave():
    from PySide6.QtWidgets import QApplication, QMainWindow
    application = QApplication.instance()
    window = next(widget for widget in application.topLevelWidgets() if isinstance(widget, QMainWindow))
    window.show()
    application.processEvents()
    window.grab()
    status = "/proc/self/status"
    sys.stdout.write(open(status).read() if os.path.exists(status) else "")
    sys.stdout.flush()
    os._exit(0)
"""
BARE = f"""
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
{PAINT}
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("bare"))
window.resize(1350, 720)  # as large as ours on that screen
paint_and_leave()
"""
OURS = f"""
import desktop.__main__
{PAINT}
travel_light = desktop.__main__.travel_light
def then_leave():
    travel_light()  # before anything of Qt, as in a start
    from PySide6.QtWidgets import QApplication
    QApplication.exec = staticmethod(paint_and_leave)
desktop.__main__.travel_light = then_leave
sys.argv = ["whatholds"]
desktop.__main__.window()
"""

TANGLED_SIZE = 24
TANGLED_TOLD = ("toggle of a tangled case, the window's thread", "longest wait of the window after it")
TANGLED_LIMITS = (16.0, 100.0)


@dataclass(frozen=True)
class Start:
    """What one start took: milliseconds, and megabytes at the most."""

    time: float
    memory: float


def main() -> None:
    """Print one line a measurement."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print("what".ljust(44), "measured".rjust(12), "limit or peer".rjust(15), "ratio".rjust(7))
    _tell("evaluate the embedded case, median", _evaluation(), 1.0)
    toggles = _toggles()
    _tell("toggle, click to painted, median", statistics.median(toggles), 16.0)
    _tell("toggle, click to painted, p95", toggles[int(len(toggles) * 0.95)], 16.0)
    for what, limit, taken in zip(TANGLED_TOLD, TANGLED_LIMITS, _tangled(), strict=True):
        _tell(what, statistics.median(taken), limit)
    _tell("sheet of two pages as PDF", _sheet(), 500.0)
    ours, bare = _starts()
    _tell("cold start to a painted board / bare window", ours.time, bare.time)
    _tell("memory over a bare window before charts load", ours.memory - bare.memory, 30.0, "MB")


def _tell(what: str, measured: float, limit: float, unit: str = "ms") -> None:
    print(f"{what:44} {measured:9.2f} {unit} {limit:12.2f} {unit} {measured / limit:7.2f}")


def _timed(deed: Callable[[], object]) -> float:
    start = time.perf_counter()
    deed()
    return (time.perf_counter() - start) * 1000


def _evaluation() -> float:
    case = load_embedded()
    failing = [with_stances(baseline_scenario(case), {item.id: Stance.FAILS}) for item in case.assumptions]
    taken = [_timed(lambda s=scenario: evaluate(case, s)) for scenario in failing * 10]  # type: ignore[misc]
    return statistics.median(taken)


def _toggles() -> list[float]:
    """The time of every toggle, in ascending order."""
    from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

    from desktop.base.paths import Paths
    from desktop.window.application import build_window

    application = QApplication.instance() or QApplication([])
    home = Path(tempfile.mkdtemp())
    window = build_window(Paths(home / "settings.json", home / "log", home / "recovery"))
    window.resize(1366, 768)
    window.show()
    application.processEvents()
    pane = window.findChild(QWidget, "assumptions")
    found = pane.findChildren(QAbstractButton) if pane is not None else []
    named = [button for button in found if button.objectName().startswith("stance:")]
    order = [b for b in named if not b.objectName().endswith("holds")] + named

    def toggle(button: QAbstractButton) -> None:
        button.click()
        application.sendPostedEvents()
        application.processEvents()

    for button in order:
        toggle(button)
    gc.freeze()  # as `warm_up` does
    taken = sorted(_timed(lambda b=button: toggle(b)) for button in order * 2)  # type: ignore[misc]
    from tests.window import close_unasked

    close_unasked(window)
    return taken


def _tangled() -> tuple[list[float], list[float]]:
    """Toggles of a tangled case that is all uncertain: what each costs the window, and the longest wait after it."""
    from PySide6.QtWidgets import QAbstractButton, QApplication

    from desktop.base.paths import Paths
    from desktop.window.application import build_window
    from tests.benchmarks.at_work import after, longest_gap

    application = QApplication.instance() or QApplication([])
    home, case = Path(tempfile.mkdtemp()), generated_case(0, TANGLED_SIZE, TANGLED)
    window = build_window(Paths(home / "settings.json", home / "log", home / "recovery"))
    window.resize(1366, 768)
    window.show()
    uncertain = dict.fromkeys((item.id for item in case.assumptions), Stance.UNCERTAIN)
    window.session.start(fresh_state(case, with_stances(baseline_scenario(case), uncertain)))
    longest_gap(after(5))
    busy, gaps = [], []
    for item in case.assumptions[:6]:
        button = window.findChild(QAbstractButton, f"stance:{item.id}:fails")
        start = time.thread_time()
        if button is not None:
            button.click()
        application.sendPostedEvents()
        busy.append((time.thread_time() - start) * 1000)
        gaps.append(longest_gap(lambda: not window.session.snapshot.evaluation.pending))
    from tests.window import close_unasked

    close_unasked(window)
    return busy, gaps


def _sheet() -> float:
    from tests.models.paper.printed import pdf_bytes

    case = load_embedded()
    snapshot = snapshot_of(case, baseline_scenario(case))
    pdf_bytes(snapshot, "a4", date(2026, 1, 1))
    return statistics.median(_timed(lambda: pdf_bytes(snapshot, "a4", date(2026, 1, 1))) for _ in range(5))


def _starts() -> tuple[Start, Start]:
    """The median start of the application and of a bare window, taken in turns."""
    programs = {"ours": OURS, "bare": BARE}
    taken: dict[str, list[Start]] = {name: [] for name in programs}
    for program in programs.values():
        _start(program)  # compiles what is compiled once
    for _ in range(7):
        for name, program in programs.items():
            taken[name].append(_start(program))
    ours, bare = (
        Start(statistics.median(one.time for one in many), statistics.median(one.memory for one in many))
        for many in (taken["ours"], taken["bare"])
    )
    return ours, bare


def _start(program: str) -> Start:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as home:
        screen = Path(home) / "screen.json"
        screen.write_text(json.dumps({"screens": [LAPTOP]}), encoding="utf-8")
        kept |= {"XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home, "QT_QPA_PLATFORM": f"{OFFSCREEN}{screen}"}
        before = time.perf_counter()
        command = [sys.executable, "-c", program]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=kept)
        taken = (time.perf_counter() - before) * 1000
    peak = re.search(r"VmHWM:\s+(\d+) kB", done.stdout)
    return Start(taken, int(peak[1]) / 1024 if peak else float("nan"))


if __name__ == "__main__":
    main()
