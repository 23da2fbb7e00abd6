"""Scenario files: written whole, in a stable order; read with every problem told and nothing dropped."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from models.engine.evaluate import evaluate
from models.schema.case import Case
from models.schema.grades import VERDICTS, Verdict
from models.schema.problem import Problem, Refused, Severity, named, phrase, together
from models.schema.result import Evaluation
from models.schema.scenario import CaseReference, Scenario, VerdictSeen
from models.store.border import as_text, from_text
from models.store.documents import Document, in_order, read_json
from models.store.files import read_text, refusal, write_atomically
from models.store.kinds import Kind, expected
from models.store.migrations import SCENARIO_STEPS, migrated
from models.store.placing import placed
from models.store.scenario_file import ScenarioFile, as_file
from models.store.shape import shape_problems

MAX_BYTES = 5_000_000


@dataclass(frozen=True)
class LoadedScenario:
    """A scenario from a file, placed in a case, with remarks on what did not fit."""

    scenario: Scenario
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class ChangedVerdict:
    """A recommendation whose verdict is no longer the one last seen."""

    id: str
    seen: Verdict
    now: Verdict


def dump(scenario: Scenario) -> str:
    """The text of the scenario's file; equal scenarios give equal texts."""
    return as_text(as_file(scenario))


def save(path: Path, scenario: Scenario) -> None:
    """Writes the scenario's file in one step, or raises Refused and leaves the file as it was."""
    content = dump(scenario).encode()
    if len(content) > MAX_BYTES:
        what = phrase(
            "The scenario is too long to be saved: more than {size} MB.", size=MAX_BYTES // 1_000_000
        )
        raise refusal(path, what, phrase("Shorten its notes."))
    write_atomically(path, content)


def load(source: Path | str, case: Case, name: str = "scenario") -> LoadedScenario:
    """The scenario in a file (a Path) or a text (a str) of some name, placed in the case; raises Refused.

    What the case has no place for is kept in `unplaced`; an assumption that the file leaves out takes the
    source's stance. Both are remarks.
    """
    document = _document(source, name)
    written = _shaped(document)
    if written.case.id != case.id:
        what = phrase(
            "The scenario is for the case {given}, not for {open}.", given=written.case.id, open=case.id
        )
        raise Refused(
            document.problem(
                ("case", "id"),
                what,
                phrase(
                    "Open the case {id} first; in the terminal, name it or its file with --case.",
                    id=written.case.id,
                ),
            )
        )
    scenario, remarks = placed(document, written, case)
    remarks += other_version(document, written.case, scenario, case)
    return LoadedScenario(scenario, in_order(remarks))


def case_reference(path: Path) -> CaseReference:
    """Which case the scenario in the file was made for; raises Refused if it holds no scenario."""
    return _shaped(_document(path, path.name)).case


def changed_verdicts(scenario: Scenario, evaluation: Evaluation) -> tuple[ChangedVerdict, ...]:
    """The verdicts that differ from those last seen when the scenario was saved; none where links rule it out."""
    if evaluation.contradiction is not None:
        return ()
    present = {result.id: result.verdict for result in evaluation.recommendations}
    return tuple(
        ChangedVerdict(entry.id, entry.verdict, present[entry.id])
        for entry in scenario.verdicts
        if present[entry.id] != entry.verdict
    )


def as_saved(scenario: Scenario, evaluation: Evaluation, moment: datetime) -> Scenario:
    """The scenario with its verdicts as now seen, if its stances can be, and its dates, ready to be written."""
    results = evaluation.recommendations if evaluation.contradiction is None else ()
    seen = tuple(VerdictSeen(id=item.id, verdict=item.verdict) for item in results)
    return replace(scenario, created=scenario.created or moment, modified=moment, verdicts=seen)


def _document(source: Path | str, name: str) -> Document:
    if isinstance(source, str):
        return read_json(name, source)
    return read_json(str(source), read_text(source, MAX_BYTES))


def _shaped(document: Document) -> ScenarioFile:
    data = migrated(document, expected(document, Kind.SCENARIO), SCENARIO_STEPS)
    try:
        return from_text(ScenarioFile, json.dumps(data))
    except ValueError as error:
        found = shape_problems(error, document, ScenarioFile, {"": "scenario"})
        raise Refused(*in_order(problem for _, problem in found)) from error


def other_version(
    document: Document, made_for: CaseReference, scenario: Scenario, case: Case
) -> Iterator[Problem]:
    """Remarks if the case or what verdicts mean has changed since: on that, and on each verdict that is another."""
    earlier = document.data.get("schema") == 1
    if made_for == scenario.case and not earlier:
        return
    evaluation = evaluate(case, scenario)
    changed = changed_verdicts(scenario, evaluation)
    items = [case.by_id[entry.id] for entry in changed]
    names = ", ".join(f"{item.title} ({item.code})" for item in items)
    what = together(*_what_changed(made_for, case, earlier))
    remedy = (
        phrase("No verdict follows now: these stances cannot be so together.")
        if evaluation.contradiction is not None
        else phrase("Verdicts that have changed since: {names}.", names=names)
        if changed
        else phrase("No verdict has changed since.")
        if scenario.verdicts
        else phrase("Which verdicts were seen then is not in the file.")
    )
    yield document.problem(("case",), what, remedy, severity=Severity.REMARK)
    for entry in changed:
        told = _then_and_now(case, entry)
        yield document.problem(("verdicts", entry.id), told, item=entry.id, severity=Severity.REMARK)


def _what_changed(made_for: CaseReference, case: Case, earlier: bool) -> Iterator[str]:
    """The case's version or text, which cannot be told from a file of schema 1; and there, what verdicts mean."""
    if made_for.version != case.version or not earlier:
        versions = (
            phrase("version {old} of the case; this is {new}", old=made_for.version, new=case.version)
            if made_for.version != case.version
            else phrase("an earlier text of the case, version {new}", new=case.version)
        )
        yield phrase("The scenario was saved with {versions}.", versions=versions)
        yield case.changes or ""
    if earlier:
        yield phrase(
            "An earlier version of WhatHolds wrote the file. Falls are told otherwise since: a recommendation that "
            "falls with another one falls in the same way, one whose premise is missing has no argument left, and one "
            "whose way of falling is not settled “does not hold”."
        )


def _then_and_now(case: Case, changed: ChangedVerdict) -> str:
    item, context = case.by_id[changed.id], Verdict.__name__
    return phrase(
        "{name} ({code}): “{seen}” when last saved, “{now}” today.",
        name=item.title,
        code=item.code,
        seen=named(VERDICTS[changed.seen], context),
        now=named(VERDICTS[changed.now], context),
    )
