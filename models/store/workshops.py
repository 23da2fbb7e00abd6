"""Workshop files: written whole, in a stable order; read with every problem told and nothing dropped."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from models.schema.case import Case
from models.schema.log import STRETCH, Log, Stretch
from models.schema.problem import Problem, Refused, phrase
from models.schema.references import Place
from models.schema.result import Evaluation
from models.schema.scenario import CaseReference, Scenario
from models.schema.workshop import Entry, Workshop
from models.store import scenarios
from models.store.border import as_text, from_text
from models.store.documents import Document, in_order, read_json
from models.store.files import read_text, refusal, write_atomically
from models.store.kinds import MAX_BYTES, Kind, expected
from models.store.migrations import SCENARIO_STEPS, WORKSHOP_STEPS, migrated
from models.store.shape import shape_problems
from models.store.workshop_file import WorkshopFile, as_file
from models.store.workshop_placing import placed_workshop

# Forty-eight groups and a hundred stages of sixty assumptions with every note written, and ten thousand
# lines of the log: well below; a text of more is read no further, so that a hostile one costs no minutes.
MAX_ENTRIES = 300_000
_ENTRIES, _LINES, _NO_LINES, _END = '{\n  "entries": [\n', '  "log": [\n', '  "log": []\n}\n', "\n  ]\n}\n"
_NOUNS = {
    "": "workshop",
    "case": "case",
    "rounds": "round",
    "groups": "group",
    "ballot": "ballot",
    "counts": "count",
    "predictions": "prediction",
    "stages": "stage",
    "agenda": "agenda item",
    "signposts": "signpost",
    "actions": "action",
    "decisions": "decision",
    "details": "workshop’s details",
    "log": "line of the log",
    "scenario": "scenario",
}


@dataclass(frozen=True)
class LoadedWorkshop:
    """A workshop from a file with the plenary's scenario, placed in a case, with remarks on what did not fit."""

    scenario: Scenario
    workshop: Workshop
    problems: tuple[Problem, ...]


def dump(scenario: Scenario, workshop: Workshop) -> str:
    """The text of the workshop's file; equal values give equal texts.

    Of a group that voted on paper only the ballot is written; its scenario is made again from that.
    """
    text = as_text(as_file(scenario, replace(workshop, log=Log())))
    log = workshop.log
    parts = [*map(_stretch_text, log.stretches), *((_log_text(log.latest),) if log.latest else ())]
    if not parts:
        return text
    return "".join((text.removesuffix(_NO_LINES), _LINES, ",\n".join(parts), _END))


def _log_text(entries: tuple[Entry, ...]) -> str:
    """Lines of the log as they stand in the file, validated like all of it."""
    return as_text(Stretch(entries=entries)).removeprefix(_ENTRIES).removesuffix(_END)


@lru_cache(maxsize=MAX_ENTRIES // STRETCH // 8)  # as many as a file may hold, at eight lines of text and more
def _stretch_text(stretch: Stretch) -> str:
    """A stretch of the log as it stands in the file: kept, as unsaved work is written once a second."""
    return _log_text(stretch.entries)


def save(path: Path, scenario: Scenario, workshop: Workshop) -> None:
    """Writes the workshop's file in one step, or raises Refused and leaves the file as it was."""
    content = dump(scenario, workshop).encode()
    if len(content) > MAX_BYTES or content.count(b"\n") > MAX_ENTRIES:
        what = phrase("The workshop is too long to be saved: it could not be opened again.")
        raise refusal(path, what, phrase("Remove stages or rounds that are no longer needed."))
    write_atomically(path, content)


def load(source: Path | str, case: Case) -> LoadedWorkshop:
    """The workshop in a file (a Path) or a text (a str), placed in the case; raises Refused.

    What the case has no place for is kept in `unplaced`, of a scenario, a ballot, a prediction or the workshop.
    """
    document, written = _shaped(_document(source))
    if written.case.id != case.id:
        what = phrase(
            "The workshop is on the case {given}, not on {open}.", given=written.case.id, open=case.id
        )
        raise Refused(
            document.problem(("case", "id"), what, phrase("Open the case {id} first.", id=written.case.id))
        )
    scenario, workshop, remarks = placed_workshop(document, written, case)
    remarks += scenarios.other_version(document.part(("scenario",), ""), written.case, scenario, case)
    return LoadedWorkshop(scenario, workshop, in_order(remarks))


def case_reference(path: Path) -> CaseReference:
    """Which case the workshop in the file is on; raises Refused if it holds no workshop.

    What else is wrong with it is told when it is loaded.
    """
    document = _document(path)
    data = migrated(document, expected(document, Kind.WORKSHOP), WORKSHOP_STEPS)
    try:
        return from_text(CaseReference, json.dumps(data.get("case")))
    except ValueError:
        return _shaped(document)[1].case


def as_saved(
    scenario: Scenario, workshop: Workshop, evaluation: Evaluation, moment: datetime
) -> tuple[Scenario, Workshop]:
    """The plenary's scenario with its verdicts as now seen, and both with their dates, ready to be written."""
    dated = replace(workshop, created=workshop.created or moment, modified=moment)
    return scenarios.as_saved(scenario, evaluation, moment), dated


def _document(source: Path | str) -> Document:
    if isinstance(source, str):
        return read_json("workshop", source, MAX_ENTRIES)
    return read_json(str(source), read_text(source, MAX_BYTES), MAX_ENTRIES)


def _shaped(document: Document) -> tuple[Document, WorkshopFile]:
    data = migrated(document, expected(document, Kind.WORKSHOP), WORKSHOP_STEPS)
    document = replace(document, data=_with_migrated_scenarios(document, data))
    try:
        text = json.dumps(document.data)
        return document, from_text(WorkshopFile, text)
    except ValueError as error:
        found = shape_problems(error, document, WorkshopFile, _NOUNS)
        raise Refused(*in_order(problem for _, problem in found)) from error


def _with_migrated_scenarios(document: Document, data: dict[str, Any]) -> dict[str, Any]:
    """The data with every scenario in it brought up to date; what has the wrong shape is left to its check."""

    def upgraded(place: Place, holder: Any) -> Any:
        inner = holder.get("scenario") if isinstance(holder, dict) else None
        if not isinstance(inner, dict):
            return holder
        place = (*place, "scenario")
        return {**holder, "scenario": migrated(document, inner, SCENARIO_STEPS, place)}

    changed: dict[str, Any] = upgraded((), data)
    for section in ("groups", "predictions", "stages"):
        items = changed.get(section)
        if isinstance(items, list):
            items = [upgraded((section, index), item) for index, item in enumerate(items)]
        elif isinstance(items, dict):
            items = {name: upgraded((section, name), item) for name, item in items.items()}
        if items is not None:
            changed = {**changed, section: items}
    return changed
