"""Reads cases: the YAML that people write, with every problem and its line, and the generated twins."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from models.schema.case import Case
from models.schema.problem import Problem, Refused, Severity, phrase
from models.schema.references import Defect, Place, defects, suggestion
from models.schema.references.unfinished import left_out_of, unfinished
from models.store.border import from_text
from models.store.documents import Document, in_order
from models.store.files import is_there, read_text, refusal, spelled
from models.store.json_text import read_json
from models.store.kinds import Kind, expected
from models.store.migrations import CASE_STEPS, migrated_case
from models.store.shape import shape_problems
from models.store.trusted import trusted
from resources import ROOT

DEFAULT_CASE = "dprk-lessons"
SMALLEST = "tiny"
NEWEST = 1 + len(CASE_STEPS)
MAX_BYTES = 2_000_000
_FOLDER = ROOT / "cases"
_preferred = ""
_NOUNS = {
    "": "case",
    "source": "source",
    "models": "model",
    "background": "background fact",
    "concessions": "concession",
    "assumptions": "assumption",
    "links": "link",
    "findings": "finding",
    "recommendations": "recommendation",
    "rules": "rule",
    "feedback": "feedback loop",
    "coherence": "coherence note",
    "tests": "test",
}


_ELSEWHERE = (".argdown", ".ad", ".xlsx", ".ods")
_FOREIGN = (
    phrase("This file is in another format, and no case yet."),
    phrase("Import it: “Import a case…” under Cases, or in a terminal: whatholds import FILE -o case.yaml"),
)
_FOREIGN_KEYS = ({"statements", "arguments"}, {"nodes", "edges"})
"""What a file of Carneades or AIF has, and a case has not."""


class NoSuchCase(Refused):
    """Neither an embedded case nor a file is meant by a word."""


@dataclass(frozen=True)
class ReadCase:
    """A usable case with what is wrong or odd about its file all the same."""

    case: Case
    problems: tuple[Problem, ...]
    document: Document


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
        remedy = suggestion(text, known) or phrase("There are: {known}.", known=", ".join(known))
        raise NoSuchCase(Problem(file=spelled(text), what=phrase("There is no such case."), remedy=remedy))
    return path


def read_case(path: Path) -> ReadCase:
    """The case in a YAML or JSON file; raises Refused with all its problems if it cannot be evaluated."""
    if path.suffix.lower() in _ELSEWHERE:
        raise refusal(path, *_FOREIGN)
    return judged(*_document(path))


def judged(document: Document, problems: list[Problem]) -> ReadCase:
    """The case in a document that has these problems already, without what says nothing yet.

    Raises Refused if it cannot be evaluated.
    """
    if not isinstance(document.data, dict):
        remedy = phrase("A case is a mapping that starts with `schema: 2`.")
        raise Refused(document.problem((), phrase("This is not a case."), remedy))
    _refuse_others(document)
    begun = unfinished(document.data)
    left_out = [document.problem(at, left_out_of(what), remedy) for at, (what, remedy) in begun.items()]
    document = document.without(begun)
    found = defects(document.data)
    try:
        case = _validated(document.data)
    except ValueError as error:
        told = {defect.place for defect in found if defect.fatal}
        known = {(one.line, one.column) for one in problems if one.severity is Severity.ERROR}
        shape = shape_problems(error, document, Case, _NOUNS)
        problems += [
            problem
            for place, problem in shape
            if place and place not in told and (problem.line, problem.column) not in known
        ]
        raise Refused(*in_order([*problems, *left_out, *references(document, found)])) from error
    everything = in_order([*problems, *left_out, *references(document, found)])
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise Refused(*everything)
    return ReadCase(case, everything, document)


def _document(path: Path) -> tuple[Document, list[Problem]]:
    text = read_text(path, MAX_BYTES)
    if path.suffix.lower() == ".json":
        return read_json(str(path), text), []
    from models.store.yaml_text import read_yaml  # a slow import, not needed for the twins

    return read_yaml(str(path), text)


def _validated(data: Any) -> Case:
    return from_text(Case, json.dumps(migrated_case(data)))


def _refuse_others(document: Document) -> None:
    """Files that are meant for something else, or for a later version."""
    if str(document.data.get("format", "")).startswith("whatholds-"):
        expected(document, Kind.CASE)
    if any(keys <= document.data.keys() for keys in _FOREIGN_KEYS) and "rules" not in document.data:
        raise refusal(document.file, *_FOREIGN)
    schema = document.data.get("schema")
    if isinstance(schema, int) and schema > NEWEST:
        what = phrase(
            "The case was written for a newer version of WhatHolds (schema {schema}; this one knows {newest}).",
            schema=schema,
            newest=NEWEST,
        )
        raise Refused(document.problem(("schema",), what, phrase("Open it with that version.")))


def references(document: Document, found: tuple[Defect, ...]) -> Iterator[Problem]:
    """What is wrong or odd between the parts of a case, as problems at their places."""
    for defect in found:
        severity = Severity.REMARK if defect.odd and not defect.fatal else Severity.ERROR
        yield document.problem(
            defect.place,
            defect.what,
            defect.remedy,
            item=defect.item,
            severity=severity,
            key=_points_at_key(defect.place),
        )


def _points_at_key(place: Place) -> bool:
    """Whether the wrong word is the key itself, as in `set: {A99: fails}`."""
    return len(place) > 1 and place[-2] in ("set", "sets", "expect")
