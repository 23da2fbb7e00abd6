"""What changed, in words: names for undo steps, and sentences on what differs from the source’s baseline."""

from collections.abc import Iterator, Mapping

from models.language.naming import named, quoted, rule_named, source_kind, the_source
from models.language.states import clause
from models.language.words import READING_SENTENCES, READING_WORDS, counted, listed, uncapitalised
from models.schema.case import Case, Kind, Reading, Stance
from models.schema.scenario import Scenario, changed_stances

TAKEN = {
    Stance.HOLDS: "taken to hold",
    Stance.FAILS: "taken to fail",
    Stance.UNCERTAIN: "left uncertain",
    Stance.AS_ARGUED: "taken as argued",
}


def change_name(case: Case, before: Scenario, after: Scenario) -> str:
    """The name of the step from one scenario to another; empty if nothing that people see differs."""
    names = list(_changes(case, before, after))
    if len(names) > 1 and not differences(case, after):
        return "Reset everything to the baseline"
    if len(names) > 1:
        return f"{names[0]} and {counted(len(names) - 1, 'more change')}"
    return "".join(names)


def differences(case: Case, scenario: Scenario) -> tuple[str, ...]:
    """One sentence for each thing in which the scenario differs from the source’s baseline."""
    return tuple(_differences(case, scenario))


def _changes(case: Case, before: Scenario, after: Scenario) -> Iterator[str]:
    yield from _stance_changes(case, before, after)
    yield from _argument_changes(case, before, after)
    if before.reading is not after.reading:
        yield READING_WORDS[after.reading]
    if before.added is not after.added:
        yield "Count objections" if after.added else "Leave objections out"
    yield from _text_changes(case, before, after)


def _stance_changes(case: Case, before: Scenario, after: Scenario) -> Iterator[str]:
    moved = [item for item in case.assumptions if before.stance_of[item.id] != after.stance_of[item.id]]
    stances = {after.stance_of[item.id] for item in moved}
    if not moved:
        return
    if len(moved) > 1 and all(after.stance_of[item.id] is item.baseline for item in moved):
        yield f"Reset {len(moved)} assumptions to the baseline"
    elif len(stances) == 1 and len(moved) <= 4:
        names = listed(f"{item.code}: {item.title}" for item in moved)
        yield f"{names} → {after.stance_of[moved[0].id].value}"
    else:
        yield f"Change {len(moved)} assumptions"


def _argument_changes(case: Case, before: Scenario, after: Scenario) -> Iterator[str]:
    aside = [rule for rule in after.set_aside if rule not in before.set_aside]
    again = [rule for rule in before.set_aside if rule not in after.set_aside]
    if aside:
        yield f"Reject {_arguments(case, aside)}"
    if again:
        yield f"Count {_arguments(case, again)} again"


def _arguments(case: Case, rules: list[str]) -> str:
    return rule_named(case, rules[0]) if len(rules) == 1 else f"{len(rules)} arguments"


def _text_changes(case: Case, before: Scenario, after: Scenario) -> Iterator[str]:
    for what, earlier, later in (
        ("note on", before.note_on, after.note_on),
        ("reason for", before.rationale_of, after.rationale_of),
    ):
        edited = _edited(case, earlier, later)
        if edited:
            yield f"Edit {what} {listed(edited, limit=3)}"
    credences = _edited(case, before.credence_of, after.credence_of)
    if credences:
        yield f"Change rating of {listed(credences, limit=3)}"
    for field, name in (
        ("title", "title"),
        ("group", "group"),
        ("horizon", "planning horizon"),
        ("note", "note on the scenario"),
    ):
        if getattr(before, field) != getattr(after, field):
            yield f"Edit {name}"


def _edited(case: Case, before: Mapping[str, object], after: Mapping[str, object]) -> list[str]:
    names = dict.fromkeys((*before, *after))
    edited = (name for name in names if before.get(name) != after.get(name))
    return [named(case.by_id[name]) if name in case.by_id else _spoken_of(case, name) for name in edited]


def _spoken_of(case: Case, rule: str) -> str:
    return rule_named(case, rule) if rule in case.rule_by_id else f"the argument {quoted(rule)}"


def _differences(case: Case, scenario: Scenario) -> Iterator[str]:
    changed = changed_stances(case, scenario)
    for item in case.assumptions:
        if item.id not in changed:
            continue
        here, there = TAKEN[scenario.stance_of[item.id]], clause(item.baseline)
        whose = "at first, by an analyst" if item.kind is Kind.ADDED else source_kind(case)
        yield f"{named(item)} is {here} ({whose}: {there})."
    for rule in scenario.set_aside:
        about = rule_named(case, rule)
        yield f"{about[:1].upper()}{about[1:]} is rejected: {case.rule_by_id[rule].because.rstrip('.')}."
    if scenario.reading is not Reading.ANY_GROUND:
        yield f"{READING_WORDS[scenario.reading]}: {uncapitalised(READING_SENTENCES[scenario.reading])}"
    if scenario.added:
        yield f"Objections that {the_source(case)} does not raise are counted."
