"""Boards of the embedded case for tests of the kit, with the words as long as they come."""

from models.engine.explain import Trace
from models.language.account import account
from models.language.states import sign
from models.schema.action import look
from models.schema.case import Recommendation, Verdict
from models.schema.page import Card, Cards, Count, Line, Page
from models.schema.snapshot import Snapshot


def board(snapshot: Snapshot, picked: str = "") -> Cards:
    """The recommendations as cards; `picked` is a code."""
    cards = tuple(_card(snapshot, item, picked) for item in snapshot.case.recommendations)
    signs = [sign(verdict) for verdict in Verdict]
    key = tuple(Count(sign=one, number=sum(card.sign == one for card in cards)) for one in signs)
    holding = sum(card.sign in signs[:2] for card in cards)
    return Cards(
        id="board",
        cards=cards,
        key=key,
        large=f"{holding} of {len(cards)}",
        small="recommendations hold: some in full, some on fewer arguments",
    )


def board_page(snapshot: Snapshot, picked: str = "") -> Page:
    """A page with nothing but the board."""
    return Page(
        name="holds",
        title="Some recommendations hold: a few in full, others on fewer arguments",
        blocks=(board(snapshot, picked),),
    )


def _card(snapshot: Snapshot, item: Recommendation, picked: str) -> Card:
    result = snapshot.evaluation.recommendation[item.id]
    past = (snapshot.before or snapshot.evaluation).recommendation[item.id]
    moved = (past.verdict, past.applying) != (result.verdict, result.applying)
    arguments = [argument for argument in Trace(snapshot).arguments(item.id) if argument.supports]
    return Card(
        id=item.id,
        code=item.code,
        title=item.label or item.text,
        sign=sign(result.verdict),
        cause=account(Trace(snapshot), item.id),
        change=f"{past.applying} → {result.applying}" if moved else "",
        before=sign(past.verdict) if moved else None,
        moved=moved,
        lines=tuple(Line(text=_name(snapshot, one.premises[0].statement)) for one in arguments),
        picked=item.code == picked,
        action=look(picked=item.id),
    )


def _name(snapshot: Snapshot, statement: str) -> str:
    item = snapshot.case.by_id[statement]
    return item.label or item.text
