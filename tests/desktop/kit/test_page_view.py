"""Pages: blocks keep their widgets, stand side by side or not, and are painted anew only where they change."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from desktop.kit.sentences import SentencesWidget
from models.schema.action import look
from models.schema.page import (
    Beside,
    Block,
    Choice,
    Column,
    Form,
    Option,
    Page,
    Row,
    Stack,
    Table,
    TextCell,
)
from tests.desktop.kit.boxes import faults
from tests.desktop.kit.invented import PAGE, long_page, sentences, texts
from tests.desktop.kit.looks import shown_page


def test_another_page_of_many_cells_comes_in_turns_its_head_first(qtbot: QtBot) -> None:
    view = shown_page(qtbot, PAGE)

    view.leave()
    view.receive(long_page(500))
    at_once = texts(view)
    qtbot.waitUntil(lambda: view.is_whole)

    assert view.widget("first") is None
    assert "Another title" in at_once and "Some words" not in at_once
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


def test_the_action_of_a_tool_is_told(qtbot: QtBot) -> None:
    view = shown_page(qtbot, PAGE)
    tool = view.findChild(QAbstractButton, "tool:one")
    assert tool is not None

    with qtbot.waitSignal(view.acted) as told:
        tool.click()

    assert told.args == [look(model="one")]


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
