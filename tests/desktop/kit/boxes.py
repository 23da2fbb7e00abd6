"""Where texts stand that a widget shows: none out of its box, none on another."""

from collections.abc import Sequence

from PySide6.QtCore import QRect

from desktop.kit.text import TextBox


def faults(found: Sequence[TextBox], page: QRect | None = None) -> list[str]:
    """What stands outside its box or the page, and what stands on another, in words."""
    outside = [f"{box.text!r} {box.place} leaves {box.room}" for box in found if not _within(box, page)]
    places = [_shrunk(box.place) for box in found]
    return outside + [
        f"{one.text!r} {one.place} stands on {found[after].text!r} {found[after].place}"
        for number, one in enumerate(found)
        for after in range(number + 1, len(found))
        if places[number].intersects(places[after])
    ]


def _within(box: TextBox, page: QRect | None) -> bool:
    return box.room.contains(_shrunk(box.place)) and (page is None or page.contains(_shrunk(box.place)))


def _shrunk(box: QRect) -> QRect:
    """A text's place without the rounding at its edges."""
    return box.adjusted(1, 1, -1, -1)
