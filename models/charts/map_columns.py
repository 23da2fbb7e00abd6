"""Which column of the argument map each statement stands in.

Assumptions stand on the left; every statement stands to the right of all it rests on; recommendations stand
as far right as they can, and findings where there is room.
"""

from collections.abc import Iterable, Mapping
from math import inf

from models.schema.case import Case

BOX = 1.0
PASSAGE = 0.15


def columns(case: Case) -> dict[str, int]:
    """The column of every statement, from 0."""
    below = _below(case)
    above = _above(below)
    depth = _depths(case, below)
    findings = [item.id for item in case.findings]
    recommendations = [item.id for item in case.recommendations]
    advice = set(recommendations)
    inner = max((depth[name] for name in findings), default=0)
    earliest = _depths(case, below, dict.fromkeys(advice - _leading_on(above, findings), inner + 1))
    last = max((earliest[name] for name in recommendations), default=inner)
    latest = _latest(earliest, above, {name: last if name in advice else inner for name in earliest})
    placed = {item.id: 0 for item in case.assumptions}
    placed.update((name, latest[name]) for name in recommendations)
    room = _Room(below, above, last)
    for name, column in tuple(placed.items()):
        room.take(name, column, placed)
    _place(findings, placed, room, {name: range(earliest[name], latest[name] + 1) for name in findings})
    return placed


def _below(case: Case) -> dict[str, set[str]]:
    """What each derived statement rests on directly."""
    below: dict[str, set[str]] = {item.id: set() for item in (*case.findings, *case.recommendations)}
    for rule in case.rules:
        below[rule.conclusion].update(premise.statement for premise in rule.premises)
    return below


def _above(below: Mapping[str, set[str]]) -> dict[str, set[str]]:
    above: dict[str, set[str]] = {}
    for name, premises in below.items():
        for premise in premises:
            above.setdefault(premise, set()).add(name)
    return above


def _depths(
    case: Case, below: Mapping[str, set[str]], least: Mapping[str, int] | None = None
) -> dict[str, int]:
    """The length of the longest way from the assumptions, and no less than asked for."""
    depth = {item.id: 0 for item in case.assumptions}

    def measure(name: str) -> int:
        if name not in depth:
            longest = 1 + max((measure(premise) for premise in sorted(below[name])), default=0)
            depth[name] = max(longest, (least or {}).get(name, 0))
        return depth[name]

    for name in below:
        measure(name)
    return depth


def _leading_on(above: Mapping[str, set[str]], findings: Iterable[str]) -> set[str]:
    """All that some finding rests on, however indirectly."""
    wanted = set(findings)
    below: dict[str, set[str]] = {}
    for name, conclusions in above.items():
        for conclusion in conclusions:
            below.setdefault(conclusion, set()).add(name)
    reached: set[str] = set()
    waiting = list(wanted)
    while waiting:
        for premise in below.get(waiting.pop(), ()):
            if premise not in reached:
                reached.add(premise)
                waiting.append(premise)
    return reached


def _latest(
    earliest: Mapping[str, int], above: Mapping[str, set[str]], most: Mapping[str, int]
) -> dict[str, int]:
    latest: dict[str, int] = {}
    for name in sorted(earliest, key=lambda name: -earliest[name]):
        after = [latest[conclusion] - 1 for conclusion in above.get(name, ())]
        latest[name] = max(earliest[name], min([*after, most[name]]))
    return latest


class _Room:
    """How full each column is: boxes, and the lines that pass it on their way to the right."""

    def __init__(self, below: Mapping[str, set[str]], above: Mapping[str, set[str]], last: int) -> None:
        self._below = below
        self._above = above
        self._load = [0.0] * (last + 1)
        self._reach: dict[str, int] = {}

    def would_be(self, name: str, column: int, placed: Mapping[str, int]) -> float:
        """How unevenly full the columns were, if the statement stood in this one."""
        load = list(self._load)
        self._add(name, column, placed, load, dict(self._reach))
        return round(sum(full * full for full in load[1:]), 6)

    def take(self, name: str, column: int, placed: Mapping[str, int]) -> None:
        """Put the statement into the column."""
        self._add(name, column, placed, self._load, self._reach)

    def resting(self, name: str) -> set[str]:
        """What the statement rests on directly."""
        return self._below[name]

    def _add(
        self, name: str, column: int, placed: Mapping[str, int], load: list[float], reach: dict[str, int]
    ) -> None:
        load[column] += BOX
        for premise in self._below.get(name, ()):
            if premise in placed:
                _pass(load, reach, premise, placed[premise], column)
        for conclusion in self._above.get(name, ()):
            if conclusion in placed:
                _pass(load, reach, name, column, placed[conclusion])


def _pass(load: list[float], reach: dict[str, int], source: str, start: int, end: int) -> None:
    for column in range(reach.get(source, start) + 1, end):
        load[column] += PASSAGE
    reach[source] = max(reach.get(source, start), end - 1)


def _place(
    findings: Iterable[str], placed: dict[str, int], room: _Room, choices: Mapping[str, range]
) -> None:
    """Give each finding a column: those without a choice first, then the others where there is most room."""
    in_order = sorted(findings, key=lambda name: (len(choices[name]) > 1, choices[name].start))
    for name in in_order:
        after = [placed[item] + 1 for item in room.resting(name) if item in placed]
        best, least = 0, inf
        for column in range(max([choices[name].start, *after]), choices[name].stop):
            unevenness = room.would_be(name, column, placed)
            if unevenness < least:
                best, least = column, unevenness
        room.take(name, best, placed)
        placed[name] = best
