"""Ids and codes: an id is made once from a label and never changes, codes follow the order of the list.

What was made of a passage is named anew by its short name, before it is first saved. In a case with models each
statement belongs to one, in a case without them none does.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from models.authoring.document import CaseText
from models.authoring.passages import Passages
from models.authoring.pieces import SECTIONS

LETTERS = {"assumptions": "A", "findings": "F", "recommendations": "R", "background": "K"}
ADDED = "X"
LONGEST = 40
_CODE = re.compile(r"([A-Z]{1,3})([0-9]{1,3})")


STATEMENTS = ("assumptions", "findings", "recommendations")


_FRESH = re.compile(r"new-(assumption|finding|recommendation)")
_NUMBER = re.compile(r"-\d+$")
_NAMING = frozenset(
    {"if", "need", "means", "standing", "then", "opposes", "argued-by", "one-of", "at-most-one"}
    | {"unless-followed", "sets", "set", "expect", "aside"}
)
"""The keys under which a case names statements and arguments."""


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


def model_for(document: CaseText, section: str) -> str | None:
    """The model of a new statement: that of the last in its list, else the first; none where the case has none."""
    models = [str(item.data.get("id")) for item in document.items("models")]
    known = [item.data.get("model") for item in document.items(section) if item.data.get("model") in models]
    return str(known[-1]) if known else models[0] if models else None


def with_model(document: CaseText, name: str) -> CaseText:
    """The first model takes in all statements; a later one begins with none."""
    return document if len(document.items("models")) > 1 else _given(document, name, None)


def without_model(document: CaseText, name: str) -> CaseText:
    """What belongs to a model that goes is given to the first of the others, or to none where it was the last."""
    left = [item.data.get("id") for item in document.items("models") if item.data.get("id") != name]
    return _given(document, str(left[0]) if left else None, name)


def _given(document: CaseText, model: str | None, belonging: str | None) -> CaseText:
    """All that belongs to one model (or to none) given to another (or to none)."""
    for section in STATEMENTS:
        for place, item in enumerate(document.items(section)):
            if item.data.get("model") == belonging:
                document = document.with_value(section, place, "model", model)
    return document


def named(document: CaseText, kept: Passages, saved: Collection[str]) -> tuple[CaseText, Passages]:
    """The case and what is kept beside it, with ids by short names for all that no file has yet."""
    taken = ids_of(document)
    names: dict[str, str] = {}
    for section in STATEMENTS:
        for item in document.items(section):
            old, label = str(item.data.get("id")), item.data.get("label")
            if label and old not in saved and _is_ours(old, kept):
                names[old] = id_from(str(label), taken - {old}, section.removesuffix("s"))
                taken = taken - {old} | {names[old]}
    for item in document.items("rules"):
        old, target = str(item.data.get("id")), str(item.data.get("then") or item.data.get("opposes"))
        start = "against" if item.data.get("opposes") else "for"
        if target in names and old not in saved and _bare(old) == _bare(id_from(f"{start} {target}", ())):
            names[old] = id_from(f"{start} {names[target]}", taken - {old}, "argument")
            taken = taken - {old} | {names[old]}
    names = {old: new for old, new in names.items() if old != new}
    passages = tuple(replace(one, id=names.get(one.id, one.id)) for one in kept.passages)
    return _renamed(document, names) if names else document, replace(kept, passages=passages)


def _is_ours(name: str, kept: Passages) -> bool:
    """Whether an id was made here: of the words of a passage, or for something new."""
    made = [id_from(passage.text, ()) for passage in kept.of(name)]
    return _bare(name) in map(_bare, made) or _FRESH.fullmatch(_bare(name)) is not None


def _bare(name: str) -> str:
    return _NUMBER.sub("", name)


def _renamed(document: CaseText, names: Mapping[str, str]) -> CaseText:
    for section in SECTIONS:
        for place, item in enumerate(document.items(section)):
            for key, value in item.data.items():
                ours = key in _NAMING or (key == "id" and section in (*STATEMENTS, "rules"))
                new = _with_names(value, names) if ours else value
                if new != value:
                    document = document.with_value(section, place, key, new)
    walk = document.data.get("short-walk") or []
    return document.with_head("short-walk", _with_names(walk, names)) if set(walk) & set(names) else document


def _with_names(value: Any, names: Mapping[str, str]) -> Any:
    """A value with the new names in it: in lists, in choices, behind a `not`, and as keys."""
    if isinstance(value, str):
        bare = value.removeprefix("not ")
        return value[: len(value) - len(bare)] + names.get(bare, bare)
    if isinstance(value, Mapping):
        return {names.get(key, key): _with_names(inner, names) for key, inner in value.items()}
    return [_with_names(inner, names) for inner in value] if isinstance(value, list) else value
