"""Where the keyboard goes: Tab in the order in which one reads, and into a list once; arrows go on within the list."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

ONE_STOP = "one_stop"
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
WAYS = {True: Qt.FocusReason.TabFocusReason, False: Qt.FocusReason.BacktabFocusReason}


def one_stop(group: QWidget) -> None:
    """Let Tab enter a widget once, however much within it can have the keyboard."""
    group.setProperty(ONE_STOP, True)


def next_stop(parts: Sequence[QWidget], current: QWidget | None, forward: bool) -> QWidget | None:
    """Where Tab goes from a widget, among parts in their order, round and round."""
    stops = _stops(parts)
    if not stops:
        return None
    step = 1 if forward else -1
    if current is None:
        return stops[0]
    group = _group_of(current)
    at = (place for place, one in enumerate(stops) if one is current or (group and _group_of(one) is group))
    place = next(at, None)
    if place is not None:
        return stops[(place + step) % len(stops)]
    return next((one for one in stops if current.isAncestorOf(one)), stops[0])


def left_behind(parts: Sequence[QWidget], current: QWidget | None) -> QWidget | None:
    """The part of a widget that has just been hidden: it keeps the keyboard, else Qt gives it to what comes first."""
    if current is None or current.isVisible():
        return None
    return next((part for part in parts if part.isVisible() and part.isAncestorOf(current)), None)


def go_to(widget: QWidget, forward: bool = True) -> None:
    """Put the keyboard on a widget, where it is seen."""
    widget.setFocus(WAYS[forward])
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def walk(event: QKeyEvent, widget: QWidget) -> bool:
    """Go on within the list of a widget, if an arrow says so."""
    group, step = _group_of(widget), STEPS.get(Qt.Key(event.key()))
    if group is None or step is None:
        return False
    members = [one for one in _reached(group) if one is widget or _by_tab(one)]
    if widget in members:
        go_to(members[(members.index(widget) + step) % len(members)], step > 0)
    return True


def _stops(parts: Iterable[QWidget]) -> list[QWidget]:
    stops: list[QWidget] = []
    entered: set[QWidget] = set()
    for widget in (one for part in parts for one in _reached(part)):
        group = _group_of(widget)
        if group in entered or widget in stops:
            continue
        if group is not None:
            entered.add(group)
        stops.append(_entry(group, widget) if group is not None else widget)
    return stops


def _entry(group: QWidget, first: QWidget) -> QWidget:
    """Where a list is entered: where one left it, else at what is chosen, else at its start."""
    members = list(_reached(group))
    if group.focusWidget() in members:
        return group.focusWidget()
    chosen = (one for one in members if isinstance(one, QAbstractButton) and one.isChecked())
    return next(chosen, first)


def _group_of(widget: QWidget) -> QWidget | None:
    above = widget.parentWidget()
    while above is not None and not above.property(ONE_STOP):
        above = above.parentWidget()
    return above


def _reached(root: QWidget) -> Iterator[QWidget]:
    """What Tab can reach within a widget, itself included, in the order in which one reads."""
    if not root.isVisible() or not root.isEnabled():
        return
    if _by_tab(root):
        yield root
    if not root.inherits("QAbstractItemView"):
        for child in _in_order(root):
            yield from _reached(child)


def _by_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _in_order(parent: QWidget) -> Iterator[QWidget]:
    """The children row by row; what begins beside the upper half of another stands in its row."""
    rows: list[list[QWidget]] = []
    children = [one for one in parent.children() if isinstance(one, QWidget) and not one.isWindow()]
    for child in sorted(children, key=lambda one: (one.y(), one.x())):
        if rows and child.y() < rows[-1][0].geometry().center().y():
            rows[-1].append(child)
        else:
            rows.append([child])
    for row in rows:
        yield from sorted(row, key=lambda one: (one.x(), one.y()))
