"""How much room there is on a slide, and the cards of a board, as many as can be read there."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Inches, Pt

from models.charts.glyphs import visible
from models.charts.palette import Palette
from models.language.words import wide
from models.schema.page import Card, Cards

Room = tuple[float, float, float, float]
MOST_CARDS = 20
"""So many cards are read from a slide; the others stand on the next."""
FEW = 6
"""So few stand three beside one another, more of them four."""
HIGHEST, GAP, INSIDE = 1.8, 0.15, (0.2, 0.1)
"""How high a card is at most unless its words take more, how far it is from the next, what it leaves free inside."""


WIDE, HIGH, MARGIN = 13.333, 7.5, 0.6
BODY_TOP, BODY_END, BETWEEN = 1.75, 7.2, 0.2
"""In inches, as all lengths here."""
POINTS = 72
"""Points to the inch."""
LETTER, STRONG, LEADING = 0.56, 0.64, 1.2
"""How wide a letter is, and a bold one, and how high a line is, of the size of the type."""


def boards(block: Cards) -> Sequence[tuple[Card, ...]]:
    """The cards by slides, on as few as can be and about as many on each; one that is higher stands by itself."""
    total = len(block.cards)
    for slides in range(-(-total // MOST_CARDS), total):
        many = -(-total // slides)
        groups = [block.cards[at : at + many] for at in range(0, total, many)]
        if all(board_height(replace(block, cards=cards)) <= BODY_END - BODY_TOP for cards in groups):
            return groups
    return [(card,) for card in block.cards]


def board_height(block: Cards) -> float:
    """How high all rows of cards are together."""
    down = -(-len(block.cards) // _across(block))
    return down * _height(block) + GAP * (down - 1)


def cards(slide: Any, block: Cards, top: float, colours: Palette) -> None:
    """The cards of a board as shapes beside and below one another."""
    across, width, height = _across(block), _width(block), _height(block)
    for place, card in enumerate(block.cards):
        left, low = MARGIN + place % across * (width + GAP), top + place // across * (height + GAP)
        _card(slide, card, (left, low, width, height), colours)


def _across(block: Cards) -> int:
    return 4 if len(block.cards) > FEW else 3


def _width(block: Cards) -> float:
    return (WIDE - 2 * MARGIN - GAP * (_across(block) - 1)) / _across(block)


def _height(block: Cards) -> float:
    """How high each card is: as the rows share the slide, and no lower than the words of any need."""
    down, width = -(-len(block.cards) // _across(block)), _width(block) - INSIDE[0]
    even = (BODY_END - BODY_TOP - GAP * (down - 1)) / max(1, down)
    return max((min(HIGHEST, even), *(_words_height(card, width) for card in block.cards)))


def _words_height(card: Card, width: float) -> float:
    lines = ((line_count(text, width, points, bold=bold), points) for text, points, bold in _words(card))
    return INSIDE[1] + sum(lines_height(number, points) for number, points in lines)


def _words(card: Card) -> tuple[tuple[str, int, bool], ...]:
    """The words of a card, in so many points, bold or not."""
    return ((card.sign.word, 12, True), (f"{card.title} ({card.code})", 15, True), (card.cause, 12, False))


def _card(slide: Any, card: Card, room: Room, colours: Palette) -> None:
    tone = getattr(colours, card.sign.tone.value)
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Inches, room))
    shape.name = card.title
    shape.fill.solid()
    ground = getattr(colours, f"{card.sign.tone.value}_soft", colours.panel)
    shape.fill.fore_color.rgb = rgb(ground if card.moved else colours.panel)
    shape.line.color.rgb = rgb(tone)
    shape.shadow.inherit = False
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    inks = (tone, colours.ink, colours.ink_soft)
    for place, ((text, points, bold), colour) in enumerate(zip(_words(card), inks, strict=True)):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        run = paragraph.add_run()
        run.text = visible(text)
        run.font.size, run.font.bold, run.font.color.rgb = Pt(points), bold, rgb(colour)


def line_count(text: str, width: float, points: float, *, bold: bool = False) -> int:
    """In how many lines a text stands in such a width."""
    room = max(1, int(width * POINTS / (points * (STRONG if bold else LETTER))))
    return sum(_lines(part.split(), room) for part in text.split("\n"))


def lines_height(number: int, points: float) -> float:
    """How high so many lines are."""
    return number * points * LEADING / POINTS


def size_in(text: str, width: float, height: float, sizes: Sequence[float], *, bold: bool = False) -> float:
    """The largest of some sizes in which a text stands in such a room, else the smallest."""

    def fits(points: float) -> bool:
        return lines_height(line_count(text, width, points, bold=bold), points) <= height

    return next((points for points in sizes if fits(points)), sizes[-1])


def _lines(words: Sequence[str], room: int) -> int:
    """Words in lines of so many letters; one that is longer is parted."""
    lines, used = 1, 0
    for word in words:
        length = max(1, wide(word))
        if used and used + 1 + length > room:
            lines, used = lines + 1, 0
        used += length + (1 if used else 0)
        lines, used = lines + (used - 1) // room, (used - 1) % room + 1
    return lines


def put(shape: Any, left: float, top: float, width: float, height: float) -> None:
    """Put a shape to a place, in inches."""
    shape.left, shape.top, shape.width, shape.height = map(Inches, (left, top, width, height))


def sized(shape: Any, points: float, *, bold: bool = False, colour: str = "") -> None:
    """Set the words of a shape in so many points, from the left, within its width."""
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
        for run in paragraph.runs:
            run.font.size, run.font.bold = Pt(points), bold
            if colour:
                run.font.color.rgb = rgb(colour)


def rgb(colour: str) -> RGBColor:
    """A colour of the palette as slides take it."""
    red, green, blue = bytes.fromhex(colour.lstrip("#"))
    return RGBColor(red, green, blue)  # type: ignore[no-untyped-call]
