"""Table cards: who sits here, which assumptions to argue about, and what to ask of them."""

from models.analyses.groups.standing import revealed_standing
from models.language.messages import marked, message, plural, told
from models.pages.differ.splits import talk_about
from models.paper.document import Document, Part
from models.paper.forms import Point, Poster
from models.paper.pack.wish import Wish, open_round, sheet, table_names
from models.schema.case import Assumption
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
