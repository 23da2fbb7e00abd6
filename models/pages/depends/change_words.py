"""The sentences of "what would change it": headlines, what is missing, and how many changes it takes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from models.language.messages import marked, message, plural, told
from models.language.naming import named
from models.language.states import said
from models.language.words import listed
from models.schema.analysis import Change, Flips
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.result import Status
from models.schema.snapshot import Snapshot

TWO, SHOWN = 2, 4
UNKNOWN = marked("What can change it is unknown")


SIZES = {2: marked("two"), 3: marked("three"), 4: marked("four")}


class Ways(NamedTuple):
    """How it is told what turns a recommendation: nothing, several together, or one alone of so many."""

    none: str
    least: str
    many: str
    two: str
    one: str


TOPPLING = Ways(
    marked("No change of assumptions can topple it"),
    marked("It takes {changes} to topple it"),
    marked("Any one of {number} changes would topple it: {changes}"),
    marked("Either of two changes would topple it: {changes}"),
    marked("One change alone would topple it: {changes}"),
)
RESCUING = Ways(
    marked("No change of assumptions can rescue it"),
    marked("It takes {changes} to rescue it"),
    marked("Any one of {number} changes would rescue it: {changes}"),
    marked("Either of two changes would rescue it: {changes}"),
    marked("One change alone would rescue it: {changes}"),
)


def literals(texts: Iterable[str]) -> dict[str, Stance]:
    """The stances that literals ask for: an id holds, "not id" fails."""
    return {
        text.removeprefix("not "): Stance.FAILS if text.startswith("not ") else Stance.HOLDS for text in texts
    }


def change_headline(snapshot: Snapshot, flips: Flips) -> str:
    """How firmly a recommendation has its verdict, in one sentence without its full stop.

    What links carry along counts as part of a change of one assumption; where several are counted, it is among them.
    """
    sentence = _headline(snapshot, flips)
    if _counted(flips).isdisjoint(snapshot.case.linked):
        return sentence
    return told("{sentence}, counting what links carry along", sentence=sentence)


def _counted(flips: Flips) -> frozenset[str]:
    """What changes in the smallest sets."""
    found = set[str]()
    for sets in (flips.accepted, flips.rejected):
        least = min(map(len, sets), default=0)
        found.update(change.id for changes in sets if len(changes) == least for change in changes)
    return frozenset(found)


def _headline(snapshot: Snapshot, flips: Flips) -> str:
    match flips.status:
        case Status.ACCEPTED:
            return _turning(snapshot.case, flips.rejected, TOPPLING, flips.complete)
        case Status.REJECTED:
            return _turning(snapshot.case, flips.accepted, RESCUING, flips.complete)
        case Status.OPEN:
            if not flips.accepted or not flips.rejected:
                return message("It is not settled, and what would settle it is unknown")
            if len(flips.accepted) <= TWO and len(flips.rejected) <= TWO and _all_single(flips):
                return _settling(snapshot.case, flips)
            holding, falling = (min(map(len, sets)) for sets in (flips.accepted, flips.rejected))
            return plural(
                "It is {number} change away from holding and {falling} from falling",
                "It is {number} changes away from holding and {falling} from falling",
                holding,
                falling=falling,
            )


def _settling(case: Case, flips: Flips) -> str:
    """Which single changes settle what is open."""
    holding, failing = ([one for (one,) in sets] for sets in (flips.accepted, flips.rejected))
    if len(holding) == len(failing) == 1 and holding[0].id == failing[0].id:
        fails = Stance(failing[0].to) is Stance.FAILS
        return told(
            "Holds if {holding}; falls if it fails" if fails else "Holds if {holding}; falls if it holds",
            holding=_either(case, holding),
        )
    return told(
        "Holds if {holding}; falls if {failing}",
        holding=_either(case, holding),
        failing=_either(case, failing),
    )


def _turning(case: Case, sets: Sequence[Sequence[Change]], ways: Ways, complete: bool) -> str:
    """What it takes to make a recommendation fall, or to bring it back."""
    single = [changes[0] for changes in sets if len(changes) == 1]
    if not sets:
        return message(ways.none if complete else UNKNOWN)
    if not single:
        return told(ways.least, changes=_least(sets))
    if len(single) > TWO:
        return told(ways.many, number=len(single), changes=_either(case, single))
    return told(ways.two if len(single) == TWO else ways.one, changes=_either(case, single))


def _either(case: Case, changes: Sequence[Change]) -> str:
    texts = (said(named(case.by_id[change.id]), Stance(change.to)) for change in changes)
    return listed(texts, joined_by="or", limit=SHOWN)


def _all_single(flips: Flips) -> bool:
    """Whether every change that is known settles it alone."""
    return all(len(changes) == 1 for changes in (*flips.accepted, *flips.rejected))


def _least(sets: Sequence[Sequence[Change]]) -> str:
    """The size of the smallest set: "one change", "at least 2 changes"."""
    smallest = min(map(len, sets))
    return message("one change") if smallest == 1 else told("at least {number} changes", number=smallest)


def directions(status: Status) -> tuple[Status, ...]:
    """Where a recommendation could go: to the other side, or from open to either."""
    return (Status.ACCEPTED, Status.REJECTED) if status is Status.OPEN else (status.opposite,)


def heading(status: Status, wanted: Status) -> str:
    """What stands over the sets of changes."""
    if status is Status.OPEN:
        return message("What would make it hold" if wanted is Status.ACCEPTED else "What would make it fall")
    return message("What would bring it back" if wanted is Status.ACCEPTED else "Nearest falls")


def effort(flips: Flips, wanted: Status) -> str:
    """How many changes it takes: "Falls if one changes alone or three change together in one of 6 ways."."""
    sets = flips.accepted if wanted is Status.ACCEPTED else flips.rejected
    if not sets and not flips.complete:
        return at_least(flips, wanted)
    if not sets:
        return message(
            "No change of assumptions can bring it back."
            if wanted is Status.ACCEPTED
            else "No change of assumptions can make it fall."
        )
    if wanted is Status.ACCEPTED:
        pattern = (
            marked("Holds if {ways}.") if flips.status is Status.OPEN else marked("Holds again if {ways}.")
        )
    else:
        pattern = marked("Falls if {ways}.")
    sizes = Counter(map(len, sets))
    return told(pattern, ways=listed((_size(size, number) for size, number in sorted(sizes.items())), "or"))


def at_least(flips: Flips, wanted: Status) -> str:
    """What is known where no set of changes was found: that few do not do it."""
    if not flips.tried:
        return message("Too tangled to be worked out.")
    number = flips.tried + 1
    return told(
        "It takes at least {number} changes to make it hold. Which ones is too much to work out."
        if wanted is Status.ACCEPTED
        else "It takes at least {number} changes to make it fall. Which ones is too much to work out.",
        number=message(SIZES[number]) if number in SIZES else number,
    )


def _size(size: int, number: int) -> str:
    together = message(SIZES[size]) if size in SIZES else size
    if number == 1:  # no plural, as a language that knows none would speak of one way out of one
        return message("one changes alone") if size == 1 else told("{size} change together", size=together)
    if size == 1:
        return told("any one of {number} changes", number=number)
    return told("{size} change together in one of {number} ways", number=number, size=together)


def not_shown(number: int) -> str:
    """How many more there are than are shown; empty where all are."""
    if number <= 0:
        return ""
    return plural("{number} more is not shown.", "{number} more are not shown.", number)
