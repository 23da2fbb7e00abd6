"""Keys that say in another word what a case has a key for, each with what to write instead.

None of these remedies loses what stands under the key or turns its meaning.
"""

import re
from collections.abc import Collection, Mapping
from typing import Any

from models.schema.premises import contrary
from models.schema.problem import pattern, phrase
from models.schema.references import Place

_JOIN = re.compile(r"(\s+(?:or|and)\s+|\s*,\s*)")
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
_UNCLEAR = pattern(
    "Make a finding of what must not be so, with an argument of its own, and write `not` and its id as a premise under "
    "`if`. If it overrules an argument, make it a rule with `opposes`."
)
_ONLY_UNCLEAR = pattern(
    "Without it the conclusion falls: make a finding of it, with an argument of its own, and write a rule with "
    "`opposes` that has `not` and its id under `if`."
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
_SOME_ADDED = pattern(
    "A choice is a premise: put {{at-least: 2, of: [a, b, c]}}, with the ids of statements, among the premises that "
    "stand under `if`."
)
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
        return _of_premises(told, given, beside)
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


def _of_premises(told: str, given: Any, beside: Collection[str]) -> str:
    listed = _listed(given)
    if "if" in beside and told in (_PLAIN, _ANY, _SOME):
        listed = f"{{any: [{listed}]}}" if told == _ANY else listed
        return phrase(_SOME_ADDED if told == _SOME else _ADDED, given=listed)
    if told in (_NEGATED, _ONLY):
        against = contraries(given) if told == _NEGATED else _contrary_of_each(given)
        if not against:
            return phrase(_UNCLEAR if told == _NEGATED else _ONLY_UNCLEAR)
        return phrase(told, negated=_listed(against))
    return phrase(told, given=listed)


def contraries(given: Any) -> list[Any]:
    """The premises that say together that none of what is given is so; nothing where that is in doubt."""
    found: list[Any] = []
    for entry in given if isinstance(given, list) else [given]:
        least, parts = _counted(entry)
        negated = [_contrary(part) for part in parts]
        most = len(parts) - least + 1
        if not all(negated) or not 1 <= most <= len(parts):
            return []
        if most == len(parts):
            found += negated
        else:
            found.append({"any": negated} if most == 1 else {"at-least": most, "of": negated})
    return found


def _contrary_of_each(given: Any) -> list[str]:
    """The contraries of single statements that are all to hold; nothing where there is a choice among them."""
    found: list[str] = []
    for entry in given if isinstance(given, list) else [given]:
        least, parts = _counted(entry)
        if least < len(parts):
            return []
        found += map(_contrary, parts)
    return found if all(found) else []


def _counted(entry: Any) -> tuple[int, list[Any]]:
    """How many of which parts are to hold for an entry to be so; no parts where that is in doubt."""
    if isinstance(entry, str):
        words = _JOIN.split(entry.strip())
        joins = {join.strip() for join in words[1::2]} - {","}
        if len(joins) > 1:
            return 1, []
        return len(words[::2]) if joins == {"and"} else 1, words[::2]
    if isinstance(entry, Mapping) and {*entry} == {"any"} and isinstance(entry["any"], list):
        return 1, entry["any"]
    if isinstance(entry, Mapping) and {*entry} == {"at-least", "of"} and isinstance(entry["of"], list):
        return (entry["at-least"], entry["of"]) if type(entry["at-least"]) is int else (1, [])
    if isinstance(entry, Mapping) and {*entry} == {"not"}:
        return 1, [f"not {entry['not']}"] if isinstance(entry["not"], str) else []
    return 1, []


def _contrary(part: Any) -> str:
    """The contrary of a single statement, which is one word; nothing for all else."""
    name = part.removeprefix("not ") if isinstance(part, str) else ""
    if not re.fullmatch(r"[\w-]+", name):
        return ""
    return contrary(part)


def listed_premises(given: Any, beside: Collection[str] = ()) -> str:
    """The remedy for premises that stand under the key of a sentence."""
    return _of_premises(_PLAIN, given, beside)


def _listed(given: Any) -> str:
    return ", ".join(map(_flow, given if isinstance(given, list) else [given]))


def _flow(value: Any) -> str:
    """A premise as it is written in one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items()) + "}"
    return f"[{_listed(value)}]" if isinstance(value, list) else str(value)
