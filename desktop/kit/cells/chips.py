"""Cells of names with their signs: pills that wrap in a large row, one line in a small one."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF

from desktop.kit.cells.face import PAD, SLACK, WORD, Canvas, Face, line_of
from desktop.kit.text import width_of
from models.language.messages import message
from models.language.words import and_more
from models.schema.page import ChipsCell, Line

SIGN, HIGH, APART, SIDE, TOP, LINES = 12, 25, 6, 10, 11, 3
"""Unscaled pixels: sign and height of a pill, the room between two, within one, above the first; most lines."""
NATURAL, WIDEST = 330, 220
SECOND = 15
"""How much higher a pill is whose name takes two lines, where the column is too narrow for it."""


def paint(canvas: Canvas, box: QRectF, cell: ChipsCell, face: Face) -> None:
    """Paint pills where the row is large, else one line."""
    if face.large and face.details:
        _paint_pills(canvas, box, cell, face)
    elif cell.chips:
        _paint_line(canvas, box, cell, face)


def natural(cell: ChipsCell, face: Face) -> float:
    """How wide it would like to be: in a room the first name will do, as groups have names there too."""
    if face.large:
        return face.px(NATURAL)
    number = len(cell.chips) if face.controls else min(1, len(cell.chips))
    return face.px(2 * PAD + SIGN + 6) + width_of(_summary(cell, number), face.type(WORD))


def least(cell: ChipsCell, face: Face) -> float:
    """How narrow it may become: so that each pill of a large row is whole, in the room in two lines."""
    if not (face.large and face.details):
        return 0
    broken = not face.controls
    widest = max((_width(chip, face, broken=broken) for chip in cell.chips), default=0)
    return min(ceil(widest) + face.px(2 * PAD), face.px(WIDEST))


def height(cell: ChipsCell, face: Face, width: float) -> int:
    """How high it has to be in a width for all pills, or for as many lines of them as there are at most."""
    if not (face.large and face.details):
        return face.word.line
    low = max((box.bottom() for box, _ in shown_pills(cell, QRectF(0, 0, width, 9999), face)), default=0)
    return ceil(low) + face.px(TOP)


def is_cut(cell: ChipsCell, face: Face, box: QRectF) -> bool:
    """Whether a small row does not name them all."""
    return bool(cell.chips) and not (face.large and face.details) and len(cell.chips) > _told(cell, face, box)


def shown_pills(cell: ChipsCell, box: QRectF, face: Face) -> list[tuple[QRectF, Line]]:
    """The pills that are shown: where they are too many, the last leaves room to say how many more there are."""
    found = _pills(cell, box, face)
    limit = box.right() - face.px(PAD + APART)
    while 1 < len(found) < len(cell.chips):
        if found[-1][0].right() + width_of(_more(cell, len(found)), face.type(WORD)) <= limit:
            break
        found.pop()
    return found


def _more(cell: ChipsCell, number: int) -> str:
    return and_more(len(cell.chips) - number)


def _pills(cell: ChipsCell, box: QRectF, face: Face) -> list[tuple[QRectF, Line]]:
    """Each pill in its place, as many as there are lines and height for."""
    left = right = box.x() + face.px(PAD)
    limit, top, tall = box.right() - face.px(PAD), box.y() + face.px(TOP), face.px(HIGH)
    bottom, lines, below = box.bottom(), 1, top + tall
    found: list[tuple[QRectF, Line]] = []
    for chip in cell.chips:
        broken = _width(chip, face) > limit - left
        tall = face.px(HIGH + (SECOND if broken else 0))
        width = min(_width(chip, face, broken=broken), limit - left)
        if right > left and right + width > limit:
            right, top, lines = left, below + face.px(APART), lines + 1
        below = max(below, top + tall)
        if top + tall > bottom or lines > LINES:
            break
        found.append((QRectF(right + 0.5, top + 0.5, width - 1, tall - 1), chip))
        right += width + face.px(APART)
    return found


def _paint_pills(canvas: Canvas, box: QRectF, cell: ChipsCell, face: Face) -> None:
    side = face.px(SIGN)
    shown = shown_pills(cell, box, face)
    for pill, chip in shown:
        canvas.pill(pill, pill.height() / 2, face.look.colour("panel"), face.look.colour("line_strong"))
        left = pill.x() + face.px(SIDE)
        if chip.sign is not None:
            canvas.sign(chip.sign, QPointF(left + side / 2, pill.center().y()), side, face)
            left += side + face.px(6)
        _paint_words(canvas, chip, left, pill, face)
    if shown and len(shown) < len(cell.chips):
        last, kind = shown[-1][0], face.type(WORD)
        left = last.right() + face.px(APART)
        rest = QRectF(left, last.y(), box.right() - left, last.height())
        if width_of(_more(cell, len(shown)), kind) <= rest.width():
            words = line_of(_more(cell, len(shown)), kind, "ink_soft", rest.width())
            canvas.middle(words, left, rest, face)


def _paint_words(canvas: Canvas, chip: Line, left: float, pill: QRectF, face: Face) -> None:
    room = pill.right() - face.px(SIDE) - left + SLACK
    lines = _halves(chip.text, face) if pill.height() > face.px(HIGH) else (chip.text,)
    high, inset = face.word.line, (pill.height() - len(lines) * face.word.line) / 2
    for place, text in enumerate(lines):
        part = QRectF(pill.x(), pill.y() + inset + place * high, pill.width(), high)
        canvas.middle(line_of(text, face.word, face.ink("ink"), room), left, part, face)


def _paint_line(canvas: Canvas, box: QRectF, cell: ChipsCell, face: Face) -> None:
    side, left = face.px(SIGN), box.x() + face.px(PAD)
    sign = cell.chips[0].sign
    if sign is not None:
        canvas.sign(sign, QPointF(left + side / 2, box.center().y()), side, face)
    left += side + face.px(6)
    kind, number = face.type(WORD), _told(cell, face, box)
    rest = f"{_joint()}{cell.more}" if cell.more and number < len(cell.chips) else ""
    first, across = _summary(cell, number).removesuffix(rest), box.right() - left
    wide = width_of(rest, kind) if rest else 0
    if wide and width_of(first, kind) + wide > across and box.height() >= 2 * kind.line:
        upper = QRectF(box.x(), box.center().y() - kind.line, box.width(), kind.line)
        canvas.middle(line_of(f"{first}{_joint().rstrip()}", kind, "ink_soft", across), left, upper, face)
        below = line_of(cell.more, kind, "ink_soft", across)
        canvas.middle(below, left, upper.translated(0, kind.line), face)
        return
    words = line_of(first, kind, "ink_soft", across - wide)
    canvas.middle(words, left, box, face)
    told = rest.lstrip()  # a line of its own begins without the blank that it begins with
    left += words.width + width_of(rest.removesuffix(told), kind)
    canvas.middle(line_of(told, kind, "ink_soft", box.width()), left, box, face)


def _told(cell: ChipsCell, face: Face, box: QRectF) -> int:
    """How many are named: all where there is room, else the first."""
    room = box.width() - face.px(2 * PAD + SIGN + 6)
    whole = width_of(_summary(cell, len(cell.chips)), face.type(WORD))
    return len(cell.chips) if whole <= room or not cell.more else 1


def _summary(cell: ChipsCell, number: int) -> str:
    names = ", ".join(chip.text for chip in cell.chips[:number])
    return f"{names}{_joint()}{cell.more}" if cell.more and number < len(cell.chips) else names


def _halves(text: str, face: Face) -> tuple[str, ...]:
    """A name in two lines, the longer of which is as short as can be."""
    words = text.split()
    ways = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words))]
    return min(ways, key=lambda way: max(width_of(line, face.word) for line in way), default=(text,))


def _width(chip: Line, face: Face, *, broken: bool = False) -> float:
    signed = face.px(SIGN) + face.px(6) if chip.sign is not None else 0
    lines = _halves(chip.text, face) if broken else (chip.text,)
    return 2 * face.px(SIDE) + signed + ceil(max(width_of(line, face.word) for line in lines)) + SLACK


def _joint() -> str:
    """What stands between the names and how many more there are."""
    return message(", ", "before how many more")
