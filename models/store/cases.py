"""Reads cases: the YAML that people write, with every problem and its line; those that are shipped are `embedded`."""

import json
from collections.abc import Iterator
from pathlib import Path

from models.schema.case import Case
from models.schema.problem import Problem, Refused, Severity, phrase
from models.schema.references import Defect, defects
from models.schema.references.unfinished import left_out_of, unfinished
from models.schema.value import Answer
from models.store.border import from_text
from models.store.documents import Document, in_order, read_json
from models.store.embedded import DEFAULT_CASE as DEFAULT_CASE
from models.store.embedded import MAX_BYTES as MAX_BYTES
from models.store.embedded import SMALLEST as SMALLEST
from models.store.embedded import NoSuchCase as NoSuchCase
from models.store.embedded import case_languages as case_languages
from models.store.embedded import case_path as case_path
from models.store.embedded import embedded_case_ids as embedded_case_ids
from models.store.embedded import load_embedded as load_embedded
from models.store.embedded import worked_case_ids as worked_case_ids
from models.store.files import read_text, refusal
from models.store.kinds import Kind, expected
from models.store.migrations import CASE_STEPS, migrated_case
from models.store.shape import shape_problems

NEWEST = 1 + len(CASE_STEPS)
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


class ReadCase(Answer, kw_only=False):
    """A usable case with what is wrong or odd about its file all the same."""

    case: Case
    problems: tuple[Problem, ...]
    document: Document


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
        case = from_text(Case, json.dumps(migrated_case(document.data)))
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
            key=len(defect.place) > 1 and defect.place[-2] in ("set", "sets", "expect"),
        )
