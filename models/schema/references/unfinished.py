"""Parts of a case that have been begun and say nothing yet: they stand in its text, and no case is made of them.

Works on plain data, as `references` does. A part with a key that is not known is never one of them: it may say
something that cannot be read.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from models.schema.besides import Coherence, Concession, Fact, Feedback
from models.schema.case import Rule
from models.schema.links import Link
from models.schema.premises import Part, dashed_key
from models.schema.problem import phrase, together
from models.schema.references.parts import PREMISE_KEYS, STATEMENT_LISTS

Begun = Mapping[tuple[str, int], tuple[str, str]]
"""What is unfinished, by its list and the place in it: what it does not say yet, and what to say."""
Told = tuple[str, str] | None


def unfinished(data: Mapping[str, Any]) -> Begun:
    """The arguments, links, facts, loops, notes and concessions that do not say yet what they are about."""
    found = (
        ((section, place), told)
        for section, (keys, tell) in _TELL.items()
        for place, item in enumerate(_listed(data, section))
        if isinstance(item, Mapping) and keys >= item.keys() and (told := tell(item, data)) is not None
    )
    return dict(found)


def left_out_of(what: str) -> str:
    """What is not said yet, and what that means for the case."""
    return together(what, phrase("It is left out until then."))


def place_with(begun: Begun, section: str, place: int) -> int:
    """Where something stands among all, of which the place is known without what is unfinished."""
    for at in sorted(at for key, at in begun if key == section):
        place += at <= place
    return place


def _listed(data: Mapping[str, Any], section: str) -> list[Any]:
    found = data.get(section)
    return found if isinstance(found, list) else []


def _of_rule(rule: Mapping[str, Any], data: Mapping[str, Any]) -> Told:
    then, opposes = rule.get("then"), rule.get("opposes")
    if any(rule.get(key) for key in PREMISE_KEYS) or not isinstance(then or opposes, str):
        return None
    if isinstance(rule.get("because"), list):
        return None  # it says so under another key
    told = (
        phrase("The objection to “{name}” says not yet what it rests on.", name=_title(data, opposes))
        if opposes
        else phrase("The argument for “{name}” says not yet what it rests on.", name=_title(data, then))
    )
    return told, phrase("Add what it rests on.")


def _title(data: Mapping[str, Any], name: Any) -> str:
    for section in STATEMENT_LISTS:
        for item in _listed(data, section):
            if isinstance(item, Mapping) and item.get("id") == name:
                return str(item.get("label") or item.get("text") or name)
    return str(name)


def _of_link(link: Mapping[str, Any], _: Mapping[str, Any]) -> Told:
    if link.get("because") and any(link.get(key) for key in ("one-of", "at-most-one", "if", "then")):
        return None
    return (
        phrase("The link does not say yet what it ties, and why."),
        phrase("Say of which exactly one holds, of which at most one, or what holds if others do."),
    )


def _of_loop(loop: Mapping[str, Any], _: Mapping[str, Any]) -> Told:
    if loop.get("text") and loop.get("sets") and (loop.get("if") or loop.get("unless-followed")):
        return None
    return (
        phrase("The loop does not say yet when it runs and what it changes."),
        phrase("Say in a sentence what happens, while which advice is not followed, and what is so then."),
    )


def _of_note(note: Mapping[str, Any], _: Mapping[str, Any]) -> Told:
    if note.get("text") and note.get("if"):
        return None
    return (
        phrase("The note does not say yet what fits ill together."),
        phrase("Name the statements under “If”, and say in a sentence why."),
    )


def _of_fact(fact: Mapping[str, Any], _: Mapping[str, Any]) -> Told:
    if fact.get("text"):
        return None
    return phrase("The background fact says nothing yet."), phrase("Say it in a sentence.")


def _of_concession(concession: Mapping[str, Any], _: Mapping[str, Any]) -> Told:
    if concession.get("text") and concession.get("treatment"):
        return None
    return (
        phrase("The concession does not say yet what is conceded, and what becomes of it."),
        phrase("Say both in a sentence each."),
    )


def _keys(part: type[Part]) -> frozenset[str]:
    return frozenset(dashed_key(one.name) for one in fields(part))


_TELL: Mapping[str, tuple[frozenset[str], Callable[[Mapping[str, Any], Mapping[str, Any]], Told]]] = {
    "rules": (_keys(Rule), _of_rule),
    "links": (_keys(Link), _of_link),
    "background": (_keys(Fact), _of_fact),
    "feedback": (_keys(Feedback), _of_loop),
    "coherence": (_keys(Coherence), _of_note),
    "concessions": (_keys(Concession), _of_concession),
}
