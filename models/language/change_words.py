"""The sentences of "what would change it": headlines, and what is missing."""

from collections.abc import Iterable, Sequence

from models.language.naming import named
from models.language.states import clause
from models.language.words import counted, listed
from models.schema.analysis import Change, Flips
from models.schema.case import Case, Stance
from models.schema.result import Status
from models.schema.snapshot import Snapshot

TWO = 2


def literals(texts: Iterable[str]) -> dict[str, Stance]:
    """The stances that literals ask for: an id holds, "not id" fails."""
    return {
        text.removeprefix("not "): Stance.FAILS if text.startswith("not ") else Stance.HOLDS for text in texts
    }


def change_headline(snapshot: Snapshot, flips: Flips) -> str:
    """How firmly a recommendation has its verdict, in one sentence without its full stop."""
    match flips.status:
        case Status.ACCEPTED:
            return _effort(snapshot.case, flips, flips.rejected, "topple")
        case Status.REJECTED:
            return _effort(snapshot.case, flips, flips.accepted, "rescue")
        case Status.OPEN:
            if not flips.accepted or not flips.rejected:
                return "It is not settled, and what would settle it is unknown"
            holding, falling = (min(map(len, sets)) for sets in (flips.accepted, flips.rejected))
            return f"It takes {counted(holding, 'change')} to hold and {falling} to fall"


def _effort(case: Case, flips: Flips, sets: Sequence[Sequence[Change]], verb: str) -> str:
    single = [changes[0] for changes in sets if len(changes) == 1]
    if not sets:
        return (
            f"No change of assumptions can {verb} it" if flips.complete else "What can change it is unknown"
        )
    if not single:
        return f"It takes {_least(sets)} to {verb} it"
    if len(single) > TWO:
        return f"Any one of {len(single)} changes would {verb} it"
    told = listed((_so(case, change) for change in single), joined_by="or")
    if len(single) == TWO:
        return f"Either of two changes would {verb} it: {told}"
    return f"{'A single change' if len(sets) == 1 else 'One change alone'} would {verb} it: {told}"


def _so(case: Case, change: Change) -> str:
    return f"{named(case.by_id[change.id])} {clause(change.to)}"


def _least(sets: Sequence[Sequence[Change]]) -> str:
    """The size of the smallest set: "one change", "at least 2 changes"."""
    smallest = min(map(len, sets))
    return "one change" if smallest == 1 else f"at least {smallest} changes"
