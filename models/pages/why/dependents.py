"""What depends on a statement, what the author concedes about it, and combinations worth a remark."""

import re
from collections.abc import Iterator

from models.engine.explain import Trace
from models.language.link_words import link_sentence, links_at
from models.language.messages import message
from models.language.signs import statement_sign
from models.language.states import short
from models.language.words import and_more, citation, shown_of
from models.pages.parts import share_words, titled_lines, unfold
from models.schema.action import look
from models.schema.case import Assumption
from models.schema.grades import Kind
from models.schema.page import Block, Line, Weight

SHOWN = 6
ALL = "all-dependents"


def dependents_block(trace: Trace, name: str) -> Iterator[Block]:
    """What it is part of an argument for, recommendations first, each with its state; they alone are counted."""
    reached = trace.argues_for(name)
    advice = [item for item in reached if item in trace.program.recommendations]
    names = [*advice, *(item for item in reached if item not in advice)]
    if not names:
        return
    total = len(trace.case.recommendations)
    shown = names if ALL in trace.snapshot.view.unfolded else names[: shown_of(len(names), SHOWN)]
    share = share_words(len(advice), total, "recommendation")
    lines = [Line(text=share, weight=Weight.SOFT), *(_line(trace, item) for item in shown)]
    if len(names) > len(shown):
        action = unfold(trace.snapshot.view, ALL)
        lines.append(Line(text=and_more(len(names) - len(shown)), weight=Weight.SOFT, action=action))
    yield titled_lines("dependents", message("Part of an argument for"), lines)


def concession_block(trace: Trace, item: Assumption) -> Iterator[Block]:
    """What the author concedes and the case meets with this assumption, which its treatment names by code."""
    named = re.compile(rf"\b{item.code}\b")
    lines = tuple(
        Line(text=f"{told.text} {told.treatment}", note=citation(told.paragraphs))
        for told in trace.case.concessions
        if named.search(told.treatment)
    )
    if lines:
        yield titled_lines("concessions", message("What the author concedes"), lines)


def links_block(trace: Trace, item: Assumption) -> Iterator[Block]:
    """What ties an assumption to others, so that not every setting of them is possible."""
    lines = tuple(
        Line(text=link_sentence(trace.case, link), note=citation(link.paragraphs))
        for link in links_at(trace.case, item.id)
    )
    if lines:
        yield titled_lines("links", message("Tied to other assumptions"), lines)


def remark_block(trace: Trace, name: str) -> Iterator[Block]:
    """The remarks on odd combinations that concern a statement."""
    concerning = trace.remarks(name)
    lines = tuple(Line(text=item.text) for item in trace.snapshot.remarks if item.id in concerning)
    if lines:
        yield titled_lines("remarks", message("Worth a thought"), lines, short(Kind.ADDED))


def _line(trace: Trace, name: str) -> Line:
    item = trace.case.by_id[name]
    now = statement_sign(trace.snapshot, name)
    return Line(text=item.title, code=item.code, sign=now, tip=item.text, action=look(picked=name))
