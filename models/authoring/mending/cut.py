"""Texts that YAML takes otherwise than their author: cut at a comma or a colon, or by what it takes for a comment.

Such a text looks whole in a form, so the editor tells of it. Only where a look at the letters leaves a doubt is the
text taken apart again, and each item once.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from models.authoring.document import CaseText
from models.authoring.yaml import spans
from models.schema.grades import Speaks
from models.schema.problem import Refused
from models.store.slips import LISTS_OF_TEXTS

_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'")
_IN_BRACKETS = re.compile(r"\[[^\[\]{}]*\]")
_WITHOUT_COLON = re.compile(r",[^,:{}]*[,}]")
_COLON = re.compile(r"^ *- +(?!id:|text:|speaks:|['\"{\[])[^\n:]*: ", re.MULTILINE)
_LISTS = tuple(f"{key}:" for key in LISTS_OF_TEXTS)


def wholes(text: str, within: str | None = None) -> dict[str, str]:
    """The texts of a piece of the case that a comma cut, each whole under its key."""
    try:
        return spans.cut_texts(text, within) if is_doubtful(text) else {}
    except (Refused, LookupError):
        return {}


def notes(text: str, within: str | None = None) -> dict[str, str]:
    """What YAML takes for a comment behind the texts of a piece of the case, each under its key."""
    try:
        return spans.commented(text, within) if "#" in text else {}
    except (Refused, LookupError):
        return {}


def put_whole(document: CaseText, section: str, place: int) -> CaseText:
    """The cut texts of an item put whole; where no section is named, those of what the case says of itself."""
    if section:
        text = document.items(section)[place].text
        for key, whole in wholes(text).items():
            document = document.with_value(section, place, key, whole)
        return (
            document if wholes(text) else _with_notes(_with_lines(document, section, place), section, place)
        )
    for entry in document.entries:
        for key, whole in wholes(entry.head, entry.key).items() if not entry.items else ():
            document = document.with_head(entry.key, whole, key)
    return document


def _with_lines(document: CaseText, section: str, place: int) -> CaseText:
    """Entries of lists that a colon cut, each as the text that it was."""
    for key in LISTS_OF_TEXTS:
        given = document.items(section)[place].data.get(key)
        entries = given if isinstance(given, list) else []
        if any(_is_cut(one) for one in entries):
            lines = [_whole(key, one) if _is_cut(one) else one for one in entries]
            document = document.with_value(section, place, key, lines)
    return document


def _is_cut(entry: object) -> bool:
    return isinstance(entry, Mapping) and len(entry) == 1 and "text" not in entry


def _whole(key: str, entry: Mapping[str, Any]) -> Any:
    """A cut entry as it was meant: what a signpost speaks for is no part of its text."""
    ((first, rest),) = entry.items()
    if key == "signposts" and first in list(Speaks) and isinstance(rest, str):
        return {"text": rest, "speaks": first}
    return as_line(entry)


def as_line(entry: object) -> str:
    """An entry of a list of texts as it was meant, whether nothing stands there or a colon made a mapping of it."""
    if isinstance(entry, Mapping):
        return ", ".join(f"{key}: {value}" for key, value in entry.items())
    return "" if entry is None else str(entry)


def _with_notes(document: CaseText, section: str, place: int) -> CaseText:
    """What stands behind the texts of an item taken to belong to them."""
    for key, note in notes(document.items(section)[place].text).items():
        items = list(document.items(section))
        whole = f"{items[place].data[key] or ''} {note}".lstrip()
        items[place] = replace(items[place], text=spans.without_comment(items[place].text, key))
        document = document.with_items(section, items).with_value(section, place, key, whole)
    return document


def is_doubtful(text: str) -> bool:
    """Whether something may be cut: a comment behind a text, an entry in braces without a colon, texts in brackets."""
    if " #" in text or "\t#" in text or (_COLON.search(text) and any(name in text for name in _LISTS)):
        return True
    if "[" in text and any(name in text for name in _LISTS):
        return True
    if "{" not in text or not _WITHOUT_COLON.search(text):
        return False
    return _WITHOUT_COLON.search(_IN_BRACKETS.sub("", _QUOTED.sub("", text))) is not None
