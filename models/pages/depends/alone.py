"""Every assumption changed alone, and what is said of that: it may take others along where links tie them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from models.language.messages import marked, message, plural, told
from models.language.naming import named
from models.language.words import listed
from models.schema.analysis import Change, SingleFlips
from models.schema.case import Assumption, Case
from models.schema.grades import Stance, Verdict
from models.schema.snapshot import Analyses, Snapshot

UNTRIED = marked("Not exact: too much is uncertain to try every case.")
NAMED = 3
CARRIED = marked("What links carry along counts as part of a change.")


@dataclass(frozen=True)
class Changed:
    """One assumption changed alone: to what, and what becomes of each recommendation, under its id.

    `moved` are those whose verdict that changes, `decided` those whose verdict changes either way. It is not `possible`
    where links leave no setting with it and the others as they are.
    """

    item: Assumption
    to: Stance
    after: Mapping[str, Verdict]
    moved: frozenset[str]
    decided: frozenset[str]
    weight: Fraction
    never: bool
    possible: bool


def changes(snapshot: Snapshot, analyses: Analyses) -> list[Changed]:
    """Every assumption changed alone; a settled one is turned round, an uncertain one settled as changes more."""
    weights, none = analyses.everywhere.weights, Fraction(0)  # where all that speaks of it is rejected
    return [_changed(snapshot, analyses, item, weights.get(item.id, none)) for item in snapshot.assumptions]


def _changed(snapshot: Snapshot, analyses: Analyses, item: Assumption, weight: Fraction) -> Changed:
    flips, stance = analyses.single_flips, snapshot.scenario.stance_of[item.id]

    def moved(to: Stance) -> frozenset[str]:
        return frozenset(flips.changed[item.id, to])

    ways = (way for way in (Stance.FAILS, Stance.HOLDS) if way is not stance)
    to = max(ways, key=lambda way: len(moved(way)))
    everywhere = analyses.everywhere
    idle = item.id in everywhere.idle or item.id not in everywhere.assumptions
    return Changed(
        item=item,
        to=to,
        after=flips.after[item.id, to],
        moved=moved(to),
        decided=frozenset(flips.load[item.id]),
        weight=weight,
        never=idle and not analyses.single_flips.load[item.id],
        possible=(item.id, to) not in flips.ruled_out,
    )


def any_linked(case: Case, sets: Iterable[Sequence[Change]]) -> bool:
    """Whether a single change among some sets of changes may carry others along."""
    return any(change.id in case.linked for one in sets if len(one) == 1 for change in one)


def on_single_changes(case: Case, alone: SingleFlips) -> str:
    """What stands under answers on single changes from here: what goes along with them, and what is not exact."""
    parts = (
        message(CARRIED) if case.links else "",
        tied_words(case, alone),
        "" if alone.exact else message(UNTRIED),
    )
    return " ".join(part for part in parts if part)


def tied_words(case: Case, alone: SingleFlips) -> str:
    """Which assumptions decide nothing for no other reason than that links let them change only with others."""
    if not alone.tied:
        return ""
    names = listed((named(case.by_id[name]) for name in alone.tied), limit=NAMED)
    return told("{names} cannot change alone: with the others as they are, links rule that out.", names=names)


def deciding(case: Case, item: Assumption, number: int) -> str:
    """How many recommendations an assumption decides from here, in a sentence."""
    if item.id in case.linked:
        return plural(
            "With what links carry along it decides {number} recommendation.",
            "With what links carry along it decides {number} recommendations.",
            number,
        )
    return plural(
        "Alone it decides {number} recommendation.", "Alone it decides {number} recommendations.", number
    )
