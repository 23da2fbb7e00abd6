"""How much of a page is out of sight, and how it is shown in parts where nobody can scroll.

A part ends between two rows or panels and not inside one, unless one alone is larger than the room.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QHeaderView,
    QListView,
    QScrollArea,
    QTableView,
    QWidget,
)

from desktop.widgets.large_type import settle
from desktop.widgets.zoom_view import ZoomView

NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
SPARSE = 0.25
Span = tuple[int, int]


@dataclass(frozen=True)
class Roll:
    """Something that scrolls and does not fit, and the spans of it that are shown one after another, in pixels."""

    area: QScrollArea | QListView
    spans: tuple[Span, ...]

    def show_part(self, part: int) -> None:
        """Show one of its spans, or the last one where there are fewer."""
        start, length = self.spans[min(part, len(self.spans) - 1)]
        self.area.setViewportMargins(0, 0, 0, self.area.viewport().height() - length)
        self.area.verticalScrollBar().setValue(start)

    def undo(self) -> None:
        """Take its whole room again."""
        self.area.setViewportMargins(0, 0, 0, 0)


@dataclass(frozen=True)
class Sections:
    """Rows or columns of a table that do not fit, and the spans that are shown one after another, by place."""

    header: QHeaderView
    spans: tuple[Span, ...]

    def show_part(self, part: int) -> None:
        """Show only the rows or columns of one span, or of the last one where there are fewer."""
        start, end = self.spans[min(part, len(self.spans) - 1)]
        for place in range(self.header.count()):
            self.header.setSectionHidden(place, not start <= place < end)

    def undo(self) -> None:
        """Show all of them again."""
        for place in range(self.header.count()):
            self.header.setSectionHidden(place, False)


@dataclass(frozen=True)
class Map:
    """A picture too small to be read as a whole: it is shown whole first, and then wider, from top to bottom."""

    area: ZoomView
    spans: tuple[Span, ...]

    def show_part(self, part: int) -> None:
        """Show all of it, or one of its spans."""
        if part == 0:
            self.area.fit_whole()
        else:
            self.area.fit_width()
            start, _ = self.spans[min(part, len(self.spans) - 1)]
            self.area.verticalScrollBar().setValue(start)

    def undo(self) -> None:
        """Show all of it again."""
        self.area.fit_whole()


Part = Roll | Sections | Map


def unroll(page: QWidget) -> None:
    """Take every scroll bar away, and lay everything out anew, so that it can be measured."""
    for area in page.findChildren(QAbstractScrollArea):
        area.setHorizontalScrollBarPolicy(NEVER)
        area.setVerticalScrollBarPolicy(NEVER)
    settle(page)
    for area in _areas(page):
        if isinstance(area, QScrollArea):
            QCoreApplication.sendEvent(area, QEvent(QEvent.Type.LayoutRequest))
        elif isinstance(area, QAbstractItemView) and not isinstance(area, QTableView):
            area.doItemsLayout()


def out_of_sight(page: QWidget) -> QSize:
    """By how many pixels the page is too small for what is on it; a picture that fits itself does not count."""
    wide = high = 0
    for area in _areas(page):
        if not isinstance(area, ZoomView):
            hidden = _whole(area) - area.viewport().size()
            wide, high = max(wide, hidden.width()), max(high, hidden.height())
    layout = page.layout()
    if layout is not None and layout.hasHeightForWidth():
        high = max(high, layout.minimumHeightForWidth(page.width()) - page.height())
    least = page.minimumSizeHint()
    return QSize(max(wide, least.width() - page.width()), max(high, least.height() - page.height()))


def measured(page: QWidget) -> tuple[object, ...]:
    """The sizes on which it depends how large the page can be: as long as they stay, it need not be tried again."""
    layout = page.layout()
    wide = page.width()
    return (
        page.minimumSizeHint(),
        layout.totalHeightForWidth(wide) if layout is not None and layout.hasHeightForWidth() else 0,
        *(_needed(area) for area in _areas(page) if not isinstance(area, ZoomView)),
    )


def parts(page: QWidget) -> tuple[Part, ...]:
    """What on the page does not fit, and how it is shown in parts."""
    found: list[Part] = []
    for area in _areas(page):
        whole, room = _whole(area), area.viewport().size()
        if isinstance(area, ZoomView):
            found.append(Map(area, _views(area)))
        elif isinstance(area, QTableView):
            if whole.height() > room.height():
                found.append(_sections(area.verticalHeader(), room.height()))
            if whole.width() > room.width():
                found.append(_sections(area.horizontalHeader(), room.width()))
        elif isinstance(area, (QScrollArea, QListView)) and whole.height() > room.height():
            high = room.height()
            blocks = [list(_blocks_in(area, limit)) for limit in (high, high // 3)]
            found.append(Roll(area, _spans(whole.height(), high, blocks)))
    return tuple(found)


def _areas(page: QWidget) -> Iterator[QAbstractScrollArea]:
    return (area for area in page.findChildren(QAbstractScrollArea) if area.isVisibleTo(page))


def _whole(area: QAbstractScrollArea) -> QSize:
    """The size of all that is in it."""
    if isinstance(area, QTableView):
        return QSize(area.horizontalHeader().length(), area.verticalHeader().length())
    hidden = QSize(area.horizontalScrollBar().maximum(), area.verticalScrollBar().maximum())
    return area.viewport().size() + hidden


def _needed(area: QAbstractScrollArea) -> tuple[object, ...]:
    """The size of all that is in it, and of what it would be content with."""
    inner = area.widget() if isinstance(area, QScrollArea) else None
    layout = inner.layout() if inner is not None else None
    if inner is None or layout is None:
        return (_whole(area),)
    high = layout.totalHeightForWidth(inner.width()) if layout.hasHeightForWidth() else 0
    return _whole(area), inner.minimumSizeHint(), inner.sizeHint(), high


def _sections(header: QHeaderView, room: int) -> Sections:
    """As many rows or columns at a time as there is room for, and always one at least."""
    spans = []
    start = 0
    while start < header.count():
        end, taken = start + 1, header.sectionSize(start)
        while end < header.count() and taken + header.sectionSize(end) <= room:
            taken += header.sectionSize(end)
            end += 1
        spans.append((start, end))
        start = end
    return Sections(header, tuple(spans))


def _blocks_in(area: QScrollArea | QListView, limit: int) -> Iterator[Span]:
    """From where to where what should not be cut goes, downwards; panels higher than the limit may be."""
    if isinstance(area, QListView):
        gone = area.verticalScrollBar().value()
        for row in range(area.model().rowCount()):
            box = area.visualRect(area.model().index(row, 0)).translated(0, gone)
            yield box.top(), box.bottom() + 1
        return
    whole = area.widget()
    if whole is not None:
        yield from _blocks(whole, whole, limit)


def _blocks(whole: QWidget, part: QWidget, limit: int) -> Iterator[Span]:
    """Panels, and what has no parts; a panel higher than the limit counts by what is in it."""
    for child in part.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if not child.isVisibleTo(whole):
            continue
        top = child.mapTo(whole, QPoint()).y()
        within = child.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if not within or (child.objectName() == "panel" and child.height() <= limit):
            yield top, top + child.height()
        elif isinstance(child, QTableView):
            yield from _rows(child, top, child.viewport().mapTo(whole, QPoint()).y())
        else:
            yield from _blocks(whole, child, limit)


def _rows(table: QTableView, head: int, top: int) -> Iterator[Span]:
    """The rows of a table that is shown whole, the first one with the head over it."""
    header = table.verticalHeader()
    for row in range(header.count()):
        above = top + header.sectionViewportPosition(row)
        yield (above if row else head), above + header.sectionSize(row)


def _views(area: ZoomView) -> tuple[Span, ...]:
    """All of it, and where it cannot be read so as many views of its whole width as it takes, evenly spread."""
    room, high = area.viewport().height(), area.height_at_width()
    number = ceil(high / room) if room > 0 else 0
    step = (high - room) / max(1, number - 1)
    return ((0, room), *((round(place * step), room) for place in range(number)))


def _spans(whole: int, room: int, choices: Sequence[Sequence[Span]]) -> tuple[Span, ...]:
    """Parts that end between blocks; where that leaves one sparse, the next choice of blocks is tried."""
    spans = []
    start = 0
    last = max((bottom for blocks in choices for _, bottom in blocks), default=whole)
    while start < min(whole, last):
        for blocks in choices:
            end = _end(start, whole, room, blocks)
            if end == whole or end - start >= room * SPARSE:
                break
        spans.append((start, end - start))
        above = [bottom for _, bottom in blocks if start < bottom <= end]
        start = max(above, default=end) if end < whole else whole
    return tuple(spans)


def _end(start: int, whole: int, room: int, blocks: Sequence[Span]) -> int:
    """Where a part ends that cuts no block in two, unless one alone is larger than the room."""
    end = min(start + room, whole)
    while end < whole:
        cut = [top for top, bottom in blocks if start < top < end < bottom]
        if not cut:
            break
        end = min(cut)
    return end
