"""Takes the standing of a workshop’s groups, side by side and round against round: who moved on what."""

from dataclasses import replace

from models.engine.evaluate import evaluate, evaluated
from models.schema.analysis import Tick, patiently
from models.schema.case import Case
from models.schema.result import Status
from models.schema.standing import (
    Foreseen,
    Foresight,
    GroupStanding,
    Moves,
    StanceMoved,
    Standing,
    VerdictMoved,
    restated,
)
from models.schema.steps.workshop_steps import has_answered, leaning
from models.schema.workshop import Group, Hands, Prediction, Workshop


def take_standing(case: Case, workshop: Workshop, last: Standing | None = None) -> Standing:
    """The groups of the present round with their verdicts, and who moved since the round before, if it is revealed.

    The disagreements are left to `with_disagreements`, which may take longer. Of groups and rounds that are
    the same as in the `last` standing everything is kept that was said of them, the disagreements too.
    """
    if last is not None and last.case is case and _gathered(last.workshop) == _gathered(workshop):
        return restated(last, workshop=workshop)
    order = [item.id for item in workshop.rounds]
    at = order.index(workshop.round)
    answers = workshop.answers_in(workshop.round)
    alike = last is not None and last.case is case and tuple(g.group for g in last.groups) == answers
    return Standing(
        case=case,
        workshop=workshop,
        groups=tuple(
            GroupStanding(group=group, evaluation=evaluated(case, group.scenario)) for group in answers
        ),
        disagreements=last.disagreements if last is not None and alike else None,
        moves=moves(case, workshop, order[at - 1], order[at])
        if at and workshop.is_revealed(order[at - 1])
        else None,
    )


def with_disagreements(standing: Standing, tick: Tick = patiently) -> Standing:
    """The same standing with its disagreements; the tick may withdraw it."""
    from models.analyses.groups.disagreements import disagreements  # a start has no groups

    groups = tuple(item.group for item in standing.groups)
    return restated(standing, disagreements=disagreements(standing.case, groups, tick))


def revealed_standing(standing: Standing | None) -> Standing | None:
    """What the room may see, with its disagreements: of this round, or else of the last that was revealed."""
    if standing is None or not (seen := standing.workshop.seen_round):
        return None
    if seen != standing.workshop.round:
        standing = take_standing(standing.case, replace(standing.workshop, round=seen))
    return standing if standing.disagreements else with_disagreements(standing)


def _gathered(workshop: Workshop) -> tuple[object, ...]:
    return workshop.rounds, workshop.round, workshop.groups


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


def foresight(case: Case, prediction: Prediction) -> Foresight:
    """What was foreseen of the scenario that the prediction is locked on, in the case's order.

    A hand for "holds" is right if the recommendation is accepted, one for "falls" if it is rejected, one for
    "open" if it is neither; how it holds or falls is not asked. Raises ValueError for what is not locked.
    """
    if prediction.scenario is None:
        raise ValueError("a prediction has no score before it is locked")
    evaluation = evaluate(case, prediction.scenario)
    given = ((item.id, prediction.of.get(item.id)) for item in case.recommendations)
    return Foresight(
        items=tuple(
            _foreseen(hands, evaluation.recommendation[name].status)
            for name, hands in given
            if hands is not None and hands.raised
        )
    )


def _foreseen(hands: Hands, status: Status) -> Foreseen:
    counts = {Status.ACCEPTED: hands.holds, Status.OPEN: hands.open, Status.REJECTED: hands.falls}
    most = max(counts.values())
    foremost = [name for name, count in counts.items() if count == most]
    return Foreseen(
        id=hands.id,
        status=status,
        right=counts[status],
        raised=hands.raised,
        foremost=foremost[0] if len(foremost) == 1 else None,
    )
