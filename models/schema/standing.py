"""How the groups of a workshop stand to each other: what they differ on, what of it matters, who moved."""

from dataclasses import replace
from enum import Enum
from functools import cached_property
from typing import Any

from models.schema.case import Assumption, Case
from models.schema.grades import Stance, Verdict
from models.schema.result import Evaluation, Status
from models.schema.scenario import StanceOn
from models.schema.steps.workshop_steps import has_answered, voiced
from models.schema.value import Answer, Identifier
from models.schema.workshop import Group, Workshop


class Deciding(Answer):
    """That an assumption decides whether a recommendation holds, and in which setting of what else is disputed.

    `like` is a group whose own setting of everything else this is; where there is none, `others` is a mixture,
    and `read_by` a group that reads the case so, named only where the groups read it differently.
    """

    recommendation: Identifier
    if_holds: Verdict
    if_fails: Verdict
    like: Identifier | None = None
    others: tuple[StanceOn, ...] = ()
    read_by: Identifier | None = None


class Disagreement(Answer):
    """One assumption on which somebody differs from somebody else, in or between groups.

    `stances` and `voiced` stand in the order of the groups: where each leans, and every stance taken in it.
    """

    id: Identifier
    stances: tuple[Stance, ...]
    matters_to: tuple[Identifier, ...]
    deciding: tuple[Deciding, ...] = ()


class Mattering(Answer):
    """The recommendations that an assumption can decide in some setting of all others, as any group reads the case."""

    id: Identifier
    matters_to: tuple[Identifier, ...]


class Disagreements(Answer):
    """Every disagreement, in the case's order; where not `exact`, one may matter to more than is named.

    What a disagreement matters to rests on what all agree on; `anywhere` has what each assumption can decide at all.
    """

    groups: tuple[Identifier, ...]
    items: tuple[Disagreement, ...]
    exact: bool = True
    anywhere: tuple[Mattering, ...] = ()

    @cached_property
    def can_decide(self) -> dict[str, tuple[Identifier, ...]]:
        """What each assumption can decide at all, under its id."""
        return {item.id: item.matters_to for item in self.anywhere}


class StanceMoved(Answer):
    """A group that takes another stance on an assumption than in the round before; None where its people are split."""

    group: Identifier
    id: Identifier
    before: Stance | None
    after: Stance | None


class VerdictMoved(Answer):
    """A recommendation whose verdict is another for a group than in the round before."""

    group: Identifier
    id: Identifier
    before: Verdict
    after: Verdict


class Moves(Answer):
    """Who moved between two rounds, and what it changed; `came` and `left` are in one round only."""

    earlier: Identifier
    later: Identifier
    stances: tuple[StanceMoved, ...]
    verdicts: tuple[VerdictMoved, ...]
    came: tuple[Identifier, ...] = ()
    left: tuple[Identifier, ...] = ()

    def __hash__(self) -> int:
        """Cheap and consistent with equality, as what groups say is looked up at every toggle."""
        return hash((self.earlier, self.later, len(self.stances)))


RULES = "rules"
"""Stands among the differences of two scenarios for their reading, their switch and what they set aside."""


class Turned(Answer):
    """A recommendation that ends differently in another scenario, and the differences that turn it.

    Where `fewest`, these alone turn it, and no fewer do; else it takes several together.
    """

    id: Identifier
    before: Verdict
    after: Verdict
    by: tuple[str, ...]
    fewest: bool


class Foreseen(Answer):
    """How many hands foresaw what became of one recommendation; `foremost` is empty where hands are tied."""

    id: Identifier
    status: Status
    right: int
    raised: int
    foremost: Status | None = None

    @property
    def hit(self) -> bool:
        """Whether more hands were right than said anything else."""
        return self.raised > 0 and self.foremost is self.status


class Foresight(Answer):
    """What the room foresaw of all recommendations for which hands went up."""

    items: tuple[Foreseen, ...]

    @property
    def hits(self) -> int:
        """For how many recommendations more hands were right than said anything else."""
        return sum(item.hit for item in self.items)

    @property
    def right(self) -> int:
        """How many hands were right in all."""
        return sum(item.right for item in self.items)

    @property
    def raised(self) -> int:
        """How many hands went up in all."""
        return sum(item.raised for item in self.items)


class GroupStanding(Answer):
    """One group with what its scenario gives."""

    group: Group
    evaluation: Evaluation


class Standing(Answer):
    """The groups of the present round, side by side; the disagreements follow where they take long."""

    case: Case
    workshop: Workshop
    groups: tuple[GroupStanding, ...]
    disagreements: Disagreements | None = None
    moves: Moves | None = None

    @cached_property
    def of(self) -> dict[str, GroupStanding]:
        """The groups, under their ids."""
        return {item.group.id: item for item in self.groups}

    @property
    def assumptions(self) -> tuple[Assumption, ...]:
        """The assumptions that take part in any group's scenario."""
        return self.case.taking_part(any(item.group.scenario.added for item in self.groups))

    @cached_property
    def differing(self) -> tuple[str, ...]:
        """The assumptions on which two people anywhere take different stances, in the case's order."""
        groups = [item.group for item in self.groups]
        said = {
            item.id: {stance for g in groups if has_answered(g, item.id) for stance in voiced(g, item.id)}
            for item in self.assumptions
        }
        return tuple(name for name, stances in said.items() if len(stances) > 1)


def restated(standing: Standing, **changes: Any) -> Standing:
    """The standing with some fields replaced; what was found out of the same groups stays known."""
    other = replace(standing, **changes)
    if other.groups is standing.groups and other.case is standing.case:
        vars(other).update(
            {name: vars(standing)[name] for name in ("of", "differing") if name in vars(standing)}
        )
    return other


class Difference(Answer):
    """An assumption on which scenarios differ, their stances, and the recommendations it matters to.

    It can decide whether those in `matters_to` hold, and only how those in `changes_how` hold or fall. `as_read_by`
    has, for each scenario, what it can decide under the reading and with the arguments of that one.
    """

    id: Identifier
    stances: tuple[Stance, ...]
    matters_to: tuple[Identifier, ...]
    changes_how: tuple[Identifier, ...] = ()
    as_read_by: tuple[tuple[Identifier, ...], ...] = ()


class Setting(Enum):
    """What a scenario sets besides stances, under the names of its fields."""

    READING = "reading"
    OBJECTIONS = "added"
    REJECTED = "set_aside"


class SettingDifference(Answer):
    """A setting in which scenarios differ, and what it decides with all else as in one of them."""

    what: Setting
    matters_to: tuple[Identifier, ...]
    changes_how: tuple[Identifier, ...]


class VerdictsSideBySide(Answer):
    """The verdict on one recommendation in each scenario, and the ways in which it falls there."""

    id: Identifier
    verdicts: tuple[Verdict, ...]
    falls: tuple[tuple[Verdict, ...], ...]


class Comparison(Answer):
    """Where scenarios differ, and what of it matters.

    Where not `exact`, a difference may matter to more recommendations than are named.
    """

    differences: tuple[Difference, ...]
    recommendations: tuple[VerdictsSideBySide, ...]
    exact: bool = True
    settings: tuple[SettingDifference, ...] = ()

    @cached_property
    def of(self) -> dict[str, VerdictsSideBySide]:
        """The verdicts on each recommendation, under its id."""
        return {item.id: item for item in self.recommendations}
