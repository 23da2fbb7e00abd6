"""Two screens of the walk-through: an assumption by itself, with what argues for it; and all that is advised."""

from collections.abc import Iterator

from models.language.grades import graded, if_fails_line
from models.language.messages import message, plural, told
from models.language.naming import the_source
from models.language.signs import statement_sign
from models.language.words import sentence_start
from models.pages.why.assumption import challenge_block
from models.schema.action import look
from models.schema.case import Assumption
from models.schema.page import Block, Line, Page, Sentences, Weight
from models.schema.snapshot import Snapshot


def assumed_page(snapshot: Snapshot, item: Assumption) -> Page:
    """An assumption: how it is taken, what argues for it, what its failing means, and what to ask."""
    state = statement_sign(snapshot, item.id)
    lead = Line(
        text=state.word,
        sign=state,
        code=item.code,
        note=graded(item),
        weight=Weight.STRONG,
        action=look(picked=item.id),
    )
    return Page(
        name="",
        title=told("Therefore: {claim}", claim=item.text) if item.argued_by else item.text,
        lead=(lead, *if_fails_line(item)),
        blocks=tuple(_blocks(snapshot, item)),
    )


def _blocks(snapshot: Snapshot, item: Assumption) -> Iterator[Block]:
    whose = the_source(snapshot.case)
    if item.argued_by:
        lines = (
            *(_argues(snapshot, name) for name in item.argued_by),
            Line(
                text=message(
                    "As long as that follows, it is taken to hold. If it no longer follows, it could be either: "
                    "a lost argument does not make its conclusion false."
                ),
                weight=Weight.SOFT,
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
