"""What one change would do: a recommendation keeps its column, and nothing runs into anything else."""

import numpy as np
import pytest
from matplotlib.figure import Figure

from models.charts.chart_signs import HALF
from models.charts.palette import palette
from models.charts.reach_matrix import draw_reach_matrix
from models.engine.reach import ReachPicture, reach
from models.schema.case import Case
from models.schema.grades import Reading
from models.schema.snapshot import Snapshot
from tests.models.conftest import Take

LIGHT = palette("light")


def drawn(snapshot: Snapshot, model: str, width: float = 7.6, scale: float = 1.0) -> Figure:
    picture = ReachPicture(case=snapshot.case, reaches=reach(snapshot, model))
    figure = Figure(figsize=(width * scale, (180 + 32 * len(picture.reaches)) / 96 * scale), dpi=96)
    draw_reach_matrix(figure, picture, LIGHT, scale)
    figure.draw_without_rendering()
    return figure


def middles(figure: Figure) -> set[float]:
    return {
        float(x)
        for collection in figure.axes[0].collections
        for x, y in np.asarray(collection.get_offsets())
        if 0 < x < 11 and y < 5
    }


def test_a_recommendation_keeps_its_column_in_every_model(essay: Case, take: Take) -> None:
    (only,) = middles(drawn(take(essay), "signalling"))

    assert only == 2.5
    assert 4.5 in middles(drawn(take(essay), "alignment"))
    assert 4.5 in middles(drawn(take(essay), "engagement"))


def test_each_row_counts_its_verdicts(essay: Case, take: Take) -> None:
    texts = [text.get_text() for text in drawn(take(essay), "nuclear").axes[0].texts]

    assert {"Arsenal is kept", "3 of 11", "2 of 11", "No longer needed"} <= set(texts)


def test_where_the_rows_ask_different_things_each_says_its_own(essay: Case, take: Take) -> None:
    texts = [text.get_text() for text in drawn(take(essay, {"A4": "fails"}), "nuclear").axes[0].texts]

    assert {"if it held", "if it failed"} <= set(texts)


@pytest.mark.parametrize("width", [5.2, 7.6, 12.0])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_text_is_cut_off(essay: Case, take: Take, width: float, scale: float) -> None:
    figure = drawn(take(essay, {"A3": "fails"}), "alignment", width, scale)

    extents = [text.get_window_extent() for text in figure.axes[0].texts]
    assert all(figure.bbox.padded(1).contains(*corner) for box in extents for corner in box.get_points())


def test_a_second_drawing_replaces_the_first(essay: Case, take: Take) -> None:
    snapshot, later = take(essay), take(essay, {"A1": "fails"})
    figure = drawn(snapshot, "nuclear")

    draw_reach_matrix(figure, ReachPicture(case=essay, reaches=reach(later, "nuclear")), LIGHT)

    fresh = drawn(later, "nuclear")
    assert [text.get_text() for text in figure.axes[0].texts] == [
        text.get_text() for text in fresh.axes[0].texts
    ]
    assert len(figure.axes[0].collections) == len(fresh.axes[0].collections)


def test_incomplete_is_half_a_disc_as_everywhere(essay: Case, take: Take) -> None:
    every = take(essay, reading=Reading.EVERY_ARGUMENT)
    halves = [
        collection
        for collection in drawn(every, "engagement").axes[0].collections
        if any(len(path) == len(HALF) for path in collection.get_paths())
    ]

    assert halves
