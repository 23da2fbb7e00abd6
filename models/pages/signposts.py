"""The signposts page in words: what to watch for each assumption, who watches, and what to do about it."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from models.language.signpost_words import (
    ACTION_WORDS,
    BY,
    OWN,
    WATCH_WORDS,
    action_line,
    date_hint,
    known_of,
    offered,
    own_text,
    seen_line,
    seen_sentences,
)
from models.language.states import word
from models.language.words import counted, listed
from models.schema.case import Assumption, Case, Stance
from models.schema.snapshot import Snapshot
from models.schema.value import Answer
from models.schema.workshop import Action, ActionKind, Signpost, WatchState, Workshop

NAMED = 4
LINE = (
    "A signpost is something that can be seen when an assumption is changing. What is not marked as the "
    "room’s own comes with the case."
)
BY_LOAD = "What bears most from here comes first."
NO_LOAD = "What bears most is being worked out; until then all stand in the case’s order."


class Filter(StrEnum):
    """Which assumptions are listed."""

    LOAD = "load-bearing"
    SEEN = "seen"
    OWNED = "owned"
    ALL = "all"


FILTER_WORDS = {
    Filter.LOAD: "Load-bearing",
    Filter.SEEN: "With something seen",
    Filter.OWNED: "With an owner",
    Filter.ALL: "All",
}
NONE_LISTED = {
    Filter.LOAD: "No verdict hangs on a single assumption from here. Choose “All” to see every signpost.",
    Filter.SEEN: "Nothing has been seen yet. As soon as somebody sees a signpost, mark it here.",
    Filter.OWNED: "Nobody has been named yet. Give each signpost to somebody who will keep an eye on it.",
    Filter.ALL: "This case has no assumptions.",
}


class WatchLine(Answer):
    """One signpost of an assumption."""

    signpost: Signpost
    own: bool
    word: str
    known: str = ""
    hint: str
    spoken: str


class ActionLine(Answer):
    """One shaping or hedging idea."""

    action: Action
    own: bool
    known: str = ""
    hint: str = BY
    spoken: str


class Offer(Answer):
    """A stance that could follow from what was seen, never taken by itself."""

    stance: Stance
    text: str


class Watched(Answer):
    """One assumption with all that is watched and planned about it; `load` is None until that is known."""

    id: str
    code: str
    title: str
    stance: Stance
    stance_word: str
    load: int | None
    load_text: str
    signposts: tuple[WatchLine, ...]
    actions: tuple[ActionLine, ...]
    seen: str = ""
    offers: tuple[Offer, ...] = ()

    def is_in(self, chosen: Filter) -> bool:
        """Whether a filter lets it through; while no load is known, everything bears."""
        match chosen:
            case Filter.LOAD:
                return self.load is None or self.load > 0
            case Filter.SEEN:
                return bool(self.seen)
            case Filter.OWNED:
                owners = [line.signpost.owner for line in self.signposts]
                return any((*owners, *(line.action.owner for line in self.actions)))
            case Filter.ALL:
                return True


class SignpostsPage(Answer):
    """Everything that the page shows; `nothing` is said where the filter lets nothing through."""

    title: str
    line: str
    watched: tuple[Watched, ...]
    nothing: str = ""


def signposts_page(snapshot: Snapshot, workshop: Workshop, chosen: Filter) -> SignpostsPage:
    """The assumptions that a filter lets through, what bears most first."""
    every = watched(snapshot, workshop)
    shown = tuple(item for item in every if item.is_in(chosen))
    order = NO_LOAD if snapshot.analyses is None else BY_LOAD
    return SignpostsPage(
        title=signposts_title(every),
        line=f"{LINE} {order}",
        watched=shown,
        nothing="" if shown else NONE_LISTED[chosen],
    )


def watched(snapshot: Snapshot, workshop: Workshop) -> tuple[Watched, ...]:
    """Every assumption with its signposts and actions, by how many verdicts hang on it from here."""
    load = snapshot.analyses.single_flips.load if snapshot.analyses else None
    items = [
        _watched(snapshot, workshop, item, None if load is None else len(load.get(item.id, ())))
        for item in snapshot.case.assumptions
    ]
    return tuple(sorted(items, key=lambda item: -(item.load or 0)))


def signposts_title(every: Sequence[Watched]) -> str:
    """What has been seen so far, in one sentence without its full stop."""
    states = [(item.code, line.signpost.state) for item in every for line in item.signposts]
    tripped, signs = (
        [code for code, state in states if state is wanted]
        for wanted in (WatchState.TRIPPED, WatchState.SOME_SIGNS)
    )
    if not tripped and not signs:
        return "No signpost has been seen yet"
    told = []
    if tripped:
        told.append(f"{counted(len(tripped), 'signpost')} tripped")
    if signs:
        told.append(f"some signs of {len(signs)}{' more' if tripped else ''}")
    codes = [item.code for item in every if item.seen]
    return f"{listed(told)}: look at {listed(codes, limit=NAMED)}"


def owner_names(workshop: Workshop) -> tuple[str, ...]:
    """Who may look after something: whoever does already, then the groups."""
    owners = [item.owner.strip() for item in workshop.signposts]
    owners += [item.owner.strip() for item in workshop.actions]
    groups = [group.name for group in workshop.groups]
    return tuple(dict.fromkeys(name for name in (*owners, *groups) if name))


def room_filter(snapshot: Snapshot, workshop: Workshop) -> Filter:
    """What the room looks at: what was seen, else what somebody watches, else what bears most."""
    every = watched(snapshot, workshop)
    wanted = (
        chosen for chosen in (Filter.SEEN, Filter.OWNED, Filter.LOAD) if any(i.is_in(chosen) for i in every)
    )
    return next(wanted, Filter.ALL)


def is_known(case: Case, workshop: Workshop, item: Signpost | Action) -> bool:
    """Whether an assumption has this signpost or idea already."""
    keys = {other.key for other in (workshop.signposts if isinstance(item, Signpost) else workshop.actions)}
    return item.key in keys or not own_text(case, item)


def signposts_table(snapshot: Snapshot, workshop: Workshop, chosen: Filter) -> str:
    """The page as tab-separated text."""
    rows = [["Assumption", "", "Kind", "Text", "State", "Owner", "Date", "Source"]]
    for item in signposts_page(snapshot, workshop, chosen).watched:
        for line in item.signposts:
            post = line.signpost
            last = [line.word, post.owner, _iso(post.on), post.source]
            rows.append([item.code, item.title, "Signpost", post.text, *last])
        for idea in item.actions:
            deed = idea.action
            last = ["", deed.owner, _iso(deed.on), ""]
            rows.append([item.code, item.title, ACTION_WORDS[deed.kind], deed.text, *last])
    return "".join("\t".join(" ".join(cell.split()) for cell in row).rstrip() + "\n" for row in rows)


def _watched(snapshot: Snapshot, workshop: Workshop, item: Assumption, load: int | None) -> Watched:
    posts = tuple(_watch_line(snapshot.case, line) for line in _signposts(item, workshop))
    actions = tuple(_action_line(snapshot.case, line) for line in _actions(item, workshop))
    stance = snapshot.scenario.stance_of[item.id]
    seen = [line.signpost for line in posts if line.signpost.state is not WatchState.NOT_SEEN]
    return Watched(
        id=item.id,
        code=item.code,
        title=item.title,
        stance=stance,
        stance_word=word(stance),
        load=load,
        load_text=_load_text(load),
        signposts=posts,
        actions=actions,
        seen=seen_sentences(item.code, seen),
        offers=tuple(
            Offer(stance=other, text=f"Set {item.code} to {other.value}") for other in offered(stance) if seen
        ),
    )


def _load_text(load: int | None) -> str:
    if load is None:
        return ""
    if not load:
        return "no verdict hangs on it alone"
    return f"{counted(load, 'verdict')} {'hangs' if load == 1 else 'hang'} on it"


def _signposts(item: Assumption, workshop: Workshop) -> Iterable[Signpost]:
    """The case's in its order, with what is noted of them, then the room's own."""
    kept = {line.key: line for line in workshop.signposts if line.assumption == item.id}
    for text in dict.fromkeys(item.signposts):
        plain = Signpost(assumption=item.id, text=text)
        yield kept.pop(plain.key, plain)
    yield from kept.values()


def _actions(item: Assumption, workshop: Workshop) -> Iterable[Action]:
    kept = {line.key: line for line in workshop.actions if line.assumption == item.id}
    for kind, texts in ((ActionKind.SHAPING, item.shaping), (ActionKind.HEDGING, item.hedging)):
        for text in dict.fromkeys(texts):
            plain = Action(assumption=item.id, kind=kind, text=text)
            yield kept.pop(plain.key, plain)
        own = [line for line in kept.values() if line.kind is kind]
        yield from own


def _watch_line(case: Case, signpost: Signpost) -> WatchLine:
    own = own_text(case, signpost)
    told = f"{signpost.text}: {seen_line(signpost)}"
    return WatchLine(
        signpost=signpost,
        own=own,
        word=WATCH_WORDS[signpost.state],
        known="; ".join(part for part in (known_of(signpost), OWN if own else "") if part),
        hint=date_hint(signpost.state),
        spoken=f"{told}; {OWN}." if own else f"{told}.",
    )


def _action_line(case: Case, action: Action) -> ActionLine:
    own = own_text(case, action)
    known = "; ".join(part for part in (action_line(action), OWN if own else "") if part)
    told = "; ".join(part for part in (f"{ACTION_WORDS[action.kind]}: {action.text}", known) if part)
    return ActionLine(action=action, own=own, known=known, spoken=f"{told}.")


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
