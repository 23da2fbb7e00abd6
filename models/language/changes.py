"""What changed, in words: names for undo steps, and sentences on what differs from the source’s baseline."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from models.language.messages import marked, message, plural, told
from models.language.naming import named, quoted, rule_named, source_kind, the_source
from models.language.states import clause, word
from models.language.words import READING_SENTENCES, READING_WORDS, listed, sentence_start, uncapitalised
from models.schema.case import Assumption, Case
from models.schema.grades import Kind, Reading, Stance
from models.schema.scenario import Scenario, changed_stances
from models.schema.steps.link_steps import what_was_set

TAKEN = {
    Stance.HOLDS: marked("taken to hold"),
    Stance.FAILS: marked("taken to fail"),
    Stance.UNCERTAIN: marked("left uncertain"),
    Stance.AS_ARGUED: marked("taken as argued"),
}
EDITS = {
    "title": marked("Edit title"),
    "group": marked("Edit group"),
    "horizon": marked("Edit planning horizon"),
    "note": marked("Edit note on the scenario"),
}


def change_name(case: Case, before: Scenario, after: Scenario, asked: Collection[str] = ()) -> str:
    """The name of the step from one scenario to another; empty if nothing that people see differs."""
    names = list(_changes(case, before, after, asked))
    if len(names) > 1 and not differences(case, after):
        return message("Reset everything to the baseline")
    return first_of_changes(names)


def first_of_changes(names: Sequence[str]) -> str:
    """The first of what changed, and how many more changes there are."""
    if len(names) < 2:
        return "".join(names)
    return plural(
        "{first} and {number} more change",
        "{first} and {number} more changes",
        len(names) - 1,
        first=names[0],
    )


def differences(case: Case, scenario: Scenario) -> tuple[str, ...]:
    """One sentence for each thing in which the scenario differs from the source’s baseline."""
    return tuple(_differences(case, scenario))


def _changes(case: Case, before: Scenario, after: Scenario, asked: Collection[str]) -> Iterator[str]:
    yield from _stance_changes(case, before, after, asked)
    yield from _argument_changes(case, before, after)
    if before.reading is not after.reading:
        yield message(READING_WORDS[after.reading])
    if before.added is not after.added:
        yield message("Count objections" if after.added else "Leave objections out")
    yield from _text_changes(case, before, after)


def _stance_changes(case: Case, before: Scenario, after: Scenario, asked: Collection[str]) -> Iterator[str]:
    chosen, along = what_was_set(case, before, after, asked)
    moved = [item for item in case.assumptions if item.id in chosen]
    if along:
        yield plural(
            "{first} and {number} more change",
            "{first} and {number} more changes",
            len(along),
            first=_taken_to(after, moved[0]),
        )
        return
    stances = {after.stance_of[item.id] for item in moved}
    if not moved:
        return
    if len(moved) > 1 and all(after.stance_of[item.id] is item.baseline for item in moved):
        yield told("Reset {number} assumptions to the baseline", number=len(moved))
    elif len(stances) == 1 and len(moved) <= 4:
        yield _taken_to(after, *moved)
    else:
        yield told("Change {number} assumptions", number=len(moved))


def _taken_to(after: Scenario, *items: Assumption) -> str:
    names = listed(f"{item.code}: {item.title}" for item in items)
    return f"{names} → {uncapitalised(word(after.stance_of[items[0].id]))}"


def _argument_changes(case: Case, before: Scenario, after: Scenario) -> Iterator[str]:
    aside = [rule for rule in after.set_aside if rule not in before.set_aside]
    again = [rule for rule in before.set_aside if rule not in after.set_aside]
    if aside:
        yield told("Reject {what}", what=_arguments(case, aside))
    if again:
        yield told("Count {what} again", what=_arguments(case, again))


def _arguments(case: Case, rules: list[str]) -> str:
    return rule_named(case, rules[0]) if len(rules) == 1 else told("{number} arguments", number=len(rules))


def _text_changes(case: Case, before: Scenario, after: Scenario) -> Iterator[str]:
    notes = _edited(case, before.note_on, after.note_on)
    if notes:
        yield told("Edit note on {names}", names=listed(notes, limit=3))
    reasons = _edited(case, before.rationale_of, after.rationale_of)
    if reasons:
        yield told("Edit reason for {names}", names=listed(reasons, limit=3))
    credences = _edited(case, before.credence_of, after.credence_of)
    if credences:
        yield told("Change rating of {names}", names=listed(credences, limit=3))
    for field, name in EDITS.items():
        if getattr(before, field) != getattr(after, field):
            yield message(name)


def _edited(case: Case, before: Mapping[str, object], after: Mapping[str, object]) -> list[str]:
    names = dict.fromkeys((*before, *after))
    edited = (name for name in names if before.get(name) != after.get(name))
    return [named(case.by_id[name]) if name in case.by_id else _spoken_of(case, name) for name in edited]


def _spoken_of(case: Case, rule: str) -> str:
    return (
        rule_named(case, rule) if rule in case.rule_by_id else told("the argument {name}", name=quoted(rule))
    )


def _differences(case: Case, scenario: Scenario) -> Iterator[str]:
    changed = changed_stances(case, scenario)
    for item in case.assumptions:
        if item.id not in changed:
            continue
        yield told(
            "{name} is {here} ({source}: {there}).",
            name=named(item),
            here=message(TAKEN[scenario.stance_of[item.id]]),
            source=message("at first, by an analyst") if item.kind is Kind.ADDED else source_kind(case),
            there=clause(item.baseline),
        )
    for rule in scenario.set_aside:
        yield told(
            "{argument} is rejected: {why}.",
            argument=sentence_start(rule_named(case, rule)),
            why=case.rule_by_id[rule].because.rstrip("."),
        )
    if scenario.reading is not Reading.ONE_ARGUMENT:
        yield told(
            "{reading}: {meaning}",
            reading=message(READING_WORDS[scenario.reading]),
            meaning=uncapitalised(message(READING_SENTENCES[scenario.reading])),
        )
    if scenario.added:
        yield told("Objections that {source} does not raise are counted.", source=the_source(case))
