"""The state of the board in one sentence that counts exactly what is shown."""

from collections.abc import Iterable, Mapping, Sequence

from models.language.messages import message, plural, told
from models.language.signs import hidden_words
from models.language.states import state
from models.schema.grades import Verdict
from models.schema.result import RecommendationResult
from models.schema.snapshot import Snapshot

BOTH = 2
ONE = {
    verdict: f"the one recommendation {'holds' if verdict is Verdict.HOLDS else state(verdict).clause}"
    for verdict in Verdict
}


def headline(snapshot: Snapshot) -> str:
    """How many recommendations hold, and on what, without a full stop."""
    if snapshot.evaluation.says_nothing:
        return hidden_words(snapshot)
    results = snapshot.evaluation.recommendations
    words = counted_verdicts([result.verdict for result in results], in_full=is_in_full(results))
    return words[:1].upper() + words[1:]


def briefly_counted(verdicts: Sequence[Verdict]) -> str:
    """The same without saying on how many arguments they hold."""
    settled = [Verdict.HOLDS if verdict is Verdict.FEWER else verdict for verdict in verdicts]
    return counted_verdicts(verdicts if len(verdicts) == 1 else settled)


def is_in_full(results: Iterable[RecommendationResult]) -> bool:
    """Whether those that hold, not on fewer arguments, have lost none of their arguments for certain."""
    holding = (result for result in results if result.verdict is Verdict.HOLDS)
    return all(result.least >= result.baseline_applying for result in holding)


def counted_verdicts(verdicts: Sequence[Verdict], *, in_full: bool = True) -> str:
    """How many of some recommendations hold, as a clause: "10 of 11 recommendations hold".

    Where some on fewer arguments do, the others are said to hold `in_full`, if that is so.
    """
    if len(verdicts) == 1:
        return message(ONE[verdicts[0]])
    of = {verdict: verdicts.count(verdict) for verdict in Verdict}
    return _counted(of, len(verdicts), in_full=in_full)


def large_and_small(snapshot: Snapshot) -> tuple[str, str]:
    """The same for the last slot of the room's board: "10 of 11", and what they do."""
    results = snapshot.evaluation.recommendations
    verdicts = [result.verdict for result in results]
    full, fewer, total = verdicts.count(Verdict.HOLDS), verdicts.count(Verdict.FEWER), len(verdicts)
    if total == 1:
        small = message("recommendation holds")
    else:
        small = plural("recommendations holds", "recommendations hold", full + fewer)
    if fewer and is_in_full(results):
        small = told(
            "{what}:\n{full} in full,\n{fewer} on fewer arguments", what=small, full=full, fewer=fewer
        )
    elif fewer:
        small = told("{what}:\n{fewer} on fewer arguments", what=small, fewer=fewer)
    if unsettled := verdicts.count(Verdict.OPEN):
        small = f"{small};\n{plural('{number} is open', '{number} are open', unsettled)}"
    return told("{holding} of {total}", holding=full + fewer, total=total), small


def _counted(of: Mapping[Verdict, int], total: int, *, in_full: bool) -> str:
    full, fewer, unsettled = of[Verdict.HOLDS], of[Verdict.FEWER], of[Verdict.OPEN]
    holding = full + fewer
    if unsettled == total:
        both = total == BOTH
        return told(
            "both recommendations are open" if both else "all {total} recommendations are open", total=total
        )
    if not holding:
        return _none_holds(unsettled, total)
    if not unsettled:
        return told(
            "{holding}{how}", holding=_subject(holding, total), how=_on_what(full, fewer, in_full=in_full)
        )
    return _some_open(full, fewer, unsettled, total, in_full=in_full)


def _none_holds(unsettled: int, total: int) -> str:
    if not unsettled:
        return told("none of the {total} recommendations holds", total=total)
    return plural(
        "none of the {total} recommendations holds for certain: {number} is open",
        "none of the {total} recommendations holds for certain: {number} are open",
        unsettled,
        total=total,
    )


def _some_open(full: int, fewer: int, unsettled: int, total: int, *, in_full: bool) -> str:
    fallen = total - full - fewer - unsettled
    if fallen:
        holding = plural("{number} of {total} holds", "{number} of {total} hold", full + fewer, total=total)
    else:
        holding = plural("{number} holds", "{number} hold", full + fewer)
    how = ""
    if fewer and not in_full:
        how = told(" ({fewer} on fewer arguments)", fewer=fewer)
    elif fewer:
        how = told(
            " ({full} in full, {fewer} on fewer arguments)" if full else " on fewer arguments",
            full=full,
            fewer=fewer,
        )
    still = plural("{number} is open", "{number} are open", unsettled)
    if not fallen:
        return told("{holding}{how}, {open}", holding=holding, how=how, open=still)
    rest = plural("{number} does not", "{number} do not", fallen)
    return told("{holding}{how}, {fallen}, {open}", holding=holding, how=how, fallen=rest, open=still)


def _subject(holding: int, total: int) -> str:
    if holding == total:
        return told(
            "both recommendations hold" if total == BOTH else "all {total} recommendations hold", total=total
        )
    return plural(
        "{number} of {total} recommendations holds",
        "{number} of {total} recommendations hold",
        holding,
        total=total,
    )


def _on_what(full: int, fewer: int, *, in_full: bool) -> str:
    if not fewer:
        return ""
    if not in_full:
        return told(", {fewer} of them on fewer arguments", fewer=fewer)
    return told(
        ": {full} in full, {fewer} on fewer arguments" if full else ", on fewer arguments",
        full=full,
        fewer=fewer,
    )
