"""Measures what a user waits for: the start, a toggle, an evaluation, a sheet; prints ratios, asserts nothing.

Run with `python -m tests.benchmarks.window`; every ratio is taken against a limit or a peer in the same run.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from models.engine.evaluate import evaluate
from models.engine.snapshot import take_snapshot
from models.schema.scenario import baseline_scenario
from models.store.cases import load_embedded

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("bare"))
window.resize(1366, 768)
window.show()
application.processEvents()
window.grab()
"""
OURS = """
import sys, tempfile
from pathlib import Path
from PySide6.QtWidgets import QApplication
application = QApplication([])
from desktop.application import build_window
from desktop.paths import Paths
home = Path(tempfile.mkdtemp())
window = build_window(Paths(home / "settings.json", home / "log", home / "recovery"))
window.resize(1366, 768)
window.show()
application.processEvents()
window.grab()
"""
FAST = "import os; os.environ['PYDANTIC_DISABLE_PLUGINS'] = '__all__'"
LEAVE = "\nimport os; os._exit(0)"


def main() -> None:
    """Print one line a measurement."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print("what".ljust(44), "measured".rjust(12), "limit or peer".rjust(15), "ratio".rjust(7))
    _tell("evaluate the embedded case, median", _evaluation(), 1.0)
    _tell("toggle, click to painted, median", *_toggles(0.5))
    _tell("toggle, click to painted, p95", *_toggles(0.95))
    _tell("sheet of two pages as PDF", _sheet(), 500.0)
    ours, bare = _starts()
    _tell("cold start to a painted board / bare window", ours, bare)


def _tell(what: str, measured: float, limit: float) -> None:
    print(f"{what:44} {measured:9.2f} ms {limit:12.2f} ms {measured / limit:7.2f}")


def _timed(deed: Callable[[], object]) -> float:
    start = time.perf_counter()
    deed()
    return (time.perf_counter() - start) * 1000


def _evaluation() -> float:
    case = load_embedded()
    scenario = baseline_scenario(case)
    evaluate(case, scenario)
    return statistics.median(_timed(lambda: evaluate(case, scenario)) for _ in range(200))


def _toggles(quantile: float) -> tuple[float, float]:
    from PySide6.QtWidgets import QAbstractButton, QApplication

    from desktop.application import build_window
    from desktop.paths import Paths

    application = QApplication.instance() or QApplication([])
    home = Path(tempfile.mkdtemp())
    window = build_window(Paths(home / "settings.json", home / "log", home / "recovery"))
    window.resize(1366, 768)
    window.show()
    application.processEvents()
    named = [b for b in window.findChildren(QAbstractButton) if b.objectName().startswith("stance:")]
    order = [b for b in named if not b.objectName().endswith("holds")] + named

    def toggle(button: QAbstractButton) -> None:
        button.click()
        application.sendPostedEvents()
        application.processEvents()

    for button in order:
        toggle(button)
    taken = sorted(_timed(lambda b=button: toggle(b)) for button in order * 2)  # type: ignore[misc]
    window.abandon()
    return taken[int(len(taken) * quantile)], 16.0


def _sheet() -> float:
    from models.brief.sheet import pdf_bytes

    case = load_embedded()
    snapshot = take_snapshot(case, baseline_scenario(case))
    pdf_bytes(snapshot, "a4", date(2026, 1, 1))
    return statistics.median(_timed(lambda: pdf_bytes(snapshot, "a4", date(2026, 1, 1))) for _ in range(5))


def _starts() -> tuple[float, float]:
    programs = {"bare": BARE + LEAVE, "ours": FAST + OURS + LEAVE}
    taken: dict[str, list[float]] = {name: [] for name in programs}
    for program in programs.values():
        _run(program)  # compiles what is compiled once
    for _ in range(7):
        for name, program in programs.items():
            taken[name].append(_timed(lambda p=program: _run(p)))  # type: ignore[misc]
    return statistics.median(taken["ours"]), statistics.median(taken["bare"])


def _run(program: str) -> None:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, env=kept)


if __name__ == "__main__":
    main()
