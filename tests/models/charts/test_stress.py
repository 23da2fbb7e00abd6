"""The stress test on paper, read from its artists."""

from dataclasses import replace
from typing import Any

import numpy as np
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.figure import Figure

from models.charts.palette import palette
from models.charts.stress import (
    StressColumn,
    StressKey,
    StressPicture,
    StressRow,
    columns_that_fit,
    draw_stress,
    stress_figure,
)
from models.charts.style import svg_bytes
from models.schema.case import Stance, Verdict

LIGHT = palette("light")
WIDTH = 505.0
PICTURE = StressPicture(
    columns=(
        StressColumn(code="A1", to=Stance.FAILS),
        StressColumn(code="A2", to=Stance.HOLDS),
        StressColumn(code="A3", to=Stance.FAILS, never=True),
    ),
    rows=(
        StressRow(
            code="R1",
            title="Raise the dikes",
            now=Verdict.HOLDS,
            after=(Verdict.NOT_NEEDED, Verdict.FEWER, None),
        ),
        StressRow(code="R2", title="Wait", now=Verdict.OPEN, after=(None, Verdict.HOLDS, None)),
    ),
    key=(StressKey(mark="triangle", text="does not hold"), StressKey(mark="never", text="can never decide")),
)


def _drawn(picture: StressPicture = PICTURE) -> Figure:
    figure = stress_figure(picture, LIGHT, WIDTH)
    figure.draw_without_rendering()
    return figure


def _texts(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.axes[0].texts]


def _shapes(figure: Figure) -> list[str]:
    found = (item.get_gid() for item in figure.axes[0].collections if isinstance(item, PathCollection))
    return [name for name in found if name]


def _changed(picture: StressPicture, **changes: Any) -> StressPicture:
    return replace(picture, **changes)


def test_every_recommendation_has_its_verdict_now_and_after_each_change() -> None:
    shapes = _shapes(_drawn(_changed(PICTURE, key=())))

    assert shapes == ["disc", "triangle", "diamond", "ring", "disc"]


def test_a_quiet_dot_stands_where_nothing_changes_and_could() -> None:
    dots = [
        item
        for item in _drawn(_changed(PICTURE, key=())).axes[0].collections
        if isinstance(item, PathCollection) and not item.get_gid()
    ]

    assert [len(np.asarray(item.get_offsets())) for item in dots] == [1]


def test_rows_and_columns_are_labelled() -> None:
    texts = _texts(_drawn())

    assert texts[:4] == ["now", "A1", "A2", "A3"]
    assert texts[4:8] == ["R1", "Raise the dikes", "R2", "Wait"]


def test_the_key_says_what_marks_mean() -> None:
    assert _texts(_drawn())[-2:] == ["does not hold", "can never decide"]


def test_failing_and_holding_differ_by_their_strokes() -> None:
    strokes = [item for item in _drawn().axes[0].collections if isinstance(item, LineCollection)][1:]

    assert [len(item.get_paths()) for item in strokes] == [2, 1, 2]


def test_no_type_is_smaller_than_seven_points() -> None:
    assert min(float(text.get_fontsize()) for text in _drawn().axes[0].texts) >= 7


def test_no_text_leaves_the_figure_however_long_its_words() -> None:
    row = StressRow(code="ABC123x", title="협력 " * 40, now=Verdict.HOLDS, after=(None,) * 3)
    key = tuple(StressKey(mark="disc", text=f"a rather long explanation {n}") for n in range(6))
    figure = _drawn(_changed(PICTURE, rows=(row,), key=key))

    boxes = [text.get_window_extent() for text in figure.axes[0].texts]
    assert all(figure.bbox.padded(1).contains(*corner) for box in boxes for corner in box.get_points())


def test_twenty_short_codes_fit_on_paper_and_long_ones_take_more_room() -> None:
    short = tuple(StressColumn(code=f"A{number}", to=Stance.FAILS) for number in range(1, 21))
    long = tuple(StressColumn(code=f"ABC{number}x", to=Stance.FAILS) for number in range(100, 120))

    fitting = columns_that_fit(_changed(PICTURE, columns=short), WIDTH)

    assert fitting >= 20
    assert columns_that_fit(_changed(PICTURE, columns=long), WIDTH) < fitting


def test_a_second_drawing_replaces_the_first() -> None:
    figure = _drawn()

    draw_stress(figure, _changed(PICTURE, rows=PICTURE.rows[:1]), LIGHT)

    assert len(figure.axes) == 1
    assert "R2" not in _texts(figure)


def test_figures_built_alike_give_the_same_bytes() -> None:
    one, other = (svg_bytes(stress_figure(PICTURE, LIGHT, WIDTH)) for _ in range(2))

    assert one == other


def test_the_picture_needs_no_font_and_tells_no_date() -> None:
    picture = svg_bytes(_drawn()).decode()

    assert "<text" not in picture
    assert "dc:date" not in picture
