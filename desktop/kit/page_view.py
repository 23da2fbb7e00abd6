"""A page as it is described: its title, what stands under it, the choices at its right, and its blocks.

The window, the panes and the room's screen show pages with it; the room's has no controls and shows the caption.
Where a page is too high, the window scrolls it; the room's is parted where no text is cut.
"""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.base.guard import override
from desktop.base.theme import Look, look
from desktop.kit.block import BlockWidget, has_place
from desktop.kit.column import EDGE, Column
from desktop.kit.layout.bringing import follow
from desktop.kit.layout.needs import cells_in, unfolded
from desktop.kit.layout.page_head import PageHead
from desktop.kit.layout.parting import enlarge, show_in, tried
from desktop.kit.layout.screens import Part, slimmer
from desktop.kit.terms import tell, term_at
from desktop.kit.text import TextBox
from models.schema.page import Cards, Page

PROGRESS_HIGH = 4


class ProgressLine(QWidget):
    """Shows a part of the whole width filled; without a part it is not there."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.look = look
        self.part: float | None = None
        self.hide()

    def lie(self, part: float | None, width: int) -> None:
        """Lie along the top, so far filled."""
        self.part = part
        self.setGeometry(0, 0, width, self.look.px(PROGRESS_HIGH))
        self.setVisible(part is not None)
        self.raise_()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour("line"))
        filled = QRectF(0, 0, self.width() * (self.part or 0), self.height())
        painter.fillRect(filled, self.look.colour("brand"))


ROOM_SCALE = 200
"""The scale, in percent, of a room's screen that is 1080 pixels high: titles of 18 stand in 36 pixels."""
LOW = 400
"""In a view that is less high, in unscaled pixels, heads give way to what is under them."""
AT_ONCE = 200
"""Another page with more cells comes in turns, its head first: each is most of what can be waited for. In front of a
room, where a table is fitted many times, each page with one does."""


def room_scale(height: int) -> int:
    return max(50, round(height * ROOM_SCALE / 1080))


class PageView(QWidget):
    """Shows a page whole; tells the action that somebody chose on it."""

    acted = Signal(object)
    completed = Signal()

    def __init__(self, controls: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look: Look = look()
        self._controls = controls
        self._page: Page | None = None
        self._is_left = False
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._go_on)
        self._part = 0
        self._parts: list[Part] = []
        self._screen = QSize()
        self._canvas = QWidget()
        self._head = PageHead(controls, self._canvas if controls else self)
        self._column = Column(controls, self._canvas)
        self._area = _area_around(self._canvas, self, controls)
        self._cover = QWidget(self._area)
        self._cover.setAutoFillBackground(True)
        self._cover.hide()
        self._progress = ProgressLine(self.look, self)
        for part in (self._head, self._column):
            part.acted.connect(self.acted)
            part.resized.connect(self.settle)

    def receive(self, page: Page) -> None:
        if page == self._page:
            return
        before, self._page = self._page, page
        many = cells_in(page.blocks) > (AT_ONCE if self._controls else 0)
        waits, self._is_left = self._later.isActive() or (self._is_left and many), False
        if waits or self._controls:
            self._head.receive(page if self._controls else replace(page, lead=()))
            self._column.receive(() if waits else page.blocks, laid=False)
        if waits:
            self._parts = []
            self._later.start()
        self.settle()
        if self._controls:
            follow(self._area, before, page, self.widget, self.look.px(10))

    def _go_on(self) -> None:
        """Make what stands under the head of a page, out of sight; in the turn after, show it."""
        if self._page is None:
            return
        blocks = self._page.blocks if self._controls else unfolded(self._page.blocks, self._across, self.look)
        if self._column.blocks != blocks:
            self._column.receive(blocks, laid=False)
            self._column.show_only(())
            self._later.start()
            return
        self._column.show_only(self._column.blocks)
        self.settle()
        self.completed.emit()

    @property
    def is_whole(self) -> bool:
        """Whether all of the page is there, and not its head alone."""
        return not self._later.isActive()

    def leave(self) -> None:
        """Another page follows at once: what is still shown need not be laid out for another room."""
        self._page, self._is_left = None, True

    def wear(self, look: Look) -> None:
        self.look = look
        self._head.wear(look)
        self._column.wear(look)
        self._progress.look = look
        self.settle()

    def widget(self, identifier: str) -> BlockWidget | None:
        """The widget of the block with this id, at whatever depth; None where the page has none."""
        return self._column.widget(identifier)

    def hold_back(self, identifiers: frozenset[str]) -> None:
        self._column.hold_back(identifiers)

    def text_boxes(self) -> list[TextBox]:
        """Every text on the page and the box that it must stay in; what is scrolled away too."""
        return [
            box.moved(part.mapTo(self, QPoint(0, 0)))
            for part in (self._head, self._column)
            for box in part.text_boxes()
        ]

    @property
    def seen(self) -> QRect:
        """Where the blocks of the present part can be seen: below the head, above what belongs to the next part."""
        area = QRect(self._area.mapTo(self, QPoint(0, 0)), self._area.size())
        if self._cover.isVisibleTo(self._area):
            area.setBottom(area.top() + self._cover.y() - 1)
        return area

    @property
    def parts(self) -> int:
        """In how many parts the room shows the page; 0 until that is known."""
        return len(self._parts)

    def show_part(self, part: int) -> None:
        """Show one part of a page that is too high for the room's screen, from 0."""
        if part == self._part:
            return
        self._part = part
        if self._parts:
            self._show()

    @override
    def event(self, event: QEvent) -> bool:
        if self._controls and isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            return tell(event, self, term_at(event.pos(), self.text_boxes()))
        return super().event(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.look.px(740), self.look.px(600))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Lay out anew: until it is seen, Qt keeps from what is within how large it is."""
        self.settle()
        super().showEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.settle()
        super().resizeEvent(event)

    @property
    def _margin(self) -> int:
        across = self.width() * 100 / self.look.scale
        return self.look.px(24 if not self._controls or across >= 900 else 16 if across >= 500 else 14)

    @property
    def _across(self) -> int:
        """How wide what stands in it is."""
        return max(1, self.width() - 2 * self._margin)

    def settle(self) -> None:
        """Lay out anew what has found its height since."""
        if self._page is None or not has_place(self):
            return
        self._column.set_stage(self.height())
        self._progress.lie(self._page.progress, self.width())
        margin, room = self._margin, self._across
        if self._controls:
            cards = any(isinstance(block, Cards) for block in self._page.blocks)
            self._head.stand_low(self.height() < self.look.px(LOW) and not cards)
            head = self._head.height_in(room)
            self._lay_scrolled(margin, room, head, self.look.px(10) if head else 0)
            return
        above = margin - self.look.px(4)
        place = QRect(margin, above, room, self.height() - above - self.look.px(10))
        if self.is_whole:
            self._lay_parted(self._page, place)
        else:  # the lead comes with what stands under it: it may go there
            self._cover.hide()
        self._head.setGeometry(margin, above, room, self._head.height_in(room))

    def _lay_scrolled(self, margin: int, room: int, head: int, gap: int) -> None:
        """Head and blocks in one, as high as the view if that is enough for them."""
        top, foot = min(margin - self.look.px(4), self.look.px(12)), self.look.px(8)
        self._area.setGeometry(self.rect())
        free = self.height() - top - head - gap - foot
        enlarge(self._column, room, free, self._page is not None and self._page.large)
        high = max(free, self._column.height_in(room))
        self._head.setGeometry(margin, top, room, head)
        self._column.put(QRect(margin, top + head + gap, room, high))
        self._canvas.resize(self.width(), top + head + gap + high + foot)

    def _lay_parted(self, page: Page, place: QRect) -> None:
        """The head stays and what is under it is parted; a lead goes that costs a part, reasons that cost a second."""
        (area, self._parts), last = tried(self._head, self._column, page, place), page
        whole = len(self._parts)
        *heads, short = slimmer(page)
        slims = (*heads, short, page) if whole == 2 else (*heads, page) if whole > 2 and page.lead else ()
        for slim in slims:
            if slim != last:  # what has nothing to give up comes as it did
                (area, self._parts), last = tried(self._head, self._column, slim, place), slim
            if len(self._parts) < whole:
                break
        edge = self.look.px(EDGE)
        self._area.setGeometry(area.adjusted(-edge, -edge, edge, edge))
        self._screen = area.size()
        self._show()

    def _show(self) -> None:
        """Show the part that is wanted, or the last one."""
        part = self._parts[max(0, min(self._part, len(self._parts) - 1))]
        show_in(self._area, self._canvas, self._column, self._cover, part, self._screen)


def _area_around(canvas: QWidget, parent: QWidget, controls: bool) -> QScrollArea:
    """What a page is scrolled in: by whoever reads it in the window, and by its parts in front of a room."""
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    if not controls:
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setViewport(QWidget())  # one of ours: to know Qt's own, PySide would load every kind of widget
    area.setWidget(canvas)
    canvas.setAutoFillBackground(False)
    canvas.setAttribute(Qt.WidgetAttribute.WA_StaticContents)  # only what is within is painted
    return area
