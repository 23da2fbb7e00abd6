"""Pages: blocks keep their widgets, share the height, stand side by side or not, and are parted in the room."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from desktop.kit import page_view
from desktop.kit.layout.sharing import Claim, dealt
from desktop.kit.page_view import PageView
from desktop.kit.sentences import SentencesWidget
from models.schema.action import look
from models.schema.page import (
    Beside,
    Block,
    Choice,
    Column,
    Form,
    Line,
    Option,
    Page,
    Row,
    Sentences,
    Stack,
    Table,
    TextCell,
    Tone,
)
from tests.desktop.kit.boxes import faults
from tests.desktop.kit.looks import shown_page


def sentences(name: str, number: int = 1) -> Sentences:
    lines = tuple(Line(text=f"Line {place} of {name}, with some words to fill it") for place in range(number))
    return Sentences(id=name, heading=f"Heading of {name}", lines=lines)


PAGE = Page(
    name="page",
    title="A whole sentence that is the title of a page and goes on for long",
    lead=(Line(text="because somebody said so"),),
    tools=(
        Choice(id="tool", label="Tool", options=(Option(text="One", action=look(model="one"), chosen=True),)),
    ),
    blocks=(sentences("first", 2), sentences("second", 3)),
    caption=(Line(text="If it fails:", tone=Tone.BAD), Line(text="nothing is left")),
)


def long_page(rows: int) -> Page:
    cells = (TextCell(text="Some words"),)
    table = Table(
        id="long",
        columns=(Column(id="name"),),
        rows=tuple(Row(id=f"row-{place}", cells=cells) for place in range(rows)),
    )
    return replace(PAGE, name="long", title="Another title", caption=(), blocks=(table,))


def texts(view: PageView) -> list[str]:
    return [box.text for box in view.text_boxes()]


def test_another_page_of_many_cells_comes_in_turns_its_head_first(qtbot: QtBot) -> None:
    view = shown_page(qtbot, PAGE)

    view.leave()
    view.receive(long_page(500))
    at_once = texts(view)
    qtbot.waitUntil(lambda: view.is_whole)

    assert view.widget("first") is None
    assert "Another title" in at_once and "Some words" not in at_once
    assert "Some words" in texts(view)


def test_the_room_gets_a_page_with_a_table_in_turns_its_title_first(qtbot: QtBot) -> None:
    view = shown_page(qtbot, PAGE, controls=False)

    view.leave()
    view.receive(long_page(60))
    at_once = texts(view)
    qtbot.waitUntil(lambda: view.is_whole)

    assert at_once == ["Another title"]
    assert "Some words" in texts(view)
    assert view.parts > 1


def test_what_comes_between_the_turns_of_a_page_is_shown_whole(qtbot: QtBot) -> None:
    view = shown_page(qtbot, PAGE, controls=False)
    view.leave()
    view.receive(long_page(60))
    view.resize(700, 600)

    view.receive(replace(long_page(60), title="The title that it has now"))
    view.show_part(1)
    qtbot.waitUntil(lambda: view.is_whole)

    assert "The title that it has now" in texts(view)
    assert "Some words" in texts(view)


def test_a_block_within_others_is_measured_once_for_one_question(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = Stack(id="inner", blocks=(sentences("lines", 3),))
    view = shown_page(qtbot, replace(PAGE, blocks=(Stack(id="outer", blocks=(inner,)),)))
    outer = view.widget("outer")
    asked: list[int] = []
    natural = SentencesWidget.natural_in

    def noted(widget: SentencesWidget, width: int) -> int:
        asked.append(width)
        return natural(widget, width)

    monkeypatch.setattr(SentencesWidget, "natural_in", noted)
    assert outer is not None
    outer.most_in(600)

    assert len(asked) <= 2  # for its natural height and for its most


def test_a_block_keeps_its_widget_while_its_kind_and_id_stay(qtbot: QtBot) -> None:
    view = shown_page(qtbot, PAGE)
    first, second = view.widget("first"), view.widget("second")

    view.receive(replace(PAGE, blocks=(sentences("first", 5), sentences("third"))))

    assert view.widget("first") is first
    assert view.widget("second") is None and second is not None


def test_what_a_button_of_the_head_unfolds_comes_into_sight_and_what_comes_otherwise_does_not(
    qtbot: QtBot,
) -> None:
    def with_names(*blocks: Block, chosen: bool) -> Page:
        option = Option(text="Names", action=look(unfolded=("names",)), chosen=chosen)
        names = Choice(id="rounds", label="Rounds", options=(option,), form=Form.BUTTONS)
        return replace(PAGE, tools=(names,), blocks=(sentences("high", 60), *blocks))

    view = shown_page(qtbot, with_names(chosen=False))

    def is_seen(name: str) -> bool:
        widget = view.widget(name)
        assert widget is not None
        return view.seen.contains(QRect(widget.mapTo(view, QPoint(0, 0)), widget.size()))

    view.receive(with_names(sentences("picked"), chosen=False))
    stayed = not is_seen("picked")
    view.receive(with_names(sentences("picked"), sentences("names", 2), chosen=True))

    assert stayed
    assert is_seen("names")


def test_a_page_that_is_equal_paints_nothing_anew(qtbot: QtBot) -> None:
    view = shown_page(qtbot, PAGE)
    qtbot.waitExposed(view)
    painted = Painted(view)

    view.receive(replace(PAGE))
    painted.settle(qtbot)

    assert painted.events == 0


def test_what_keeps_its_place_is_not_painted_anew_where_a_page_becomes_longer(qtbot: QtBot) -> None:
    view = shown_page(qtbot, replace(PAGE, blocks=(sentences("first", 60),)))
    qtbot.waitExposed(view)
    tool = view.findChild(QAbstractButton)
    assert tool is not None
    painted = Painted(tool)
    painted.show()
    painted.settle(qtbot)
    painted.events = 0

    view.receive(replace(PAGE, blocks=(sentences("first", 60), sentences("second", 3))))
    painted.settle(qtbot)

    assert painted.events == 0


@pytest.mark.parametrize(("width", "beside"), [(500, False), (900, True)])
def test_blocks_stand_side_by_side_where_there_is_room(qtbot: QtBot, width: int, beside: bool) -> None:
    both = Beside(id="both", blocks=(Stack(id="a", blocks=(sentences("first"),)), sentences("second")))
    view = shown_page(qtbot, replace(PAGE, blocks=(both,)), width)

    tops = [box.place.y() for box in view.text_boxes() if box.text.startswith("Line 0")]

    assert (tops[0] == tops[1]) is beside


def test_panels_side_by_side_are_equally_high(qtbot: QtBot) -> None:
    panels = tuple(
        Stack(id=f"panel-{number}", panel=True, blocks=(sentences(f"s{number}", number),))
        for number in (1, 6)
    )
    view = shown_page(qtbot, replace(PAGE, blocks=(Beside(id="both", blocks=panels),)), 900)

    heights = [widget.height() for widget in map(view.widget, ("panel-1", "panel-6")) if widget]
    assert len(set(heights)) == 1


@pytest.mark.parametrize("width", [290, 500, 776, 1200])
@pytest.mark.parametrize("controls", [True, False])
def test_no_text_of_a_page_stands_on_another(qtbot: QtBot, width: int, controls: bool) -> None:
    view = shown_page(qtbot, PAGE, width, controls=controls)

    assert faults(view.text_boxes()) == []


def test_the_caption_stands_in_place_of_the_title_in_the_room(qtbot: QtBot) -> None:
    view = shown_page(qtbot, PAGE, controls=False)

    told = " ".join(box.text for box in view.text_boxes())
    assert told.startswith("If it fails: nothing is left") and "whole sentence" not in told


def test_the_room_parts_a_long_page_between_its_lines(qtbot: QtBot) -> None:
    view = shown_page(qtbot, replace(PAGE, blocks=(sentences("long", 80),)), 776, 500, controls=False)
    seen: list[str] = []

    for part in range(view.parts):
        view.show_part(part)
        seen += [
            box.text
            for box in view.text_boxes()
            if box.text.startswith("Line") and _in_sight(view, box.place.y())
        ]

    assert view.parts > 1
    assert len(set(seen)) == 80


def test_the_room_turns_to_a_part_without_laying_the_page_out_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = replace(PAGE, blocks=(sentences("long", 80),))
    view = shown_page(qtbot, page, 776, 500, controls=False)
    laid: list[object] = []
    monkeypatch.setattr(page_view, "unfolded", lambda *given: laid.append(given))

    view.receive(page)
    view.show_part(1)
    view.show_part(1)

    assert laid == []


def test_the_room_drops_reasons_before_it_parts_a_page(qtbot: QtBot) -> None:
    lead = (Line(text="a reason that is told at some length, in words that take several lines " * 4),)
    page = replace(PAGE, caption=(), lead=lead, blocks=(_rows(20),))
    high = next(high for high in range(300, 900, 10) if _parts(qtbot, replace(page, lead=()), high) == 1)

    view = shown_page(qtbot, page, 776, high + 20, controls=False)

    assert view.parts == 1
    assert not any("a reason" in box.text for box in view.text_boxes())


def _rows(number: int) -> Table:
    rows = (Row(id=str(place), cells=(TextCell(text=f"Row {place}"),)) for place in range(number))
    return Table(id="rows", columns=(Column(id="name", title="Name"),), rows=tuple(rows))


def _parts(qtbot: QtBot, page: Page, high: int) -> int:
    return shown_page(qtbot, page, 776, high, controls=False).parts


def test_the_action_of_a_tool_is_told(qtbot: QtBot) -> None:
    view = shown_page(qtbot, PAGE)
    tool = view.findChild(QAbstractButton, "tool:one")
    assert tool is not None

    with qtbot.waitSignal(view.acted) as told:
        tool.click()

    assert told.args == [look(model="one")]


def test_a_height_is_dealt_by_least_then_need_then_share() -> None:
    claims = (Claim(100, 100), Claim(50, 150), Claim(50, 250, 1))

    assert dealt(150, claims) == [100, 50, 50]
    assert dealt(350, claims) == [100, 100, 150]
    assert dealt(600, claims) == [100, 150, 350]


def test_what_is_left_goes_to_what_can_grow_before_it_is_shared() -> None:
    claims = [Claim(least=10, natural=20, more=5), Claim(least=10, natural=10, share=1)]

    assert dealt(34, claims) == [24, 10]
    assert dealt(50, claims) == [25, 25]


def _in_sight(view: QWidget, y: int) -> bool:
    return 0 <= y < view.height()


class Painted(QWidget):
    """Counts how often it is painted, as it lies over the whole of another widget."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.events = 0
        self.resize(parent.size())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.events += 1

    def settle(self, qtbot: QtBot) -> None:
        qtbot.wait(20)


def test_a_table_without_a_heading_is_called_by_the_panel_that_it_stands_on(qtbot: QtBot) -> None:
    row = Row(id="row", cells=(TextCell(text="Some words"),))
    table = Table(id="load", columns=(Column(id="name"),), rows=(row,))
    panel = Stack(id="panel", panel=True, heading="Load-bearing", blocks=(table,))

    view = shown_page(qtbot, replace(PAGE, blocks=(panel,)))

    shown = view.findChild(QAbstractItemView, "table:load")
    assert shown is not None
    assert shown.accessibleName() == "Load-bearing"


def test_what_is_said_of_an_empty_table_is_not_said_of_one_with_rows(qtbot: QtBot) -> None:
    row = Row(id="row", cells=(TextCell(text="Some words"),))
    full = Table(id="load", columns=(Column(id="name"),), rows=(row,), note="A note.", empty="There is none.")

    view = shown_page(qtbot, replace(PAGE, blocks=(full, replace(full, id="none", rows=()))))

    tables = (view.findChild(QAbstractItemView, name) for name in ("table:load", "table:none"))
    said = [one.accessibleDescription() for one in tables if one is not None]
    assert said == ["A note.", "A note. There is none."]
