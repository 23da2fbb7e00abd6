"""The heads of columns, measured and painted: names flat or slanted over their columns, codes beneath, lanes' signs."""

from collections.abc import Sequence, Set
from functools import lru_cache
from math import cos, inf, radians, sin

from PySide6.QtCore import QPointF, QRectF

from desktop.base.theme import Weight
from desktop.kit.cells.face import GAP, PAD, SIGN, Canvas, Face, line_of
from desktop.kit.cells.lanes import lane_boxes
from desktop.kit.tables.legend import Legend, paint_legend
from desktop.kit.text import Flowed, Run, Type, flow, width_of
from models.schema.page import Column, LanesCell, Row, Sign, Width
from models.schema.value import Answer

SLANT = 48
"""Degrees by which a slanted name rises to the right."""
NAME, NARROW, CODE, LANE = 12.5, 11, 10.5, 13
LONGEST, CODES, EDGE, WIDEST, UNDER = 190, 17, 7, 150, 5
"""Unscaled pixels: the longest slanted name, the line of codes, the room over and under heads, the widest flat
head, and how far a narrow one reaches under the slanted name before it."""


class Head(Answer, kw_only=False):
    """The head of one column: the column, the lanes in its cells if it has them, and the legend of those beside it."""

    column: Column
    lanes: tuple[Sign, ...] = ()
    legend: Legend = Legend()

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be painted."""
        column = self.column
        return not (column.title or column.code or column.sign or self.lanes)


def heads_of(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[Head, ...]:
    first = rows[0].cells if rows else ()
    lanes = [cell.lanes if isinstance(cell, LanesCell) else () for cell in first]
    lanes += [()] * (len(columns) - len(lanes))
    legends = [Legend(*column.legend) for column in columns[1:]] + [Legend()]
    return tuple(map(Head, columns, lanes, legends))


def head_width(head: Head, face: Face) -> tuple[float, float]:
    """How wide a flat head likes to be, and at least is: its longest word."""
    column, kind = head.column, face.type(NAME, Weight.SEMIBOLD)
    if column.slanted or not (column.title or column.sign):
        code = _code(column, face)
        wide = width_of(code, face.type(CODE)) + face.px(3) if code else 0
        return wide, wide
    signed = face.px(SIGN + GAP) if column.sign is not None else 0
    if column.width is Width.SIGN:
        coded = width_of(f" {column.code}", face.type(CODE)) if _code(column, face) else 0
        narrow = _two_lines(column.title, face.type(NARROW, Weight.SEMIBOLD), coded) + signed + face.px(6)
        return narrow, narrow
    words = [width_of(word, kind) for word in column.title.split()] or [0.0]
    whole = width_of(column.title, kind) + (face.px(40) if column.code else 0)
    pads = face.px(2 * PAD) + signed
    return min(whole, max(face.px(WIDEST), max(words))) + pads, max(words) + pads


@lru_cache(maxsize=256)
def _two_lines(title: str, kind: Type, coded: float) -> float:
    """The least width in which a title and a code that is so wide after it are told in two lines."""
    words = title.split()
    halves = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    widest = [max(width_of(first, kind), width_of(last, kind) + coded) for first, last in halves]
    return min([*widest, max(width_of(title, kind), coded)]) + 1


def heads_height(heads: Sequence[Head], widths: Sequence[int], face: Face) -> int:
    """How high the heads of all columns are; 0 if there is nothing in them."""
    if all(head.is_empty for head in heads):
        return 0
    slanted = [head.column for head in heads if head.column.slanted]
    flat = max(
        (_high(head, width, face, bool(slanted)) for head, width in zip(heads, widths, strict=True)),
        default=0,
    )
    over = flat + (foot_of(heads, face) if slanted else 0) + _edges(slanted, face)
    return max(over, _upright(heads, {column.title for column in slanted}, face))


def heads_least(heads: Sequence[Head], face: Face) -> int:
    """How high the heads of all columns are at least, however wide these are; of slanted names it measures one."""
    if all(head.is_empty for head in heads):
        return 0
    titles = [head.column.title for head in heads if head.column.slanted]
    return _upright(heads, {max(titles, key=len)} if titles else set(), face)


def _upright(heads: Sequence[Head], titles: Set[str], face: Face) -> int:
    """How high heads are with these slanted names, or with a line."""
    slanted = [head.column for head in heads if head.column.slanted]
    kind, longest = face.type(NAME, Weight.SEMIBOLD), face.px(LONGEST)
    high = max((_rise(title, kind, longest) for title in titles), default=0) + face.px(3)
    return max(high + foot_of(heads, face), face.type(NAME).line) + _edges(slanted, face)


def _edges(slanted: Sequence[Column], face: Face) -> int:
    return face.px(2 * EDGE if not slanted else EDGE)


def _high(head: Head, width: int, face: Face, apart: bool) -> int:
    """How high a flat head is: its name, or the legend beside it."""
    name = _flat(head.column, width, face, apart)
    beside = head.legend.height_in(_beside(name, width, face), face)
    return max(name.height, beside - face.px(EDGE))


def _beside(name: Flowed, width: float, face: Face) -> float:
    return width - name.width - face.px(3 * PAD)


def overhang(heads: Sequence[Head], widths: Sequence[int], face: Face) -> int:
    """By how much slanted names reach beyond the last column."""
    edge, reach = 0, 0.0
    kind, longest, beside = face.type(NAME, Weight.SEMIBOLD), face.px(LONGEST), face.px(4)
    for head, width in zip(heads, widths, strict=True):
        if head.column.slanted:
            reach = max(reach, edge + width / 2 + _run(head.column.title, kind, longest) + beside)
        edge += width
    return max(0, round(reach - edge))


def paint_head(
    canvas: Canvas, head: Head, box: QRectF, face: Face, has_slanted: bool, foot: int, right: float
) -> None:
    """Paint the head of one column into its box; a slanted name leaves it as far as to a `right` end."""
    column = head.column
    if head.lanes and not column.title:
        _paint_lanes(canvas, head, box, face)
    elif column.slanted:
        _paint_slanted(canvas, column, box, face, foot, right)
    else:
        _paint_flat(canvas, head, box, face, has_slanted, foot)


def foot_of(heads: Sequence[Head], face: Face) -> int:
    """How high the line of codes beneath slanted names is, with the signs that stand beneath it."""
    slanted = [head.column for head in heads if head.column.slanted]
    narrow = [head.column for head in heads if head.column.width is Width.SIGN and not head.column.slanted]
    if not slanted or not any(column.title for column in narrow):
        return _foot(slanted, face)
    beside = 2 * face.type(NARROW).line - face.px(UNDER)
    return max(_foot(slanted, face), beside)


def unslanted(x: float, above: float) -> float:
    """Over which point of the foot line a point stands that is so much higher, along a slanted name."""
    return x - above * cos(radians(SLANT)) / sin(radians(SLANT)) if above > 0 else x


def _foot(slanted: Sequence[Column], face: Face) -> int:
    if not slanted:
        return 0
    codes = face.px(CODES) if any(_code(column, face) for column in slanted) else face.px(4)
    return codes + (face.px(SIGN + 3) if any(column.sign for column in slanted) else 0)


def _code(column: Column, face: Face) -> str:
    return column.code if (face.controls and face.details) or not column.title else ""


def _slanted(column: Column, face: Face, across: float = inf) -> Flowed:
    """A name in one line, no longer than it may rise, and no farther across than there is room."""
    kind = face.type(NAME, Weight.SEMIBOLD)
    room = (across - face.px(4) - kind.line * sin(radians(SLANT)) * 0.6) / cos(radians(SLANT))
    ink = column.tone.value if column.tone is not None else "ink"
    return line_of(column.title, kind, ink, min(face.px(LONGEST), room))


@lru_cache(maxsize=8192)
def _rise(title: str, kind: Type, longest: int) -> int:
    """How high a slanted name rises; asked of every column for every width that is tried."""
    name = line_of(title, kind, "ink", longest)
    return round(name.width * sin(radians(SLANT)) + name.height * cos(radians(SLANT)))


@lru_cache(maxsize=8192)
def _run(title: str, kind: Type, longest: int) -> float:
    """How far across a slanted name reaches."""
    name = line_of(title, kind, "ink", longest)
    return name.width * cos(radians(SLANT)) + name.height * sin(radians(SLANT)) * 0.6


@lru_cache(maxsize=8192)
def _flat(column: Column, width: int, face: Face, apart: bool) -> Flowed:
    narrow = column.width is Width.SIGN
    room = width - face.px(4 if narrow else 2 * PAD)
    room -= face.px(SIGN + GAP) if column.sign is not None else 0
    ink = column.tone.value if column.tone is not None else "ink_soft"
    runs = [Run(column.title, face.type(NARROW if narrow else NAME, Weight.SEMIBOLD), ink)]
    if _code(column, face) and not apart:
        runs.append(Run(column.code, face.type(CODE), "ink_faint"))
    return flow(tuple(runs), max(1, room), 2 if narrow else 4)


def _paint_flat(canvas: Canvas, head: Head, box: QRectF, face: Face, has_slanted: bool, foot: int) -> None:
    """Paint a name at the foot of the heads, in one line or two, and the legend beside it."""
    column = head.column
    name = _flat(column, round(box.width()), face, has_slanted)
    beneath = has_slanted and bool(_code(column, face))
    base = box.bottom() - (foot if beneath else face.px(EDGE if not has_slanted else 4))
    left = box.x() + face.px(PAD)
    if column.width is Width.SIGN:
        signed = face.px(SIGN + GAP) if column.sign is not None else 0
        left = box.center().x() - (name.width + signed) / 2
    if column.sign is not None:
        side = face.px(SIGN)
        centre = QPointF(left + side / 2, base - max(name.height, side) / 2)
        canvas.sign(column.sign, centre, side, face)
        left += side + face.px(GAP)
    if column.right:
        left = max(left, box.right() - face.px(PAD) - name.width)
    canvas.put(name, left, base - name.height, box, face)
    if head.legend.words:
        room = QRectF(
            left + name.width + face.px(PAD), box.y(), _beside(name, box.width(), face), box.height()
        )
        paint_legend(canvas, head.legend, room, base - name.height / 2, face)
    if beneath:
        code = line_of(column.code, face.type(CODE + 0.5), "ink_faint", box.width() - face.px(PAD))
        canvas.put(code, left, base + face.px(1), box, face)


def _paint_slanted(canvas: Canvas, column: Column, box: QRectF, face: Face, foot: int, right: float) -> None:
    name, painter = _slanted(column, face, right - box.center().x()), canvas.painter
    painter.save()
    painter.translate(box.center().x(), box.bottom() - foot)
    painter.rotate(-SLANT)
    texts, canvas.texts = (
        canvas.texts,
        None,
    )  # the boxes of slanted names lie over one another, the names do not
    canvas.put(name, 0, -name.height * 0.72, box, face)
    canvas.texts = texts
    painter.restore()
    line = QRectF(box.x(), box.bottom() - foot, box.width(), face.px(CODES))
    if _code(column, face):
        canvas.centred(line_of(column.code, face.type(CODE), "ink_faint", box.width()), line, face)
    if column.sign is not None:
        centre = QPointF(box.center().x(), box.bottom() - face.px(SIGN / 2 + 3))
        canvas.sign(column.sign, centre, face.px(SIGN - 2), face)


def _paint_lanes(canvas: Canvas, head: Head, box: QRectF, face: Face) -> None:
    """A sign and its word over each lane; smaller and closer where one would be cut."""
    side, places = face.px(SIGN), lane_boxes(box, len(head.lanes), face)
    usual, close = (LANE, PAD, GAP), (NARROW, 2, 3)
    for size, pad, gap in (usual, close):
        type_, taken = face.type(size, Weight.SEMIBOLD), face.px(pad) + side + face.px(gap)
        pairs = zip(places, head.lanes, strict=True)
        if all(taken + width_of(sign.word, type_) <= place.width() for place, sign in pairs):
            break
    for place, sign in zip(places, head.lanes, strict=True):
        left = place.x() + face.px(pad)
        canvas.sign(sign, QPointF(left + side / 2, box.center().y()), side, face)
        left += side + face.px(gap)
        word = line_of(sign.word, type_, sign.tone.value, place.right() - left)
        canvas.middle(word, left, QRectF(left, box.y(), place.right() - left, box.height()), face)
