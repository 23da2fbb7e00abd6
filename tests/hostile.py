"""Values in which every text is markup that names a file, and a watch that tells whether that was opened."""

import ctypes
import os
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, Self, TypeVar

V = TypeVar("V")

TEXTS = frozenset(
    {
        *("title", "short", "label", "text", "name", "because", "reply", "owner", "source", "why", "what"),
        *("moved", "who", "addressee", "author", "note", "purpose"),
    }
)
"""The fields whose words are shown, besides all that have a space in them."""
IN_OPEN = 0x20


def hostile(value: V, file: Path) -> V:
    """The same value, every text of it led in by an image that is to be read from a file."""
    changed: V = _hostile(value, f'<img src="{file}">', "")
    return changed


def _hostile(value: Any, markup: str, name: str) -> Any:
    if type(value) is str:
        told = name in TEXTS or (" " in value and not value.startswith("not "))
        return f"{markup}{value}" if value and told else value
    if isinstance(value, tuple):
        return tuple(_hostile(item, markup, name) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        kept = [item.name for item in fields(value) if item.init]
        return replace(value, **{item: _hostile(getattr(value, item), markup, item) for item in kept})
    return value


class Watched:
    """Tells whether anybody opened a file while it was watched."""

    def __init__(self, file: Path) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._file = file

    def __enter__(self) -> Self:
        self._queue = self._libc.inotify_init1(os.O_NONBLOCK)
        assert self._libc.inotify_add_watch(self._queue, os.fsencode(self._file), IN_OPEN) > 0
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._queue)

    @property
    def was_opened(self) -> bool:
        """Whether it was opened since the watch began or was asked last."""
        try:
            return bool(os.read(self._queue, 4096))
        except BlockingIOError:
            return False
