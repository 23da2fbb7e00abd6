"""Views to test with: a page or a block in a look and a size, shown."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.base import theme
from desktop.kit.block import BlockWidget
from desktop.kit.layout.kept import widget_for
from desktop.kit.page_view import PageView
from models.schema.page import Block, Page


def shown_page(
    qtbot: QtBot, page: Page, width: int = 776, height: int = 624, controls: bool = True
) -> PageView:
    """A page in a view."""
    view = PageView(controls)
    _show(qtbot, view, width, height)
    view.receive(page)
    return view


def shown_block(qtbot: QtBot, block: Block, width: int = 400, height: int = 500) -> BlockWidget:
    """A block in the widget of its kind."""
    widget = widget_for(block, controls=True)
    _show(qtbot, widget, width, height)
    widget.receive(block)
    return widget


def _show(qtbot: QtBot, widget: QWidget, width: int, height: int) -> None:
    theme.load_fonts()
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
