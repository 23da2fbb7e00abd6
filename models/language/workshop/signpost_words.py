"""The words of signposts and of shaping and hedging actions, on screen and on paper."""

from models.language.dates import day_words
from models.language.states import word
from models.schema.case import Assumption, Case, Speaks
from models.schema.workshop import Action, ActionKind, Signpost, WatchState

ACTION_WORDS = {ActionKind.SHAPING: "Shaping", ActionKind.HEDGING: "Hedging"}
ACTION_MEANINGS = {
    ActionKind.SHAPING: "what could keep it as it is",
    ActionKind.HEDGING: "what to prepare in case it fails",
}
SPEAKS = {
    Speaks.FOR: "would speak for it",
    Speaks.AGAINST: "would speak against it",
    Speaks.OPEN: "could speak for or against it",
}
OWN = "the room’s own"
BY = "by"


def date_hint(state: WatchState) -> str:
    """What the date beside a signpost means in this state."""
    return "look by" if state is WatchState.NOT_SEEN else "seen on"


def seen_line(signpost: Signpost) -> str:
    """All that is known of a signpost: "Seen on 1 March 2027; watched by Ministry; source: a newspaper"."""
    owner, source = signpost.owner.strip(), signpost.source.strip()
    state = word(signpost.state)
    if signpost.on:
        day = day_words(signpost.on)
        state = f"{state}; look by {day}" if signpost.state is WatchState.NOT_SEEN else f"{state} on {day}"
    parts = (state, f"watched by {owner}" if owner else "", f"source: {source}" if source else "")
    return "; ".join(part for part in parts if part)


def speaks(case: Case, signpost: Signpost) -> str:
    """What seeing it would say about its assumption; nothing where the room added it."""
    item = case.by_id.get(signpost.assumption)
    seen = item.observations if isinstance(item, Assumption) else ()
    return next((SPEAKS[one.speaks] for one in seen if one.text == signpost.text), "")


def own_text(case: Case, item: Signpost | Action) -> bool:
    """Whether the room added it, since the case does not have it."""
    return item.text not in _case_texts(case, item)


def _case_texts(case: Case, item: Signpost | Action) -> tuple[str, ...]:
    known = next((found for found in case.assumptions if found.id == item.assumption), None)
    if known is None:
        return ()
    if isinstance(item, Signpost):
        return tuple(one.text for one in known.observations)
    return known.shaping if item.kind is ActionKind.SHAPING else known.hedging
