"""Ids that a person would give: what was made of a passage is named anew by its short name, before it is first saved.

Until then nothing else speaks of it; from then on its id never changes.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from models.authoring.belonging import STATEMENTS
from models.authoring.document import CaseText
from models.authoring.names import id_from, ids_of
from models.authoring.passages import Passages
from models.authoring.pieces import SECTIONS

_FRESH = re.compile(r"new-(assumption|finding|recommendation)")
_NUMBER = re.compile(r"-\d+$")
_NAMING = frozenset(
    {"if", "need", "means", "standing", "then", "opposes", "argued-by", "one-of", "at-most-one"}
    | {"unless-followed", "sets", "set", "expect", "aside"}
)
"""The keys under which a case names statements and arguments."""


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
