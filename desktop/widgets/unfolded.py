"""A dashboard as paper needs it, for a moment: nothing is scrolled away, and nothing waits to be pressed."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLayout,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from desktop.base.theme import look

LEAST, LONGEST, TRIES = 680, 6000, 12
NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


@contextmanager
def unfolded(body: QWidget) -> Iterator[None]:
    """The body as large as all that is in it, without buttons and scroll bars; afterwards it is as it was."""
    with _bare(body), _grown(body):
        yield


@contextmanager
def _bare(body: QWidget) -> Iterator[None]:
    """Without buttons, whose room stays empty, and without what opens a list in a field."""
    focus = QApplication.focusWidget()
    buttons = [found for found in body.findChildren(QPushButton) if found.isVisible()]
    actions = [action for field in body.findChildren(QLineEdit) for action in field.actions()]
    for button in buttons:
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        button.setSizePolicy(policy)
    parts: list[QPushButton | QAction] = [*buttons, *actions]
    for part in parts:
        part.setVisible(False)
    try:
        yield
    finally:
        for part in parts:
            part.setVisible(True)
        if focus is not None:
            focus.setFocus()


@contextmanager
def _grown(body: QWidget) -> Iterator[None]:
    """As wide as in a window of common size, and large enough for all that is in it, within reason."""
    size = body.size()
    areas = [area for area in body.findChildren(QAbstractScrollArea) if area.isVisible()]
    before = [
        (
            area,
            area.horizontalScrollBarPolicy(),
            area.verticalScrollBarPolicy(),
            area.horizontalScrollBar().value(),
            area.verticalScrollBar().value(),
        )
        for area in areas
    ]
    for area in areas:
        area.setHorizontalScrollBarPolicy(NEVER)
        area.setVerticalScrollBarPolicy(NEVER)
    body.resize(size.expandedTo(QSize(look().px(LEAST), 0)))
    _grow(body, areas)
    try:
        yield
    finally:
        body.resize(size)
        for area, across, down, left, top in before:
            area.setHorizontalScrollBarPolicy(across)
            area.setVerticalScrollBarPolicy(down)
            area.horizontalScrollBar().setValue(left)
            area.verticalScrollBar().setValue(top)


def _grow(body: QWidget, areas: Sequence[QAbstractScrollArea]) -> None:
    """Make the body larger until everything is seen; what it grows by may go to several of its parts."""
    for _ in range(TRIES):
        for layout in (body.layout(), *body.findChildren(QLayout)):
            if layout is not None:
                layout.activate()
        hidden = [_too_low(body), *map(_hidden, areas)]
        wider, higher = (max(0, *sides) for sides in zip(*(size.toTuple() for size in hidden), strict=True))
        if not wider and not higher:
            return
        body.resize((body.size() + QSize(wider, higher)).boundedTo(QSize(LONGEST, LONGEST)))


def _too_low(body: QWidget) -> QSize:
    """How much higher the body must be for the words that are wrapped in it."""
    layout = body.layout()
    if layout is None or not layout.hasHeightForWidth():
        return QSize(0, 0)
    return QSize(0, layout.minimumHeightForWidth(body.width()) - body.height())


def _hidden(area: QAbstractScrollArea) -> QSize:
    """How much of what an area shows is out of sight; less than nothing where there is room left."""
    if isinstance(area, QTableView):
        whole = QSize(area.horizontalHeader().length(), area.verticalHeader().length())
        return whole - area.viewport().size()
    if isinstance(area, QAbstractItemView):
        area.doItemsLayout()
    return QSize(area.horizontalScrollBar().maximum(), area.verticalScrollBar().maximum())
