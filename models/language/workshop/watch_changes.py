"""What changed of what is watched: signposts, actions, and who cares for them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from models.language.messages import marked
from models.language.workshop.deeds import deed
from models.language.workshop.signpost_words import own_text
from models.schema.case import Case
from models.schema.log import Deed, WordKind
from models.schema.workshop import Action, ActionKind, Key, Listed, Signpost, WatchState, Workshop

IDEAS = {ActionKind.SHAPING: marked("shaping idea"), ActionKind.HEDGING: marked("hedging idea")}


Item = TypeVar("Item", bound=Listed)


def signpost_changes(before: Workshop, after: Workshop, case: Case) -> Iterator[Deed]:
    """What became of signposts."""
    old, new = keyed(before.signposts), keyed(after.signposts)
    for key in dict.fromkeys((*old, *new)):
        one, other = old.get(key), new.get(key)
        if one == other:
            continue
        item = other or one
        if item is None or item.assumption not in case.by_id:
            continue
        about = (WordKind.NAMED, item.assumption)
        plain = Signpost(assumption=item.assumption, text=item.text)
        if own_text(case, item) and (one is None or other is None):
            yield deed(
                "Remove a signpost of {about}" if other is None else "Add a signpost to {about}", about=about
            )
        else:
            yield _signpost_change(about, one or plain, other or plain)


def _signpost_change(about: tuple[WordKind, object], before: Signpost, after: Signpost) -> Deed:
    if before.state is not after.state:
        if after.state is WatchState.SOME_SIGNS:
            return deed("Note some signs of a signpost of {about}", about=about)
        state = (WordKind.WATCH, after.state.value)
        return deed("Mark a signpost of {about} as {state}", about=about, state=state)
    if before.owner != after.owner:
        return deed("Say who watches a signpost of {about}", about=about)
    if before.on != after.on:
        return deed("Date a signpost of {about}", about=about)
    return deed("Say where a signpost of {about} was seen", about=about)


def action_changes(before: Workshop, after: Workshop, case: Case) -> Iterator[Deed]:
    """What became of shaping and hedging ideas."""
    old, new = keyed(before.actions), keyed(after.actions)
    for key in dict.fromkeys((*old, *new)):
        one, other = old.get(key), new.get(key)
        item = other or one
        if one == other or item is None or item.assumption not in case.by_id:
            continue
        about = (WordKind.NAMED, item.assumption)
        name = (WordKind.OURS, IDEAS[item.kind])
        plain: Action = replace(item, owner="", on=None)
        if own_text(case, item) and (one is None or other is None):
            yield deed(
                "Remove a {idea} of {about}" if other is None else "Add a {idea} to {about}",
                idea=name,
                about=about,
            )
        elif (one or plain).owner != (other or plain).owner:
            yield deed("Say who takes on a {idea} of {about}", idea=name, about=about)
        else:
            yield deed("Date a {idea} of {about}", idea=name, about=about)


def names_of(items: Sequence[Listed]) -> dict[Key, str]:
    """The names of things, by what tells each from the others."""
    return {item.key: str(getattr(item, "name", "")) for item in items}


def keyed(items: Sequence[Item]) -> dict[Key, Item]:
    """Things by what tells each from the others."""
    return {item.key: item for item in items}
