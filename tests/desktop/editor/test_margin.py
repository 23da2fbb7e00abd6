"""What the margin and the notices advise, and what they mend when asked."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from desktop.kit.maps.canvas import MapCanvas
from desktop.kit.page_view import PageView
from models.authoring.beginning import fresh
from models.authoring.edits import Edit, set_premises
from models.authoring.passages import Passages
from models.schema.problem import Refused
from models.store.cases import read_case
from tests.desktop.editor.bench import Desk
from tests.desktop.editor.written import written
from tests.models.authoring.examples import CASE
from tests.window import Window


def test_advice_stands_in_the_margin_and_leads_to_its_place(desk: Desk) -> None:
    written(desk)

    desk.window.qtbot.waitUntil(lambda: len(desk.advice) > 0)

    assert any(told.startswith("It is not said what is so if A1 fails.") for told in desk.advice)
    assert any("says it with caution (“likely”)" in told for told in desk.advice)


def test_arguments_that_go_round_in_a_circle_are_drawn_until_one_is_taken_out(desk: Desk) -> None:
    written(desk)
    rule = desk.work.document.items("rules")[0].data["id"]
    finding = desk.work.document.items("findings")[0].data["id"]
    advice = desk.work.document.items("recommendations")[0].data["id"]

    desk.work.do(Edit(set_premises, (rule, "if", (advice,))))
    view = desk.window.find(PageView, "following-page")
    canvas = desk.window.find(MapCanvas, "map-canvas")

    assert view.isVisible() and canvas.scene is not None
    assert {name for name, node in canvas.scene.nodes.items() if node.moved} == {finding, advice}
    assert not desk.window.find(QLabel, "stale").isVisible()
    desk.work.undo_stack.undo()
    assert any(row.startswith("R1") and row.endswith("No longer needed") for row in desk.rows)
    assert not canvas.isVisible()


@pytest.mark.parametrize(
    ("said", "instead", "told"),
    [
        ("if: [thick-ice, cold-winters]", "if: thick-ice", "should be a list"),
        ("if: [thick-ice, cold-winters]", "if: [[thick-ice]]", "premise"),
        ("source: {author: A. Author,", "source: none  # {", "should be a mapping"),
        ("\nrules:\n", "\nrules:\n  - a text\n", "should be a mapping"),
        ("schema: 2", "schema: 9", "a newer version of WhatHolds"),
        (CASE, "", "The file is empty"),
    ],
)
def test_a_file_that_no_edit_could_keep_is_refused_by_what_is_wrong(
    desk: Desk, tmp_path: Path, said: str, instead: str, told: str
) -> None:
    path = tmp_path / "ice.yaml"
    path.write_text(CASE.replace(said, instead), encoding="utf-8")

    with pytest.raises(Refused, match=told):
        desk.work.open(path)


def test_an_unfinished_case_is_among_the_recent_ones_and_goes_on_in_the_editor(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.yaml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    desk.mark("Most families are likely to have time for it", "assumptions")
    desk.window.command("save")
    desk.click("editor-done")
    desk.work.start((fresh(), Passages()))

    desk.window.window.open(path)
    buttons = desk.window.window.findChildren(QPushButton, "notice-action")
    desk.window.qtbot.waitUntil(lambda: any(button.text() == "Edit the case" for button in buttons))
    told = desk.window.window.findChildren(QLabel, "notice-text")
    assert any("could not be opened. The case has no recommendation yet." in one.text() for one in told)
    next(button for button in buttons if button.text() == "Edit the case").click()

    assert any(row.startswith("A1") for row in desk.rows)
    menu = desk.window.find(QMenu, "cases-menu")
    menu.aboutToShow.emit()
    assert str(path) in [action.text() for action in menu.actions()]


def test_why_a_case_cannot_be_opened_is_told_before_what_is_odd_about_it(
    window: Window, tmp_path: Path
) -> None:
    path = tmp_path / "ice.yaml"
    path.write_text(CASE.replace("[thick-ice, cold-winters]", "[thick-ice, thin-ice]"), encoding="utf-8")

    window.window.open(path)

    told = window.window.findChildren(QLabel, "notice-text")
    window.qtbot.waitUntil(lambda: any("could not be opened" in label.text() for label in told))
    assert any("There is no statement “thin-ice”" in label.text() for label in told)
    assert not any("Did you mean" in label.text() for label in told if "thin-ice" in label.text())


def test_advice_of_every_length_is_shown_whole(window: Window, qtbot: QtBot) -> None:
    Desk(window).window.command("new-case")
    margin = window.find(QListWidget, "case-advice")
    qtbot.waitUntil(lambda: margin.count() > 0)
    margin.setMinimumHeight(200)

    margin.clear()
    margin.addItems(
        [f"{'It is not said what is so if this fails. ' * 3}{'x' * more}" for more in range(30, 42)]
    )
    qtbot.wait(1)

    shown = [ink(margin, row) for row in range(margin.count())]
    for row in range(margin.count()):
        margin.item(row).setSizeHint(QSize(0, 99))
    qtbot.wait(1)

    assert shown == [ink(margin, row) for row in range(margin.count())]


def ink(rows: QListWidget, row: int) -> int:
    """How many pixels of a row are written on."""
    rows.scrollToItem(rows.item(row))
    shown = rows.viewport().grab(rows.visualItemRect(rows.item(row))).toImage()
    ground = shown.pixel(0, 0)
    return sum(shown.pixel(x, y) != ground for x in range(shown.width()) for y in range(shown.height()))


def cut_case(window: Window, tmp_path: Path) -> Desk:
    """A case in which a comma cut a text in braces."""
    file = tmp_path / "ice.yaml"
    file.write_text(CASE.replace("Winters stay cold,", "Winters cost 1,000,"), encoding="utf-8")
    desk = Desk(window)
    window.command("new-case")
    desk.work.open(file)
    return desk


@pytest.mark.parametrize("by_return", [True, False])
def test_a_text_that_a_comma_cut_can_be_kept_whole(window: Window, tmp_path: Path, by_return: bool) -> None:
    desk = cut_case(window, tmp_path)
    margin = window.find(QListWidget, "case-advice")
    window.qtbot.waitUntil(lambda: any("as a comma stands before it" in line for line in desk.advice))
    row = next(place for place, line in enumerate(desk.advice) if "as a comma stands before it" in line)

    margin.setCurrentRow(row)
    if by_return:
        QTest.keyClick(margin, Qt.Key.Key_Return)
    else:
        margin.itemClicked.emit(margin.item(row))
        field = window.find(QPlainTextEdit, "field:text")
        assert field.toPlainText() == "Winters cost 1,000"
        field.setPlainText("Winters cost 1,000 more")

    text = "Winters cost 1,000" if by_return else "Winters cost 1,000 more"
    assert desk.work.document.items("assumptions")[1].data["text"] == text
    window.qtbot.waitUntil(lambda: not any("comma" in line or "000" in line for line in desk.advice))
    desk.work.give_up()


@pytest.mark.parametrize("from_editor", [True, False])
@pytest.mark.parametrize(
    ("old", "new", "row"),
    [
        ("  - {id: cold-winters", "\u00a0 - {id: cold-winters", "Winters stay cold"),
        ("if: [thick-ice, cold-winters]", "if: [thick-ice, {not: cold-winters}]", "not A2"),
    ],
)
def test_what_keeps_a_file_from_being_edited_is_mended_when_asked(
    window: Window,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    old: str,
    new: str,
    row: str,
    from_editor: bool,
) -> None:
    file, desk = tmp_path / "ice.yaml", Desk(window)
    file.write_text(CASE.replace(old, new), encoding="utf-8")
    before = file.read_bytes()
    if from_editor:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
        window.command("new-case")
        window.command("open")
    else:
        window.window.open(file)
    window.qtbot.waitUntil(lambda: "Mend and edit" in desk.offers)
    assert file.read_bytes() == before

    desk.take_offer("Mend and edit")

    assert desk.work.draft.case is not None
    assert row in desk.outline.currentIndex().data()
    assert desk.work.unsaved
    assert file.read_bytes() == before
    window.command("save")
    assert read_case(file).case.title == "The ice road"


def test_in_a_low_window_the_list_that_is_worked_in_has_more_room_than_the_margin(desk: Desk) -> None:
    written(desk)
    desk.window.window.resize(911, 512)
    desk.window.window.show()
    desk.window.qtbot.waitUntil(lambda: desk.window.window.height() == 512)

    shown = desk.window.find(QListWidget, "case-advice")
    assert desk.outline.height() > 1.9 * shown.height()


def test_return_on_advice_puts_a_premise_right(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "ice.yaml"
    path.write_text(CASE.replace("[thick-ice, cold-winters]", "[A1 or A2]"), encoding="utf-8")
    desk.work.open(path)
    desk.window.qtbot.waitUntil(lambda: any("Press Return here to have it so" in one for one in desk.advice))
    shown = desk.window.find(QListWidget, "case-advice")
    shown.setCurrentRow(next(n for n, one in enumerate(desk.advice) if "have it so" in one))

    QTest.keyClick(shown, Qt.Key.Key_Return)

    assert desk.work.document.items("rules")[0].data["if"] == [{"any": ["thick-ice", "cold-winters"]}]
    assert desk.work.draft.case is not None
