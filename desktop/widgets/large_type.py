"""Type as large as its page allows: a page for a room has few words, and they should fill it."""

from collections.abc import Callable

from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

LARGEST, SMALLEST, STEP = 1.4, 1.0, 0.08


def enlarge(host: QWidget, dress: Callable[[float], None]) -> None:
    """Dress a scrolled page as large as it fits in its height; `dress` takes how many times its normal size."""
    area = host.findChild(QScrollArea)
    page = area.widget() if area is not None else None
    layout = page.layout() if page is not None else None
    if area is None or page is None or layout is None:
        return
    times = LARGEST
    dress(times)
    while times - STEP >= SMALLEST and not _fits(area, page, layout):
        times -= STEP
        dress(times)


def settle(page: QWidget) -> None:
    """Lay out everything on a page now, the innermost first, so that it can be measured."""
    for layout in reversed(page.findChildren(QLayout)):
        layout.activate()
    whole = page.layout()
    if whole is not None:
        whole.activate()


def _fits(area: QScrollArea, page: QWidget, layout: QLayout) -> bool:
    settle(page)
    room = area.viewport().size()
    return layout.totalHeightForWidth(room.width()) <= room.height()
