"""What scenarios differ in besides stances: reading, objections and rejected arguments, and what each decides."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from models.engine.evaluate import evaluate
from models.schema.analysis import Tick, patiently
from models.schema.case import Case
from models.schema.result import Evaluation
from models.schema.scenario import Scenario, revised
from models.schema.standing import Setting, SettingDifference


def setting_differences(
    case: Case, scenarios: Sequence[Scenario], tick: Tick = patiently
) -> Iterator[tuple[SettingDifference, bool]]:
    """Every setting that is not the same in all, and whether what it decides is exact.

    It decides a recommendation if, with all else as in one of the scenarios, another's choice makes it hold or not.
    """
    for setting in Setting:
        values = tuple(getattr(scenario, setting.value) for scenario in scenarios)
        if len(set(values)) == 1:
            continue
        decided, changed, exact = set[str](), set[str](), True
        for scenario in scenarios:
            tick()
            ends = [evaluate(case, revised(scenario, **{setting.value: value})) for value in set(values)]
            exact &= all(found.exact for found in ends)
            for one, other in combinations(ends, 2):
                decided |= _differing(one, other, "status")
                changed |= _differing(one, other, "verdict") | _differing(one, other, "falls")
        order = [item.id for item in case.recommendations]
        found = SettingDifference(
            what=setting,
            matters_to=tuple(name for name in order if name in decided),
            changes_how=tuple(name for name in order if name in changed - decided),
        )
        yield found, exact


def _differing(one: Evaluation, other: Evaluation, what: str) -> set[str]:
    pairs = zip(one.recommendations, other.recommendations, strict=True)
    return {mine.id for mine, yours in pairs if getattr(mine, what) != getattr(yours, what)}
