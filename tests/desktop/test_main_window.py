"""The window as a whole: a toggle reaches every view, all can be undone, and keys do what the mouse does."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.pages import WindowPage


def test_the_baseline_is_shown_with_all_recommendations_holding(page: WindowPage) -> None:
    assert page.text("headline") == "All 11 recommendations still hold"
    assert "still holds" in page.card("accept-reality")


def test_a_failed_core_assumption_fells_what_rests_on_it(page: WindowPage) -> None:
    page.set_stance("russia-ties", "fails")

    assert "no longer needed" in page.card("draw-from-moscow")
    assert "holds on fewer grounds" in page.card("prepare-dialogue")
    assert page.text("changes-from-baseline") == "1 change from the essay's baseline"


def test_undo_takes_a_stance_back_and_is_named_after_it(page: WindowPage) -> None:
    page.set_stance("russia-ties", "fails")

    assert page.command_text("undo") == "&Undo Set A3 to fails"
    page.command("undo")

    assert page.stance("russia-ties") == "holds"
    assert page.text("headline") == "All 11 recommendations still hold"


def test_choosing_the_present_stance_is_no_step(page: WindowPage) -> None:
    page.set_stance("russia-ties", "holds")

    assert page.command_text("undo") == "&Undo"


def test_keys_walk_the_assumptions_and_set_them(page: WindowPage) -> None:
    page.command("go-assumptions")

    page.press("Down")
    page.press("F")
    page.press("Down")
    page.press("2")

    assert page.stance("learns-from-war") == "fails"
    assert page.stance("guarantees-hollow") == "uncertain"


def test_one_assumption_goes_back_to_the_baseline_alone(page: WindowPage) -> None:
    page.set_stance("russia-ties", "fails")
    page.set_stance("council-deadlock", "fails")

    page.click("reset:russia-ties")

    assert (page.stance("russia-ties"), page.stance("council-deadlock")) == ("holds", "fails")


def test_resetting_all_is_one_step_that_can_be_undone(page: WindowPage) -> None:
    page.set_stance("russia-ties", "fails")
    page.set_stance("council-deadlock", "fails")

    page.click("reset-all")
    assert page.stance("russia-ties") == page.stance("council-deadlock") == "holds"
    page.press_notice()

    assert page.stance("russia-ties") == page.stance("council-deadlock") == "fails"


def test_all_twenty_assumptions_are_seen_at_1366_by_768(page: WindowPage) -> None:
    area = page.find(QWidget, "assumption-list")
    rows = [row for row in area.findChildren(QWidget) if row.objectName().startswith("assumption:")]

    bottoms = [row.mapTo(area, row.rect().bottomLeft()).y() for row in rows]

    assert len(rows) == 20
    assert max(bottoms) <= area.height()


def test_folding_a_group_hides_its_rows(page: WindowPage) -> None:
    page.click("group:alignment")

    assert not page.find(QWidget, "assumption:russia-ties").isVisible()
    assert page.find(QWidget, "assumption:keeps-arsenal").isVisible()


def test_the_reading_changes_the_verdicts_and_can_be_undone(page: WindowPage) -> None:
    page.set_stance("council-deadlock", "fails")

    page.find(QAbstractButton, "reading").toggle()
    assert "incomplete" in page.card("prepare-dialogue")
    page.command("undo")

    assert "holds on fewer grounds" in page.card("prepare-dialogue")


def test_objections_count_only_when_included(page: WindowPage) -> None:
    page.set_stance("council-deadlock", "fails")
    assert "still holds" in page.card("offer-inducements")

    page.find(QAbstractButton, "added").toggle()

    assert "overruled" in page.card("offer-inducements")


def test_picking_a_card_explains_it(page: WindowPage) -> None:
    page.click("card:calm-drills")

    assert page.text("why-title") == "Lower the tension around drills and do not answer in kind"


def test_an_inference_can_be_set_aside_from_the_why(page: WindowPage) -> None:
    page.click("card:limit-arsenal")

    page.select_inference("limit")
    page.click("set-aside")

    assert "no longer needed" in page.card("limit-arsenal")
    assert page.notice() == "The inference is set aside."


def test_a_note_is_kept_with_the_scenario_as_one_step(page: WindowPage, qtbot: QtBot) -> None:
    page.click("card:calm-drills")

    page.write("note", "Ask the navy")
    qtbot.waitUntil(lambda: page.command_text("undo") != "&Undo")

    assert "note" in page.command_text("undo").lower()
    page.command("undo")
    assert page.command_text("undo") == "&Undo"


def test_a_rationale_is_asked_for_on_assumptions_only(page: WindowPage) -> None:
    page.click("card:calm-drills")
    assert not page.find(QWidget, "rationale").isVisible()

    page.set_stance("russia-ties", "fails")

    assert page.find(QWidget, "rationale").isVisible()


def test_the_models_tab_has_a_dashboard_for_each_model(page: WindowPage, qtbot: QtBot) -> None:
    page.open_tab("Models")

    for model in ("nuclear", "signalling", "diplomacy", "alignment", "commerce", "engagement"):
        page.click(f"model:{model}")
        assert page.text("model-sentence")
    row = page.find(QAbstractButton, "statement:prepare-dialogue")
    qtbot.waitUntil(row.isVisible)


def test_colours_and_scale_change_at_once_and_are_remembered(page: WindowPage) -> None:
    before = page.find(QWidget, "header").height()

    page.command("larger")
    page.window.close()

    assert page.find(QWidget, "header").height() > before
    assert '"scale": 110' in page.paths.settings.read_text()


def test_writing_a_note_leaves_it_told_what_the_last_change_did(
    page: WindowPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "noted"), ""))
    page.set_stance("russia-ties", "fails")
    page.write("note", "Said by the second table")

    page.command("save")

    assert "It was holding." in page.card("draw-from-moscow")
