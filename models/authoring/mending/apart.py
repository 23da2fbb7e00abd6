"""Names in a case's file that are another's or nobody's: parts called alike, codes, models that are not there."""

from collections.abc import Mapping
from typing import Any

from models.authoring.belonging import STATEMENTS
from models.authoring.document import CaseText
from models.authoring.names import code_for, id_from, ids_of, premise_id
from models.authoring.outline import codes_of

_NAMING = ("links", "feedback", "coherence")
"""Lists whose entries name statements in other ways than arguments do."""


def told_apart(document: CaseText, section: str, place: int) -> CaseText:
    """A part with a name and a code of its own, and in a model of the case, if it has another's or none."""
    if not 0 <= place < len(document.items(section)):
        return document
    data = document.items(section)[place].data
    if section != "tests" and data.get("id") in _before(document, section, place):
        words = str(data.get("label") or data.get("title") or data.get("text") or data["id"])
        document = document.with_value(section, place, "id", id_from(words, ids_of(document)))
    if section in STATEMENTS and data.get("code") in _codes_before(document, section, place):
        added = data.get("kind") == "added" and section == "assumptions"
        document = document.with_value(section, place, "code", code_for(document, section, added=added))
    if section == "assumptions":
        document = _by_ids(document, section, place, ("argued-by",))
    if section in STATEMENTS:
        return _in_a_model(document, section, place)
    return _by_ids(document, section, place, tuple(data)) if section in _NAMING else document


def _before(document: CaseText, section: str, place: int) -> set[Any]:
    """The names that a part may not have: those of the parts before it, and of statements if it stands beside them."""
    lists = STATEMENTS if section in (*STATEMENTS, "rules", "links") else ()
    known = {item.data.get("id") for item in document.items(section)[:place]}
    for other in lists:
        if other == section:
            break
        known |= {item.data.get("id") for item in document.items(other)}
    return known


def _codes_before(document: CaseText, section: str, place: int) -> set[Any]:
    known = {item.data.get("code") for item in document.items(section)[:place]}
    earlier = STATEMENTS[: STATEMENTS.index(section)]
    return known | {item.data.get("code") for other in earlier for item in document.items(other)}


def _in_a_model(document: CaseText, section: str, place: int) -> CaseText:
    """With the one model that the case has, or without any where it has none; among several its author chooses."""
    models = [item.data.get("id") for item in document.items("models")]
    named = document.items(section)[place].data.get("model")
    if len(models) > 1 or named in models:
        return document
    return document.with_value(section, place, "model", models[0] if models else None)


def _by_ids(document: CaseText, section: str, place: int, keys: tuple[str, ...]) -> CaseText:
    """With statements by their ids that are named by their codes, in lists, alone and as keys."""
    ids = {code: name for name, code in codes_of(document).items() if code != name}
    for key, value in document.items(section)[place].data.items():
        if key not in keys:
            continue
        if isinstance(value, list):
            document = document.with_value(section, place, key, [_with_id(one, ids) for one in value])
        elif key in ("then", "unless-followed"):
            document = document.with_value(section, place, key, _with_id(value, ids))
        elif key == "sets" and isinstance(value, dict):
            document = document.with_keys_renamed(section, place, key, ids)
    return document


def _with_id(text: Any, ids: Mapping[str, str]) -> Any:
    name = premise_id(text)
    return f"{'not ' if name != text else ''}{ids[name]}" if isinstance(text, str) and name in ids else text
