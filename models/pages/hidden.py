"""Pages without verdicts: while a prediction is asked, or where nothing follows from the assumptions."""

from models.language.messages import message
from models.language.signs import UNTIL_REVEALED
from models.pages.impossible import impossible_page
from models.pages.programme.asked_about import written
from models.schema.page import Choice, Line, Page, Weight
from models.schema.snapshot import Snapshot

HIDDEN = UNTIL_REVEALED


def hidden_page(snapshot: Snapshot, name: str, *tools: Choice) -> Page:
    """What stands in place of a page that would give the answer away: that, and what is asked."""
    asking = snapshot.workshop.asking
    if asking is None:
        return impossible_page(snapshot, name, *tools)
    question = written(asking)
    lead = (Line(text=question, weight=Weight.SOFT),) if question else ()
    return Page(name=name, title=message(HIDDEN), lead=lead, tools=tools)
