"""Everything that the palette finds, from the commands to the arguments of the case."""

import re
from collections.abc import Iterator

from desktop.dialogs.palette import Found
from desktop.window.commands import ENTRIES
from models.language.messages import message
from models.language.states import word
from models.language.words import citation, uncapitalised
from models.pages.glossary import terms
from models.schema.action import Command, look
from models.schema.case import Case
from models.schema.snapshot import Snapshot
from models.schema.steps.scenario_steps import set_stance
from models.schema.view import PageName

LETTER = re.compile(r"\(&\w\)")
"""The letter to press where a language writes it behind a command’s words."""
NESTED = ("recent", "cases", "scheme", "scale", "palette")


def everything(snapshot: Snapshot) -> tuple[Found, ...]:
    """Pages and statements first, since they are looked for most; then commands, stances and arguments."""
    case = snapshot.case
    first = (*_statements(snapshot), *_commands(snapshot), *_parts())
    return (*first, *_stances(snapshot), *_arguments(case), *_terms())


def _commands(snapshot: Snapshot) -> Iterator[Found]:
    for entry in ENTRIES.values():
        if entry.name in NESTED or not entry.when(snapshot):
            continue
        kind = message("Page" if entry.name.startswith("page-") else "Command")
        keys = entry.keys[0] if entry.keys else ""
        words = LETTER.sub("", message(entry.text)).replace("&", "").rstrip("…")
        yield Found(words, kind, Command(entry.name), keys)


def _parts() -> Iterator[Found]:
    """The parts of pages."""
    from models.pages.depends.page import PARTS as DEPENDS  # pages are not needed to start
    from models.pages.differ.page import PARTS as DIFFER
    from models.pages.programme.page import PARTS as PROGRAMME
    from models.pages.watch.page import PARTS as WATCH

    kind = message("Page")
    yield from (
        Found(message(name), kind, look(page=PageName.PROGRAMME, programme=part))
        for part, name in PROGRAMME.items()
    )
    yield from (
        Found(message(name), kind, look(page=PageName.DEPENDS, depends=part))
        for part, name in DEPENDS.items()
    )
    yield from (
        Found(message(name), kind, look(page=PageName.DIFFER, differ=part)) for part, name in DIFFER.items()
    )
    yield from (
        Found(message(name), kind, look(page=PageName.WATCH, watch=part)) for part, name in WATCH.items()
    )


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


def _terms() -> Iterator[Found]:
    for item in terms():
        yield Found(item.name, message("Word"), Command("glossary", arguments=(item.name,)))


def _arguments(case: Case) -> Iterator[Found]:
    for rule in case.rules:
        conclusion = case.by_id[rule.conclusion]
        kind = message("Argument" if rule.then is not None else "Objection")
        note = f"{conclusion.code} {citation(rule.paragraphs)}"
        yield Found(rule.because, kind, look(page=PageName.HOLDS, picked=rule.conclusion), note)
