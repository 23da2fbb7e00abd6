"""What do we watch? Signposts and actions by owner, what happens if advice is ignored, and the minutes."""

from models.language.messages import marked
from models.language.signs import verdicts_hidden
from models.pages.impossible import hidden_page
from models.pages.parts import choice_of, with_text
from models.pages.watch.ignored import ignored_page
from models.pages.watch.signposts import actions_page, signposts_page
from models.pages.watch.so_far import minutes_page
from models.schema.page import Page
from models.schema.snapshot import Snapshot
from models.schema.view import PageName, WatchPart

PARTS = {
    WatchPart.SIGNPOSTS: marked("Signposts"),
    WatchPart.ACTIONS: marked("Actions"),
    WatchPart.IGNORED: marked("If advice is ignored"),
    WatchPart.MINUTES: marked("Minutes"),
}


def watch(snapshot: Snapshot) -> Page:
    """The page, in the part that the view is at."""
    parts = choice_of("watch", marked("What to look at"), PARTS, snapshot.view.watch)
    match snapshot.view.watch:
        case WatchPart.SIGNPOSTS:
            return with_text(signposts_page(snapshot, parts))
        case WatchPart.ACTIONS:
            return with_text(actions_page(snapshot, parts))
        case WatchPart.IGNORED if verdicts_hidden(snapshot):
            return hidden_page(snapshot, PageName.WATCH.value, parts)
        case WatchPart.IGNORED:
            return with_text(ignored_page(snapshot, parts))
        case WatchPart.MINUTES:
            return with_text(minutes_page(snapshot, parts))
