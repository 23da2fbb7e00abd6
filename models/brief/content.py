"""The values that a briefing sheet is set from: plain strings, with the states that the template draws."""

from models.charts.palette import Shape
from models.schema.case import Stance
from models.schema.result import Status
from models.schema.value import Value


class Fact(Value):
    """A label and what it says."""

    label: str
    text: str


class Chip(Value):
    """How many recommendations have one verdict, or assumptions one stance; `mark` is the shape to draw."""

    number: int
    mark: Shape | Stance
    word: str


class AssumptionLine(Value):
    """One assumption with the stance that the room took."""

    code: str
    title: str
    text: str
    stance: Stance
    word: str
    was: str
    core: bool
    added: bool
    credence: str
    rationale: str
    citation: str


class RecommendationCard(Value):
    """One recommendation with its verdict, and what would `change` it; `added` tells of an analyst's inferences."""

    code: str
    text: str
    shape: Shape
    word: str
    was: str
    reason: str
    applying: int
    open: int
    total: int
    grounds: str
    change: str
    addressee: str
    citation: str
    added: str


class FindingGroup(Value):
    """The derived statements that share a status."""

    status: Status
    word: str
    items: tuple[Fact, ...]


class Addition(Value):
    """An inference that an analyst added, and whether it applies."""

    about: str
    word: str
    because: str
    citation: str


class NoteText(Value):
    """What somebody wrote, under what it is about, paragraph by paragraph."""

    about: str
    paragraphs: tuple[str, ...]


class Sheet(Value):
    """Everything that is printed on a briefing sheet."""

    language: str
    title: str
    subtitle: str
    facts: tuple[tuple[Fact, ...], tuple[Fact, ...]]
    differences: tuple[str, ...]
    headline: str
    verdicts: tuple[Chip, ...]
    assumed: str
    stances: tuple[Chip, ...]
    stress: Fact
    assumptions: tuple[AssumptionLine, ...]
    cards: tuple[RecommendationCard, ...]
    findings: tuple[FindingGroup, ...]
    remarks: tuple[str, ...]
    additions: tuple[Addition, ...]
    notes: tuple[NoteText, ...]
    sources: tuple[Fact, ...]
    key: tuple[str, ...]
    head: tuple[str, str]
    foot: str
