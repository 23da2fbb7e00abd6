"""The cases that ship with the application, from their generated twins: all that a start needs to know of files.

A twin is made into its value as it stands: our own code wrote it, and a test reads it strictly.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import Enum
from functools import cache, lru_cache, partial
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, TypeAlias, TypeVar, Union, get_args, get_origin

from models.schema.case import Case
from models.schema.problem import Problem, Refused, phrase
from models.schema.value import Value, default_of
from models.store.files import is_there, read_text, spelled
from resources import ROOT

DEFAULT_CASE = "dprk-lessons"
SMALLEST = "tiny"
MAX_BYTES = 2_000_000
_FOLDER = ROOT / "cases"
_preferred = ""


V = TypeVar("V", bound=Value)
Reader: TypeAlias = Callable[[Any], Any]
Fields: TypeAlias = list[tuple[str, str, Reader, Callable[[], Any]]]


class NoSuchCase(Refused):
    """Neither an embedded case nor a file is meant by a word."""


def embedded_case_ids() -> tuple[str, ...]:
    """The ids of the cases that ship with the application, the default one first."""
    found = sorted(path.parent.name for path in _FOLDER.glob("*/case.json"))
    return tuple(sorted(found, key=lambda name: name != DEFAULT_CASE))


def worked_case_ids() -> tuple[str, ...]:
    """The embedded cases to be looked at, the default one first; the smallest is there for tests and first steps."""
    return tuple(name for name in embedded_case_ids() if name != SMALLEST)


def prefer(language: str) -> None:
    """Open embedded cases in a language from now on, where they have been translated."""
    global _preferred  # one interface speaks one language, and what it opens does
    _preferred = language


def case_languages(identifier: str) -> tuple[str, ...]:
    """The languages that an embedded case can be read in: its own, and those that it was translated into."""
    found = (path.suffixes[0][1:] for path in sorted((_FOLDER / identifier).glob("case.*.json")))
    return (_embedded(identifier, "").language, *found)


def load_embedded(identifier: str = DEFAULT_CASE, language: str = "") -> Case:
    """A case that ships with the application, in a language or the preferred one; an unknown id raises Refused."""
    case_path(identifier)
    wished = language or _preferred
    return _embedded(identifier, wished if (_FOLDER / identifier / f"case.{wished}.json").exists() else "")


@lru_cache(maxsize=8)
def _embedded(identifier: str, language: str) -> Case:
    """A case from its twin with the hash beside it; a translation is known to files by the hash of its original."""
    path = _FOLDER / identifier / (f"case.{language}.json" if language else "case.json")
    case = _trusted(Case, json.loads(read_text(path, MAX_BYTES)))
    vars(case)["content_hash"] = read_text(path.with_suffix(".hash"), MAX_BYTES).strip()
    if language:
        vars(case)["edition_hash"] = _embedded(identifier, "").content_hash
    return case


def embedded_path(case: Case) -> Path:
    """The file of a case that ships with the application, in the language that it is read in."""
    translated = _FOLDER / case.id / f"case.{case.language}.yaml"
    return translated if translated.exists() else case_path(case.id)


def is_shipped(path: Path) -> bool:
    """Whether a file is one of the application's own, whatever leads to it: it is read, and never written."""
    return ROOT.resolve() in path.resolve().parents


def case_path(text: str) -> Path:
    """The file that a person means by an embedded id or a path; ids win, `./id` is a path."""
    known = embedded_case_ids()
    if text in known:
        return _FOLDER / text / "case.yaml"
    path = Path(text)
    if len(path.parts) == 1 and not path.suffix and not is_there(path):
        from models.schema.references import suggestion  # for the unlucky only

        remedy = suggestion(text, known) or phrase("There are: {known}.", known=", ".join(known))
        raise NoSuchCase(Problem(file=spelled(text), what=phrase("There is no such case."), remedy=remedy))
    return path


def _trusted(kind: type[V], data: Mapping[str, Any]) -> V:
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
        return partial(_trusted, hint)
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
