"""The argument map of a case so large that it is laid out in the background."""

from threading import enumerate as threads

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from desktop.views.argument_map import ArgumentMapView
from desktop.widgets.map_canvas import MapCanvas
from models.charts.map_layout import lay_out
from models.engine.snapshot import take_snapshot
from models.schema.case import Case
from models.schema.scenario import baseline_scenario
from models.schema.snapshot import Snapshot
from models.store.cases import load_embedded
from tests.desktop.views.showing import part, shown, words
from tests.models.analyses.generated_cases import generated_case


@pytest.fixture
def large() -> Case:
    lay_out.cache_clear()
    return generated_case(1, 60)


def taken(case: Case) -> Snapshot:
    return take_snapshot(case, baseline_scenario(case))


def canvas(view: ArgumentMapView) -> MapCanvas:
    return part(view, MapCanvas, "map-canvas")


def test_it_says_so_while_a_large_map_is_laid_out(qtbot: QtBot, large: Case) -> None:
    view = shown(qtbot, ArgumentMapView(), taken(large))

    assert words(view, "waiting") == "Laying out the map…"
    assert not canvas(view).isVisible()
    assert not part(view, QAbstractButton, "map-zoom-in").isEnabled()


def test_a_large_map_arrives_and_is_then_kept(qtbot: QtBot, large: Case) -> None:
    view = shown(qtbot, ArgumentMapView(), taken(large))

    qtbot.waitUntil(canvas(view).isVisible, timeout=20_000)
    view.receive(taken(large))

    assert canvas(view).isVisible()
    assert part(view, QAbstractButton, "map-zoom-in").isEnabled()
    assert canvas(view).place_of("a0")


def test_a_small_map_is_there_at_once(qtbot: QtBot) -> None:
    view = shown(qtbot, ArgumentMapView(), taken(load_embedded()))

    assert canvas(view).isVisible()
    assert not part(view, QLabel, "waiting").isVisible()


def test_another_case_takes_the_place_of_a_map_that_is_still_laid_out(qtbot: QtBot, large: Case) -> None:
    view = shown(qtbot, ArgumentMapView(), taken(large))
    small = load_embedded()

    view.receive(taken(small))

    assert canvas(view).place_of(small.assumptions[0].id)
    assert canvas(view).isVisible()


def test_turning_back_to_the_map_asks_for_it_again(qtbot: QtBot, large: Case) -> None:
    view = shown(qtbot, ArgumentMapView(), taken(large))
    view.hide()

    view.show()
    view.receive(taken(large))

    qtbot.waitUntil(canvas(view).isVisible, timeout=20_000)


def test_no_thread_outlives_the_map(qtbot: QtBot, large: Case) -> None:
    view = ArgumentMapView()
    view.receive(taken(large))
    with qtbot.waitSignal(view.destroyed):
        view.deleteLater()

    assert not [thread for thread in threads() if thread.name.startswith("answers")]
