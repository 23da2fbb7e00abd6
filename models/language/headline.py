"""The state of the board in one sentence that counts exactly what is shown."""

from collections.abc import Mapping, Sequence

from models.language.signs import hidden_words
from models.language.states import clause
from models.schema.case import Verdict
from models.schema.snapshot import Snapshot

BOTH = 2


def headline(snapshot: Snapshot) -> str:
    """How many recommendations hold, and on what, without a full stop."""
    if snapshot.evaluation.says_nothing:
        return hidden_words(snapshot)
    told = counted_verdicts([result.verdict for result in snapshot.evaluation.recommendations])
    return told[:1].upper() + told[1:]


def briefly_counted(verdicts: Sequence[Verdict]) -> str:
    """The same without saying on how many arguments they hold."""
    settled = [Verdict.HOLDS if verdict is Verdict.FEWER else verdict for verdict in verdicts]
    return counted_verdicts(verdicts if len(verdicts) == 1 else settled)


def counted_verdicts(verdicts: Sequence[Verdict]) -> str:
    """How many of some recommendations hold, as a clause: "10 of 11 recommendations hold"."""
    if len(verdicts) == 1:
        told = "holds" if verdicts[0] is Verdict.HOLDS else clause(verdicts[0])
        return f"the one recommendation {told}"
    return _counted({verdict: verdicts.count(verdict) for verdict in Verdict}, len(verdicts))


def large_and_small(snapshot: Snapshot) -> tuple[str, str]:
    """The same for the last slot of the room's board: "10 of 11", and what they do."""
    verdicts = [result.verdict for result in snapshot.evaluation.recommendations]
    full, fewer = verdicts.count(Verdict.HOLDS), verdicts.count(Verdict.FEWER)
    noun = "recommendation" if len(verdicts) == 1 else "recommendations"
    small = f"{noun} {'holds' if 1 in (full + fewer, len(verdicts)) else 'hold'}"
    if fewer:
        small = f"{small}:\n{full} in full,\n{fewer} on fewer arguments"
    return f"{full + fewer} of {len(verdicts)}", small


def _counted(of: Mapping[Verdict, int], total: int) -> str:
    full, fewer, unsettled = of[Verdict.HOLDS], of[Verdict.FEWER], of[Verdict.OPEN]
    holding = full + fewer
    fallen = total - holding - unsettled
    if unsettled == total:
        return f"{_all(total)} are open"
    if not holding and not unsettled:
        return f"none of the {total} recommendations holds"
    if not holding:
        return f"none of the {total} recommendations holds for certain: {_are_open(unsettled)}"
    if not unsettled:
        return f"{_subject(holding, total)}{_on_what(full, fewer)}"
    on_fewer = f" ({full} in full, {fewer} on fewer arguments)" if full and fewer else ""
    on_fewer = on_fewer or (" on fewer arguments" if fewer else "")
    subject = f"{holding} {_hold(holding)}" if not fallen else f"{holding} of {total} {_hold(holding)}"
    rest = f", {fallen} {'does' if fallen == 1 else 'do'} not" if fallen else ""
    return f"{subject}{on_fewer}, {_are_open(unsettled)}{rest}"


def _subject(holding: int, total: int) -> str:
    if holding == total:
        return f"{_all(total)} hold"
    return f"{holding} of {total} recommendations {_hold(holding)}"


def _all(total: int) -> str:
    return "both recommendations" if total == BOTH else f"all {total} recommendations"


def _on_what(full: int, fewer: int) -> str:
    if not fewer:
        return ""
    return f": {full} in full, {fewer} on fewer arguments" if full else ", on fewer arguments"


def _hold(number: int) -> str:
    return "holds" if number == 1 else "hold"


def _are_open(number: int) -> str:
    return f"{number} {'is' if number == 1 else 'are'} open"
