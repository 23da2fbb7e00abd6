"""Who watches which signposts and who takes on what: by owner, so that everybody takes a page home."""

from collections.abc import Iterator

from models.language.dates import day_words
from models.language.signpost_words import ACTION_WORDS, WATCH_WORDS, date_hint
from models.language.words import counted, listed, uncapitalised
from models.pages.minutes_values import Duties, Duty
from models.pages.signposts import Watched, watched
from models.schema.snapshot import Snapshot
from models.schema.workshop import Action, Signpost, WatchState, Workshop

NOBODY = "Nobody yet"
NAMED = 6


def duties(snapshot: Snapshot, workshop: Workshop) -> tuple[Duties, ...]:
    """Everything that has an owner, under the owners by name; then what was noted and has none."""
    found: dict[str, tuple[str, list[Duty]]] = {}
    for item in watched(snapshot, workshop):
        for owner, duty in _duties(snapshot, item):
            name = " ".join(owner.split())
            found.setdefault(name.casefold(), (name, []))[1].append(duty)
    nobody = found.pop("", None)
    owned = tuple(Duties(owner=name, duties=tuple(given)) for _, (name, given) in sorted(found.items()))
    if nobody is None:
        return owned
    return (*owned, Duties(owner=NOBODY, duties=tuple(nobody[1])))


def unowned_line(snapshot: Snapshot, workshop: Workshop) -> str:
    """On which load-bearing assumptions nobody keeps an eye; empty if there are none or it is not known."""
    bare = [
        item.code
        for item in watched(snapshot, workshop)
        if item.load and item.signposts and not any(line.signpost.owner.strip() for line in item.signposts)
    ]
    if not bare:
        return ""
    told = counted(len(bare), "load-bearing assumption")
    has = "has" if len(bare) == 1 else "have"
    return f"{told} {has} signposts but nobody to watch them: {listed(bare, limit=NAMED)}."


def _duties(snapshot: Snapshot, item: Watched) -> Iterator[tuple[str, Duty]]:
    """What was noted of one assumption, each with its owner; what nobody touched is no duty."""
    about = _about(snapshot, item)
    for line in item.signposts:
        post = line.signpost
        if line.own or post != Signpost(assumption=post.assumption, text=post.text):
            yield post.owner, _watch(about, post, line.own)
    for idea in item.actions:
        deed = idea.action
        if idea.own or deed.owner or deed.on:
            yield deed.owner, _deed(about, deed, idea.own)


def _about(snapshot: Snapshot, item: Watched) -> str:
    """The assumption, how it stands, and which recommendations hang on it from here."""
    name = f"{item.code} {item.title}, {uncapitalised(item.stance_word)} here"
    hanging = snapshot.analyses.single_flips.load.get(item.id, ()) if snapshot.analyses else ()
    codes = [snapshot.case.by_id[name].code for name in hanging]
    if not codes:
        return f"{name}."
    return f"{name}; {listed(codes, limit=NAMED)} {'hangs' if len(codes) == 1 else 'hang'} on it."


def _watch(about: str, post: Signpost, own: bool) -> Duty:
    when = f"{date_hint(post.state)} {day_words(post.on)}" if post.on else ""
    return Duty(
        about=about,
        kind="Watch" if post.state is WatchState.NOT_SEEN else "Seen",
        text=post.text,
        state=post.state,
        word=WATCH_WORDS[post.state],
        when=when,
        source=" ".join(post.source.split()),
        own=own,
    )


def _deed(about: str, deed: Action, own: bool) -> Duty:
    when = f"by {day_words(deed.on)}" if deed.on else ""
    return Duty(about=about, kind=ACTION_WORDS[deed.kind], text=deed.text, when=when, own=own)
