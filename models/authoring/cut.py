"""Texts that YAML takes otherwise than their author: cut at a comma, or by what it takes for a comment.

Such a text looks whole in a form, so the editor tells of it. Only where a look at the letters leaves a doubt is the
text taken apart again, and each item once.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from models.authoring.document import CaseText
from models.authoring.reading import MOST_ITEMS, Remark
from models.schema.problem import Problem, Refused
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
            yield from (Remark(problem) for problem in _told(entry.head))


@lru_cache(maxsize=MOST_ITEMS)
def _told(text: str) -> tuple[Problem, ...]:
    if not _is_doubtful(text):
        return ()
    try:
        return tuple(read_yaml("", text)[1])
    except Refused:
        return ()  # it is told of the whole


def _is_doubtful(text: str) -> bool:
    """Whether something may be cut: a comment behind a text, an entry in braces without a colon, texts in brackets."""
    if " #" in text or "\t#" in text:
        return True
    if "[" in text and any(name in text for name in _LISTS):
        return True
    if "{" not in text or not _WITHOUT_COLON.search(text):
        return False
    return _WITHOUT_COLON.search(_IN_BRACKETS.sub("", _QUOTED.sub("", text))) is not None
