"""The board as its users see it: every recommendation at once, however small the window."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.base.theme import Scheme, resolve, wear
from desktop.views.board import BoardView
from desktop.widgets.recommendation_card import RecommendationCard
from models.schema.case import Case
from models.store.cases import load_embedded
from tests.analysed import analysed
from tests.desktop.views.showing import part, press, shown, words


@pytest.fixture
def essay() -> Case:
    return load_embedded("dprk-lessons")


@pytest.fixture
def view(qtbot: QtBot, essay: Case) -> BoardView:
    return shown(qtbot, BoardView(), analysed(essay)[0])


def cut_off(view: BoardView) -> list[str]:
    """The cards that are not seen whole."""
    found = view.findChildren(RecommendationCard)
    return [card.identifier for card in found if card.visibleRegion().boundingRect() != card.rect()]


@pytest.mark.parametrize("failing", ["", "A1", "A2", "A3", "A20"])
def test_all_cards_are_seen_whole_at_the_smallest_window(
    qtbot: QtBot, view: BoardView, essay: Case, failing: str
) -> None:
    view.receive(analysed(essay, {failing: "fails"} if failing else {})[0])

    qtbot.waitUntil(lambda: cut_off(view) == [])


def test_what_a_close_card_leaves_out_is_in_its_tip(view: BoardView) -> None:
    card = part(view, RecommendationCard, "card:accept-reality")

    assert card.toolTip().startswith("Accept, openly or tacitly")
    assert "For the international community" in card.toolTip()


def test_a_card_says_more_where_there_is_room(qtbot: QtBot, view: BoardView) -> None:
    card = part(view, RecommendationCard, "card:accept-reality")
    before = card.height()

    view.resize(1275, 900)

    qtbot.waitUntil(lambda: card.height() > before)
    assert card.toolTip() == ""


def test_the_headline_counts_and_the_line_says_what_changed(view: BoardView, essay: Case) -> None:
    view.receive(analysed(essay, {"A1": "fails"})[0])

    assert words(view, "headline") == "9 of 11 recommendations still hold"
    assert words(view, "board-line") == "3 verdicts differ from the essay's baseline."


def test_copy_puts_every_verdict_on_the_clipboard(view: BoardView) -> None:
    press(view, "board-copy")

    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Recommendation\tText\tFor\tVerdict")
    assert len(lines) == 12


def test_large_type_is_scrolled_and_not_squashed(qtbot: QtBot, qapp: QApplication, view: BoardView) -> None:
    title = part(view, QLabel, "headline")
    view.resize(456, 320)

    wear(qapp, resolve(Scheme.LIGHT, 200))

    try:
        qtbot.waitUntil(lambda: title.height() >= title.heightForWidth(title.width()))
    finally:
        wear(qapp, resolve(Scheme.LIGHT, 100))
