"""Where the argument map is: laid out at once if that is quick, else in the background while the window goes on."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.base.tasks import Tasks
from desktop.widgets.map_canvas import MapCanvas
from desktop.widgets.waiting import Waiting
from models.charts.map_layout import lay_out
from models.charts.map_shapes import MapLayout
from models.schema.analysis import Tick
from models.schema.case import Case

AT_ONCE = 100
"""So many statements are laid out before anybody notices."""


class MapPlace(Waiting):
    """The canvas with the map of a case, or calmly that the map is being laid out."""

    laid_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.canvas = MapCanvas()
        super().__init__(self.canvas, self.tr("Laying out the map…"), parent)
        self._case: Case | None = None
        self._headings: dict[str, str] = {}
        self._tasks = Tasks()
        self._tasks.answered.connect(self._receive_layout)
        self._tasks.failed.connect(_raise)
        self.destroyed.connect(partial(Tasks.close, self._tasks))

    def receive(self, case: Case, headings: dict[str, str]) -> None:
        """Show the map of a case, now or as soon as it is laid out; the same case keeps its map."""
        if case is not self._case:
            self._case, self._headings = case, headings
            self._tasks.withdraw()
            self.forget()
            self.canvas.clear()
        if self.canvas.has_map():
            return
        if len(case.by_id) <= AT_ONCE:
            self._receive_layout(lay_out(case))
        else:
            self.wait()
            self._tasks.ask(partial(_laid_out, case))

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self._tasks.withdraw()
        super().hideEvent(event)

    def _receive_layout(self, layout: MapLayout) -> None:
        if self._case is not None:
            self.arrive()
            self.canvas.receive_map(self._case, layout, self._headings)
            self.laid_out.emit()


def _laid_out(case: Case, _tick: Tick) -> MapLayout:
    return lay_out(case)


def _raise(error: BaseException) -> None:
    raise error
