"""What a room drops and sets smaller before a page comes in parts or a column is cut."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.base import theme
from desktop.kit.page_view import room_scale
from desktop.kit.tables.fit import Fitting
from desktop.kit.tables.heads import heads_of, overhang
from models.analyses.snapshots import complete, take
from models.pages.depends.matrix import matrix
from models.pages.page import room_page
from models.schema.grades import Stance
from models.schema.public import public
from models.schema.scenario import baseline_scenario, with_stances
from models.schema.snapshot import Snapshot, fresh_state
from models.schema.view import DependsPart, Outlook, PageName, View
from tests.desktop.kit.test_every_page_fits import shown
from tests.extremes import largest, smallest
from tests.states import after, case_named, snapshot, state

SMALL, WIDE = (1024, 768), (1920, 1080)
INNER = 954
"""So wide is a table within the margins of the small screen."""
MODELS = [model.id for model in case_named().models]


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    theme.load_fonts()
    yield
    theme.wear(qapp, theme.resolve(theme.Scheme.LIGHT, 100))


def _taken(view: View, *, added: bool = False) -> Snapshot:
    failing = after(state(), A3="fails")
    return snapshot(replace(failing, scenario=replace(failing.scenario, added=added), view=view))


@pytest.mark.parametrize("outlook", Outlook)
@pytest.mark.parametrize(("size", "added"), [(SMALL, False), (SMALL, True), (WIDE, True)])
def test_the_room_sees_the_whole_stress_test_at_once(
    qtbot: QtBot, outlook: Outlook, size: tuple[int, int], added: bool
) -> None:
    view = shown(qtbot, size[0], size[1] * 85 // 100, room_scale(size[1]), controls=False)

    view.receive(room_page(public(_taken(View(page=PageName.DEPENDS, outlook=outlook), added=added))))

    seen = {" ".join(box.text.split()) for box in view.text_boxes() if view.seen.contains(box.place)}
    last = case_named().recommendations[-1]
    short = added
    for item in case_named().recommendations:
        assert short or item.title in seen
        assert set(item.brief.split()) <= set(" ".join(seen).split())
    assert {last.title, last.brief} & seen


def test_no_column_is_cut_in_a_small_room_where_objections_count() -> None:
    taken = public(_taken(View(page=PageName.DEPENDS, outlook=Outlook.EVERYWHERE), added=True))
    assert taken.analyses is not None
    block = matrix(taken, taken.analyses, "draw-from-moscow")
    heads = heads_of(block.columns, block.rows)
    look = theme.resolve(theme.Scheme.LIGHT, room_scale(SMALL[1]))

    fit = Fitting(heads, block.rows, look).fitted(INNER, 400, controls=False)

    assert len(heads) > 30
    assert sum(fit.widths) + overhang(heads, fit.widths, fit.face) <= INNER


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_the_card_of_a_single_recommendation_is_set_large_and_tells_its_cause(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    view = shown(qtbot, size[0], size[1] * 85 // 100, room_scale(size[1]), controls=False)
    taken = complete(take(fresh_state(smallest())))

    view.receive(room_page(public(taken)))

    told = [" ".join(box.text.split()) for box in view.text_boxes() if view.seen.contains(box.place)]
    (title,) = (box for box in view.text_boxes() if box.text == "Open the gate")
    assert any("arguments hold" in text for text in told), told
    assert title.place.height() > 28 * room_scale(size[1]) / 100


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_a_model_stands_on_one_screen(qtbot: QtBot, size: tuple[int, int], model: str) -> None:
    view = shown(qtbot, size[0], size[1] * 85 // 100, room_scale(size[1]), controls=False)

    view.receive(room_page(public(_taken(View(model=model)))))

    assert view.parts == 1


@pytest.mark.parametrize(("height", "inner"), [(768, 1296), (1080, 1822)])
def test_no_column_of_the_largest_case_is_cut_in_a_room(height: int, inner: int) -> None:
    view = View(page=PageName.DEPENDS, outlook=Outlook.EVERYWHERE)
    taken = public(snapshot(replace(fresh_state(largest()), view=view)))
    assert taken.analyses is not None
    block = matrix(taken, taken.analyses, "advice-1")
    heads = heads_of(block.columns, block.rows)
    look = theme.resolve(theme.Scheme.LIGHT, room_scale(height))

    fit = Fitting(heads, block.rows, look).fitted(inner, 400, controls=False)

    assert len(heads) > 30
    assert sum(fit.widths) + overhang(heads, fit.widths, fit.face) <= inner


def test_a_column_of_nothing_is_shown_as_the_other_shares_are() -> None:
    view = View(page=PageName.DEPENDS, outlook=Outlook.EVERYWHERE)
    taken = public(snapshot(replace(fresh_state(smallest()), view=view)))
    assert taken.analyses is not None
    block = matrix(taken, taken.analyses, "advice-1")
    heads = heads_of(block.columns, block.rows)

    fit = Fitting(heads, block.rows, theme.resolve(theme.Scheme.LIGHT, 100)).fitted(1296, 400, controls=False)

    assert len(set(fit.reserves[1:])) == 1


@pytest.mark.parametrize("width", [1296, 1822])
def test_what_a_reading_comes_to_is_told_whole_over_its_column(qtbot: QtBot, width: int) -> None:
    view = shown(qtbot, width, 900, room_scale(1080), controls=False)
    here = with_stances(baseline_scenario(largest()), {"claim-1": Stance.FAILS, "claim-2": Stance.UNCERTAIN})
    readings = View(page=PageName.DEPENDS, depends=DependsPart.READINGS)

    view.receive(room_page(public(snapshot(replace(fresh_state(largest(), here), view=readings)))))

    told = {" ".join(box.text.split()) for box in view.text_boxes()}
    assert {"Every", "argument", "must hold (29", "hold)"} <= told
