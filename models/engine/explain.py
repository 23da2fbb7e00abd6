"""Explains an evaluated scenario, as values: which arguments stand, what is missing, what rests on what.

Every answer holds over all completions of the scenario, wherever the evaluation itself is exact.
"""

from collections.abc import Iterator
from functools import cached_property, lru_cache

from models.engine.completions import EITHER, Turn
from models.engine.evaluator import met
from models.engine.program import Asked, Choice, Literal, compiled, cones, leading_on
from models.engine.reasons import Reasons
from models.engine.routes import arguing_for
from models.engine.run import Run, clash
from models.engine.walking import is_graded, run_completions, run_turns, tied_beside
from models.schema.case import Case, Rule
from models.schema.explanation import Argument, ChoiceState, Hinge, Outcome, PremiseState, Reason
from models.schema.grades import Stance, Verdict
from models.schema.result import Evaluation, RuleState, Status, Usage
from models.schema.scenario import asked_of, baseline_scenario
from models.schema.snapshot import Snapshot


class Known:
    """What has been found out about one evaluated scenario, for whoever asks next: the board, the why, the room."""

    def __init__(self, case: Case, evaluation: Evaluation) -> None:
        self._asked = case, evaluation
        self.scenario = baseline_scenario(case)
        self.arguments: dict[str, tuple[Argument, ...]] = {}
        self.hanging: dict[str, tuple[str, ...]] = {}
        self.pivots: dict[str, tuple[Outcome, ...]] = {}
        self.changes: dict[str, tuple[Outcome, ...]] = {}
        self.felling: dict[str, dict[str, None]] = {}
        self.varying: dict[str, tuple[str, ...]] = {}

    @cached_property
    def run(self) -> Run[int]:
        """The walk over the scenario's completions."""
        return run_completions(self._asked[0], self.scenario)

    @cached_property
    def reasons(self) -> Reasons:
        """Why each statement has its status."""
        case, evaluation = self._asked
        return Reasons(compiled(case), self.scenario, evaluation)


class Trace:
    """A snapshot made ready to be explained: asked about any of its statements, each argument explained once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.case = snapshot.case
        self.evaluation = snapshot.evaluation
        self.program = compiled(snapshot.case)
        self.advising = frozenset(
            rule.id for name in self.program.recommendations for rule in self.program.supporting[name]
        )
        self._known = _known(snapshot.case, asked_of(snapshot.scenario), snapshot.evaluation)
        self._known.scenario = snapshot.scenario
        self.felling = self._known.felling

    @cached_property
    def run(self) -> Run[int]:
        """The walk over the scenario's completions."""
        return self._known.run

    def reason(self, name: str) -> Reason | None:
        """Stances and inferences set aside that are enough for the statement's status; None if it is open."""
        return self._known.reasons.of(name)

    def pivots(self, name: str) -> tuple[Outcome, ...]:
        """The assumptions that, turned round or settled alone, would change the statement's status.

        Only settled ones of a sufficient reason can do so, which keeps the one evaluation short, and what is linked, as
        it carries others along.
        """
        if name not in self._known.pivots:
            self._known.pivots[name] = self._pivots(name)
        return self._known.pivots[name]

    def _pivots(self, name: str) -> tuple[Outcome, ...]:
        reason = self.reason(name)
        if reason is None or not reason.assumptions:
            return ()
        stance_of, linked = self.snapshot.scenario.stance_of, self.case.linked
        turns = [
            (item, to)
            for item, stance in stance_of.items()
            if item in linked or (stance not in EITHER and item in reason.assumptions)
            for to in (Stance.HOLDS, Stance.FAILS)
            if to is not stance
        ]
        run = run_turns(self.case, self.snapshot.scenario, dict.fromkeys(item for item, _ in turns))
        outcomes = (_outcome(run, name, turn) for turn in turns if not run.impossible(turn))
        now = self.evaluation.status_of[name]
        return tuple(item for item in outcomes if item.known and item.status is not now)

    def arguments(self, name: str) -> tuple[Argument, ...]:
        """The rules for a statement and then those against it, in the case's order; none for assumptions."""
        if name not in self.program.supporting:
            return ()
        if name not in self._known.arguments:
            self._known.arguments[name] = tuple(self._argument(rule) for rule in self.program.about(name))
        return self._known.arguments[name]

    def hangs_on(self, name: str) -> tuple[str, ...]:
        """The uncertain assumptions that can make a difference to the statement, or to the way it falls."""
        if name not in self._known.hanging:
            cone = cones(self.case)[name]
            below = tuple(item for item in self.run.uncertain if item in cone)
            if not self.run.exact and self.evaluation.status_of[name] is Status.OPEN:
                return below
            elements = self._in_question(name)
            self._known.hanging[name] = tuple(
                item for item in below if any(swings(self.run, element, item) for element in elements)
            )
        return self._known.hanging[name]

    def varies_with(self, name: str) -> tuple[str, ...]:
        """What it hangs on, and the uncertain assumptions under it that links let vary only with others."""
        if name not in self._known.varying:
            alone = self.hangs_on(name)
            known = {*alone, *tied_beside(self.case, self.snapshot.scenario, self.run, name, alone)}
            self._known.varying[name] = tuple(item.id for item in self.case.assumptions if item.id in known)
        return self._known.varying[name]

    def hinges(self, name: str) -> tuple[Hinge, ...]:
        """What the statement hangs on, each with the outcome of settling it alone."""
        return tuple(_hinge(self.run, name, item) for item in self.hangs_on(name))

    def is_graded(self, outcome: Outcome) -> bool:
        """Whether it is known how well founded advice then is, if it holds: on fewer arguments, or on as many."""
        if outcome.verdict is not Verdict.HOLDS:
            return True
        return is_graded(self.run, outcome.statement, (outcome.assumption, outcome.stance))

    def downstream(self, name: str) -> tuple[str, ...]:
        """What the rules in use lead to from the statement, in the case's order."""
        usage = {rule.id: rule.usage for rule in self.evaluation.rules}
        in_use = frozenset(rule for rule, used in usage.items() if used is Usage.IN_USE)
        stances = self.snapshot.scenario.stance_of.items()
        as_argued = [item for item, stance in stances if stance is Stance.AS_ARGUED]
        reached = leading_on(self.program, name, in_use, as_argued)
        return tuple(item for item in self.case.by_id if item in reached and item != name)

    def argues_for(self, name: str) -> tuple[str, ...]:
        """The findings and recommendations for which it is part of an argument that takes part, in the case's order."""
        below = arguing_for(self.case, self.snapshot.scenario)
        return tuple(item for item in self.program.supporting if name in below[item])

    def changes(self, assumption: str) -> tuple[Outcome, ...]:
        """What would have another status or verdict if only this assumption took one of its other stances, or may have.

        Past the budget of the walk it may not be known.
        """
        if assumption not in self._known.changes:
            self._known.changes[assumption] = self._changes(assumption)
        return self._known.changes[assumption]

    def may_be(self, assumption: str, stance: Stance) -> bool:
        """Whether links leave any setting if only this assumption took another stance, and carried others along."""
        if assumption not in self.case.linked:
            return True
        run = run_turns(self.case, self.snapshot.scenario, (assumption,))
        return not run.impossible((assumption, stance))

    def _changes(self, assumption: str) -> tuple[Outcome, ...]:
        run = run_turns(self.case, self.snapshot.scenario, (assumption,))
        names = [item for item in self.case.by_id if item != assumption]
        if assumption not in self.case.linked:
            names = list(self.downstream(assumption))
        outcomes = (
            _outcome(run, name, turn) for turn in run.turns if not run.impossible(turn) for name in names
        )
        return tuple(outcome for outcome in outcomes if not outcome.known or self._differs(outcome))

    def remarks(self, name: str) -> tuple[str, ...]:
        """The coherence remarks that apply and speak of the statement or of anything below it."""
        cone = cones(self.case)[name]
        return tuple(
            remark.id
            for remark in self.snapshot.remarks
            if any(text.removeprefix("not ") in cone for text in remark.if_)
        )

    def _differs(self, outcome: Outcome) -> bool:
        if outcome.verdict is not None:
            return outcome.verdict is not self.evaluation.recommendation[outcome.statement].verdict
        return outcome.status is not self.evaluation.status_of[outcome.statement]

    def _in_question(self, name: str) -> tuple[int, ...]:
        """Where an open statement is accepted, or where a fallen recommendation falls in which way."""
        status = self.evaluation.status_of[name]
        if status is Status.OPEN:
            return (self.run.settled.statements[name],)
        result = self.evaluation.recommendation.get(name)
        return self.run.advice.ways_of_falling(name) if result and len(result.falls) > 1 else ()

    def _argument(self, rule: Rule) -> Argument:
        result, asked = self.evaluation.rule[rule.id], self.program.asked[rule.id]
        against = self.program.outweighing[rule.id] if rule.then else ()
        return Argument(
            rule=rule.id,
            supports=rule.then is not None,
            state=result.state,
            usage=result.usage,
            premises=tuple(self._premises(asked)),
            choices=tuple(self._choice(choice) for choice in asked.choices),
            holds=self._holds(rule, result.state),
            beaten_by=tuple(item.id for item in against if clash(self.run, rule, item)),
        )

    def _premises(self, asked: Asked) -> Iterator[PremiseState]:
        groups = (asked.plain, *(choice.literals for choice in asked.choices))
        for number, literals in enumerate(groups):
            for item in literals:
                yield _premise(
                    item, self._known.reasons.met(item), self._known.reasons.of(item.statement), number
                )

    def _choice(self, choice: Choice) -> ChoiceState:
        run = self.run
        if not run.exact:
            return ChoiceState(least=choice.least, met=_met_of(choice, self._known.reasons))
        element = met(Asked((), (choice,)), run.algebra, run.settled.statements)
        return ChoiceState(least=choice.least, met=run.status_of(element))

    def _holds(self, rule: Rule, state: RuleState) -> Status:
        """Whether the rule applies, and none that outweighs it does, in every completion, in some or in none."""
        if state is RuleState.FAILS:
            return Status.REJECTED
        run, against = self.run, self.program.outweighing[rule.id] if rule.then else ()
        if not any(clash(run, rule, objection) for objection in against):
            return Status.ACCEPTED if state is RuleState.APPLIES else Status.OPEN
        if not run.exact:
            return Status.OPEN
        element = run.settled.rules[rule.id]
        for objection in against:
            element = run.algebra.meet(element, run.algebra.negate(run.settled.rules[objection.id]))
        return run.status_of(element)


@lru_cache(maxsize=8)
def _known(case: Case, asked: object, evaluation: Evaluation) -> Known:
    del asked  # two scenarios that ask the same have the same reasons
    return Known(case, evaluation)


def _met_of(choice: Choice, reasons: Reasons) -> Status:
    """Whether enough of a choice is met, by what is known of each premise in it."""
    found = [reasons.met(item) for item in choice.literals]
    if found.count(Status.ACCEPTED) >= choice.least:
        return Status.ACCEPTED
    return Status.REJECTED if len(found) - found.count(Status.REJECTED) < choice.least else Status.OPEN


@lru_cache(maxsize=4096)
def _premise(premise: Literal, met: Status, reason: Reason | None, choice: int) -> PremiseState:
    """The same value again for a premise that did not change, so that it is validated once."""
    return PremiseState(
        statement=premise.statement,
        negated=premise.negated,
        role=premise.role,
        met=met,
        reason=reason,
        choice=choice,
    )


def swings(run: Run[int], element: int, assumption: str) -> bool:
    """Whether an uncertain assumption makes the difference to an element of the run in some completion.

    It does if it is an essential variable of the Boolean function: if its two cofactors differ.
    """
    return run.algebra.depends(element, run.inputs[assumption], run.here)


def _hinge(run: Run[int], name: str, assumption: str) -> Hinge:
    return Hinge(
        assumption=assumption,
        if_holds=_outcome(run, name, (assumption, Stance.HOLDS)),
        if_fails=_outcome(run, name, (assumption, Stance.FAILS)),
    )


def _outcome(run: Run[int], name: str, turn: Turn) -> Outcome:
    advice = name in run.program.recommendations
    return Outcome(
        statement=name,
        assumption=turn[0],
        stance=turn[1],
        status=run.status(name, turn),
        verdict=run.verdict(name, turn) if advice else None,
        known=run.known(name, turn) and not run.impossible(turn),
    )
