"""Explains an evaluated scenario, as values: which arguments stand, what is missing, what rests on what.

Every answer holds over all completions of the scenario, wherever the evaluation itself is exact.
"""

from collections.abc import Iterator
from functools import cached_property

from models.engine.evaluate import Run, run_completions, run_flips
from models.engine.evaluator import compiled, cones
from models.engine.reasons import Reasons
from models.schema.case import Rule, Stance
from models.schema.explanation import Argument, Explanation, Hinge, Outcome, PremiseState, Reason
from models.schema.result import Status, Usage
from models.schema.snapshot import Snapshot


class Trace:
    """A snapshot made ready to be explained: made once, asked about any of its statements."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.case = snapshot.case
        self.evaluation = snapshot.evaluation
        self.program = compiled(snapshot.case)
        self.advising = frozenset(
            rule.id for name in self.program.recommendations for rule in self.program.supporting[name]
        )
        self._arguments: dict[str, tuple[Argument, ...]] = {}
        self._hanging: dict[str, tuple[str, ...]] = {}

    @cached_property
    def run(self) -> Run[int]:
        """The walk over the scenario's completions."""
        return run_completions(self.case, self.snapshot.scenario)

    @cached_property
    def _reasons(self) -> Reasons:
        return Reasons(self.program, self.snapshot.scenario, self.evaluation)

    def reason(self, name: str) -> Reason | None:
        """Stances and inferences set aside that are enough for the statement's status; None if it is open."""
        return self._reasons.of(name)

    def pivots(self, name: str) -> tuple[Outcome, ...]:
        """The settled assumptions that, turned round alone, would change the statement's status.

        Only those of a sufficient reason can do so, which keeps the one evaluation short.
        """
        reason = self.reason(name)
        if reason is None or not reason.assumptions:
            return ()
        run, blocks = run_flips(self.case, self.snapshot.scenario, reason.assumptions)
        status = self.evaluation.status_of[name]
        outcomes = (_outcome(run, name, item, self._turned(item), block) for item, block in blocks.items())
        return tuple(outcome for outcome in outcomes if outcome.status is not status)

    def arguments(self, name: str) -> tuple[Argument, ...]:
        """The rules for a statement and then those against it, in the case's order; none for assumptions."""
        if name not in self.program.supporting:
            return ()
        if name not in self._arguments:
            rules = self.program.supporting[name] + self.program.opposing[name]
            self._arguments[name] = tuple(self._argument(rule) for rule in rules)
        return self._arguments[name]

    def hangs_on(self, name: str) -> tuple[str, ...]:
        """The uncertain assumptions that can make a difference to the statement, or to the way it falls."""
        if name not in self._hanging:
            cone = cones(self.case)[name]
            below = [item for item in self.run.uncertain if item in cone]
            elements = self._in_question(name)
            self._hanging[name] = tuple(
                item for item in below if any(swings(self.run, element, item) for element in elements)
            )
        return self._hanging[name]

    def hinges(self, name: str) -> tuple[Hinge, ...]:
        """What the statement hangs on, each with the outcome of settling it alone."""
        return tuple(self._hinge(name, item) for item in self.hangs_on(name))

    def indifferent(self, name: str) -> tuple[str, ...]:
        """The uncertain assumptions below a statement that touch neither it nor its arguments."""
        rules = self.program.supporting[name] + self.program.opposing[name]
        elements = [self.run.settled.statements[name], *(self.run.settled.rules[rule.id] for rule in rules)]
        elements += self._in_question(name)
        cone = cones(self.case)[name]
        below = (item for item in self.run.uncertain if item in cone)
        return tuple(
            item for item in below if not any(swings(self.run, element, item) for element in elements)
        )

    def downstream(self, name: str) -> tuple[str, ...]:
        """What the rules in use lead to from the statement, in the case's order."""
        reached = {name}
        for derived in self.program.order:
            rules = self.program.supporting[derived] + self.program.opposing[derived]
            if any(
                self.evaluation.rule[rule.id].usage is Usage.IN_USE
                and any(premise.statement in reached for premise in rule.premises)
                for rule in rules
            ):
                reached.add(derived)
        return tuple(item for item in self.case.by_id if item in reached and item != name)

    def changes(self, assumption: str) -> tuple[Outcome, ...]:
        """What would have another status or verdict if only this assumption took one of its other stances.

        One evaluation answers for all three stances: the assumption is freed, and its completions are asked
        apart and together.
        """
        run = run_completions(self.case, self.snapshot.scenario, freed=assumption)
        column = run.settled.statements[assumption]
        places = {
            Stance.HOLDS: column,
            Stance.FAILS: run.algebra.negate(column),
            Stance.UNCERTAIN: run.algebra.top,
        }
        present = self.snapshot.scenario.stance_of[assumption]
        return tuple(
            outcome
            for stance, where in places.items()
            if stance is not present
            for outcome in (
                _outcome(run, name, assumption, stance, where) for name in self.downstream(assumption)
            )
            if self._differs(outcome)
        )

    def remarks(self, name: str) -> tuple[str, ...]:
        """The coherence remarks that apply and speak of the statement or of anything below it."""
        cone = cones(self.case)[name]
        return tuple(
            remark.id
            for remark in self.snapshot.remarks
            if any(text.removeprefix("not ") in cone for text in remark.if_)
        )

    def _turned(self, assumption: str) -> Stance:
        holds = self.snapshot.scenario.stance_of[assumption] is Stance.HOLDS
        return Stance.FAILS if holds else Stance.HOLDS

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
        return self.run.ways_of_falling(name) if result and len(result.falls) > 1 else ()

    def _hinge(self, name: str, assumption: str) -> Hinge:
        run = self.run
        column = run.settled.statements[assumption]
        return Hinge(
            assumption=assumption,
            if_holds=_outcome(run, name, assumption, Stance.HOLDS, column),
            if_fails=_outcome(run, name, assumption, Stance.FAILS, run.algebra.negate(column)),
        )

    def _argument(self, rule: Rule) -> Argument:
        result = self.evaluation.rule[rule.id]
        return Argument(
            rule=rule.id,
            supports=rule.then is not None,
            state=result.state,
            usage=result.usage,
            premises=tuple(
                PremiseState(
                    statement=premise.statement,
                    negated=premise.negated,
                    role=premise.role,
                    met=self._reasons.met(premise),
                    reason=self._reasons.of(premise.statement),
                )
                for premise in rule.premises
            ),
            beaten_by=tuple(self._objections(rule)) if rule.then else (),
        )

    def _objections(self, rule: Rule) -> Iterator[str]:
        algebra, rules = self.run.algebra, self.run.settled.rules
        for objection in self.program.opposing[rule.conclusion]:
            clash = algebra.meet(rules[rule.id], rules[objection.id])
            if objection.strength.rank >= rule.strength.rank and clash != algebra.bottom:
                yield objection.id


def explain(snapshot: Snapshot, name: str) -> Explanation:
    """All that explains one statement; an id that the case does not have raises KeyError."""
    trace = Trace(snapshot)
    assumed = name in snapshot.scenario.stance_of
    return Explanation(
        id=name,
        status=snapshot.evaluation.status_of[name],
        arguments=trace.arguments(name),
        reason=trace.reason(name),
        pivots=trace.pivots(name),
        hinges=trace.hinges(name),
        downstream=trace.downstream(name),
        changes=trace.changes(name) if assumed else (),
        remarks=trace.remarks(name),
    )


def swings(run: Run[int], element: int, assumption: str) -> bool:
    """Whether an uncertain assumption makes the difference to an element of the run in some completion.

    It does if it is an essential variable of the Boolean function: if its two cofactors differ.
    """
    return run.algebra.depends(element, run.settled.statements[assumption])


def _outcome(run: Run[int], name: str, assumption: str, stance: Stance, where: int) -> Outcome:
    advice = name in run.program.recommendations
    return Outcome(
        statement=name,
        assumption=assumption,
        stance=stance,
        status=run.status(name, where),
        verdict=run.verdict(name, where) if advice else None,
    )
