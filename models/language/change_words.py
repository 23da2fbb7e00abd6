"""The sentences of "what would change it": headlines, conditions, and what is missing."""

from collections.abc import Iterable, Mapping, Sequence

from models.language.words import VERDICT_CLAUSES, counted, listed
from models.schema.analysis import Change, Flips
from models.schema.case import Case, Stance, Verdict
from models.schema.result import Status
from models.schema.snapshot import Snapshot

CUT = "Only the smallest sets are listed; larger ones may exist."
NOT_FOUND = "Too tangled to be worked out in full."
NEVER = "Nothing: as the rules stand, no setting of the assumptions makes it hold."


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


def titles(status: Status, wanted: Status) -> tuple[str, str]:
    """The title over the sets of changes, and what to say where there are none."""
    if status is Status.OPEN:
        if wanted is Status.ACCEPTED:
            return (
                "What would make it hold for certain",
                "No settling of assumptions makes it hold for certain.",
            )
        return "What would make it fall for certain", "No settling of assumptions makes it fall for certain."
    if wanted is Status.ACCEPTED:
        return "What would rescue it", "No change of assumptions can rescue it as the rules stand."
    return "What would topple it", "No change of assumptions can topple it as the rules stand."


def waiting_headline(code: str, verdict: Verdict) -> str:
    """The headline until the answers are there."""
    return f"{code} {VERDICT_CLAUSES[verdict]}"


def change_headline(snapshot: Snapshot, flips: Flips) -> str:
    """How firmly a recommendation has its verdict, in one sentence without its full stop."""
    code = snapshot.case.by_id[flips.id].code
    now = f"{code} {VERDICT_CLAUSES[snapshot.evaluation.recommendation[flips.id].verdict]}"
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


def enough_sentence(case: Case, wanted: Mapping[str, Stance]) -> str:
    """One sufficient set: "It holds whenever A1 and A20 hold."."""
    if not wanted:
        return "It holds whatever is assumed."
    return f"It holds whenever {_holding_first(case, wanted)}."


def _holding_first(case: Case, wanted: Mapping[str, Stance]) -> str:
    parts = (
        conditions(case, {name: taken for name, taken in wanted.items() if taken is stance})
        for stance in (Stance.HOLDS, Stance.FAILS)
    )
    return " and ".join(part for part in parts if part)


def state_here(snapshot: Snapshot, wanted: Mapping[str, Stance]) -> tuple[str, bool]:
    """Whether a sufficient set is there in this scenario, and what it misses if not."""
    missing = [name for name, stance in wanted.items() if snapshot.scenario.stance_of[name] is not stance]
    if not missing:
        return "This is so here.", True
    parts = []
    for stance, verb in ((Stance.FAILS, "fail"), (Stance.HOLDS, "hold"), (Stance.UNCERTAIN, "uncertain")):
        named = [
            item.code
            for item in snapshot.case.assumptions
            if item.id in missing and snapshot.scenario.stance_of[item.id] is stance
        ]
        if not named:
            continue
        if stance is Stance.UNCERTAIN:
            parts.append(f"{listed(named)} {'is' if len(named) == 1 else 'are'} {verb}")
        else:
            parts.append(f"{listed(named)} {verb}{'s' if len(named) == 1 else ''}")
    return f"Not so here: {listed(parts)}.", False


def keeping_sentence(case: Case, status: Status, names: Sequence[str]) -> str:
    """One set that fixes the status: "As long as A1 and A20 stay as they are, nothing else can topple it."."""
    verb = "topple" if status is Status.ACCEPTED else "rescue"
    codes = [item.code for item in case.assumptions if item.id in names]
    if not codes:
        return f"Nothing can {verb} it as the rules stand."
    stay = "stays as it is" if len(codes) == 1 else "stay as they are"
    return f"As long as {listed(codes)} {stay}, nothing else can {verb} it."


def tally(sets: Sequence[Sequence[str]], complete: bool) -> str:
    """What to add to a list of sufficient sets: that it was cut, or why it is empty."""
    if not complete:
        return CUT if sets else NOT_FOUND
    return "" if sets else NEVER
