"""Cells that are read at a glance: a sign, a bar, a range."""

from PySide6.QtCore import QPointF, QRectF

from desktop.base.theme import Weight
from desktop.kit.cells.face import GAP, PAD, SIGN, WORD, Canvas, Face, line_of
from desktop.kit.signs import soft_ground
from desktop.kit.text import width_of
from models.schema.page import BarCell, Cell, Shape, Sign, SignCell, SpreadCell, Tone

ARROW, FIGURE, NOTE = 14, 13, 11.5
BAR, THICK, LEAST_BAR, APART = 64, 8, 20, 8
THUMB, STEPS = 14, 20
"""Unscaled pixels: how long and thick a bar is, from what length on it is worth painting, what follows it."""
_SMALL = {Shape.RING: 0.62, Shape.TWO_RINGS: 0.8}
Figure = BarCell | SpreadCell


def paint_sign(canvas: Canvas, box: QRectF, cell: SignCell, face: Face) -> None:
    """Paint a state, on its soft ground if wanted, after what it was before."""
    if cell.sign is not None and cell.sign.shape is Shape.DOT:
        canvas.dots.append(box.center())
        return
    if cell.ground:
        _paint_ground(canvas, box, cell.sign, face)
    if cell.sign is None or (cell.ground and _fills(cell.sign)):
        return
    ground = soft_ground(cell.sign.tone) if cell.ground else "panel"
    side = face.sign_side
    if cell.before is None and not cell.words:
        canvas.sign(cell.sign, box.center(), side * _SMALL.get(cell.sign.shape, 1), face, ground)
        return
    run = _run(cell, face)
    centre = QPointF(box.center().x() - run / 2 + side / 2, box.center().y())
    if cell.words:
        centre.setX(box.x() + face.px(PAD) + side / 2)
    if cell.before is not None:
        canvas.ghost(cell.before, centre, side, face)
        start = centre + QPointF(side / 2 + face.px(3), 0)
        canvas.arrow(start, start + QPointF(face.px(ARROW - 6), 0), face, "ink_faint", face.px(4))
        centre += QPointF(side + face.px(ARROW), 0)
    canvas.sign(cell.sign, centre, side * _SMALL.get(cell.sign.shape, 1), face, ground)
    if cell.words:
        left = centre.x() + side / 2 + face.px(GAP)
        word = line_of(cell.sign.word, face.word, face.ink(cell.sign.tone.value), box.right() - left)
        canvas.middle(word, left, box, face)


def sign_width(cell: SignCell, face: Face) -> float:
    word = 0.0
    if cell.words and cell.sign is not None:
        word = face.px(GAP + PAD) + width_of(cell.sign.word, face.word)
    return max(face.px(PAD) + _run(cell, face) + word, face.px(26))


def paint_bar(canvas: Canvas, box: QRectF, cell: BarCell, face: Face) -> None:
    track = _track(box, face)
    if track.width() < face.px(LEAST_BAR):
        _paint_number(canvas, box, cell, face)
        return
    slides = cell.action is not None and face.controls
    if cell.value is not None:
        _paint_part(canvas, track, 0, cell.value, cell.tone.value, face)
        if slides:
            _paint_thumb(canvas, track, cell.value, face)
    elif slides:  # an outline: nobody gave a figure, and a thumb would tell one
        canvas.pill(track, track.height() / 2, face.look.colour("panel"), face.look.colour("ink_faint"))
    _paint_words(canvas, box, cell, "", face)


def share_at(box: QRectF, x: float, face: Face) -> float:
    """Which part of the whole a bar has at a point, in twentieths."""
    track = _track(box, face)
    part = (x - track.x()) / track.width() if track.width() > 0 else 0.0
    return round(max(0.0, min(1.0, part)) * STEPS) / STEPS


def _paint_thumb(canvas: Canvas, track: QRectF, value: float, face: Face) -> None:
    """What a bar is slid by."""
    side = face.px(THUMB)
    middle = track.x() + value * track.width()
    middle = max(track.x() + side / 2, min(track.right() - side / 2, middle))
    thumb = QRectF(middle - side / 2, track.center().y() - side / 2, side, side)
    canvas.pill(thumb, side / 2, face.look.colour("brand"), face.look.colour("brand"))


def paint_spread(canvas: Canvas, box: QRectF, cell: SpreadCell, face: Face) -> None:
    track = _track(box, face)
    if track.width() >= face.px(LEAST_BAR) and cell.low is not None and cell.high is not None:
        _paint_part(canvas, track, cell.low, cell.high, Tone.BRAND.value, face)
    _paint_words(canvas, box, cell, cell.note, face)


def figure_width(cell: Figure, face: Face) -> float:
    """How wide a bar or range is with its words, if bars are as short as they come."""
    text, note = word_widths(cell, face)
    beside = sum(face.px(APART) + width for width in (text, note) if width)
    return face.px(2 * PAD + BAR) + beside


def word_widths(cell: Figure, face: Face) -> tuple[float, float]:
    """How wide the words of a figure and its note are."""
    note = cell.note if isinstance(cell, SpreadCell) and face.details else ""
    return (
        width_of(cell.text, face.type(FIGURE, Weight.SEMIBOLD)) if cell.text else 0,
        width_of(note, face.type(NOTE)) if note else 0,
    )


def number_width(cell: Cell, face: Face) -> float:
    """How wide the number of a bar is that has no room for the bar."""
    if not isinstance(cell, BarCell):
        return 0
    return width_of(cell.text, face.word) + face.px(8 if face.details else 4)


def _paint_number(canvas: Canvas, box: QRectF, cell: BarCell, face: Face) -> None:
    """Paint the words alone, on the soft ground of their tone."""
    told = cell.tone is not Tone.FAINT
    if told:
        canvas.pill(_ground_box(box, face), face.px(3), face.look.colour(soft_ground(cell.tone)))
    kind = face.type(WORD, Weight.SEMIBOLD if told else Weight.REGULAR)
    canvas.centred(line_of(cell.text, kind, face.ink(cell.tone.value), box.width()), box, face)


def _paint_ground(canvas: Canvas, box: QRectF, sign: Sign | None, face: Face) -> None:
    ground = "track" if sign is None else sign.tone.value if _fills(sign) else soft_ground(sign.tone)
    canvas.pill(_ground_box(box, face), face.corner, face.look.colour(ground))


def _ground_box(box: QRectF, face: Face) -> QRectF:
    """The ground of a cell, no higher than that of a row of one line."""
    side, most = face.corner, face.ground_height
    high = min(box.height() - 2, most)
    return QRectF(box.x() + side, round(box.center().y() - high / 2), box.width() - 2 * side, high)


def _fills(sign: Sign) -> bool:
    """A square in the brand's colour is no verdict: it fills its cell."""
    return sign.shape is Shape.SQUARE and sign.tone is Tone.BRAND


def _run(cell: SignCell, face: Face) -> float:
    return face.px(SIGN) * (2 if cell.before is not None else 1) + (
        face.px(ARROW) if cell.before is not None else 0
    )


def _track(box: QRectF, face: Face) -> QRectF:
    beside = sum(face.px(APART) + width for width in face.reserves if width)
    left = box.x() + face.px(PAD)
    thick = face.px(THICK)
    return QRectF(left, box.center().y() - thick / 2, box.right() - face.px(PAD) - beside - left, thick)


def _paint_part(canvas: Canvas, track: QRectF, low: float, high: float, tone: str, face: Face) -> None:
    radius = track.height() / 2
    canvas.pill(track, radius, face.look.colour("track"))
    wide = max((high - low) * track.width(), track.height() * 0.75) if high > 0 else 0
    if not wide:
        return
    left = min(track.x() + low * track.width(), track.right() - wide)
    part = QRectF(left, track.y(), wide, track.height())
    canvas.pill(part, min(radius, wide / 2), face.look.colour(face.ink(tone)))


def _paint_words(canvas: Canvas, box: QRectF, cell: Figure, note: str, face: Face) -> None:
    track = _track(box, face)
    left = track.right() + face.px(APART) if track.width() >= face.px(LEAST_BAR) else box.x() + face.px(PAD)
    known = (cell.value if isinstance(cell, BarCell) else cell.low) is not None
    kind = face.type(FIGURE if known else WORD, Weight.SEMIBOLD if known else Weight.REGULAR)
    words = line_of(cell.text, kind, face.ink("ink" if known else "ink_soft"), box.right() - left)
    canvas.middle(words, left, box, face)
    room = box.right() - (left + face.reserves[0] + face.px(APART))
    if note and face.details and room > face.px(16):
        canvas.middle(line_of(note, face.type(NOTE), "ink_faint", room), box.right() - room, box, face)
