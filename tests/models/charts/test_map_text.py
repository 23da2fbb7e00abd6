"""The map's labels fit their boxes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.ft2font import FT2Font

from models.charts.glyphs import FONTS
from models.charts.map_arrange import arrange
from models.charts.map_measures import ELLIPSIS, INSIDE, Room, broken, width_in_ems
from models.schema.case import Case


def set_width(line: str) -> float:
    """The width of a line as the typeface sets it, in ems."""
    face = FT2Font(str(FONTS / "Pretendard-Regular.otf"))
    face.set_size(100, 72)
    face.set_text(line)
    return face.get_width_height()[0] / 64 / 100


def test_the_widths_are_those_of_the_typeface(essay: Case) -> None:
    for item in essay.by_id.values():
        assert 0 <= width_in_ems(item.text) - set_width(item.text) < 0.02 * len(item.text) + 0.2


@pytest.mark.parametrize("room", [Room(744, 520, 11, 17), Room(1856, 660, 1, 40)])
def test_every_name_fits_its_box_uncut(essay: Case, room: Room) -> None:
    layout = arrange(essay, room)
    for box in layout.boxes:
        inside = INSIDE[box.part]
        size = layout.type_sizes[box.part]
        free = box.width - (inside.before + inside.after) * size
        assert " ".join(box.lines) == essay.by_id[box.id].title
        assert all(set_width(line) * size <= free for line in box.lines)


@given(st.text(max_size=200), st.floats(3, 30), st.integers(1, 5))
def test_no_line_is_too_wide_and_there_are_not_too_many(text: str, width: float, most: int) -> None:
    lines = broken(text, width, most)

    assert len(lines) <= most
    assert all(width_in_ems(line) <= width for line in lines)


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=120), st.floats(6, 30))
def test_nothing_is_lost_where_there_is_room(text: str, width: float) -> None:
    lines = broken(text, width, 1000)

    assert "".join("".join(lines).split()) == "".join(text.split())


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    lines = broken("one two three four five six seven", 5, 2)

    assert lines[-1].endswith(ELLIPSIS)
