"""The window as a whole: a toggle reaches every part, and nothing moves but what changed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from desktop.base.settings import load_settings
from desktop.kit import table
from desktop.kit.cells.face import Face
from desktop.kit.page_view import PageView
from desktop.kit.table import TableWidget
from desktop.kit.tables.frame import Frame, frame_of
from models.schema.action import Step, Time, Timing, look
from models.schema.page import Table
from models.schema.steps.room_steps import with_new_item
from models.schema.view import PageName, ProgrammePart
from models.store.cases import load_embedded
from tests.window import Window


def _place(window: Window, name: str) -> QRect:
    widget = window.find(QWidget, name)
    return QRect(widget.mapTo(window.window, widget.rect().topLeft()), widget.size())


def _named(window: Window, code: str) -> str:
    return load_embedded().by_code[code].id


def test_a_toggle_is_told_by_the_strip(window: Window) -> None:
    recommendation = _named(window, "R5")

    window.set_stance(_named(window, "A3"), "fails")

    assert "no longer needed" in window.tile(recommendation)


def test_undo_takes_a_toggle_back(window: Window) -> None:
    russia = _named(window, "A3")
    window.set_stance(russia, "fails")

    window.press("Ctrl+Z")

    assert window.stance(russia) == "holds"


@pytest.mark.qt_log_ignore("does not support", extend=True)
@pytest.mark.parametrize(
    ("keys", "menu"), [("F10", "File"), ("Alt+F", "File"), ("Alt+W", "Workshop"), ("Alt+H", "Help")]
)
def test_menus_open_by_keys(keys: str, menu: str, window: Window) -> None:
    window.press(keys)

    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QMenu)
    assert opened.title() == menu
    opened.close()


def test_every_page_is_reached_by_its_key(window: Window) -> None:
    names = []
    for place in range(1, 6):
        window.press(f"Ctrl+{place}")
        names.append(window.page)

    assert names == [
        "Programme",
        "What still holds?",
        "What does it depend on?",
        "Where do we differ?",
        "What do we watch?",
    ]


@pytest.mark.parametrize("page", [PageName.DEPENDS, PageName.WATCH])
def test_a_page_is_laid_out_in_the_place_where_it_is_seen_and_in_no_other(
    window: Window, page: PageName, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: set[tuple[str, int]] = set()

    def noted(block: Table, face: Face, width: int, framed: bool) -> Frame:
        tried.add((block.id, width))
        return frame_of(block, face, width, framed)

    monkeypatch.setattr(table, "frame_of", noted)
    window.window.session.act(look(page=page))
    window.qtbot.waitUntil(lambda: window.window.session.snapshot.analyses is not None)
    QApplication.sendPostedEvents()

    stage = window.find(PageView, "page-view")
    seen = {(one.objectName(), one.width()) for one in stage.findChildren(TableWidget) if one.isVisible()}
    assert seen and seen == {(name, width) for name, width in tried if name}


def test_a_notice_moves_nothing(window: Window) -> None:
    before = [_place(window, name) for name in ("tabs", "page-view", "strip", "assumptions")]

    window.window.notice.tell("Something was done.")

    assert window.shows("notice")
    assert [_place(window, name) for name in ("tabs", "page-view", "strip", "assumptions")] == before


def test_escape_closes_a_notice(window: Window) -> None:
    window.window.notice.tell("Something was done.")

    window.press("Esc")

    assert not window.shows("notice")


def test_resetting_all_offers_to_undo(window: Window) -> None:
    russia = _named(window, "A3")
    window.set_stance(russia, "fails")

    window.press("Ctrl+R")
    window.click("notice-action")

    assert window.stance(russia) == "fails"


def test_tabs_stand_still_while_a_drawer_folds(window: Window) -> None:
    before = _place(window, "tabs").topLeft()

    window.press("Ctrl+Shift+L")

    assert not window.shows("assumptions")
    assert window.shows("folded-head")
    window.qtbot.waitUntil(lambda: _place(window, "tabs").topLeft() == before)


def test_letters_set_the_assumption_that_is_explained_wherever_the_keyboard_is(window: Window) -> None:
    russia = _named(window, "A3")
    window.set_stance(russia, "uncertain")
    window.command("go-stage")

    window.press("F", on=window.window)

    assert window.stance(russia) == "fails"


def test_a_first_start_after_a_quit_begins_with_the_welcome(qtbot: QtBot, tmp_path: Path) -> None:
    first = Window(qtbot, tmp_path / "home", welcomed=False)
    first.press("Ctrl+3")
    first.close()

    second = Window(qtbot, tmp_path / "home")
    qtbot.waitUntil(lambda: second.shows("welcome"))

    assert second.page == "What still holds?"


def test_a_stance_that_is_set_puts_the_welcome_away_for_good(qtbot: QtBot, tmp_path: Path) -> None:
    first = Window(qtbot, tmp_path / "home", welcomed=False)
    qtbot.waitUntil(lambda: first.shows("welcome"))
    first.set_stance(_named(first, "A3"), "fails")

    assert not first.shows("welcome")
    first.close()

    second = Window(qtbot, tmp_path / "home")
    assert load_settings(second.paths.settings)[0].welcomed


def test_escape_closes_the_welcome_before_a_notice(qtbot: QtBot, tmp_path: Path) -> None:
    window = Window(qtbot, tmp_path / "home", welcomed=False)
    qtbot.waitUntil(lambda: window.shows("welcome"))
    window.window.notice.tell("Something was done.")

    window.press("Esc")

    assert not window.shows("welcome")
    assert window.shows("notice")


def test_a_welcome_that_was_read_stays_away(qtbot: QtBot, tmp_path: Path) -> None:
    first = Window(qtbot, tmp_path / "home", welcomed=False)
    qtbot.waitUntil(lambda: first.shows("welcome"))
    first.click("welcome-read")
    first.press("Ctrl+3")
    first.close()

    second = Window(qtbot, tmp_path / "home")

    assert second.page == "What does it depend on?"
    assert not second.shows("welcome")


def test_the_keyboard_stays_where_it_was_when_its_place_goes(window: Window) -> None:
    window.window.activateWindow()
    window.command("present")
    window.press("F7")

    window.press("Ctrl+3")
    window.press("Space")

    stage = window.find(QWidget, "stage")
    now = window.window.focusWidget()
    assert now is stage or stage.isAncestorOf(now)
    assert window.snapshot.room.kept is None
    window.command("present")


def test_all_tabs_are_seen_at_every_size(qtbot: QtBot, tmp_path: Path) -> None:
    for width, height, scale in ((1280, 720, 100), (1366, 768, 125), (1366, 768, 150), (1366, 728, 200)):
        window = Window(qtbot, tmp_path / f"{width}-{scale}", width, height, scale=scale)
        tabs = window.find(QTabBar, "tabs")

        assert window.window.width() == width
        assert window.window.height() == height
        assert tabs.mapTo(window.window, tabs.tabRect(tabs.count() - 1).topRight()).x() <= width
        window.close()


def test_drawers_are_found_as_they_were_left(qtbot: QtBot, tmp_path: Path) -> None:
    first = Window(qtbot, tmp_path / "home")
    first.command("drawer-left")
    first.act(look(page=PageName.DEPENDS))
    first.command("drawer-right")
    first.close()

    second = Window(qtbot, tmp_path / "home")
    there = second.shows("why")
    second.act(look(page=PageName.HOLDS))

    assert there and not second.shows("assumptions")


@pytest.mark.parametrize(("answer", "title"), [("Replace it", "Welcome"), ("Keep the agenda", "Mine")])
def test_a_plan_over_an_agenda_that_has_begun_asks(
    window: Window, monkeypatch: pytest.MonkeyPatch, answer: str, title: str
) -> None:
    window.act(Step(with_new_item, ("Mine", 10)))
    window.act(Time(Timing.START))

    def chosen(question: QMessageBox) -> None:
        button = next(item for item in question.buttons() if item.text() == answer)
        monkeypatch.setattr(question, "clickedButton", lambda: button, raising=False)

    monkeypatch.setattr(QMessageBox, "exec", chosen)
    window.command("plan-90")

    assert window.snapshot.workshop.agenda[0].title == title


@pytest.mark.parametrize(
    ("command", "told"), [("plan-90", "Programme"), ("new-round", "Where do we differ?")]
)
def test_what_a_menu_changes_on_another_page_is_told(window: Window, command: str, told: str) -> None:
    before = window.snapshot.workshop

    window.command(command)

    assert told in window.text("notice-text")
    window.click("notice-action")
    after = window.snapshot.workshop
    assert (after.agenda, after.rounds) == (before.agenda, before.rounds)


def test_a_plan_that_is_seen_where_it_was_chosen_is_not_told(window: Window) -> None:
    window.act(look(page=PageName.PROGRAMME, programme=ProgrammePart.AGENDA))

    window.command("plan-90")

    assert not window.shows("notice-text")
