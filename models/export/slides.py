"""Slides to go on with: pages as text and tables that can be edited, charts as pictures with their words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure as Canvas
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Inches, Pt

from models.analyses.snapshots import complete
from models.charts.draw import draw
from models.charts.glyphs import visible
from models.charts.palette import Palette, palette
from models.language.dates import day_words
from models.language.headline import headline
from models.language.messages import ENGLISH, marked, message, spoken, told
from models.language.naming import the_source
from models.language.panes import source_line
from models.language.words import wide
from models.pages.page import page
from models.pages.parts import cell_text
from models.pages.watch.decided import HEADING, decided_table
from models.pages.watch.duties import duties_page
from models.pages.watch.so_far import otherwise
from models.schema.page import (
    Beside,
    Block,
    Card,
    Cards,
    Figure,
    Line,
    Page,
    Sentences,
    Stack,
    Table,
    for_room,
)
from models.schema.snapshot import Snapshot
from models.schema.view import DependsPart, DifferPart, PageName, View

WIDE, HIGH, MARGIN = 13.333, 7.5, 0.6
BODY_TOP = 1.75
HEADS = {
    "assumption": marked("Assumption"),
    "load": marked("Recommendations that it decides from here"),
    "lanes": marked("Who says what"),
}
TITLE_SIZES = ((60, 28), (110, 22), (10_000, 16))
"""A title of so many characters at most is set in so many points, in two lines."""
MOST_ROWS = 12
"""So many rows of a table are read from a slide; the others are in the workbook."""


def slides(snapshot: Snapshot, day: date) -> bytes:
    """The deck as PPTX: the question, what holds, what it depends on, where groups differ, what was decided."""
    full = complete(snapshot)
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDE), Inches(HIGH)
    deck.core_properties.title = full.scenario.title or full.case.title
    deck.core_properties.author = ""
    _title(deck, full, day)
    for described in _pages(full):
        _slide(deck, for_room(described))
    if spoken() != ENGLISH:
        _say_language(deck)
    out = BytesIO()
    deck.save(out)
    return out.getvalue()


def _pages(snapshot: Snapshot) -> Iterator[Page]:
    yield page(replace(snapshot, view=View(page=PageName.HOLDS)))
    matrix = page(replace(snapshot, view=View(page=PageName.DEPENDS, depends=DependsPart.MATRIX)))
    doubt = page(replace(snapshot, view=View(page=PageName.DEPENDS, depends=DependsPart.DOUBT)))
    loads = [block for block in _flat(doubt.blocks) if isinstance(block, Table)]
    rows = tuple(row for block in loads for row in block.rows)
    yield replace(matrix, blocks=(replace(loads[0], rows=rows),))
    standing = snapshot.standing
    if standing is not None and standing.groups:
        groups = page(replace(snapshot, view=View(page=PageName.DIFFER, differ=DifferPart.GROUPS)))
        tables = tuple(block for block in groups.blocks if isinstance(block, Table) and not block.private)
        if tables:
            yield replace(groups, blocks=tables)
        title = told("What the room takes otherwise than {source}", source=the_source(snapshot.case))
        yield Page(name="otherwise", title=title, blocks=otherwise(snapshot))
        duties = duties_page(snapshot)
        if duties.blocks:
            yield duties
    table = decided_table(snapshot)
    if table is not None:
        yield Page(name="decided", title=message(HEADING), blocks=(table,))


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


def _title(deck: Any, snapshot: Snapshot, day: date) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.shapes.title.text = _plain(snapshot.case.title)
    lines = (
        snapshot.scenario.title,
        f"{headline(snapshot)}.",
        source_line(snapshot.case.source),
        day_words(day),
    )
    slide.placeholders[1].text = "\n".join(_plain(text) for text in lines if text)
    colours = palette("light")
    _sized(slide.shapes.title, 44, bold=True, colour=colours.brand)
    _sized(slide.placeholders[1], 20, colour=colours.ink_soft)
    _place(slide.shapes.title, MARGIN, 1.6, WIDE - 2 * MARGIN, 2.0)
    _place(slide.placeholders[1], MARGIN, 3.8, WIDE - 2 * MARGIN, 2.6)


def _slide(deck: Any, described: Page) -> None:
    colours = palette("light")
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = _plain(described.title)
    _place(slide.shapes.title, MARGIN, 0.35, WIDE - 2 * MARGIN, 0.8)
    _sized(slide.shapes.title, _title_size(described.title), bold=True, colour=colours.ink)
    slide.shapes.title.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    lead = [_words(line) for line in described.lead if not line.private]
    if lead:
        box = slide.shapes.add_textbox(Inches(MARGIN), Inches(1.15), Inches(WIDE - 2 * MARGIN), Inches(0.5))
        box.text_frame.text = _plain("  ".join(lead))
        _sized(box, 16, colour=colours.ink_soft)
    for block in _flat(described.blocks):
        if isinstance(block, Cards):
            _cards(slide, block, colours)
        elif isinstance(block, Table) and block.rows:
            _table(slide, block, colours)
        elif isinstance(block, Sentences):
            _sentences(slide, block)
        elif isinstance(block, Figure):
            _figure(slide, block, colours)


def _title_size(title: str) -> float:
    return next(size for most, size in TITLE_SIZES if wide(title) <= most)


def _place(shape: Any, left: float, top: float, width: float, height: float) -> None:
    shape.left, shape.top, shape.width, shape.height = map(Inches, (left, top, width, height))


def _sized(shape: Any, points: float, *, bold: bool = False, colour: str = "") -> None:
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
        for run in paragraph.runs:
            run.font.size, run.font.bold = Pt(points), bold
            if colour:
                run.font.color.rgb = _rgb(colour)


def _cards(slide: Any, block: Cards, colours: Palette) -> None:
    across = 4 if len(block.cards) > 6 else 3
    down = -(-len(block.cards) // across)
    gap = 0.15
    width = (WIDE - 2 * MARGIN - gap * (across - 1)) / across
    height = min(1.8, (HIGH - BODY_TOP - 0.4 - gap * (down - 1)) / down)
    for place, card in enumerate(block.cards):
        left = MARGIN + place % across * (width + gap)
        top = BODY_TOP + place // across * (height + gap)
        _card(slide, card, (left, top, width, height), colours)


def _card(slide: Any, card: Card, room: tuple[float, float, float, float], colours: Palette) -> None:
    tone = getattr(colours, card.sign.tone.value)
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Inches, room))
    shape.name = card.title
    shape.fill.solid()
    ground = getattr(colours, f"{card.sign.tone.value}_soft", colours.panel)
    shape.fill.fore_color.rgb = _rgb(ground if card.moved else colours.panel)
    shape.line.color.rgb = _rgb(tone)
    shape.shadow.inherit = False
    frame = shape.text_frame
    frame.word_wrap = True
    for place, (text, points, bold, colour) in enumerate(
        (
            (card.sign.word, 12, True, tone),
            (f"{card.title} ({card.code})", 15, True, colours.ink),
            (card.cause, 11, False, colours.ink_soft),
        )
    ):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        run = paragraph.add_run()
        run.text = _plain(text)
        run.font.size, run.font.bold, run.font.color.rgb = Pt(points), bold, _rgb(colour)


def _table(slide: Any, block: Table, colours: Palette) -> None:
    rows = block.rows[:MOST_ROWS]
    width, high = WIDE - 2 * MARGIN, 0.36 * (len(rows) + 1)
    frame = slide.shapes.add_table(
        len(rows) + 1, len(block.columns), Inches(MARGIN), Inches(BODY_TOP), Inches(width), Inches(high)
    )
    table = frame.table
    shares = _shares(block)
    for place, (column, share) in enumerate(zip(block.columns, shares, strict=True)):
        table.columns[place].width = Inches(width * share)
        _write(
            table.cell(0, place),
            column.title or message(HEADS.get(column.id, "")),
            colours.on_brand,
            bold=True,
        )
        table.cell(0, place).fill.solid()
        table.cell(0, place).fill.fore_color.rgb = _rgb(colours.brand)
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(row.cells):
            cell = table.cell(number, place)
            _write(cell, cell_text(value), colours.ink, bold=row.large and place == 0)
            cell.fill.solid()
            cell.fill.fore_color.rgb = _rgb(colours.panel if number % 2 else colours.track)


def _shares(block: Table) -> list[float]:
    """The width of each column by its longest words, none so narrow that it cannot be read."""
    longest = [
        max(12, min(60, max((wide(cell_text(row.cells[place])) for row in block.rows), default=0)))
        for place in range(len(block.columns))
    ]
    return [length / sum(longest) for length in longest]


def _write(cell: Any, text: str, colour: str, *, bold: bool = False) -> None:
    cell.text = _plain(text)
    for paragraph in cell.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size, run.font.bold, run.font.color.rgb = Pt(14), bold, _rgb(colour)


def _sentences(slide: Any, block: Sentences) -> None:
    box = slide.shapes.add_textbox(Inches(MARGIN), Inches(BODY_TOP), Inches(WIDE - 2 * MARGIN), Inches(4.5))
    box.text_frame.text = "\n".join(_plain(_words(line)) for line in block.lines[: MOST_ROWS + 4])
    _sized(box, 16)


def _figure(slide: Any, block: Figure, colours: Palette) -> None:
    canvas = Canvas(figsize=(WIDE - 2 * MARGIN, HIGH - BODY_TOP - 0.4), layout="constrained", dpi=160)
    FigureCanvasAgg(canvas)
    draw(canvas, block, colours, 1.0)
    picture = BytesIO()
    canvas.savefig(picture, format="png")
    picture.seek(0)
    shown = slide.shapes.add_picture(picture, Inches(MARGIN), Inches(BODY_TOP), Inches(WIDE - 2 * MARGIN))
    shown._element.nvPicPr.cNvPr.set("descr", _plain(block.alternative))


def _words(line: Line) -> str:
    return " ".join(part for part in (line.quiet, line.text, line.code, line.note) if part)


def _plain(text: str) -> str:
    """Text that a slide can hold: no control, and no character that XML forbids."""
    return visible(text)


def _rgb(colour: str) -> RGBColor:
    red, green, blue = bytes.fromhex(colour.lstrip("#"))
    return RGBColor(red, green, blue)  # type: ignore[no-untyped-call]
