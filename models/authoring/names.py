"""Ids and codes: an id is made once from a label and never changes, codes follow the order of the list."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from models.authoring.document import CaseText

LETTERS = {"assumptions": "A", "findings": "F", "recommendations": "R", "background": "K"}
ADDED = "X"
LONGEST = 40
_CODE = re.compile(r"([A-Z]{1,3})([0-9]{1,3})")


def id_from(label: str, taken: Collection[str], otherwise: str = "item") -> str:
    """Lower-case words with dashes, made of a label, that nothing else is called."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain) or [otherwise]
    name: str = words[0][:LONGEST]
    for word in words[1:]:
        if len(name) + 1 + len(word) > LONGEST:
            break
        name += f"-{word}"
    if name not in taken and name != "not":
        return name
    return next(made for number in range(2, len(taken) + 4) if (made := f"{name}-{number}") not in taken)


def ids_of(document: CaseText) -> set[str]:
    """All ids of statements, arguments and the rest."""
    data = document.data
    lists = (data[key] for key in data if isinstance(data[key], list))
    return {str(item.get("id", "")) for items in lists for item in items if isinstance(item, Mapping)}


def code_for(document: CaseText, section: str, *, added: bool = False) -> str:
    """The next free code of a list."""
    letter = ADDED if added else LETTERS[section]
    numbers = [
        int(found[2])
        for code in _codes(document, section)
        if (found := _CODE.fullmatch(code)) and found[1] == letter
    ]
    return f"{letter}{max(numbers, default=0) + 1}"


def renumbered(before: CaseText, after: CaseText, section: str) -> CaseText:
    """The codes of a list in order again, if they were in order before; codes chosen by hand are left alone.

    The case's tests name statements by code, and follow.
    """
    if section not in LETTERS:
        return after
    key = "id" if section == "background" else "code"
    renamed: dict[str, str] = {}
    for letter in dict.fromkeys(_letters(_codes(before, section))):
        if not _in_order(_codes(before, section), letter):
            continue
        number = 0
        for place, item in enumerate(after.items(section)):
            code = str(item.data.get(key, ""))
            if _letters([code]) == [letter]:
                number += 1
                if code != f"{letter}{number}":
                    renamed[code] = f"{letter}{number}"
                    after = after.with_value(section, place, key, f"{letter}{number}")
    return _followed(after, renamed) if renamed and section != "background" else after


def _followed(document: CaseText, renamed: Mapping[str, str]) -> CaseText:
    for place in range(len(document.items("tests"))):
        for key in ("set", "expect"):
            document = document.with_keys_renamed("tests", place, key, renamed)
    return document


def _codes(document: CaseText, section: str) -> list[str]:
    key = "id" if section == "background" else "code"
    return [str(item.data.get(key, "")) for item in document.items(section) if isinstance(item.data, Mapping)]


def _letters(codes: Iterable[str]) -> list[str]:
    return [found[1] for code in codes if (found := _CODE.fullmatch(code))]


def _in_order(codes: Iterable[str], letter: str) -> bool:
    numbers = [int(found[2]) for code in codes if (found := _CODE.fullmatch(code)) and found[1] == letter]
    return numbers == list(range(1, len(numbers) + 1))


def premise_id(text: Any) -> str:
    """The statement that a premise speaks of."""
    return str(text).removeprefix("not ")
