"""What goes with a statement that is taken out: an argument must not grow stronger because a premise vanished.

Arguments that conclude it or rest on it go; in a choice the other premises stay.
"""

from collections.abc import Mapping
from typing import Any

from models.authoring.document import CaseText
from models.authoring.names import premise_id
from models.schema.premises import Role


def resting_on(document: CaseText, name: str) -> tuple[str, ...]:
    """The ids of the arguments that go with a statement."""
    return tuple(str(item.data.get("id")) for item in document.items("rules") if _goes(item.data, name))


def without_statement(document: CaseText, section: str, name: str) -> CaseText:
    """The document without what speaks of a statement; the statement itself is still there."""
    code = str(document.get(section, name).get("code", ""))
    for rule in resting_on(document, name):
        document = document.without_item("rules", rule)
    for item in document.items("rules"):
        for role in Role:
            document = _without_choice(document, item.data, role.value, name)
    document = _without_argued_by(document, name)
    for kind in ("links", "feedback", "coherence"):
        for item in document.items(kind):
            if _speaks_of(item.data, name):
                document = document.without_item(kind, str(item.data.get("id")))
    return _without_tests(document, name, code)


def _goes(rule: Mapping[str, Any], name: str) -> bool:
    plain = (form for role in Role for form in rule.get(role.value, ()) if isinstance(form, str))
    return (
        name in (rule.get("then"), rule.get("opposes"))
        or any(premise_id(form) == name for form in plain)
        or any(
            all(premise_id(part) == name for part in form.get("any", form.get("of", ())))
            for role in Role
            for form in rule.get(role.value, ())
            if isinstance(form, Mapping)
        )
    )


def _without_choice(document: CaseText, rule: Mapping[str, Any], role: str, name: str) -> CaseText:
    forms = rule.get(role, ())
    if not any(isinstance(form, Mapping) and _names(form, name) for form in forms):
        return document
    kept = [_rest(form, name) if isinstance(form, Mapping) else form for form in forms]
    return document.with_value("rules", str(rule.get("id")), role, kept)


def _rest(form: Mapping[str, Any], name: str) -> Any:
    key = "any" if "any" in form else "of"
    parts = [part for part in form[key] if premise_id(part) != name]
    return {**form, key: parts}


def _names(form: Mapping[str, Any], name: str) -> bool:
    return any(premise_id(part) == name for part in form.get("any", form.get("of", ())))


def _without_argued_by(document: CaseText, name: str) -> CaseText:
    for item in document.items("assumptions"):
        argued = item.data.get("argued-by") or ()
        if name in argued:
            kept = [other for other in argued if other != name]
            own = str(item.data.get("id"))
            document = document.with_value("assumptions", own, "argued-by", kept or None)
            if not kept and item.data.get("baseline") == "as-argued":
                document = document.with_value("assumptions", own, "baseline", "holds")
    walk = document.data.get("short-walk") or ()
    return (
        document.with_head("short-walk", [other for other in walk if other != name])
        if name in walk
        else document
    )


def _speaks_of(item: Mapping[str, Any], name: str) -> bool:
    lists = [part for key in ("if", "one-of", "at-most-one") for part in item.get(key, ())]
    single = [item.get("then"), item.get("unless-followed"), *item.get("sets", ())]
    return name in [premise_id(part) for part in (*lists, *single)]


def _without_tests(document: CaseText, name: str, code: str) -> CaseText:
    for place in reversed(range(len(document.items("tests")))):
        test = document.items("tests")[place].data
        given, expected = test.get("set") or {}, test.get("expect") or {}
        if {name, code} & {*given}:
            document = document.without_item("tests", place)
        elif {name, code} & {*expected}:
            kept = {key: verdict for key, verdict in expected.items() if key not in (name, code)}
            document = (
                document.with_value("tests", place, "expect", kept)
                if kept
                else document.without_item("tests", place)
            )
    return document
