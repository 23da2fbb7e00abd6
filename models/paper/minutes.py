"""The minutes of a workshop on paper, in the look of the briefing sheet."""

from datetime import date

from models.language.dates import day_words
from models.language.messages import message
from models.pages.watch.duties import DUTIES
from models.pages.watch.minutes import minutes, minutes_facts, minutes_title
from models.paper.document import Document, Part
from models.paper.margins import case_texts, sheet_foot, sheet_head, sheet_language
from models.paper.pack.wish import Wish
from models.schema.page import Page, Table
from models.schema.snapshot import Snapshot

A_PAGE = 12
"""So many who watch and act have a page that they can take home; fewer would leave it empty."""


def minutes_sheets(wish: Wish) -> tuple[Document, ...]:
    """The minutes; `since` chooses what the present is compared with, as in `moved_since`."""
    return (_document(wish.snapshot, wish.printed, wish.since),)


def _document(snapshot: Snapshot, printed: date, since: str) -> Document:
    case = snapshot.case
    return Document(
        title=minutes_title(snapshot),
        kind=f"{message('Minutes')} · {day_words(printed)}",
        head=sheet_head(snapshot),
        foot=sheet_foot(case, printed),
        language=sheet_language(case.language),
        texts=case_texts(case),
        printed=printed,
        lead=minutes_facts(snapshot),
        parts=tuple(Part(page=page, fresh=_is_to_take_home(page)) for page in minutes(snapshot, since)),
    )


def _is_to_take_home(page: Page) -> bool:
    rows = sum(len(block.rows) for block in page.blocks if isinstance(block, Table))
    return page.title == message(DUTIES) and rows >= A_PAGE
