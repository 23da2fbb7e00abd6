"""The hot-wash sheet: what people write down in the last five minutes, while they remember it."""

from models.language.messages import marked, message
from models.paper.document import Document, Part
from models.paper.forms import Blanks, Lines
from models.paper.pack.wish import Wish, sheet
from models.schema.page import Block, Page

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
