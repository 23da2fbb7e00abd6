"""What the narrative hands to screens and paper: short texts with the states they speak of, never markup."""

from enum import StrEnum

from models.schema.case import Kind, Stance, Verdict
from models.schema.result import Usage
from models.schema.value import Answer


class Mark(StrEnum):
    """The shape that goes with a step of an explanation, so that a state is never told by colour alone."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    OPEN = "open"
    OPPOSED = "opposed"
    OFF = "off"
    PLAIN = "plain"


class Provenance(StrEnum):
    """Where a step's state comes from; each looks different on screen and on paper."""

    STIPULATED = "stipulated"
    DERIVED = "derived"
    UNCERTAIN = "uncertain"
    ADDED = "added"


class Count(Answer):
    """How many recommendations have one verdict (or assumptions one stance)."""

    state: Verdict | Stance
    word: str
    number: int


class Card(Answer):
    """One recommendation as the board and the sheet show it.

    `was` ("was Open") is there after a change of verdict, `baseline_word` where the verdict differs from the
    essay's; `spoken` is all of it for a screen reader.
    """

    id: str
    code: str
    title: str
    label: str
    addressee: str
    verdict: Verdict
    word: str
    reason: str
    grounds: str
    applying: int
    total: int
    was: str = ""
    baseline_word: str = ""
    citation: str
    spoken: str


class StatementLine(Answer):
    """One statement in a dashboard, with its state in a word and where that comes from."""

    id: str
    code: str
    title: str
    mark: Mark
    word: str
    detail: str
    stance: Stance | None = None
    verdict: Verdict | None = None


class Step(Answer):
    """One line of an explanation: what, its state in a word, why, and the paragraphs it rests on.

    `statement` names what a click leads to; inferences carry `rule` and `usage`.
    """

    mark: Mark
    heading: str
    detail: str = ""
    citation: str = ""
    provenance: Provenance | None = None
    kind: Kind | None = None
    statement: str = ""
    rule: str = ""
    usage: Usage | None = None
    children: tuple["Step", ...] = ()


class Section(Answer):
    """A titled group of steps in an explanation."""

    title: str
    steps: tuple[Step, ...]


class Why(Answer):
    """The whole explanation of one statement."""

    id: str
    code: str
    title: str
    role: str
    mark: Mark
    word: str
    verdict: Verdict | None = None
    stance: Stance | None = None
    summary: str
    sections: tuple[Section, ...]
    citation: str
