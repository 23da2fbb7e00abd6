"""The one table of states: for each member its word forms and its sign; window, room, charts, map and paper read it.

What has the same meaning has the same sign wherever it stands: an open finding and an open recommendation share
one. Whoever adds a member adds its row here; a test fails where one is missing.
"""

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum
from functools import lru_cache

from models.language.messages import ENGLISH, message, spoken
from models.language.particles import fill
from models.schema.grades import VERDICTS, Kind, Stance, Verdict, Vote
from models.schema.page import Shape, Sign, Tone
from models.schema.result import RuleState, Status, Usage
from models.schema.rounds import LoopState
from models.schema.value import Answer
from models.schema.workshop import WatchState


class State(Answer, kw_only=False):
    """One state: its word by itself, short in a box or cell, as a clause after a name, and its shape and tone."""

    word: str
    short: str
    clause: str
    shape: Shape
    tone: Tone

    @property
    def label(self) -> str:
        """Its short word where nothing stands before it."""
        return f"{self.short[:1].upper()}{self.short[1:]}"


_ROWS: tuple[tuple[Enum, State], ...] = (
    (Verdict.HOLDS, State(VERDICTS[Verdict.HOLDS], "holds", "still holds", Shape.TICK_DISC, Tone.GOOD)),
    (
        Verdict.FEWER,
        State(VERDICTS[Verdict.FEWER], "on fewer", "holds on fewer arguments", Shape.DIAMOND, Tone.WARN),
    ),
    (Verdict.OPEN, State(VERDICTS[Verdict.OPEN], "open", "is open", Shape.QUESTION_DISC, Tone.WARN)),
    (
        Verdict.NOT_NEEDED,
        State(VERDICTS[Verdict.NOT_NEEDED], "not needed", "is no longer needed", Shape.MINUS_DISC, Tone.OPEN),
    ),
    (
        Verdict.NOT_WORKABLE,
        State(
            VERDICTS[Verdict.NOT_WORKABLE], "not workable", "is no longer workable", Shape.TRIANGLE, Tone.BAD
        ),
    ),
    (
        Verdict.NO_STANDING,
        State(VERDICTS[Verdict.NO_STANDING], "not ours", "is not ours to do", Shape.SQUARE, Tone.BAD),
    ),
    (
        Verdict.OVERRULED,
        State(VERDICTS[Verdict.OVERRULED], "overruled", "is overruled", Shape.SLASHED_DISC, Tone.BAD),
    ),
    (
        Verdict.INCOMPLETE,
        State(VERDICTS[Verdict.INCOMPLETE], "incomplete", "is incomplete", Shape.HALF_DISC, Tone.BAD),
    ),
    (
        Verdict.UNSUPPORTED,
        State(
            VERDICTS[Verdict.UNSUPPORTED], "no argument", "has no argument left", Shape.CROSS_DISC, Tone.BAD
        ),
    ),
    (
        Verdict.FALLS,
        State(VERDICTS[Verdict.FALLS], "does not hold", "does not hold", Shape.FALLEN_TRIANGLE, Tone.BAD),
    ),
    (Stance.HOLDS, State("Holds", "holds", "holds", Shape.TICK, Tone.GOOD)),
    (Stance.UNCERTAIN, State("Uncertain", "unsure", "is uncertain", Shape.QUESTION, Tone.WARN)),
    (
        Stance.AS_ARGUED,
        State("As argued", "as argued", "is taken as argued", Shape.CHAIN, Tone.BRAND),
    ),
    (Stance.FAILS, State("Fails", "fails", "fails", Shape.CROSS, Tone.BAD)),
    (Vote.SPLIT, State("Split", "split", "is split", Shape.HALF_DISC, Tone.WARN)),
    (Status.ACCEPTED, State("Follows", "follows", "follows", Shape.TICK_DISC, Tone.GOOD)),
    (
        Status.REJECTED,
        State("No longer follows", "does not follow", "does not follow", Shape.CROSS_DISC, Tone.BAD),
    ),
    (Status.OPEN, State("Open", "open", "is open", Shape.QUESTION_DISC, Tone.WARN)),
    (RuleState.APPLIES, State("Applies", "applies", "applies", Shape.TICK_DISC, Tone.GOOD)),
    (
        RuleState.FAILS,
        State("Does not apply", "does not apply", "does not apply", Shape.CROSS_DISC, Tone.BAD),
    ),
    (RuleState.OPEN, State("Open", "open", "is open", Shape.QUESTION_DISC, Tone.WARN)),
    (Usage.IN_USE, State("Counted", "counted", "is counted", Shape.DOT, Tone.SOFT)),
    (Usage.SET_ASIDE, State("Rejected", "rejected", "is rejected", Shape.SLASHED_DISC, Tone.FAINT)),
    (Usage.SWITCHED_OFF, State("Not counted", "not counted", "is not counted", Shape.EMPTY_DISC, Tone.FAINT)),
    (Kind.STATED, State("Said", "said", "is said", Shape.SOLID_LINE, Tone.SOFT)),
    (
        Kind.HEDGED,
        State("Said with caution", "with caution", "is said with caution", Shape.DASHED_LINE, Tone.SOFT),
    ),
    (
        Kind.IMPLIED,
        State("Unsaid, but needed", "unsaid", "is unsaid, but needed", Shape.DOTTED_LINE, Tone.SOFT),
    ),
    (Kind.ADDED, State("Added by an analyst", "added", "was added by an analyst", Shape.PLUS, Tone.ADDED)),
    (
        WatchState.NOT_SEEN,
        State("Not checked yet", "not checked", "is not checked yet", Shape.RING, Tone.FAINT),
    ),
    (WatchState.SOME_SIGNS, State("Some signs", "some signs", "shows signs", Shape.FLAG_OUTLINE, Tone.WARN)),
    (WatchState.TRIPPED, State("Seen", "seen", "is seen", Shape.FLAG, Tone.BAD)),
    (LoopState.RUNS, State("Runs", "runs", "runs", Shape.LOOP, Tone.BAD)),
    (LoopState.MAY_RUN, State("May run", "may run", "may run", Shape.QUESTION_DISC, Tone.WARN)),
    (LoopState.CUT, State("Cut", "cut", "is cut", Shape.SLASHED_DISC, Tone.GOOD)),
    (LoopState.IDLE, State("Does not run", "does not run", "does not run", Shape.EMPTY_DISC, Tone.FAINT)),
)
STATES: Mapping[tuple[type[Enum], Enum], State] = {(type(member), member): row for member, row in _ROWS}
"""By type and member, as members of different enumerations that have the same value are equal."""


def state(member: Enum) -> State:
    """The row of a member; one that has none raises KeyError."""
    return STATES[type(member), member]


def sign(member: Enum) -> Sign:
    """The sign of a member, with its word in the language in force; one that has no row raises KeyError."""
    return _sign(type(member), member, spoken())


@lru_cache(maxsize=256)
def _sign(kind: type[Enum], member: Enum, _language: str) -> Sign:
    """Kept, as a page asks for hundreds; by its type too, as members of different enumerations may be equal."""
    row = STATES[kind, member]
    return Sign(row.shape, row.tone, message(row.word, kind.__name__), message(row.label, kind.__name__))


def in_words(sign: Sign) -> Sign:
    """A sign from a table with its words, which are `marked` there, in the language in force."""
    return sign if spoken() == ENGLISH else replace(sign, word=message(sign.word), short=message(sign.short))


def word(member: Enum) -> str:
    """The word of a member: "Still holds"."""
    return message(state(member).word, type(member).__name__)


def short(member: Enum) -> str:
    """Its word where there is little room: "not needed"."""
    label = message(state(member).label, type(member).__name__)
    return f"{label[:1].lower()}{label[1:]}"


def clause(member: Enum, number: int = 1) -> str:
    """Its word after a name, or after several: "is no longer needed", "are no longer needed"."""
    clause = state(member).clause
    if number == 1 or spoken() != ENGLISH:
        return message(clause, type(member).__name__)
    first, _, rest = clause.partition(" ")
    plural = {"is": "are", "does": "do", "has": "have", "still": "still"}.get(first, first.removesuffix("s"))
    return f"{plural} {rest.replace('holds', 'hold', 1) if first == 'still' else rest}".rstrip()


def said(name: str, member: Enum, number: int = 1) -> str:
    """A name, or several, with how it stands: "“Limit the arsenal” is no longer needed"."""
    pattern = message("{name} {state}", "stance") if isinstance(member, Stance) else message("{name} {state}")
    return fill(pattern, name=name, state=clause(member, number))


def outcome(member: Enum) -> str:
    """What something comes to, after an arrow or a comma: "holds on fewer arguments", "no longer needed"."""
    return clause(member).removeprefix("is ")
