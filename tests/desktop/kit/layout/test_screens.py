"""Pages in front of a room: blocks stand on few screens, nothing is cut through, and every row is seen once."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from desktop.base import theme
from desktop.kit.layout.screens import cuts, packed, slimmer
from desktop.kit.page_view import PageView
from models.schema.page import (
    Beside,
    Block,
    Column,
    Line,
    Page,
    Row,
    Sentences,
    Stack,
    Table,
    TextCell,
    Weight,
    Width,
)

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
    assert cuts({(0, 250)}, 250, 100) == [0, 84, 168]


def test_parts_are_about_equally_full_and_no_line_is_cut() -> None:
    lines = {(top, top + 10) for top in range(0, 110, 10)}

    assert cuts(lines, 110, 100) == [0, 60]
    assert cuts({(0, 90), (90, 110)}, 110, 100) == [0, 90]


def test_the_lower_edge_of_a_frame_is_no_part() -> None:
    assert cuts({(0, 614)}, 768, 764) == [0]
    assert len(cuts({(0, 614), (760, 768)}, 768, 764)) == 2
    assert len(cuts(set(), 768, 764)) == 2


def test_a_sentence_does_not_stand_alone_before_what_can_be_cut(qtbot: QtBot) -> None:
    account = Sentences(id="account", lines=(Line(text="It still holds."),))
    told = Sentences(id="told", lines=tuple(Line(text=f"Line {place}") for place in range(40)))
    panel = Stack(id="panel", share=1, panel=True, blocks=(told,))
    view = room(qtbot, account, Beside(id="both", share=1, blocks=(panel, replace(panel, id="other"))))

    told_in = []
    for part in range(view.parts):
        view.show_part(part)
        told_in.append(sum(view.seen.contains(box.place) for box in view.text_boxes()))

    assert len(told_in) > 1
    assert min(told_in) > max(told_in) // 2


def test_a_panel_ends_with_each_part_and_goes_where_none_of_its_words_is_seen(qtbot: QtBot) -> None:
    long, short = (
        Sentences(id=f"told-{number}", lines=tuple(Line(text=f"Line {place}") for place in range(number)))
        for number in (40, 3)
    )
    panels = (Stack(id=block.id[::-1], share=1, panel=True, blocks=(block,)) for block in (long, short))
    view = room(qtbot, Beside(id="both", share=1, blocks=tuple(panels)))

    painted, ends = [], []
    for part in range(view.parts):
        view.show_part(part)
        image, seen = view.grab().toImage(), view.seen
        colours = [image.pixelColor(x, seen.top() + 38).name() for x in (460, 960)]
        painted.append([colour == theme.look().colour("panel").name() for colour in colours])
        ends.append({image.pixelColor(300, y).name() for y in range(seen.bottom() - 4, seen.bottom() + 3)})

    assert all(theme.look().colour("line").name() in end for end in ends[:-1])
    assert painted == [[True, True], *[[True, False]] * (view.parts - 1)]


def test_a_heading_is_not_cut_off_from_the_first_line_under_it(qtbot: QtBot) -> None:
    lines = tuple(
        Line(text=f"{name} {place}", weight=weight)
        for place in range(30)
        for name, weight in (("Heading", Weight.TITLE), ("Line", Weight.NORMAL))
    )
    view = room(qtbot, Sentences(id="s", heading="Heading of all", lines=lines))

    last = []
    for part in range(view.parts):
        view.show_part(part)
        last.append([box.text for box in view.text_boxes() if view.seen.contains(box.place)][-1])

    assert len(last) > 1
    assert [text for text in last if text.startswith("Heading")] == []


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
