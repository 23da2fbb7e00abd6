"""Reads the case that is being written, however far it has come: what is wrong is told, and what is whole is shown.

What has not changed since the last keystroke is not read again: each item is checked by itself and kept.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from hashlib import sha256
from typing import Any

from models.authoring.document import CaseText
from models.authoring.pieces import SECTIONS, Item
from models.schema.besides import CaseTest, Coherence, Concession, Fact, Feedback, Model
from models.schema.case import Assumption, Case, Finding, Recommendation, Rule
from models.schema.links import Link
from models.schema.premises import dashed_key
from models.schema.problem import Phrase, Problem, Refused, Severity
from models.schema.references import Defect, Known, defects
from models.schema.references.slips import TEXT_KEYS, may_be_unseen
from models.schema.references.unfinished import Begun, left_out_of, place_with, unfinished
from models.schema.value import Value
from models.store.border import from_text
from models.store.case_tests import run_tests
from models.store.cases import ReadCase, judged, references
from models.store.documents import Document, Places, in_order
from models.store.migrations import migrated_case

_KINDS: dict[str, type[Value]] = {
    "models": Model,
    "background": Fact,
    "assumptions": Assumption,
    "links": Link,
    "findings": Finding,
    "recommendations": Recommendation,
    "rules": Rule,
    "concessions": Concession,
    "feedback": Feedback,
    "coherence": Coherence,
    "tests": CaseTest,
}
_UNARGUED = "{word} is never accepted: no rule leads to it from the assumptions."
MOST_ITEMS = 20_000
"""So many items are kept as they were read."""
_NEEDED = ("assumptions", "recommendations", "rules")


@dataclass(frozen=True)
class Remark:
    """A problem of the case, with the list and the place in it that it is about (or nothing)."""

    problem: Problem
    section: str = ""
    place: int = -1


@dataclass(frozen=True)
class Draft:
    """What a text comes to: the case if it can be evaluated, and what is wrong or odd about it.

    Where nothing is wrong but that arguments go round in `circles`, `drawn` is the case that they can be shown in.
    What is `unfinished` is left out of the case: what each of these does not say yet.
    """

    case: Case | None
    remarks: tuple[Remark, ...]
    drawn: Case | None = None
    circles: tuple[tuple[str, ...], ...] = ()
    unfinished: tuple[str, ...] = ()

    @property
    def errors(self) -> tuple[Remark, ...]:
        """What is wrong and not merely odd."""
        return tuple(remark for remark in self.remarks if remark.problem.severity is Severity.ERROR)


def case_of(document: CaseText, file: str = "") -> Draft:
    """The case that a text holds without what is unfinished in it, with everything wrong about it."""
    begun = unfinished(document.data)
    if not begun:
        return _case_of(document, file)
    whole = document
    for section, place in sorted(begun, reverse=True):
        whole = whole.without_item(section, place)
    draft = _case_of(whole, file)
    given = [one for one in draft.remarks if not _is_begun(one, document, begun)]
    told = [replace(one, place=place_with(begun, one.section, one.place)) for one in given]
    told += [
        Remark(Problem(file=file, what=left_out_of(what), remedy=remedy), *at)
        for at, (what, remedy) in begun.items()
    ]
    return replace(draft, remarks=tuple(told), unfinished=tuple(what for what, _ in begun.values()))


def _is_begun(remark: Remark, document: CaseText, begun: Begun) -> bool:
    """Whether what is missing is an argument that has been begun, of which more is told."""
    rules = [document.items("rules")[place].data for section, place in begun if section == "rules"]
    what = remark.problem.what
    if not rules or not isinstance(what, Phrase):
        return False
    if what.pattern == _UNARGUED:
        return remark.problem.item in {rule.get("then") for rule in rules}
    return what.words.get("name") == "rules" and what.words.get("owner") == "case"


def _case_of(document: CaseText, file: str) -> Draft:
    data = migrated_case(document.data)
    told = Document(file, data, lambda: _places(document))
    found = _defects(data, document.text)
    circles = tuple(defect.loop for defect in found if defect.loop)
    wrong = any(defect.fatal and not defect.loop for defect in found)
    case = None if wrong else _assembled(document, data, found)
    if case is not None and not circles:
        return Draft(case, _placed(document, in_order(references(told, found))))
    try:
        read = judged(told, [])
    except Refused as refused:
        return Draft(None, _placed(document, refused.problems), case, circles)
    return Draft(read.case, _placed(document, read.problems))


_looked_at: list[tuple[dict[str, Any], tuple[Defect, ...]]] = []
"""What was looked at last but for its words, and its defects: they are the same while words are typed."""


def _defects(data: dict[str, Any], text: str) -> tuple[Defect, ...]:
    if may_be_unseen(text):
        return defects(data)
    bare = {key: _bare(value) if key in SECTIONS else value for key, value in data.items()}
    if not _looked_at or _looked_at[0][0] != bare:
        _looked_at[:] = [(bare, defects(bare, all_seen=True, known=_found_in))]
    return _looked_at[0][1]


_without_words: dict[int, tuple[dict[str, Any], dict[str, Any]]] = {}
_found_in: Known = {}
"""Items without their words, beside those with them, and what was found in them: an item is never changed."""


def _bare(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    if len(_without_words) > MOST_ITEMS:
        _without_words.clear()
        _found_in.clear()
    return [_bare_one(item) for item in items]


def _bare_one(item: dict[str, Any]) -> dict[str, Any]:
    known = _without_words.get(id(item))
    if known is None:
        bare = {key: value for key, value in item.items() if key not in TEXT_KEYS}
        known = _without_words[id(item)] = item, bare
    return known[1]


def failed_tests(document: CaseText, case: Case) -> tuple[Remark, ...]:
    """The case's own tests that come out otherwise."""
    told = Document("", document.data, lambda: _places(document))
    return _placed(document, run_tests(ReadCase(case, (), told)))


def _assembled(document: CaseText, data: dict[str, Any], found: tuple[Defect, ...]) -> Case | None:
    """The case made of parts that were checked one by one; None where some part is not right."""
    if not all(document.items(section) for section in _NEEDED):
        return None
    if set(data) - {dashed_key(field.name) for field in fields(Case)}:
        return None
    try:
        values: dict[str, Any] = {section: _parts(document.items(section), section) for section in SECTIONS}
        head = {key: value for key, value in data.items() if key not in (*SECTIONS, "short-walk")}
        first = _head(json.dumps(head))
    except (ValueError, TypeError):
        return None
    made = object.__new__(Case)
    walk = data.get("short-walk") or ()
    vars(made).update(
        {
            **{field.name: getattr(first, field.name) for field in fields(Case)},
            **values,
            "short_walk": tuple(walk),
        }
    )
    vars(made)["defects"] = found
    vars(made)["content_hash"] = sha256(document.text.encode()).hexdigest()[:16]  # the text is the content
    return made


def _parts(items: tuple[Item, ...], section: str) -> tuple[Value, ...]:
    return tuple([_part(section, item.text, item) for item in items])


_known: dict[tuple[str, str], Value] = {}
"""Items that were read, under their list and text; a case holds some hundreds, an afternoon some thousands."""


def _part(section: str, text: str, item: Item) -> Value:
    value = _known.get((section, text))
    if value is None:
        if len(_known) > MOST_ITEMS:
            _known.clear()
        value = _known[section, text] = from_text(_KINDS[section], json.dumps(item.data))
    return value


@lru_cache(maxsize=256)
def _head(text: str) -> Case:
    """A case with what a case says about itself, and next to nothing in it; raises ValueError where that is wrong."""
    return from_text(Case, json.dumps({**json.loads(text), **_LEAST}))


_LEAST = {
    "models": [{"id": "m", "title": "m"}],
    "assumptions": [
        {
            "id": "a",
            "code": "A1",
            "model": "m",
            "text": "a",
            "paragraphs": [1],
            "kind": "stated",
            "baseline": "holds",
        }
    ],
    "recommendations": [
        {"id": "r", "code": "R1", "model": "m", "text": "r", "paragraphs": [1], "addressee": "all"}
    ],
    "rules": [{"id": "b", "if": ["a"], "then": "r", "kind": "stated", "paragraphs": [1], "because": "b"}],
}


def lines_of(document: CaseText) -> Iterator[tuple[int, str, int]]:
    """The line at which each entry and each item begins, with its list and its place there (-1 for an entry)."""
    line = 1
    for entry in document.entries:
        line += entry.before.count("\n")
        yield line, entry.key, -1
        line += entry.head.count("\n")
        for place, item in enumerate(entry.items):
            line += item.before.count("\n")
            yield line, entry.key, place
            line += item.text.count("\n")
        line += entry.tail.count("\n")


def _places(document: CaseText) -> Places:
    places = Places()
    for line, key, place in lines_of(document):
        places.values[(key,) if place < 0 else (key, place)] = (line, 1)
    places.values.setdefault((), (1, 1))
    return places


def _placed(document: CaseText, problems: tuple[Problem, ...]) -> tuple[Remark, ...]:
    starts = {line: (key, place) for line, key, place in lines_of(document)} if problems else {}
    return tuple(Remark(problem, *starts.get(problem.line or 0, ("", -1))) for problem in problems)
