"""Signposts and actions by owner: what to watch, what has been seen of it, who watches, and what is done about it."""

from collections.abc import Iterable

from models.language.messages import marked, message, plural, told
from models.language.naming import quoted
from models.language.panes import comes_to
from models.language.signs import statement_sign, verdicts_hidden
from models.language.states import sign
from models.language.words import in_turn, listed, sentence_start, uncapitalised
from models.language.workshop.signpost_words import ACTION_MEANINGS, ACTION_WORDS, date_hint, own_text, speaks
from models.pages.glossary import explained, meaning
from models.pages.watch.adding import adding
from models.pages.watch.kept import NAMED, Kept, by_owner, few_of, kept, unowned
from models.schema.action import Step, look
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.page import (
    Block,
    ButtonsCell,
    Cell,
    Choice,
    Column,
    Entry,
    EntryCell,
    Line,
    Option,
    OptionsCell,
    Page,
    Row,
    Sentences,
    Table,
    TextCell,
    Weight,
    Width,
)
from models.schema.snapshot import Snapshot
from models.schema.steps.scenario_steps import set_stance
from models.schema.steps.signpost_steps import field_noted, own_reworded, removed
from models.schema.view import PageName
from models.schema.workshop import Action, ActionKind, Signpost, WatchState

WHAT = marked("A signpost is something that can be seen when an assumption is changing.")
ASK = marked("Does what was seen speak for it or against it? The room decides.")
WATCHES, DOES = marked("Who watches"), marked("Who does it")


def signposts_page(snapshot: Snapshot, parts: Choice) -> Page:
    """What matters here: under assumptions that advice changes with, seen, or owned; or all of it."""
    every, shown = _shown(snapshot)
    return Page(
        name=PageName.WATCH.value,
        title=signposts_title(every),
        lead=(Line(text=f"{message(WHAT)} {unowned(every)}".strip(), weight=Weight.SOFT),),
        tools=(parts, _extent(snapshot, len(every))),
        blocks=(
            *_seen(snapshot, every),
            _signposts(snapshot, shown),
            adding(snapshot, shown, (None,)),
        ),
    )


def actions_page(snapshot: Snapshot, parts: Choice) -> Page:
    """What is done about the assumptions that matter here, or about all of them."""
    every, shown = _shown(snapshot)
    return Page(
        name=PageName.WATCH.value,
        title=_actions_title(every),
        lead=(Line(text=_meanings(), weight=Weight.SOFT),),
        tools=(parts, _extent(snapshot, len(every))),
        blocks=(_actions(snapshot, shown), adding(snapshot, shown, tuple(ActionKind))),
    )


def _meanings() -> str:
    """What both kinds of action are."""
    each = (f"{message(ACTION_WORDS[kind])}: {message(meant)}" for kind, meant in ACTION_MEANINGS.items())
    return f"{'; '.join(each)}."


def _shown(snapshot: Snapshot) -> tuple[list[Kept], list[Kept]]:
    """All assumptions, and those that are shown."""
    every = kept(snapshot)
    everything = snapshot.view.everything or verdicts_hidden(snapshot)
    return every, [one for one in every if everything or one.load or one.seen or one.owned]


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


def _extent(snapshot: Snapshot, total: int) -> Choice:
    everything = snapshot.view.everything
    options = (
        Option(text=message("What matters here"), action=look(everything=False), chosen=not everything),
        Option(text=told("All {total}", total=total), action=look(everything=True), chosen=everything),
    )
    return Choice(id="extent", label=message("Which assumptions"), options=options)


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


def _post_row(snapshot: Snapshot, one: Kept, post: Signpost) -> Row:
    case = snapshot.case
    own = own_text(case, post)
    plain = Signpost(assumption=post.assumption, text=post.text)
    states = tuple(
        Option(
            text=uncapitalised(shown.short),
            action=_noting(plain, own, "state", state),
            chosen=post.state is state,
            sign=shown,
        )
        for state, shown in ((state, sign(state)) for state in WatchState)
    )
    cells: tuple[Cell, ...] = (
        _text(case, plain),
        _about(one),
        OptionsCell(options=states),
        _owner(plain, own, post.owner, message(WATCHES)),
        _date(post, plain, own, date_hint(post.state)),
        EntryCell(
            text=post.source,
            action=_noting(plain, own, "source"),
            hint=message("where"),
            label=told("Source: {signpost}", signpost=post.text),
        ),
        _removing(plain, own),
    )
    return _row(snapshot, "signpost", post, cells, f"{post.text}: {sign(post.state).word}")


def _idea_row(snapshot: Snapshot, one: Kept, idea: Action) -> Row:
    own = own_text(snapshot.case, idea)
    plain = Action(assumption=idea.assumption, kind=idea.kind, text=idea.text)
    cells: tuple[Cell, ...] = (
        _text(snapshot.case, plain),
        TextCell(text=message(ACTION_WORDS[idea.kind]), tip=message(ACTION_MEANINGS[idea.kind])),
        _about(one),
        _owner(plain, own, idea.owner, message(DOES)),
        _date(idea, plain, own, message("by")),
        _removing(plain, own),
    )
    return _row(snapshot, "action", idea, cells, f"{message(ACTION_WORDS[idea.kind])}: {idea.text}")


def _row(snapshot: Snapshot, kind: str, item: Signpost | Action, cells: tuple[Cell, ...], spoken: str) -> Row:
    owner = f", {item.owner}" if item.owner.strip() else ""
    return Row(
        id="/".join((kind, *item.key)),
        cells=cells,
        picked=snapshot.view.picked == item.assumption,
        spoken=f"{spoken}{owner}",
        action=look(picked=item.assumption),
    )


def _text(case: Case, plain: Signpost | Action) -> Cell:
    """What it is; a text of the room's own can be changed."""
    if not own_text(case, plain):
        says = speaks(case, plain) if isinstance(plain, Signpost) else ""
        return TextCell(text=plain.text, detail=says, lines=2)
    return EntryCell(
        text=plain.text,
        action=Step(own_reworded, (plain,), dated=True),
        label=message("The room’s own words"),
    )


def _about(one: Kept) -> TextCell:
    load = ""
    if one.load:
        load = plural(
            "decides {number} recommendation from here",
            "decides {number} recommendations from here",
            one.load,
        )
    return TextCell(text=one.item.title, code=one.item.code, tip=load)


def _noting(plain: Signpost | Action, own: bool, field: str, *value: WatchState) -> Step:
    return Step(field_noted, (plain, own, field, *value), dated=True)


def _owner(plain: Signpost | Action, own: bool, owner: str, hint: str) -> EntryCell:
    action = _noting(plain, own, "owner")
    return EntryCell(text=owner, action=action, hint=message("who"), label=f"{hint}: {plain.text}")


def _date(item: Signpost | Action, plain: Signpost | Action, own: bool, hint: str) -> EntryCell:
    return EntryCell(
        text=item.on.isoformat() if item.on else "",
        action=_noting(plain, own, "on"),
        kind=Entry.DATE,
        hint=hint,
        label=told("Date ({hint}): {what}", hint=hint, what=plain.text),
        day=item.on,
    )


def _removing(plain: Signpost | Action, own: bool) -> ButtonsCell:
    remove = Option(
        text=message("Remove"), action=Step(removed, (plain,), dated=True), tip=message("Undo brings it back")
    )
    return ButtonsCell(buttons=(remove,) if own else ())
