"""The chart of how far assumptions reach, read from its artists."""

import numpy as np
import pytest
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_hex, to_rgba_array
from matplotlib.figure import Figure

from models.charts.palette import palette
from models.charts.reach import draw_reach, reach_table, reach_title
from models.engine.reach import reach
from models.schema.case import Case
from models.schema.snapshot import Snapshot
from tests.models.conftest import Take

LIGHT = palette("light")


def _drawn(
    snapshot: Snapshot, model: str, width: float = 6.4, height: float = 2.2, scale: float = 1
) -> Figure:
    figure = Figure(figsize=(width, height), dpi=100, layout="constrained")
    draw_reach(figure, snapshot.case, reach(snapshot, model), LIGHT, scale)
    figure.draw_without_rendering()
    return figure


def _texts(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.axes[0].texts]


def _blocks(figure: Figure) -> PolyCollection:
    collection = figure.axes[0].collections[1]
    assert isinstance(collection, PolyCollection)
    return collection


def test_there_is_a_block_for_every_verdict_that_would_change(essay: Case, take: Take) -> None:
    snapshot = take(essay)

    figure = _drawn(snapshot, "alignment")

    changes = sum(len(item.changes) for item in reach(snapshot, "alignment"))
    assert len(_blocks(figure).get_paths()) == changes > 0


def test_a_block_tells_its_recommendation_and_by_its_shape_the_verdict(essay: Case, take: Take) -> None:
    texts = _texts(_drawn(take(essay), "nuclear"))

    assert [text for text in texts if text.endswith(("R1", "R7"))] == ["▲\u2009R1", "◆\u2009R7"]


def test_a_block_has_the_colour_of_the_verdict(essay: Case, take: Take) -> None:
    blocks = _blocks(_drawn(take(essay), "nuclear"))

    edges = [to_hex(colour).upper() for colour in to_rgba_array(np.asarray(blocks.get_edgecolor()))]
    assert edges[:3] == [LIGHT.bad, LIGHT.bad, LIGHT.warn]


def test_every_assumption_is_labelled_and_counted(essay: Case, take: Take) -> None:
    texts = _texts(_drawn(take(essay), "nuclear"))

    assert {"A1", "Arsenal is kept", "3 of 11", "0 of 11"} <= {text.strip() for text in texts}


def test_the_title_is_a_sentence_with_the_finding(essay: Case, take: Take) -> None:
    figure = _drawn(take(essay), "nuclear")

    assert figure.get_suptitle() == "If only A1 failed, 3 of 11 verdicts would change."


@pytest.mark.parametrize(
    ("stances", "model", "title"),
    [
        ({}, "commerce", "None of these assumptions, changed on its own, would change a verdict."),
        ({}, "alignment", "If only A10 or A16 failed, 6 of 11 verdicts would change."),
        ({}, "diplomacy", "If any one of these assumptions failed, 1 of 11 verdicts would change."),
        ({"A4": "fails"}, "nuclear", "If only A1 changed, 3 of 11 verdicts would change."),
    ],
)
def test_the_title_says_what_there_is_to_see(
    essay: Case, take: Take, stances: dict[str, str], model: str, title: str
) -> None:
    assert reach_title(essay, reach(take(essay, stances), model)) == title


def test_where_the_moves_differ_each_row_says_its_own(essay: Case, take: Take) -> None:
    same, mixed = (_texts(_drawn(take(essay, stances), "nuclear")) for stances in ({}, {"A4": "fails"}))

    assert ("if it fails" in same, "if it holds" in mixed, "if it fails" in mixed) == (False, True, True)


def test_a_second_drawing_replaces_the_first_in_the_same_axes(essay: Case, take: Take) -> None:
    snapshot, later = take(essay), take(essay, {"A1": "fails"})
    figure = _drawn(snapshot, "nuclear")
    axes = figure.axes[0]

    draw_reach(figure, essay, reach(later, "nuclear"), LIGHT)

    fresh = _drawn(later, "nuclear")
    assert figure.axes == [axes]
    assert _texts(figure) == _texts(fresh)
    assert len(axes.collections) == len(fresh.axes[0].collections)


@pytest.mark.parametrize(
    ("width", "height", "scale"), [(6.4, 2.2, 1.0), (12, 3, 1.0), (12.8, 4.4, 2.0), (6.4, 3, 1.25)]
)
def test_no_text_is_cut_off_or_runs_into_its_neighbour(
    essay: Case, take: Take, width: float, height: float, scale: float
) -> None:
    figure = _drawn(take(essay), "alignment", width, height, scale)

    extents = [text.get_window_extent() for text in figure.axes[0].texts]
    assert all(figure.bbox.padded(1).contains(*corner) for box in extents for corner in box.get_points())
    assert not any(
        one.padded(-0.5).overlaps(other.padded(-0.5))
        for place, one in enumerate(extents)
        for other in extents[:place]
    )


def test_a_title_from_a_file_is_never_read_as_mathematics(tiny: Case, take: Take) -> None:
    odd = Case(
        **{**tiny.model_dump(by_alias=True), "assumptions": [_renamed(item) for item in tiny.assumptions]}
    )

    texts = _texts(_drawn(take(odd), "money"))

    assert "$x^2$ [U+1F600]" in texts


def test_the_table_says_what_the_chart_shows(essay: Case, take: Take) -> None:
    lines = reach_table(essay, reach(take(essay), "nuclear")).splitlines()

    assert lines[0] == "A1 Arsenal is kept, if it fails: R1, R2, R7 (3 of 11)"
    assert lines[2] == "A5 Guarantees look hollow, if it fails: none (0 of 11)"


def _renamed(item: object) -> dict[str, object]:
    assert hasattr(item, "model_dump")
    return {**item.model_dump(by_alias=True), "label": "$x^2$ 😀"}


def test_a_change_of_theme_repaints_the_figure_and_its_title(essay: Case, take: Take) -> None:
    dark = palette("dark")
    figure = _drawn(take(essay), "nuclear")

    draw_reach(figure, essay, reach(take(essay), "nuclear"), dark)

    title, key = figure.texts
    assert to_hex(figure.get_facecolor()).upper() == dark.panel
    assert [to_hex(line.get_color()).upper() for line in (title, key)] == [dark.ink, dark.ink_soft]
