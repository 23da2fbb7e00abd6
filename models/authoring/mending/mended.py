"""A case's file that cannot be edited as it is, mended where that changes neither what it means nor what it says.

A sign that only looks like a space is made one, `{not: a}` becomes `not a`, one entry where a list belongs a list, and
what stands without brackets gets them: nothing but signs of YAML is added. Any other shape is mended by hand first.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from models.authoring.document import CaseText, opened
from models.authoring.pieces import SECTIONS
from models.authoring.reading import lines_of
from models.schema.premises import Role
from models.schema.problem import Problem, Refused
from models.schema.value import Answer
from models.store.slips import LISTS_OF_IDS, SPACES, TEXTS_WITHOUT_BRACKETS
from models.store.unbracketed import (
    IN_ONE,
    SEVERAL,
    UNDER_OF,
    WITHOUT_BRACKETS,
    has_only,
    may_be_unbracketed,
    with_lists,
)
from models.store.yaml_text import composed, read_yaml

_ROLES = tuple(role.value for role in Role)
_NAMES = re.compile(r"(?:not )?[\w-]+(?:\s*,\s*(?:not )?[\w-]+)+")


SCHEMAS = (1, 2)
LISTS = (
    *("paragraphs", "argued-by", "challenge", "signposts", "shaping", "hedging"),
    *("one-of", "at-most-one", "aside", *(role.value for role in Role)),
)
_MAPPINGS = ("set", "expect", "sets")


_NUMBER = re.compile(r"(\S+) of ")
Change = tuple[int, int, str]
"""From where to where, and what stands there instead."""


class Mended(Answer):
    """What a file came to: the lines that were changed, and the part of the case that the first of them is in."""

    document: CaseText
    lines: tuple[int, ...]
    section: str
    place: int


def mended(file: str, text: str) -> Mended | None:
    """The case in a file's text, mended so that it can be edited; None where that is for its author to do."""
    spaced = _with_spaces(file, text)
    try:
        document = opened(file, spaced)
    except Refused:
        return None
    for section in SECTIONS:
        items = [replace(one, text=bracketed(one.text)) for one in document.items(section)]
        if items != list(document.items(section)):
            document = document.with_items(section, items)
        if any(_is_unbracketed(one.text) for one in items):
            return None  # one text or several: its author knows
        for place, item in enumerate(document.items(section)):
            for key, value in _changes(item.data):
                document = document.with_value(section, place, key, value)
    lines = tuple(_changed(text, document.text))
    if not lines or is_odd(document):
        return None
    part = max(
        ((line, key, place) for line, key, place in lines_of(document) if line <= lines[0]),
        default=(0, "", -1),
    )
    return Mended(document=document, lines=lines, section=part[1], place=part[2])


def as_it_was(file: str, text: str) -> CaseText:
    """What a file said; one that was mended since cannot be taken apart."""
    try:
        return opened(file, text)
    except Refused:
        return CaseText((), text)


def odd_spaces(file: str, text: str) -> tuple[Problem, ...]:
    """Where a sign that only looks like a space keeps a file from being read as it is meant."""
    if not any(sign in text for sign in SPACES):
        return ()
    try:
        found = read_yaml(file, text)[1]
    except Refused as refused:
        found = list(refused.problems)
    return tuple(one for one in found if text[_index(text, one) : _index(text, one) + 1] in tuple(SPACES))


def _with_spaces(file: str, text: str) -> str:
    """The text with an ordinary space wherever another sign in the place of one makes it unreadable."""
    for _ in range(text.count("\n") + 1):
        found = odd_spaces(file, text)
        if not found:
            break
        for one in found:
            at = _index(text, one)
            text = f"{text[:at]} {text[at + 1 :]}"
    return text


def _index(text: str, problem: Problem) -> int:
    starts = text.split("\n")[: (problem.line or 1) - 1]
    return sum(len(part) + 1 for part in starts) + (problem.column or 1) - 1


def _changes(data: Any) -> Iterator[tuple[str, Any]]:
    """The keys of an item that are written oddly, with what they say as edits know it."""
    for key, value in data.items() if isinstance(data, Mapping) else ():
        if key not in LISTS or value is None:
            continue
        listed = value if isinstance(value, list) else _parted(key, value)
        listed = [_denied(one) for one in listed] if key in _ROLES else listed
        if listed != value:
            yield key, listed


def _parted(key: str, value: Any) -> list[Any]:
    """One entry, or the names that nothing but commas part."""
    if key in LISTS_OF_IDS and isinstance(value, str) and _NAMES.fullmatch(value):
        return [name.strip() for name in value.split(",")]
    return [value]


def _denied(form: Any) -> Any:
    """A premise; `{not: a}` as the words `not a`."""
    name = form.get("not") if isinstance(form, Mapping) and len(form) == 1 else None
    return f"not {name}" if isinstance(name, str) else form


def _changed(before: str, after: str) -> Iterator[int]:
    """The lines of a text that are others now."""
    matcher = SequenceMatcher(a=before.splitlines(), b=after.splitlines(), autojunk=False)
    for kind, _, _, start, end in matcher.get_opcodes():
        if kind != "equal":
            yield from range(start + 1, end + 1)


def is_odd(document: CaseText) -> bool:
    """Whether some part of a case is of another kind than all that could be said there."""
    head = document.data
    return (
        head.get("schema") not in SCHEMAS
        or not isinstance(head.get("source", {}), Mapping)
        or not isinstance(head.get("short-walk", []), list)
        or any(
            _is_odd(item.data) or _is_unbracketed(item.text)
            for section in SECTIONS
            for item in document.items(section)
        )
    )


def _is_unbracketed(text: str) -> bool:
    """Whether a list has no brackets: an edit of it would leave behind what stands after its first comma."""
    if not may_be_unbracketed(text):
        return False
    told = (getattr(one.what, "pattern", "") for one in read_yaml("", text)[1])
    return any(one in (IN_ONE, SEVERAL, TEXTS_WITHOUT_BRACKETS, UNDER_OF, WITHOUT_BRACKETS) for one in told)


def _is_odd(data: Any) -> bool:
    return (
        not isinstance(data, Mapping)
        or any(not isinstance(data.get(key, []), list) for key in LISTS)
        or any(not isinstance(data.get(key, {}), Mapping) for key in _MAPPINGS)
        or any(_is_odd_premise(form) for role in Role for form in data.get(role.value, ()))
    )


def _is_odd_premise(form: Any) -> bool:
    if isinstance(form, str):
        return False
    parts = form.get("any", form.get("of")) if isinstance(form, Mapping) else None
    return not isinstance(parts, list) or not all(isinstance(part, str) for part in parts)


def bracketed(text: str) -> str:
    """The text of a piece of the case with brackets around its lists of names, and each choice in one entry."""
    node = composed("", text) if may_be_unbracketed(text) else None
    if node is None:
        return text
    for start, end, instead in sorted(_bracketed(node, text), reverse=True):
        text = f"{text[:start]}{instead}{text[end:]}"
    return text


def _bracketed(node: Node, text: str) -> Iterator[Change]:
    if isinstance(node, SequenceNode):
        for first, second in pairwise(node.value):
            if has_only(first, "at-least") and has_only(second, "of"):
                yield from _in_one(first, second, text)
        for inner in node.value:
            yield from _bracketed(inner, text)
    if not isinstance(node, MappingNode):
        return
    there = [id(value) for _, value in node.value]
    for key, value in with_lists(node, text)[0]:
        if id(value) in there:
            yield from _bracketed(value, text)
        elif isinstance(value, SequenceNode):
            yield _opened(value.start_mark.index, text, "of: [" if key.value == "of" else "[")
            yield value.end_mark.index, value.end_mark.index, "]"


def _opened(start: int, text: str, bracket: str) -> Change:
    """What opens a list; a number that stands before its first entry is parted from it."""
    number = _NUMBER.match(text, start) if bracket != "[" else None
    return (start, number.end(), f"{number[1]}, {bracket}") if number else (start, start, bracket)


def _in_one(first: Node, second: Node, text: str) -> Iterator[Change]:
    """A number and what it is of, from two entries of a list into one."""
    start, end = first.value[0][1].end_mark.index, second.start_mark.index
    dash = text.find("-", start, end)
    if dash >= 0:
        yield dash, dash + 1, " "
    elif text[first.start_mark.index] == "{":
        yield start, end + 1, ", "
    else:
        yield first.start_mark.index, first.start_mark.index, "{"
        yield second.end_mark.index, second.end_mark.index, "}"
