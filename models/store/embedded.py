"""The cases that ship with the application, from their generated twins: all that a start needs to know of files."""

import json
from functools import lru_cache
from pathlib import Path

from models.schema.case import Case
from models.schema.problem import Problem, Refused, phrase
from models.store.files import is_there, read_text, spelled
from models.store.trusted import trusted
from resources import ROOT

DEFAULT_CASE = "dprk-lessons"
SMALLEST = "tiny"
MAX_BYTES = 2_000_000
_FOLDER = ROOT / "cases"
_preferred = ""


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
    case = trusted(Case, json.loads(read_text(path, MAX_BYTES)))
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
