"""What stands round a page: tabs that shorten before they are cut, and chips of the core assumptions."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton, QTabBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.stage import stage
from desktop.stage.folded_head import Chip
from desktop.stage.notice import Notice, Question
from desktop.stage.tabs import TabRow
from models.analyses.bundle import analyse
from models.pages.page import page
from models.schema.action import Action, look
from models.schema.page import Page
from models.schema.snapshot import Snapshot
from models.schema.view import PageName
from tests.states import after, snapshot, state


@pytest.fixture
def tabs(qtbot: QtBot, dressed: None) -> Iterator[TabRow]:
    window = QWidget()
    qtbot.addWidget(window)
    row = TabRow(window)
    row.resize(1366, 40)
    row.receive(snapshot(state(), analysed=False))
    row.show_head(True, 300)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    yield row


def _bar(row: TabRow) -> QTabBar:
    bar = row.findChild(QTabBar, "tabs")
    assert bar is not None
    return bar


def test_a_tab_chooses_a_page(tabs: TabRow) -> None:
    actions: list[Action] = []
    tabs.acted.connect(actions.append)

    _bar(tabs).setCurrentIndex(2)

    assert actions == [look(page=PageName.DEPENDS)]


def test_showing_a_page_chooses_nothing(tabs: TabRow) -> None:
    actions: list[Action] = []
    tabs.acted.connect(actions.append)

    tabs.receive(snapshot(state(page=PageName.WATCH), analysed=False))

    assert not actions
    assert _bar(tabs).currentIndex() == 4


def test_questions_are_shortened_where_they_would_be_cut(tabs: TabRow) -> None:
    tabs.resize(640, 40)

    assert _bar(tabs).tabText(1) == "Holds"
    assert _bar(tabs).sizeHint().width() <= 640


def test_no_question_is_cut_at_any_width_beside_the_head(tabs: TabRow) -> None:
    cut = []
    for width in range(560, 1000, 4):
        tabs.resize(width, 40)
        if tabs.head.width() + _bar(tabs).width() > width:
            cut.append(width)

    assert cut == []


def test_questions_stand_closer_before_they_are_shortened(tabs: TabRow) -> None:
    tabs.show_head(False, 0)
    tabs.resize(2000, 40)
    apart = _bar(tabs).width()

    tabs.resize(apart - 8, 40)

    assert _bar(tabs).tabText(1) == "What still holds?"
    assert _bar(tabs).width() <= apart - 8


def test_the_head_of_a_folded_drawer_names_the_core_assumptions(tabs: TabRow) -> None:
    assert [chip.words for chip in tabs.findChildren(Chip)] == ["Arsenal", "Council", "Russia"]


def test_a_chip_tells_its_stance(tabs: TabRow) -> None:
    tabs.receive(snapshot(after(state(), A3="fails"), analysed=False))

    assert tabs.findChildren(Chip)[2].accessibleName() == "Russia ties deepen: Fails"


@pytest.mark.parametrize(
    ("width", "words"), [(910, ["Arsenal", "Council", "Russia"]), (853, ["A1", "A2", "A3"])]
)
def test_questions_stand_closer_so_that_chips_have_names_or_codes(
    tabs: TabRow, width: int, words: list[str]
) -> None:
    tabs.resize(width, 40)

    chips = tabs.findChildren(Chip)
    assert _bar(tabs).tabText(1) == "What still holds?"
    assert [chip.words for chip in chips if chip.isVisible()] == words
    assert all(chip.width() >= chip.sizeHint().width() for chip in chips)


@pytest.mark.parametrize(("name", "times"), [(PageName.HOLDS, 1), (PageName.DEPENDS, 2)])
def test_the_board_is_not_described_again_when_only_analyses_come(
    qtbot: QtBot, dressed: None, monkeypatch: pytest.MonkeyPatch, name: PageName, times: int
) -> None:
    described: list[Snapshot] = []

    def noted(given: Snapshot) -> Page:
        described.append(given)
        return page(given)

    monkeypatch.setattr(stage, "page", noted)
    shown = stage.Stage()
    qtbot.addWidget(shown)
    first = snapshot(state(page=name), analysed=False)

    shown.receive(first)
    shown.receive(replace(first, analyses=analyse(first.case, first.scenario)))

    assert len(described) == times


def test_nothing_of_a_notices_buttons_is_cut_off(qtbot: QtBot, dressed: None) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    notice = Notice(window)
    notice.ask((Question(("a",), "Both are kept.", (("It replaces", print), ("Both stay", print))),))
    qtbot.waitExposed(window)
    buttons = [button for button in notice.findChildren(QPushButton) if button.isVisible()]

    notice.grab()

    assert len(buttons) == 2
    assert all(button.height() >= button.sizeHint().height() for button in buttons)


def test_a_notice_of_the_start_lies_at_the_foot_once_the_window_has_its_size(
    qtbot: QtBot, dressed: None
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(640, 480)
    notice = Notice(window)
    notice.warn("Some settings could not be read.")

    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)

    assert window.height() - notice.geometry().bottom() < 24
    assert abs(notice.geometry().center().x() - window.rect().center().x()) <= 1


def test_a_notice_is_closed_by_a_target_of_24_pixels(qtbot: QtBot, dressed: None) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    notice = Notice(window)
    notice.warn("It was not saved.")
    close = notice.findChild(QToolButton, "notice-close")

    window.show()

    assert close is not None
    assert min(close.width(), close.height()) >= 24
