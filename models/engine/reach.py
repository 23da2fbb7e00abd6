"""How far single assumptions reach: which verdicts change when one stance changes and nothing else does."""

from models.engine.evaluate import evaluate
from models.schema.case import Assumption, Stance, Verdict
from models.schema.scenario import with_stances
from models.schema.snapshot import Snapshot
from models.schema.value import Identifier, Value


class Change(Value):
    """A recommendation whose verdict would be another one."""

    recommendation: Identifier
    before: Verdict
    after: Verdict


class Reach(Value):
    """What follows if only this assumption changed, to the stance `to`."""

    assumption: Identifier
    to: Stance
    changes: tuple[Change, ...]


def reach(snapshot: Snapshot, model: str) -> tuple[Reach, ...]:
    """How far each assumption of a model reaches from here, in the case's order.

    A settled assumption is turned round; an uncertain one is settled in the way that changes more verdicts,
    and as failing if both change as many.
    """
    return tuple(
        max((_moved(snapshot, item, to) for to in _moves(snapshot, item)), key=lambda move: len(move.changes))
        for item in snapshot.case.assumptions
        if item.model == model
    )


def _moves(snapshot: Snapshot, item: Assumption) -> tuple[Stance, ...]:
    stance = snapshot.scenario.stance_of[item.id]
    return tuple(other for other in (Stance.FAILS, Stance.HOLDS) if other is not stance)


def _moved(snapshot: Snapshot, item: Assumption, to: Stance) -> Reach:
    moved = evaluate(snapshot.case, with_stances(snapshot.scenario, {item.id: to}))
    changes = tuple(
        Change(recommendation=now.id, before=now.verdict, after=then.verdict)
        for now, then in zip(snapshot.evaluation.recommendations, moved.recommendations, strict=True)
        if now.verdict is not then.verdict
    )
    return Reach(assumption=item.id, to=to, changes=changes)
