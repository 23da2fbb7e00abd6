"""Signposts and actions by owner: what to watch, what has been seen of it, who watches, and what is done about it."""

from collections.abc import Iterable

from models.language.messages import marked, message, plural, told
from models.language.naming import quoted
from models.language.panes import comes_to
from models.language.signs import statement_sign
from models.language.states import sign
from models.language.words import in_turn, listed, sentence_start, uncapitalised
from models.language.workshop.signpost_words import ACTION_MEANINGS, ACTION_WORDS, date_hint, own_text
from models.pages.glossary import explained, meaning
from models.pages.watch.kept import NAMED, Kept, by_owner, few_of, unowned
from models.pages.watch.kept_cells import (
    about_cell,
    adding,
    date_cell,
    extent,
    kept_row,
    kept_shown,
    meanings,
    noting,
    own_cell,
    owner_cell,
    removing,
)
from models.schema.action import look
from models.schema.grades import Stance
from models.schema.page import (
    Block,
    Cell,
    Choice,
    Column,
    EntryCell,
    Line,
    Option,
    OptionsCell,
    Page,
    Row,
    Sentences,
    Table,
    TextCell,
    Width,
    soft,
)
from models.schema.snapshot import Snapshot
from models.schema.steps.scenario_steps import set_stance
from models.schema.view import PageName
from models.schema.workshop import Action, ActionKind, Signpost, WatchState

WHAT = marked(
    "A signpost is something that can be seen when an assumption is changing; an analyst added those of the case."
)
ASK = marked("Does what was seen speak for it or against it? The room decides.")
WATCHES = marked("Who watches")


DOES = marked("Who does it")


def signposts_page(snapshot: Snapshot, parts: Choice) -> Page:
    """What matters here: under assumptions that advice changes with, seen, or owned; or all of it."""
    every, shown = kept_shown(snapshot)
    return Page(
        name=PageName.WATCH.value,
        title=signposts_title(every),
        lead=(soft(f"{message(WHAT)} {unowned(every)}".strip()),),
        tools=(parts, extent(snapshot, len(every))),
        blocks=(*_seen(snapshot, every), _signposts(snapshot, shown), adding(snapshot, shown, (None,))),
    )


def signposts_title(every: Iterable[Kept]) -> str:
    """What has been seen so far, in one sentence without its full stop."""
    seen = [(one.item, post.state) for one in every for post in one.seen]
    if not seen:
        return message("No signpost has been marked yet")
    tripped = sum(state is WatchState.TRIPPED for _, state in seen)
    signs = len(seen) - tripped
    parts = [plural("{number} signpost seen", "{number} signposts seen", tripped)] if tripped else []
    if signs:
        parts.append(
            told("some signs of {number} more" if tripped else "some signs of {number}", number=signs)
        )
    names = dict.fromkeys(quoted(item.title) for item, _ in seen)
    return sentence_start(
        told("{seen}: look at {names}", seen=in_turn(parts), names=listed(names, limit=NAMED))
    )


def _seen(snapshot: Snapshot, every: Iterable[Kept]) -> tuple[Block, ...]:
    """What was seen of which assumption, and the stances that the room could take instead; none is taken by itself."""
    lines = []
    for one in every:
        if not one.seen:
            continue
        stance = comes_to(snapshot, one.item.id)
        counts = {state: sum(post.state is state for post in one.seen) for state in WatchState}
        tripped, signs = counts[WatchState.TRIPPED], counts[WatchState.SOME_SIGNS]
        parts = [told("{number} seen", number=tripped)] if tripped else []
        parts += [told("some signs of {number}", number=signs)] if signs else []
        buttons = (
            Option(
                text=told("Set to {stance}", stance=uncapitalised(sign(other).word)),
                action=set_stance(one.item.id, other),
                sign=sign(other),
            )
            for other in (Stance.UNCERTAIN, Stance.FAILS, Stance.HOLDS)
            if other is not stance
        )
        line = Line(
            text=plural(
                "{name}: {seen} of {number} signpost.",
                "{name}: {seen} of {number} signposts.",
                len(one.signposts),
                name=one.item.title,
                seen=in_turn(parts),
            ),
            code=one.item.code,
            sign=statement_sign(snapshot, one.item.id),
            note=message(ASK),
            action=look(picked=one.item.id),
            buttons=tuple(buttons),
        )
        lines.append(line)
    return (Sentences(id="seen", heading=message("What was seen"), lines=tuple(lines)),) if lines else ()


def _signposts(snapshot: Snapshot, shown: Iterable[Kept]) -> Table:
    pairs, more = few_of([(one, post) for one in shown for post in one.signposts], snapshot.view.picked)
    rows = by_owner(pairs, lambda one, post: _post_row(snapshot, one, post))
    return Table(
        id="signposts",
        columns=(
            Column(
                id="text", title=message("What to look for"), width=Width.STRETCH, tip=meaning("Signpost")
            ),
            Column(id="about", title=message("Assumption")),
            Column(id="state", title=message("Seen?")),
            Column(id="owner", title=message(WATCHES)),
            Column(id="date", title=message("Date")),
            Column(id="source", title=message("Source", "signpost")),
            Column(id="acts", control=True),
        ),
        rows=rows,
        note=more,
        empty=message("No signpost is under an assumption that advice changes with from here."),
        share=2,
    )


def _post_row(snapshot: Snapshot, one: Kept, post: Signpost) -> Row:
    case = snapshot.case
    own = own_text(case, post)
    plain = Signpost(assumption=post.assumption, text=post.text)
    states = tuple(
        Option(
            text=uncapitalised(shown.short),
            action=noting(plain, own, "state", state),
            chosen=post.state is state,
            sign=shown,
        )
        for state, shown in ((state, sign(state)) for state in WatchState)
    )
    cells: tuple[Cell, ...] = (
        own_cell(case, plain),
        about_cell(one),
        OptionsCell(options=states),
        owner_cell(plain, own, post.owner, message(WATCHES)),
        date_cell(post, plain, own, date_hint(post.state)),
        EntryCell(
            text=post.source,
            action=noting(plain, own, "source"),
            hint=message("where"),
            label=told("Source: {signpost}", signpost=post.text),
        ),
        removing(plain, own),
    )
    return kept_row(snapshot, "signpost", post, cells, f"{post.text}: {sign(post.state).word}")


def actions_page(snapshot: Snapshot, parts: Choice) -> Page:
    """What is done about the assumptions that matter here, or about all of them."""
    every, shown = kept_shown(snapshot)
    return Page(
        name=PageName.WATCH.value,
        title=_actions_title(every),
        lead=(soft(meanings()),),
        tools=(parts, extent(snapshot, len(every))),
        blocks=(_actions(snapshot, shown), adding(snapshot, shown, tuple(ActionKind))),
    )


def _actions_title(every: Iterable[Kept]) -> str:
    """How many actions somebody looks after, in one sentence without its full stop."""
    ideas = [idea for one in every for idea in one.actions]
    owned = sum(bool(idea.owner.strip()) for idea in ideas)
    if not owned:
        return message("Nobody has taken on an action yet")
    if len(ideas) == 1:
        return message("1 of 1 action has somebody who does it")
    return plural(
        "{number} of {total} actions has somebody who does it",
        "{number} of {total} actions have somebody who does it",
        owned,
        total=len(ideas),
    )


def _actions(snapshot: Snapshot, shown: Iterable[Kept]) -> Table:
    pairs, more = few_of([(one, idea) for one in shown for idea in one.actions], snapshot.view.picked)
    return Table(
        id="actions",
        columns=(
            Column(id="text", title=message("Action"), width=Width.STRETCH),
            Column(
                id="kind",
                title=message("Kind"),
                tip=f"{explained('Shaping action')} {explained('Hedging action')}",
            ),
            Column(id="about", title=message("Assumption")),
            Column(id="owner", title=message(DOES)),
            Column(id="date", title=message("By")),
            Column(id="acts", control=True),
        ),
        rows=by_owner(pairs, lambda one, idea: _idea_row(snapshot, one, idea)),
        note=more,
        empty=message("The case proposes no shaping or hedging action for these."),
        share=1,
    )


def _idea_row(snapshot: Snapshot, one: Kept, idea: Action) -> Row:
    own = own_text(snapshot.case, idea)
    plain = Action(assumption=idea.assumption, kind=idea.kind, text=idea.text)
    cells: tuple[Cell, ...] = (
        own_cell(snapshot.case, plain),
        TextCell(text=message(ACTION_WORDS[idea.kind]), tip=message(ACTION_MEANINGS[idea.kind])),
        about_cell(one),
        owner_cell(plain, own, idea.owner, message(DOES)),
        date_cell(idea, plain, own, message("by")),
        removing(plain, own),
    )
    return kept_row(snapshot, "action", idea, cells, f"{message(ACTION_WORDS[idea.kind])}: {idea.text}")
