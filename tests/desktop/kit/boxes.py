"""Where texts stand that a widget shows: none out of its box, none on another."""

from collections.abc import Sequence

from PySide6.QtCore import QRect

from desktop.kit.text import TextBox


def faults(found: Sequence[TextBox], page: QRect | None = None) -> list[str]:
    """What stands outside its box or the page, and what stands on another, in words."""
    outside = [f"{box.text!r} {box.place} leaves {box.room}" for box in found if not _within(box, page)]
    pairs = ((one, other) for place, one in enumerate(found) for other in found[place + 1 :])
    return outside + [
        f"{one.text!r} {one.place} stands on {other.text!r} {other.place}"
        for one, other in pairs
        if _shrunk(one.place).intersects(_shrunk(other.place))
    ]


def _within(box: TextBox, page: QRect | None) -> bool:
    return box.room.contains(_shrunk(box.place)) and (page is None or page.contains(_shrunk(box.place)))


def _shrunk(box: QRect) -> QRect:
    """A text's place without the rounding at its edges."""
    return box.adjusted(1, 1, -1, -1)
