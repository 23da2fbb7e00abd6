"""The sentences of "what would change it": headlines, conditions, and what is missing."""

from collections.abc import Iterable, Mapping, Sequence

from models.language.states import clause
from models.language.words import counted, listed
from models.schema.analysis import Change, Flips
from models.schema.case import Case, Stance
from models.schema.result import Status
from models.schema.snapshot import Snapshot


def conditions(case: Case, stances: Mapping[str, Stance]) -> str:
    """Stances as a clause, in the case's order: "A3 fails", "A1 and A2 fail and A14 holds"."""
    parts = []
    for stance in (Stance.FAILS, Stance.HOLDS):
        named = [item.code for item in case.assumptions if stances.get(item.id) is stance]
        if named:
            parts.append(f"{listed(named)} {stance.value if len(named) == 1 else stance.value[:-1]}")
    return " and ".join(parts)


def literals(texts: Iterable[str]) -> dict[str, Stance]:
    """The stances that literals ask for: an id holds, "not id" fails."""
    return {
        text.removeprefix("not "): Stance.FAILS if text.startswith("not ") else Stance.HOLDS for text in texts
    }


def change_headline(snapshot: Snapshot, flips: Flips) -> str:
    """How firmly a recommendation has its verdict, in one sentence without its full stop."""
    code = snapshot.case.by_id[flips.id].code
    now = f"{code} {clause(snapshot.evaluation.recommendation[flips.id].verdict)}"
    match flips.status:
        case Status.ACCEPTED:
            return f"{now}; {_effort(snapshot.case, flips, flips.rejected, 'topple')}"
        case Status.REJECTED:
            return f"{now}; {_effort(snapshot.case, flips, flips.accepted, 'rescue')}"
        case Status.OPEN:
            if not flips.accepted or not flips.rejected:
                return f"{code} is open"
            holding, falling = (min(map(len, sets)) for sets in (flips.accepted, flips.rejected))
            return f"{code} is open: it takes {counted(holding, 'change')} to hold and {falling} to fall"


def _effort(case: Case, flips: Flips, sets: Sequence[Sequence[Change]], verb: str) -> str:
    single = [changes[0] for changes in sets if len(changes) == 1]
    if not sets:
        return (
            f"no change of assumptions can {verb} it" if flips.complete else "what can change it is unknown"
        )
    if not single:
        return f"it takes {_least(sets)} to {verb} it"
    if len(single) == 2:
        return f"either of two changes would {verb} it"
    if len(single) > 1:
        return f"any one of {len(single)} changes would {verb} it"
    only = "a single change" if len(sets) == 1 else "one change alone"
    return f"{only} would {verb} it: {conditions(case, {single[0].id: single[0].to})}"


def _least(sets: Sequence[Sequence[Change]]) -> str:
    """The size of the smallest set: "one change", "at least 2 changes"."""
    smallest = min(map(len, sets))
    return "one change" if smallest == 1 else f"at least {smallest} changes"
