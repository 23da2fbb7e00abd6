"""The analyses as the command line's stable JSON, composed from plain data and nothing else."""

from collections.abc import Mapping, Sequence
from typing import Any

from models.analyses.everywhere import everywhere
from models.analyses.fitting import unfitting
from models.analyses.flips import flips, reasons, sufficient
from models.analyses.groups.compare import compare
from models.analyses.likelihood import likelihood, ranges
from models.analyses.single_flips import single_flips
from models.engine.completions import EITHER
from models.schema.analysis import (
    FixingSets,
    Flips,
    Likelihood,
    Range,
    Robustness,
    SufficientSets,
    Tick,
    as_quotient,
    patiently,
)
from models.schema.case import Case
from models.schema.result import Status
from models.schema.scenario import Scenario
from models.schema.standing import Setting


def analyse_json(
    case: Case,
    scenario: Scenario,
    evaluated: Mapping[str, Any],
    *,
    within: bool = False,
    tick: Tick = patiently,
) -> dict[str, Any]:
    """The answer of `analyse --json`: that of `evaluate --json`, with more on every recommendation.

    Figures are over all settings of all assumptions, or `within` the scenario's completions, and then only
    for the assumptions that are uncertain. A probability, and its derivatives, stand where all that can matter is
    rated, else only its range; links that the ratings contradict are named. Where figures are not exact, `error` says
    how far off they may be.
    """
    figures = everywhere(case, scenario, tick, within=within)
    chances = likelihood(case, scenario, tick, within=within)
    parts = zip(
        figures.statements,
        chances.statements,
        ranges(case, scenario, tick, within=within),
        sufficient(case, scenario, tick, within=within),
        reasons(case, scenario, tick),
        flips(case, scenario, tick),
        strict=True,
    )
    analysed = {part[0].id: _recommendation(figures.assumptions, *part) for part in parts}
    told = {name: _with_more(part, analysed[name]) for name, part in evaluated["recommendations"].items()}
    settled = [item.id for item in scenario.stances if within and item.stance not in EITHER]
    unfit = [link.id for part in unfitting(case, scenario.credence_of, settled) for link in part]
    tied = single_flips(case, scenario, tick).tied if case.links else ()
    return {
        **evaluated,
        "recommendations": told,
        **({"ratings_contradict": unfit} if unfit else {}),
        **({"cannot_change_alone": list(tied)} if tied else {}),
        "exact": all(part["exact"] for part in told.values()),
    }


def _with_more(evaluated: Mapping[str, Any], analysed: Mapping[str, Any]) -> dict[str, Any]:
    """What is said of a recommendation, which is exact only if all of it is."""
    return {**evaluated, **analysed, "exact": evaluated.get("exact", True) and analysed["exact"]}


def compare_json(
    case: Case, scenarios: Sequence[Scenario], names: Sequence[str], tick: Tick = patiently
) -> dict[str, Any]:
    """The answer of `compare --json`; `names` says what the scenarios are called there."""
    found = compare(case, scenarios, tick)
    return {
        "schema": 2,
        "scenarios": list(names),
        "differ": [
            {
                "id": item.id,
                "stances": [stance.value for stance in item.stances],
                "matters_to": list(item.matters_to),
                "changes_how": list(item.changes_how),
                "as_read_by": [list(advice) for advice in item.as_read_by],
            }
            for item in found.differences
        ],
        "settings": [
            {
                "what": item.what.name.lower(),
                "values": [_value(scenario, item.what) for scenario in scenarios],
                "matters_to": list(item.matters_to),
                "changes_how": list(item.changes_how),
            }
            for item in found.settings
        ],
        "recommendations": {
            item.id: [
                (ways[0] if ways else verdict).value
                for verdict, ways in zip(item.verdicts, item.falls, strict=True)
            ]
            for item in found.recommendations
        },
        "falls": {
            item.id: [[way.value for way in ways] for ways in item.falls] for item in found.recommendations
        },
        "exact": found.exact,
    }


def _value(scenario: Scenario, what: Setting) -> str | bool | list[str]:
    match what:
        case Setting.READING:
            return scenario.reading.value
        case Setting.OBJECTIONS:
            return scenario.added
        case Setting.REJECTED:
            return list(scenario.set_aside)


def _recommendation(
    assumptions: Sequence[str],
    figures: Robustness,
    chance: Likelihood,
    between: Range,
    enough: SufficientSets,
    fixing: FixingSets,
    turning: Flips,
) -> dict[str, Any]:
    rated = not between.unrated and not between.ruled_out
    exact = figures.exact and between.exact
    error = max(figures.error, chance.error if rated else 0.0)
    return {
        "share": as_quotient(figures.share),
        "probability": chance.probability if rated else None,
        "range": [between.low, between.high],
        "derivative": dict(zip(assumptions, chance.derivatives, strict=True)) if rated else {},
        "banzhaf": dict(zip(assumptions, map(as_quotient, figures.banzhaf), strict=True)),
        "never_matters": list(figures.never_matters),
        "sufficient": [list(literals) for literals in enough.sets],
        "reasons": [list(stances) for stances in fixing.sets],
        "flips": _directions(turning),
        "complete": {
            "never_matters": figures.complete,
            "sufficient": enough.complete,
            "reasons": fixing.complete,
            "flips": turning.complete,
        },
        "exact": exact,
        **({"error": error} if error else {}),
    }


def _directions(turning: Flips) -> dict[str, list[list[dict[str, str]]]]:
    """The flips in each direction that the statement has not already."""
    directions = {Status.ACCEPTED: turning.accepted, Status.REJECTED: turning.rejected}
    return {
        status.value: [[{"id": change.id, "to": change.to.value} for change in changes] for changes in found]
        for status, found in directions.items()
        if status is not turning.status
    }
