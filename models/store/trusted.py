"""Makes a case's twin into its value as it stands: our own code wrote it, and a test reads it strictly."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import Enum
from functools import cache, partial
from types import UnionType
from typing import Annotated, Any, Literal, TypeAlias, TypeVar, Union, get_args, get_origin

from models.schema.value import Value, default_of

V = TypeVar("V", bound=Value)
Fields: TypeAlias = list[tuple[str, str, Any, Callable[[], Any]]]


def trusted(kind: type[V], data: Mapping[str, Any]) -> V:
    """The value of plain data that is known to be right; what comes from outside is never read so."""
    made = object.__new__(kind)
    for name, key, hint, default in _fields(kind):
        vars(made)[name] = _read(hint, data[key]) if key in data else default()
    return made


def _listed(kind: Any) -> Fields:
    """The fields of a kind: name, key, type, and what makes the default."""
    key = kind.__pydantic_config__["alias_generator"]
    return [(item.name, key(item.name), item.type, partial(default_of, item)) for item in fields(kind)]


_fields: Callable[[Any], Fields] = cache(_listed)


def _read(hint: Any, data: Any) -> Any:
    """What data says for a field of this type."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _read(parts[0], data)
    if origin in (Union, UnionType):
        if isinstance(data, str):
            enum = next((part for part in parts if isinstance(part, type) and issubclass(part, Enum)), str)
            return enum(data)
        return None if data is None else _read(_chosen(parts, data), data)
    if origin is Literal:
        return next(part for part in parts if part == data)
    if origin is tuple:
        return tuple([_read(parts[0], item) for item in data])
    if origin is dict:
        return {name: _read(parts[1], item) for name, item in data.items()}
    if issubclass(hint, Value):
        return trusted(hint, data)
    return hint(data) if issubclass(hint, Enum) else data


def _chosen(parts: tuple[Any, ...], data: Any) -> Any:
    """Which type of several data is of, told by its keys."""
    kinds = [part for part in parts if isinstance(part, type) and issubclass(part, Value)]
    return next((kind for kind in kinds if data.keys() <= {key for _, key, *_ in _fields(kind)}), type(data))
