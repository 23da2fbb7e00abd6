"""Keeps every exception inside the override that it happened in.

Qt calls overrides from C++, which an exception cannot cross: left alone, many of them end the process without a
word. So `override` is more than a mark here: what goes wrong is told in the one place, `sys.excepthook`, and Qt is
answered with the empty value of the kind that the override promises: no size, no rows, not handled.
"""

import sys
from collections.abc import Callable
from contextlib import suppress
from enum import Enum, Flag
from functools import wraps
from types import UnionType
from typing import TYPE_CHECKING, Any, get_origin

NOTE = "Qt asked for this, and was given an empty answer."

if TYPE_CHECKING:  # the type checker knows this one, and that it needs something to override
    from typing_extensions import override as override
else:

    def override(method: Callable[..., Any]) -> Callable[..., Any]:
        """Mark a method as an override, and let nothing leave it but an answer."""
        if method.__code__.co_argcount == 1:  # also a slot: it must go on taking nothing

            def guarded(self: Any) -> Any:
                try:
                    return method(self)
                except BaseException as error:
                    return _told(error, method)
        else:

            def guarded(*given: Any, **named: Any) -> Any:
                try:
                    return method(*given, **named)
                except BaseException as error:
                    return _told(error, method)

        guarded = wraps(method)(guarded)
        guarded.__override__ = True
        return guarded


def was_asked_by_qt(error: BaseException) -> bool:
    """Whether it happened in an override: then it may happen again at the next paint."""
    return NOTE in getattr(error, "__notes__", ())


def _told(error: BaseException, method: Callable[..., Any]) -> Any:
    with suppress(BaseException):  # telling may fail as well, and nothing is left to tell that to
        error.add_note(NOTE)
        sys.excepthook(type(error), error, error.__traceback__)
    return empty(method.__annotations__["return"])


def empty(kind: Any) -> Any:
    """The empty value of what an override promises to return; what may be nothing is nothing."""
    if kind in (None, Any, object) or isinstance(kind, UnionType | str):
        return None
    kind = get_origin(kind) or kind  # list[str] is no class
    if issubclass(kind, Enum):
        return kind(0) if issubclass(kind, Flag) else next(iter(kind))
    return kind()
