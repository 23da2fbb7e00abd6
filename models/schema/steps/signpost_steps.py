"""The steps that keep signposts and actions: nothing is stored of what nobody has touched."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from models.schema.steps.workshop_steps import put, without
from models.schema.workshop import Action, ActionKind, Signpost, WatchState, Workshop, reworked

Kept = Signpost | Action
K = TypeVar("K", bound=Kept)


def noted(
    workshop: Workshop, moment: datetime, plain: Kept, changes: Mapping[str, Any], *, own: bool
) -> Workshop:
    """The workshop with something noted about a signpost or an action that `plain` tells by its key.

    What is seen for the first time is dated; what is not seen after all loses its date. Once nothing is noted
    any more, only what the room added itself (`own`) is kept.
    """
    items = _items(workshop, plain)
    here = next((item for item in items if item.key == plain.key), plain)
    after = changed(here, **_dated(here, moment, changes))
    if after == plain and not own:
        return _with(workshop, plain, without(items, plain.key))
    return _with(workshop, plain, put(items, after))


def field_noted(
    workshop: Workshop, moment: datetime, plain: Kept, own: bool, field: str, value: Any
) -> Workshop:
    """The workshop with one thing noted about a signpost or an action: its state, owner, date or source."""
    return noted(workshop, moment, plain, {field: value}, own=own)


def own_signpost(workshop: Workshop, moment: datetime, assumption: str, text: str) -> Workshop:
    """The workshop with a signpost of the room's own; an empty one changes nothing."""
    if not text.strip():
        return workshop
    return added(workshop, moment, Signpost(assumption=assumption, text=text.strip()))


def own_action(
    workshop: Workshop, moment: datetime, assumption: str, kind: ActionKind, text: str
) -> Workshop:
    """The workshop with a shaping or hedging action of the room's own; an empty one changes nothing."""
    if not text.strip():
        return workshop
    return added(workshop, moment, Action(assumption=assumption, kind=kind, text=text.strip()))


def own_reworded(workshop: Workshop, moment: datetime, plain: Kept, text: str) -> Workshop:
    """The workshop with one of the room's own texts changed; an empty one changes nothing."""
    return reworded(workshop, moment, plain, text.strip()) if text.strip() else workshop


def added(workshop: Workshop, moment: datetime, plain: Kept) -> Workshop:
    """The workshop with a signpost or an action of the room's own; one that is there stays as it is."""
    if any(item.key == plain.key for item in _items(workshop, plain)):
        return workshop
    return noted(workshop, moment, plain, {}, own=True)


def removed(workshop: Workshop, moment: datetime, plain: Kept) -> Workshop:
    """The workshop without a signpost or an action."""
    del moment
    return _with(workshop, plain, without(_items(workshop, plain), plain.key))


def reworded(workshop: Workshop, moment: datetime, plain: Kept, text: str) -> Workshop:
    """The workshop with one of the room's own texts changed, all else noted of it kept; a taken one stays."""
    del moment
    items = _items(workshop, plain)
    wanted = changed(plain, text=text)
    if any(item.key == wanted.key for item in items):
        return workshop
    kept = tuple(changed(item, text=text) if item.key == plain.key else item for item in items)
    return _with(workshop, plain, kept)


def changed(item: K, **changes: Any) -> K:
    """A signpost or an action with some of its fields replaced."""
    return replace(item, **changes)


def _dated(here: Kept, moment: datetime, changes: Mapping[str, Any]) -> Mapping[str, Any]:
    state = changes.get("state")
    if not isinstance(here, Signpost) or state is None or "on" in changes:
        return changes
    if WatchState.NOT_SEEN not in (state, here.state) or state is here.state:
        return changes
    return {**changes, "on": None if state is WatchState.NOT_SEEN else moment.date()}


def _items(workshop: Workshop, plain: Kept) -> tuple[Kept, ...]:
    return workshop.signposts if isinstance(plain, Signpost) else workshop.actions


def _with(workshop: Workshop, plain: Kept, items: tuple[Any, ...]) -> Workshop:
    field = "signposts" if isinstance(plain, Signpost) else "actions"
    return reworked(workshop, **{field: items})
