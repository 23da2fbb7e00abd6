"""The argument map in words: an outline with each statement's arguments below it, for those who do not see it."""

from models.language.link_words import choice_line
from models.language.messages import message
from models.language.signs import statement_sign, verdicts_hidden
from models.language.states import sign
from models.language.words import counted, uncapitalised
from models.schema.action import look
from models.schema.case import Assumption, Case, Premise, Rule, Statement
from models.schema.page import Line, Node, Sign, Weight
from models.schema.premises import Condition
from models.schema.result import Usage
from models.schema.snapshot import Snapshot


def map_tree(snapshot: Snapshot, case: Case, assumptions: tuple[Assumption, ...]) -> tuple[Node, ...]:
    """Three groups of statements, advice first; under each statement the arguments about it and their premises."""
    groups = (
        ("recommendations", counted(len(case.recommendations), "recommendation"), case.recommendations),
        ("findings", counted(len(case.findings), "finding"), case.findings),
        ("assumptions", counted(len(assumptions), "assumption"), assumptions),
    )
    return tuple(
        Node(
            id=name,
            line=Line(text=title, weight=Weight.STRONG),
            children=tuple(_statement(snapshot, item) for item in items),
        )
        for name, title, items in groups
        if items
    )


def rule_sign(snapshot: Snapshot, rule: Rule) -> Sign | None:
    """What became of an argument or objection, unless verdicts are hidden."""
    result = snapshot.evaluation.rule[rule.id]
    if result.usage is not Usage.IN_USE:
        return sign(result.usage)
    return None if verdicts_hidden(snapshot) else sign(result.state)


def _statement(snapshot: Snapshot, item: Statement) -> Node:
    now = statement_sign(snapshot, item.id)
    about = (rule for rule in snapshot.case.rules if rule.conclusion == item.id)
    return Node(
        id=item.id,
        line=Line(
            text=item.title,
            code=item.code,
            sign=now,
            note=uncapitalised(now.word),
            action=look(picked=item.id),
        ),
        children=tuple(_rule(snapshot, rule) for rule in about),
        shut=True,
    )


def _rule(snapshot: Snapshot, rule: Rule) -> Node:
    became = rule_sign(snapshot, rule)
    return Node(
        id=rule.id,
        line=Line(
            text=rule.because,
            quiet=message("Objection" if rule.opposes else "Argument"),
            sign=became,
            note=uncapitalised(became.word) if became else "",
        ),
        children=tuple(child for asked in rule.conditions for child in _asked(snapshot, rule, asked)),
    )


def _asked(snapshot: Snapshot, rule: Rule, asked: Condition) -> tuple[Node, ...]:
    """A premise, or several beneath how many of them are asked for."""
    premises = tuple(_premise(snapshot, rule, premise) for premise in asked.parts)
    if not asked.is_choice:
        return premises
    names = "+".join(premise.statement for premise in asked.parts)
    line = Line(text=choice_line(asked.least))
    return (Node(id=f"{rule.id}:{names}", line=line, children=premises),)


def _premise(snapshot: Snapshot, rule: Rule, premise: Premise) -> Node:
    item = snapshot.case.by_id[premise.statement]
    return Node(
        id=f"{rule.id}:{item.id}",
        line=Line(
            text=item.title,
            code=item.code,
            quiet=message("If not") if premise.negated else "",
            sign=statement_sign(snapshot, item.id),
            action=look(picked=item.id),
        ),
    )
