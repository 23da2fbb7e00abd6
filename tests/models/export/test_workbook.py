"""The workbook, read back: a sheet for each question, and what it says."""

from dataclasses import replace
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from models.analyses.groups.standing import take_standing
from models.export.workbook import workbook
from models.schema.case import Case
from models.schema.log import log_of
from models.schema.steps.room_steps import prediction_asked
from models.schema.steps.signpost_steps import sentence_decided
from models.schema.workshop import Entry
from tests.minuted import eventful
from tests.models.conftest import Take
from tests.models.export.handed import DAY, gathered
from tests.workshops import MOMENT


def sheets(data: bytes) -> dict[str, list[list[Any]]]:
    book = load_workbook(BytesIO(data))
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}


def test_the_workbook_has_a_sheet_for_each_question(essay: Case, take: Take) -> None:
    found = sheets(workbook(gathered(essay, take, {"A3": "fails"}), DAY))

    assert list(found)[:3] == ["Assumptions", "Recommendations", "Groups"]
    assert [row[1] for row in found["Recommendations"][1:]] == [item.code for item in essay.recommendations]
    russia = next(row for row in found["Assumptions"] if row[1] == "A3")
    assert russia[6] == "Fails"
    rounds = {row[0] for row in found["Groups"][1:]}
    assert rounds == {"Round 1", "Round 2"}


def test_a_printed_sheet_of_the_workbook_is_as_wide_as_its_paper_with_its_heads_on_each(
    essay: Case, take: Take
) -> None:
    book = load_workbook(BytesIO(workbook(gathered(essay, take, {"A3": "fails"}), DAY)))

    for sheet in book:
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0
        assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$1:$1")


def test_names_come_before_codes_and_long_texts_are_seen_whole(essay: Case, take: Take) -> None:
    sheet = load_workbook(BytesIO(workbook(gathered(essay, take), DAY)))["Assumptions"]
    text = next(cell for cell in next(sheet.iter_rows(min_row=2)) if len(str(cell.value)) > 60)

    assert [cell.value for cell in sheet[1]][:2] == ["Assumption", "Code"]
    assert text.alignment.wrap_text and sheet.row_dimensions[text.row].height == 30


def test_a_day_on_the_workbook_is_a_date(essay: Case, take: Take) -> None:
    snapshot = replace(take(essay, {}), standing=take_standing(essay, eventful(essay)))
    sheet = load_workbook(BytesIO(workbook(snapshot, DAY)))["Signposts"]

    days = [row[5] for row in sheet.iter_rows(min_row=2) if row[5].value is not None]
    assert days
    assert all(cell.is_date for cell in days)


def test_the_log_of_the_workbook_says_what_came_out_and_who_gave_the_reason(essay: Case, take: Take) -> None:
    line = Entry(
        id="entry-1", at=MOMENT, who="Facilitator", what="A3 → fails", why="They met.", said_by="Ana"
    )
    again = Entry(id="entry-2", at=MOMENT, who="Facilitator", what="Add Table 9", undone=True)
    snapshot = gathered(essay, take)
    workshop = sentence_decided(
        replace(snapshot.workshop, log=log_of((line, again))), MOMENT, "We meet in May."
    )

    found = sheets(workbook(replace(snapshot, standing=take_standing(essay, workshop)), DAY))

    assert found["Log"] == [
        ["When", "What", "What it moved", "Why", "Who says so"],
        ["2026-11-23 09:30", "A3 → fails", "", "They met.", "Ana"],
    ]
    assert found["Decided"][1] == ["2026-11-23 09:30", "We meet in May."]


def test_what_moved_while_verdicts_are_hidden_is_not_handed_on(essay: Case, take: Take) -> None:
    line = Entry(id="entry-1", at=MOMENT, what="A3 → fails", moved="“Limit the arsenal” is open")
    snapshot = gathered(essay, take)
    workshop = prediction_asked(replace(snapshot.workshop, log=log_of((line,))), MOMENT, "And now?")

    found = sheets(workbook(replace(snapshot, standing=take_standing(essay, workshop)), DAY))

    assert "arsenal" not in str(found["Log"])
