"""The words of signposts and of shaping and hedging ideas: their states, and a line for each on screen and on paper."""

from collections.abc import Sequence

from models.language.dates import day_words
from models.language.words import counted, listed
from models.schema.case import Case, Stance
from models.schema.workshop import Action, ActionKind, Signpost, WatchState

WATCH_WORDS = {
    WatchState.NOT_SEEN: "Not seen",
    WatchState.SOME_SIGNS: "Some signs",
    WatchState.TRIPPED: "Tripped",
}
WATCH_MEANINGS = {
    WatchState.NOT_SEEN: "nothing of the kind has been seen",
    WatchState.SOME_SIGNS: "there are some signs of it",
    WatchState.TRIPPED: "it has happened",
}
ACTION_WORDS = {ActionKind.SHAPING: "Shaping", ActionKind.HEDGING: "Hedging"}
ACTION_MEANINGS = {
    ActionKind.SHAPING: "what could keep it as it is",
    ActionKind.HEDGING: "what to prepare in case it fails",
}
OWN = "the room’s own"
BY = "by"
ASK_WHICH = "Does that speak for {0} or against it? The case does not say; the room decides."


def date_hint(state: WatchState) -> str:
    """What the date beside a signpost means in this state."""
    return "look by" if state is WatchState.NOT_SEEN else "seen on"


def seen_line(signpost: Signpost) -> str:
    """All that is known of a signpost: "Tripped, seen on 1 March 2027; watched by Ministry; source: a newspaper"."""
    known = known_of(signpost)
    joined = ", " if signpost.on else "; "
    return joined.join(part for part in (WATCH_WORDS[signpost.state], known) if part)


def known_of(signpost: Signpost) -> str:
    """What is known of a signpost beside its state: "seen on 1 March 2027; watched by Ministry"."""
    owner, source = signpost.owner.strip(), signpost.source.strip()
    parts = (
        f"{date_hint(signpost.state)} {day_words(signpost.on)}" if signpost.on else "",
        f"watched by {owner}" if owner else "",
        f"source: {source}" if source else "",
    )
    return "; ".join(part for part in parts if part)


def own_text(case: Case, item: Signpost | Action) -> bool:
    """Whether the room added it, since the case does not have it."""
    return item.text not in _case_texts(case, item)


def action_line(action: Action) -> str:
    """Who does it by when: "Ministry, by 1 March 2027"."""
    by = f"{BY} {day_words(action.on)}" if action.on else ""
    return ", ".join(part for part in (action.owner.strip(), by) if part)


def _case_texts(case: Case, item: Signpost | Action) -> tuple[str, ...]:
    known = next((found for found in case.assumptions if found.id == item.assumption), None)
    if known is None:
        return ()
    if isinstance(item, Signpost):
        return known.signposts
    return known.shaping if item.kind is ActionKind.SHAPING else known.hedging


def seen_sentences(code: str, seen: Sequence[Signpost]) -> str:
    """What has been seen of an assumption, and the question that it puts; empty if nothing has."""
    if not seen:
        return ""
    tripped = sum(item.state is WatchState.TRIPPED for item in seen)
    signs = len(seen) - tripped
    told = []
    if tripped:
        told.append(f"{counted(tripped, 'signpost')} of {code} tripped")
    if signs:
        others = f"{signs} more" if tripped else f"{counted(signs, 'signpost')} of {code}"
        told.append(f"there are some signs of {others}")
    sentence = listed(told)
    return f"{sentence[:1].upper()}{sentence[1:]}. {ASK_WHICH.format(code)}"


def offered(stance: Stance) -> tuple[Stance, ...]:
    """The stances that the room could take instead, the more careful one first."""
    order = (Stance.UNCERTAIN, Stance.FAILS, Stance.HOLDS)
    return tuple(other for other in order if other is not stance)
