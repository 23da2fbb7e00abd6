"""Arguments that go round in a circle, drawn by themselves: the engine refuses such a case, so nothing follows."""

from collections.abc import Collection, Sequence
from dataclasses import fields, replace
from itertools import pairwise

from models.analyses.snapshots import take
from models.engine.evaluate import being_worked_out
from models.language.messages import marked, message, told
from models.language.naming import quoted
from models.pages.map_block import map_block
from models.pages.parts import with_text
from models.schema.action import look
from models.schema.case import Assumption, Case, Premise, Rule
from models.schema.page import Line, Map, MapNode, Node, Page, Shape, Sign, Tone, Weight
from models.schema.scenario import baseline_scenario
from models.schema.snapshot import fresh_state

Circle = tuple[str, ...]
"""Statements each of which leads to the next; the last is the first again."""
ROUND = Sign(Shape.SOLID_LINE, Tone.BAD, marked("goes round in a circle"))
IN_CIRCLE = Sign(Shape.RING, Tone.BAD, marked("In a circle"), marked("In a circle"))


def circle_page(case: Case, circles: tuple[Circle, ...]) -> Page:
    """The first of the circles on a map; those after it are told when it is broken."""
    circle = circles[0]
    names = " → ".join(quoted(case.by_id[name].title) for name in circle)
    page = Page(
        name="circle",
        title=message("These arguments go round in a circle"),
        lead=(Line(text=told("{names}. Nothing follows until one of them is taken out.", names=names)),),
        blocks=(_drawn(case, circle),),
    )
    return with_text(page)


def _drawn(case: Case, circle: Circle) -> Map:
    alone = _alone(case, circle)
    scenario = replace(baseline_scenario(alone), added=True)
    block = map_block(take(fresh_state(alone, scenario), None, being_worked_out))
    sign = replace(ROUND, word=message(ROUND.word))
    return replace(
        block,
        nodes=tuple(_node(node, circle) for node in block.nodes),
        rules=tuple(replace(rule, turn=sign, carries=False, open=False, asks=()) for rule in block.rules),
        headings=("", "", ""),
        key=(sign,),
        kinds=(),
        outline=tuple(_told(case, name) for name in circle[:-1]),
        buttons=(),
    )


def _alone(case: Case, circle: Circle) -> Case:
    """The case of nothing but what goes round: there is no engine that could be asked about it."""
    joins = set(pairwise(circle))
    made = object.__new__(Case)
    rules = (
        (rule, [p for p in rule.premises if (p.statement, rule.conclusion) in joins]) for rule in case.rules
    )
    vars(made).update({item.name: getattr(case, item.name) for item in fields(Case)})
    vars(made).update(
        assumptions=tuple(_argued(item, joins) for item in case.assumptions if item.id in circle),
        findings=tuple(item for item in case.findings if item.id in circle),
        recommendations=tuple(item for item in case.recommendations if item.id in circle),
        rules=tuple(_resting_on(rule, premises) for rule, premises in rules if premises),
        links=(),
        feedback=(),
        coherence=(),
        tests=(),
        defects=(),
        content_hash=f"{case.content_hash}:{'>'.join(circle)}",
    )
    return made


def _argued(item: Assumption, joins: Collection[tuple[str, str]]) -> Assumption:
    return replace(item, argued_by=tuple(name for name in item.argued_by if (name, item.id) in joins))


def _resting_on(rule: Rule, premises: Sequence[Premise]) -> Rule:
    told = tuple(f"{'not ' if premise.negated else ''}{premise.statement}" for premise in premises)
    return replace(rule, if_=told, need=(), means=(), standing=())


def _node(node: MapNode, circle: Circle) -> MapNode:
    """A statement with its place in the circle, from 1."""
    sign = replace(IN_CIRCLE, word=message(IN_CIRCLE.word), short=message(IN_CIRCLE.short))
    return replace(
        node, sign=sign, before=sign, moved=True, order=circle.index(node.id) + 1, dimmed=False, note=""
    )


def _told(case: Case, name: str) -> Node:
    item = case.by_id[name]
    line = Line(text=item.title, code=item.code, weight=Weight.STRONG, action=look(picked=name))
    return Node(id=name, line=line)
