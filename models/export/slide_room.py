"""How much room there is on a slide, and how much of it words take: whoever shows it may set them a little wider."""

from collections.abc import Sequence
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Inches, Pt

from models.language.words import wide

WIDE, HIGH, MARGIN = 13.333, 7.5, 0.6
BODY_TOP, BODY_END, BETWEEN = 1.75, 7.2, 0.2
"""In inches, as all lengths here."""
POINTS = 72
"""Points to the inch."""
LETTER, STRONG, LEADING = 0.56, 0.64, 1.2
"""How wide a letter is, and a bold one, and how high a line is, of the size of the type."""


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
