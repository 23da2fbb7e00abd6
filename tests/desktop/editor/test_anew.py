"""What the editor shows where the part that was picked is gone, with its case or by undo."""

from PySide6.QtWidgets import QLabel

from tests.desktop.editor.bench import Desk
from tests.desktop.editor.written import written


def test_a_case_begun_after_another_shows_the_case_and_its_source(desk: Desk) -> None:
    written(desk)
    assert _head(desk) == "Argument for R1"
    desk.work.give_up()
    desk.click("editor-done")

    desk.window.command("new-case")

    assert _head(desk) == "The case and its source"
    assert desk.outline.currentIndex().row() == 0
    assert _told(desk).startswith("Nothing follows yet")


def test_where_all_is_undone_nothing_follows_and_the_case_is_picked(desk: Desk) -> None:
    written(desk)

    while desk.work.undo_stack.canUndo():
        desk.work.undo_stack.undo()

    assert _head(desk) == "The case and its source"
    assert desk.outline.currentIndex().row() == 0
    assert _told(desk).startswith("Nothing follows yet")


def test_where_a_part_is_undone_the_list_that_it_was_in_is_picked(desk: Desk) -> None:
    written(desk)
    desk.editor.form.added.emit("assumptions")
    assert _head(desk) == "Assumption A3"

    desk.work.undo_stack.undo()

    assert desk.rows[desk.outline.currentIndex().row()].startswith("Assumptions (2)")


def _head(desk: Desk) -> str:
    return next(label.text() for label in desk.editor.form.findChildren(QLabel) if label.text().strip())


def _told(desk: Desk) -> str:
    label = desk.window.find(QLabel, "stale")
    return label.text() if label.isVisible() else ""
