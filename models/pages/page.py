"""Which page is shown, and what of it is not exact: the one place that knows all pages.

Each is loaded when it is first asked for. A verdict that is not proven is told as open.
"""

from dataclasses import replace

from models.language.messages import marked, message, plural
from models.language.signs import BEING_WORKED_OUT
from models.language.words import listed
from models.schema.page import Line, Page, for_room, soft
from models.schema.snapshot import Snapshot
from models.schema.view import DifferPart, PageName, Picture, View

ABOUT_VERDICTS = (PageName.DEPENDS, PageName.DIFFER, PageName.WATCH)
WAIT = marked("So much is uncertain that it takes a moment.")
NAMED = 3
NOT_TRACED = marked("Not exact: so much is uncertain that what is open may depend on less than is named.")
UNCOUNTED = marked(
    "Not exact: too much is uncertain in the baseline to say of all that holds whether it does so on fewer arguments."
)
LESS = marked("What is open may depend on less than is named.")


def page(snapshot: Snapshot) -> Page:
    """The page that the view is at, and what of it is not exact."""
    if snapshot.evaluation.pending and not _is_board(snapshot):
        lead = (soft(message(WAIT)),)
        return Page(name=snapshot.view.page.value, title=message(BEING_WORKED_OUT), lead=lead)
    described = _page(snapshot)
    if snapshot.view.looking_back and snapshot.view.page in ABOUT_VERDICTS:
        described = _of_before(described)
    unproven = certainty(snapshot)
    return replace(described, lead=(*described.lead, *unproven)) if unproven else described


def _of_before(described: Page) -> Page:
    """The page with a word on whose state it shows; what still holds says that itself."""
    first, *rest = described.lead or (soft(""),)
    text = f"{message('Before the last change.')} {first.text}".strip()
    return replace(described, lead=(replace(first, text=text), *rest))


def tells_analyses(view: View) -> bool:
    """Whether the page of a view may tell what analyses find: what holds and what groups say does not."""
    if view.page is PageName.DIFFER:
        return view.differ is DifferPart.PREDICTIONS
    return view.page is not PageName.HOLDS


def is_as_before(snapshot: Snapshot, before: Snapshot | None, view: View) -> bool:
    """Whether the page of a view says what it said: only analyses have come, of which it tells none."""
    if before is None or tells_analyses(view):
        return False
    return snapshot == replace(before, analyses=snapshot.analyses)


def _is_board(snapshot: Snapshot) -> bool:
    """Whether it is the board of all models, whose cards stay where they are while they are worked out."""
    view = snapshot.view
    return view.page is PageName.HOLDS and view.picture is Picture.BOARD and not view.model


def _page(snapshot: Snapshot) -> Page:
    match snapshot.view.page:
        case PageName.PROGRAMME:
            from models.pages.programme.page import programme

            return programme(snapshot)
        case PageName.HOLDS:
            from models.pages.holds import holds

            return holds(snapshot)
        case PageName.DEPENDS:
            from models.pages.depends.page import depends

            return depends(snapshot)
        case PageName.DIFFER:
            from models.pages.differ.page import differ

            return differ(snapshot)
        case PageName.WATCH:
            from models.pages.watch.page import watch

            return watch(snapshot)


def room_page(public: Snapshot) -> Page:
    """The page as the room sees it, of a snapshot that is public."""
    return for_room(page(public))


def certainty(snapshot: Snapshot) -> tuple[Line, ...]:
    """What is not known of this scenario, in a line; nothing where all is proven."""
    evaluation = snapshot.evaluation
    if evaluation.says_nothing or (evaluation.whole and evaluation.exact):
        return ()
    if evaluation.whole:
        return (soft(message(UNCOUNTED)),)
    if evaluation.exact:
        return (soft(message(NOT_TRACED)),)
    unknown = frozenset(evaluation.not_known)
    names = [f"“{item.title}”" for item in snapshot.case.recommendations if item.id in unknown]
    if not names:
        text = message(
            "Not exact: too much is uncertain to prove every finding. Those not proven are shown as open."
            if evaluation.not_known
            else "Not exact: too much is uncertain to count every argument. Those not proven are shown as open."
        )
    else:
        text = plural(
            "Not known: too much is uncertain to prove what becomes of {names}. "
            "It is shown as open, and may hold or fall.",
            "Not known: too much is uncertain to prove what becomes of {names}. "
            "They are shown as open, and may hold or fall.",
            len(names),
            names=listed(names, limit=NAMED),
        )
    return (soft(f"{text} {message(LESS)}"),)
