"""The programme: the agenda, the walk-through and the prediction, in the order in which a day goes."""

from models.language.messages import marked
from models.pages.parts import choice_of, with_text
from models.pages.programme.agenda_page import agenda_page
from models.pages.programme.predict import predict_page
from models.pages.programme.walk import walk_page
from models.schema.page import Page
from models.schema.snapshot import Snapshot
from models.schema.view import ProgrammePart

PARTS = {
    ProgrammePart.AGENDA: marked("Agenda"),
    ProgrammePart.WALK: marked("Walk-through"),
    ProgrammePart.PREDICT: marked("Predict"),
}


def programme(snapshot: Snapshot) -> Page:
    """The page, in the part that the view is at."""
    parts = choice_of("programme", marked("What to look at"), PARTS, snapshot.view.programme)
    match snapshot.view.programme:
        case ProgrammePart.AGENDA:
            return with_text(agenda_page(snapshot, parts))
        case ProgrammePart.WALK:
            return with_text(walk_page(snapshot, parts))
        case ProgrammePart.PREDICT:
            return with_text(predict_page(snapshot, parts))
