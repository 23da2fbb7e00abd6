"""Briefing sheet, annex, and the minutes in their look: what is supposed, what holds, why, what would change that."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from models.charts.glyphs import clipped
from models.language.dates import day_words
from models.language.messages import marked, message, told
from models.language.words import counted
from models.pages.depends.changes import ALL_CHANGES
from models.pages.page import page
from models.pages.sheet import analysed, sheet_pages, sheet_sentence, sheet_title
from models.pages.watch.kept import DUTIES
from models.pages.watch.minutes import minutes, minutes_facts, minutes_title
from models.paper.document import Document, Part
from models.paper.forms import case_texts, sheet_foot, sheet_head, sheet_language, sheet_subtitle
from models.paper.pack.wish import Wish
from models.schema.page import Beside, Block, Page, Stack, Table, soft
from models.schema.snapshot import Snapshot
from models.schema.view import DependsPart, Outlook, PageName, View, WatchPart

LONGEST_HEAD = 90
WELL_FILLED = 6
"""So many recommendations fill a page with what they depend on; with fewer, the assumptions follow beneath."""
KEPT_FOR_THE_SCREEN = frozenset({"aside", "enough", "keeps", "ratings-choice", "uses"})
"""Blocks that repeat, a recommendation at a time, what the annex lists for all of them, or ask for ratings."""
LOOPS = "loops"
"""What advice that is ignored does; by itself it changes nothing."""
HEADS = {"load": (marked("Assumption"), marked("Decides"))}
"""What stands over the columns of tables that need no head on the screen: on paper it is repeated on the next page."""
MOST_PRINTED = 60
"""With more assumptions or recommendations the matrices are wider than paper, and the annex leaves them out."""
CONDITIONAL = marked("What follows if the argument is right; not a forecast.")


A_PAGE = 12
"""So many who watch and act have a page that they can take home; fewer would leave it empty."""


def sheets(wish: Wish) -> tuple[Document, ...]:
    """The sheet; the annex adds what the page *What does it depend on?* and *If advice is ignored* answer."""
    return (_sheet(wish.snapshot, wish.printed, wish.annex, wish.picked),)


def _sheet(snapshot: Snapshot, printed: date, annex: bool, picked: str) -> Document:
    full = analysed(snapshot) if annex else snapshot
    pages = sheet_pages(full)
    large = len(full.case.recommendations) > WELL_FILLED
    parts = [Part(page=each, fresh=place == 1 and large) for place, each in enumerate(pages)]
    if annex and full.evaluation.contradiction is None:
        parts += _annex(full, picked or full.case.recommendations[0].id)
    subtitle, title = sheet_subtitle(full), full.case.title
    named = title if len(title) > LONGEST_HEAD else ""  # the head cuts it
    lead = (sheet_sentence(full), subtitle, named)
    return Document(
        title=sheet_title(full),
        kind=f"{message('Briefing sheet')} · {day_words(printed)}",
        head=clipped(subtitle or title, LONGEST_HEAD),
        foot=f"{message(CONDITIONAL)} {sheet_foot(full.case, printed)}",
        language=sheet_language(full.case.language),
        texts=case_texts(full.case),
        printed=printed,
        lead=tuple(part for part in lead if part),
        parts=tuple(parts),
        in_lines=True,
    )


def _annex(snapshot: Snapshot, picked: str) -> Iterator[Part]:
    """What has something to say, each question under its own title."""
    asked = replace(snapshot, view=View(page=PageName.DEPENDS, picked=picked, unfolded=(ALL_CHANGES,)))
    if max(len(snapshot.assumptions), len(snapshot.case.recommendations)) > MOST_PRINTED:
        yield Part(page=_left_out(snapshot), fresh=True)
        yield Part(page=_printed(replace(asked, view=replace(asked.view, depends=DependsPart.DOUBT))))
        return
    views = [
        replace(asked.view, outlook=Outlook.HERE),
        replace(asked.view, outlook=Outlook.EVERYWHERE),
        replace(asked.view, depends=DependsPart.DOUBT),
        *(
            replace(asked.view, depends=DependsPart.CHANGES, picked=item.id)
            for item in snapshot.case.recommendations
        ),
    ]
    if snapshot.analyses and any(item.reading_decides for item in snapshot.analyses.readings.recommendations):
        views.append(replace(asked.view, depends=DependsPart.READINGS))
    if snapshot.scenario.credences:
        views.append(replace(asked.view, depends=DependsPart.RATINGS))
    if snapshot.case.feedback:
        ignored = snapshot.view.ignored
        views.append(replace(asked.view, page=PageName.WATCH, watch=WatchPart.IGNORED, ignored=ignored))
    for view in views:
        described = _printed(replace(asked, view=view))
        if any(block.id != LOOPS for block in described.blocks):
            yield Part(page=described)


def _left_out(snapshot: Snapshot) -> Page:
    """What the annex of a vast case does not have, and where it is."""
    why = told(
        "This case has {assumptions} and {recommendations}. With more than {most} of either, "
        "the stress test, what would change each recommendation and the readings are not printed: "
        "see them in the window.",
        assumptions=counted(len(snapshot.assumptions), "assumption"),
        recommendations=counted(len(snapshot.case.recommendations), "recommendation"),
        most=MOST_PRINTED,
    )
    lead = (soft(why),)
    return Page(name="annex", title=message("What is not printed here"), lead=lead)


def _printed(asked: Snapshot) -> Page:
    """A page of the window as it is printed; where nothing is rated, nothing is said of doubt."""
    described = page(asked)
    of_doubt = (asked.view.page, asked.view.depends) == (PageName.DEPENDS, DependsPart.DOUBT)
    if of_doubt and not asked.scenario.credences:
        described = replace(described, title="", lead=())
    return replace(described, blocks=_told(described.blocks))


def _told(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without those that are kept for the screen, and without tables that have nothing in them."""
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Beside | Stack):
            inner = _told(block.blocks)
            kept += [replace(block, blocks=inner)] if inner and block.id not in KEPT_FOR_THE_SCREEN else []
        elif block.id not in KEPT_FOR_THE_SCREEN and not (isinstance(block, Table) and not block.rows):
            kept.append(_headed(block))
    return tuple(kept)


def _headed(block: Block) -> Block:
    """A table with a head where it has none on the screen."""
    if not isinstance(block, Table) or block.id not in HEADS:
        return block
    heads = dict(zip(block.columns, HEADS[block.id], strict=False))
    columns = (replace(one, title=message(heads[one])) if one in heads else one for one in block.columns)
    return replace(block, columns=tuple(columns))


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
