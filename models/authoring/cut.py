"""Texts that YAML takes otherwise than their author: cut at a comma, or by what it takes for a comment.

Such a text looks whole in a form, so the editor tells of it. Only where a look at the letters leaves a doubt is the
text taken apart again, and each item once.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from models.authoring import spans
from models.authoring.document import CaseText
from models.authoring.reading import MOST_ITEMS, Remark
from models.schema.problem import Problem, Refused, phrase
from models.store.yaml_text import read_yaml

_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'")
_IN_BRACKETS = re.compile(r"\[[^\[\]{}]*\]")
_WITHOUT_COLON = re.compile(r",[^,:{}]*[,}]")
_LISTS = ("challenge:", "signposts:", "shaping:", "hedging:")


def cuts(document: CaseText) -> Iterator[Remark]:
    """What may have been cut, and where."""
    for entry in document.entries:
        for place, item in enumerate(entry.items):
            yield from (Remark(problem, entry.key, place) for problem in _told(item.text))
        if not entry.items:
            yield from (Remark(problem) for problem in _told(entry.head, entry.key))


def wholes(text: str, within: str | None = None) -> dict[str, str]:
    """The texts of a piece of the case that a comma cut, each whole under its key."""
    try:
        return spans.cut_texts(text, within) if _is_doubtful(text) else {}
    except (Refused, LookupError):
        return {}


def put_whole(document: CaseText, section: str, place: int) -> CaseText:
    """The cut texts of an item put whole; where no section is named, those of what the case says of itself."""
    if section:
        for key, text in wholes(document.items(section)[place].text).items():
            document = document.with_value(section, place, key, text)
        return document
    for entry in document.entries:
        for key, text in wholes(entry.head, entry.key).items() if not entry.items else ():
            document = document.with_head(entry.key, text, key)
    return document


@lru_cache(maxsize=MOST_ITEMS)
def _told(text: str, within: str | None = None) -> tuple[Problem, ...]:
    if not _is_doubtful(text):
        return ()
    try:
        told = read_yaml("", text)[1]
        whole = bool(wholes(text, within))
        remedy = phrase("Press Return here to keep the whole text, or go on writing it in its field.")
        return tuple(replace(one, remedy=remedy) if whole and _of_comma(one) else one for one in told)
    except Refused:
        return ()  # it is told of the whole


def _of_comma(problem: Problem) -> bool:
    """Whether it is told of what a comma cut."""
    found = getattr(problem.what, "pattern", "")
    return "ends at the comma" in found or "has no value" in found


def _is_doubtful(text: str) -> bool:
    """Whether something may be cut: a comment behind a text, an entry in braces without a colon, texts in brackets."""
    if " #" in text or "\t#" in text:
        return True
    if "[" in text and any(name in text for name in _LISTS):
        return True
    if "{" not in text or not _WITHOUT_COLON.search(text):
        return False
    return _WITHOUT_COLON.search(_IN_BRACKETS.sub("", _QUOTED.sub("", text))) is not None
