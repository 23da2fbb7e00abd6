"""Parts of a list that is shown again and again: made once, then only filled, and hidden while not needed."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


class Pool(Generic[W]):
    """Hands out as many parts as are asked for; `make` makes one more and puts it into its place."""

    def __init__(self, make: Callable[[int], W]) -> None:
        self._make = make
        self._parts: list[W] = []

    def take(self, number: int) -> list[W]:
        """The first parts, all visible; those after them are hidden."""
        while len(self._parts) < number:
            self._parts.append(self._make(len(self._parts) + 1))
        for place, part in enumerate(self._parts):
            part.setVisible(place < number)
        return self._parts[:number]
