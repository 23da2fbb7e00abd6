"""Takes the standing of a workshop's groups: what a page needs to show them side by side."""

from models.analyses.evaluated import evaluated
from models.analyses.groups.moves import moves
from models.schema.analysis import Tick, patiently
from models.schema.case import Case
from models.schema.standing import GroupStanding, Standing, restated
from models.schema.workshop import Workshop, reworked


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
        standing = take_standing(standing.case, reworked(standing.workshop, round=seen))
    return standing if standing.disagreements else with_disagreements(standing)


def _gathered(workshop: Workshop) -> tuple[object, ...]:
    return workshop.rounds, workshop.round, workshop.groups
