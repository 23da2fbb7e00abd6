"""What a table keeps in the hand-out is its answer: the watched folder takes the file that the page wrote."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from models.export.hand_out.page import hand_out
from models.schema.case import Case
from models.schema.grades import Reading
from models.store.inbox import scan
from tests.models.conftest import Take
from tests.models.export.test_hand_out import Parsed
from tests.models.export.walked import kept

LATER = 2_000_000_000_000_000_000


@pytest.mark.parametrize(
    ("group", "file", "called"),
    [
        ("Table 5", "table-5.scenario.json", "Table 5"),
        ("  Asia desk / B!", "asia-desk-b.scenario.json", "Asia desk / B!"),
        ("Tisch Süd", "tisch-süd.scenario.json", "Tisch Süd"),
        ("조선 2", "조선-2.scenario.json", "조선 2"),
        ("../../etc", "etc.scenario.json", "../../etc"),
        ("", "stances.scenario.json", "stances"),
    ],
)
def test_the_watched_folder_takes_what_the_page_kept(
    group: str, file: str, called: str, essay: Case, take: Take, tmp_path: Path
) -> None:
    data = json.loads(Parsed(hand_out(take(essay), date(2026, 11, 28))).data)
    now = {**data["start"], "reading": "every-argument", "added": True}
    now["stances"] = {**now["stances"], "russia-ties": "fails", "keeps-arsenal": "uncertain"}

    name, text = kept(data["scenario"], now, group.strip())
    (tmp_path / name).write_text(text, encoding="utf-8")
    found = scan(tmp_path, essay, {}, now=lambda: LATER)

    (arrived,) = found.arrivals
    assert (arrived.file, arrived.group, arrived.problems, found.refusals) == (file, called, (), ())
    assert {name: stance.value for name, stance in arrived.scenario.stance_of.items()} == now["stances"]
    assert (arrived.scenario.reading, arrived.scenario.added) == (Reading.EVERY_ARGUMENT, True)
    assert arrived.scenario.modified == datetime(2026, 11, 28, 9, 30, 15, tzinfo=UTC)
