"""Slides to go on with: pages as text and tables that can be edited, charts as pictures with their words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR
from pptx.parts.coreprops import CorePropertiesPart
from pptx.util import Inches

from models.analyses.groups.standing import revealed_standing
from models.analyses.snapshots import complete
from models.charts.glyphs import visible
from models.charts.palette import Palette, palette
from models.export.slide_cards import (
    BETWEEN,
    BODY_END,
    BODY_TOP,
    HIGH,
    MARGIN,
    WIDE,
    cards,
    put,
    size_in,
    sized,
)
from models.export.slide_shapes import (
    HEADING_HIGH,
    figure,
    height_of,
    parts_of,
    sentences,
    size_for,
    table_of,
    words_of,
)
from models.language.dates import day_words
from models.language.headline import headline
from models.language.messages import ENGLISH, message, spoken, told
from models.language.naming import the_source
from models.language.panes import source_line
from models.language.signs import verdicts_hidden
from models.language.workshop.group_words import round_name
from models.pages.board_cards import beside_source
from models.pages.differ.collecting import round_of
from models.pages.page import page
from models.pages.watch.decided import HEADING, decided_table
from models.pages.watch.kept import duties_page
from models.pages.watch.minutes import verdicts
from models.pages.watch.minutes_rounds import IN_BRACKETS
from models.pages.watch.so_far import otherwise
from models.schema.page import (
    Beside,
    Block,
    Cards,
    Column,
    Figure,
    Line,
    Page,
    Row,
    Sentences,
    Stack,
    Table,
    TextCell,
    for_room,
)
from models.schema.snapshot import Snapshot
from models.schema.view import DependsPart, DifferPart, PageName, View
from models.schema.workshop import Phase

TITLE_SIZES, LEAD_SIZES = (28, 22, 16, 14, 12, 10), (16, 13, 11, 9)
FIRST_TITLE_SIZES, FIRST_SIZES = (44, 36, 28, 24, 20, 16, 12), (20, 18, 16, 14, 12, 10)
"""In points: a title, and what stands under it, are as large as their room allows."""
LONGEST_TITLE = 255
"""So many letters the format allows for the title among a deck's properties."""


def slides(snapshot: Snapshot, day: date) -> bytes:
    """The deck as PPTX: the question, what holds, what it depends on, where groups differ, what was decided."""
    full = complete(snapshot)
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDE), Inches(HIGH)
    deck.core_properties.title = visible(full.scenario.title or full.case.title)[:LONGEST_TITLE]
    _own(deck.core_properties, day)
    _title(deck, full, day)
    for described in _pages(full):
        _slides_of(deck, for_room(described))
    if spoken() != ENGLISH:
        _say_language(deck)
    out = BytesIO()
    deck.save(out)
    return out.getvalue()


def _pages(snapshot: Snapshot) -> Iterator[Page]:
    yield _holds(snapshot)
    matrix = page(replace(snapshot, view=View(page=PageName.DEPENDS, depends=DependsPart.MATRIX)))
    doubt = page(replace(snapshot, view=View(page=PageName.DEPENDS, depends=DependsPart.DOUBT)))
    loads = [block for block in _flat(doubt.blocks) if isinstance(block, Table)]
    rows = tuple(row for block in loads for row in block.rows)
    yield replace(matrix, blocks=(replace(loads[0], rows=rows),))
    yield from _groups(snapshot)
    if snapshot.standing is not None:
        yield from _otherwise(snapshot)
        yield from _foreseen(snapshot)
        duties = duties_page(snapshot)
        if duties.blocks:
            blocks = tuple(map(_with_owners, duties.blocks))
            yield replace(
                duties, lead=duties.lead[1:], blocks=blocks
            )  # how to read it is more than a slide takes
    table = decided_table(snapshot)
    if table is not None:
        yield Page(name="decided", title=message(HEADING), blocks=(table,))


def _groups(snapshot: Snapshot) -> Iterator[Page]:
    """What to talk about in the round that is looked at, or while that has nothing to show after the last that has."""
    shown = revealed_standing(snapshot.groups_shown)
    if shown is None:
        return
    seen = replace(snapshot, standing=shown, shown_round=None)
    groups = page(replace(seen, view=View(page=PageName.DIFFER, differ=DifferPart.GROUPS)))
    blocks = (block for block in groups.blocks if isinstance(block, Table) and not block.private)
    tables = tuple(map(_to_talk_about, blocks))
    if tables:
        rounds, votes = shown.workshop.rounds, any(item.group.ballot for item in shown.groups)
        name = round_name(round_of(shown.workshop, shown.workshop.round).name)
        which = (Line(text=name),) if len(rounds) > 1 else ()
        note = (Line(text=message(IN_BRACKETS)),) if votes else ()
        yield replace(groups, lead=(*which, *groups.lead, *note), blocks=tables)


def _to_talk_about(table: Table) -> Table:
    """The rows that the title speaks of, where it speaks of any."""
    large = tuple(row for row in table.rows if row.large)
    return replace(table, rows=large) if large else table


def _holds(snapshot: Snapshot) -> Page:
    """The board; a slide has no last change, so what ends otherwise than in the source is tinted."""
    held = page(replace(snapshot, view=View(page=PageName.HOLDS)))
    blocks = tuple(beside_source(snapshot) if isinstance(one, Cards) else one for one in _flat(held.blocks))
    return replace(held, blocks=blocks)


def _otherwise(snapshot: Snapshot) -> Iterator[Page]:
    """What the room takes otherwise than the source and which verdicts that moves; nothing where it does not."""
    blocks = otherwise(snapshot)
    if len(blocks) == 1 and isinstance(blocks[0], Sentences):
        return
    if not verdicts_hidden(snapshot):
        every = verdicts(snapshot)
        blocks += (replace(every, rows=tuple(row for row in every.rows if row.moved)),)
    title = told("What the room takes otherwise than {source}", source=the_source(snapshot.case))
    yield Page(name="otherwise", title=title, blocks=blocks)


def _foreseen(snapshot: Snapshot) -> Iterator[Page]:
    """The last prediction that was revealed, over what was supposed."""
    if any(item.phase is Phase.REVEALED for item in snapshot.workshop.predictions):
        view = View(page=PageName.DIFFER, differ=DifferPart.PREDICTIONS)
        seen = page(replace(snapshot, view=view))
        hands = (line for block in seen.blocks if isinstance(block, Sentences) for line in block.lines)
        pictures = tuple(block for block in seen.blocks if isinstance(block, Figure))
        yield replace(seen, lead=(*seen.lead, *hands), blocks=pictures)


def _with_owners(block: Block) -> Block:
    """A table with the heads of its sections in a first column: on a slide no line stands between the rows."""
    if not isinstance(block, Table):
        return block
    owner, rows = "", list[Row]()
    for row in block.rows:
        owner = row.section or owner
        rows.append(replace(row, section="", cells=(TextCell(text=owner), *row.cells)))
    return replace(
        block, columns=(Column(id="owner", title=message("Who")), *block.columns), rows=tuple(rows)
    )


def _say_language(deck: Any) -> None:
    """Tell every program in which language the slides are, for spelling and for reading aloud."""
    for slide in deck.slides:
        for properties in slide._element.iter("{*}rPr"):
            properties.set("lang", spoken())


def _flat(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Beside | Stack):
            yield from _flat(block.blocks)
        else:
            yield block


def _own(properties: CorePropertiesPart, day: date) -> None:
    """Say nothing of whoever made the template that the deck was begun with."""
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = datetime.combine(day, time())


def _title(deck: Any, snapshot: Snapshot, day: date) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.shapes.title.text = visible(snapshot.case.title)
    lines = (
        snapshot.scenario.title,
        f"{headline(snapshot)}.",
        source_line(snapshot.case.source),
        day_words(day),
    )
    slide.placeholders[1].text = "\n".join(visible(text) for text in lines if text)
    colours = palette("light")
    _fill(slide.shapes.title, 1.6, 2.0, FIRST_TITLE_SIZES, bold=True, colour=colours.brand)
    _fill(slide.placeholders[1], 3.8, 2.6, FIRST_SIZES, colour=colours.ink_soft)


def _fill(shape: Any, top: float, height: float, sizes: Sequence[int], **look: Any) -> None:
    """Put a shape so far down, over the width of the slide, and set its words as large as so much height allows."""
    text, width = shape.text_frame.text, WIDE - 2 * MARGIN
    put(shape, MARGIN, top, width, height)
    sized(shape, size_in(text, width - 0.2, height, sizes, bold=look.get("bold", False)), **look)


def _slides_of(deck: Any, described: Page) -> None:
    """A page: its blocks below one another, and on slides more where they would not fit."""
    colours, blocks = palette("light"), tuple(_flat(described.blocks))
    headed = sum(HEADING_HIGH for block in blocks if block.heading not in ("", described.title))
    points = size_for(blocks, headed)
    laid = _laid([part for whole in blocks for part in parts_of(whole, points)], described.title, points)
    for number, placed in enumerate(laid, start=1):
        slide = _empty(deck, described, colours, f" ({number})" if number > 1 else "")
        for top, heading, block in placed:
            if heading:
                _heading(slide, heading, top, colours)
            _block(slide, block, top + (HEADING_HIGH if heading else 0), colours, points)


def _laid(blocks: Sequence[Block], title: str, points: int) -> list[list[tuple[float, str, Block]]]:
    """What stands on each slide: where, under which heading."""
    slides, top = [list[tuple[float, str, Block]]()], BODY_TOP
    for block in blocks:
        heading = block.heading if block.heading != title else ""
        high = height_of(block, points) + (HEADING_HIGH if heading else 0)
        if not high:
            continue
        if top > BODY_TOP and top + high > BODY_END:
            slides.append([])
            top = BODY_TOP
        slides[-1].append((top, heading, block))
        top += high + BETWEEN
    return slides


def _empty(deck: Any, described: Page, colours: Palette, number: str) -> Any:
    """A slide with the page's title and lead; a further one of a page is told by its number."""
    title = visible(described.title) + number
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = title
    _fill(slide.shapes.title, 0.35, 0.8, TITLE_SIZES, bold=True, colour=colours.ink)
    slide.shapes.title.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    lead = [words_of(line) for line in described.lead if not line.private]
    if lead:
        box = slide.shapes.add_textbox(0, 0, 0, 0)
        box.text_frame.text = visible(" · ".join(lead))
        _fill(box, 1.15, 0.5, LEAD_SIZES, colour=colours.ink_soft)
    return slide


def _block(slide: Any, block: Block, top: float, colours: Palette, points: int) -> None:
    match block:
        case Cards():
            cards(slide, block, top, colours)
        case Table():
            table_of(slide, block, top, colours, points)
        case Sentences():
            sentences(slide, block, top, points)
        case Figure():
            figure(slide, block, colours)
        case _:
            pass


def _heading(slide: Any, text: str, top: float, colours: Palette) -> None:
    width = Inches(WIDE - 2 * MARGIN)
    box = slide.shapes.add_textbox(Inches(MARGIN), Inches(top), width, Inches(HEADING_HIGH))
    box.text_frame.text = visible(text)
    sized(box, 16, bold=True, colour=colours.ink)
