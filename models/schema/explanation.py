"""Why a statement has the status it has: its arguments, what they miss, and what it rests or hangs on."""

from dataclasses import replace

from models.schema.case import Role
from models.schema.grades import Stance, Verdict
from models.schema.result import RuleState, Status, Usage
from models.schema.value import Answer, Identifier


class Reason(Answer):
    """Settled stances and inferences set aside that are together enough for a state.

    Whatever else changes, the state stays while these stay; another reason may be enough as well.
    """

    assumptions: tuple[Identifier, ...] = ()
    set_aside: tuple[Identifier, ...] = ()


class PremiseState(Answer):
    """One premise of an argument: its role, whether it is met, and the reason why or why not.

    One that stands with others in a choice has its number, from 1; 0 is a plain premise. Of one that is missing are
    told the `others` in its choice that would do without it, `least` so many of which cannot be so together.
    """

    statement: Identifier
    negated: bool
    role: Role
    met: Status
    reason: Reason | None
    choice: int = 0
    least: int = 0
    others: tuple["PremiseState", ...] = ()


class ChoiceState(Answer):
    """Premises at `least` so many of which must be met, and whether they are."""

    least: int
    met: Status


class Argument(Answer):
    """One rule for or against a statement, with what became of it.

    It `holds` where it applies and nothing outweighs it; `beaten_by` names the objections that outweigh it in some
    completion.
    """

    rule: Identifier
    supports: bool
    state: RuleState
    usage: Usage
    holds: Status
    premises: tuple[PremiseState, ...]
    choices: tuple[ChoiceState, ...] = ()
    beaten_by: tuple[Identifier, ...] = ()

    @property
    def missing(self) -> tuple[PremiseState, ...]:
        """The premises that are met in no completion and are missed: of a choice, while too few are met."""
        return tuple(
            self._with_others(premise) if premise.choice else premise
            for premise in self.premises
            if premise.met is Status.REJECTED
            and (not premise.choice or self.choices[premise.choice - 1].met is Status.REJECTED)
        )

    def _with_others(self, premise: PremiseState) -> PremiseState:
        """A premise that is missing, with what of its choice would do without it, could it be so together."""
        beside = [item for item in self.premises if item.choice == premise.choice]
        others = tuple(item for item in beside if item.met is Status.OPEN)
        met = sum(item.met is Status.ACCEPTED for item in beside)
        least = self.choices[premise.choice - 1].least - met
        return replace(premise, least=least, others=others) if len(others) >= least else premise

    def meets(self, premise: PremiseState) -> bool:
        """Whether what a premise is asked for with is met in every completion."""
        met = self.choices[premise.choice - 1].met if premise.choice else premise.met
        return met is Status.ACCEPTED

    @property
    def clashes(self) -> bool:
        """Whether it is in use and never applies, though no premise is missing: they cannot be so together."""
        return self.usage is Usage.IN_USE and self.state is RuleState.FAILS and not self.missing

    @property
    def stands(self) -> bool:
        """Whether it applies in every completion and nothing outweighs it in any."""
        return self.holds is Status.ACCEPTED


class Outcome(Answer):
    """What becomes of one statement when one assumption takes a stance and all else stays."""

    statement: Identifier
    assumption: Identifier
    stance: Stance
    status: Status
    verdict: Verdict | None = None
    known: bool = True


class Hinge(Answer):
    """An uncertain assumption that can make the difference, with the outcome of settling it alone."""

    assumption: Identifier
    if_holds: Outcome
    if_fails: Outcome

    @property
    def makes_a_difference(self) -> bool:
        """Whether it is known that the statement comes out otherwise one way than the other."""
        ways = self.if_holds, self.if_fails
        return all(way.known for way in ways) and len({(way.status, way.verdict) for way in ways}) > 1
