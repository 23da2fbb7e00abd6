"""Pages in front of a room: blocks stand on few screens, nothing is cut through, and every row is seen once."""

from pytestqt.qtbot import QtBot

from desktop.base import theme
from desktop.kit.layout.screens import cuts, packed, slimmer
from desktop.kit.page_view import PageView
from models.schema.page import Block, Column, Line, Page, Row, Sentences, Table, TextCell, Weight, Width

A, B, C = (Block(id=name) for name in "abc")
COLUMNS = (Column(id="name", title="What to look for", width=Width.STRETCH),)


def table(name: str, number: int) -> Table:
    rows = tuple(
        Row(id=f"{name}{place}", cells=(TextCell(text=f"Row{place}of{name}"),)) for place in range(number)
    )
    return Table(id=name, columns=COLUMNS, rows=rows)


def room(qtbot: QtBot, *blocks: Block) -> PageView:
    theme.load_fonts()
    view = PageView(controls=False)
    qtbot.addWidget(view)
    view.resize(1000, 560)
    view.receive(Page(name="page", title="A page", blocks=blocks))
    view.show()
    return view


def test_blocks_stand_together_while_there_is_room() -> None:
    assert list(packed([(A, 40), (B, 50), (C, 30)], 100, 10)) == [(A, B), (C,)]


def test_a_block_that_is_too_high_has_a_screen_to_itself() -> None:
    assert list(packed([(A, 400), (B, 50)], 100, 10)) == [(A,), (B,)]


def test_what_a_lead_says_softly_goes_first_before_a_page_comes_in_parts_then_all_of_it() -> None:
    told, soft = (
        Line(text="3 of 4 answered; Table 2 did not."),
        Line(text="How it is sorted.", weight=Weight.SOFT),
    )

    leads = [slim.lead for slim in slimmer(Page(name="page", title="A page", lead=(told, soft)))]

    assert leads == [(told,), (), ()]


def test_a_page_without_blocks_has_one_screen() -> None:
    assert list(packed([], 100, 10)) == [()]


def test_a_cut_goes_above_what_it_would_go_through() -> None:
    assert cuts({(0, 40), (40, 80), (80, 120), (120, 160)}, 160, 100) == [0, 80]


def test_what_is_higher_than_a_screen_is_cut_all_the_same() -> None:
    assert cuts({(0, 250)}, 250, 100) == [0, 100, 200]


def test_the_lower_edge_of_a_frame_is_no_part() -> None:
    assert cuts({(0, 614)}, 768, 764) == [0]
    assert cuts({(0, 614), (760, 768)}, 768, 764) == [0, 760]
    assert cuts(set(), 768, 764) == [0, 764]


def test_every_row_of_two_tables_is_seen_once(qtbot: QtBot) -> None:
    view = room(qtbot, table("x", 60), table("y", 45))
    seen: list[str] = []

    for part in range(view.parts):
        view.show_part(part)
        seen += [box.text for box in view.text_boxes() if box.text.startswith("Row")]

    assert view.parts > 2
    assert sorted(seen) == sorted(
        f"Row{place}of{name}" for name, to in (("x", 60), ("y", 45)) for place in range(to)
    )


def test_a_sentence_stays_with_its_table(qtbot: QtBot) -> None:
    view = room(qtbot, Sentences(id="s", lines=(Line(text="Above"),)), table("x", 12))

    assert view.parts == 1
    assert {"Above", "Row11ofx"} <= {box.text for box in view.text_boxes()}
