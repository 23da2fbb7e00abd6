"""The verdict strip under every page and in the room: a tile for each recommendation, never in another place."""

from models.language.messages import told
from models.language.moves import Move, moves
from models.language.naming import brief_of
from models.language.signs import statement_sign, verdicts_hidden
from models.language.states import sign
from models.language.words import uncapitalised
from models.schema.action import look
from models.schema.case import Recommendation
from models.schema.page import Tile
from models.schema.snapshot import Snapshot


def tiles(snapshot: Snapshot) -> tuple[Tile, ...]:
    """One tile for each recommendation in the case's order, with what it was if the last change moved it."""
    moved = {} if verdicts_hidden(snapshot) else moves(snapshot)
    return tuple(_tile(snapshot, item, moved.get(item.id)) for item in snapshot.case.recommendations)


def _tile(snapshot: Snapshot, item: Recommendation, move: Move | None) -> Tile:
    now = statement_sign(snapshot, item.id)
    was = f" {_turned(move)}" if move else ""
    return Tile(
        id=item.id,
        code=item.code,
        name=item.title,
        short=brief_of(snapshot.case, item),
        sign=now,
        before=sign(move.before.verdict) if move and move.before.verdict is not move.after.verdict else None,
        moved=move is not None,
        picked=snapshot.view.picked == item.id,
        spoken=f"{item.title}, {item.code}: {uncapitalised(now.word)}.{was}",
        action=look(picked=item.id),
    )


def _turned(move: Move) -> str:
    """A move as it is read aloud: "Held before, now not needed."."""
    before, now = move.words.split(" → ")
    return told("{before} before, now {now}.", before=before, now=now).capitalize()
