"""The words that only the printed annex needs, where a dashboard would have a button or a tick instead."""

from collections.abc import Sequence

from models.language.credences import credence_lines
from models.language.words import listed
from models.pages.rounds import HOW, rounds_line
from models.schema.rounds import Rounds
from models.schema.snapshot import Snapshot
from models.schema.value import Value

TITLE = "Annex: the analyses"
INTRODUCTION = (
    "What the analyses answer about this scenario. Figures are exact unless the text says otherwise."
)
CHANGE_LINE = (
    "The smallest changes from here that would turn each verdict, and what is enough for the advice "
    "whatever else is assumed."
)
PROTECTING = "Which advice protects what"
HOW_ON_PAPER = (
    "Each round is what the loops make of the last; some loops run only while advice is not followed."
)


class CourseWords(Value):
    """What is followed in a course of rounds: as a title, and as what is added to the head of a column."""

    title: str
    suffix: str


ALL_FOLLOWED = CourseWords(title="If all advice is followed", suffix="all followed")
NONE_FOLLOWED = CourseWords(title="If no advice is followed", suffix="none followed")


def left_out(number: int) -> str:
    """How many entries of a list are not printed; empty if all are."""
    if not number:
        return ""
    return f"{number} more {'is' if number == 1 else 'are'} left out here."


def toggled_line(snapshot: Snapshot) -> str:
    """Which assumptions count as toggled while others have a credence; empty if none or all of them do."""
    lines = credence_lines(snapshot.case, snapshot.scenario)
    codes = [line.code for line in lines if line.entered is None]
    if not codes or len(codes) == len(lines):
        return ""
    verb, they = ("has", "it counts") if len(codes) == 1 else ("have", "they count")
    return f"{listed(codes)} {verb} no credence: {they} as toggled (holds 100%, uncertain 50%, fails 0%)."


def rounds_on_paper(snapshot: Snapshot, courses: Sequence[Rounds]) -> str:
    """How to read the rounds where nothing can be ticked, and what any of the courses leaves open."""
    lines = [rounds_line(snapshot, course).replace(HOW, HOW_ON_PAPER) for course in courses]
    return max(lines, key=len)
