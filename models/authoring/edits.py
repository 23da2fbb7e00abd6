"""Edits: what an author does to a case, each a pure step from a document to the next.

Nothing here asks whether the case is whole: while it is being written it seldom is, and `models/authoring/reading`
says what is missing.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from models.authoring import names
from models.authoring.document import CaseText
from models.authoring.names import STATEMENTS as STATEMENTS
from models.authoring.names import model_for, with_model, without_model
from models.authoring.pieces import parts_of as parts_of
from models.authoring.steps import is_ours, own_words, step_in_words, worded_anew, words_for
from models.schema.premises import Role, contrary
from models.schema.value import Answer

_TITLES = ("label", "text")
"""What a statement is called by."""
_CALLED = {"links": "link", "feedback": "loop", "coherence": "note", "concessions": "concession"}
"""The id of what has no words yet."""
Form = str | dict[str, Any]
"""A premise as a case has it: an id, `not` and an id, or a choice."""


class Edit(Answer, kw_only=False):
    """One edit: `step(document, *arguments)`. Those of one `merge` key are undone as one; `told` says what was done."""

    step: Callable[..., CaseText]
    arguments: tuple[Any, ...] = ()
    merge: str = ""
    told: str = ""

    def applied(self, document: CaseText) -> CaseText:
        """The document after it."""
        return self.step(document, *self.arguments)


def add_statement(
    document: CaseText,
    section: str,
    text: str,
    paragraphs: tuple[int, ...] = (1,),
    *,
    label: str = "",
    kind: str = "stated",
) -> CaseText:
    """A new assumption, finding or recommendation at the end of its list, whole enough to count at once."""
    words = " ".join((label or text).split())
    entry: dict[str, Any] = {
        "id": names.id_from(words, names.ids_of(document), section.removesuffix("s")),
        "code": names.code_for(document, section, added=kind == "added"),
    }
    if model := model_for(document, section):
        entry["model"] = model
    if label:
        entry["label"] = words
    entry |= {"text": _sentence(text) or words, "paragraphs": list(paragraphs)}
    if section == "assumptions":
        entry |= {"kind": kind, "baseline": "fails" if kind == "added" else "holds"}
    elif section == "recommendations":
        known = [item.data.get("addressee") for item in document.items(section) if item.data.get("addressee")]
        entry |= {"addressee": known[-1] if known else words_for(document)["addressee"], "kind": kind}
    else:
        entry["kind"] = kind
    return document.with_item(section, entry)


def _sentence(text: str) -> str:
    """Words taken from a source as a sentence of their own: with a capital, and without the stop that ends it."""
    words = " ".join(text.split()).removesuffix(".")
    return words[:1].upper() + words[1:]


def newest(document: CaseText, section: str) -> str:
    """The id of the item added last to a list."""
    items = document.items(section)
    return str(items[-1].data.get("id", "")) if items else ""


def set_field(document: CaseText, section: str, name: str | int, key: str, value: Any) -> CaseText:
    """A field of an item set; an empty one is left out."""
    after = document.with_value(section, name, key, _plain(value))
    if section not in STATEMENTS or key not in _TITLES:
        return after
    return worded_anew(document, after, partial(_speaks_of, name=str(name)))


def set_head(document: CaseText, key: str, value: Any, inner: str | None = None) -> CaseText:
    """What the case says about itself and its source."""
    after = document.with_head(key, _plain(value), inner)
    return worded_anew(document, after, bool) if key == "language" else after


def add_argument(
    document: CaseText,
    target: str,
    premises: tuple[tuple[str, Form], ...],
    because: str = "",
    paragraphs: tuple[int, ...] = (),
    *,
    opposes: bool = False,
    kind: str = "",
) -> CaseText:
    """A new argument for a statement, or an objection to it, from premises with their roles."""
    forms = {role.value: [form for key, form in premises if key == role.value] for role in Role}
    words = f"against {target}" if opposes else f"for {target}"
    name = names.id_from(words, names.ids_of(document), "argument")
    entry: dict[str, Any] = {"id": name} | {key: given for key, given in forms.items() if given}
    entry |= {"opposes" if opposes else "then": target, "kind": kind or ("added" if opposes else "stated")}
    entry |= {
        "paragraphs": list(paragraphs) or _cited(document, target),
        "because": because or step_in_words(document, premises, target, opposes),
    }
    return document.with_item("rules", entry)


def set_premises(document: CaseText, rule: str, role: str, forms: tuple[Form, ...]) -> CaseText:
    """The premises of one role of an argument; the sentence that we made of them follows, an author's own stays."""
    old = document.get("rules", rule)
    after = document.with_value("rules", rule, role, list(forms) or None)
    if not is_ours(document, old):
        return after
    return after.with_value("rules", rule, "because", own_words(after, after.get("rules", rule)))


def negate(document: CaseText, rule: str, role: str, place: int, part: int | None = None) -> CaseText:
    """A premise turned into its contrary, or one `part` of a choice."""
    forms = list(document.get("rules", rule).get(role, ()))
    form = forms[place]
    if isinstance(form, str):
        forms[place] = contrary(form)
    elif part is not None:
        key = "any" if "any" in form else "of"
        parts = list(form[key])
        parts[part] = contrary(parts[part])
        forms[place] = {**form, key: parts}
    return set_premises(document, rule, role, tuple(forms))


def chosen(parts: list[str], least: int) -> list[Form]:
    """Premises of which so many must be met, as a case has them; 0 asks for all."""
    if least <= 0 or len(parts) < 2 or least >= len(parts):
        return list(parts)
    return [{"any": parts}] if least == 1 else [{"at-least": least, "of": parts}]


def with_part(forms: tuple[Form, ...], text: str) -> tuple[Form, ...]:
    """Premises with one more: in the choice if they are one choice, else beside what is there."""
    if len(forms) == 1 and isinstance(form := forms[0], dict):
        return ({**form, "any" if "any" in form else "of": [*parts_of(form), text]},)
    return (*forms, text)


def without_part(forms: tuple[Form, ...], at: int, part: int) -> tuple[Form, ...]:
    """Premises without one; a choice keeps its others, and one that is left alone is a premise of its own."""
    form, left = forms[at], parts_of(forms[at])
    del left[part]
    rest: list[Form] = list(left)
    if isinstance(form, dict) and len(left) > 1:
        least = {"at-least": min(form["at-least"], len(left))} if "at-least" in form else {}
        rest = [{**form, **least, "any" if "any" in form else "of": left}]
    return (*forms[:at], *rest, *forms[at + 1 :])


def move(document: CaseText, section: str, name: str | int, to: int) -> CaseText:
    """An item at another place of its list; codes follow the order where they did."""
    to = max(0, min(to, len(document.items(section)) - 1))
    return names.renumbered(document, document.moved(section, name, to), section)


def remove(document: CaseText, section: str, name: str | int) -> CaseText:
    """An item taken out, and with a statement all that cannot be said without it (`models/authoring/removal`)."""
    from models.authoring.removal import without_statement

    after = document
    if section in STATEMENTS and isinstance(name, str):
        after = without_statement(document, section, name)
    elif section == "models":
        after = without_model(document, str(document.get(section, name).get("id")))
    return names.renumbered(document, after.without_item(section, name), section)


def add_item(document: CaseText, section: str, data: Mapping[str, Any]) -> CaseText:
    """A background fact, link, loop, note, concession or model, with an id of its own where it has none."""
    if section in ("tests",) or data.get("id"):
        return document.with_item(section, _plain(data))
    if section == "background":
        return document.with_item(section, {"id": names.code_for(document, section), **(_plain(data) or {})})
    label = str(data.get("label") or data.get("title") or data.get("text") or data.get("because") or "")
    name = names.id_from(label, names.ids_of(document), _CALLED.get(section, "item"))
    after = document.with_item(section, {"id": name, **(_plain(data) or {})})
    return with_model(after, name) if section == "models" else after


def keep_as_test(
    document: CaseText, stances: Mapping[str, str], expected: Mapping[str, str], added: bool = False
) -> CaseText:
    """What follows from some stances as a test of the case, by codes; `added` counts objections."""
    codes = {
        item.data.get("id"): item.data.get("code")
        for section in STATEMENTS
        for item in document.items(section)
    }
    test: dict[str, Any] = {"set": {codes[name]: stance for name, stance in stances.items()}}
    if added:
        test["added"] = True
    test["expect"] = {codes[name]: verdict for name, verdict in expected.items()}
    return document.with_item("tests", test)


def _speaks_of(rule: Mapping[str, Any], name: str) -> bool:
    parts = (part for role in Role for form in rule.get(role.value) or () for part in parts_of(form))
    return name in {rule.get("then"), rule.get("opposes"), *map(names.premise_id, parts)}


def _cited(document: CaseText, target: str) -> list[int]:
    try:
        return list(document.get(document.section_of(target), target).get("paragraphs", ())) or [1]
    except LookupError:
        return [1]


def _plain(value: Any) -> Any:
    """A value without what is empty, lists for tuples."""
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items() if inner not in ("", None, (), [])} or None
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value if inner not in ("", None)] or None
    if isinstance(value, str):
        return " ".join(value.split()) or None
    return value
