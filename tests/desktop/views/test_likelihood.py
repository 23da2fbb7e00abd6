"""Likelihood as its users work it: enter credences by number or phrase, clear them, look into a recommendation."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.likelihood import LikelihoodView
from desktop.widgets.chart_view import ChartView
from desktop.widgets.probability_table import ProbabilityTable
from models.engine.snapshot import take_snapshot
from models.schema.case import Case
from models.schema.scenario import baseline_scenario
from models.store.cases import load_embedded
from tests.analysed import analysed
from tests.desktop.views.showing import click_cell, part, press, shown, spoken, words

RATED = {"A1": 0.9, "A3": 0.5, "A10": 0.4, "A20": 0.8}


@pytest.fixture
def essay() -> Case:
    return load_embedded("dprk-lessons")


@pytest.fixture
def view(qtbot: QtBot, essay: Case) -> LikelihoodView:
    return shown(qtbot, LikelihoodView(), analysed(essay)[0])


def field(view: LikelihoodView, identifier: str) -> QLineEdit:
    return part(view, QLineEdit, f"credence-field:{identifier}")


def table(view: LikelihoodView) -> ProbabilityTable:
    return part(view, ProbabilityTable, "probabilities")


POPPED_UP = pytest.mark.qt_log_ignore(
    "does not support (raise|grabbing the keyboard|propagateSizeHints)", extend=True
)


def options(view: LikelihoodView, identifier: str) -> list[QAction]:
    """What the list of one field offers."""
    QTest.keyClick(field(view, identifier), Qt.Key.Key_Down)
    menu = part(view, QMenu, "credence-list")
    found = menu.actions()
    menu.close()
    return found


def test_a_number_is_written_as_a_credence(qtbot: QtBot, view: LikelihoodView) -> None:
    QTest.keyClicks(field(view, "russia-ties"), "70")

    with qtbot.waitSignal(view.credence_written) as written:
        QTest.keyClick(field(view, "russia-ties"), Qt.Key.Key_Return)

    assert written.args == ["russia-ties", 0.7]


def test_a_typed_phrase_is_written_as_the_middle_of_its_range(qtbot: QtBot, view: LikelihoodView) -> None:
    QTest.keyClicks(field(view, "russia-ties"), "very likely")

    with qtbot.waitSignal(view.credence_written) as written:
        QTest.keyClick(field(view, "russia-ties"), Qt.Key.Key_Return)

    assert written.args == ["russia-ties", 0.875]


@POPPED_UP
def test_a_phrase_is_chosen_from_the_list(qtbot: QtBot, view: LikelihoodView) -> None:
    with qtbot.waitSignal(view.credence_written) as written:
        options(view, "russia-ties")[3].trigger()

    assert written.args == ["russia-ties", 0.675]


@POPPED_UP
def test_choosing_as_toggled_takes_a_credence_back(qtbot: QtBot, view: LikelihoodView, essay: Case) -> None:
    view.receive(analysed(essay, credences=RATED)[0])

    with qtbot.waitSignal(view.credence_written) as written:
        options(view, "russia-ties")[0].trigger()

    assert written.args == ["russia-ties", None]


def test_emptying_the_field_takes_a_credence_back(qtbot: QtBot, view: LikelihoodView, essay: Case) -> None:
    view.receive(analysed(essay, credences=RATED)[0])
    field(view, "russia-ties").selectAll()
    QTest.keyClick(field(view, "russia-ties"), Qt.Key.Key_Delete)

    with qtbot.waitSignal(view.credence_written) as written:
        QTest.keyClick(field(view, "russia-ties"), Qt.Key.Key_Return)

    assert written.args == ["russia-ties", None]


def test_what_cannot_be_read_is_said_and_changes_nothing(qtbot: QtBot, view: LikelihoodView) -> None:
    QTest.keyClicks(field(view, "russia-ties"), "perhaps")

    with (
        qtbot.assertNotEmitted(view.credence_written),
        qtbot.waitSignal(view.told) as told,
    ):
        QTest.keyClick(field(view, "russia-ties"), Qt.Key.Key_Return)

    assert told.args is not None
    assert told.args[0].startswith("Enter a number from 0 to 100")
    assert field(view, "russia-ties").text() == ""


def test_leaving_a_field_as_it_was_writes_nothing(qtbot: QtBot, view: LikelihoodView, essay: Case) -> None:
    view.receive(analysed(essay, credences=RATED)[0])

    with qtbot.assertNotEmitted(view.credence_written):
        QTest.keyClick(field(view, "russia-ties"), Qt.Key.Key_Return)


def test_escape_gives_up_what_was_typed(view: LikelihoodView) -> None:
    QTest.keyClicks(field(view, "russia-ties"), "12")

    QTest.keyClick(field(view, "russia-ties"), Qt.Key.Key_Escape)

    assert field(view, "russia-ties").text() == ""


def test_an_assumption_without_a_credence_is_told_as_toggled(view: LikelihoodView, essay: Case) -> None:
    assert field(view, "arms-claim-true").placeholderText() == "not set"
    assert (
        "no credence, counts as toggled: uncertain"
        in part(view, QWidget, "credence:arms-claim-true").accessibleName()
    )

    view.receive(analysed(essay, credences=RATED)[0])

    assert field(view, "russia-ties").text() == "50%"
    assert (
        part(view, QWidget, "credence:russia-ties")
        .accessibleName()
        .endswith("50%, roughly even chance, 45–55%")
    )


def test_clearing_all_is_offered_only_where_there_is_something_to_clear(
    qtbot: QtBot, view: LikelihoodView, essay: Case
) -> None:
    assert not part(view, QAbstractButton, "clear-credences").isVisible()
    view.receive(analysed(essay, credences=RATED)[0])

    with qtbot.waitSignal(view.credences_cleared):
        press(view, "clear-credences")


def test_probabilities_are_a_table_in_numbers_and_words(view: LikelihoodView, essay: Case) -> None:
    view.receive(analysed(essay, credences=RATED)[0])

    assert table(view).rowCount() == 11
    assert spoken(table(view), 0, 0) == "R1 Accept the DPRK will not disarm: 90%, very likely"
    assert spoken(table(view), 4, 1) == "16%"


def test_a_row_leads_to_its_recommendation_and_its_tornado(
    qtbot: QtBot, view: LikelihoodView, essay: Case
) -> None:
    view.receive(analysed(essay, credences=RATED)[0])

    with qtbot.waitSignal(view.picked) as picked:
        click_cell(table(view), 4, 0)

    assert picked.args == ["draw-from-moscow"]
    chart = part(view, ChartView, "tornado")
    qtbot.waitUntil(lambda: chart.accessibleDescription().startswith("R5 "))
    assert "If A3 Russia ties deepen failed for certain, 0%" in chart.accessibleDescription()


def test_picking_an_assumption_brings_its_credence_into_sight(view: LikelihoodView) -> None:
    row = part(view, QWidget, "credence:europes-business")
    assert not row.visibleRegion().boundingRect().height()

    view.mark_picked("europes-business")

    assert row.visibleRegion().boundingRect().height() == row.height()


def test_credences_are_shown_before_the_probabilities_are_worked_out(qtbot: QtBot, essay: Case) -> None:
    view = shown(qtbot, LikelihoodView(), take_snapshot(essay, baseline_scenario(essay)))

    assert field(view, "russia-ties").isVisible()
    assert part(view, QWidget, "waiting").isVisible()
    assert words(view, "likelihood-line").endswith("The probabilities are being worked out.")


def test_independence_is_always_noted(view: LikelihoodView, essay: Case) -> None:
    for credences in ({}, RATED):
        view.receive(analysed(essay, credences=credences)[0])

        assert "independent of one another" in words(view, "likelihood-line")


def test_everything_is_copied_as_a_table(view: LikelihoodView, essay: Case) -> None:
    view.receive(analysed(essay, credences=RATED)[0])

    press(view, "likelihood-copy")

    assert "A3\tRussia ties deepen\t50%\troughly even chance, 45–55%" in QGuiApplication.clipboard().text()


def test_names_are_seen_whole_at_the_smallest_window(view: LikelihoodView) -> None:
    metrics = table(view).fontMetrics()
    longest = max(
        metrics.horizontalAdvance(str(table(view).model().index(row, 0).data())) for row in range(11)
    )

    assert longest < table(view).columnWidth(0)
