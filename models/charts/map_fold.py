"""Folds assumptions of a map into one box, so that what remains can be read from the back row.

Kept is what the last change turned or somebody picked, then what is not dimmed, what the source rests on, what is not
plainly so, and else what most recommendations rest on: so that the same stay folded whatever is toggled.
"""

from collections.abc import Collection
from dataclasses import fields, replace
from functools import lru_cache

from models.charts.map_measures import GAP, HEADING, INSIDE, LINE, MARGINS
from models.charts.map_plan import joined
from models.schema.case import Assumption, Case, Rule
from models.schema.grades import Kind, Stance
from models.schema.page import Map, MapNode, Shape, Sign, Tone, arguing
from models.schema.premises import PremiseForm

MORE = "more"
FEWEST = 3
"""So many assumptions are left at the least."""


def folding(block: Map, height: float, em: float) -> tuple[str, ...]:
    """What has to be folded for assumptions to be set in a size in a height; none where all have room."""
    assumptions = block.case.assumptions
    high = (LINE + 2 * INSIDE[0].padding + GAP) * em
    room = max(FEWEST, int((height - (HEADING + MARGINS) * em) // high))
    if len(assumptions) <= room:
        return ()
    nodes, reach = {node.id: node for node in block.nodes}, _reach(block.case)

    def weight(item: Assumption) -> tuple[bool | int, ...]:
        node = nodes[item.id]
        return (node.moved or node.picked, not node.dimmed, item.core, not node.plain, reach[item.id])

    least_first = sorted(assumptions, key=weight)
    return tuple(item.id for item in least_first[: len(assumptions) - room + 1])


def folded(block: Map, names: Collection[str], title: str) -> Map:
    """The map with one box of that title in place of these assumptions."""
    if not names:
        return block
    inside = [node for node in block.nodes if node.id in names]
    sign = Sign(Shape.RING, Tone.FAINT, "")
    one = MapNode(
        id=MORE,
        title=title,
        code="",
        sign=sign,
        plain=True,
        dimmed=all(node.dimmed for node in inside),
        spoken=", ".join(node.title for node in inside),
    )
    return replace(
        block,
        case=_folded_case(block.case, frozenset(names), title),
        nodes=(*(node for node in block.nodes if node.id not in names), one),
        rules=tuple(rule for rule in block.rules if rule.id not in set(map(arguing, names))),
    )


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
def _folded_case(case: Case, names: frozenset[str], title: str) -> Case:
    """What is drawn: a case of its own without any check, as there is nothing to be asked about it."""
    one = Assumption(
        id=MORE,
        code="A0",
        text=title,
        paragraphs=case.assumptions[0].paragraphs,
        kind=Kind.ADDED,
        baseline=Stance.HOLDS,
    )
    made = object.__new__(Case)
    vars(made).update({item.name: getattr(case, item.name) for item in fields(Case)})
    vars(made).update(
        assumptions=(*(item for item in case.assumptions if item.id not in names), one),
        rules=tuple(_resting(rule, names) for rule in case.rules),
        content_hash=f"{case.content_hash}:{'+'.join(sorted(names))}",
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
