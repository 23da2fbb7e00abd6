"""Why two scenarios end differently: the fewest of their differences that turn a verdict from one to the other."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from models.engine.evaluate import evaluate
from models.schema.analysis import Tick, patiently
from models.schema.case import Case
from models.schema.grades import Verdict
from models.schema.scenario import Scenario, with_stances
from models.schema.standing import RULES, Turned

MOST_TOGETHER = 2
MOST_TRIED = 200


def causes_of(case: Case, one: Scenario, other: Scenario, tick: Tick = patiently) -> tuple[Turned, ...]:
    """The recommendations that end differently in two scenarios of a case, in the case's order, each with why.

    The differences are the stances, by assumption id, and `RULES` for a different reading, switch or
    inferences set aside. What one or two of them alone turn into the other's verdict is found by trying
    them, so that those named are as few as can be; where more have to come together, all are named and
    `fewest` is false. A counterfactual cause in the sense of Halpern and Pearl (2005), without its
    contingencies. Raises KeyError for a scenario of another case.
    """
    before, after = (_verdicts(case, scenario) for scenario in (one, other))
    waiting = {name: after[name] for name in before if before[name] is not after[name]}
    differing = tuple(_differing(case, one, other))
    found: dict[str, tuple[str, ...]] = {}
    for size in range(1, MOST_TOGETHER + 1):
        for together in _some(combinations(differing, size)):
            if not waiting:
                break
            tick()
            verdicts = _verdicts(case, _taken_over(one, other, together))
            turned = [name for name, verdict in waiting.items() if verdicts[name] is verdict]
            found.update(dict.fromkeys(turned, together))
            for name in turned:
                del waiting[name]
    return tuple(
        Turned(
            id=name,
            before=before[name],
            after=after[name],
            by=found.get(name, differing),
            fewest=name in found,
        )
        for name in before
        if before[name] is not after[name]
    )


def _some(sets: Iterable[tuple[str, ...]]) -> Iterable[tuple[str, ...]]:
    """No more than can be tried while somebody waits."""
    return (chosen for _, chosen in zip(range(MOST_TRIED), sets, strict=False))


def _verdicts(case: Case, scenario: Scenario) -> dict[str, Verdict]:
    return {item.id: item.verdict for item in evaluate(case, scenario).recommendations}


def _differing(case: Case, one: Scenario, other: Scenario) -> Iterable[str]:
    for item in case.assumptions:
        if one.stance_of[item.id] is not other.stance_of[item.id]:
            yield item.id
    if (one.reading, one.added, one.set_aside) != (other.reading, other.added, other.set_aside):
        yield RULES


def _taken_over(one: Scenario, other: Scenario, names: Sequence[str]) -> Scenario:
    """The first scenario with some of what the other has."""
    stances = {name: other.stance_of[name] for name in names if name != RULES}
    mixed = with_stances(one, stances)
    if RULES not in names:
        return mixed
    return replace(mixed, reading=other.reading, added=other.added, set_aside=other.set_aside)
