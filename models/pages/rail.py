"""What stands beside every page while a workshop runs: the time of the agenda's step, and the way through the walk."""

from models.pages.programme.agenda_page import moment_of
from models.pages.programme.walk_screens import screens
from models.schema.action import Action, look
from models.schema.snapshot import Snapshot


def chip(snapshot: Snapshot) -> str:
    """The time of the agenda's step for a small label, or nothing while none is present."""
    if not snapshot.workshop.agenda_at or snapshot.clock.now is None:
        return ""
    return moment_of(snapshot).chip


def walked(snapshot: Snapshot, by: int) -> Action:
    """The action that goes so many screens of the walk-through on; past its ends it stays where it is."""
    names = [screen.id for screen in screens(snapshot.case, snapshot.view.short_walk)]
    here = names.index(snapshot.view.screen) if snapshot.view.screen in names else 0
    return look(screen=names[max(0, min(len(names) - 1, here + by))])
