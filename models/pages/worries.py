"""The assumptions to worry about on the sheet: what of the advice falls if one of them turns out otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from models.analyses.flips import flips
from models.analyses.single_flips import single_flips, with_carried
from models.language.dates import horizon_words
from models.language.messages import marked, message, plural, told
from models.language.naming import named
from models.language.words import listed, listed_causes, shown_of
from models.language.workshop.lane_words import result_of, saying_otherwise
from models.pages.depends.alone import deciding, on_single_changes
from models.pages.why.changes import becomes, clauses
from models.schema.analysis import Flips, SingleFlips
from models.schema.case import Assumption, Case
from models.schema.grades import HOLDING, Stance, Verdict
from models.schema.page import Column, Row, Table, TextCell, Weight, Width
from models.schema.result import Status
from models.schema.scenario import Scenario
from models.schema.snapshot import Snapshot

WORRIES, FALLS = 3, 3
TOGETHER = 3
"""So many assumptions at most are told to bring down advice together: more at once are no near fall."""
WORRY_ABOUT = (
    marked("An assumption to worry about"),
    marked("Two assumptions to worry about"),
    marked("Three assumptions to worry about"),
)
DECIDES = marked(
    "An assumption decides a recommendation if a change of it alone, from here, would change the verdict."
)
ORDER = (Verdict.HOLDS, Verdict.FEWER, Verdict.OPEN)
"""From what is best for a recommendation; any way of falling is worse."""


def alone(snapshot: Snapshot) -> SingleFlips:
    """What each change by itself would do, made now if it has not arrived yet: the sheet asks for no other analysis."""
    analyses = snapshot.analyses
    return changes_alone(snapshot.case, snapshot.scenario) if analyses is None else analyses.single_flips


@lru_cache(maxsize=2)
def changes_alone(case: Case, scenario: Scenario) -> SingleFlips:
    """The same of a scenario; past the budget its walk tells the evaluation too, if that is asked for afterwards."""
    return single_flips(case, scenario)


def worries(snapshot: Snapshot) -> Table:
    """The assumptions by which advice has most to lose from here, with what it loses; no row where it has nothing."""
    counts = {item.id: _counts(alone(snapshot), item) for item in snapshot.assumptions}
    bearing = sorted(
        (item for item in snapshot.assumptions if counts[item.id][0]),
        key=lambda item: counts[item.id],
        reverse=True,
    )
    heavy, rest = bearing[:WORRIES], bearing[WORRIES:]
    level = [item for item in rest if counts[item.id] == counts[heavy[-1].id]]
    rows = tuple(_row(snapshot, place, item) for place, item in enumerate(heavy, 1))
    return Table(
        id="worries",
        heading=message(WORRY_ABOUT[max(0, len(rows) - 1)]),
        columns=(
            Column(id="place"),
            Column(id="name", title=message("Assumption"), width=Width.STRETCH),
            Column(id="falls", title=message("If it turned out otherwise"), width=Width.STRETCH),
        ),
        rows=rows,
        note=_note(snapshot, level) if rows else "",
    )


def _counts(singles: SingleFlips, item: Assumption) -> tuple[int, int]:
    """How many recommendations a change of an assumption alone would make worse off, and how many it decides."""
    now = dict(zip(singles.recommendations, singles.verdicts, strict=True))
    worse = {
        name
        for way in (Stance.HOLDS, Stance.FAILS)
        for name in singles.changed.get((item.id, way), ())
        if _is_worse(singles.after[item.id, way][name], now[name])
    }
    return len(worse), len(singles.load.get(item.id, ()))


def _is_worse(verdict: Verdict, now: Verdict) -> bool:
    return _rank(verdict) > _rank(now)


def _rank(verdict: Verdict) -> int:
    return ORDER.index(verdict) if verdict in ORDER else len(ORDER)


def _row(snapshot: Snapshot, place: int, item: Assumption) -> Row:
    decides = len(alone(snapshot).load[item.id])
    lines = _at_once(snapshot, item)
    if len(lines) < FALLS:
        lines += islice(_together(snapshot, item), FALLS - len(lines))
    return Row(
        id=item.id,
        cells=(
            TextCell(text=str(place), weight=Weight.TITLE),
            TextCell(
                text=item.title,
                code=item.code,
                weight=Weight.STRONG,
                detail=f"{deciding(snapshot.case, item, decides)} {_doubted(snapshot, item)}".strip(),
            ),
            TextCell(text="\n".join(lines)),
        ),
    )


def _doubted(snapshot: Snapshot, item: Assumption) -> str:
    """How many groups say otherwise of it, of the last round that the room has seen."""
    groups = snapshot.workshop.in_round(snapshot.workshop.seen_round)
    stance = result_of(snapshot.case, snapshot.scenario, item.id)
    return saying_otherwise(snapshot.case, groups, item.id, stance)


def _at_once(snapshot: Snapshot, item: Assumption) -> list[str]:
    """What becomes of advice if this assumption alone were otherwise: first what loses, the first few by name."""
    singles, found = alone(snapshot), list[tuple[bool, str]]()
    now = dict(zip(singles.recommendations, singles.verdicts, strict=True))
    ways = _ways(snapshot, item)
    for name in singles.load[item.id]:
        way = next((way for way in ways if name in singles.changed[item.id, way]), ways[0])
        verdict = singles.after[item.id, way][name]
        then = _if_so(becomes(snapshot, name, verdict), way, ways)
        line = f"{snapshot.case.by_id[name].title}: {then}"
        found.append((not _is_worse(verdict, now[name]), line))
    lines = [line for _, line in sorted(found, key=lambda one: one[0])]
    shown = shown_of(len(lines), FALLS)
    more = [told("and {number} more", number=len(lines) - shown)] if len(lines) > shown else []
    return lines[:shown] + more


def _together(snapshot: Snapshot, item: Assumption) -> Iterator[str]:
    """What holds from here and does not fall by it alone, but with one or two others: the nearest of each."""
    moved, ways = alone(snapshot).load[item.id], _ways(snapshot, item)
    nearest = _nearest(snapshot)
    for advice in snapshot.case.recommendations:
        if advice.id in moved or snapshot.evaluation.recommendation[advice.id].verdict not in HOLDING:
            continue
        for changes in nearest[advice.id].rejected if nearest else ():
            pairs = {change.id: Stance(change.to) for change in changes}
            if item.id in pairs and 1 < len(pairs) <= TOGETHER:
                way = pairs.pop(item.id)
                others = listed_causes(clauses(snapshot, tuple(pairs.items())))
                falls = _if_so(told("falls if {others} too", others=others), way, ways)
                yield f"{advice.title}: {falls}"
                break


def _nearest(snapshot: Snapshot) -> Mapping[str, Flips]:
    """The smallest changes of each recommendation; none where too much is uncertain to try every case."""
    singles = alone(snapshot)
    if not singles.exact:
        return {}
    if snapshot.analyses is not None:
        return snapshot.analyses.flips_of
    return _changes_together(snapshot.case, snapshot.scenario)


@lru_cache(maxsize=2)
def _changes_together(case: Case, scenario: Scenario) -> Mapping[str, Flips]:
    """The same of a scenario, asked for once a row."""
    singles = changes_alone(case, scenario)
    return {item.id: with_carried(case, scenario, item, singles) for item in flips(case, scenario)}


def _ways(snapshot: Snapshot, item: Assumption) -> list[Stance]:
    """How it could be otherwise than it is: either way where it is open."""
    status = snapshot.evaluation.status_of[item.id]
    same = {Status.ACCEPTED: Stance.HOLDS, Status.REJECTED: Stance.FAILS}.get(status)
    return [way for way in (Stance.FAILS, Stance.HOLDS) if way is not same]


def _if_so(then: str, way: Stance, ways: Sequence[Stance]) -> str:
    """What comes of it, and which way the assumption turns out, where that could be either."""
    if len(ways) == 1:
        return then
    return told("{then}, if it holds" if way is Stance.HOLDS else "{then}, if it fails", then=then)


def _note(snapshot: Snapshot, level: Sequence[Assumption]) -> str:
    """What is not listed, what deciding means, and for which time."""
    horizon = snapshot.scenario.horizon
    parts = (
        _level(level),
        message(DECIDES),
        horizon_words(horizon) if horizon else "",
        on_single_changes(snapshot.case, alone(snapshot)),
    )
    return " ".join(part for part in parts if part)


def _level(items: Sequence[Assumption]) -> str:
    """That others decide as much as the last that is listed, so that where the list ends says nothing about them."""
    if not items:
        return ""
    names = listed((named(item) for item in items), limit=WORRIES)
    return plural(
        "{names} decides as many as the last of these.",
        "{names} decide as many as the last of these.",
        len(items),
        names=names,
    )
