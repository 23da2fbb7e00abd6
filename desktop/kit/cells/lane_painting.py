"""Paints cells of lanes: their grounds, the ghosts of where groups were, the arrows from there, and the groups."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from desktop.base.theme import Weight
from desktop.kit.cells.face import Canvas, Face, line_of, mixed
from desktop.kit.cells.lanes import (
    APART,
    COUNTS,
    GHOST,
    LARGE_THICK,
    SIDE,
    THICK,
    Form,
    Lane,
    Placed,
    arranged,
    counts_of,
)
from desktop.kit.signs import soft_ground
from desktop.kit.text import width_of
from models.schema.page import Dot, LanesCell, Tone

HEAD, GROUND = 5, 0.6
"""An arrow's head in unscaled pixels, and how strong the ground of a lane is."""
ASIDE, SMALL_GHOST = 0.32, 0.7
"""Where groups of one line went both ways, arrows keep so much of a disc to one side, and ghosts shrink."""
VOTES = (Tone.GOOD, Tone.WARN, Tone.BAD)
RING, RING_APART, RINGED_LETTER, LEAST_RING = 0.12, 0.035, 0.43, 2.5
"""As parts of a disc: the ring of votes around it, what is free within it, the letter's type; a ring's least pixels."""
EDGE, LEAST_EDGE = 0.06, 1.5
"""The edge of a hollow disc: a part of it, and pixels at least."""
TURN, TOP, CLEFT, LEAST_PART = 360, 90, 10, 6
"""In degrees: a full ring, where it begins, what is free between two sides, and how small a side's part may be."""


def paint(canvas: Canvas, box: QRectF, cell: LanesCell, face: Face) -> None:
    """Paint the grounds, then the arrows, then the groups over them."""
    form, lanes = arranged(cell, box, face)
    for lane, sign in zip(lanes, cell.lanes, strict=True):
        canvas.pill(lane.box, face.px(4), mixed(face.look, soft_ground(sign.tone), "panel", GROUND))
    both = _both_ways(lanes)
    for number, lane in enumerate(lanes):
        for dot, middle in lane.ghosts:
            small = middle.y() in both
            aside = _aside(dot.lane > number, form) if small else 0
            side = form.disc * GHOST * (SMALL_GHOST if small else 1)
            _paint_ghost(canvas, dot, QPointF(middle.x(), middle.y() + aside), side, face)
    _paint_arrows(canvas, lanes, form, face, both)
    for lane in lanes:
        for placed in lane.groups:
            _paint_group(canvas, placed, form, face, lane.box)


def _both_ways(lanes: Sequence[Lane]) -> frozenset[float]:
    """The lines, by their middles, of which groups went to the right and to the left."""
    right: set[float] = set()
    left: set[float] = set()
    for number, lane in enumerate(lanes):
        for dot, middle in lane.ghosts:
            (right if dot.lane > number else left).add(middle.y())
    return frozenset(right & left)


def _aside(is_right: bool, form: Form) -> float:
    """How far below the middle of a line an arrow runs: those to the right above it."""
    return (-ASIDE if is_right else ASIDE) * form.disc


def _paint_arrows(
    canvas: Canvas, lanes: Sequence[Lane], form: Form, face: Face, both: frozenset[float]
) -> None:
    """One arrow for all who went the same way in the same line."""
    gap = face.px(3)
    for place, lane in enumerate(lanes):
        ends: dict[tuple[int, float], float] = {}
        for dot, middle in lane.ghosts:
            way = 1 if dot.lane > place else -1
            key = dot.lane, middle.y()
            ends[key] = max(ends.get(key, middle.x()) * way, middle.x() * way) * way
        for (target, level), start in ends.items():
            way = 1 if target > place else -1
            end = _edge(lanes[target], form, level, way, face)
            half = form.disc * GHOST / 2 * (SMALL_GHOST if level in both else 1)
            y = level + (_aside(way > 0, form) if level in both else 0)
            line = QPointF(start + way * (half + gap), y), QPointF(end - way * gap, y)
            canvas.arrow(*line, face, "brand", face.px(HEAD), _past(lanes, place, target, y, form, face))


def _past(
    lanes: Sequence[Lane], place: int, target: int, y: float, form: Form, face: Face
) -> tuple[QPointF, ...]:
    """The turns of an arrow past what stands in its way between two lanes: above it to the right, else below it."""
    way, side, turns = 1 if target > place else -1, face.px(SIDE), list[QPointF]()
    for lane in lanes[place + way : target : way]:
        middles = [*(group.middle for group in lane.groups), *(middle.y() for _, middle in lane.ghosts)]
        met = [middle for middle in middles if abs(middle - y) <= form.disc / 2]
        if met:
            clear = min(met) - form.high / 2 if way > 0 else max(met) + form.high / 2
            level = min(max(clear, lane.box.top() - 1), lane.box.bottom() + 1)
            first, last = (lane.box.left(), lane.box.right())[::way]
            turns += [QPointF(first + way * side, level), QPointF(last - way * side, level)]
            turns.append(QPointF(last + way * face.px(APART), y))
    return tuple(turns)


def _edge(lane: Lane, form: Form, middle: float, way: int, face: Face) -> float:
    """Where the groups of a line of a lane begin, or end for those who come from the right."""
    row = [placed for placed in lane.groups if placed.middle == middle]
    if way > 0:
        return min((placed.left for placed in row), default=lane.box.x())
    last = max(row, key=lambda placed: placed.left, default=None)
    if last is None:
        return lane.box.right()
    if form.named and not (last.dot.tally and form.bar):
        name = width_of(last.dot.name, face.type(form.type, Weight.SEMIBOLD))
        return last.left + form.disc + face.px(12) + min(form.wide - form.disc - face.px(12), name)
    if form.named:
        return last.left + form.wide - face.px(12)
    return last.left + form.disc + (face.px(4) + form.bar if last.dot.tally and form.bar else 0)


def _paint_ghost(canvas: Canvas, dot: Dot, middle: QPointF, side: float, face: Face) -> None:
    box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
    pen = QPen(face.look.colour("ink_faint"), 1, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([2.5, 2])
    canvas.painter.setPen(pen)
    canvas.painter.setBrush(face.look.colour("panel"))
    canvas.painter.drawEllipse(box)
    letter = line_of(dot.letter, face.type(side * 50 / face.look.scale), "ink_soft", side)
    canvas.centred(letter, box, face)


def _paint_group(canvas: Canvas, placed: Placed, form: Form, face: Face, room: QRectF) -> None:
    dot, left, middle = placed
    disc = QRectF(left, middle - form.disc / 2, form.disc, form.disc)
    part, ground = 0.5, disc
    if dot.tally and not form.bar and dot.is_divided:
        inset = _ring(form.disc) + form.disc * RING_APART
        paint_ring(canvas, disc, dot.tally, face)
        part, ground = RINGED_LETTER, disc.adjusted(inset, inset, -inset, -inset)
    ink = _paint_disc(canvas, dot, ground, face)
    size = form.disc * 100 * part / face.look.scale
    canvas.centred(line_of(dot.letter, face.type(size, Weight.SEMIBOLD), ink, form.disc), disc, face)
    if form.named:
        _paint_named(canvas, placed, form, face, room)
    elif dot.tally and form.bar:
        thick = face.px(THICK)
        bar = QRectF(disc.right() + face.px(4), middle - thick / 2, form.bar, thick)
        paint_tally(canvas, bar, dot.tally, face)


def _paint_disc(canvas: Canvas, dot: Dot, ground: QRectF, face: Face) -> str:
    """Paint a group's disc, hollow where its vote is split, and tell the ink for its letter."""
    brand = "ink_faint" if face.faint else "brand"
    if not dot.is_split:
        canvas.painter.setPen(Qt.PenStyle.NoPen)
        canvas.painter.setBrush(face.look.colour(brand))
        canvas.painter.drawEllipse(ground)
        return "on_brand"
    paint_hollow(canvas, ground, face, brand)
    return brand


def paint_hollow(canvas: Canvas, disc: QRectF, face: Face, ink: str) -> None:
    """Paint the disc of a group whose vote is split."""
    edge = max(LEAST_EDGE, disc.width() * EDGE)
    canvas.painter.setPen(QPen(face.look.colour(ink), edge))
    canvas.painter.setBrush(face.look.colour("panel"))
    canvas.painter.drawEllipse(disc.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2))


def _paint_named(canvas: Canvas, placed: Placed, form: Form, face: Face, room: QRectF) -> None:
    dot, left, middle = placed
    left += form.disc + face.px(9)
    wide = form.wide - form.disc - face.px(12)
    name = line_of(dot.name, face.type(form.type, Weight.SEMIBOLD), face.ink("ink"), wide)
    if not (dot.tally and form.bar):
        canvas.put(name, left, round(middle - name.height / 2), room, face)
        return
    canvas.put(name, left, round(middle - name.height), room, face)
    thick = face.px(LARGE_THICK)
    bar = QRectF(left, middle + face.px(4), form.bar, thick)
    paint_tally(canvas, bar, dot.tally, face)
    if form.counted:
        counts = line_of(counts_of(dot), face.type(COUNTS), "ink_soft", wide)
        canvas.put(counts, bar.right() + face.px(6), round(bar.center().y() - counts.height / 2), room, face)


def _ring(disc: float) -> float:
    """How thick the ring around a disc is."""
    return max(LEAST_RING, disc * RING)


def paint_ring(canvas: Canvas, disc: QRectF, tally: tuple[int, int, int], face: Face) -> None:
    """Paint the same as a ring around a disc that has no room for a bar, clockwise from the top."""
    thick, painter = _ring(disc.width()), canvas.painter
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(face.look.colour("panel"))
    painter.drawEllipse(disc)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = disc.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
    begin = 0.0
    for votes, tone in zip(tally, VOTES, strict=True):
        turn = TURN * votes / sum(tally)
        if votes:
            pen = QPen(face.look.colour(tone.value), thick)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            shown = max(LEAST_PART, turn - CLEFT)
            start = TOP - begin - (turn - shown) / 2
            painter.drawArc(ring, round(start * 16), round(-shown * 16))
        begin += turn


def paint_tally(canvas: Canvas, bar: QRectF, tally: tuple[int, int, int], face: Face) -> None:
    """Paint how many hold, are unsure, and fail it, as parts of one bar."""
    total = sum(tally)
    if not total:
        canvas.pill(bar, bar.height() / 2, face.look.colour("line_strong"))
        return
    left = bar.x()
    for votes, tone in zip(tally, VOTES, strict=True):
        wide = bar.width() * votes / total
        if votes:
            part = QRectF(left, bar.y(), max(1.5, wide - 1), bar.height())
            canvas.pill(part, min(2.0, part.width() / 2), face.look.colour(tone.value))
        left += wide
