"""Wall sheets: one assumption or recommendation a page, whose name is read from five metres.

On A4 the capitals of a name are 18 mm high or more (72 points), those of its text 7 to 11 mm (28 to 44), of its code 7;
on A3 half as much again. A name or text that is too long for its share of the page is smaller.
"""

from models.language.messages import message, told
from models.paper.document import Document, Part
from models.paper.forms import Poster
from models.paper.pack.wish import Wish, sheet
from models.schema.case import Assumption, Case, Recommendation
from models.schema.page import Page


def wall_sheets(wish: Wish) -> tuple[Document, ...]:
    """The core assumptions, the others in the case's order, then the recommendations."""
    case = wish.snapshot.case
    first = sorted(wish.snapshot.assumptions, key=lambda item: not item.core)
    items: tuple[Assumption | Recommendation, ...] = (*first, *case.recommendations)
    return tuple(_wall(wish, case, item) for item in items)


def _wall(wish: Wish, case: Case, item: Assumption | Recommendation) -> Document:
    poster = Poster(
        id=item.id,
        kicker=f"{_noun(item)} {item.code}",
        title=item.title,
        text=item.text if item.text != item.title else "",
        foot=_foot(case, item),
    )
    part = Part(page=Page(name="wall", title="", blocks=(poster,)))
    return sheet(wish, message("Wall sheet"), title=item.title, titled=False, landscape=True, parts=(part,))


def _noun(item: Assumption | Recommendation) -> str:
    if isinstance(item, Recommendation):
        return message("Recommendation")
    return message("Core assumption" if item.core else "Assumption")


def _foot(case: Case, item: Assumption | Recommendation) -> str:
    if isinstance(item, Recommendation):
        return told("For {addressee}", addressee=item.addressee)
    model = next((model.title for model in case.models if model.id == item.model), "")
    return told("If it fails: {fails}", fails=item.if_fails) if item.if_fails else model
