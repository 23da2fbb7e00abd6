"""What follows, on the briefing sheet, and why: findings with their kind of claim, and the arguments for all advice."""

from models.language.grades import grade, graded
from models.language.messages import message, told
from models.language.naming import the_source
from models.language.signs import statement_sign
from models.language.states import sign, word
from models.language.words import citation, uncapitalised
from models.schema.case import Recommendation, Rule
from models.schema.page import Column, Line, Node, Page, Row, SignCell, Table, TextCell, Tree, Weight, Width
from models.schema.result import Usage
from models.schema.snapshot import Snapshot


def follows(snapshot: Snapshot) -> tuple[Page, ...]:
    """Every finding: whether it follows, and what kind of claim it is."""
    rows = tuple(
        Row(
            id=item.id,
            cells=(
                TextCell(text=item.text, code=item.code),
                SignCell(sign=statement_sign(snapshot, item.id), words=True),
                TextCell(text=graded(item), sign=grade(item)),
            ),
        )
        for item in snapshot.case.findings
    )
    columns = (
        Column(id="name", title=message("Finding"), width=Width.STRETCH),
        Column(id="status", title=message("Here")),
        Column(id="kind", title=told("In {source}", source=the_source(snapshot.case))),
    )
    table = Table(id="findings", columns=columns, rows=rows)
    return (Page(name="findings", title=message("What follows"), blocks=(table,)),) if rows else ()


def arguments(snapshot: Snapshot) -> Tree:
    """For each recommendation its arguments and the objections that count, each with what it needs."""
    return Tree(
        id="arguments",
        nodes=tuple(_advice(snapshot, item) for item in snapshot.case.recommendations),
    )


def _advice(snapshot: Snapshot, item: Recommendation) -> Node:
    results = snapshot.evaluation.rule
    rules = [
        rule
        for rule in snapshot.case.rules
        if rule.conclusion == item.id and results[rule.id].usage is not Usage.SWITCHED_OFF
    ]
    verdict = snapshot.evaluation.recommendation[item.id].verdict
    meant = told("{kind}; for {addressee}", kind=graded(item), addressee=item.addressee)
    return Node(
        id=item.id,
        line=Line(
            text=item.text,
            code=item.code,
            sign=sign(verdict),
            weight=Weight.STRONG,
            note="; ".join(part for part in (item.emphasis, meant) if part),
        ),
        children=tuple(_argument(snapshot, rule) for rule in rules),
    )


def _argument(snapshot: Snapshot, rule: Rule) -> Node:
    result = snapshot.evaluation.rule[rule.id]
    rejected = result.usage is Usage.SET_ASIDE
    kind = uncapitalised(word(rule.kind))
    reply = (Line(quiet=message("Reply:"), text=rule.reply, weight=Weight.SOFT),) if rule.reply else ()
    return Node(
        id=rule.id,
        children=tuple(Node(id=f"reply-{rule.id}", line=line) for line in reply),
        line=Line(
            text=rule.because,
            sign=sign(result.usage if rejected else result.state),
            quiet=message("Objection:") if rule.opposes else "",
            note=f"{kind}, {citation(rule.paragraphs)}",
            struck=rejected,
        ),
    )
