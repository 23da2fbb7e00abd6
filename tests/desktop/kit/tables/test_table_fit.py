"""How a table is fitted: no text leaves its box or lies on another, and the room sees all of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from desktop.base.theme import Look, Scheme, resolve
from desktop.kit.cells.face import Face
from desktop.kit.table import TableWidget
from desktop.kit.tables import fit
from desktop.kit.tables.columns import Measured, Wants, measured
from desktop.kit.tables.density import FLOOR, LAST
from desktop.kit.tables.fit import Fitting
from desktop.kit.tables.heads import Head, heads_height, heads_least, heads_of, overhang
from desktop.kit.tables.view import TableView
from models.pages.watch.page import watch
from models.schema.page import Column, Row, SignCell, Table, TextCell, Width
from models.schema.snapshot import fresh_state
from models.store.cases import load_embedded
from tests.desktop.kit.tables import invented
from tests.desktop.kit.tables.screen import Made, overprinted
from tests.states import snapshot

SIZES = ((620, 460), (1016, 392), (1330, 560), (1880, 900))
BLOCKS: dict[str, Callable[[], Table]] = {
    "matrix": invented.matrix,
    "load": invented.load,
    "groups": invented.groups,
    "twelve groups": lambda: invented.groups(12, 22, 3),
    "tally": invented.tally,
}


@pytest.mark.parametrize("name", BLOCKS)
@pytest.mark.parametrize("scale", [100, 150])
@pytest.mark.parametrize("size", SIZES)
def test_no_text_leaves_its_box_or_lies_on_another(
    made: Made, name: str, scale: int, size: tuple[int, int]
) -> None:
    boxes = made(BLOCKS[name](), size, scale).text_boxes()

    assert boxes
    assert overprinted(boxes) == []


@pytest.mark.parametrize("name", BLOCKS)
@pytest.mark.parametrize("controls", [True, False])
@pytest.mark.parametrize("scale", [60, 100, 200])
def test_heads_are_never_lower_than_they_are_reckoned_to_be(name: str, controls: bool, scale: int) -> None:
    block, face = BLOCKS[name](), Face(resolve(Scheme.LIGHT, scale), controls)
    heads = heads_of(block.columns, block.rows)

    least = heads_least(heads, face)

    assert all(0 < least <= heads_height(heads, [each] * len(heads), face) for each in (10, 40, 160, 900))


def test_in_a_room_no_type_is_tried_in_which_the_heads_alone_leave_too_little(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[float] = []

    def noted(heads: Sequence[Head], rows: Sequence[Row], face: Face, wants: Wants) -> Measured:
        tried.append(face.look.scale)
        return measured(heads, rows, face, wants)

    monkeypatch.setattr(fit, "measured", noted)
    block = invented.matrix()
    heads, room = heads_of(block.columns, block.rows), resolve(Scheme.LIGHT, 200)

    fitted = Fitting(heads, block.rows, room).fitted(1822, 604, controls=False)

    assert fitted.height <= 604
    assert tried == [fitted.face.look.scale]


def test_how_high_a_table_must_be_in_a_room_does_not_depend_on_how_wide_it_was(made: Made) -> None:
    block = replace(invented.matrix(), rows=invented.matrix().rows[:3])
    wide, narrow = (made(block, (width, 600), 100, controls=False) for width in (1300, 300))

    assert wide.least_in(300) == narrow.least_in(300)


@pytest.mark.parametrize("name", BLOCKS)
def test_no_text_lies_on_another_in_front_of_a_room(made: Made, name: str) -> None:
    widget = made(BLOCKS[name](), (1840, 840), 180, controls=False)

    for part in range(widget.parts()):
        widget.show_part(part)
        assert overprinted(widget.text_boxes()) == []


def test_twelve_groups_and_22_assumptions_fit_one_screen_of_the_room(made: Made) -> None:
    widget = made(invented.groups(12, 22, 3), (1840, 840), 180, controls=False)

    names = [box for box in widget.text_boxes() if box.text in invented.CLAIMS]

    assert widget.parts() == 1
    assert len(names) == 22
    assert min(box.place.height() for box in names) >= 22


def test_a_table_grows_where_the_room_has_more_space_than_it_needs(made: Made) -> None:
    small = made(invented.matrix(), (1016, 420), 100, controls=False)
    large = made(invented.matrix(), (1840, 900), 100, controls=False)

    def height(widget: TableWidget) -> int:
        return next(box.place.height() for box in widget.text_boxes() if box.text == invented.ADVICE[0])

    assert height(large) > height(small)


def test_a_table_that_is_too_high_for_the_room_comes_in_parts_that_name_their_section(made: Made) -> None:
    block = invented.load()
    rows = tuple(
        replace(row, id=f"{row.id}-{time}", section=row.section if time == 0 else "")
        for time in range(5)
        for row in block.rows
    )
    widget = made(replace(block, rows=rows), (900, 500), 180, controls=False)

    seen = []
    for part in range(widget.parts()):
        widget.show_part(part)
        texts = [box.text for box in widget.text_boxes()]
        assert "Assumption" in texts
        assert "What most depends on" in texts or "The rest" in texts
        seen += [text for text in texts if text in invented.CLAIMS]

    assert widget.parts() > 1
    assert len(seen) == len(rows)


def _long(number: int) -> Fitting:
    column = Column(id="name", title="Name", width=Width.STRETCH)
    rows = tuple(Row(id=str(place), cells=(TextCell(text=f"Row {place}"),)) for place in range(number))
    return Fitting(heads_of((column,), rows), rows, resolve(Scheme.LIGHT, 200))


def test_parts_of_a_table_have_about_as_many_rows() -> None:
    parts = _long(40).fitted(1800, 600, controls=False).parts

    numbers = [end - start for start, end in parts]
    assert len(numbers) > 1 and sum(numbers) == 40
    assert max(numbers) - min(numbers) <= 2


def test_what_comes_in_parts_is_set_in_type_as_large_as_costs_no_part() -> None:
    scales = {number: _long(number).fitted(1800, 600, controls=False).face.look.scale for number in (28, 32)}

    floor, last = (round(200 * pixels / 13) for pixels in (FLOOR, LAST))
    assert scales == {28: floor, 32: last}


def test_nothing_scrolls_sideways_where_columns_can_become_narrower(made: Made) -> None:
    widget = made(invented.matrix(), (760, 420))

    right = max(box.place.right() for box in widget.text_boxes())

    assert right <= 760


def test_signposts_with_all_their_fields_need_no_scrolling_sideways_at_150_percent(
    made: Made,
) -> None:
    essay = load_embedded()
    (signposts,) = (block for block in watch(snapshot(fresh_state(essay))).blocks if block.id == "signposts")

    widget = made(signposts, (1294, 500), 150)

    view = widget.findChild(TableView)
    assert view is not None and view.horizontalScrollBar().maximum() == 0


def test_narrow_heads_are_told_in_two_lines_with_their_codes(made: Made) -> None:
    titles = {"China resented": "A10", "Bloc talk fulfils": "A13"}
    heads = tuple(Column(id=code, title=name, code=code, width=Width.SIGN) for name, code in titles.items())
    grid = Table(id="grid", columns=heads, rows=(Row(id="one", cells=(SignCell(), SignCell())),))

    told = " ".join(box.text for box in made(grid, (330, 120)).text_boxes())

    assert [code for code in titles.values() if code not in told] == []
    assert "…" not in told


def test_the_last_slanted_name_ends_within_the_table_at_every_width(look: Look) -> None:
    names = [f"Name {number}" for number in range(10)] + ["Europe’s business"]
    columns = tuple(Column(id=name, title=name, width=Width.SIGN, slanted=True) for name in names)
    rows = (Row(id="one", cells=tuple(SignCell() for _ in names)),)
    heads = heads_of(columns, rows)
    fitting = Fitting(heads, rows, look)

    fits = {width: fitting.fitted(width, 400, controls=True) for width in range(480, 680)}

    assert [
        width
        for width, fit in fits.items()
        if sum(fit.widths) + overhang(heads, fit.widths, fit.face) > width
    ] == []
