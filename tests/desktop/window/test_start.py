"""A start loads what the first picture needs, and no more."""

import subprocess
import sys
from pathlib import Path

from desktop.window.application import SLOW as AHEAD

START = """
import sys
from pathlib import Path

from desktop.window.application import SLOW as AHEAD
from PySide6.QtWidgets import QApplication
from desktop.__main__ import travel_light
travel_light()
from desktop.base.paths import Paths
from desktop.window.application import build_window
application = QApplication([])
home = Path(sys.argv[1])
window = build_window(Paths(home / "settings.json", home / "log", home / "recovery"))
window.show()
application.processEvents()
window.grab()
print(*sys.modules)
window.close()
"""
SLOW = {
    *(
        "pydantic",
        "matplotlib",
        "numpy",
        "PIL",
        "ruamel",
        "typst",
        "click",
        "markdown_it",
        "pypdf",
        "pptx",
        "lxml",
    ),
    *(
        "xlsxwriter",
        "python_calamine",
        "h11",
        "segno",
        "typing_extensions",
        "PySide6.QtDBus",
        "PySide6.QtPrintSupport",
    ),
    *("difflib", "html", "http", "sqlite3", "_hashlib", "subprocess", "xml", "babel"),
    *(
        "models.analyses.bundle",
        "models.analyses.groups.disagreements",
        "models.pages.glossary",
        "models.pages.why.page",
        "models.authoring",
    ),
    *("models.paper", "models.export", "models.charts", "models.importing", "models.gathering", "models.cli"),
    *("desktop.kit.tables", "desktop.editor", "desktop.room.screen", "desktop.window.ending"),
    *("concurrent", "uuid", "models.store.documents", "models.schema.references", "models.language.workshop"),
    *("desktop.window.further", "desktop.window.groups.gathering", "desktop.window.phones.phoning"),
    "models.pages.impossible",
}
"""What a first picture can do without, and what is loaded with it by mistake easily."""
FIRST = """
import sys
from pathlib import Path

from desktop.__main__ import travel_light
travel_light()
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from desktop.base.paths import Paths
from desktop.kit.board.button import CardButton
from desktop.kit.board.key import CardsKey
from desktop.window import application

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and not painted:
            painted.append(len(laid))
        return False

def build_window(*given):
    window = build(*given)
    window.findChild(CardButton).installEventFilter(watch)
    window.closing.offer_recovery = leave
    return window

def leave(report):
    print(*painted)
    QApplication.exit()

def set_type(key, setting):
    laid.append(setting)
    told(key, setting)

painted, laid, watch, home = [], [], Watch(), Path(sys.argv[1])
application.find_paths = lambda: Paths(home / "settings.json", home / "log", home / "recovery")
build, application.build_window = application.build_window, build_window
told, CardsKey.set_type = CardsKey.set_type, set_type
sys.exit(application.start(None))
"""
CHART = """
import sys
from importlib import import_module
from desktop.window.application import SLOW

for name in SLOW:
    import_module(name)
before = {*sys.modules}
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure as Canvas
from models.charts.draw import draw
from models.charts.palette import palette
from models.schema.page import Chart, Figure

canvas = FigureCanvasAgg(Canvas(layout="constrained"))
code = Figure(id="code", chart=Chart.CODE, values=("10", "01"), alternative="A code")
draw(canvas.figure, code, palette("light"), 1.0)
canvas.draw()
print("drawn", *({*sys.modules} - before))
"""


def test_the_window_is_painted_without_what_is_slow_to_load(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", START, str(tmp_path)], check=True, capture_output=True, text=True
    )

    loaded = {*done.stdout.split()}
    assert "desktop" in loaded
    assert loaded & SLOW == set()


def test_the_board_is_laid_out_at_most_three_times_and_painted_before_recovery_is_offered(
    tmp_path: Path,
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST, str(tmp_path)], check=True, capture_output=True, text=True
    )

    (laid_out,) = map(int, done.stdout.split())
    assert 1 <= laid_out <= 3


def test_what_can_be_printed_is_known_without_what_sets_it() -> None:
    code = "import sys, models.paper.prints; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert {*done.stdout.split()} & {"typst", "matplotlib", "numpy"} == set()


def test_what_is_loaded_ahead_is_what_pages_need_and_leaves_qt_to_the_windows_thread() -> None:
    loading = "; ".join(f"import {name}" for name in AHEAD)
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; {loading}; print(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
    )

    loaded = {*done.stdout.split()}
    assert {"models.pages.depends.matrix", "models.pages.watch.kept", "models.charts.map_plan"} <= loaded
    assert not any(name.startswith(("PySide6", "desktop")) for name in loaded)


def test_the_first_chart_needs_nothing_more_than_was_loaded_ahead() -> None:
    done = subprocess.run([sys.executable, "-c", CHART], check=True, capture_output=True, text=True)

    drawn, *more = done.stdout.split()
    assert (drawn, more) == ("drawn", [])
