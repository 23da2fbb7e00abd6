"""Screens of the walk-through: the question first, an assumption by itself, all that is advised, and the whole."""

from collections.abc import Iterator

from models.language.headline import headline
from models.language.messages import marked, message, plural, told
from models.language.naming import graded, if_fails_line, quoted, source_kind, the_source
from models.language.panes import source_line
from models.language.signs import hidden_words, statement_sign, verdicts_hidden
from models.language.words import citation, listed, sentence_start
from models.pages.programme.walk_screens import resting_most, unused
from models.pages.why.assumption import challenge_block
from models.schema.action import look
from models.schema.case import Assumption, Case, Statement
from models.schema.grades import Kind
from models.schema.page import Block, Line, Page, Sentences, Weight, soft
from models.schema.snapshot import Snapshot

HOW = marked("Every step adds one statement: what follows, what it rests on, and why it follows.")
WATCH = marked(
    "Where you would not take a step yourself, note its code: that is what there is to argue about."
)


def opening(snapshot: Snapshot) -> Page:
    """The question, and what the source rests on."""
    case = snapshot.case
    core = [item for item in case.assumptions if item.core]
    total = len(case.recommendations)
    question = plural(
        "If this is wrong about the world, does its recommendation still hold, and why?",
        "If this is wrong about the world, which of its {number} recommendations still hold, and why?",
        total,
    )
    lines = (
        Line(text=question, weight=Weight.TITLE),
        Line(text=_counts(case)),
        Line(text=message(HOW)),
        Line(text=message(WATCH)),
    )
    rests = Sentences(
        id="core",
        heading=plural(
            "The {kind} rests on {number} core assumption",
            "The {kind} rests on {number} core assumptions",
            len(core),
            kind=source_kind(case),
        ),
        lines=tuple(_assumption_line(snapshot, item, "") for item in core),
    )
    return Page(
        name="",
        title=case.title,
        lead=(soft(f"{source_line(case.source)}."),),
        blocks=(Sentences(id="question", lines=lines), *((rests,) if core else ())),
    )


def whole(snapshot: Snapshot) -> Page:
    """How it all stands, and what most of it rests on."""
    case = snapshot.case
    total = len(case.recommendations)
    lines = tuple(
        _assumption_line(
            snapshot, item, told("part of an argument for {number} of {total}", number=number, total=total)
        )
        for item, number in resting_most(case, snapshot.scenario)
    )
    heading = message("What is part of most arguments")
    most = (Sentences(id="most", heading=heading, lines=lines),) if lines else ()
    said = [f"{hidden_words(snapshot)}."] if verdicts_hidden(snapshot) else [f"{headline(snapshot)}."]
    objections = sum(rule.opposes is not None and rule.kind is Kind.ADDED for rule in case.rules)
    if objections:
        said.append(
            plural(
                "{number} objection was added by an analyst.",
                "{number} objections were added by an analyst.",
                objections,
            )
        )
    idle = [quoted(item.title) for item in unused(case)]
    if idle:
        said.append(told("No argument uses {names}.", names=listed(idle, "or", limit=6)))
    left = Sentences(id="left", lines=tuple(Line(text=text) for text in said))
    return Page(name="", title=told("The whole: {counts}", counts=_counts(case)), blocks=(left, *most))


def _assumption_line(snapshot: Snapshot, item: Assumption, note: str) -> Line:
    return Line(
        text=item.text,
        code=item.code,
        sign=statement_sign(snapshot, item.id),
        note=note or citation(item.paragraphs),
        action=look(picked=item.id),
    )


def _counts(case: Case) -> str:
    findings = len(case.findings)
    parts = (
        plural("{number} assumption", "{number} assumptions", len(case.taking_part(False))),
        plural("{number} finding", "{number} findings", findings) if findings else "",
        plural("{number} recommendation", "{number} recommendations", len(case.recommendations)),
    )
    return listed(part for part in parts if part)


def as_it_stands(snapshot: Snapshot, item: Statement) -> Line:
    """A statement's state and grade, and a click on it its why."""
    state = statement_sign(snapshot, item.id)
    return Line(
        text=state.word,
        sign=state,
        code=item.code,
        note=graded(item),
        weight=Weight.STRONG,
        action=look(picked=item.id),
    )


def assumed_page(snapshot: Snapshot, item: Assumption) -> Page:
    """An assumption: how it is taken, what argues for it, what its failing means, and what to ask."""
    return Page(
        name="",
        title=told("Therefore: {claim}", claim=item.text) if item.argued_by else item.text,
        lead=(as_it_stands(snapshot, item), *if_fails_line(item)),
        blocks=tuple(_blocks(snapshot, item)),
    )


def _blocks(snapshot: Snapshot, item: Assumption) -> Iterator[Block]:
    whose = the_source(snapshot.case)
    if item.argued_by:
        lines = (
            *(_argues(snapshot, name) for name in item.argued_by),
            soft(
                message(
                    "As long as that follows, it is taken to hold. If it no longer follows, it could be either: "
                    "a lost argument does not make its conclusion false."
                )
            ),
        )
        yield Sentences(
            id="argued", heading=sentence_start(told("{source} argues for it", source=whose)), lines=lines
        )
    else:
        line = Line(text=sentence_start(told("{source} assumes it and does not argue for it.", source=whose)))
        yield Sentences(id="argued", lines=(line,))
    if item.challenge:
        yield challenge_block(item, message("What to ask of it"))


def _argues(snapshot: Snapshot, name: str) -> Line:
    finding = snapshot.case.by_id[name]
    return Line(
        text=finding.text,
        code=finding.code,
        sign=statement_sign(snapshot, name),
        note=graded(finding),
        weight=Weight.STRONG,
        action=look(picked=name),
    )


def advised(snapshot: Snapshot) -> Page:
    """Every recommendation, to whom it is addressed, and with what weight."""
    items = snapshot.case.recommendations
    lines = tuple(
        Line(
            text=item.text,
            code=item.code,
            sign=statement_sign(snapshot, item.id),
            note=told(
                "{emphasis}; for {addressee}" if item.emphasis else "for {addressee}",
                emphasis=item.emphasis,
                addressee=item.addressee,
            ),
            action=look(picked=item.id),
        )
        for item in items
    )
    return Page(
        name="",
        title=plural(
            "What is advised: {number} recommendation",
            "What is advised: {number} recommendations",
            len(items),
        ),
        blocks=(Sentences(id="advised", lines=lines),),
    )
