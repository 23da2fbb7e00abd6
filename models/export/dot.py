"""The argument of a case as a graph in DOT, for Graphviz: statements, and a point for each argument."""

from collections.abc import Iterator
from textwrap import wrap

from models.language.states import word
from models.schema.case import Assumption, Case, Recommendation, Rule
from models.schema.grades import Kind
from models.schema.premises import Condition
from models.schema.snapshot import Snapshot

WIDE = 28


def dot(snapshot: Snapshot) -> str:
    """The graph, with what is assumed and what then follows in words."""
    case = snapshot.case.drawn(snapshot.scenario.added)
    return "\n".join(("digraph whatholds {", *(f"  {line}" for line in _lines(snapshot, case)), "}")) + "\n"


def _lines(snapshot: Snapshot, case: Case) -> Iterator[str]:
    yield f"label={_text(case.title)}; labelloc=t; rankdir=BT;"
    yield 'node [shape=box, style=rounded, fontname="sans-serif"]; edge [fontname="sans-serif"];'
    for item in case.by_id.values():
        label = "\n".join((item.code, *wrap(item.title, WIDE), _state(snapshot, item.id)))
        shape = "ellipse" if isinstance(item, Assumption) else "box"
        bold = ", penwidth=2" if isinstance(item, Recommendation) else ""
        yield f"{_text(item.id)} [label={_text(label)}, shape={shape}, tooltip={_text(item.text)}{bold}];"
    for rule in case.rules:
        yield from _argument(rule)


def _state(snapshot: Snapshot, name: str) -> str:
    verdict = snapshot.evaluation.recommendation.get(name)
    if verdict is not None:
        return word(verdict.verdict)
    stance = snapshot.scenario.stance_of.get(name)
    return word(stance) if stance is not None else word(snapshot.evaluation.status_of[name])


def _argument(rule: Rule) -> Iterator[str]:
    point = f"argument {rule.id}"
    dashed = ", style=dashed" if rule.kind is Kind.ADDED else ""
    yield f"{_text(point)} [shape=point, tooltip={_text(rule.because)}];"
    head = "tee" if rule.opposes else "normal"
    yield f"{_text(point)} -> {_text(rule.conclusion)} [arrowhead={head}{dashed}];"
    for number, item in enumerate(rule.conditions):
        yield from _premises(point, number, item)


def _premises(point: str, number: int, item: Condition) -> Iterator[str]:
    if item.is_choice:
        choice = f"{point} choice {number}"
        told = "one of" if item.least == 1 else f"at least {item.least} of"
        yield f"{_text(choice)} [shape=plaintext, label={_text(told)}];"
        yield f"{_text(choice)} -> {_text(point)} [arrowhead=none];"
        point = choice
    for part in item.parts:
        negated = ', label="not"' if part.negated else ""
        yield f"{_text(part.statement)} -> {_text(point)} [arrowhead=none{negated}];"


def _text(text: str) -> str:
    """A text in quotes, which nothing in it can end, and in which nothing is a command of layout."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + plain.replace("\r", " ").replace("\n", "\\n") + '"'
