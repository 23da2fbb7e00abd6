"""Puts what a scenario file says into its places in a case, in the case's order, and keeps what has none."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from models.schema.case import Case
from models.schema.grades import Stance, Verdict
from models.schema.problem import Problem, Severity, phrase
from models.schema.references import Place
from models.schema.scenario import (
    Credence,
    Note,
    Scenario,
    StanceOn,
    Unplaced,
    VerdictSeen,
    baseline_scenario,
)
from models.schema.value import Value
from models.store.border import checked
from models.store.documents import Document
from models.store.scenario_file import ScenarioFile

Entries = dict[str, dict[str, Any]]

_MADE: Mapping[str, Callable[[str, Any], Value]] = {
    "stances": lambda name, value: StanceOn(id=name, stance=Stance(value)),
    "credences": lambda name, value: Credence(id=name, credence=float(value)),
    "set_aside": lambda name, _: Note(id=name, text=""),
    "notes": lambda name, value: Note(id=name, text=value),
    "rationales": lambda name, value: Note(id=name, text=value),
    "voices": lambda name, value: Note(id=name, text=value),
    "verdicts": lambda name, value: VerdictSeen(id=name, verdict=Verdict(value)),
}
_AS_WRITTEN = ("title", "group", "horizon", "created", "modified", "reading", "added", "note")
_NOUNS = {
    "stances": "assumption",
    "credences": "assumption",
    "set_aside": "rule",
    "notes": "statement or rule",
    "rationales": "assumption",
    "voices": "assumption",
    "verdicts": "recommendation",
}


def placed(document: Document, written: ScenarioFile, case: Case) -> tuple[Scenario, list[Problem]]:
    """The scenario that a file, or a part of one, describes in this case, with remarks on what did not fit."""
    homes = _homes(case)
    entries = _entries(written)
    waiting = [entry for entry in written.unplaced if not _rejoins(entry, entries, homes)]
    strange = {
        (section, name): Unplaced(section=section, id=name, value=str(value))
        for section, given in entries.items()
        for name, value in given.items()
        if name not in homes[section]
    }
    remarks = [
        *_on_strange(document, written, strange, homes),
        *_on_missing(document, case, entries["stances"]),
    ]
    return _scenario(written, case, homes, entries, (*waiting, *strange.values())), remarks


def _scenario(
    written: ScenarioFile,
    case: Case,
    homes: Mapping[str, tuple[str, ...]],
    entries: Entries,
    unplaced: tuple[Unplaced, ...],
) -> Scenario:
    entries["stances"] = {item.id: item.baseline for item in case.assumptions} | entries["stances"]
    sections: dict[str, Any] = {
        section: tuple(_MADE[section](name, given[name]) for name in homes[section] if name in given)
        for section, given in entries.items()
    }
    sections["set_aside"] = tuple(note.id for note in sections["set_aside"])
    return replace(
        baseline_scenario(case),
        **{name: getattr(written, name) for name in _AS_WRITTEN},
        **sections,
        unplaced=tuple(dict.fromkeys(unplaced)),
    )


def _homes(case: Case) -> dict[str, tuple[str, ...]]:
    """The ids that each section of a scenario may speak of, in the case's order."""
    assumptions = tuple(item.id for item in case.assumptions)
    return {
        "stances": assumptions,
        "credences": assumptions,
        "set_aside": tuple(case.rule_by_id),
        "notes": tuple(dict.fromkeys((*case.by_id, *case.rule_by_id))),
        "rationales": assumptions,
        "voices": assumptions,
        "verdicts": tuple(item.id for item in case.recommendations),
    }


def _entries(written: ScenarioFile) -> Entries:
    found = {section: getattr(written, section) for section in _MADE}
    return {
        name: dict.fromkeys(given, "") if isinstance(given, tuple) else dict(given)
        for name, given in found.items()
    }


def _rejoins(entry: Unplaced, entries: Entries, homes: Mapping[str, tuple[str, ...]]) -> bool:
    """Takes an entry that was kept back up into its section, if this case has the place and it is free."""
    if entry.id not in homes.get(entry.section, ()) or entry.id in entries[entry.section]:
        return False
    try:
        checked(_MADE[entry.section](entry.id, entry.value))
    except ValueError:
        return False
    entries[entry.section][entry.id] = entry.value
    return True


def strange_entry(document: Document, place: Place, noun: str, name: str, known: Collection[str]) -> Problem:
    """The remark on an entry about something that the case does not have."""
    what = phrase("The case has no {noun} {name}; the entry is kept but not used.", noun=noun, name=name)
    remedy = document.suggestion(name, known)
    return document.problem(place, what, remedy, item=name, severity=Severity.REMARK, key=True)


def _on_strange(
    document: Document,
    written: ScenarioFile,
    strange: Mapping[tuple[str, str], Unplaced],
    homes: Mapping[str, tuple[str, ...]],
) -> Iterator[Problem]:
    for section, name in strange:
        place: Place = (section, written.set_aside.index(name) if section == "set_aside" else name)
        yield strange_entry(document, place, _NOUNS[section], name, homes[section])


def _on_missing(document: Document, case: Case, stances: Mapping[str, Any]) -> Iterator[Problem]:
    """What is new in a later version is told with the version; what a room did not see, not at all."""
    for item in case.taking_part(added=False):
        if item.id not in stances:
            what = phrase("The file has no stance on {code} ({title}).", code=item.code, title=item.title)
            remedy = phrase("It takes the one of the source: {baseline}.", baseline=item.baseline)
            yield document.problem(("stances",), what, remedy, item=item.id, severity=Severity.REMARK)
