"""The step of an argument in a sentence made of names, in the language of its case, until its author says it better."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from models.authoring import names
from models.authoring.document import CaseText
from models.authoring.names import STATEMENTS
from models.authoring.pieces import parts_of
from models.schema.premises import Role
from resources import ROOT

LANGUAGES = ROOT / "languages"
_OTHERWISE = "en"


def words_for(document: CaseText) -> Mapping[str, str]:
    """The words for steps in the language of a case; English where there are none."""
    code = str(document.data.get("language") or "").partition("-")[0].lower()
    return _words(code if code in _known() else _OTHERWISE)


def step_in_words(document: CaseText, premises: Iterable[tuple[str, Any]], target: str, opposes: bool) -> str:
    """The step from premises, each with its role, to a statement or against it."""
    return _said(words_for(document), document, [form for _, form in premises], target, opposes)


def own_words(document: CaseText, rule: Mapping[str, Any]) -> str:
    """The sentence that we make of an argument."""
    return _said(words_for(document), document, *_of(rule))


def is_ours(document: CaseText, rule: Mapping[str, Any]) -> bool:
    """Whether the sentence of an argument was made here, in any language, and not by its author."""
    said = rule.get("because")
    return any(said == _said(_words(code), document, *_of(rule)) for code in _known())


def worded_anew(before: CaseText, after: CaseText, concerns: Callable[[Mapping[str, Any]], bool]) -> CaseText:
    """The sentences that we made of arguments follow what has changed; those of an author stay."""
    for item in before.items("rules"):
        if concerns(item.data) and is_ours(before, item.data):
            after = after.with_value("rules", item.data["id"], "because", own_words(after, item.data))
    return after


def _of(rule: Mapping[str, Any]) -> tuple[list[Any], str, bool]:
    forms = [form for role in Role for form in rule.get(role.value) or ()]
    return forms, str(rule.get("then") or rule.get("opposes") or ""), bool(rule.get("opposes"))


def _said(words: Mapping[str, str], document: CaseText, forms: list[Any], target: str, opposes: bool) -> str:
    labels = {
        item.data.get("id"): title_of(item.data) for section in STATEMENTS for item in document.items(section)
    }

    def named(text: str) -> str:
        name = names.premise_id(text)
        return words["denied" if text.startswith("not ") else "name"].format(name=labels.get(name, name))

    mixed = len(forms) > 1 and any(len(parts_of(form)) > 1 for form in forms)
    told = [_in_words(words, form, [named(part) for part in parts_of(form)], mixed) for form in forms]
    premises = words["and-mixed" if mixed else "and"].join(told) or "…"
    return words["objection" if opposes else "argument"].format(premises=premises, then=named(target))


def _in_words(words: Mapping[str, str], form: Any, parts: list[str], mixed: bool) -> str:
    least = form.get("at-least") if isinstance(form, Mapping) else None
    if least is not None:
        listed = words["listed"].join(parts[:-1])
        return words["least"].format(least=least, parts=words["listed-last"].join((listed, parts[-1])))
    either = words["or"].join(parts)
    return words["or-mixed"].format(parts=either) if mixed and len(parts) > 1 else either


def title_of(data: Mapping[str, Any]) -> str:
    """What a statement is called."""
    return str(data.get("label") or data.get("text") or data.get("id"))


@cache
def _known() -> tuple[str, ...]:
    return tuple(sorted(file.parent.name for file in LANGUAGES.glob("*/steps.toml")))


@cache
def _words(language: str) -> Mapping[str, str]:
    return tomllib.loads((LANGUAGES / language / "steps.toml").read_text(encoding="utf-8"))
