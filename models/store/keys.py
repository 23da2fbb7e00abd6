"""Which keys a shape knows at a place of the data."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any, get_args, get_origin

from models.schema.references import Place
from models.schema.value import Value


def keys_at(shape: type[Value], place: Place) -> list[str]:
    """The keys that the shape knows at the place."""
    parts, shapes = iter(place), [shape]
    for part in parts:
        if isinstance(part, str):
            known = {key: hint for inner in shapes for key, hint in _keys(inner)}
            hint = known.get(part)
            shapes = list(_values_in(hint))
            if dict in (get_origin(hint), *map(get_origin, get_args(hint))):
                next(parts, None)
    return [key for inner in shapes for key, _ in _keys(inner)]


def _keys(shape: type[Value]) -> Iterator[tuple[str, Any]]:
    """The keys of a shape with the types of what stands under them."""
    key = shape.__pydantic_config__["alias_generator"]
    return ((key(item.name), item.type) for item in fields(shape))


def _values_in(hint: Any) -> Iterator[type[Value]]:
    if isinstance(hint, type) and issubclass(hint, Value):
        yield hint
    for part in get_args(hint):
        yield from _values_in(part)
