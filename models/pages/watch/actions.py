"""The actions that keep an assumption so, or prepare for its end: a table by owner."""

from collections.abc import Iterable

from models.language.messages import marked, message, plural
from models.language.workshop.signpost_words import ACTION_MEANINGS, ACTION_WORDS, own_text
from models.pages.glossary import explained
from models.pages.watch.adding import adding
from models.pages.watch.kept import Kept, by_owner, few_of
from models.pages.watch.kept_cells import (
    about_cell,
    date_cell,
    extent,
    kept_row,
    kept_shown,
    meanings,
    own_cell,
    owner_cell,
    removing,
)
from models.schema.page import (
    Cell,
    Choice,
    Column,
    Line,
    Page,
    Row,
    Table,
    TextCell,
    Weight,
    Width,
)
from models.schema.snapshot import Snapshot
from models.schema.view import PageName
from models.schema.workshop import Action, ActionKind

DOES = marked("Who does it")


def actions_page(snapshot: Snapshot, parts: Choice) -> Page:
    """What is done about the assumptions that matter here, or about all of them."""
    every, shown = kept_shown(snapshot)
    return Page(
        name=PageName.WATCH.value,
        title=_actions_title(every),
        lead=(Line(text=meanings(), weight=Weight.SOFT),),
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
