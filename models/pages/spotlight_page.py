"""One statement for a whole room: its verdict, why, and what would change it; the why without what is private."""

from dataclasses import replace

from models.language.moves import moves
from models.language.naming import quoted
from models.language.signs import statement_sign, verdicts_hidden
from models.language.states import clause
from models.pages.why.page import why_page
from models.schema.case import Assumption
from models.schema.page import Beside, Block, Line, Page, Sentences, Stack, Weight
from models.schema.snapshot import Snapshot

# Which blocks of a why stand where, by their ids: those of an assumption, and those of what follows.
LEFT = {True: ("challenge", "signposts"), False: ("argument:", "objection:")}
RIGHT = {True: ("if-",), False: ("challenge", "in-full", "changes")}


def spotlight_page(snapshot: Snapshot) -> Page:
    """What is picked, large: its arguments at the left, what would change it and what to ask at the right."""
    chosen = _chosen(snapshot)
    page = why_page(chosen)
    item = chosen.case.by_id[chosen.view.picked]
    assumed = isinstance(item, Assumption)
    left = tuple(block for block in page.blocks if block.id.startswith(LEFT[assumed]))
    right = tuple(block for block in page.blocks if block.id.startswith(RIGHT[assumed]))
    return Page(
        name="spotlight",
        title=page.title,
        blocks=(Sentences(id="account", lines=_named(chosen, page.lead[1:])), *_beside(left, right)),
        caption=_caption(chosen, item.title),
    )


def _beside(left: tuple[Block, ...], right: tuple[Block, ...]) -> tuple[Block, ...]:
    both = [
        Stack(id=name, share=1, panel=True, blocks=tuple(_without_codes(block) for block in blocks))
        for name, blocks in (("left", left), ("right", right))
        if blocks
    ]
    return (Beside(id="spotlight", share=1, blocks=tuple(both)),) if both else ()


def _named(snapshot: Snapshot, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines without the codes that follow names: nobody at the back of a room needs them."""
    for code in snapshot.case.by_code:
        lines = tuple(replace(line, text=line.text.replace(f" ({code})", "")) for line in lines)
    return lines


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
