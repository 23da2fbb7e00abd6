"""Outlines: lines fold and stay as somebody left them, wrap, and are picked by click and key."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeView
from pytestqt.qtbot import QtBot

from desktop.kit.block import BlockWidget
from models.schema.action import look
from models.schema.page import Line, Node, Tree
from tests.desktop.kit.boxes import faults
from tests.desktop.kit.looks import shown_block

LEAF = Node(
    id="leaf", line=Line(text="A long line that has to go on in a second one where it is narrow", code="A3")
)
TREE = Tree(
    id="tree",
    nodes=(
        Node(id="root", line=Line(text="Limit the arsenal", action=look(picked="r2")), children=(LEAF,)),
        Node(id="shut", line=Line(text="Folded"), shut=True, children=(replace(LEAF, id="inner"),)),
    ),
)


def view(widget: BlockWidget) -> QTreeView:
    found = widget.findChild(QTreeView)
    assert found is not None
    return found


def test_what_is_shut_is_folded_at_first(qtbot: QtBot) -> None:
    widget = shown_block(qtbot, TREE)

    model = view(widget).model()
    assert view(widget).isExpanded(model.index(0, 0)) and not view(widget).isExpanded(model.index(1, 0))


def test_what_somebody_opened_stays_open_when_words_change(qtbot: QtBot) -> None:
    widget = shown_block(qtbot, TREE)
    view(widget).expand(view(widget).model().index(1, 0))

    changed = replace(TREE.nodes[0], line=Line(text="Limit it no more"))
    widget.receive(replace(TREE, nodes=(changed, TREE.nodes[1])))

    assert view(widget).isExpanded(view(widget).model().index(1, 0))
    assert view(widget).model().index(0, 0).data() == "Limit it no more"


def test_opening_makes_the_outline_higher(qtbot: QtBot) -> None:
    widget = shown_block(qtbot, TREE)
    before = widget.heightForWidth(400)

    view(widget).expand(view(widget).model().index(1, 0))

    assert widget.heightForWidth(400) > before


def test_return_picks_a_line(qtbot: QtBot) -> None:
    widget = shown_block(qtbot, TREE)
    view(widget).setCurrentIndex(view(widget).model().index(0, 0))

    with qtbot.waitSignal(widget.acted) as told:
        QTest.keyClick(view(widget), Qt.Key.Key_Return)

    assert told.args == [TREE.nodes[0].line.action]


def test_lines_wrap_in_their_rows(qtbot: QtBot) -> None:
    widget = shown_block(qtbot, TREE, 220)

    assert faults(widget.text_boxes(), widget.rect()) == []
