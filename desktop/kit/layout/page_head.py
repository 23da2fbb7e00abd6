"""The head of a page: its title or its caption, what stands under it, and its choices at the right."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.base.guard import override
from desktop.base.plain_text import named
from desktop.base.theme import Look, Weight, look
from desktop.kit.choice import ChoiceWidget
from desktop.kit.layout.needs import has_places
from desktop.kit.sentences import SentencesWidget
from desktop.kit.text import Run, TextBox, flow, type_in, width_of
from desktop.kit.words_view import WordsView
from models.schema.page import Page, Sentences
from models.schema.page import Weight as Strength

WIDE, USUAL = 900, 500
"""From these unscaled widths on a title is set in 24 and in 20 pixels; below, as in a pane, in 16."""
SMALLER = (20, 18, 16)
"""The types for titles of pages that are turned, whose choices stay where they are, where the usual takes two lines."""
SMALLEST = (16, 15, 14)
"""More of them for a low view, which no title takes two lines of where that can be helped."""
CAPTIONS, KEPT = (22, 20, 18, 16, 15, 14, 13), 20
"""The types of a caption over what stays in its place, and that of which it has two lines of room whatever it says."""
LEAST, ROW, LINES = 200, 36, 41
"""What stands under the title keeps this width beside the choices; they go below it otherwise. Then the height of a
row of choices, and that of two lines: over cards or a map it stays, so that nothing moves when a line comes."""


class Places(NamedTuple):
    """Where the parts of a head stand."""

    title: QRect
    lead: QRect
    tools: tuple[QRect, ...]
    height: int


def kept_height(look: Look) -> int:
    """The room that a caption has over what stays in its place."""
    return 2 * type_in(look, KEPT, Weight.SEMIBOLD).line


def caption_runs(page: Page, width: int, look: Look, sizes: tuple[int, ...]) -> tuple[Run, ...]:
    """The caption in the largest of these types in which it has room, else in the smallest."""
    for size in sizes:
        type_ = type_in(look, size, Weight.SEMIBOLD)
        runs = tuple(Run(line.text, type_, line.tone.value if line.tone else "ink") for line in page.caption)
        if flow(runs, width).height <= kept_height(look):
            break
    return runs


def in_rows(sizes: list[QSize], kept: int, top: int, width: int, gap: int) -> tuple[tuple[QRect, ...], int]:
    """Where choices stand, in more lines where one is full; and where that ends.

    The one that is `kept` has the right end of the first line, and so stays under the pointer whatever
    stands beside it.
    """
    places = [QRect(QPoint(width - size.width(), top), size) for size in sizes]
    lines: list[list[int]] = [[]]
    for number in (number for number in range(len(sizes)) if number != kept):
        used = sum(sizes[one].width() + gap for one in (*lines[-1], *(() if lines[1:] else (kept,))))
        if used + sizes[number].width() > width:
            lines.append([])
        lines[-1].append(number)
    row = top
    for line in lines:
        right = width - (sizes[kept].width() + gap if row == top else 0)
        for number in reversed(line):
            places[number].moveTopLeft(QPoint(right - sizes[number].width(), row))
            right -= sizes[number].width() + gap
        row = (
            max(place.bottom() + 1 for place in (*(places[one] for one in line), *places[kept : kept + 1]))
            + gap
        )
    return tuple(places), row - gap


class PageHead(QWidget):
    """Shows the head of a page."""

    acted = Signal(object)
    resized = Signal()

    def __init__(self, controls: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.look: Look = look()
        self._controls = controls
        self._page: Page | None = None
        self._title = named(WordsView(self, balanced=not controls), "page-title")  # forty people read it
        self._lead = SentencesWidget(controls, self)
        self._lead.acted.connect(self.acted)
        self._tools: dict[str, ChoiceWidget] = {}
        self._is_low = False
        self._laid: Places | None = None
        self._known: tuple[int, Places] | None = None

    def receive(self, page: Page) -> None:
        self._page, self._known = page, None
        self._lead.receive(Sentences(id="page-lead", lines=page.lead))
        tools = page.tools if self._controls else ()
        for name in set(self._tools) - {tool.id for tool in tools}:
            gone = self._tools.pop(name)
            gone.hide()
            gone.deleteLater()
        for tool in tools:
            if tool.id not in self._tools:
                self._tools[tool.id] = self._make(tool.id)
            self._tools[tool.id].receive(tool)
        self._lay()

    def wear(self, look: Look) -> None:
        self.look, self._known = look, None
        self._lead.wear(look)
        for tool in self._tools.values():
            tool.wear(look)
        self._lay()

    def stand_low(self, is_low: bool) -> None:
        """In a low view give the height to what the page shows: one line of title, and nothing under the choices."""
        if is_low != self._is_low:
            self._is_low, self._known = is_low, None

    def height_in(self, width: int) -> int:
        return self._places(width).height

    def text_boxes(self) -> list[TextBox]:
        found = self._title.text_boxes()
        if not self._lead.isHidden():
            found += [box.moved(self._lead.pos()) for box in self._lead.text_boxes()]
        return found + [box.moved(tool.pos()) for tool in self._shown_tools for box in tool.text_boxes()]

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._known = None
            if self._places(self.width()) != self._laid:
                self.resized.emit()
            return True
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay()
        super().resizeEvent(event)

    @property
    def _shown_tools(self) -> list[ChoiceWidget]:
        return (
            [self._tools[tool.id] for tool in self._page.tools if tool.id in self._tools]
            if self._page
            else []
        )

    def _make(self, name: str) -> ChoiceWidget:
        widget = named(ChoiceWidget(self._controls, self), name)
        widget.wear(self.look)
        widget.acted.connect(self.acted)
        widget.show()
        return widget

    def _runs(self, width: int) -> tuple[Run, ...]:
        if self._page is None:
            return ()
        size = self._size(width)
        if self._controls or not self._page.caption:
            still = self._is_low or self._has_places
            smaller = SMALLER if self._turns else (*SMALLER, *SMALLEST) if still else ()
            sizes = (size, *smaller) if self._controls else (22,)
            types = [type_in(self.look, one, Weight.SEMIBOLD) for one in sizes]
            fitting = (one for one in types if width_of(self._page.title, one) <= width)
            type_ = next(fitting, types[-1 if still else 0])
            return (Run(self._page.title, type_),) if self._page.title else ()
        return caption_runs(self._page, width, self.look, CAPTIONS if self._stays else CAPTIONS[:1])

    @property
    def _has_places(self) -> bool:
        """Whether all below has its place, so that no box moves with the number of lines above it."""
        return self._page is not None and any(map(has_places, self._page.blocks))

    @property
    def _stays(self) -> bool:
        return self._captioned and self._has_places

    def _size(self, width: int) -> int:
        """The usual type of a title in a width."""
        across = width * 100 / self.look.scale
        return 24 if across >= WIDE else 20 if across >= USUAL else 16

    def _places(self, width: int) -> Places:
        """Where all stands in a width; asked for several times until something changes."""
        if self._known is None or self._known[0] != width:
            self._known = width, self._placed(width)
        return self._known[1]

    def _placed(self, width: int) -> Places:
        """The title on top; under it the choices, with what leads in at their left or below them."""
        self._title.receive(self._runs(width), self.look)
        self._lead.set_larger(1 if width * 100 / self.look.scale >= USUAL else 0)
        gap, tools = self.look.px(8), self._shown_tools
        across = sum(tool.sizeHint().width() for tool in tools) + gap * max(0, len(tools) - 1)
        has_lead = self._page is not None and bool(self._page.lead) and not self._captioned
        title = QRect(0, 0, width, self._title.height_in(width))
        if self._stays:
            title.setHeight(max(title.height(), kept_height(self.look)))
        if self._turns or (self._controls and self._has_places):
            title.setHeight(max(title.height(), type_in(self.look, self._size(width), Weight.SEMIBOLD).line))
        top = title.height() + (self.look.px(6) if title.height() else 0)
        beside = has_lead and bool(tools) and self._is_lower_beside(width, width - across - 2 * gap)
        lead_room = width - across - 2 * gap if beside else width
        lead = QRect(0, top, lead_room, self._lead.heightForWidth(lead_room) if has_lead else 0)
        if not tools:
            return Places(title, lead, (), top + lead.height())
        # the choice that turns the page keeps its place, or else the first, which chooses what the page shows
        wide = [min(tool.sizeHint().width(), width) for tool in tools]
        sizes = [QSize(each, tool.natural_in(each)) for tool, each in zip(tools, wide, strict=True)]
        places, bottom = in_rows(sizes, len(tools) - 1 if self._turns else 0, top, width, gap)
        if not beside and self._is_low and has_lead and self._is_aside():
            return Places(title, QRect(0, top, lead_room, 0), places, bottom)
        if not beside:
            lead.moveTop(bottom + gap)
            return Places(title, lead, places, lead.bottom() + 1 if has_lead else bottom)
        row = max(bottom - top, lead.height(), self.look.px(LINES) if self._has_places else 0)
        lead.moveTop(top + max(0, bottom - top - lead.height()) // 2)
        return Places(title, lead, places, top + row)

    def _is_aside(self) -> bool:
        """Whether what leads in only explains: there is nothing in it to work, and no state."""
        lines = self._page.lead if self._page is not None else ()
        return all(
            line.weight is Strength.SOFT and line.sign is None and line.action is None for line in lines
        )

    def _is_lower_beside(self, width: int, room: int) -> bool:
        """Whether what leads in takes less height beside the choices than above them."""
        if room < self.look.px(LEAST):
            return False
        return self._lead.heightForWidth(room) <= self._lead.heightForWidth(width) + self.look.px(ROW)

    @property
    def _turns(self) -> bool:
        """Whether the page is one of several in a row: the last choice turns them, and stays under the pointer."""
        return self._page is not None and self._page.progress is not None

    @property
    def _captioned(self) -> bool:
        return not self._controls and self._page is not None and bool(self._page.caption)

    def _lay(self) -> None:
        self._laid = places = self._places(self.width())
        self._title.setGeometry(places.title)
        self._lead.setGeometry(places.lead)
        self._lead.setVisible(places.lead.height() > 0)
        for tool, place in zip(self._shown_tools, places.tools, strict=True):
            tool.setGeometry(place)
