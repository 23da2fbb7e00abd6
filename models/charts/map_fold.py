"""Folds assumptions of a map into one box, so that what remains can be read from the back row; walks it by keyboard.

Kept is what the source rests on, what is argued for, and else what most recommendations rest on: so that the same
stay folded, and every box in its place, whatever is toggled. Under them are two places. In the first stands the box
of what is folded, until one of these is picked or turns: then it stands there itself, and the box below it.
"""

from collections.abc import Sequence
from dataclasses import fields, replace
from enum import StrEnum
from functools import lru_cache

from models.charts.map_arrange import curve
from models.charts.map_measures import BOLD, GAP, HEADING, INSIDE, LINE, MARGINS, broken, width_in_ems
from models.charts.map_places import Box, Layout, Wire
from models.charts.map_plan import arcs, joined
from models.schema.case import Assumption, Case, Rule
from models.schema.grades import Kind, Stance
from models.schema.page import Map, MapNode, Shape, Sign, Tone, arguing
from models.schema.premises import PremiseForm

MORE, SPARE = "more", "spare"
"""What is folded, and the place below it, as a layout knows them."""
FEWEST = 4
"""So many places are left to assumptions at the least, with the two under them."""


@lru_cache(maxsize=8)
def folding(case: Case, height: float, em: float) -> tuple[str, ...]:
    """What has to be folded for assumptions to be set in a size in a height; none where all have room."""
    high = (LINE + 2 * INSIDE[0].padding + GAP) * em
    room = max(FEWEST, int((height - (HEADING + MARGINS) * em) // high))
    if len(case.assumptions) <= room:
        return ()
    reach = _reach(case)
    least_first = sorted(case.assumptions, key=lambda item: (item.core, bool(item.argued_by), reach[item.id]))
    return tuple(item.id for item in least_first[: len(case.assumptions) - room + 2])


def shown_of(block: Map, names: Sequence[str]) -> str:
    """Which of what is folded shows itself: what is picked, else what turned first, else what is not plainly so."""
    inside = [node for node in block.nodes if node.id in names]
    telling = [node for node in inside if node.picked or node.moved or not node.plain]
    best = min(telling, key=lambda node: (not node.picked, not node.moved, node.order), default=None)
    return best.id if best is not None else ""


def folded(block: Map, names: Sequence[str], shown: str, title: str) -> Map:
    """The map with one box of that title in place of these assumptions, but for the one that shows itself."""
    hidden = {name for name in names if name != shown}
    inside = [node for node in block.nodes if node.id in hidden]
    one = MapNode(
        id=MORE,
        title=title,
        code="",
        sign=Sign(Shape.RING, Tone.FAINT, ""),
        plain=True,
        dimmed=all(node.dimmed for node in inside),
        spoken=", ".join(node.title for node in inside),
    )
    return replace(
        block,
        nodes=(*(node for node in block.nodes if node.id not in hidden), one),
        rules=tuple(rule for rule in block.rules if rule.id not in set(map(arguing, names))),
    )


def seated(layout: Layout, case: Case, names: Sequence[str], shown: str, title: str) -> Layout:
    """The layout of a folded case with what shows itself in its place, and the box of the others under it."""
    places = {box.id: box for box in layout.boxes}
    more, spare = places.pop(MORE), places.pop(SPARE)
    em = layout.type_sizes[0]
    if not shown:
        return replace(layout, boxes=(*places.values(), _named(more, MORE, title, em)))
    own, rest = _named(more, shown, case.by_id[shown].title, em), _named(spare, MORE, title, em)
    sources = {arc.id: dict(arc.sources) for arc in arcs(case)}
    wires: list[Wire] = []
    for wire in layout.wires:
        from_there = sources[wire.rule] if wire.source == MORE else {}
        if shown in from_there:
            wires.append(replace(wire, source=shown, negated=from_there[shown]))
        if wire.source != MORE:
            wires.append(wire)
        elif any(name in from_there for name in names if name != shown):
            start = (rest.right, rest.middle)
            wires.append(replace(wire, points=(start, *curve(start, wire.points[3]), *wire.points[4:])))
    return replace(layout, boxes=(*places.values(), own, rest), wires=tuple(wires))


def _named(place: Box, name: str, title: str, em: float) -> Box:
    """A place with the name of what stands there, in the lines for which there is room."""
    inside = INSIDE[0]
    width = (place.width / em - inside.before - inside.after) / BOLD
    most = int((place.height / em - 2 * inside.padding) / LINE + 0.01)
    return replace(place, id=name, lines=broken(title, width, max(1, most)))


@lru_cache(maxsize=4)
def _reach(case: Case) -> dict[str, int]:
    """How many recommendations lines lead to from each assumption."""
    onward: dict[str, list[str]] = {}
    for source, target in joined(case):
        onward.setdefault(source, []).append(target)
    advice = {item.id for item in case.recommendations}
    return {item.id: len(_met(item.id, onward) & advice) for item in case.assumptions}


def _met(start: str, onward: dict[str, list[str]]) -> set[str]:
    met, ahead = set[str](), [start]
    while ahead:
        new = [name for name in onward.get(ahead.pop(), ()) if name not in met]
        met.update(new)
        ahead += new
    return met


@lru_cache(maxsize=8)
def frame(case: Case, names: tuple[str, ...]) -> Case:
    """What is laid out: a case of its own without any check, as there is nothing to be asked about it.

    Both places under what is kept are wide enough for any name that is folded.
    """
    widest = max((case.by_id[name].title for name in names), key=width_in_ems)
    both = (
        Assumption(
            id=name,
            code=code,
            text=widest,
            paragraphs=case.assumptions[0].paragraphs,
            kind=Kind.ADDED,
            baseline=Stance.HOLDS,
        )
        for name, code in ((MORE, "A0"), (SPARE, "A00"))
    )
    away = frozenset(names)
    made = object.__new__(Case)
    vars(made).update({item.name: getattr(case, item.name) for item in fields(Case)})
    vars(made).update(
        assumptions=(*(item for item in case.assumptions if item.id not in away), *both),
        rules=tuple(_resting(rule, away) for rule in case.rules),
        content_hash=f"{case.content_hash}:{'+'.join(names)}",
    )
    return made


@lru_cache(maxsize=1024)
def _resting(rule: Rule, names: frozenset[str]) -> Rule:
    """The rule with its premises, of which those that are folded are one."""
    told = dict.fromkeys(
        MORE if each.statement in names else f"{'not ' if each.negated else ''}{each.statement}"
        for each in rule.premises
    )
    forms: tuple[PremiseForm, ...] = tuple(told)
    return replace(rule, if_=forms, need=(), means=(), standing=())


class Direction(StrEnum):
    """Where an arrow key points."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"


def next_box(layout: Layout, name: str, direction: Direction) -> str:
    """The statement that a step leads to; the same one where there is nothing that way."""
    boxes = {box.id: box for box in layout.boxes}
    here = boxes.get(name)
    if here is None:
        return layout.boxes[0].id
    if direction in (Direction.UP, Direction.DOWN):
        return _along_column(layout, here, 1 if direction is Direction.DOWN else -1)
    step = 1 if direction is Direction.RIGHT else -1
    joined = [boxes[other] for other in _joined(layout, name) if _beyond(here, boxes[other], step)]
    beyond = joined or _next_column(layout, here, step)
    return min(beyond, key=lambda box: (abs(here.middle - box.middle), box.id), default=here).id


def _along_column(layout: Layout, here: Box, step: int) -> str:
    column = sorted((box for box in layout.boxes if box.column == here.column), key=lambda box: box.y)
    place = column.index(here) + step
    return column[place].id if 0 <= place < len(column) else here.id


def _joined(layout: Layout, name: str) -> set[str]:
    ends = {(wire.source, wire.target) for wire in layout.wires}
    return {one if other == name else other for one, other in ends if name in (one, other)}


def _beyond(here: Box, there: Box, step: int) -> bool:
    return (there.column - here.column) * step > 0


def _next_column(layout: Layout, here: Box, step: int) -> list[Box]:
    beyond = {box.column for box in layout.boxes if _beyond(here, box, step)}
    nearest = min(beyond, key=lambda column: abs(column - here.column), default=here.column)
    return [box for box in layout.boxes if box.column == nearest and _beyond(here, box, step)]
