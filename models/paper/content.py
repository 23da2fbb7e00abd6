"""The values that a briefing sheet is set from: plain strings, with the states that the template draws."""

from typing import Literal

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


class Listed(Value):
    """One sentence of a list with the mark before it; `heading` opens those that belong together."""

    mark: Shape | Literal["met", "unmet"]
    text: str
    state: str = ""
    heading: str = ""


class Listing(Value):
    """Sentences under a title, and a note where there is more to say."""

    title: str
    lines: tuple[Listed, ...]
    note: str


class ChangeBlock(Value):
    """What would change one recommendation, in two columns of lists."""

    code: str
    title: str
    shape: Shape
    headline: str
    columns: tuple[tuple[Listing, ...], tuple[Listing, ...]]


class Answer(Value):
    """What heads a part of the annex: the dashboard's name, what it found, and how that is to be read."""

    title: str
    finding: str
    line: str


class ChangePart(Value):
    """What would change each recommendation."""

    answer: Answer
    rows: tuple[ChangeBlock, ...]


class RankedLine(Value):
    """One assumption with its load, as a share of the heaviest too, and its credence or stance."""

    code: str
    title: str
    share: float
    load: str
    doubt: str


class LoadPart(Value):
    """What bears load; the picture comes beside it."""

    answer: Answer
    rows: tuple[RankedLine, ...]


class ChanceLine(Value):
    """How likely one recommendation is to hold, as a bar, in numbers and in words."""

    code: str
    title: str
    share: float
    number: str
    words: str


class ChancePart(Value):
    """How likely the advice is to hold; the tornado comes beside it."""

    answer: Answer
    rows: tuple[ChanceLine, ...]


class VerdictMark(Value):
    """A verdict by shape and word; `changed` where it differs from the round before."""

    shape: Shape
    word: str
    changed: bool = False


class ReadingRow(Value):
    """The verdicts on one recommendation under both readings, and what makes the difference if one `decides`."""

    code: str
    title: str
    any_ground: VerdictMark
    every_strand: VerdictMark
    decides: bool
    sentence: str


class Course(Value):
    """How the rounds go if some advice is followed: what they come to, and what happens in them."""

    title: str
    finding: str
    stories: tuple[Fact, ...]


class RoundRow(Value):
    """One recommendation through rounds."""

    code: str
    title: str
    cells: tuple[VerdictMark, ...]


class RoundTable(Value):
    """As many rounds as stand side by side."""

    heads: tuple[str, ...]
    rows: tuple[RoundRow, ...]


class ReadingPart(Value):
    """Both readings side by side; each head says how many recommendations hold under it."""

    answer: Answer
    heads: tuple[Fact, Fact]
    rows: tuple[ReadingRow, ...]


class RoundPart(Value):
    """The feedback rounds, and which advice protects what; only an answer where a case has no loops."""

    answer: Answer
    courses: tuple[Course, ...] = ()
    tables: tuple[RoundTable, ...] = ()
    protecting: str = ""
    protections: tuple[Fact, ...] = ()


class Annex(Value):
    """What the dashboards show beside the board and the stress test, in the order of their tabs."""

    title: str
    introduction: str
    change: ChangePart
    load: LoadPart
    likelihood: ChancePart
    readings: ReadingPart
    rounds: RoundPart
