"""One statement for a whole room: its verdict, why, and what would change it; the why without what is private."""

from collections.abc import Sequence
from dataclasses import replace

from models.language.counts import moves
from models.language.naming import quoted
from models.language.signs import statement_sign, verdicts_hidden
from models.language.states import clause
from models.language.words import wide
from models.pages.parts import uncoded
from models.pages.why.page import why_page
from models.schema.case import Assumption, Case
from models.schema.page import Beside, Block, Line, Page, Sentences, Stack, Weight
from models.schema.snapshot import Snapshot

# Which blocks of a why come first and which last, by their ids: those of an assumption, and those of what follows.
FIRST = {True: ("challenge", "signposts"), False: ("argument:", "objection:")}
LAST = {True: ("if-",), False: ("challenge", "in-full", "changes")}
ACROSS, HEADING = 44, 1.5
"""About how many letters go into a line of half a room's screen, and how many lines high a title is."""


def spotlight_page(snapshot: Snapshot) -> Page:
    """What is picked, large: its arguments, then what would change it and what to ask, on panels about equally high."""
    chosen = _chosen(snapshot)
    page = why_page(chosen)
    item = chosen.case.by_id[chosen.view.picked]
    assumed = isinstance(item, Assumption)
    blocks = [
        _without_codes(block)
        for part in (FIRST, LAST)
        for block in page.blocks
        if block.id.startswith(part[assumed])
    ]
    return Page(
        name="spotlight",
        title=page.title,
        blocks=(_account(chosen.case, page.lead[1:]), *_beside(blocks)),
        caption=_caption(chosen, item.title),
    )


def _account(case: Case, lines: tuple[Line, ...]) -> Sentences:
    """What is told before the panels; more than two lines side by side, else these would not stand on one screen."""
    lines = tuple(replace(line, text=uncoded(case, line.text)) for line in lines)
    return Sentences(id="account", lines=lines, columns=2 if len(lines) > 2 else 1)


def _beside(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks on two panels, which go on from one another where that makes the higher one lowest."""
    high = [_lines(block) for block in blocks]
    ends = range(1, max(2, len(blocks)))
    end = min(ends, key=lambda end: max(sum(high[:end]), sum(high[end:])))
    both = [
        Stack(id=name, share=1, panel=True, blocks=tuple(part))
        for name, part in (("left", blocks[:end]), ("right", blocks[end:]))
        if part
    ]
    return (Beside(id="spotlight", share=1, blocks=tuple(both)),) if both else ()


def _lines(block: Block) -> float:
    """About how many lines high a block is on a panel."""
    lines = block.lines if isinstance(block, Sentences) else ()
    return sum(
        HEADING
        if line.weight is Weight.TITLE
        else bool(line.quiet) + 1 + wide(f"{line.text} {line.note}") // ACROSS
        for line in lines
        if not line.private
    )


def _without_codes(block: Block) -> Block:
    if not isinstance(block, Sentences):
        return block
    return replace(block, lines=tuple(replace(line, code="") for line in block.lines))


def _caption(snapshot: Snapshot, title: str) -> tuple[Line, ...]:
    """The name and what became of it, in the tone of its verdict."""
    name = snapshot.view.picked
    told = statement_sign(snapshot, name)
    result = snapshot.evaluation.recommendation.get(name)
    if verdicts_hidden(snapshot):
        return (Line(text=title, weight=Weight.CAPTION),)
    member = result.verdict if result else snapshot.scenario.stance_of.get(name)
    words = clause(member or snapshot.evaluation.status_of[name])
    return (
        Line(text=quoted(title), weight=Weight.CAPTION),
        Line(text=words, tone=told.tone, weight=Weight.CAPTION),
    )


def _chosen(snapshot: Snapshot) -> Snapshot:
    """The snapshot with something picked: what is, else what the last change moved, else the first advice."""
    if snapshot.view.picked in snapshot.case.by_id:
        return snapshot
    first = next(iter(moves(snapshot)), snapshot.case.recommendations[0].id)
    return replace(snapshot, view=replace(snapshot.view, picked=first))
