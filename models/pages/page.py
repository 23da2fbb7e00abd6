"""Which page is shown: the one place that knows them all; each is loaded when it is first asked for."""

from dataclasses import replace

from models.language.messages import marked, message
from models.language.signs import BEING_WORKED_OUT
from models.pages.certainty import certainty
from models.schema.page import Line, Page, Weight, for_room
from models.schema.snapshot import Snapshot
from models.schema.view import DifferPart, PageName, Picture, View

ABOUT_VERDICTS = (PageName.DEPENDS, PageName.DIFFER, PageName.WATCH)
WAIT = marked("So much is uncertain that it takes a moment.")


def page(snapshot: Snapshot) -> Page:
    """The page that the view is at, and what of it is not exact."""
    if snapshot.evaluation.pending and not _is_board(snapshot):
        lead = (Line(text=message(WAIT), weight=Weight.SOFT),)
        return Page(name=snapshot.view.page.value, title=message(BEING_WORKED_OUT), lead=lead)
    described = _page(snapshot)
    if snapshot.view.looking_back and snapshot.view.page in ABOUT_VERDICTS:
        described = _of_before(described)
    unproven = certainty(snapshot)
    return replace(described, lead=(*described.lead, *unproven)) if unproven else described


def _of_before(described: Page) -> Page:
    """The page with a word on whose state it shows; what still holds says that itself."""
    first, *rest = described.lead or (Line(text="", weight=Weight.SOFT),)
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
