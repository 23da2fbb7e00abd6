"""What changed, in words: names for undo steps, and sentences on what differs from the essay's baseline."""

from collections.abc import Iterator, Mapping

from models.language.words import READING_SENTENCES, READING_WORDS, counted, listed, uncapitalised
from models.schema.case import Case, Reading, Stance
from models.schema.scenario import Scenario, changed_stances

STANDING_AS = {Stance.HOLDS: "holds", Stance.FAILS: "fails", Stance.UNCERTAIN: "is uncertain"}


def change_name(case: Case, before: Scenario, after: Scenario) -> str:
    """The name of the step from one scenario to another; empty if nothing that people see differs."""
    names = list(_changes(case, before, after))
    if len(names) > 1 and not differences(case, after):
        return "Reset everything to the baseline"
    if len(names) > 1:
        return f"{names[0]} and {counted(len(names) - 1, 'more change')}"
    return "".join(names)


def differences(case: Case, scenario: Scenario) -> tuple[str, ...]:
    """One sentence for each thing in which the scenario differs from the essay's baseline."""
    return tuple(_differences(case, scenario))


def _changes(case: Case, before: Scenario, after: Scenario) -> Iterator[str]:
    yield from _stance_changes(case, before, after)
    yield from _inference_changes(before, after)
    if before.reading is not after.reading:
        yield f"Read it as {uncapitalised(READING_WORDS[after.reading])}"
    if before.added is not after.added:
        yield "Include added objections" if after.added else "Leave added objections out"
    yield from _text_changes(case, before, after)


def _stance_changes(case: Case, before: Scenario, after: Scenario) -> Iterator[str]:
    moved = [item for item in case.assumptions if before.stance_of[item.id] != after.stance_of[item.id]]
    stances = {after.stance_of[item.id] for item in moved}
    if not moved:
        return
    if len(moved) > 1 and all(after.stance_of[item.id] is item.baseline for item in moved):
        yield f"Reset {len(moved)} assumptions to the baseline"
    elif len(stances) == 1 and len(moved) <= 4:
        yield f"Set {listed(item.code for item in moved)} to {after.stance_of[moved[0].id].value}"
    else:
        yield f"Change {len(moved)} assumptions"


def _inference_changes(before: Scenario, after: Scenario) -> Iterator[str]:
    aside = [rule for rule in after.set_aside if rule not in before.set_aside]
    again = [rule for rule in before.set_aside if rule not in after.set_aside]
    if aside:
        yield f"Set {_inferences(aside)} aside"
    if again:
        yield f"Take {_inferences(again)} up again"


def _inferences(rules: list[str]) -> str:
    return f"the inference {rules[0]}" if len(rules) == 1 else f"{len(rules)} inferences"


def _text_changes(case: Case, before: Scenario, after: Scenario) -> Iterator[str]:
    for what, earlier, later in (
        ("note on", before.note_on, after.note_on),
        ("rationale of", before.rationale_of, after.rationale_of),
    ):
        edited = _edited(case, earlier, later)
        if edited:
            yield f"Edit {what} {listed(edited, limit=3)}"
    credences = _edited(case, before.credence_of, after.credence_of)
    if credences:
        yield f"Change credence of {listed(credences, limit=3)}"
    for field, name in (("title", "title"), ("group", "group"), ("note", "note on the scenario")):
        if getattr(before, field) != getattr(after, field):
            yield f"Edit {name}"


def _edited(case: Case, before: Mapping[str, object], after: Mapping[str, object]) -> list[str]:
    names = dict.fromkeys((*before, *after))
    edited = (name for name in names if before.get(name) != after.get(name))
    return [case.by_id[name].code if name in case.by_id else f"the inference {name}" for name in edited]


def _differences(case: Case, scenario: Scenario) -> Iterator[str]:
    changed = changed_stances(case, scenario)
    for item in case.assumptions:
        if item.id not in changed:
            continue
        here, there = STANDING_AS[scenario.stance_of[item.id]], STANDING_AS[item.baseline]
        yield f"{item.code} {here} here and {there} in the essay: {item.text}."
    for rule in scenario.set_aside:
        yield f"The inference {rule} is set aside: {case.rule_by_id[rule].because}"
    if scenario.reading is not Reading.ANY_GROUND:
        yield f"{READING_WORDS[scenario.reading]}: {uncapitalised(READING_SENTENCES[scenario.reading])}"
    if scenario.added:
        yield "Objections that the essay does not raise are included."
