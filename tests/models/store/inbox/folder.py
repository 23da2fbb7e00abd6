"""A watched folder: files with dates of their own, and looks into it."""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from models.schema.grades import Stance
from models.schema.scenario import Scenario, baseline_scenario, with_stances
from models.store.cases import load_embedded
from models.store.inbox import Inbox, Seen, scan
from models.store.scenarios import dump
from tests.models.store.examples import BASELINE, CASE

NOON = 1_800_000_000_000_000_000
SECOND = 1_000_000_000
TABLE = replace(BASELINE, group="Table 1")
MOVED = with_stances(TABLE, {"dry-banks": Stance.FAILS})
ELSEWHERE = dump(baseline_scenario(load_embedded()))


def put(folder: Path, content: Scenario | str, name: str = "a.scenario.json", age: int = 60 * SECOND) -> Path:
    """A file in the folder that was last written some time before noon."""
    file = folder / name
    file.write_text(content if isinstance(content, str) else dump(content), encoding="utf-8")
    os.utime(file, ns=(NOON - age, NOON - age))
    return file


def look(folder: Path, known: Mapping[str, Seen] | None = None, after: int = 0) -> Inbox:
    """A look into the folder some time after noon."""
    return scan(folder, CASE, known or {}, now=lambda: NOON + after)
