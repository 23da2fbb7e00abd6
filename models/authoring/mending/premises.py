"""Arguments of a file that say plainly what was meant in another way than a case has it.

Premises by their codes or joined by words, a choice or an “unless” beside the premises, several conclusions.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from models.authoring.belonging import STATEMENTS
from models.authoring.document import CaseText
from models.authoring.names import id_from, ids_of, premise_id
from models.schema.premises import Role
from models.schema.references.slips import in_list, joined
from models.store.synonyms import ALL, CHOICES, CONTRARIES, contraries

_ALL_OF = ("and", ",", ", and")
"""How names may be joined that are all meant."""
_JOIN = re.compile(r"\s+(or|and)\s+")


def put_right(document: CaseText, section: str, place: int) -> CaseText:
    """An argument with its premises by their ids, where they stand in a case; what is in doubt stays."""
    if section != "rules" or not 0 <= place < len(document.items(section)):
        return document
    ids = _ids(document)
    rule, after = document.items(section)[place].data, document
    for role in Role:
        forms = rule.get(role.value) or ()
        if _is_in_doubt(forms, ids):
            right = [_by_id(form, ids) or form for form in forms]
        else:
            right = [part for form in forms for part in _meant(form, ids)]
        if right != list(forms):
            after = after.with_value(section, place, role.value, right)
    for key in (*CHOICES, *ALL, *CONTRARIES):
        if found := _beside(key, rule.get(key), ids):
            premises = [*(after.items(section)[place].data.get("if") or ()), *found]
            after = after.with_value(section, place, "if", premises).with_value(section, place, key, None)
    return _with_one_conclusion(after, place, ids)


def is_in_doubt(document: CaseText, place: int) -> bool:
    """Whether commas and an “or” let the premises of an argument be read in two ways: its author chooses."""
    rule, ids = document.items("rules")[place].data, _ids(document)
    return any(_is_in_doubt(rule.get(role.value) or (), ids) for role in Role)


def _is_in_doubt(forms: Sequence[Any], ids: Mapping[str, str]) -> bool:
    return in_list("", forms, ids, dict.fromkeys(ids.values())) != ""


def _ids(document: CaseText) -> dict[str, str]:
    """The ids of all statements, under their codes and themselves."""
    return {
        str(item.data.get(key)): str(item.data.get("id"))
        for key in ("code", "id")
        for kind in STATEMENTS
        for item in document.items(kind)
    }


def conclusions_of(rule: Mapping[str, Any]) -> tuple[str, list[str]]:
    """Whether an argument speaks for or against what it concludes, and all of that."""
    key = "opposes" if rule.get("opposes") else "then"
    found = rule.get(key)
    if isinstance(found, str):
        how, names = joined(found, {})
        return key, names if how in _ALL_OF else [found]
    return key, [str(one) for one in found] if isinstance(found, list) else [str(found)]


def _with_one_conclusion(document: CaseText, place: int, ids: Mapping[str, str]) -> CaseText:
    """An argument for each of several conclusions, with the same premises."""
    rule = document.items("rules")[place].data
    key, several = conclusions_of(rule)
    if not rule.get(key) or not several or not all(name in ids for name in several):
        return document
    after = document.with_value("rules", place, key, ids[several[0]])
    for number, name in enumerate(several[1:], start=1):
        called = id_from(f"{rule.get('id', '')} {ids[name]}", ids_of(after), "argument")
        after = after.with_item("rules", {**rule, "id": called, key: ids[name]}, place + number)
    return after


def _beside(key: str, given: Any, ids: Mapping[str, str]) -> list[Any]:
    """The premises that stand under a key of their own, as a case has them; none where one is in doubt."""
    entries = given if isinstance(given, list) else [given]
    if key in CONTRARIES:
        against = [_with_ids(form, ids) for form in contraries(given)]
        return against if all(against) else []
    if isinstance(given, str) and joined(given, ids)[0] == ",":
        entries = joined(given, ids)[1]
    named = [_by_id(entry, ids) if isinstance(entry, str) else "" for entry in entries]
    if not all(named):
        return []
    return [{"any": named}] if key in CHOICES and len(named) > 1 else named


def _meant(text: Any, ids: Mapping[str, str]) -> list[Any]:
    if not isinstance(text, str):
        return [_choice(text, ids)]
    how, words = joined(text, ids)
    named = [_by_id(word, ids) for word in words]
    if how not in ("", "or", *_ALL_OF) or not all(named):
        return [text]
    return [{"any": named}] if how == "or" else named


def _choice(form: Any, ids: Mapping[str, str]) -> Any:
    """A choice with its statements by their ids, and each in an entry of its own where any one of them is enough."""
    if not isinstance(form, Mapping) or {*form} not in ({"any"}, {"at-least", "of"}):
        return form
    key = "any" if "any" in form else "of"
    named: list[str] = []
    for entry in form[key] if isinstance(form[key], list) else ():
        words = _JOIN.split(entry) if isinstance(entry, str) else [""]
        if {*words[1::2]} - ({"or"} if key == "any" else set()):
            return form
        named += [_by_id(word, ids) for word in words[::2]]
    return {**form, key: named} if named and all(named) else form


def _with_ids(form: Any, ids: Mapping[str, str]) -> Any:
    """A premise with its statements by their ids; nothing where one of them is not there."""
    if isinstance(form, str):
        return _by_id(form, ids)
    named = {
        key: [_by_id(one, ids) for one in value] if isinstance(value, list) else value
        for key, value in form.items()
    }
    return named if all(all(value) for value in named.values() if isinstance(value, list)) else None


def _by_id(text: str, ids: Mapping[str, str]) -> str:
    name = premise_id(text)
    return f"{'not ' if name != text else ''}{ids[name]}" if name in ids else ""
