"""The border: what comes from a file is validated here against the types of a value's fields, and what goes into one.

pydantic is imported when the first file is read or written, not before: the window starts without one.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from threading import RLock
from typing import TYPE_CHECKING, Any, TypeVar

from models.schema.value import Value

if TYPE_CHECKING:
    from pydantic import TypeAdapter

V = TypeVar("V", bound=Value)
_BUILDING = RLock()
"""Of two threads that import pydantic's many modules at once, one could see half of them: recovery keeps apart."""


def adapter(kind: type[V]) -> "TypeAdapter[V]":
    """What validates a kind of value and writes it down."""
    found: TypeAdapter[V] = _adapter(kind)
    return found


def from_text(kind: type[V], text: str | bytes) -> V:
    """The value that a JSON text holds, read strictly; raises pydantic's ValidationError, a ValueError."""
    return adapter(kind).validate_json(text, strict=True, by_alias=True, by_name=False)


def validated(kind: type[V], data: Mapping[str, Any]) -> V:
    """A value made of these fields, by name or by key; raises pydantic's ValidationError, a ValueError."""
    return adapter(kind).validate_python(data)


def checked(value: V) -> V:
    """The value, validated as if it came from a file; raises pydantic's ValidationError, a ValueError."""
    return validated(type(value), {item.name: getattr(value, item.name) for item in fields(value)})


def as_text(value: Value) -> str:
    """The text of a file that holds a value, validated before it is written."""
    return adapter(type(value)).dump_json(checked(value), indent=2).decode() + "\n"


def _built(kind: Any) -> Any:
    with _BUILDING:
        from pydantic import TypeAdapter

        return TypeAdapter(kind)


_adapter: Callable[[Any], Any] = cache(_built)
