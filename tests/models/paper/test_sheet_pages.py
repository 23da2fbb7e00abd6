"""The briefing sheet as a print: its pages, margins, type and tags."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from models.paper import sheet
from models.paper.document import Paper
from models.schema.case import Case
from models.schema.scenario import Credence
from models.schema.value import as_plain
from models.store.border import validated
from tests.models.conftest import Take
from tests.models.paper.printed import (
    FOOT,
    PAPERS,
    PRINTED,
    character_boxes,
    page_images,
    pages,
    pdf,
    pdf_bytes,
    roles,
    squeezed,
    words_of,
)
from tests.models.paper.sheets import MARGIN, everything, sheet_with


@pytest.mark.parametrize("paper", PAPERS)
def test_the_baseline_takes_four_pages_at_most(essay: Case, take: Take, paper: Paper) -> None:
    assert len(pages(take(essay), paper)) <= 4


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("stances", [{}, {"A3": "fails"}])
def test_the_page_that_answers_is_full(
    essay: Case, take: Take, paper: Paper, stances: Mapping[str, str]
) -> None:
    with pypdfium2.PdfDocument(pdf(take(essay, stances), paper)) as document:
        words, height = document[0].get_textpage(), document[0].get_height()
        lows = [words.get_charbox(place)[1] for place in range(words.count_chars())]

    assert min(low for low in lows if low > FOOT + 20) < height / 5


def test_no_page_is_left_to_a_few_last_lines(essay: Case, take: Take) -> None:
    last = pages(take(essay, {"A3": "fails"}, added=True), "letter")[-1]

    assert len(last) > 1000


def test_no_bar_of_the_annex_reaches_beyond_the_lines_of_its_table(essay: Case, take: Take) -> None:
    ratings = tuple(Credence(id=item.id, credence=0.6) for item in essay.assumptions)
    with pypdfium2.PdfDocument(pdf_bytes(sheet_with(take(essay), credences=ratings), annex=True)) as document:
        drawn = [
            (page.get_width(), item.get_bounds()[2])
            for page in document
            for item in page.get_objects()
            if item.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH
        ]

    assert len(drawn) > 500
    assert all(right < width - MARGIN for width, right in drawn)


@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_is_printed_outside_the_margins(essay: Case, take: Take, paper: Paper) -> None:
    boxes = list(character_boxes(pdf(everything(essay, take), paper)))

    assert len(boxes) > 3000
    assert all(left >= MARGIN and right <= width - MARGIN for width, _, (left, _, right, _) in boxes)
    assert all(low >= 18 and high <= height - 18 for _, height, (_, low, _, high) in boxes)


def test_every_page_is_numbered_and_dated(essay: Case, take: Take) -> None:
    printed = pages(take(essay))

    foot = f"Printed 23 November 2026 · case dprk-lessons {essay.version} ({essay.content_hash[:8]})"
    for number, page in enumerate(printed, 1):
        assert squeezed(f"{foot} Page {number} of {len(printed)}") in squeezed(page)


def test_the_same_input_gives_the_same_bytes(essay: Case, take: Take) -> None:
    assert pdf_bytes(take(essay), "a4", PRINTED) == pdf_bytes(take(essay), "a4", PRINTED)


def test_another_day_gives_another_sheet(essay: Case, take: Take) -> None:
    assert "Printed 1 May 2027" in " ".join(words_of(pdf_bytes(take(essay), "a4", date(2027, 5, 1))))


def test_the_pdf_is_tagged_and_claims_universal_access(essay: Case, take: Take) -> None:
    reader = PdfReader(BytesIO(pdf(take(essay))))
    root: Any = reader.trailer["/Root"]
    metadata = root["/Metadata"].get_object().get_data().decode()

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert reader.metadata is not None
    assert reader.metadata.title == "All 11 recommendations hold."
    assert "<pdfuaid:part>1" in metadata
    assert "<pdfaid:part>2" in metadata


def test_headings_and_tables_are_tagged_as_such(essay: Case, take: Take) -> None:
    found = roles(take(essay))

    assert (found.count("/H1"), found.count("/H2"), found.count("/Table")) == (1, 5, 4)
    assert found.count("/TR") > len(essay.taking_part(False)) + len(essay.recommendations)


def test_all_fonts_are_our_own_and_embedded(essay: Case, take: Take) -> None:
    resources: list[Any] = [page["/Resources"] for page in PdfReader(BytesIO(pdf(take(essay)))).pages]
    fonts = [font.get_object() for resource in resources for font in resource["/Font"].values()]

    descriptors = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for font in fonts]
    assert fonts
    assert all("Pretendard" in font["/BaseFont"] for font in fonts)
    assert all("/FontFile3" in descriptor for descriptor in descriptors)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_preview_has_the_pages_of_the_pdf(essay: Case, take: Take, paper: Paper) -> None:
    snapshot = take(essay)

    images = page_images(snapshot, paper, PRINTED, 40)

    assert len(images) == len(pages(snapshot, paper))
    assert all(image.startswith(b"\x89PNG") for image in images)


def test_a_small_case_fits_on_one_page(tiny: Case, take: Take) -> None:
    assert len(pages(take(tiny))) == 1


def test_a_case_with_a_hundred_recommendations_keeps_within_the_margins(essay: Case, take: Take) -> None:
    data = as_plain(essay)
    first = data["recommendations"][0]
    more = [{**first, "id": f"more-{number}", "code": f"R{number}"} for number in range(12, 112)]
    rule = {**as_plain(essay.rule_by_id["accept"]), "paragraphs": [1]}
    rules = [{**rule, "id": f"for-{item['id']}", "then": item["id"]} for item in more]
    advice = [*data["recommendations"], *more]
    large = validated(Case, {**data, "recommendations": advice, "rules": [*data["rules"], *rules]})

    boxes = list(character_boxes(pdf(take(large))))

    assert all(right <= width - MARGIN for width, _, (_, _, right, _) in boxes)
    assert all(low >= 18 for _, _, (_, low, _, _) in boxes)


def test_a_heading_stands_on_the_page_of_what_it_heads(essay: Case, take: Take) -> None:
    printed = pages(take(essay, {"A3": "fails"}), annex=True)
    groups = tuple(model.title for model in essay.models)

    changes = [part for page in printed for part in page.split("What would change")[1:]]
    assert len(changes) > 9 and all("becomes" in part for part in changes)
    assert not [page for page in printed if page.split(sheet.CONDITIONAL)[0].rstrip().endswith(groups)]


def test_a_matrix_goes_on_after_the_page_under_its_head_again(essay: Case, take: Take) -> None:
    printed = pages(take(essay, {"A3": "fails"}), annex=True)

    both = [page for page in printed if "If only this one assumption changed" in page]
    assert len(both) == 1 and "Over all possible settings" in both[0]
    assert len([page for page in printed if "All settings" in page]) == 2


def test_what_each_decides_has_a_head_that_goes_along(essay: Case, take: Take) -> None:
    printed = " ".join(pages(take(essay, {"A3": "fails"}), annex=True))

    assert "is load-bearing Assumption Decides" in printed


def test_what_topples_a_recommendation_is_told_in_words_that_fill_the_pages(essay: Case, take: Take) -> None:
    printed = pages(take(essay, {"A3": "fails"}), annex=True)
    changes = [page for page in printed if "What would change" in page]

    assert len(printed) == 9 and len(changes) == 3
    assert "Arsenal is kept A1 Council A2 China resented A10 becomes No longer workable" in " ".join(changes)
