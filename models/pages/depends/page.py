"""What does it depend on? The matrix, nearest falls, load and doubt, ratings, and both ways to combine arguments."""

from collections.abc import Callable

from models.language.messages import marked, message, plural, told
from models.language.naming import quoted
from models.language.signs import verdicts_hidden
from models.language.words import listed
from models.pages.depends.changes import ALL_CHANGES, NEAREST, change_blocks, nearest, picked_recommendation
from models.pages.depends.load import TOGETHER_ONLY, any_together, bearing_block, ranked
from models.pages.depends.matrix import matrix, ranking
from models.pages.depends.ratings import likely_title, rating_blocks
from models.pages.depends.readings import reading_blocks, readings_title
from models.pages.depends.vulnerable import doubt_blocks, doubt_title, thresholds
from models.pages.impossible import hidden_page
from models.pages.parts import choice_of, unfolding, with_text
from models.schema.action import look
from models.schema.page import Beside, Choice, Form, Option, Page, soft
from models.schema.snapshot import Analyses, Snapshot
from models.schema.view import DependsPart, Order, Outlook, PageName

NAME = PageName.DEPENDS.value
PARTS = {
    DependsPart.MATRIX: marked("Stress test"),
    DependsPart.CHANGES: marked("Changes"),
    DependsPart.RATINGS: marked("Ratings"),
    DependsPart.DOUBT: marked("Doubt"),
    DependsPart.READINGS: marked("Readings"),
}
OUTLOOKS = {Outlook.HERE: marked("From here"), Outlook.EVERYWHERE: marked("Everywhere")}
ORDERS = {Order.CASE: marked("Case order"), Order.LOAD: marked("Most first")}
CARRYING = marked(
    "If this one assumption changed, with what links carry along, what would become of the advice?"
)
QUESTIONS = {
    Outlook.HERE: marked("If only this one assumption changed, what would become of the advice?"),
    Outlook.EVERYWHERE: marked(
        "Where this one assumption fails, in what share of the possible settings does the advice hold?"
    ),
}
WAITING = marked("What the advice depends on is being worked out")
FEW = 2
TIED_ONE = marked(
    "From here {names} decides most: if it changed, with what links carry along, {share} would change"
)
TIED = marked(
    "From here {names} decide most: if one of them changed, with what links carry along, {share} would change"
)


def depends(snapshot: Snapshot) -> Page:
    """The page, in the part that the view is at; while verdicts are hidden it says only that."""
    parts = choice_of("depends", marked("What to look at"), PARTS, snapshot.view.depends)
    if verdicts_hidden(snapshot):
        return hidden_page(snapshot, NAME, parts)
    if snapshot.analyses is None:
        return Page(name=NAME, title=message(WAITING), tools=(parts,))
    page = _PARTS[snapshot.view.depends](snapshot, snapshot.analyses, parts)
    return with_text(page)


def _matrix(snapshot: Snapshot, analyses: Analyses, parts: Choice) -> Page:
    view = snapshot.view
    picked = picked_recommendation(snapshot)
    # below the matrix, where it takes the whole width, they stand side by side
    side = Beside(
        id="aside", share=4, blocks=(nearest(snapshot, analyses, picked), bearing_block(snapshot, analyses))
    )
    carries = view.outlook is Outlook.HERE and bool(snapshot.case.links)
    question = CARRYING if carries else QUESTIONS[view.outlook]
    return Page(
        name=NAME,
        title=most_title(snapshot, analyses),
        lead=(soft(message(question)),),
        tools=(parts, *_arrangements(snapshot, analyses)),
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
        Choice(id="choose-outlook", label=message("From where"), options=tuple(outlooks)),
        Choice(id="choose-order", label=message("Order"), options=tuple(orders)),
    )


def most_title(snapshot: Snapshot, analyses: Analyses) -> str:
    """What decides most, from here or over all settings, in one sentence without its full stop."""
    found = ranked(snapshot, analyses)
    most = found[0][1]
    here = snapshot.view.outlook is Outlook.HERE
    if not most:
        return _none_decides(analyses, here=here)
    first = [one.item for one, load in found if load == most]
    if len(first) <= FEW:
        names = listed(quoted(item.title) for item in first)
    else:
        names = told("{number} assumptions", number=len(first))
    if not here:
        return _everywhere_title(len(found), len(first), names)
    total = len(snapshot.case.recommendations)
    if total == 1:
        share = message("the only verdict")
    else:
        share = told("{number} of {total} verdicts", number=int(most), total=total)
    alone = len(first) == 1
    if any(one.decided != one.moved for one, load in found if load == most):
        pattern = (
            marked("From here {names} decides most: {share}, as it turns out")
            if alone
            else marked("From here {names} decide most: {share}, as it turns out")
        )
    elif any(item.id in snapshot.case.linked for item in first):
        pattern = TIED_ONE if alone else TIED
    elif alone:
        pattern = marked("From here {names} decides most: if it alone changed, {share} would change")
    else:
        pattern = marked("From here {names} decide most: if one of them alone changed, {share} would change")
    return told(pattern, names=names, share=share)


def _everywhere_title(all_of_them: int, most: int, names: str) -> str:
    if most < all_of_them:
        return told(
            "Over all possible settings more advice holds or falls with {names} than with any other assumption",
            names=names,
        )
    return message(
        "Over all possible settings as much advice holds or falls with one assumption as with any other"
        if most > 1
        else "Over all possible settings advice holds or falls with the only assumption"
    )


def _none_decides(analyses: Analyses, *, here: bool) -> str:
    """That no assumption decides by itself, and that this is for links, where they let none turn alone."""
    if here:
        return message("No single change of an assumption would change the advice from here")
    if any_together(analyses):
        return message(TOGETHER_ONLY)
    return message("No single change of an assumption would change the advice")


def _changes(snapshot: Snapshot, analyses: Analyses, parts: Choice) -> Page:
    picked = picked_recommendation(snapshot)
    return Page(
        name=NAME,
        title=told("What would change {name}", name=quoted(picked.title)),
        lead=(soft(message("Try makes the changes of a line; Undo takes them back."), private=True),),
        tools=(parts, _recommendations(snapshot, picked.id), *_show_all(snapshot, analyses, picked.id)),
        blocks=change_blocks(snapshot, analyses, picked),
    )


def _recommendations(snapshot: Snapshot, picked: str) -> Choice:
    return Choice(
        id="choose-recommendation",
        label=message("Recommendation"),
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
    closed = plural("Show all ({number} set)", "Show all ({number} sets)", longest)
    option = unfolding(snapshot.view, ALL_CHANGES, closed, message("Show the smallest"))
    choice = Choice(id="how-many", label=message("How many", "changes"), options=(option,), form=Form.BUTTONS)
    return (choice,) if longest > NEAREST else ()


def _ratings(snapshot: Snapshot, analyses: Analyses, parts: Choice) -> Page:
    picked = picked_recommendation(snapshot)
    return Page(
        name=NAME,
        title=likely_title(snapshot, analyses),
        lead=(
            soft(
                message(
                    "How likely does the room take each assumption to be? Nothing is made up for what is not rated."
                )
            ),
        ),
        tools=(parts, choice_of("outlook", marked("From where"), OUTLOOKS, snapshot.view.outlook)),
        blocks=rating_blocks(snapshot, analyses, picked),
    )


def _doubt(snapshot: Snapshot, analyses: Analyses, parts: Choice) -> Page:
    picked = picked_recommendation(snapshot)
    return Page(
        name=NAME,
        title=doubt_title(snapshot, analyses),
        lead=(soft(thresholds(snapshot, analyses)),),
        tools=(parts, choice_of("outlook", marked("From where"), OUTLOOKS, snapshot.view.outlook)),
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
