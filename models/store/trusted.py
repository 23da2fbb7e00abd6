"""Makes a case's twin into its value as it stands: our own code wrote it, and a test reads it strictly."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import Enum
from functools import cache, partial
from types import UnionType
from typing import Annotated, Any, Literal, TypeAlias, TypeVar, Union, get_args, get_origin

from models.schema.value import Value, default_of

V = TypeVar("V", bound=Value)
Reader: TypeAlias = Callable[[Any], Any]
Fields: TypeAlias = list[tuple[str, str, Reader, Callable[[], Any]]]


def trusted(kind: type[V], data: Mapping[str, Any]) -> V:
    """The value of plain data that is known to be right; what comes from outside is never read so."""
    made = object.__new__(kind)
    known = vars(made)
    for name, key, read, default in _fields(kind):
        known[name] = read(data[key]) if key in data else default()
    return made


def _listed(kind: Any) -> Fields:
    """The fields of a kind: name, key, what reads it, and what makes the default."""
    key = kind.__pydantic_config__["alias_generator"]
    return [
        (item.name, key(item.name), _reader(item.type), partial(default_of, item)) for item in fields(kind)
    ]


_fields: Callable[[Any], Fields] = cache(_listed)


def _made(hint: Any) -> Reader:
    """What makes the value of a field of this type from data."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _reader(parts[0])
    if origin in (Union, UnionType):
        enum = next((part for part in parts if isinstance(part, type) and issubclass(part, Enum)), str)
        return lambda data: _read_one(parts, enum, data)
    if origin is Literal:
        return {part: part for part in parts}.__getitem__
    if origin is tuple:
        read = _reader(parts[0])
        return lambda data: tuple(map(read, data))
    if origin is dict:
        told = _reader(parts[1])
        return lambda data: {name: told(item) for name, item in data.items()}
    if issubclass(hint, Value):
        return partial(trusted, hint)
    return hint if issubclass(hint, Enum) else _as_it_is


_reader: Callable[[Any], Reader] = cache(_made)


def _as_it_is(data: Any) -> Any:
    return data


def _read_one(parts: tuple[Any, ...], enum: Reader, data: Any) -> Any:
    """What data says where several types may stand."""
    if isinstance(data, str):
        return enum(data)
    return None if data is None else _reader(_chosen(parts, data))(data)


def _chosen(parts: tuple[Any, ...], data: Any) -> Any:
    """Which type of several data is of, told by its keys."""
    kinds = [part for part in parts if isinstance(part, type) and issubclass(part, Value)]
    return next((kind for kind in kinds if data.keys() <= {key for _, key, *_ in _fields(kind)}), type(data))
