"""Paper and exports in the language of the interface: all of it; what the case says in another is told apart."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from models.analyses.snapshots import complete, take
from models.export.formats import content
from models.language.messages import speaking
from models.paper.document import pdf_of
from models.paper.kinds import Audience, Kind
from models.paper.pack.wish import Wish
from models.paper.prints import OF_KIND
from models.schema.grades import Stance
from models.schema.scenario import with_stances
from models.schema.snapshot import Snapshot, fresh_state
from models.store.cases import load_embedded
from tests.models.conftest import Take
from tests.models.paper.printed import PRINTED, words_of
from tests.workshops import four_tables


def printed(kind: Kind, case_language: str, spoken: str, take: Take) -> bytes:
    wish = Wish(take(load_embedded("dprk-lessons", case_language)), "a4", PRINTED)
    with speaking(spoken):
        return pdf_of(OF_KIND[kind].make(wish), "a4")


def languages_in(reader: PdfReader) -> set[str]:
    """The languages that the document and its parts say they are in."""
    objects = (reader.get_object(number) for number in range(1, len(reader.xref[0]) + 1))
    return {str(item["/Lang"]) for item in objects if isinstance(item, DictionaryObject) and "/Lang" in item}


@pytest.mark.parametrize(
    ("case_language", "spoken", "told"),
    [("en", "en", {"en"}), ("ko", "ko", {"ko"}), ("ko", "en", {"en", "ko"})],
)
def test_a_sheet_tells_its_language_and_that_of_the_case_where_it_is_another(
    take: Take, case_language: str, spoken: str, told: set[str]
) -> None:
    reader = PdfReader(BytesIO(printed(Kind.BALLOT, case_language, spoken, take)))

    assert str(reader.root_object["/Lang"]) == spoken
    assert languages_in(reader) == told


def test_the_korean_sheet_heads_stances_otherwise_than_findings(take: Take) -> None:
    pages = words_of(printed(Kind.SHEET, "ko", "ko", take))

    assert "가정 판단 원문에서" in pages[1]
    assert "중간 결론 여기서 원문에서" in " ".join(pages)


def test_bare_names_in_a_korean_list_are_not_joined_to_one(take: Take) -> None:
    front = words_of(printed(Kind.HAND_OUT, "ko", "ko", take))[0]

    assert "북한의 국경 개방 또는 한반도는 유럽의 문제" in front


def test_no_line_ends_within_a_korean_word(take: Take) -> None:
    case = load_embedded("dprk-lessons", "ko")
    words = set(re.findall(r"[가-힣]+", " ".join(item.text for item in case.taking_part(added=False))))

    text = " ".join(words_of(printed(Kind.HAND_OUT, "ko", "ko", take)))

    assert words <= set(re.findall(r"[가-힣]+", text))


NAMES = re.compile(
    r"Tereza Novotna|What North Korea Has Been\s+Learning From\s+Russia’s\s+Invasion of\s+Ukraine|dprk-lessons"
    r"|WhatHolds|Ctrl|Alt|Page (?:Down|Up)|Table \d|\b[0-9a-f]{8}\b"
)
"""What has the same name in every language."""


def english_in(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z]{3,}", NAMES.sub("", text)))


@pytest.fixture(scope="module")
def gathered() -> Snapshot:
    case = load_embedded("dprk-lessons", "ko")
    start = fresh_state(case)
    scenario = with_stances(start.scenario, {"russia-ties": Stance.FAILS, "no-enforcement": Stance.UNCERTAIN})
    return complete(take(replace(start, scenario=scenario, workshop=four_tables(case))))


@pytest.mark.parametrize("kind", list(Kind))
def test_no_english_word_stands_on_korean_paper(gathered: Snapshot, kind: Kind) -> None:
    wish = Wish(gathered, "a4", PRINTED, annex=True, audience=Audience.TABLES, number=2, gathered=True)

    with speaking("ko"):
        pages = words_of(OF_KIND[kind].pdf(wish))

    assert english_in(" ".join(pages)) == set()


@pytest.mark.parametrize("ending", [".html", ".md", ".pptx", ".xlsx"])
def test_no_english_word_stands_in_a_korean_export(gathered: Snapshot, ending: str) -> None:
    with speaking("ko"):
        written = content(gathered, Path(f"x{ending}"), PRINTED)

    assert english_in(read_by_people(written, ending)) == set()


def read_by_people(written: bytes, ending: str) -> str:
    """What people read of an export."""
    match ending:
        case ".pptx":
            shapes = [shape for slide in Presentation(BytesIO(written)).slides for shape in slide.shapes]
            cells = [
                cell.text
                for shape in shapes
                if shape.has_table
                for row in shape.table.rows
                for cell in row.cells
            ]
            return " ".join([*cells, *(shape.text_frame.text for shape in shapes if shape.has_text_frame)])
        case ".xlsx":
            sheets = load_workbook(BytesIO(written))
            cells = [
                str(cell)
                for sheet in sheets
                for row in sheet.iter_rows(values_only=True)
                for cell in row
                if cell
            ]
            return " ".join([*sheets.sheetnames, *cells])
        case ".html":
            found = re.search(r'id="data">(.*?)</script>', written.decode(), re.S)
            data = json.loads(found[1]) if found else {}
            told = [data["words"], data["source"], data["foot"], data["groups"], data["recommendations"]]
            return " ".join(read_aloud([*told, [item["word"] for item in data["states"].values()]]))
        case _:
            return written.decode()


def read_aloud(data: Any, key: str = "") -> Iterator[str]:
    """The texts of plain data, without what only the page's script reads."""
    if isinstance(data, dict):
        for name, inner in data.items():
            yield from read_aloud(inner, name)
    elif isinstance(data, list):
        for inner in data:
            yield from read_aloud(inner, key)
    elif isinstance(data, str) and key not in ("id", "stances"):
        yield data


@pytest.mark.parametrize("spoken", ["en", "ko"])
@pytest.mark.parametrize("case_language", ["en", "ko"])
def test_the_case_stands_on_one_sheet_in_every_language(take: Take, case_language: str, spoken: str) -> None:
    assert len(words_of(printed(Kind.HAND_OUT, case_language, spoken, take))) == 2
    assert len(words_of(printed(Kind.BALLOT, case_language, spoken, take))) == 1
