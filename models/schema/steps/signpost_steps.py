"""The steps that keep signposts, actions and decisions: nothing is stored of what nobody has touched."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from models.schema.grades import Stance, Verdict
from models.schema.record import Decision, Details
from models.schema.steps.workshop_steps import fresh_id, put, without
from models.schema.value import MAX_TEXT
from models.schema.workshop import Action, ActionKind, Signpost, WatchState, Workshop

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
    after = replace(here, **_dated(here, moment, changes))
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
    """The workshop with one of the room's own texts changed, all else noted of it kept; an empty or taken one stays."""
    del moment
    items, text = _items(workshop, plain), text.strip()
    wanted = replace(plain, text=text)
    if not text or any(item.key == wanted.key for item in items):
        return workshop
    kept = tuple(replace(item, text=text) if item.key == plain.key else item for item in items)
    return _with(workshop, plain, kept)


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
    if isinstance(plain, Signpost):
        return replace(workshop, signposts=items)
    return replace(workshop, actions=items)


def decided(
    workshop: Workshop, moment: datetime, about: str, stance: Stance | None, verdict: Verdict | None
) -> Workshop:
    """The workshop with a statement marked as decided, as it stands; marked again, it is as it stands then.

    Where it stands as it did, nothing changes.
    """
    known = next((item for item in workshop.decisions if item.about == about), None)
    if known and (known.stance, known.verdict) == (stance, verdict):
        return workshop
    identifier = known.id if known else _fresh(workshop)
    new = Decision(id=identifier, about=about, stance=stance, verdict=verdict, at=moment)
    return replace(workshop, decisions=put(workshop.decisions, new))


def sentence_decided(workshop: Workshop, moment: datetime, text: str) -> Workshop:
    """The workshop with a sentence of the room's own marked as decided; an empty one changes nothing."""
    written = text.strip()[:MAX_TEXT]
    new = Decision(id=_fresh(workshop), text=written, at=moment)
    return replace(workshop, decisions=(*workshop.decisions, new)) if written else workshop


def undecided(workshop: Workshop, identifier: str) -> Workshop:
    """The workshop in which something is no longer marked as decided."""
    return replace(workshop, decisions=without(workshop.decisions, (identifier,)))


def detailed(workshop: Workshop, details: Details) -> Workshop:
    """The workshop with where, when and with whom it was held."""
    return replace(workshop, details=details)


def with_undone(workshop: Workshop, entries: tuple[str, ...], undone: bool) -> Workshop:
    """The workshop in whose log what these lines tell was undone, or was done again."""
    return replace(workshop, log=workshop.log.changed(entries, lambda line: replace(line, undone=undone)))


def _fresh(workshop: Workshop) -> str:
    return fresh_id(
        f"decision-{len(workshop.decisions) + 1}", (item.id for item in workshop.decisions), "decision"
    )
