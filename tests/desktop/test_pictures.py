"""What is saved as a picture: all of a dashboard under its sentence, as a drawing or sharp enough for paper."""

from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element, parse

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.argument_map import ArgumentMapView
from desktop.views.board import BoardView
from desktop.views.change import ChangeView
from desktop.views.likelihood import LikelihoodView
from desktop.views.load_bearing import LoadBearingView
from desktop.views.models_page import ModelsView
from desktop.views.readings import ReadingsView
from desktop.views.rounds import RoundsView
from desktop.views.stress_test import StressTestView
from desktop.widgets.chart_view import ChartView
from desktop.widgets.dashboard import Dashboard
from desktop.widgets.dashboard_frame import DashboardFrame
from models.schema.case import Case
from models.store.cases import load_embedded
from tests.analysed import analysed
from tests.desktop.views.showing import shown

SVG = "{http://www.w3.org/2000/svg}"
VIEWS = (
    BoardView,
    ModelsView,
    StressTestView,
    ChangeView,
    LoadBearingView,
    LikelihoodView,
    ArgumentMapView,
    ReadingsView,
    RoundsView,
)
RATED = {"A1": 0.9, "A3": 0.5}


@pytest.fixture
def essay() -> Case:
    return load_embedded("dprk-lessons")


def saved(view: Dashboard, path: Path) -> Path:
    (frame,) = view.findChildren(DashboardFrame)
    frame.save_picture(path)
    return path


def drawn(view: Dashboard, folder: Path) -> Element:
    return parse(saved(view, folder / "picture.svg")).getroot()  # noqa: S314


def texts(drawing: Element) -> list[str]:
    return ["".join(text.itertext()).strip() for text in drawing.iter(f"{SVG}text")]


def arrangement(view: Dashboard) -> list[QRect]:
    """Where everything is that can be seen; a scrolled page lies above its place."""
    return [found.geometry() for found in view.findChildren(QWidget) if found.isVisible()]


@pytest.mark.parametrize("make", VIEWS)
def test_a_drawing_is_words_and_lines_and_no_image(
    qtbot: QtBot, essay: Case, tmp_path: Path, make: Callable[[], Dashboard]
) -> None:
    view = shown(qtbot, make(), analysed(essay, credences=RATED)[0])

    drawing = drawn(view, tmp_path)

    assert not list(drawing.iter(f"{SVG}image"))
    assert list(drawing.iter(f"{SVG}path"))
    assert drawing.findtext(f"{SVG}title", "").startswith(texts(drawing)[0])


@pytest.mark.parametrize("make", [LikelihoodView, LoadBearingView])
def test_nothing_is_scrolled_out_of_a_drawing(
    qtbot: QtBot, essay: Case, tmp_path: Path, make: Callable[[], Dashboard]
) -> None:
    view = shown(qtbot, make(), analysed(essay)[0])

    drawing = drawn(view, tmp_path)

    assert {item.code for item in essay.assumptions} <= set(texts(drawing))


def test_a_chart_is_drawn_into_its_place(qtbot: QtBot, essay: Case, tmp_path: Path) -> None:
    view = shown(qtbot, LoadBearingView(), analysed(essay)[0])

    drawing = saved(view, tmp_path / "picture.svg").read_text(encoding="utf-8")

    assert 'id="figure_1"' in drawing
    assert "<!-- Load-bearing and vulnerable -->" in drawing


def test_a_control_is_on_no_picture(qtbot: QtBot, essay: Case, tmp_path: Path) -> None:
    view = shown(qtbot, ReadingsView(), analysed(essay)[0])

    assert "Read it this way" not in texts(drawn(view, tmp_path))
    assert "11 of 11 hold" in texts(drawn(view, tmp_path))


def test_a_picture_has_twice_the_dots_of_its_drawing(qtbot: QtBot, essay: Case, tmp_path: Path) -> None:
    view = shown(qtbot, LoadBearingView(), analysed(essay)[0])
    _, _, width, height = drawn(view, tmp_path).attrib["viewBox"].split()

    image = QImage(str(saved(view, tmp_path / "picture.png")))

    assert (image.width(), image.height()) == (2 * int(width), 2 * int(height))


@pytest.mark.parametrize("make", [LikelihoodView, LoadBearingView])
def test_saving_leaves_the_screen_as_it_was(
    qtbot: QtBot, essay: Case, tmp_path: Path, make: Callable[[], Dashboard]
) -> None:
    view = shown(qtbot, make(), analysed(essay, credences=RATED)[0])
    charts = view.findChildren(ChartView)
    qtbot.waitUntil(lambda: all(chart.accessibleDescription() for chart in charts), timeout=20_000)
    for area in view.findChildren(QAbstractScrollArea):
        area.verticalScrollBar().setValue(3)
    before = arrangement(view)

    saved(view, tmp_path / "picture.png")

    qtbot.waitUntil(lambda: arrangement(view) == before)


def test_a_folder_that_cannot_be_written_is_said(qtbot: QtBot, essay: Case, tmp_path: Path) -> None:
    view = shown(qtbot, ReadingsView(), analysed(essay)[0])

    with qtbot.waitSignal(view.told) as told:
        saved(view, tmp_path / "nowhere" / "picture.svg")

    assert told.args is not None
    assert told.args[0].endswith("could not be written. Choose another folder.")
