"""Table cards: who sits here, what to argue about, and what to ask. And wall sheets, one statement a page.

The name on a wall sheet is read from five metres: on A4 its capitals are 18 mm high or more (72 points), those of its
text 7 to 11 mm (28 to 44), of its code 7; on A3 half as much again. What is too long for its share is smaller.
"""

from models.analyses.groups.standing import revealed_standing
from models.language.messages import marked, message, plural, told
from models.pages.differ.splits import talk_about
from models.paper.document import Document, Part
from models.paper.forms import Point, Poster
from models.paper.pack.wish import Wish, open_round, sheet, table_names
from models.schema.case import Assumption, Case, Recommendation
from models.schema.page import Page
from models.schema.snapshot import Snapshot
from models.schema.standing import Standing

MOST = 3
FOOT = marked(
    "Say of each: it holds, we are not sure, or it fails. A minority of one is worth writing down. The questions "
    "are an analyst’s."
)


def table_cards(wish: Wish) -> tuple[Document, ...]:
    """A card for each table."""
    shown = revealed_standing(wish.snapshot.standing)
    points = tuple(
        Point(name=item.text, code=item.code, texts=item.challenge)
        for item in to_argue_about(wish.snapshot, shown)
    )
    asked = plural("{number} assumption to argue about", "{number} assumptions to argue about", len(points))
    if shown is not None and shown.workshop.round != wish.snapshot.workshop.round:
        asked = told("{asked}, after {round}", asked=asked, round=open_round(shown.workshop))
    return tuple(
        sheet(
            wish,
            message("Table card"),
            title=name,
            titled=False,
            parts=(
                Part(
                    page=Page(
                        name="card",
                        title="",
                        blocks=(
                            Poster(id="card", kicker=asked, title=name, points=points, foot=message(FOOT)),
                        ),
                    )
                ),
            ),
        )
        for name in table_names(wish.snapshot, wish.number)
    )


def to_argue_about(snapshot: Snapshot, shown: Standing | None) -> tuple[Assumption, ...]:
    """What the groups of the round that is shown differ on and most advice depends on; else the core assumptions."""
    split = tuple(talk_about(shown)) if shown is not None else ()
    core = tuple(item for item in snapshot.case.assumptions if item.core)
    return (split or core or snapshot.case.assumptions)[:MOST]


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
