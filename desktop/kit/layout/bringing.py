"""Where a page is scrolled to when it is another, or when a button of its head has unfolded something below."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

from models.schema.page import Form, Page


def follow(
    area: QScrollArea, before: Page | None, page: Page, found: Callable[[str], QWidget | None], pad: int
) -> None:
    """Begin another page at its top; stay where one was, but for what a button of its head has just unfolded."""
    if before is None or page.name != before.name:
        area.verticalScrollBar().setValue(0)
        return
    widgets = [widget for name in _unfolded(before, page) if (widget := found(name)) is not None]
    if widgets:
        _bring(area, widgets, pad)


def _unfolded(before: Page, page: Page) -> tuple[str, ...]:
    """The blocks that are new since a button of the head was pressed down; none where none was."""
    if not _pressed(page) - _pressed(before):
        return ()
    known = {block.id for block in before.blocks}
    return tuple(block.id for block in page.blocks if block.id not in known)


def _pressed(page: Page) -> frozenset[tuple[str, str]]:
    return frozenset(
        (choice.id, option.text)
        for choice in page.tools
        if choice.form is Form.BUTTONS
        for option in choice.options
        if option.chosen
    )


def _bring(area: QScrollArea, widgets: Sequence[QWidget], pad: int) -> None:
    """Scroll down until widgets are in sight, or the first of them stands on top."""
    bar = area.verticalScrollBar()
    tops = [widget.mapTo(area.viewport(), QPoint(0, bar.value())).y() for widget in widgets]
    foot = max(top + widget.height() for top, widget in zip(tops, widgets, strict=True))
    bar.setValue(max(bar.value(), min(min(tops) - pad, foot + pad - area.viewport().height())))
