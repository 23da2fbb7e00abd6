"""The chart of grounds that stand, read from its artists."""

from collections.abc import Mapping

import numpy as np
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.colors import to_rgba_array
from matplotlib.figure import Figure

from models.charts.grounds import GroundsRow, draw_grounds, grounds_figure, grounds_rows, grounds_table
from models.charts.palette import palette
from models.charts.style import svg_bytes
from models.schema.case import Case
from models.schema.snapshot import Snapshot
from tests.models.conftest import Take

LIGHT = palette("light")
WIDTH = 500.0


def _rows(snapshot: Snapshot) -> Mapping[str, GroundsRow]:
    return {row.code: row for row in grounds_rows(snapshot)}


def _drawn(snapshot: Snapshot) -> Figure:
    figure = grounds_figure(grounds_rows(snapshot), LIGHT, WIDTH)
    figure.draw_without_rendering()
    return figure


def _blocks(figure: Figure) -> list[PolyCollection]:
    return [item for axes in figure.axes for item in axes.collections if isinstance(item, PolyCollection)]


def _lightness(blocks: PolyCollection) -> float:
    colours = to_rgba_array(np.asarray(blocks.get_facecolor()))
    return float(colours[:, :3].mean())


def test_grounds_are_counted_as_standing_open_and_failing(essay: Case, take: Take) -> None:
    row = _rows(take(essay, {"A1": "fails", "A3": "uncertain"}))["R7"]

    assert (row.applying, row.open, row.failing, row.baseline) == (2, 1, 1, 4)


def test_a_ground_that_is_set_aside_counts_as_failing(essay: Case, take: Take) -> None:
    row = _rows(take(essay, aside=("not-a-bloc-in-fact",)))["R4"]

    assert (row.applying, row.failing, row.total) == (1, 1, 2)


def test_there_is_a_block_for_every_ground(essay: Case, take: Take) -> None:
    snapshot = take(essay, {"A3": "uncertain", "A2": "fails"})

    blocks = sum(len(item.get_paths()) for item in _blocks(_drawn(snapshot)))

    assert blocks == sum(row.total for row in grounds_rows(snapshot))


def test_standing_open_and_failing_grounds_differ_without_colour(essay: Case, take: Take) -> None:
    standing, hanging, failing = _blocks(_drawn(take(essay, {"A3": "uncertain", "A2": "fails"})))[3:]

    assert [bool(item.get_hatch()) for item in (standing, hanging, failing)] == [False, True, False]
    assert _lightness(standing) < 0.4 < 0.9 < _lightness(failing)


def test_a_tick_stands_where_the_baseline_was(essay: Case, take: Take) -> None:
    figure = _drawn(take(essay, {"A1": "fails"}))

    ticks = [item for item in figure.axes[1].collections if isinstance(item, LineCollection)]
    assert [path.get_extents().x0 for path in ticks[0].get_paths()] == [4, 1, 1, 2, 2]


def test_every_recommendation_is_labelled_and_counted(essay: Case, take: Take) -> None:
    texts = [text.get_text() for axes in _drawn(take(essay)).axes for text in axes.texts]

    assert [text for text in texts if text in {item.code for item in essay.recommendations}] == [
        item.code for item in essay.recommendations
    ]
    assert "4 of 4" in texts


def test_no_text_leaves_the_figure(essay: Case, take: Take) -> None:
    figure = _drawn(take(essay))

    boxes = [text.get_window_extent() for axes in figure.axes for text in axes.texts]
    assert all(figure.bbox.padded(1).contains(*corner) for box in boxes for corner in box.get_points())


def test_a_second_drawing_replaces_the_first(essay: Case, take: Take) -> None:
    later = take(essay, {"A1": "fails"})
    figure = _drawn(take(essay))

    draw_grounds(figure, grounds_rows(later), LIGHT)

    assert [text.get_text() for axes in figure.axes for text in axes.texts] == [
        text.get_text() for axes in _drawn(later).axes for text in axes.texts
    ]
    assert len(figure.legends) == 1


def test_figures_built_alike_give_the_same_bytes(essay: Case, take: Take) -> None:
    one, other = (svg_bytes(grounds_figure(grounds_rows(take(essay)), LIGHT, WIDTH)) for _ in range(2))

    assert one == other


def test_the_picture_needs_no_font_and_tells_no_date(essay: Case, take: Take) -> None:
    picture = svg_bytes(grounds_figure(grounds_rows(take(essay)), LIGHT, WIDTH)).decode()

    assert "<text" not in picture
    assert "dc:date" not in picture


def test_a_case_with_one_recommendation_can_be_drawn(tiny: Case, take: Take) -> None:
    texts = [text.get_text() for axes in _drawn(take(tiny)).axes for text in axes.texts]

    assert "R1" in texts


def test_the_table_says_what_the_chart_shows(essay: Case, take: Take) -> None:
    told = grounds_table(grounds_rows(take(essay, {"A3": "uncertain"})))

    assert "R5: 0 of 1 stand, 1 open, 1 in the baseline; R6: 1 of 1 stand;" in told
