"""A scenario: a stance for every assumption, the reading, the rules set aside, and the room's notes.

Scenarios are complete and canonical: entries stand in the case's order, so equal scenarios are equal bytes.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import cached_property

from models.schema.case import Case
from models.schema.grades import Reading, Stance, Verdict
from models.schema.value import FreeText, Identifier, Probability, Value


class CaseReference(Value):
    """Which case, in which version and content, a scenario was made for."""

    id: Identifier
    version: FreeText
    hash: FreeText


class StanceOn(Value):
    """The stance taken on one assumption."""

    id: Identifier
    stance: Stance


class Credence(Value):
    """How likely the room takes an assumption to hold, from 0 to 1; never invented, only entered."""

    id: Identifier
    credence: Probability


class Note(Value):
    """What somebody wrote about an assumption, finding, recommendation or rule."""

    id: Identifier
    text: FreeText


class VerdictSeen(Value):
    """The verdict that a recommendation had when the scenario was saved."""

    id: Identifier
    verdict: Verdict


class Unplaced(Value):
    """An entry of a file that the present case has no place for; kept and written back."""

    section: FreeText
    id: FreeText
    value: FreeText


class Scenario(Value):
    """One complete setting of a case, with the words that go with it; `horizon` is the time it is planned for."""

    case: CaseReference
    title: FreeText = ""
    group: FreeText = ""
    horizon: FreeText = ""
    created: datetime | None = None
    modified: datetime | None = None
    stances: tuple[StanceOn, ...]
    credences: tuple[Credence, ...] = ()
    set_aside: tuple[Identifier, ...] = ()
    reading: Reading = Reading.ONE_ARGUMENT
    added: bool = False
    note: FreeText = ""
    notes: tuple[Note, ...] = ()
    rationales: tuple[Note, ...] = ()
    voices: tuple[Note, ...] = ()
    verdicts: tuple[VerdictSeen, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()

    @cached_property
    def stance_of(self) -> dict[str, Stance]:
        """The stance on each assumption, under its id."""
        return {entry.id: entry.stance for entry in self.stances}

    @cached_property
    def note_on(self) -> dict[str, str]:
        """The notes, under the ids they are about."""
        return {entry.id: entry.text for entry in self.notes}

    @cached_property
    def rationale_of(self) -> dict[str, str]:
        """The rationales of stances, under assumption ids."""
        return {entry.id: entry.text for entry in self.rationales}

    @cached_property
    def voice_of(self) -> dict[str, str]:
        """Who gave each rationale, under assumption ids, where that was asked."""
        return {entry.id: entry.text for entry in self.voices}

    @cached_property
    def credence_of(self) -> dict[str, float]:
        """The credences that were entered, under assumption ids."""
        return {entry.id: entry.credence for entry in self.credences}


def baseline_scenario(case: Case) -> Scenario:
    """The scenario that takes every assumption as the source does."""
    return Scenario(
        case=CaseReference(id=case.id, version=case.version, hash=case.edition_hash),
        stances=tuple(StanceOn(id=item.id, stance=item.baseline) for item in case.assumptions),
    )


def with_stances(scenario: Scenario, stances: Mapping[str, Stance]) -> Scenario:
    """The scenario with the given stances, by assumption id; unknown ids raise KeyError.

    An entry that stays is the same object, as hundreds of scenarios are remembered that differ in one.
    """
    changed = {name: stance for name, stance in stances.items() if scenario.stance_of[name] is not stance}
    return replace(
        scenario,
        stances=tuple(
            StanceOn(id=entry.id, stance=changed[entry.id]) if entry.id in changed else entry
            for entry in scenario.stances
        ),
    )


def with_credence(case: Case, scenario: Scenario, identifier: str, credence: float | None) -> Scenario:
    """The scenario with a credence entered for one assumption, or with None taken back."""
    values = {**scenario.credence_of, identifier: credence}
    entries = ((item.id, values.get(item.id)) for item in case.assumptions)
    credences = tuple(Credence(id=name, credence=value) for name, value in entries if value is not None)
    return replace(scenario, credences=credences)


def with_set_aside(case: Case, scenario: Scenario, rule: str, aside: bool) -> Scenario:
    """The scenario with one inference set aside or taken up again."""
    chosen = {*scenario.set_aside, rule} if aside else {*scenario.set_aside} - {rule}
    return replace(scenario, set_aside=tuple(item.id for item in case.rules if item.id in chosen))


def with_note(case: Case, scenario: Scenario, identifier: str, text: str) -> Scenario:
    """The scenario with a note on a statement or rule; an empty text removes it."""
    order = tuple(dict.fromkeys((*case.by_id, *case.rule_by_id)))
    return replace(scenario, notes=_written(order, scenario.note_on, identifier, text))


def with_rationale(case: Case, scenario: Scenario, identifier: str, text: str) -> Scenario:
    """The scenario with the reason for a stance; an empty text removes it."""
    order = tuple(item.id for item in case.assumptions)
    return replace(scenario, rationales=_written(order, scenario.rationale_of, identifier, text))


def with_voice(case: Case, scenario: Scenario, identifier: str, name: str) -> Scenario:
    """The scenario with who gave the reason for a stance; an empty name removes it."""
    order = tuple(item.id for item in case.assumptions)
    return replace(scenario, voices=_written(order, scenario.voice_of, identifier, name))


def _written(order: tuple[str, ...], texts: dict[str, str], identifier: str, text: str) -> tuple[Note, ...]:
    if identifier not in order:
        raise KeyError(identifier)
    kept = {**texts, identifier: text.strip()}
    return tuple(Note(id=name, text=kept[name]) for name in order if kept.get(name))


def asked_of(scenario: Scenario) -> tuple[object, ...]:
    """What of a scenario its verdicts follow from: all but words and credences."""
    return scenario.stances, scenario.reading, scenario.added, scenario.set_aside


def asks_the_same(one: Scenario, other: Scenario) -> bool:
    """Whether two scenarios of a case must get the same verdicts: they differ in words and credences at most."""
    return asked_of(one) == asked_of(other)


def changed_stances(case: Case, scenario: Scenario) -> tuple[str, ...]:
    """The ids of the assumptions whose stance differs from the case's baseline."""
    return tuple(item.id for item in case.assumptions if scenario.stance_of[item.id] != item.baseline)
