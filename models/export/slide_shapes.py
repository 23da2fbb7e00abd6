"""Blocks as shapes of a slide: text and tables that can be edited, charts as pictures with their words."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any, TypeVar

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure as Canvas
from pptx.util import Inches, Pt

from models.charts.draw import draw
from models.charts.glyphs import visible
from models.charts.palette import Palette
from models.export.slide_cards import (
    BETWEEN,
    BODY_END,
    BODY_TOP,
    MARGIN,
    WIDE,
    board_height,
    boards,
    rgb,
    sized,
)
from models.language.messages import marked, message
from models.language.words import and_more, wide
from models.pages.parts import cell_text
from models.schema.page import Block, Cards, Figure, Line, Sentences, Table, TextCell

_T = TypeVar("_T")

ROW_HIGH, LINE_HIGH, HEADING_HIGH = 0.36, 0.27, 0.4
LETTER_WIDE = 0.105
"""Lengths on a slide, in inches: of tables in 14 points, a letter of which is about so wide."""
SIZES = (20, 18, 16, 14)
"""In points: tables and sentences stand in the largest in which they fit on a slide."""
LONGEST_WORD, BESIDE, MOST_TOLD = 20, 3, 150
"""In letters: a longer word may be parted, what a cell leaves free at its sides, and up to where a longer text asks
for a wider column."""
CHART_SCALE = 1.5
"""Charts are drawn for the eye's distance to a screen; slides are read from further away."""
HEADS = {
    "assumption": marked("Assumption"),
    "load": marked("Recommendations that it decides from here"),
    "lanes": marked("Who says what"),
}
MOST_ROWS, MOST_LINES = 12, 16
"""So many rows of a table and lines of text are read from a slide; the others stand on the next."""
MOST_SLIDES = 6
"""So many slides take what is of one kind; what is more is counted there, and stands in the workbook."""


def height_of(block: Block, points: int = SIZES[-1]) -> float:
    """How high a block is on a slide in so many points; nothing where it has nothing to show."""
    match block:
        case Cards():
            return board_height(block)
        case Figure():
            return BODY_END - BODY_TOP
        case Table() if block.rows:
            return _head_height(block, points) + sum(_row_heights(block, points))
        case Sentences():
            return _scaled(LINE_HIGH, points) * len(block.lines)
        case _:
            return 0.0


def size_for(blocks: Sequence[Block], heads: float) -> int:
    """The points in which blocks, under headings that are together so high, stand on one slide."""

    def fits(points: int) -> bool:
        heights = [high for block in blocks if (high := height_of(block, points))]
        together = sum(heights) + BETWEEN * (len(heights) - 1) + heads
        return together <= BODY_END - BODY_TOP and all(len(parts_of(one, points)) == 1 for one in blocks)

    return next((points for points in SIZES if fits(points)), SIZES[-1])


def parts_of(block: Block, points: int) -> Sequence[Block]:
    """A block in as many parts as it takes slides; what there is beyond `MOST_SLIDES` is counted."""
    match block:
        case Table():
            return _parted(block.rows, lambda rows: replace(block, rows=rows), MOST_ROWS, points)
        case Cards():
            return _counted(boards(block), lambda cards: replace(block, cards=cards))
        case Sentences():
            return _parted(block.lines, lambda lines: replace(block, lines=lines), MOST_LINES, points)
        case _:
            return (block,)


def _parted(
    items: Sequence[_T], part: Callable[[tuple[_T, ...]], Block], most: int, points: int
) -> Sequence[Block]:
    """Parts of so many items at most, each no higher than a slide; an item that is higher stands by itself."""
    room = BODY_END - BODY_TOP - (HEADING_HIGH if part(()).heading else 0)
    groups: list[tuple[_T, ...]] = [()]
    for item in items:
        if groups[-1] and (len(groups[-1]) == most or height_of(part((*groups[-1], item)), points) > room):
            groups.append(())
        groups[-1] = (*groups[-1], item)
    return _counted(groups, part)


def _counted(groups: Sequence[tuple[_T, ...]], part: Callable[[tuple[_T, ...]], Block]) -> Sequence[Block]:
    """A part for each group on the slides that there may be, and how many items there are beyond."""
    parts = [part(group) for group in groups[:MOST_SLIDES]]
    beyond = sum(map(len, groups[MOST_SLIDES:]))
    return (*parts, Sentences(id="more", lines=(Line(text=and_more(beyond)),))) if beyond else parts


def _scaled(length: float, points: int) -> float:
    """A length in inches of a table in so many points."""
    return length * points / SIZES[-1]


def _row_heights(block: Table, points: int) -> list[float]:
    """How high the rows are, by the lines that their cells need."""
    shares = _shares(block, points)
    return [_row_height([cell_text(value) for value in row.cells], shares, points) for row in block.rows]


def _row_height(texts: Sequence[str], shares: Sequence[float], points: int) -> float:
    """How high a row of these texts is."""
    rooms = ((WIDE - 2 * MARGIN) * share / _scaled(LETTER_WIDE, points) for share in shares)
    lines = max(-(-wide(text) // max(1, int(room))) for text, room in zip(texts, rooms, strict=True))
    return _scaled(ROW_HIGH + LINE_HIGH * max(0, lines - 1), points)


def _heads(block: Table) -> list[str]:
    return [column.title or message(HEADS.get(column.id, "")) for column in block.columns]


def _head_height(block: Table, points: int) -> float:
    return _row_height(_heads(block), _shares(block, points), points)


def table_of(slide: Any, block: Table, top: float, colours: Palette, points: int = SIZES[-1]) -> None:
    """A table that fits on the slide."""
    heights, head = _row_heights(block, points), _head_height(block, points)
    width, high = WIDE - 2 * MARGIN, head + sum(heights)
    frame = slide.shapes.add_table(
        len(block.rows) + 1, len(block.columns), Inches(MARGIN), Inches(top), Inches(width), Inches(high)
    )
    table = frame.table
    for number, height in enumerate((head, *heights)):
        table.rows[number].height = Inches(height)
    for place, (title, share) in enumerate(zip(_heads(block), _shares(block, points), strict=True)):
        table.columns[place].width = Inches(width * share)
        _write(table.cell(0, place), title, colours.on_brand, points, bold=True)
        table.cell(0, place).fill.solid()
        table.cell(0, place).fill.fore_color.rgb = rgb(colours.brand)
    for number, row in enumerate(block.rows, start=1):
        for place, value in enumerate(row.cells):
            cell = table.cell(number, place)
            if isinstance(value, TextCell) and value.detail and row.large:
                _write(cell, cell_text(replace(value, detail="")), colours.ink, points, bold=True)
                _add(cell, value.detail, colours.ink, points)
            else:
                _write(cell, cell_text(value), colours.ink, points, bold=row.large and place == 0)
            cell.fill.solid()
            cell.fill.fore_color.rgb = rgb(colours.panel if number % 2 else colours.track)


def _shares(block: Table, points: int) -> list[float]:
    """The width of each column by its longest text, none narrower than its longest word where there is room."""
    texts = [
        [column.title, *(cell_text(row.cells[place]) for row in block.rows)]
        for place, column in enumerate(block.columns)
    ]
    longest = [max(12, min(MOST_TOLD, max(map(wide, column[1:]), default=0))) for column in texts]
    words = [max(wide(word) for text in column for word in (*text.split(), "")) for column in texts]
    room = (WIDE - 2 * MARGIN) / _scaled(LETTER_WIDE, points)
    least = [min(word, LONGEST_WORD) + BESIDE for word in words]
    spare = max(0, room - sum(least))
    widths = [word + spare * length / sum(longest) for word, length in zip(least, longest, strict=True)]
    return [width / sum(widths) for width in widths]


def _write(cell: Any, text: str, colour: str, points: int, *, bold: bool = False) -> None:
    cell.text = visible(text)
    for paragraph in cell.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size, run.font.bold, run.font.color.rgb = Pt(points), bold, rgb(colour)


def _add(cell: Any, text: str, colour: str, points: int) -> None:
    """A paragraph more in a cell, under what stands in it."""
    run = cell.text_frame.add_paragraph().add_run()
    run.text = visible(text)
    run.font.size, run.font.bold, run.font.color.rgb = Pt(points), False, rgb(colour)


def sentences(slide: Any, block: Sentences, top: float, points: int) -> None:
    """Sentences in one box of text."""
    width, high = Inches(WIDE - 2 * MARGIN), Inches(height_of(block, points))
    box = slide.shapes.add_textbox(Inches(MARGIN), Inches(top), width, high)
    box.text_frame.text = "\n".join(visible(words_of(line)) for line in block.lines)
    sized(box, points + 2)


def figure(slide: Any, block: Figure, colours: Palette) -> None:
    """A chart as a picture, with its words for who cannot see it."""
    canvas = Canvas(figsize=(WIDE - 2 * MARGIN, BODY_END - BODY_TOP - 0.1), layout="constrained", dpi=160)
    FigureCanvasAgg(canvas)
    draw(canvas, block, colours, CHART_SCALE)
    picture = BytesIO()
    canvas.savefig(picture, format="png")
    picture.seek(0)
    shown = slide.shapes.add_picture(picture, Inches(MARGIN), Inches(BODY_TOP), Inches(WIDE - 2 * MARGIN))
    shown._element.nvPicPr.cNvPr.set("descr", visible(block.alternative))


def words_of(line: Line) -> str:
    """A line with all that it says."""
    return " ".join(part for part in (line.quiet, line.text, line.code, line.note) if part)
