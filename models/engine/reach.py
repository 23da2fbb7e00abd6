"""How far single assumptions reach: which verdicts change when one stance changes and nothing else does."""

from models.engine.run import Run
from models.engine.walking import run_turns
from models.schema.case import Case
from models.schema.grades import Stance, Verdict
from models.schema.snapshot import Snapshot
from models.schema.value import Answer, Identifier


class Change(Answer):
    """A recommendation whose verdict would be another one."""

    recommendation: Identifier
    before: Verdict
    after: Verdict


class Reach(Answer):
    """What follows if only this assumption changed, to the stance `to`; where not `exact`, some of it is not proven."""

    assumption: Identifier
    to: Stance
    changes: tuple[Change, ...]
    exact: bool = True


class ReachPicture(Answer):
    """What the chart of a model is drawn from: how far each of its assumptions reaches, in the case's order."""

    case: Case
    reaches: tuple[Reach, ...]


def reach(snapshot: Snapshot, model: str) -> tuple[Reach, ...]:
    """How far each assumption of a model reaches from here, in the case's order.

    A settled assumption is turned round; an uncertain one is settled in the way that changes more verdicts,
    and as failing if both change as many.
    """
    names = [item.id for item in snapshot.assumptions if item.model == model]
    run = run_turns(snapshot.case, snapshot.scenario, names)
    return tuple(
        max((_moved(snapshot, run, name, to) for to in _moves(snapshot, name)), key=_number) for name in names
    )


def _number(move: Reach) -> int:
    return len(move.changes)


def _moves(snapshot: Snapshot, name: str) -> tuple[Stance, ...]:
    stance = snapshot.scenario.stance_of[name]
    return tuple(other for other in (Stance.FAILS, Stance.HOLDS) if other is not stance)


def _moved(snapshot: Snapshot, run: Run[int], name: str, to: Stance) -> Reach:
    turn, recommendations = (name, to), snapshot.evaluation.recommendations
    if run.impossible(turn):
        return Reach(assumption=name, to=to, changes=())
    verdicts = ((now, run.verdict(now.id, turn)) for now in recommendations)
    changes = tuple(
        Change(recommendation=now.id, before=now.verdict, after=then)
        for now, then in verdicts
        if now.verdict is not then
    )
    exact = all(run.known(now.id, turn) for now in recommendations)
    return Reach(assumption=name, to=to, changes=changes, exact=exact)
