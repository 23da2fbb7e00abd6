"""Makes Qt's enumerations when something is first asked of them.

PySide makes every enumeration of a class together with the class: more than two hundred on the way to the window,
and it needs one in ten. What is made here is the bare class; the first question gives it its members, and from then
on it is an enumeration like any other. Where Python makes them in another way, nothing is put off.
"""

import enum
from collections.abc import Iterator
from functools import partial
from threading import RLock
from typing import Any

_MAKING = RLock()
_OWN = frozenset(("__dict__", "__weakref__", "__doc__", "__module__", "__qualname__", "_missing_"))
"""What the bare class has already, some of it from PySide."""


class _Bare(enum.EnumType):
    """The kind of an enumeration of which nothing was asked yet."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(_made(cls), name)

    def __call__(cls, *given: Any, **named: Any) -> Any:
        return _made(cls)(*given, **named)

    def __getitem__(cls, name: str) -> Any:
        return _made(cls)[name]

    def __iter__(cls) -> Iterator[Any]:
        yield from _made(cls)

    def __reversed__(cls) -> Iterator[Any]:
        yield from reversed(_made(cls))

    def __len__(cls) -> int:
        return len(_made(cls))

    def __contains__(cls, value: object) -> bool:
        return value in _made(cls)

    def __dir__(cls) -> list[str]:
        return dir(_made(cls))

    def __repr__(cls) -> str:
        return repr(_made(cls))

    @property
    def __members__(cls) -> Any:
        return _made(cls).__members__


def _made(kind: Any) -> Any:
    """An enumeration with its members, which are taken over from one that Python makes."""
    with _MAKING:
        if type(kind) is _Bare:
            whole = kind._whole()
            for name, value in vars(whole).items():
                if name not in _OWN:
                    type.__setattr__(kind, name, value)
            for member in whole._member_map_.values():
                member.__class__ = member.__objclass__ = kind
            type.__delattr__(kind, "_whole")
            kind.__class__ = enum.EnumType  # type: ignore[assignment]
    return kind


def put_off() -> None:
    """From now on make what PySide wants made when something is asked of it."""
    create = getattr(enum.EnumType, "_create_", None)
    if create is None:
        return

    def bare(base: Any, class_name: str, names: Any, **named: Any) -> Any:
        if named.get("boundary") is not enum.KEEP or named.get("module") is not None:
            return create(base, class_name, names, **named)
        whole = partial(create, base, class_name, names, **named | {"module": ""})
        return type.__new__(_Bare, class_name, (base,), {"_whole": whole})

    enum.EnumType._create_ = bare  # type: ignore[attr-defined]
