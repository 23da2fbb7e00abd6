"""What changed, in words: names for undo steps, and sentences on what differs from the source’s baseline."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from models.language.messages import marked, message, told
from models.language.naming import named, rule_named, source_kind, the_source
from models.language.states import clause
from models.language.words import READING_SENTENCES, READING_WORDS, sentence_start, uncapitalised
from models.language.workshop.deeds import deed, first_of, in_words
from models.schema.case import Assumption, Case
from models.schema.grades import Kind, Reading, Stance
from models.schema.log import Deed, WordKind
from models.schema.scenario import Scenario, changed_stances
from models.schema.steps.link_steps import what_was_set

TAKEN = {
    Stance.HOLDS: marked("taken to hold"),
    Stance.FAILS: marked("taken to fail"),
    Stance.UNCERTAIN: marked("left uncertain"),
    Stance.AS_ARGUED: marked("taken as argued"),
}
TAKEN_TO = "{names} → {stance}"
EDITS = {
    "title": marked("Edit title"),
    "group": marked("Edit group"),
    "horizon": marked("Edit planning horizon"),
    "note": marked("Edit note on the scenario"),
}


def change_name(case: Case, before: Scenario, after: Scenario, asked: Collection[str] = ()) -> str:
    """The name of the step from one scenario to another; empty if nothing that people see differs."""
    return in_words(case, change_done(case, before, after, asked))


def change_done(case: Case, before: Scenario, after: Scenario, asked: Collection[str] = ()) -> Deed | None:
    """What the step from one scenario to another is; None if nothing that people see differs."""
    deeds = list(_changes(case, before, after, asked))
    if len(deeds) > 1 and not differences(case, after):
        return deed("Reset everything to the baseline")
    return first_of(deeds)


def differences(case: Case, scenario: Scenario) -> tuple[str, ...]:
    """One sentence for each thing in which the scenario differs from the source’s baseline."""
    return tuple(_differences(case, scenario))


def _changes(case: Case, before: Scenario, after: Scenario, asked: Collection[str]) -> Iterator[Deed]:
    yield from _stance_changes(case, before, after, asked)
    yield from _argument_changes(before, after)
    if before.reading is not after.reading:
        yield Deed(pattern=READING_WORDS[after.reading])
    if before.added is not after.added:
        yield deed("Count objections" if after.added else "Leave objections out")
    yield from _text_changes(before, after)


def _stance_changes(case: Case, before: Scenario, after: Scenario, asked: Collection[str]) -> Iterator[Deed]:
    chosen, along = what_was_set(case, before, after, asked)
    moved = [item for item in case.assumptions if item.id in chosen]
    if along:
        yield replace(_taken_to(after, moved[0]), more=len(along))
        return
    stances = {after.stance_of[item.id] for item in moved}
    if not moved:
        return
    number = (WordKind.TEXT, len(moved))
    if len(moved) > 1 and all(after.stance_of[item.id] is item.baseline for item in moved):
        yield deed("Reset {number} assumptions to the baseline", number=number)
    elif len(stances) == 1 and len(moved) <= 4:
        yield _taken_to(after, *moved)
    else:
        yield deed("Change {number} assumptions", number=number)


def _taken_to(after: Scenario, *items: Assumption) -> Deed:
    names = (WordKind.TITLED, [item.id for item in items])
    stance = (WordKind.STANCE, after.stance_of[items[0].id].value)
    return deed(TAKEN_TO, names=names, stance=stance)


def _argument_changes(before: Scenario, after: Scenario) -> Iterator[Deed]:
    aside = [rule for rule in after.set_aside if rule not in before.set_aside]
    again = [rule for rule in before.set_aside if rule not in after.set_aside]
    if aside:
        yield deed("Reject {what}", what=(WordKind.RULES, aside))
    if again:
        yield deed("Count {what} again", what=(WordKind.RULES, again))


def _text_changes(before: Scenario, after: Scenario) -> Iterator[Deed]:
    for pattern, one, other in (
        (marked("Edit note on {names}"), before.note_on, after.note_on),
        (marked("Edit reason for {names}"), before.rationale_of, after.rationale_of),
        (marked("Change rating of {names}"), before.credence_of, after.credence_of),
    ):
        edited = [name for name in dict.fromkeys((*one, *other)) if one.get(name) != other.get(name)]
        if edited:
            yield deed(pattern, names=(WordKind.ITEMS, edited))
    for field, name in EDITS.items():
        if getattr(before, field) != getattr(after, field):
            yield Deed(pattern=name)


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
