"""The spotlight as a page: one recommendation, its chain, and what would turn it."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop.views.spotlight import SpotlightView
from desktop.widgets.chip import Chip
from models.schema.case import Case
from models.store.cases import load_embedded
from tests.analysed import analysed
from tests.desktop.views.showing import part, shown, words


@pytest.fixture
def essay() -> Case:
    return load_embedded("dprk-lessons")


@pytest.fixture
def view(qtbot: QtBot, essay: Case) -> SpotlightView:
    snapshot, _ = analysed(essay, {"A3": "fails"})
    view = SpotlightView()
    view.mark_picked(essay.by_code["R5"].id)
    return shown(qtbot, view, replace(snapshot, before=analysed(essay)[0].evaluation))


def test_title_and_verdict_stand_first(view: SpotlightView, essay: Case) -> None:
    assert words(view, "spotlight-title") == essay.by_code["R5"].text
    assert part(view, Chip, "spotlight-verdict").accessibleName() == "No longer needed"


def test_the_verdict_before_the_last_change_stands_beside_it(view: SpotlightView, essay: Case) -> None:
    before = part(view, Chip, "spotlight-was")
    moved = before.isVisible()

    view.mark_picked(essay.by_code["R1"].id)

    assert moved and not before.isVisible()


def test_the_chain_is_told_link_by_link(view: SpotlightView) -> None:
    assert words(view, "spotlight-link:1-heading") == "A3 fails"
    assert words(view, "spotlight-link:2-heading") == "F14 does not stand"


def test_what_would_turn_it_is_told(view: SpotlightView) -> None:
    assert words(view, "spotlight-turn-title") == "What would rescue it"
    assert words(view, "spotlight-turn:1-heading") == "If A3 holds, R5 holds."


def test_picking_an_assumption_changes_nothing(view: SpotlightView, essay: Case) -> None:
    view.mark_picked(essay.by_code["A1"].id)

    assert words(view, "spotlight-title") == essay.by_code["R5"].text


def test_a_screen_reader_is_told_all_of_it_at_once(view: SpotlightView) -> None:
    assert view.accessibleName().startswith("R5 Draw Pyongyang away from Moscow: No longer needed. A3 fails")
