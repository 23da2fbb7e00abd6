"""The ballot: a line for every assumption, in the order in which ballots are typed in again."""

from collections.abc import Iterator

from models.language.dates import within
from models.language.messages import marked, message, told
from models.language.naming import grouped
from models.language.workshop.ballot_words import COLUMNS
from models.paper.document import Document, Part
from models.paper.forms import Blanks, Boxes, BoxRow
from models.paper.kinds import Audience
from models.paper.pack.wish import Wish, open_round, sheet, table_names
from models.schema.case import Case
from models.schema.page import Line, Page, Sentences, Weight

HOW = {
    Audience.PEOPLE: marked("Fill in your own ballot and hand it in. No names are kept."),
    Audience.TABLES: marked(
        "Write a number of people into each box; every line adds up to all people at the table."
    ),
}
USED = marked(
    "The facilitator adds up the ballots and shows where the room differs, and which recommendations depend on that. "
    "Nothing here is a forecast."
)
TITLE = marked("Which of these do you think hold{within}?")


def ballots(wish: Wish) -> tuple[Document, ...]:
    """A ballot for each person, all alike, or one for each table with its name on it."""
    if wish.audience is Audience.TABLES:
        return tuple(_ballot(wish, name) for name in table_names(wish.snapshot, wish.number))
    return (_ballot(wish, ""),) * wish.number


def _ballot(wish: Wish, table: str) -> Document:
    snapshot, tables = wish.snapshot, wish.audience is Audience.TABLES
    names = (message("Table"), message("Number of people")) if tables else (message("Table"),)
    lead = message(
        "One number a box. “Not sure” is a good answer."
        if tables
        else "One tick a line. “Not sure” is a good answer."
    )
    return sheet(
        wish,
        told("Ballot, {round}", round=open_round(snapshot.workshop)),
        title=told(TITLE, within=within(snapshot.scenario.horizon)),
        lead=(lead,),
        one_page=True,
        parts=(
            Part(
                page=Page(
                    name="ballot",
                    title="",
                    blocks=(
                        Blanks(
                            id="who",
                            names=names,
                            shares=(5, 3) if tables else (1,),
                            known=(table.removeprefix(f"{names[0]} "),),
                        ),
                        Boxes(
                            id="boxes",
                            columns=tuple(message(name) for name in COLUMNS),
                            rows=tuple(_rows(snapshot.case, snapshot.scenario.added)),
                        ),
                        Sentences(id="how", lines=(_how(wish.audience),)),
                    ),
                )
            ),
        ),
    )


def _how(audience: Audience) -> Line:
    """How it is filled in, and what becomes of it."""
    return Line(
        text=f"{message(HOW[audience])} {message(USED)}",
        quiet=message("How it is used."),
        weight=Weight.SOFT,
    )


def _rows(case: Case, added: bool) -> Iterator[BoxRow]:
    for title, items in grouped(case, added):
        section = title
        for item in items:
            note = message("core") if item.core else ""
            yield BoxRow(name=item.text, code=item.code, note=note, section=section, strong=item.core)
            section = ""
