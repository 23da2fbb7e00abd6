"""What the minutes are made of: plain strings and states, the same for Markdown, for paper and for the page."""

from models.pages.group_tables import GroupTable
from models.pages.moved_since import MovedSince
from models.schema.case import Verdict
from models.schema.result import Status
from models.schema.value import Value
from models.schema.workshop import WatchState


class LogLine(Value):
    """One line of the change log; `day` is set where a new day begins, `when` tells it only if there are several."""

    id: str
    day: str = ""
    time: str
    when: str
    who: str
    what: str
    why: str
    moved: str
    spoken: str


class StageLine(Value):
    """One state that was given a name."""

    id: str
    name: str
    when: str
    state: str


class LabelledText(Value):
    """A label and what it says."""

    label: str
    text: str


class Decision(Value):
    """One thing in which the room departs from the essay, and why if that was written down."""

    text: str
    why: str = ""


class VerdictNow(Value):
    """What has become of one recommendation, and what it was in the essay if that is something else."""

    code: str
    title: str
    verdict: Verdict
    word: str
    was: str


class RoundMinutes(Value):
    """One round: who stood where, and who had moved."""

    title: str
    line: str
    stances: GroupTable
    verdicts: GroupTable
    moves: tuple[str, ...] = ()


class Difference(Value):
    """An assumption on which groups differ; `hangs` says what hangs on it, nothing for what can be parked."""

    code: str
    title: str
    said: str
    hangs: str = ""


class ForeseenRow(Value):
    """The hands for one recommendation, and what became of it once that is revealed."""

    code: str
    title: str
    hands: tuple[int, int, int]
    status: Status | None = None
    came: str = ""
    right: str = ""


class PredictionMinutes(Value):
    """One prediction with its score; without a score while it is not revealed."""

    question: str
    line: str
    rows: tuple[ForeseenRow, ...]


class Duty(Value):
    """Something that somebody watches or does: a signpost with its state, or an action without one.

    `about` says which assumption it is about, and what hangs on that.
    """

    kind: str
    about: str
    text: str
    state: WatchState | None = None
    word: str = ""
    when: str = ""
    source: str = ""
    own: bool = False


class Duties(Value):
    """All that one owner takes home; the last are nobody's yet."""

    owner: str
    duties: tuple[Duty, ...]


class Minutes(Value):
    """The minutes of a workshop; a part of which there is nothing to tell is empty."""

    title: str
    subtitle: str
    facts: tuple[LabelledText, ...]
    decisions: tuple[Decision, ...]
    headline: str
    verdicts: tuple[VerdictNow, ...]
    since: MovedSince | None
    rounds: tuple[RoundMinutes, ...]
    argue: tuple[Difference, ...]
    park: tuple[Difference, ...]
    predictions: tuple[PredictionMinutes, ...]
    log: tuple[LogLine, ...]
    stages: tuple[StageLine, ...]
    duties: tuple[Duties, ...]
    unowned: str
