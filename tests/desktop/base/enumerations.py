"""Tells all that can be seen of PySide's enumerations, as JSON; `quickly` where they are made as in a start."""

import enum
import json
import pickle
import sys
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import Any

MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtNetwork", "QtPrintSupport")
UNKNOWN = (0, 1 << 29, 987654)
NO_NAME = "no_such"


def main() -> None:
    warnings.simplefilter("ignore")
    if "quickly" in sys.argv:
        from desktop.base.lightly import load

        load()
    seen: set[type] = set()
    told = {
        path: tell(kind)
        for name in MODULES
        for path, kind in walk(import_module(f"PySide6.{name}"), name, seen)
    }
    sys.stdout.write(json.dumps(told))


def walk(holder: object, path: str, seen: set[type]) -> Iterator[tuple[str, Any]]:
    for name in dir(holder):
        thing = getattr(holder, name, None)
        if not isinstance(thing, type) or thing in seen or not thing.__module__.startswith("PySide6"):
            continue
        seen.add(thing)
        if issubclass(thing, enum.Enum):
            yield f"{path}.{name}", thing
        else:
            yield from walk(thing, f"{path}.{name}", seen)


def tell(kind: Any) -> list[str]:
    about = [
        repr(kind.__mro__),
        kind.__module__,
        kind.__qualname__,
        repr(kind.__doc__),
        repr(sorted(vars(kind))),
    ]
    members = [f"{name}: {outcome(partial(look_at, member))}" for name, member in kind.__members__.items()]
    return [*about, *members, *map(outcome, questions(kind))]


def look_at(member: Any) -> tuple[object, ...]:
    return member, str(member), member.value, member._sort_order_, sorted(vars(member))


def questions(kind: Any) -> list[Callable[[], object]]:
    members: list[Any] = list(kind.__members__.values()) or [None]
    first, last = members[0], members[-1]
    return [
        *(partial(kind, value) for value in UNKNOWN),
        *(lambda: list(kind), lambda: len(kind), lambda: kind[NO_NAME], lambda: getattr(kind, NO_NAME)),
        *(lambda: kind(first.value) is first, lambda: pickle.loads(pickle.dumps(last)) is last),  # noqa: S301
        *(
            lambda: bool(first),
            lambda: first < last,
            lambda: first + 1,
            lambda: hash(last) == hash(last.value),
        ),
        *(
            lambda: first | last,
            lambda: first & last,
            lambda: first ^ last,
            lambda: ~first,
            lambda: list(first | last),
        ),
        *(lambda: kind._flag_mask_, lambda: kind._all_bits_, lambda: kind._boundary_),
    ]


def outcome(question: Callable[[], object]) -> str:
    try:
        return repr(question())
    except Exception as error:  # which error it is, is an answer too
        return f"{type(error).__name__}: {error}"


if __name__ == "__main__":
    main()
