"""Keys that say in another word what a case has a key for, each with what to write instead.

None of these remedies loses what stands under the key or turns its meaning.
"""

from collections.abc import Collection, Mapping
from typing import Any

from models.schema.problem import pattern, phrase
from models.schema.references import Place

CHOICES = ("any", "any-of", "or", "either")
ALL = (
    *("and", "all", "all-of", "when", "premises", "premise", "since", "given", "given-that", "provided"),
    *("provided-that", "assuming", "from", "where", "conditions", "condition"),
)
CONTRARIES = ("unless", "except", "not", "if-not")
"""Keys that no argument has, and whose entries are premises: any one of them, all, or the contrary of each."""
_ANY = pattern("A choice is a premise: write if: [{{any: [{given}]}}].")
_SOME = pattern(
    "A choice is a premise: write if: [{{at-least: 2, of: [a, b, c]}}], with the ids of statements."
)
_PLAIN = pattern("Premises stand under `if`: write if: [{given}].")
_NEGATED = pattern(
    "Write what must not be so as a premise under `if`: {negated}. If it overrules an argument, make it a rule with "
    "`opposes`."
)
_ONLY = pattern(
    "Without it the conclusion falls: write a rule with `opposes` for each of these, under `if`: {negated}."
)
_THEN = pattern("What an argument leads to stands under `then`: write then: {given}.")
_AGAINST = pattern("What an objection speaks against stands under `opposes`: write opposes: {given}.")
_KEY = pattern("This stands under `{key}`: write {key} in the place of {name}, and leave the rest as it is.")
_TWICE = pattern(
    "`{key}` is there already. Put into it what {name} says and it does not, and take {name} out."
)
_ONE_END = pattern("`{key}` is there already, and a rule concludes one statement. Make two rules of it.")
_ADDED = pattern("`if` is there already: put {given} among the premises that stand under it.")
_CONCLUDES = {_THEN: "then", _AGAINST: "opposes"}
_RULE_KEYS = {
    **dict.fromkeys(CHOICES, _ANY),
    **dict.fromkeys(("at-least", "of", "some-of"), _SOME),
    **dict.fromkeys(ALL, _PLAIN),
    **dict.fromkeys(CONTRARIES, _NEGATED),
    **dict.fromkeys(("only-if", "only-when", "requires"), _ONLY),
    **dict.fromkeys(
        ("implies", "therefore", "so", "hence", "thus", "leads-to", "supports", "concludes", "conclusion"),
        _THEN,
    ),
    **dict.fromkeys(("attacks", "against", "rebuts", "refutes", "contradicts", "defeats"), _AGAINST),
}
_KEYS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "rule": {"because": ("reason", "reasons", "why", "explanation", "warrant", "rationale")},
    "": {
        "text": ("claim", "sentence", "statement", "description", "content"),
        "label": ("name", "heading"),
        "baseline": ("stance", "default", "default-stance"),
        "paragraphs": ("para", "paras", "pages", "cites", "citation", "citations"),
        "addressee": ("audience", "to", "for"),
        "if-fails": ("when-fails", "otherwise", "else"),
    },
}
_HAVE = {
    "assumption": ("text", "label", "baseline", "paragraphs", "if-fails"),
    "finding": ("text", "label", "paragraphs"),
    "recommendation": ("text", "label", "paragraphs", "addressee"),
    "rule": ("because", "paragraphs"),
}


def synonym(name: str, owner: str, given: Any, beside: Collection[str] = ()) -> str:
    """The remedy for a key that is plainly another word for one that a part of a case has; else nothing.

    Where that one stands `beside` it, to write it a second time would only be the next mistake.
    """
    word = name.casefold().replace("_", "-")
    if owner == "rule" and word in _RULE_KEYS:
        told = _RULE_KEYS[word]
        if _CONCLUDES.get(told) in beside:
            return phrase(_ONE_END, key=_CONCLUDES[told], name=name)
        if told == _PLAIN and "if" in beside:
            told = _ADDED
        return phrase(told, given=_listed(given), negated=_listed(given, "not "))
    keys: Mapping[str, tuple[str, ...]] = {**_KEYS[""], **_KEYS.get(owner, {})}
    found = (key for key in _HAVE.get(owner, ()) if word in keys.get(key, ()))
    key = next(found, "")
    return phrase(_TWICE if key in beside else _KEY, key=key, name=name) if key else ""


def keys_beside(place: Place, data: Any) -> frozenset[str]:
    """The keys of the mapping that the last part of a place stands in."""
    for part in place[:-1]:
        try:
            data = data[part]
        except (LookupError, TypeError):
            return frozenset()
    return frozenset(map(str, data)) if isinstance(data, Mapping) else frozenset()


def listed_premises(given: Any) -> str:
    """The remedy for premises that stand under the key of a sentence."""
    return phrase(_PLAIN, given=_listed(given))


def _listed(given: Any, prefix: str = "") -> str:
    entries = [entry for entry in (given if isinstance(given, list) else [given]) if isinstance(entry, str)]
    told = (
        entry.removeprefix("not ") if prefix and entry.startswith("not ") else f"{prefix}{entry}"
        for entry in entries
    )
    return ", ".join(told) or "…"
