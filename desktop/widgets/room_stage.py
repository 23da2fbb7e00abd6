"""Shows whole pages as large as a room needs them: laid out small and drawn large, so that text stays sharp."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QResizeEvent, QTransform
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsProxyWidget,
    QGraphicsScene,
    QGraphicsView,
    QLayout,
    QWidget,
)
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.chart_view import ChartView
from desktop.widgets.room_parts import Part, measured, out_of_sight, parts, unroll

BODY, LEAST_BODY, WANTED_BODY = 13, 18, 24
STEP = 0.96
SURELY = 1.2
NARROWEST = 200


class RoomStage(QGraphicsView):
    """One page at a time, enlarged, that nobody can click; what does not fit is drawn a little smaller.

    Where that would make the body's type smaller than 18 pixels, the page is shown in parts instead.
    """

    turned = Signal()
    _refreshed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setScene(QGraphicsScene(self))
        self.setObjectName("room-stage")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setInteractive(False)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._proxies: dict[QWidget, QGraphicsProxyWidget] = {}
        self._page: QWidget | None = None
        self._factor = 1.0
        self._part = 0
        self._parts: tuple[Part, ...] = ()
        self._places: dict[QWidget, int] = {}
        self._known: object = None
        self._shown: object = None
        self._waits = False
        self._refreshed.connect(self._fit_waiting, Qt.ConnectionType.QueuedConnection)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fit_what_moved)

    @property
    def page(self) -> QWidget | None:
        """What is shown."""
        return self._page

    @property
    def magnification(self) -> float:
        """How many pixels of the room one pixel of the page takes."""
        self._fit_waiting()
        return self.transform().m11()

    def magnify(self, factor: float) -> None:
        """Draw everything so many times as large as the look has it at its normal size."""
        if factor != self._factor:
            self._factor = factor
            self._places.clear()
        self._fit()
        self._soon.start()

    def show_page(self, page: QWidget) -> None:
        """Put a page on the stage, which keeps it from then on; to be called before the page is filled."""
        if page not in self._proxies:
            layout = page.layout()
            if layout is not None:
                layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
            self._proxies[page] = self.scene().addWidget(page)
            self._proxies[page].setMinimumSize(0, 0)
        self._put_together()
        if page is not self._page:
            self._page, self._part, self._known = page, 0, None
            for other, proxy in self._proxies.items():
                proxy.setVisible(other is page)

    def refresh(self) -> None:
        """Fit another page at once, the same one before it is painted next, and both again once at rest."""
        if self._known is None:
            self._fit()
        elif not self._waits:
            self._waits = True
            self._refreshed.emit()
        self._soon.start()

    def parts(self) -> tuple[int, int]:
        """Which part of the page is shown, counted from one, and how many there are."""
        self._fit_waiting()
        return self._part + 1, self._count()

    def turn(self, step: int) -> bool:
        """Show the next or the last part of the page; says whether there was one."""
        present, count = self.parts()
        if not 1 <= present + step <= count:
            return False
        self._part = present - 1 + step
        self._fit()
        return True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._soon.start()

    def _fit_waiting(self) -> None:
        if self._waits:
            self._fit()

    def _fit_what_moved(self) -> None:
        if self._page is not None and self._measured(self._page) != self._shown:
            self._fit()

    def _fit(self) -> None:
        self._waits = False
        self.setBackgroundBrush(look().colour("ground"))
        page = self._page
        if page is None or self.viewport().width() < NARROWEST:
            return
        self._put_together()
        sizes = self._sizes()
        self._draw_at(page, sizes[min(self._places.get(page, 0), len(sizes) - 1)])
        if self._measured(page) != self._known:
            self._search(page)
            self._known = self._measured(page)
        self._parts = parts(page)
        self._part = min(self._part, self._count() - 1)
        for part in self._parts:
            part.show_part(self._part)
        self._shown = self._measured(page)
        self.turned.emit()

    def _search(self, page: QWidget) -> None:
        """Find the size at which the page fits, from the present one on, for it seldom changes much."""
        sizes = self._sizes()
        whole = len(sizes) - 1
        if self._places.get(page) == whole and self._is_far_too_large(page, sizes):
            return
        place = min(self._places.get(page, 0), whole - 1)
        if self._fits(page, sizes[place]):
            while place and self._fits(page, sizes[place - 1]):
                place -= 1
        else:
            place += 1
            while place < whole and not self._fits(page, sizes[place]):
                place += 1
        self._places[page] = place
        self._draw_at(page, sizes[place])

    def _fits(self, page: QWidget, factor: float) -> bool:
        self._draw_at(page, factor)
        hidden = out_of_sight(page)
        return hidden.width() <= 0 and hidden.height() <= 0

    def _is_far_too_large(self, page: QWidget, sizes: tuple[float, ...]) -> bool:
        """Whether no more of a page would be seen than a part even in the smallest type."""
        gained = (sizes[-1] / sizes[-2]) ** 2  # as much wider, which saves lines, as it is higher
        return out_of_sight(page).height() > page.height() * (SURELY * gained - 1)

    def _measured(self, page: QWidget) -> object:
        """What the size of the page depends on."""
        return page, self._factor, look(), self.viewport().size(), measured(page)

    def _count(self) -> int:
        return max((len(part.spans) for part in self._parts), default=1)

    def _put_together(self) -> None:
        """Show no parts any more, so that the page can be filled and measured."""
        for part in self._parts:
            part.undo()
        self._parts = ()

    def _sizes(self) -> tuple[float, ...]:
        """From the one that is wanted down to the least that can be read; the last is for a page in parts."""
        factor, least = self._factor, max(LEAST_BODY / BODY, self._factor * LEAST_BODY / WANTED_BODY)
        sizes = []
        while factor > least:
            sizes.append(factor)
            factor *= STEP
        return (*sizes, min(least, self._factor), self._factor)

    def _draw_at(self, page: QWidget, factor: float) -> None:
        scale = factor * 100 / look().scale
        room = self.viewport().size()
        size = QSize(int(room.width() / scale), int(room.height() / scale))
        self.setTransform(QTransform.fromScale(scale, scale))
        self.setSceneRect(0, 0, size.width(), size.height())
        if page.size() != size:
            page.resize(size)
        dots = scale * self.devicePixelRatioF()
        for chart in page.findChildren(ChartView):
            chart.magnify(dots)
        unroll(page)
