"""The words of signposts and of shaping and hedging actions, on screen and on paper."""

from models.language.dates import day_words
from models.language.messages import marked, message, told
from models.language.states import sign
from models.schema.case import Assumption, Case
from models.schema.grades import Speaks
from models.schema.workshop import Action, ActionKind, Signpost, WatchState

ACTION_WORDS = {ActionKind.SHAPING: marked("Shaping"), ActionKind.HEDGING: marked("Hedging")}
ACTION_MEANINGS = {
    ActionKind.SHAPING: marked("what could keep it as it is"),
    ActionKind.HEDGING: marked("what to prepare in case it fails"),
}
SPEAKS = {
    Speaks.FOR: marked("would speak for it"),
    Speaks.AGAINST: marked("would speak against it"),
    Speaks.OPEN: marked("could speak for or against it"),
}
OWN = marked("the room’s own")


def date_hint(state: WatchState) -> str:
    """What the date beside a signpost means in this state."""
    return message("look by" if state is WatchState.NOT_SEEN else "seen on")


def dated(item: Signpost | Action) -> str:
    """The date of a signpost or an action, with what it means: "seen on 1 March 2027"; empty where it has none."""
    if item.on is None:
        return ""
    if isinstance(item, Action):
        pattern = marked("by {day}")
    else:
        pattern = marked("look by {day}") if item.state is WatchState.NOT_SEEN else marked("seen on {day}")
    return told(pattern, day=day_words(item.on))


def seen_line(signpost: Signpost, dated: bool = False) -> str:
    """All that is known of a signpost: "Seen on 1 March 2027; watched by Ministry; source: a newspaper".

    Where all are `dated`, one without a date says so.
    """
    owner, source = signpost.owner.strip(), signpost.source.strip()
    state = sign(signpost.state).word
    if signpost.on:
        ahead = signpost.state is WatchState.NOT_SEEN
        day = day_words(signpost.on)
        state = told("{state}; look by {day}" if ahead else "{state} on {day}", state=state, day=day)
    elif dated:
        state = told("{state}, without a date", state=state)
    parts = (
        state,
        told("watched by {owner}", owner=owner) if owner else "",
        told("source: {source}", source=source) if source else "",
    )
    return "; ".join(part for part in parts if part)


def speaks(case: Case, signpost: Signpost) -> str:
    """What seeing it would say about its assumption; nothing where the room added it."""
    item = case.by_id.get(signpost.assumption)
    seen = item.observations if isinstance(item, Assumption) else ()
    return next((message(SPEAKS[one.speaks]) for one in seen if one.text == signpost.text), "")


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
