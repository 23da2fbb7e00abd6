"""The models as their users see them: one at a time, under its name."""

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.views.models_page import ModelsView
from desktop.widgets.chart_view import ChartView
from desktop.widgets.statement_row import StatementRow
from models.schema.case import Case
from models.store.cases import load_embedded
from tests.analysed import analysed
from tests.desktop.views.showing import part, press, shown, words


@pytest.fixture
def essay() -> Case:
    return load_embedded("dprk-lessons")


@pytest.fixture
def view(qtbot: QtBot, essay: Case) -> ModelsView:
    return shown(qtbot, ModelsView(), analysed(essay)[0])


def listed(view: ModelsView) -> list[str]:
    return [row.identifier for row in view.findChildren(StatementRow) if row.isVisible()]


def test_the_sentence_names_the_model(view: ModelsView) -> None:
    press(view, "model:commerce")

    assert words(view, "model-sentence").startswith("War commerce: ")


def test_another_model_shows_its_own_statements(qtbot: QtBot, view: ModelsView) -> None:
    press(view, "model:commerce")

    qtbot.waitUntil(lambda: "moscow-breaks-sanctions" in listed(view))
    assert "keeps-arsenal" not in listed(view)


def test_a_statement_leads_to_its_explanation(qtbot: QtBot, view: ModelsView) -> None:
    with qtbot.waitSignal(view.picked) as picked:
        part(view, StatementRow, "statement:keeps-arsenal").click()

    assert picked.args == ["keeps-arsenal"]


def test_copy_puts_the_statements_of_the_model_on_the_clipboard(view: ModelsView) -> None:
    press(view, "models-copy")

    assert "A1\tArsenal is kept\tHolds" in QGuiApplication.clipboard().text()


def test_the_chart_is_seen_whole_at_the_smallest_window(qtbot: QtBot, view: ModelsView) -> None:
    chart = part(view, ChartView, "model-chart")

    qtbot.waitUntil(lambda: chart.visibleRegion().boundingRect() == chart.rect())
