"""What kind of file somebody hands over: told by what it says, never by its name."""

import json
import re
from enum import StrEnum
from pathlib import Path
from typing import Any

from models.schema.problem import Refused, phrase
from models.store.documents import Document, read_json, refuse_too_many
from models.store.files import read_text, refusal, spelled

MAX_BYTES = 20_000_000
_FORMAT = re.compile(r'"format"\s*:\s*"whatholds-(scenario|workshop|recovery)"')
_AT_ONCE = re.compile(r"\s*\{\s*" + _FORMAT.pattern)
_YAML = (".yaml", ".yml")


class Kind(StrEnum):
    """The kinds of files that there are."""

    CASE = "case"
    SCENARIO = "scenario"
    WORKSHOP = "workshop"
    RECOVERY = "recovery"

    @property
    def marker(self) -> str:
        """What such a file says under `format`; a case says nothing."""
        return "" if self is Kind.CASE else f"whatholds-{self}"


_REMEDIES = {
    Kind.CASE: phrase("Open it as a case (in the terminal: --case FILE)."),
    Kind.SCENARIO: phrase("Open it as a scenario."),
    Kind.WORKSHOP: phrase("Open it in the window (whatholds FILE), where its groups are compared."),
    Kind.RECOVERY: phrase("Start the window; it offers work that was kept."),
}


def kind_of(path: Path) -> Kind:
    """What the file is; raises Refused if it is nothing of ours.

    Only its format is read: the loader of its kind may still refuse it, and tells where it is damaged.
    """
    text = read_text(path, MAX_BYTES)
    at_once = _AT_ONCE.match(text)
    if at_once:
        return Kind(at_once[1])
    if not text.lstrip().startswith(("{", "[")):
        return Kind.CASE  # YAML, or nothing at all; its reader says which
    refuse_too_many(str(path), text)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return _kind_of_damaged(path, text)
    return _kind_in(path, data)


def expected(document: Document, kind: Kind) -> dict[str, Any]:
    """The document's data if it is a file of this kind; anything else is refused for what it is."""
    given = _kind(document.data)
    if given is kind and isinstance(document.data, dict):
        return document.data
    if given is not None:
        what = phrase("This is not a {kind} file but a {found}.", kind=kind, found=given)
        raise Refused(document.problem(("format",), what, _REMEDIES[given], key=True))
    remedy = (
        phrase("A {kind} has `format: {marker}`.", kind=kind, marker=kind.marker)
        if kind.marker
        else _on_format(document.data)
    )
    raise Refused(document.problem((), phrase("This is not a {kind} file.", kind=kind), remedy))


def _kind_of_damaged(path: Path, text: str) -> Kind:
    """What a file is that begins like JSON and is none: YAML all the same, or cut short."""
    anywhere = _FORMAT.search(text)
    if anywhere:
        return Kind(anywhere[1])
    if path.suffix.lower() not in _YAML:
        read_json(str(path), text)  # refuses, and says where
    return Kind.CASE


def _kind_in(path: Path, data: Any) -> Kind:
    kind = _kind(data)
    if kind is None:
        what = phrase("This is neither a case nor a scenario nor a workshop.")
        raise refusal(path, what, _on_format(data), 1)
    return kind


def _kind(data: Any) -> Kind | None:
    if not isinstance(data, dict):
        return None
    if "format" not in data:
        return Kind.CASE if data.keys() & {"assumptions", "rules"} else None
    return next((kind for kind in Kind if kind.marker and kind.marker == data["format"]), None)


def _on_format(data: Any) -> str:
    if isinstance(data, dict) and str(data.get("format", "")).startswith("whatholds-"):
        return phrase(
            "Its format is {data}; a newer version of WhatHolds may know it.", data=spelled(data["format"])
        )
    return phrase("Check that it is the right file.")
