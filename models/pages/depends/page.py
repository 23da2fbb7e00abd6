"""What does it depend on? The matrix, nearest falls, load and doubt, ratings, and both ways to combine arguments."""

from collections.abc import Callable

from models.language.messages import message
from models.language.naming import quoted
from models.language.signs import verdicts_hidden
from models.language.words import counted, listed
from models.pages.depends.changes import ALL_CHANGES, NEAREST, change_blocks, nearest, picked_recommendation
from models.pages.depends.load import bearing_block, ranked
from models.pages.depends.matrix import matrix, ranking
from models.pages.depends.ratings import likely_title, rating_blocks
from models.pages.depends.readings import reading_blocks, readings_title
from models.pages.depends.vulnerable import doubt_blocks, doubt_title, thresholds
from models.pages.hidden import hidden_page
from models.pages.parts import choice_of, share_words, unfolding, with_text
from models.schema.action import look
from models.schema.page import Beside, Choice, Form, Line, Option, Page, Stack, Weight
from models.schema.snapshot import Analyses, Snapshot
from models.schema.view import DependsPart, Order, Outlook, PageName

NAME = PageName.DEPENDS.value
PARTS = {
    DependsPart.MATRIX: "Stress test",
    DependsPart.CHANGES: "Changes",
    DependsPart.RATINGS: "Ratings",
    DependsPart.DOUBT: "Doubt",
    DependsPart.READINGS: "Readings",
}
OUTLOOKS = {Outlook.HERE: "From here", Outlook.EVERYWHERE: "Everywhere"}
ORDERS = {Order.CASE: "Case order", Order.LOAD: "Most first"}
QUESTIONS = {
    Outlook.HERE: "If only this one assumption changed, what would become of the advice?",
    Outlook.EVERYWHERE: "Where this one assumption fails, in what share of the possible settings does the advice hold?",
}
WAITING = "What the advice depends on is being worked out"
FEW = 2


def depends(snapshot: Snapshot) -> Page:
    """The page, in the part that the view is at; while verdicts are hidden it says only that."""
    parts = choice_of("depends", "What to look at", PARTS, snapshot.view.depends)
    if verdicts_hidden(snapshot):
        return hidden_page(snapshot, NAME, parts)
    if snapshot.analyses is None:
        return Page(name=NAME, title=WAITING, tools=(parts,))
    page = _PARTS[snapshot.view.depends](snapshot, snapshot.analyses, parts)
    return with_text(page)


def _matrix(snapshot: Snapshot, analyses: Analyses, parts: Choice) -> Page:
    view = snapshot.view
    picked = picked_recommendation(snapshot)
    side = Stack(
        id="aside", share=4, blocks=(nearest(snapshot, analyses, picked), bearing_block(snapshot, analyses))
    )
    return Page(
        name=NAME,
        title=most_title(snapshot, analyses),
        lead=(Line(text=message(QUESTIONS[view.outlook]), weight=Weight.SOFT),),
        tools=(
            parts,
            *_arrangements(snapshot, analyses),
        ),
        blocks=(Beside(id="stress-test", blocks=(matrix(snapshot, analyses, picked.id), side)),),
    )


def _arrangements(snapshot: Snapshot, analyses: Analyses) -> tuple[Choice, Choice]:
    """From where it is looked at, and in which order; the order by load is the present one until it is asked anew."""
    view = snapshot.view

    def option(text: str, chosen: bool, outlook: Outlook, order: Order) -> Option:
        ranked = ranking(snapshot, analyses, outlook) if order is Order.LOAD else ()
        return Option(text=text, action=look(outlook=outlook, order=order, ranked=ranked), chosen=chosen)

    outlooks = (option(message(text), one is view.outlook, one, view.order) for one, text in OUTLOOKS.items())
    orders = (option(message(text), one is view.order, view.outlook, one) for one, text in ORDERS.items())
    return (
        Choice(id="choose-outlook", label="From where", options=tuple(outlooks)),
        Choice(id="choose-order", label="Order", options=tuple(orders)),
    )


def most_title(snapshot: Snapshot, analyses: Analyses) -> str:
    """What decides most, from here or over all settings, in one sentence without its full stop."""
    found = ranked(snapshot, analyses)
    most = found[0][1]
    here = snapshot.view.outlook is Outlook.HERE
    if not most:
        return "No single change of an assumption would change the advice" + (" from here" if here else "")
    first = [one.item for one, load in found if load == most]
    few = len(first) <= FEW
    names = listed(quoted(item.title) for item in first) if few else f"{len(first)} assumptions"
    decides = "decides most" if len(first) == 1 else "decide most"
    if not here:
        return f"Over all possible settings most advice holds or falls with {names}"
    share = share_words(int(most), len(snapshot.case.recommendations), "verdict")
    if any(one.decided != one.moved for one, load in found if load == most):
        return f"From here {names} {decides}: {share}, as it turns out"
    which = "it alone" if len(first) == 1 else "one of them alone"
    return f"From here {names} {decides}: if {which} changed, {share} would change"


def _changes(snapshot: Snapshot, analyses: Analyses, parts: Choice) -> Page:
    picked = picked_recommendation(snapshot)
    return Page(
        name=NAME,
        title=f"What would change “{picked.title}”",
        lead=(
            Line(
                text="Try makes the changes of a line; Undo takes them back.",
                weight=Weight.SOFT,
                private=True,
            ),
        ),
        tools=(parts, _recommendations(snapshot, picked.id), *_show_all(snapshot, analyses, picked.id)),
        blocks=change_blocks(snapshot, analyses, picked),
    )


def _recommendations(snapshot: Snapshot, picked: str) -> Choice:
    return Choice(
        id="choose-recommendation",
        label="Recommendation",
        form=Form.MENU,
        options=tuple(
            Option(text=f"{item.title} ({item.code})", action=look(picked=item.id), chosen=item.id == picked)
            for item in snapshot.case.recommendations
        ),
    )


def _show_all(snapshot: Snapshot, analyses: Analyses, picked: str) -> tuple[Choice, ...]:
    flips = analyses.flips_of[picked]
    found = analyses.sufficient_of[picked]
    longest = max(len(flips.accepted), len(flips.rejected), len(found.sets))
    option = unfolding(
        snapshot.view, ALL_CHANGES, f"Show all ({counted(longest, 'set')})", "Show the smallest"
    )
    choice = Choice(id="how-many", label="How many", options=(option,), form=Form.BUTTONS)
    return (choice,) if longest > NEAREST else ()


def _ratings(snapshot: Snapshot, analyses: Analyses, parts: Choice) -> Page:
    picked = picked_recommendation(snapshot)
    return Page(
        name=NAME,
        title=likely_title(snapshot, analyses),
        lead=(
            Line(
                text="How likely does the room take each assumption to be? Nothing is made up for what is not rated.",
                weight=Weight.SOFT,
            ),
        ),
        tools=(parts, choice_of("outlook", "From where", OUTLOOKS, snapshot.view.outlook)),
        blocks=rating_blocks(snapshot, analyses, picked),
    )


def _doubt(snapshot: Snapshot, analyses: Analyses, parts: Choice) -> Page:
    picked = picked_recommendation(snapshot)
    return Page(
        name=NAME,
        title=doubt_title(snapshot, analyses),
        lead=(Line(text=thresholds(snapshot, analyses), weight=Weight.SOFT),),
        tools=(parts, choice_of("outlook", "From where", OUTLOOKS, snapshot.view.outlook)),
        blocks=doubt_blocks(snapshot, analyses, picked),
    )


def _readings(snapshot: Snapshot, analyses: Analyses, parts: Choice) -> Page:
    return Page(
        name=NAME,
        title=readings_title(analyses.readings),
        tools=(parts,),
        blocks=reading_blocks(snapshot, analyses.readings),
    )


_PARTS: dict[DependsPart, Callable[[Snapshot, Analyses, Choice], Page]] = {
    DependsPart.MATRIX: _matrix,
    DependsPart.CHANGES: _changes,
    DependsPart.RATINGS: _ratings,
    DependsPart.DOUBT: _doubt,
    DependsPart.READINGS: _readings,
}
