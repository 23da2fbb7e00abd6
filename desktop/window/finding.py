"""Everything that the palette finds, from the commands to the arguments of the case."""

from collections.abc import Iterator, Mapping
from typing import Any

from desktop.base.plain_text import without_letter
from desktop.dialogs.palette import Found
from desktop.window.commands import ENTRIES
from models.language.messages import message
from models.language.panes import OBJECTIONS, counted_word
from models.language.states import word
from models.language.words import READING_WORDS, citation, uncapitalised
from models.pages.glossary import terms
from models.schema.action import Action, Command, Look, look
from models.schema.case import Case
from models.schema.snapshot import Snapshot
from models.schema.steps.scenario_steps import count_objections, read_as, set_stance
from models.schema.view import PageName

NESTED = ("recent", "cases", "scheme", "scale", "palette")


def everything(snapshot: Snapshot) -> tuple[Found, ...]:
    """Pages and statements first, since they are looked for most; then commands, stances and arguments."""
    case = snapshot.case
    first = (*_statements(snapshot), *_commands(snapshot), *_parts(), *_choices(snapshot))
    words = (
        Found(item.name, message("Word"), Command("glossary", arguments=(item.name,))) for item in terms()
    )
    return (*first, *_stances(snapshot), *_arguments(case), *words)


def _commands(snapshot: Snapshot) -> Iterator[Found]:
    for entry in ENTRIES.values():
        if entry.name in NESTED or not entry.when(snapshot):
            continue
        kind = message("Page" if entry.name.startswith("page-") else "Command")
        keys = entry.keys[0] if entry.keys else ""
        words = without_letter(message(entry.text)).rstrip("…")
        yield Found(words, kind, Command(entry.name), keys)


def _parts() -> Iterator[Found]:
    """The parts of pages; a view keeps the part of a page under the page's name."""
    from models.pages.depends.page import PARTS as DEPENDS  # pages are not needed to start
    from models.pages.differ.page import PARTS as DIFFER
    from models.pages.programme.page import PARTS as PROGRAMME
    from models.pages.watch.page import PARTS as WATCH

    parts_of: dict[PageName, Mapping[Any, str]] = {
        PageName.PROGRAMME: PROGRAMME,
        PageName.DEPENDS: DEPENDS,
        PageName.DIFFER: DIFFER,
        PageName.WATCH: WATCH,
    }
    for name, parts in parts_of.items():
        for part, words in parts.items():
            yield Found(message(words), message("Page"), look(**{"page": name, name.value: part}))


def _choices(snapshot: Snapshot) -> Iterator[Found]:
    """The pictures and models of what still holds, how arguments are read, and what the page shown lets choose."""
    from models.pages.holds import pictures
    from models.pages.page import page

    for choice in pictures(snapshot):
        for option in choice.options:
            yield Found(option.text, choice.label, _on(PageName.HOLDS, option.action))
    name = snapshot.view.page
    for choice in page(snapshot).tools if name is not PageName.HOLDS else ():
        if choice.id != name.value:
            yield from (Found(option.text, choice.label, option.action) for option in choice.options)
    for reading, words in READING_WORDS.items():
        yield Found(message(words), message("Set"), read_as(reading))
    added = not snapshot.scenario.added
    words = f"{message(OBJECTIONS)} → {counted_word(added)}"
    yield Found(words, message("Set"), count_objections(added))


def _on(name: PageName, action: Action) -> Action:
    return Look((("page", name), *action.changes)) if isinstance(action, Look) else action


def _statements(snapshot: Snapshot) -> Iterator[Found]:
    kinds = (
        (message("Recommendation"), snapshot.case.recommendations),
        (message("Assumption"), snapshot.assumptions),
        (message("Finding"), snapshot.case.findings),
    )
    for kind, items in kinds:
        for item in items:
            yield Found(item.title, kind, look(picked=item.id), item.code)


def _stances(snapshot: Snapshot) -> Iterator[Found]:
    for item in snapshot.assumptions:
        for stance in item.stances:
            if stance is not snapshot.scenario.stance_of[item.id]:
                words = f"{item.title} → {uncapitalised(word(stance))}"
                yield Found(words, message("Set"), set_stance(item.id, stance), item.code)


def _arguments(case: Case) -> Iterator[Found]:
    for rule in case.rules:
        conclusion = case.by_id[rule.conclusion]
        kind = message("Argument" if rule.then is not None else "Objection")
        note = f"{conclusion.code} {citation(rule.paragraphs)}"
        yield Found(rule.because, kind, look(page=PageName.HOLDS, picked=rule.conclusion), note)
