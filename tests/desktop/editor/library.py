"""An editorial made into a case in the window, step by step: for a test, and for the manual's pictures.

Run with `python -m tests.desktop.editor.library` to take the pictures anew; look at each before it is committed.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from resources import ROOT
from tests.desktop.editor.bench import Desk

TEXT = (Path(__file__).parent / "library.md").read_text(encoding="utf-8")
ASSUMPTIONS = (
    (
        "Sunday is the one day on which a family is likely to have time for books",
        ("Families have Sundays", "hedged", "They have no more time than on other days"),
    ),
    (
        "more than half of those who come on a Sunday never come on another day",
        ("Sundays bring others", "hedged", "The same people come on another day"),
    ),
    (
        "Two posts are needed at the desk on every day that the house is open",
        ("Two posts are enough", "stated", "More are needed"),
    ),
    (
        "the budget for culture will not be cut before 2027",
        ("The budget stays", "stated", "The budget is cut"),
    ),
    (
        "They would probably agree to it if it is voluntary and paid extra",
        ("Staff agree for pay", "hedged", "They refuse all the same"),
    ),
)
ADVICE = (
    ("The council should therefore open the library on Sunday afternoons from autumn", "Open on Sundays"),
    ("It must first agree with the staff on pay", "Agree with the staff"),
    ("it should begin with a trial of one year and count who comes", "Begin with a trial"),
)


def write_it(desk: Desk, show: Callable[[str], None] = lambda name: None) -> None:
    """Write the case; `show` is told where there is something to see."""
    for passage, (label, kind, fails) in ASSUMPTIONS:
        desk.mark(passage, "assumptions")
        _choose(desk, "kind", kind)
        desk.type("if-fails", fails)
        desk.type("label", label)
    show("source")
    for passage, label in (("we would reach readers whom we do not reach now", "New readers come"),):
        desk.mark(passage, "findings")
        desk.type("label", label)
    desk.click("add-argument")
    for premise in ("A1", "A2"):
        desk.premise("if", premise)
    for passage, label in ADVICE:
        desk.mark(passage, "recommendations")
        desk.type("label", label)
        desk.type("addressee", "the council")
    _argue(desk, "R2", need=("R1",), means=("A5",))
    _argue(desk, "R3", need=("F1",), means=("A4",))
    _argue(desk, "R1", need=("F1",), means=("A3", "A4", "A5"))
    show("argument")
    desk.pick("R1")
    desk.click("add-objection")
    desk.premise("if", "not A1")
    desk.type("because", "Who has no time will not come, however long the doors are open")
    desk.type("reply", "The reading rooms are full on Saturdays")
    desk.pick("A2")
    QTest.keyClick(desk.outline, Qt.Key.Key_Space)
    show("test")
    desk.click("keep-as-test")
    desk.click("untry")


def _argue(desk: Desk, target: str, **premises: tuple[str, ...]) -> None:
    desk.pick(target)
    desk.click("add-argument")
    for role, names in premises.items():
        for name in names:
            desk.premise(role, name)


def _choose(desk: Desk, key: str, value: str) -> None:
    box = desk.window.find(QComboBox, f"field:{key}")
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def main() -> None:
    """Take the pictures."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from tests.window import Window

    application = QApplication([])
    home = Path(tempfile.mkdtemp())
    window = Window(_Patience(), home)  # type: ignore[arg-type]
    desk = Desk(window)
    desk.begin(home, TEXT)

    def show(name: str) -> None:
        QTest.qWait(1500)
        window.window.grab().save(str(ROOT / "pictures" / f"writing-{name}-light.png"))
        sys.stdout.write(f"writing-{name}-light.png\n")

    write_it(desk, show)
    desk.work.save(home / "library.yaml")
    desk.click("editor-done")
    show("board")
    application.processEvents()
    os._exit(0)


class _Patience:
    """Waits for a window without a test around it."""

    def waitExposed(self, widget: object) -> None:  # noqa: N802 - as in pytest-qt
        QTest.qWait(300)


if __name__ == "__main__":
    main()
