"""Cells that are worked: a choice of one in a row of words, buttons, and what is typed in."""

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF

from desktop.base.theme import Weight, icon
from desktop.kit.cells.face import GAP, PAD, SIGN, WORD, Canvas, Face, line_of
from desktop.kit.signs import soft_ground
from desktop.kit.text import Flowed, Run, flow, width_of
from models.schema.page import ButtonsCell, Cell, Entry, EntryCell, Option, OptionsCell

HIGH, SIDE, APART, LEAST_SIDE, ICON = 21, 9, 6, 3, 16
"""Unscaled pixels: the height of a control, the room beside its word, and between two buttons."""
NUMBER, DATE, FIELD, CONTROL, LONG_LINES = 54, 118, 150, 27, 3


class Part(NamedTuple):
    """One option of a cell, and where it is."""

    box: QRectF
    option: Option


def parts(cell: Cell, box: QRectF, face: Face) -> tuple[Part, ...]:
    """Where in its box each option of a cell is; nothing for a cell without options."""
    if isinstance(cell, OptionsCell):
        return _in_row(cell.options, box, face, 0)
    if isinstance(cell, ButtonsCell):
        return _in_row(cell.buttons, box, face, face.px(APART))
    return ()


def controls_width(cell: OptionsCell | ButtonsCell, face: Face) -> float:
    options, apart = (cell.options, 0) if isinstance(cell, OptionsCell) else (cell.buttons, face.px(APART))
    return sum(_width(option, face, SIDE) + apart for option in options) + face.px(2 * PAD)


def least_width(cell: OptionsCell, face: Face) -> float:
    """How narrow a choice may become with every word whole."""
    return ceil(sum(_width(option, face, LEAST_SIDE) for option in cell.options)) + face.px(2 * PAD)


def paint_options(canvas: Canvas, box: QRectF, cell: OptionsCell, face: Face) -> None:
    """Paint the options side by side in one frame, the chosen one on soft ground."""
    found = parts(cell, box, face)
    if not found:
        return
    look, radius = face.look, face.px(4)
    whole = found[0].box.united(found[-1].box)
    canvas.pill(whole, radius, look.colour("panel"))
    for place, part in enumerate(found):
        if part.option.chosen:
            _paint_chosen(canvas, part, place in (0, len(found) - 1), face)
        elif place and not found[place - 1].option.chosen:
            line = QRectF(part.box.x(), whole.y() + face.px(4), 1, whole.height() - face.px(8))
            canvas.painter.fillRect(line, look.colour("line"))
        _paint_word(canvas, part, face, "ink_soft", Weight.REGULAR)
    canvas.pill(whole, radius, None, look.colour("warn" if cell.wanting else "edge"))


def paint_buttons(canvas: Canvas, box: QRectF, cell: ButtonsCell, face: Face, under: int = -1) -> None:
    """Paint the buttons; `under` is the one that the pointer or the keyboard is on."""
    look = face.look
    for place, part in enumerate(parts(cell, box, face)):
        lit = place == under and part.option.enabled
        ground, edge = ("brand_soft", "brand") if lit or part.option.chosen else ("panel", "edge")
        if part.option.text or lit:
            canvas.pill(part.box, face.px(5), look.colour(ground), look.colour(edge))
        _paint_word(canvas, part, face, "ink", Weight.SEMIBOLD)


def paint_entry(canvas: Canvas, box: QRectF, cell: EntryCell, face: Face) -> None:
    """Paint what was typed in, in its field; without controls only what was typed."""
    words = _written(cell, face, box.width())
    if not face.controls:
        canvas.middle(words, box.x() + face.px(PAD), box, face)
        return
    field = field_box(cell, box, face)
    canvas.pill(field, face.px(4), face.look.colour("panel"), face.look.colour("edge"))
    left = field.x() + face.px(6)
    if cell.kind in (Entry.NUMBER, Entry.PERCENT) or face.right:
        left = field.right() - face.px(6) - words.width
    canvas.middle(words, left, field, face)


def _written(cell: EntryCell, face: Face, width: float) -> Flowed:
    """What was typed, or what to type, in one line; a long text in a few."""
    text, ink = (cell.text, face.ink("ink")) if cell.text or not face.controls else (cell.hint, "ink_faint")
    most = LONG_LINES if cell.kind.wraps else 1
    return flow((Run(text, face.type(13), ink),), max(1, int(width - face.px(2 * PAD + 2))), most)


def entry_height(cell: EntryCell, face: Face, width: float) -> int:
    """How high a field is with what is in it."""
    return max(face.px(CONTROL), _written(cell, face, width).height + face.px(PAD))


def field_box(cell: EntryCell, box: QRectF, face: Face) -> QRectF:
    """Where in its cell the field of an entry is."""
    wrapped = cell.kind is Entry.WRAPPING
    high = entry_height(cell, face, box.width()) if wrapped else box.height()
    most = high if cell.kind.wraps else face.px(26)
    side, tall = face.px(4), min(box.height() - face.px(4), most)
    return QRectF(
        box.x() + side + 0.5, round(box.center().y() - tall / 2) + 0.5, box.width() - 2 * side, tall
    )


def entry_width(cell: EntryCell, face: Face) -> float:
    least = {Entry.NUMBER: NUMBER, Entry.PERCENT: NUMBER, Entry.DATE: DATE}.get(cell.kind, FIELD)
    words = max(width_of(text, face.type(13)) for text in (cell.text, cell.hint))
    return max(face.px(least), min(words + face.px(3 * PAD), face.px(2 * FIELD)))


def _in_row(options: tuple[Option, ...], box: QRectF, face: Face, apart: float) -> tuple[Part, ...]:
    room = box.width() - face.px(PAD) - apart * (len(options) - 1)
    widths = [_width(option, face, SIDE) for option in options]
    if sum(widths) > room:
        widths = [_width(option, face, LEAST_SIDE) for option in options]
    if sum(widths) > room:
        widths = [width * room / sum(widths) for width in widths]
    tall = min(face.px(HIGH), box.height() - 2)
    left, top = box.x() + face.px(PAD / 2) + 0.5, round(box.center().y() - tall / 2) + 0.5
    found = []
    for option, width in zip(options, widths, strict=True):
        found.append(Part(QRectF(left, top, round(width), tall), option))
        left += round(width) + apart
    return tuple(found)


def _width(option: Option, face: Face, side: float) -> float:
    word = width_of(option.text, face.word) if option.text else 0
    signed = face.px(SIGN) if option.sign is not None else face.px(ICON) if option.icon else 0
    return word + signed + (face.px(GAP - 2) if word and signed else 0) + 2 * face.px(side)


def _paint_chosen(canvas: Canvas, part: Part, at_end: bool, face: Face) -> None:
    sign = part.option.sign
    colour = face.look.colour(soft_ground(sign.tone) if sign is not None else "brand_soft")
    canvas.pill(part.box, face.px(4) if at_end else 0, colour)


def _paint_word(canvas: Canvas, part: Part, face: Face, plain: str, weight: Weight) -> None:
    box, option = part
    tone = option.sign.tone.value if option.sign is not None else "brand"
    ink = tone if option.chosen else plain if option.enabled else "ink_faint"
    kind = face.type(WORD, Weight.SEMIBOLD if option.chosen else weight)
    words = line_of(option.text, kind, ink, box.width())
    run = words.width
    signed = face.px(SIGN) if option.sign is not None else face.px(ICON) if option.icon else 0
    gap = face.px(GAP - 2) if run and signed else 0
    left = box.center().x() - (run + gap + signed) / 2
    if option.sign is not None:
        centre = QPointF(left + signed / 2, box.center().y())
        canvas.sign(option.sign, centre, signed, face, soft_ground(option.sign.tone))
    elif option.icon:
        place = QRect(round(left), round(box.center().y() - signed / 2), signed, signed)
        icon(option.icon, ink, ICON).paint(canvas.painter, place)
    canvas.middle(words, left + signed + gap, box, face)
