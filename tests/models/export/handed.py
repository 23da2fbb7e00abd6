"""A day of four tables, as it is handed on."""

from dataclasses import replace
from datetime import date

from models.analyses.groups.standing import take_standing
from models.schema.case import Case
from models.schema.snapshot import Snapshot
from tests.models.conftest import Take
from tests.workshops import four_tables

DAY = date(2026, 11, 23)


def gathered(case: Case, take: Take, stances: dict[str, str] | None = None) -> Snapshot:
    return replace(take(case, stances or {}), standing=take_standing(case, four_tables(case)))
