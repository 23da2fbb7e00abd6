"""Hidden verdicts: while a prediction is asked, no page tells what follows from the assumptions."""

from models.schema.page import Choice, Line, Page, Weight
from models.schema.snapshot import Snapshot

HIDDEN = "Verdicts are hidden until the prediction is revealed"


def hidden_page(snapshot: Snapshot, name: str, *tools: Choice) -> Page:
    """What stands in place of a page that would give the answer away: that, and what is asked."""
    asking = snapshot.workshop.asking
    question = asking.question if asking is not None else ""
    lead = (Line(text=question, weight=Weight.SOFT),) if question else ()
    return Page(name=name, title=HIDDEN, lead=lead, tools=tools)
