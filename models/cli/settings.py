"""What the options of a command set in a scenario: stances, ratings, the reading, what is rejected."""

from dataclasses import replace

import click

from models.cli.answers import meant, visible
from models.language.link_words import carried_words
from models.language.messages import told
from models.language.naming import named
from models.language.words import listed
from models.schema import grades
from models.schema.case import Case
from models.schema.grades import Reading, Stance
from models.schema.scenario import Scenario, with_credence, with_set_aside
from models.schema.steps.link_steps import carried_along

READINGS = {
    "any": Reading.ONE_ARGUMENT,
    "every": Reading.EVERY_ARGUMENT,
    **{reading.value: reading for reading in Reading},
    "any-ground": Reading.ONE_ARGUMENT,
    "every-strand": Reading.EVERY_ARGUMENT,
}


def with_settings(
    case: Case,
    scenario: Scenario,
    *,
    stances: tuple[tuple[str, Stance], ...],
    reading: str | None,
    added: bool | None,
    aside: tuple[str, ...],
    credences: tuple[tuple[str, float], ...] = (),
) -> Scenario:
    """The scenario with what the options set differently; an unknown id or code is wrong usage."""
    scenario = _with_stances(case, scenario, stances)
    rated: dict[str, float] = {}
    for name, credence in credences:
        if rated.setdefault(assumption_id(case, name), credence) != credence:
            raise click.UsageError(told("{name} is rated twice. Keep one of the two.", name=name))
    for name, credence in rated.items():
        scenario = with_credence(case, scenario, name, credence)
    scenario = _without(case, scenario, aside)
    scenario = replace(
        scenario,
        reading=scenario.reading if reading is None else READINGS[reading],
        added=scenario.added if added is None else added,
    )
    _tell_uncounted(case, scenario, [assumption_id(case, name) for name, _ in stances])
    return scenario


def _tell_uncounted(case: Case, scenario: Scenario, chosen: list[str]) -> None:
    """Say of an analyst's assumptions that they were set for nothing, where objections are not counted."""
    idle = [item for item in case.assumptions if item.id in chosen and item.id not in case.linked]
    added = [item for item in idle if item.kind is grades.Kind.ADDED]
    if added and not scenario.added:
        names = listed(named(item) for item in added)
        click.echo(visible(told("Counted only with --added: {names}.", names=names)), err=True)


def _with_stances(case: Case, scenario: Scenario, stances: tuple[tuple[str, Stance], ...]) -> Scenario:
    """The scenario with these stances, and with what links carry along, which is told."""
    chosen: dict[str, Stance] = {}
    for name, stance in stances:
        found = assumption_id(case, name)
        if chosen.setdefault(found, stance) is not stance:
            raise click.UsageError(
                told(
                    "{name} is set twice: {first} and {second}. Keep one of the two.",
                    name=name,
                    first=chosen[found].value,
                    second=stance.value,
                )
            )
        _refuse_unargued(case, found, stance)
    if chosen:
        before, scenario = scenario, carried_along(case, scenario, chosen)
        if along := carried_words(case, chosen, before, scenario):
            click.echo(visible(along), err=True)
    return scenario


def _without(case: Case, scenario: Scenario, aside: tuple[str, ...]) -> Scenario:
    """The scenario with these arguments and objections rejected."""
    for name in aside:
        if name not in case.rule_by_id:
            raise click.UsageError(
                told(
                    "There is no argument or objection {name}. {remedy}",
                    name=name,
                    remedy=meant(name, case.rule_by_id),
                )
            )
        scenario = with_set_aside(case, scenario, name, True)
    return scenario


def _refuse_unargued(case: Case, name: str, stance: Stance) -> None:
    item = next(item for item in case.assumptions if item.id == name)
    if stance not in item.stances:
        raise click.UsageError(
            told(
                "{name} cannot be taken as argued: no finding argues for it. Take it to hold, fail or be uncertain.",
                name=named(item),
            )
        )


def assumption_id(case: Case, name: str) -> str:
    """The id of the assumption that a person means by an id or a code."""
    codes = [item.code for item in case.assumptions]
    known = {
        **{item.code: item.id for item in case.assumptions},
        **{item.id: item.id for item in case.assumptions},
    }
    found = known.get(name) or known.get(name.upper())
    if found is None:
        raise click.UsageError(
            told("There is no assumption {name}. {remedy}", name=name, remedy=meant(name, known, codes))
        )
    return found
