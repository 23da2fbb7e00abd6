"""The frame: where the header, the drawers, the stage and the strip stand, and how they share the window."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.guard import override
from desktop.base.layouts import flush
from desktop.base.theme import look
from desktop.kit.stops import go_to, left_behind, next_stop
from desktop.kit.strip import HIGH, LOW, Strip
from desktop.panes.assumptions import Assumptions
from desktop.panes.drawers import (
    SCROLLING,
    Place,
    Spread,
    Wanted,
    as_words,
    aside,
    from_words,
    spread,
    turned,
)
from desktop.panes.switches import Switches
from desktop.panes.why import Why
from desktop.stage.stage import Stage
from models.schema.view import PageName

WITH_DRAWERS = frozenset({PageName.HOLDS})
"""The pages that leave the drawers their room; the others take the whole width until a drawer is opened."""
SIDES = ("left", "right")
LARGE = (1600, 900)
"""Unscaled width and height from which the strip is as high as in a large window."""


class Frame(QWidget):
    """Lays the parts of the window out; a drawer stands beside the stage, lies over it, or is folded."""

    def __init__(self, header: QWidget, stage: Stage) -> None:
        super().__init__()
        self.assumptions, self.why = Assumptions(), Why()
        self.switches, self.strip = Switches(), Strip()
        self.stage = stage
        self._header = header
        self.page = PageName.HOLDS
        self._wanted: dict[PageName, Wanted] = {}
        self._spread: Spread | None = None
        self._body, self._bottom = flush(QHBoxLayout()), flush(QHBoxLayout())
        for part in (self.assumptions, self.stage, self.why):
            self._body.addWidget(part, int(part is self.stage))
        self._foot = QFrame()
        self._foot.setObjectName("foot")
        self._foot.setLayout(self._bottom)
        self._bottom.addWidget(self.switches)
        self._bottom.addWidget(self.strip, 1)
        column = flush(QVBoxLayout(self))
        column.addWidget(header)
        self._usual = QWidget()
        self._parts = flush(QVBoxLayout(self._usual))
        self._parts.addLayout(self._body, 1)
        self._parts.addWidget(self._foot)
        column.addWidget(self._usual, 1)
        self.instead: QWidget | None = None
        self.why.closed.connect(partial(self.fold, "right"))
        self.stage.tabs.head.unfolded.connect(partial(self.unfold, "left"))
        self.stage.notice.cramped.connect(self._make_room)

    def show_instead(self, widget: QWidget | None) -> None:
        """Show something in the place of stage, drawers and strip, or these again."""
        if self.instead is not None:
            self.instead.hide()
        self.instead = widget
        self._usual.setVisible(widget is None)
        layout = self.layout()
        if widget is not None and layout is not None:
            layout.addWidget(widget)
            widget.show()

    @property
    def drawers(self) -> tuple[str, ...]:
        """Which drawers were opened or folded by hand, on which pages."""
        return tuple(word for page, wanted in self._wanted.items() for word in as_words(page.value, wanted))

    def restore(self, drawers: tuple[str, ...]) -> None:
        self._wanted = {page: from_words(drawers, page.value) for page in PageName}

    def show_page(self, page: PageName) -> None:
        """Give a page the room that it usually has, or what was chosen for it by hand."""
        if page is not self.page:
            self.page = page
            self.share()

    @property
    def is_over(self) -> bool:
        return any(self.place(side) is Place.OVER for side in SIDES)

    def place(self, side: str) -> Place:
        return Place(getattr(self._spread, side)) if self._spread else Place.BESIDE

    def turn(self, side: str) -> None:
        usual = getattr(spread(self._width, self._drawn, replace(self._chosen, **{side: None})), side)
        self._wanted[self.page] = replace(
            self._chosen, **{side: turned(self.place(side), True, usual is Place.BESIDE)}
        )
        self.share()

    def unfold(self, side: str) -> None:
        if self.place(side) is Place.FOLDED:
            self.turn(side)

    def fold(self, side: str) -> None:
        if self.place(side) is not Place.FOLDED:
            self.turn(side)

    def close_over(self) -> None:
        for side in SIDES:
            if self.place(side) is Place.OVER:
                self.turn(side)

    def _make_room(self) -> None:
        """Fold the why where it and the assumptions lie over all of the stage."""
        if all(self.place(side) is Place.OVER for side in SIDES):
            self.turn("right")

    @property
    def right_was_closed(self) -> bool:
        """Whether somebody closed the why by hand on this page."""
        return self._chosen.right is False

    def share(self) -> None:
        now = spread(self._width, self._drawn, self._chosen)
        before, self._spread = self._spread, now
        wanted = look()
        left_width, right_width = wanted.px(now.left_width), wanted.px(now.right_width)
        bar = wanted.px(SCROLLING) if now.narrow else 0
        high = self._width >= LARGE[0] and self.height() * 100 / wanted.scale >= LARGE[1]
        self.strip.stand_high(high)
        self._foot.setFixedHeight(wanted.px(HIGH if high else LOW) + 1)
        if (before is None or before.narrow) and not now.narrow:
            self._bottom.insertWidget(0, self.switches)
            self.switches.show()
        elif now.narrow and (before is None or not before.narrow):
            self.assumptions.stand_on(self.switches)
        self.switches.setFixedWidth(left_width + bar)
        self.switches.setFixedHeight(wanted.px(HIGH if high else LOW))
        self._parts.setEnabled(False)  # the stage is laid out once, not for each drawer that comes or goes
        self._place(self.assumptions, 0, now.left, left_width + bar)
        self._place(self.why, self._body.count(), now.right, right_width)
        self._parts.setEnabled(True)
        self.stage.tabs.show_head(now.left is not Place.BESIDE, left_width)
        self.stage.stand_aside(*(wanted.px(edge) for edge in aside(now, self._width)))
        self._body.activate()
        self._lie_over()
        over = (now.left is Place.OVER, now.right is Place.OVER)
        self.stage.notice.stand_aside((left_width + bar) * over[0], right_width * over[1])

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from the header over the assumptions to the stage, the why and the strip."""
        parts = (self.assumptions, self.stage, self.why, self.switches, self.strip)
        shown = parts if self.instead is None else (self.instead,)
        current = self.focusWidget()
        found = left_behind(shown, current) or next_stop((self._header, *shown), current, forward)
        if found is not None:
            go_to(found, forward)
        return found is not None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as Space does."""
        pressed = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(pressed, QAbstractButton):
            pressed.click()
        else:
            super().keyPressEvent(event)

    @override
    def minimumSizeHint(self) -> QSize:
        """As little as anybody likes: what does not fit is folded."""
        return QSize(0, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange and self._spread is not None:
            self.share()
        super().changeEvent(event)

    @property
    def _width(self) -> float:
        return self.width() * 100 / look().scale

    @property
    def _drawn(self) -> bool:
        return self.page in WITH_DRAWERS

    @property
    def _chosen(self) -> Wanted:
        return self._wanted.get(self.page, Wanted())

    def _place(self, drawer: QWidget, place: int, where: Place, width: int) -> None:
        """Put a drawer beside the stage, or take it out of the row and let it lie over it."""
        beside = self._body.indexOf(drawer) >= 0
        if where is Place.BESIDE and not beside:
            self._body.insertWidget(place, drawer)
        elif where is not Place.BESIDE and beside:
            self._body.removeWidget(drawer)
        if where is Place.FOLDED and drawer.isAncestorOf(self.focusWidget()):
            self.stage.setFocus()
        drawer.setFixedWidth(width)
        drawer.setVisible(where is not Place.FOLDED)

    def _lie_over(self) -> None:
        """Drawers that lie over the stage do so below the tabs, at its edges."""
        body = self._body.geometry().adjusted(0, self.stage.tabs.height(), 0, 0)
        for drawer, where, left in (
            (self.assumptions, self.place("left"), body.left()),
            (self.why, self.place("right"), body.right() + 1 - self.why.width()),
        ):
            if where is Place.OVER:
                drawer.setGeometry(left, body.top(), drawer.width(), body.height())
                drawer.raise_()
