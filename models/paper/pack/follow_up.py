"""The last sheets of a day: what people take away, and who watches and does what, by owner, and what moved since."""

from collections.abc import Iterator

from models.analyses.snapshots import complete
from models.language.messages import marked, message
from models.pages.watch.kept import duties_page, kept
from models.pages.watch.so_far import moves
from models.paper.document import Document, Part
from models.paper.forms import Blanks, Lines
from models.paper.pack.wish import Wish, sheet
from models.schema.page import Block, Column, Page, Row, Table, TextCell, Width, soft
from models.schema.snapshot import Snapshot

TO_FILL_IN = marked(
    "Nobody has taken anything on yet. Write down who watches what, and until when. An analyst added the signposts "
    "of the case."
)
REST, TO_WRITE = marked("Nobody watches these yet"), marked("Write down who watches what, and until when.")
TO_WRITE_ON = TextCell(text="\u00a0" * 13)
"""An empty column would be left out, and one of fewer letters would be as narrow as they are."""


QUESTIONS = (
    (
        marked("What surprised you?"),
        marked(
            "A verdict that you had expected otherwise, or an assumption that mattered more than you thought."
        ),
        3,
    ),
    (marked("Which assumption do you trust least now, and what would show that it fails?"), "", 3),
    (
        marked(
            "Which recommendation would you no longer sign as it stands? What would you write in its place?"
        ),
        "",
        4,
    ),
    (
        marked("What was missing from the argument?"),
        marked("An assumption, an argument, an objection."),
        3,
    ),
    (marked("What will you do, and by when?"), "", 2),
    (marked("What should the next workshop keep, and what should it change?"), "", 2),
)


def follow_up(wish: Wish) -> tuple[Document, ...]:
    """What has an owner, by owner, what moved, and the signposts of what nobody watches, with room to write."""
    snapshot = complete(wish.snapshot)
    duties = duties_page(snapshot)
    title, blocks, same = moves(snapshot, wish.since)
    rest = tuple(_rows(snapshot))
    pages = [duties] if duties.blocks else [_to_fill_in(message("Signposts"), TO_FILL_IN, rest)]
    if blocks and (wish.since or not same):
        pages.append(Page(name="moved", title=title, blocks=blocks))
    if duties.blocks and rest:
        pages.append(_to_fill_in(message(REST), TO_WRITE, rest))
    parts = tuple(Part(page=page) for page in pages)
    return (sheet(wish, message("Follow-up"), title=message("Who watches, who acts"), parts=parts),)


def _to_fill_in(title: str, told: str, rows: tuple[Row, ...]) -> Page:
    columns = (
        Column(id="what", title=message("What to look for"), width=Width.STRETCH),
        Column(id="who", title=message("Who watches")),
        Column(id="when", title=message("Look by")),
    )
    table = Table(id="signposts", columns=columns, rows=rows)
    lead = (soft(message(told)),)
    return Page(name="follow-up", title=title, lead=lead, blocks=(table,))


def _rows(snapshot: Snapshot) -> Iterator[Row]:
    """The signposts of what advice changes with and nobody watches; of every such one where no single one does."""
    every = [one for one in kept(snapshot) if not one.owned]
    matters = [one for one in every if one.load] or every
    for one in matters:
        section = f"{one.item.title} {one.item.code}"
        for post in one.signposts:
            yield Row(
                id="/".join(post.key),
                cells=(TextCell(text=post.text, lines=3), TO_WRITE_ON, TO_WRITE_ON),
                section=section,
            )
            section = ""


def hot_wash(wish: Wish) -> tuple[Document, ...]:
    """The same sheet for each person."""
    lines = tuple(
        Lines(id=f"question-{place}", question=message(question), hint=message(hint), number=number)
        for place, (question, hint, number) in enumerate(QUESTIONS, start=1)
    )
    who: Block = Blanks(id="who", names=(message("Table"), message("Name, if you like")), shares=(1, 2))
    page = Page(name="hot-wash", title="", blocks=(who, *lines))
    document = sheet(
        wish,
        message("Hot wash"),
        title=message("Before you go: what do you take away?"),
        lead=(message("Five minutes, in your own words. Hand it to the facilitator."),),
        parts=(Part(page=page),),
    )
    return (document,) * wish.number
