"""What the room knows of every signpost and action: the case’s own with what was noted of them, then its own.

By owner, so that everybody takes a page home.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from models.language.messages import marked, message, plural, told
from models.language.naming import quoted
from models.language.signs import verdicts_hidden
from models.language.states import sign
from models.language.words import listed
from models.language.workshop.signpost_words import ACTION_WORDS, OWN, dated, own_text
from models.schema.case import Assumption, Case
from models.schema.page import Column, Line, Page, Row, SignCell, Table, TextCell, Width, soft
from models.schema.snapshot import Snapshot
from models.schema.workshop import Action, ActionKind, Signpost, WatchState, Workshop

NOBODY = marked("Nobody yet")

NAMED = 4
MOST = 120
"""So many rows are shown at once: a case may name twenty thousand signposts, and nobody reads them in one list."""

K = TypeVar("K", bound=Signpost | Action)


DUTIES = marked("Signposts and actions: who watches, who acts")
LINE = marked(
    "For everybody who is named here to take home. A signpost shows that an assumption changes. Shaping keeps an "
    "assumption from failing, hedging prepares for its failure. What is not said to be the room’s own was "
    "added by an analyst."
)


@dataclass(frozen=True)
class Kept:
    """What is watched and done about one assumption, and how many recommendations change with it alone."""

    item: Assumption
    signposts: tuple[Signpost, ...]
    actions: tuple[Action, ...]
    load: int

    @property
    def seen(self) -> tuple[Signpost, ...]:
        """The signposts of which something was seen."""
        return tuple(post for post in self.signposts if post.state is not WatchState.NOT_SEEN)

    @property
    def owned(self) -> bool:
        """Whether anybody looks after any of it."""
        owners = [post.owner for post in self.signposts] + [idea.owner for idea in self.actions]
        return any(owner.strip() for owner in owners)


def kept(snapshot: Snapshot) -> list[Kept]:
    """Every assumption with its signposts and actions, in the case's order; no load while verdicts are hidden."""
    analyses = None if verdicts_hidden(snapshot) else snapshot.analyses
    load = analyses.single_flips.load if analyses else {}
    return [
        Kept(
            item=item,
            signposts=tuple(_posts(item, snapshot.workshop)),
            actions=tuple(_ideas(item, snapshot.workshop)),
            load=len(load.get(item.id, ())),
        )
        for item in snapshot.assumptions
    ]


def unowned(every: Iterable[Kept]) -> str:
    """On which assumptions that advice changes with nobody keeps an eye."""
    bare = [
        quoted(one.item.title)
        for one in every
        if one.load and one.signposts and not any(post.owner.strip() for post in one.signposts)
    ]
    if not bare:
        return ""
    return plural(
        "Nobody watches one assumption that advice depends on: {names}.",
        "Nobody watches {number} assumptions that advice depends on: {names}.",
        len(bare),
        names=listed(bare, limit=NAMED),
    )


def _posts(item: Assumption, workshop: Workshop) -> Iterator[Signpost]:
    """The case's in its order, with what is noted of them, then the room's own."""
    known = {post.key: post for post in workshop.signposts if post.assumption == item.id}
    for text in dict.fromkeys(one.text for one in item.observations):
        plain = Signpost(assumption=item.id, text=text)
        yield known.pop(plain.key, plain)
    yield from known.values()


def _ideas(item: Assumption, workshop: Workshop) -> Iterator[Action]:
    known = {idea.key: idea for idea in workshop.actions if idea.assumption == item.id}
    for kind, texts in ((ActionKind.SHAPING, item.shaping), (ActionKind.HEDGING, item.hedging)):
        for text in dict.fromkeys(texts):
            plain = Action(assumption=item.id, kind=kind, text=text)
            yield known.pop(plain.key, plain)
        yield from (idea for idea in known.values() if idea.kind is kind)


def few_of(pairs: list[tuple[Kept, K]], picked: str) -> tuple[list[tuple[Kept, K]], str]:
    """As many as can be shown at once, with a line on the rest: what somebody touched, what is picked, the first."""
    if len(pairs) <= MOST:
        return pairs, ""

    def order(pair: tuple[Kept, K]) -> tuple[bool, bool]:
        one, item = pair
        touched = (
            bool(item.owner or item.on)
            or getattr(item, "state", WatchState.NOT_SEEN) is not WatchState.NOT_SEEN
        )
        return not touched, one.item.id != picked

    places = sorted(range(len(pairs)), key=lambda place: order(pairs[place]))[:MOST]
    more = told(
        "{number} of {total:,} are shown. Pick an assumption to see its own.", number=MOST, total=len(pairs)
    )
    return [pairs[place] for place in sorted(places)], more


def by_owner(pairs: Iterable[tuple[Kept, K]], row: Callable[[Kept, K], Row]) -> tuple[Row, ...]:
    """The rows under their owners by name; what is nobody's yet comes last."""
    owners: dict[str, tuple[str, list[Row]]] = {}
    for one, item in pairs:
        name = " ".join(item.owner.split())
        spelled, rows = owners.get(name.casefold(), (name, []))
        owners[name.casefold()] = min(spelled, name), [*rows, row(one, item)]
    nobody = owners.pop("", None)
    groups = [group for _, group in sorted(owners.items())]
    alone = nobody is not None and not groups
    groups += [(message(NOBODY), nobody[1])] if nobody else []
    return tuple(
        replace(found, section=name if place == 0 and not alone else "")
        for name, rows in groups
        for place, found in enumerate(rows)
    )


def duties_page(snapshot: Snapshot) -> Page:
    """Everything that has an owner, under the owners by name; then what was noted and has none."""
    every = kept(snapshot)
    pairs: list[tuple[Kept, Signpost | Action]] = []
    for one in every:
        pairs += [(one, post) for post in one.signposts if _touched(snapshot.case, post)]
        pairs += [(one, idea) for idea in one.actions if _touched(snapshot.case, idea)]
    rows = by_owner(pairs, lambda one, item: _row(snapshot.case, one, item))
    columns = (
        Column(id="what", title=message("What"), width=Width.STRETCH),
        Column(id="kind", title=message("Kind")),
        Column(id="about", title=message("Assumption")),
        Column(id="state", title=message("Seen?")),
        Column(id="when", title=message("When")),
        Column(id="source", title=message("Source", "signpost")),
    )
    bare = unowned(every)
    lead = (soft(message(LINE)), *((Line(text=bare),) if bare else ()))
    table = (Table(id="duties", columns=columns, rows=rows),) if rows else ()
    return Page(name="minutes", title=message(DUTIES), lead=lead, blocks=table)


def _touched(case: Case, item: Signpost | Action) -> bool:
    """Whether the room noted or added anything; what nobody touched is no duty."""
    if own_text(case, item):
        return True
    if isinstance(item, Signpost):
        return item != Signpost(assumption=item.assumption, text=item.text)
    return bool(item.owner or item.on)


def _row(case: Case, one: Kept, item: Signpost | Action) -> Row:
    return Row(
        id="/".join((type(item).__name__, *item.key)),
        cells=(
            TextCell(text=item.text, detail=message(OWN) if own_text(case, item) else "", lines=3),
            TextCell(
                text=message("Signpost") if isinstance(item, Signpost) else message(ACTION_WORDS[item.kind])
            ),
            TextCell(text=one.item.title, code=one.item.code),
            SignCell(sign=sign(item.state), words=True) if isinstance(item, Signpost) else SignCell(),
            TextCell(text=dated(item)),
            TextCell(text=item.source if isinstance(item, Signpost) else "", lines=2),
        ),
    )
