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
print(*sorted({name.partition(".")[0] for name in sys.modules}))
window.abandon()
"""
SLOW = {
    "pydantic",
    "matplotlib",
    "numpy",
    "ruamel",
    "typst",
    "click",
    "difflib",
    "h11",
    "segno",
    "python_calamine",
    "_hashlib",
    "subprocess",
    "typing_extensions",
}


def test_the_window_is_painted_without_what_is_slow_to_load(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", START, str(tmp_path)], check=True, capture_output=True, text=True
    )

    loaded = {*done.stdout.split()}
    assert "desktop" in loaded
    assert not loaded & SLOW


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
