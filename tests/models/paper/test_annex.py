"""The annex to a briefing sheet: what is on it, and its pages read back from the PDF."""

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from models.analyses.bundle import analyse
from models.engine.snapshot import take_snapshot
from models.pages.change import change_page
from models.pages.likelihood import likelihood_line, probability_lines
from models.pages.load_bearing import Load, load_picture, load_title
from models.pages.readings import reading_lines
from models.paper.annex import compose_annex, shown_by_tornado
from models.paper.content import Annex
from models.paper.sheet import Paper, page_images, pdf_bytes
from models.schema.case import Case
from models.schema.scenario import Credence, revised
from models.schema.snapshot import Snapshot
from tests.models.conftest import Take
from tests.models.paper.printed import (
    PAPERS,
    PRINTED,
    alternatives,
    character_boxes,
    darkest_and_lightest,
    pages,
    pdf,
    roles,
    squeezed,
    words_end,
)

MARGIN = 14 / 25.4 * 72
HANGING = {"A1": "fails", "A10": "uncertain", "A13": "uncertain", "A17": "uncertain", "A20": "uncertain"}
SETTINGS: tuple[Mapping[str, str], ...] = ({}, HANGING)


def _analysed(snapshot: Snapshot) -> Snapshot:
    return replace(snapshot, analyses=analyse(snapshot.case, snapshot.scenario))


def _composed(snapshot: Snapshot) -> Annex:
    return compose_annex(_analysed(snapshot))


def _believed(snapshot: Snapshot, **credences: float) -> Snapshot:
    by_code = snapshot.case.by_code
    given = tuple(Credence(id=by_code[code].id, credence=value) for code, value in credences.items())
    return take_snapshot(snapshot.case, revised(snapshot.scenario, credences=given))


def _annex(snapshot: Snapshot, paper: Paper = "a4") -> list[str]:
    """The text of the pages of the annex."""
    printed = pages(snapshot, paper, annex=True)
    return list(printed[len(pages(snapshot, paper)) :])


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("stances", SETTINGS)
def test_the_annex_follows_a_sheet_that_stays_as_it_is(
    essay: Case, take: Take, paper: Paper, stances: Mapping[str, str]
) -> None:
    snapshot = take(essay, stances)
    alone, both = pages(snapshot, paper), pages(snapshot, paper, annex=True)

    assert [page.rpartition(" of ")[0] for page in both[: len(alone)]] == [
        page.rpartition(" of ")[0] for page in alone
    ]
    assert "Annex: the analyses" in both[len(alone)]
    assert 4 <= len(both) - len(alone) <= 5


@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_of_the_annex_is_printed_outside_the_margins(essay: Case, take: Take, paper: Paper) -> None:
    boxes = list(character_boxes(pdf(take(essay, HANGING), paper, annex=True)))

    assert all(left >= MARGIN and right <= width - MARGIN for width, _, (left, _, right, _) in boxes)
    assert all(low >= 18 and high <= height - 18 for _, height, (_, low, _, high) in boxes)


def test_every_page_of_the_annex_has_the_running_head_and_foot(essay: Case, take: Take) -> None:
    snapshot = take(essay)

    total = len(pages(snapshot, annex=True))
    for number, page in enumerate(_annex(snapshot), len(pages(snapshot)) + 1):
        assert page.startswith(f"{essay.title} The essay's baseline")
        assert page.endswith(f"Page {number} of {total}")


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("stances", SETTINGS)
def test_no_page_but_the_last_is_left_half_empty(
    essay: Case, take: Take, paper: Paper, stances: Mapping[str, str]
) -> None:
    snapshot = take(essay, stances)

    filled = words_end(pdf(snapshot, paper, annex=True))[len(pages(snapshot, paper)) :]

    assert all(share > 0.5 for share in filled[:-1])
    assert filled[-1] > 0.25


@pytest.mark.parametrize("stances", SETTINGS)
def test_what_changes_each_recommendation_is_said_as_on_the_dashboard(
    essay: Case, take: Take, stances: Mapping[str, str]
) -> None:
    snapshot = take(essay, stances)
    printed = squeezed(" ".join(_annex(snapshot)))

    for item in essay.recommendations:
        page = change_page(_analysed(snapshot), item.id)
        told = [move.sentence for listing in page.moves for move in listing.moves]
        told += [f"{enough.sentence}{enough.state}" for enough in page.conditions[0].conditions]
        assert all(squeezed(sentence) in printed for sentence in (f"{page.headline}.", *told))


def test_a_list_that_is_cut_says_how_much_is_left_out(essay: Case, take: Take) -> None:
    rows = {row.code: row for row in _composed(take(essay, added=True)).change.rows}

    (listing,) = rows["R7"].columns[0]
    assert (len(listing.lines), listing.note) == (8, "1 more is left out here.")


def test_the_ranked_list_is_that_of_the_dashboard(essay: Case, take: Take) -> None:
    snapshot = _analysed(take(essay))
    assert snapshot.analyses is not None
    picture = load_picture(snapshot, snapshot.analyses, Load.HERE)
    part = compose_annex(snapshot).load

    assert part.answer.finding == f"{load_title(picture, Load.HERE)}."
    assert [row.code for row in part.rows] == [point.code for point in picture.points]
    assert (part.rows[0].load, part.rows[0].share, part.rows[-1].share) == ("7", 1.0, 0.0)


def test_every_probability_is_printed_with_its_words(essay: Case, take: Take) -> None:
    snapshot = _believed(take(essay), A1=0.7, A3=0.8, A20=0.35)
    printed = squeezed(" ".join(_annex(snapshot)))

    for line in probability_lines(_analysed(snapshot)):
        assert squeezed(f"{line.code} {line.title} {line.number} {line.words}") in printed


def test_independence_is_said_to_be_assumed(essay: Case, take: Take) -> None:
    snapshot = _analysed(take(essay))

    assert compose_annex(snapshot).likelihood.answer.line == likelihood_line(snapshot)
    assert "independent of one another" in " ".join(_annex(take(essay)))


def test_without_credences_everything_is_said_to_count_as_toggled(essay: Case, take: Take) -> None:
    assert "every assumption counts as toggled" in _composed(take(essay)).likelihood.answer.finding


def test_the_tornado_is_that_of_the_recommendation_that_is_picked(essay: Case, take: Take) -> None:
    snapshot = _analysed(take(essay, HANGING))
    names = [item.id for item in essay.recommendations]

    assert shown_by_tornado(snapshot, names[6]) == names[6]


@pytest.mark.parametrize(("stances", "place"), [({}, 0), (HANGING, 3)])
def test_else_the_tornado_is_the_first_that_is_neither_certain_nor_impossible(
    essay: Case, take: Take, stances: Mapping[str, str], place: int
) -> None:
    snapshot = _analysed(take(essay, stances))

    assert shown_by_tornado(snapshot, "keeps-arsenal") == essay.recommendations[place].id


def test_a_mark_stands_where_the_reading_decides(essay: Case, take: Take) -> None:
    snapshot = _analysed(take(essay, HANGING))
    assert snapshot.analyses is not None
    lines = reading_lines(snapshot, snapshot.analyses.readings)

    printed = " ".join(_annex(take(essay, HANGING)))
    assert [row.code for row in compose_annex(snapshot).readings.rows] == [line.code for line in lines]
    assert printed.count("≠") == sum(line.decides for line in lines) == 3


def test_rounds_are_told_with_all_advice_followed_and_with_none(essay: Case, take: Take) -> None:
    rounds = _composed(take(essay)).rounds

    assert [course.title for course in rounds.courses] == [
        "If all advice is followed",
        "If no advice is followed",
    ]
    assert [table.heads for table in rounds.tables] == [("Round 1, now", "Round 2, none followed")]
    changed = [row.code for row in rounds.tables[0].rows if row.cells[1].changed]
    assert changed == ["R3", "R4", "R5", "R6", "R7", "R9", "R10", "R11"]


def test_what_can_only_be_done_on_screen_is_not_asked_on_paper(essay: Case, take: Take) -> None:
    printed = " ".join(_annex(take(essay)))

    assert not any(wish in printed for wish in ("Untick", "Press", "Undo", "Show all"))


def test_a_case_without_loops_has_no_table_of_rounds(essay: Case, take: Take) -> None:
    bare = Case(**{**essay.model_dump(by_alias=True), "feedback": ()})
    rounds = _composed(take(bare)).rounds

    assert (rounds.courses, rounds.tables, rounds.protections) == ((), (), ())
    assert "no feedback loops" in rounds.answer.line


def test_the_pictures_are_tagged_with_their_words(essay: Case, take: Take) -> None:
    matrix, load, tornado = alternatives(pdf(take(essay), annex=True))

    assert matrix.startswith("If A1 fails")
    assert load.startswith("A20 Korea is Europe's business: 7 verdicts hang on it")
    assert tornado.startswith("R1 Accept the DPRK will not disarm: 100%, certain.")


def test_pictures_are_drawn_and_not_pixels(essay: Case, take: Take) -> None:
    reader = PdfReader(BytesIO(pdf(take(essay), annex=True)))

    assert not any(len(page.images) for page in reader.pages)


def test_headings_and_tables_of_the_annex_are_tagged(essay: Case, take: Take) -> None:
    alone, both = roles(take(essay)), roles(take(essay), annex=True)
    more = {role: both.count(role) - alone.count(role) for role in ("/H1", "/H2", "/H3", "/Figure", "/Table")}

    assert more == {"/H1": 1, "/H2": 5, "/H3": len(essay.recommendations), "/Figure": 2, "/Table": 5}


def test_the_annex_keeps_the_claims_to_universal_access(essay: Case, take: Take) -> None:
    root: Any = PdfReader(BytesIO(pdf(take(essay), annex=True))).trailer["/Root"]
    metadata = root["/Metadata"].get_object().get_data().decode()

    assert "<pdfuaid:part>1" in metadata
    assert "<pdfaid:part>2" in metadata


def test_words_of_the_annex_can_be_read_in_grey(essay: Case, take: Take) -> None:
    data = pdf(take(essay, HANGING), annex=True)

    for word in ("roughly even chance", "Not so here", "No longer workable"):
        darkest, lightest = darkest_and_lightest(data, word)
        assert lightest - darkest > 100


def test_the_same_annex_gives_the_same_bytes(tiny: Case, take: Take) -> None:
    once, again = (pdf_bytes(take(tiny), "a4", PRINTED, annex=True) for _ in range(2))

    assert once == again


def test_the_pages_of_the_annex_can_be_had_as_pictures(tiny: Case, take: Take) -> None:
    images = page_images(take(tiny), "a4", PRINTED, 40, annex=True)

    assert len(images) == len(pages(take(tiny), annex=True))


def test_titles_too_long_for_a_line_keep_within_the_margins(essay: Case, take: Take) -> None:
    data = essay.model_dump(by_alias=True)
    for kind in ("assumptions", "recommendations"):
        data[kind] = [{**item, "label": "W" * 150 + item["code"]} for item in data[kind]]

    boxes = list(character_boxes(pdf(take(Case(**data)), annex=True)))

    assert all(right <= width - MARGIN for width, _, (_, _, right, _) in boxes)
    assert all(low >= 18 for _, _, (_, low, _, _) in boxes)
