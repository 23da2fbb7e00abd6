"""The first and the last screen of the walk-through: the question, and the whole."""

from models.language.headline import headline
from models.language.messages import marked, message, plural, told
from models.language.naming import quoted, source_kind
from models.language.panes import source_line
from models.language.signs import hidden_words, statement_sign, verdicts_hidden
from models.language.words import citation, listed
from models.pages.programme.walk_order import resting_most, unused
from models.schema.action import look
from models.schema.case import Assumption, Case
from models.schema.grades import Kind
from models.schema.page import Line, Page, Sentences, Weight
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
        lead=(Line(text=f"{source_line(case.source)}.", weight=Weight.SOFT),),
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
