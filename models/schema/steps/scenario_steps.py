"""The steps that change a scenario, as pure functions of a case, a scenario and what is wished; and as actions."""

from dataclasses import replace
from typing import Any

from models.schema.action import Change
from models.schema.case import Case
from models.schema.grades import Reading, Stance
from models.schema.scenario import (
    Scenario,
    with_credence,
    with_note,
    with_rationale,
    with_set_aside,
    with_voice,
)
from models.schema.steps.link_steps import carried_along

Stances = tuple[tuple[str, Stance], ...]


def stances_set(case: Case, scenario: Scenario, stances: Stances) -> Scenario:
    """The scenario with these stances and those that links carry along; an unknown id raises KeyError."""
    return carried_along(case, scenario, dict(stances))


def asked_by(change: Change) -> tuple[str, ...]:
    """The assumptions whose stance a change sets, without those that links carry along."""
    if change.step is stances_set:
        return tuple(dict(change.arguments[0]))
    return tuple(change.arguments[0]) if change.step is stances_reset else ()


def stances_reset(case: Case, scenario: Scenario, identifiers: tuple[str, ...]) -> Scenario:
    """The scenario with these assumptions back at the baseline, without any all of them; links carry others along."""
    wanted = set(identifiers) or {item.id for item in case.assumptions}
    baseline = {item.id: item.baseline for item in case.assumptions if item.id in wanted}
    return carried_along(case, scenario, baseline)


def field_set(case: Case, scenario: Scenario, field: str, value: object) -> Scenario:
    """The scenario with another reading, title or horizon, without ratings, or with objections counted or not."""
    del case
    changes: dict[str, Any] = {field: value}
    return replace(scenario, **changes)


def adopted(case: Case, scenario: Scenario, other: Scenario) -> Scenario:
    """Another scenario's stances, reading and rejected arguments in this one; words and ratings stay."""
    del case
    return replace(
        scenario,
        stances=other.stances,
        reading=other.reading,
        added=other.added,
        set_aside=other.set_aside,
    )


def set_stance(identifier: str, stance: Stance) -> Change:
    """The action that sets one assumption and has it explained."""
    return Change(stances_set, (((identifier, stance),),), picks=identifier)


def set_stances(*stances: tuple[str, Stance]) -> Change:
    """The action that sets several assumptions in one step."""
    return Change(stances_set, (stances,))


def reset(*identifiers: str) -> Change:
    """The action that puts assumptions back to the baseline, all of them without a name."""
    return Change(stances_reset, (identifiers,))


def read_as(reading: Reading) -> Change:
    """The action that chooses how arguments combine."""
    return Change(field_set, ("reading", reading))


def count_objections(added: bool) -> Change:
    """The action that counts or leaves out the objections that the source does not raise."""
    return Change(field_set, ("added", added))


def reject(rule: str, rejected: bool) -> Change:
    """The action that rejects an argument, or takes it up again."""
    return Change(with_set_aside, (rule, rejected))


def rate(identifier: str, credence: float | None) -> Change:
    """The action that rates one assumption, or takes the rating back."""
    return Change(with_credence, (identifier, credence), merge=f"rating:{identifier}")


def write_note(about: str) -> Change:
    """The action, to be filled, that writes a note about a statement or an argument."""
    return Change(with_note, (about,), merge=f"note:{about}")


def write_reason(about: str) -> Change:
    """The action, to be filled, that writes why an assumption is taken as it is."""
    return Change(with_rationale, (about,), merge=f"reason:{about}")


def name_voice(about: str) -> Change:
    """The action, to be filled, that names who gave the reason for a stance."""
    return Change(with_voice, (about,), merge=f"voice:{about}")


def write_horizon() -> Change:
    """The action, to be filled, that names the time for which is planned."""
    return Change(field_set, ("horizon",), merge="horizon")
