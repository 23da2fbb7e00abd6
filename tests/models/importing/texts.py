"""Small files in the formats that are imported, and what a reader of them gives."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from models.engine.evaluate import evaluate
from models.export.case_sheets import case_sheets
from models.importing.imported import Imported, imported
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.result import Status
from models.schema.scenario import baseline_scenario, with_stances
from models.store.cases import judged, load_embedded
from models.store.yaml_text import read_yaml

ARGDOWN = """\
===
title: Should the town build a bridge?
author: A. Author
date: 2021-03-01
===

[Build it]: The town should **build** the bridge. #recommendation
  + <Worth it>
  - <Floods>: The banks flood when it is needed. #added
     - [Dam]: A dam holds the water.

<Worth it>: Voted money builds it. {id: 1}

(1) [Funds]: Funds are voted.
(2) [Dry]: The banks are dry.
--
modus ponens {uses: [1, 2]}
--
(3) [Build it]

[Wet]: The banks are wet.
  >< [Dry]

<Too wet>

(1) [Wet]
----
(2) [Against]: A wet bank drowns it.
  -> [Build it]

Between the arguments stands a remark.

// a note
[Alone]: The river is long. #river
"""
CARNEADES = """\
meta: {title: Who opens the gate?}
statements:
  open: The gate should be opened.
  closed: The gate should stay closed.
  dry: {text: The field is dry.}
  flood: A flood is coming.
  gauge: The gauge is wrong.
issues:
  i1: {positions: [open, closed]}
arguments:
  a1: {conclusion: open, premises: [dry], weight: 0.4}
  a2: {conclusion: closed, premises: {minor: flood}, weight: 0.8, undercutter: gauge, scheme: expert}
assumptions: [dry, flood]
tests: {in: [closed]}
"""
AIF = """\
{"nodes": [
  {"nodeID": "1", "text": "Build it", "type": "I"}, {"nodeID": "2", "text": "Funds are voted", "type": "I"},
  {"nodeID": "3", "text": "Default Inference", "type": "RA"}, {"nodeID": "4", "text": "It floods", "type": "I"},
  {"nodeID": "5", "text": "Default Conflict", "type": "CA"}, {"nodeID": "6", "text": "A: build it", "type": "L"},
  {"nodeID": "7", "text": "The vote was void", "type": "I"}, {"nodeID": "8", "text": "undercut", "type": "CA"}],
 "edges": [
  {"edgeID": "1", "fromID": "2", "toID": "3"}, {"edgeID": "2", "fromID": "3", "toID": "1"},
  {"edgeID": "3", "fromID": "4", "toID": "5"}, {"edgeID": "4", "fromID": "5", "toID": "1"},
  {"edgeID": "5", "fromID": "7", "toID": "8"}, {"edgeID": "6", "fromID": "8", "toID": "3"}],
 "locutions": []}
"""


def brought(folder: Path, name: str, text: str) -> Imported:
    """What is imported from a file of this name and text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return imported(path)


def case_of(found: Imported) -> Case:
    """The case in what was imported, read as its file will be."""
    return judged(*read_yaml("case.yaml", found.text)).case


def told(found: Imported) -> str:
    """All that was told."""
    return "\n".join(str(problem) for problem in found.problems)


def tiny_book() -> Any:
    """The tiny case as a spreadsheet, to be spoiled."""
    return load_workbook(BytesIO(case_sheets(load_embedded("tiny"))))


def read_book(book: Any, folder: Path) -> Imported:
    """What is imported from a spreadsheet."""
    book.save(folder / "case.xlsx")
    return imported(folder / "case.xlsx")


def statuses(case: Case, stances: dict[str, Stance], *, added: bool = False) -> dict[str, Status]:
    """What becomes of every statement, by its text, where some have these stances."""
    ids = {item.text: item.id for item in case.by_id.values()}
    scenario = with_stances(baseline_scenario(case), {ids[text]: stance for text, stance in stances.items()})
    status = evaluate(case, replace(scenario, added=added)).status_of
    return {item.text: status[item.id] for item in case.by_id.values()}


def rules_of(case: Case) -> set[tuple[str, str]]:
    """The premises of every rule with what it speaks for or against."""
    return {(str(rule.if_), rule.then or f"against {rule.opposes}") for rule in case.rules}
