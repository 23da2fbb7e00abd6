"""The values of the walk-through: one step for every statement that the argument builds, and two around them."""

from enum import StrEnum

from models.language.values import Mark
from models.schema.case import Kind, Stance, Verdict
from models.schema.result import RuleState, Status, Usage
from models.schema.value import Answer, Identifier


class Place(StrEnum):
    """What a step of the walk-through is about."""

    OPENING = "opening"
    FINDING = "finding"
    RECOMMENDATION = "recommendation"
    WHOLE = "whole"


class WalkStatement(Answer):
    """One statement in a step; `seen` says where it was met before, or that it is new here."""

    id: Identifier
    code: str
    title: str
    text: str
    seen: str = ""
    new: bool = False
    kind: Kind | None = None
    core: bool = False
    detail: str = ""


class WalkPremise(Answer):
    """One condition of an inference; `word` is its role where the inference leads to a recommendation."""

    statement: Identifier
    negated: bool = False
    word: str = ""


class WalkRule(Answer):
    """One inference in a step, for the statement or against it."""

    id: Identifier
    heading: str
    detail: str
    because: str
    kind: Kind
    opposes: bool = False
    premises: tuple[WalkPremise, ...]

    @property
    def added(self) -> bool:
        """Whether an analyst added it to what the source says."""
        return self.kind is Kind.ADDED


class WalkTally(Answer):
    """How many there are of one kind of statement, with what is to be known of them."""

    number: int
    noun: str
    detail: str = ""


class WalkStep(Answer):
    """One screen of the walk-through; `about` is the statement, or a word of its own for the first and the last."""

    id: str
    about: Identifier
    place: Place
    number: int
    total: int
    title: str
    line: str
    listing: str
    progress: str
    statements: tuple[WalkStatement, ...] = ()
    rules: tuple[WalkRule, ...] = ()
    conclusion: WalkStatement | None = None
    tallies: tuple[WalkTally, ...] = ()
    sentences: tuple[str, ...] = ()
    heading: str = ""

    @property
    def shown(self) -> tuple[WalkStatement, ...]:
        """Every statement that the step shows, its conclusion last."""
        return (*self.statements, *([self.conclusion] if self.conclusion else []))


class WalkState(Answer):
    """How one statement stands at present, in a word; `spoken` is all of it for a screen reader."""

    id: Identifier
    mark: Mark
    word: str
    status: Status | None = None
    stance: Stance | None = None
    verdict: Verdict | None = None
    spoken: str


class WalkRuleState(Answer):
    """What became of one inference, in a word; without a state it is hidden for now."""

    id: Identifier
    mark: Mark
    word: str
    state: RuleState | None = None
    usage: Usage = Usage.IN_USE
