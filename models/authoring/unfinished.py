"""Parts of a case that have been begun and say nothing yet: they stand in its text, and no case is made of them."""

from collections.abc import Mapping
from typing import Any

from models.authoring.document import CaseText
from models.schema.problem import phrase

Begun = Mapping[tuple[str, int], tuple[str, str]]
"""What is unfinished, by its list and the place in it: what it does not say yet, and what to say."""


def unfinished(document: CaseText) -> Begun:
    """The links, facts, loops, notes and concessions that do not say yet what they are about."""
    found = (
        ((section, place), told)
        for section, tell in _TELL.items()
        for place, item in enumerate(document.items(section))
        if isinstance(item.data, Mapping) and (told := tell(item.data)) is not None
    )
    return dict(found)


def without(document: CaseText, begun: Begun) -> CaseText:
    """The case without them."""
    for section, place in sorted(begun, reverse=True):
        document = document.without_item(section, place)
    return document


def place_with(begun: Begun, section: str, place: int) -> int:
    """Where something stands among all, of which the place is known without what is unfinished."""
    for at in sorted(at for key, at in begun if key == section):
        place += at <= place
    return place


def _of_link(data: Mapping[str, Any]) -> tuple[str, str] | None:
    if data.get("because") and any(data.get(key) for key in ("one-of", "at-most-one", "if", "then")):
        return None
    return (
        phrase("The link does not say yet what it ties, and why."),
        phrase("Say of which exactly one holds, of which at most one, or what holds if others do."),
    )


def _of_loop(data: Mapping[str, Any]) -> tuple[str, str] | None:
    if data.get("text") and data.get("sets") and (data.get("if") or data.get("unless-followed")):
        return None
    return (
        phrase("The loop does not say yet when it runs and what it changes."),
        phrase("Say in a sentence what happens, while which advice is not followed, and what is so then."),
    )


def _of_note(data: Mapping[str, Any]) -> tuple[str, str] | None:
    if data.get("text") and data.get("if"):
        return None
    return (
        phrase("The note does not say yet what fits ill together."),
        phrase("Name the statements under “If”, and say in a sentence why."),
    )


def _of_fact(data: Mapping[str, Any]) -> tuple[str, str] | None:
    if data.get("text"):
        return None
    return phrase("The background fact says nothing yet."), phrase("Say it in a sentence.")


def _of_concession(data: Mapping[str, Any]) -> tuple[str, str] | None:
    if data.get("text") and data.get("treatment"):
        return None
    return (
        phrase("The concession does not say yet what is conceded, and what becomes of it."),
        phrase("Say both in a sentence each."),
    )


_TELL = {
    "links": _of_link,
    "background": _of_fact,
    "feedback": _of_loop,
    "coherence": _of_note,
    "concessions": _of_concession,
}
