"""Takes the snapshot of a state: the one value that the window, the room's screen, paper and files are made of."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from models.analyses.groups.standing import take_standing, with_disagreements
from models.engine.evaluate import baseline_evaluation, evaluated
from models.schema.analysis import Tick, patiently
from models.schema.besides import Coherence
from models.schema.case import Case
from models.schema.result import Evaluation, Status
from models.schema.scenario import Scenario, asks_the_same, baseline_scenario
from models.schema.snapshot import Snapshot, State
from models.schema.standing import Standing
from models.schema.view import View

Evaluate: TypeAlias = Callable[[Case, Scenario], Evaluation]


def take(state: State, last: Snapshot | None = None, evaluate: Evaluate = evaluated) -> Snapshot:
    """What follows from a state, without what may take long; of the `last` snapshot all is kept that still holds.

    An evaluation that is still pending is asked for again; `evaluate` may be what stands in its place.

    While somebody looks back, the scenario that is shown is the one from before the last change.
    """
    case, known = state.case, last if last is not None and last.case is state.case else None
    shown, other = state.scenario, state.past
    if state.view.looking_back and other is not None:
        shown, other = other, shown
    done = known if known is not None and not known.evaluation.pending else None
    evaluation = _evaluation(case, shown, done, evaluate)
    same = known is not None and known.evaluation is evaluation
    return Snapshot(
        case=case,
        scenario=shown,
        evaluation=evaluation,
        baseline=_baseline(case, known, evaluate),
        before=_evaluation(case, other, done, evaluate) if other is not None else None,
        remarks=known.remarks if known and same else _remarks_on(case, evaluation),
        analyses=known.analyses if known and _asks_alike(known.scenario, shown) else None,
        past=other,
        asked=state.asked,
        standing=_standing(state, known),
        shown_round=_round_looked_at(state, state.view, known, known.shown_round if known else None),
        kept_round=_kept_round(state, known),
        view=state.view,
        room=state.room,
        clock=state.clock,
        phones=state.phones,
    )


def complete(snapshot: Snapshot, tick: Tick = patiently) -> Snapshot:
    """The snapshot with its analyses and with what the groups differ on; the tick may withdraw it."""
    from models.analyses.bundle import analyse  # the first picture is painted without

    compared = (
        with_disagreements(one, tick) if one is not None and one.disagreements is None else one
        for one in (snapshot.standing, snapshot.shown_round, snapshot.kept_round)
    )
    standing, looked_at, kept = compared
    return replace(
        snapshot,
        standing=standing,
        shown_round=looked_at,
        kept_round=kept,
        analyses=snapshot.analyses or analyse(snapshot.case, snapshot.scenario, tick),
    )


def _baseline(case: Case, known: Snapshot | None, evaluate: Evaluate) -> Evaluation:
    if known is not None and not known.baseline.pending:
        return known.baseline
    return baseline_evaluation(case) if evaluate is evaluated else evaluate(case, baseline_scenario(case))


def _evaluation(case: Case, scenario: Scenario, last: Snapshot | None, evaluate: Evaluate) -> Evaluation:
    if last is not None and scenario is last.past and last.before is not None and not last.before.pending:
        return last.before
    if last is not None and (scenario is last.scenario or asks_the_same(scenario, last.scenario)):
        return last.evaluation
    return evaluate(case, scenario)


def _asks_alike(one: Scenario, other: Scenario) -> bool:
    """Whether every analysis of two scenarios of a case must be the same: they differ in words at most."""
    return one is other or (asks_the_same(one, other) and one.credences == other.credences)


def _standing(state: State, last: Snapshot | None) -> Standing:
    standing = last.standing if last is not None else None
    if standing is not None and standing.workshop is state.workshop:
        return standing
    return take_standing(state.case, state.workshop, standing)


def _round_looked_at(
    state: State, view: View, last: Snapshot | None, earlier: Standing | None
) -> Standing | None:
    """The standing of the round that a view is at; None where it is the present one, or gone."""
    workshop, wanted = state.workshop, view.round
    if wanted in ("", workshop.round) or all(item.id != wanted for item in workshop.rounds):
        return None
    known = last is not None and last.standing is not None and last.standing.workshop is workshop
    if known and earlier is not None and earlier.workshop.round == wanted:
        return earlier
    return take_standing(state.case, replace(workshop, round=wanted), earlier)


def _kept_round(state: State, last: Snapshot | None) -> Standing | None:
    """The standing of the round that the room keeps, wherever the laptop has gone on to."""
    kept = state.room.kept
    earlier = (last.kept_round or last.shown_round) if last is not None else None
    return _round_looked_at(state, kept, last, earlier) if kept is not None else None


def _remarks_on(case: Case, evaluation: Evaluation) -> tuple[Coherence, ...]:
    """What the case has to say of statuses that stand together in this evaluation."""
    if evaluation.pending:
        return ()
    return tuple(note for note in case.coherence if all(_plainly(evaluation, text) for text in note.if_))


def _plainly(evaluation: Evaluation, premise: str) -> bool:
    negated = premise.startswith("not ")
    status = evaluation.status_of[premise.removeprefix("not ")]
    return status is (Status.REJECTED if negated else Status.ACCEPTED)
