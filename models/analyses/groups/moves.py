"""Round against round: which groups moved on what, and which verdicts that moved for them."""

from models.analyses.evaluated import evaluated
from models.schema.case import Case
from models.schema.standing import Moves, StanceMoved, VerdictMoved
from models.schema.steps.workshop_steps import has_answered, leaning
from models.schema.workshop import Group, Workshop


def moves(case: Case, workshop: Workshop, earlier: str, later: str) -> Moves:
    """Who moved between two rounds, by round ids; groups are matched by id, everything in the case's order."""
    before = {group.id: group for group in workshop.answers_in(earlier)}
    after = {group.id: group for group in workshop.answers_in(later)}
    both = [(before[name], group) for name, group in after.items() if name in before]
    return Moves(
        earlier=earlier,
        later=later,
        stances=tuple(move for one, other in both for move in _stances(case, one, other)),
        verdicts=tuple(move for one, other in both for move in _verdicts(case, one, other)),
        came=tuple(name for name in after if name not in before),
        left=tuple(name for name in before if name not in after),
    )


def _stances(case: Case, one: Group, other: Group) -> tuple[StanceMoved, ...]:
    """What a group moved on; nobody moves from, or to, what was only left to the case."""
    pairs = (
        (item.id, leaning(one, item.id), leaning(other, item.id))
        for item in case.assumptions
        if has_answered(one, item.id) and has_answered(other, item.id)
    )
    return tuple(
        StanceMoved(group=other.id, id=name, before=before, after=after)
        for name, before, after in pairs
        if before is not after
    )


def _verdicts(case: Case, one: Group, other: Group) -> tuple[VerdictMoved, ...]:
    before, after = (evaluated(case, group.scenario).recommendation for group in (one, other))
    return tuple(
        VerdictMoved(group=other.id, id=item.id, before=before[item.id].verdict, after=after[item.id].verdict)
        for item in case.recommendations
        if before[item.id].verdict is not after[item.id].verdict
    )
