"""Arguments of a file that say plainly what was meant in another way than a case has it.

Premises by their codes or joined by words, a choice or an “unless” beside the premises, several conclusions; also names
that are another's or nobody's.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from models.authoring.document import CaseText
from models.authoring.names import STATEMENTS, code_for, id_from, ids_of, premise_id
from models.authoring.outline import codes_of
from models.schema.premises import Role
from models.schema.references.slips import in_list, joined
from models.store.synonyms import ALL, CHOICES, CONTRARIES, contraries

_ALL_OF = ("and", ",", ", and")
"""How names may be joined that are all meant."""
_JOIN = re.compile(r"\s+(or|and)\s+")


_NAMING = ("links", "feedback", "coherence")
"""Lists whose entries name statements in other ways than arguments do."""


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
