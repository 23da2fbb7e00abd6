"""Slides, read back: editable text, nothing that a program would run (nor in the workbook), what the pages say."""

from dataclasses import replace
from io import BytesIO
from itertools import chain, pairwise
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Inches

from models.analyses.groups.standing import take_standing
from models.charts.palette import palette
from models.export.slide_cards import BODY_TOP, line_count, lines_height
from models.export.slide_shapes import MOST_LINES, MOST_SLIDES, parts_of, table_of
from models.export.slides import slides
from models.export.workbook import workbook
from models.language.headline import headline
from models.language.states import word
from models.schema.case import Case
from models.schema.page import Column, Line, Row, Sentences, Table, TextCell
from models.schema.scenario import Note
from models.schema.steps.signpost_steps import sentence_decided
from models.schema.steps.workshop_steps import renamed_group, with_round
from tests.large_case import large_case
from tests.minuted import eventful
from tests.models.conftest import Take
from tests.models.export.handed import DAY, gathered
from tests.workshops import MOMENT, four_tables

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")')

TOLERANCE = Inches(0.05)


def texts(data: bytes) -> list[str]:
    found = []
    for slide in Presentation(BytesIO(data)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                found.append(shape.text_frame.text)
            if getattr(shape, "has_table", False):
                table: Any = shape
                found += [cell.text for row in table.table.rows for cell in row.cells]
    return found


@pytest.mark.parametrize("title", ["\x1b]0;owned\x07\x1b[2JTitle", "Long " * 100], ids=["control", "long"])
def test_slides_are_made_whatever_the_scenario_is_called(essay: Case, take: Take, title: str) -> None:
    snapshot = take(essay, {})
    named = replace(snapshot, scenario=replace(snapshot.scenario, title=title))

    deck = Presentation(BytesIO(slides(named, DAY)))

    told = deck.core_properties
    assert (told.last_modified_by, told.comments, told.modified.date()) == ("", "", DAY)
    assert deck.core_properties.title
    assert "\x1b" not in deck.core_properties.title


def test_the_slides_say_what_the_board_says_as_text(essay: Case, take: Take) -> None:
    snapshot = gathered(essay, take, {"A3": "fails"})
    told = "\n".join(texts(slides(snapshot, DAY)))

    assert headline(snapshot) in told
    for item in essay.recommendations:
        assert f"{item.title} ({item.code})" in told
        assert word(snapshot.evaluation.recommendation[item.id].verdict) in told
    assert "Table 3" in told


def test_the_slides_count_the_votes_of_a_group_that_voted(essay: Case, take: Take) -> None:
    told = "\n".join(texts(slides(gathered(essay, take), DAY)))

    assert "Table 4 (5·1·1)" in told
    assert "In brackets: votes for holds·unsure·fails." in told


def test_a_slide_shows_what_its_title_says_to_talk_about_with_the_sentence_under_the_name(
    essay: Case, take: Take
) -> None:
    (table,) = (
        shape.table
        for slide in Presentation(BytesIO(slides(gathered(essay, take), DAY))).slides
        for shape in slide.shapes
        if getattr(shape, "has_table", False) and slide.shapes.title.text.startswith("Talk about two")
    )
    first = [row.cells[0].text_frame.paragraphs for row in list(table.rows)[1:]]

    assert [name.text for name, _ in first] == ["Arsenal is kept A1", "Russia ties deepen A3"]
    assert {(name.runs[0].font.bold, said.runs[0].font.bold) for name, said in first} == {(True, False)}


def test_a_round_that_has_nothing_to_show_yet_leaves_what_to_talk_about_after_the_last(
    essay: Case, take: Take
) -> None:
    snapshot = replace(
        take(essay, {"A3": "fails"}), standing=take_standing(essay, with_round(four_tables(essay)))
    )

    (slide,) = titled(slides(snapshot, DAY), "Talk about two")

    assert "Round 2" in slide.shapes[1].text_frame.text
    assert titled(slides(snapshot, DAY), "What the room takes otherwise")


def test_three_assumptions_to_talk_about_with_long_sentences_stand_on_one_slide() -> None:
    said = TextCell(text="G7+ measures go unenforced", detail="Of 10 people at Table 4, 2 say it holds. " * 5)
    cells = said, TextCell(text="Uncertain: Table 1; Fails: Table 4 (2·2·6)"), TextCell(text="Advice, " * 12)
    rows = tuple(Row(id=name, cells=cells, large=True) for name in "abc")
    columns = tuple(Column(id=name, title=name) for name in ("assumption", "lanes", "matters"))
    deck = Presentation()
    slide: Any = deck.slides.add_slide(deck.slide_layouts[6])

    table_of(slide, Table(id="lanes", columns=columns, rows=rows), BODY_TOP, palette("light"))

    (table,) = tables(slide)
    assert len(list(table.rows)) == 4


def test_without_votes_the_slides_explain_no_brackets(essay: Case, take: Take) -> None:
    workshop = four_tables(essay)
    files = replace(workshop, groups=tuple(group for group in workshop.groups if group.ballot is None))
    snapshot = replace(take(essay, {}), standing=take_standing(essay, files))

    assert "In brackets" not in "\n".join(texts(slides(snapshot, DAY)))


def titled(data: bytes, start: str) -> list[Any]:
    """The slides whose title begins so."""
    deck = Presentation(BytesIO(data))
    return [slide for slide in deck.slides if slide.shapes.title.text.startswith(start)]


def tables(slide: Any) -> list[Any]:
    return [shape.table for shape in slide.shapes if shape.has_table]


def test_a_slide_says_what_the_room_takes_otherwise_and_what_that_moves(essay: Case, take: Take) -> None:
    (slide,) = titled(slides(gathered(essay, take, {"A3": "fails"}), DAY), "What the room takes otherwise")

    taken, moved = ([row.cells[0].text for row in table.rows][1:] for table in tables(slide))
    assert taken == ["Russia ties deepen A3"]
    assert [text.rpartition(" ")[2] for text in moved] == ["R5", "R7", "R10", "R11"]


def test_there_is_no_slide_of_what_the_room_takes_otherwise_where_it_takes_nothing_so(
    essay: Case, take: Take
) -> None:
    assert not titled(slides(gathered(essay, take), DAY), "What the room takes otherwise")


def test_a_slide_shows_what_the_room_foresaw_over_what_was_supposed(essay: Case, take: Take) -> None:
    snapshot = replace(take(essay, {}), standing=take_standing(essay, eventful(essay)))

    (slide,) = titled(slides(snapshot, DAY), "Suppose Pyongyang would give up its arsenal")

    assert [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]


def test_no_word_is_broken_by_a_column_of_a_slide(essay: Case, take: Take) -> None:
    snapshot = replace(take(essay, {}), standing=take_standing(essay, eventful(essay)))
    (slide,) = titled(slides(snapshot, DAY), "Signposts and actions")
    (table,) = tables(slide)

    for place, column in enumerate(table.columns):
        words = [word for row in table.rows for word in row.cells[place].text.split()]
        assert column.width >= Inches(0.105 * max(map(len, words)) + 0.2)


def test_a_slide_says_who_watches_what(essay: Case, take: Take) -> None:
    workshop = eventful(essay)
    snapshot = replace(take(essay, {}), standing=take_standing(essay, workshop))
    owners = {post.owner.strip().casefold() for post in workshop.signposts if post.owner}

    told = [text.casefold() for text in texts(slides(snapshot, DAY))]

    assert owners
    assert owners <= set(told)


def test_a_table_fills_its_slide_as_far_as_its_type_may_grow(essay: Case, take: Take) -> None:
    deck = slides(gathered(essay, take, {"A3": "fails"}), DAY)

    for title, few in (("What the room takes otherwise", True), ("From here", False)):
        slide, *_ = titled(deck, title)
        cells = [cell for table in tables(slide) for row in table.rows for cell in row.cells]
        sizes = {run.font.size.pt for cell in cells for one in cell.text_frame.paragraphs for run in one.runs}
        assert sizes == {20 if few else 14}
        last = max(slide.shapes, key=lambda shape: shape.top)
        assert last.top + last.height > Inches(4.6)


def test_whatever_was_decided_stands_on_a_slide_under_a_title_of_its_own(essay: Case, take: Take) -> None:
    workshop = four_tables(essay)
    sentences = [
        f"Decision {number}: whoever was there will look into it again. " * 3 for number in range(40)
    ]
    for sentence in sentences:
        workshop = sentence_decided(workshop, MOMENT, sentence)
    deck = slides(replace(take(essay, {}), standing=take_standing(essay, workshop)), DAY)

    titles = [slide.shapes.title.text for slide in Presentation(BytesIO(deck)).slides]
    assert {sentence.strip() for sentence in sentences} <= {text.strip() for text in texts(deck)}
    assert len(titles) == len(set(titles))


def test_what_no_deck_would_take_is_counted_on_the_last_slide() -> None:
    lines = tuple(Line(text=f"Line {number}") for number in range(MOST_LINES * MOST_SLIDES + 7))
    *full, last = parts_of(Sentences(id="many", lines=lines), 14)

    assert (len(full), last) == (MOST_SLIDES, Sentences(id="more", lines=(Line(text="and 7 more"),)))


def test_all_of_a_slide_lies_on_it(essay: Case, take: Take) -> None:
    deck = Presentation(BytesIO(slides(gathered(essay, take), DAY)))
    assert deck.slide_width and deck.slide_height

    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.left + shape.width <= deck.slide_width
            assert shape.top >= 0 and shape.top + shape.height <= deck.slide_height


def test_nothing_on_a_slide_lies_over_something_else(essay: Case, take: Take) -> None:
    snapshot = replace(
        take(essay, {"A3": "fails"}, added=True), standing=take_standing(essay, eventful(essay))
    )

    for slide in Presentation(BytesIO(slides(snapshot, DAY))).slides:
        shapes = sorted((shape for shape in slide.shapes if not _beside(shape)), key=lambda shape: shape.top)
        for upper, lower in pairwise(shapes):
            assert upper.top + upper.height <= lower.top + TOLERANCE, (upper.name, lower.name)


def _beside(shape: Any) -> bool:
    """Whether it is one of the cards, which stand beside one another."""
    return bool(shape.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE)


@pytest.mark.parametrize("text", FORMULAS)
def test_what_somebody_wrote_stays_text(essay: Case, take: Take, text: str) -> None:
    snapshot = gathered(essay, take)
    assert snapshot.standing is not None
    workshop = renamed_group(snapshot.standing.workshop, snapshot.standing.groups[0].group.id, text)
    noted = replace(snapshot.scenario, rationales=(Note(id=essay.assumptions[0].id, text=text),))
    data = workbook(replace(snapshot, scenario=noted, standing=take_standing(essay, workshop)), DAY)

    book = load_workbook(BytesIO(data))
    reason = next(
        row for row in book["Assumptions"].iter_rows() if row[1].value == essay.assumptions[0].code
    )[8]
    assert (reason.value, reason.data_type) == (text, "s")
    assert text in [cell.value for cell in book["Groups"][1]]
    with ZipFile(BytesIO(data)) as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist() if "sheet" in name)


def test_a_large_board_goes_on_on_more_slides_where_its_cards_would_be_too_low(take: Take) -> None:
    case, name = (
        large_case(40, 30),
        "Keep the northern corridor open for all transports until the harbour is done",
    )
    named = replace(case, recommendations=tuple(replace(i, label=name) for i in case.recommendations))

    boards = titled(slides(take(named, {}), DAY), "All 30 recommendations")

    cards = [[shape for shape in slide.shapes if shape.name == name] for slide in boards]
    assert sum(map(len, cards)) == 30 and len(cards) > 1
    assert all(card.height > Inches(1.5) for card in chain(*cards))
    assert max(card.top + card.height for card in chain(*cards)) < Inches(7.3)


def test_a_long_title_stays_above_what_stands_under_it(take: Take) -> None:
    case = replace(large_case(3), title="A case with a very long title " * 9)

    first = Presentation(BytesIO(slides(take(case, {}), DAY))).slides[0]

    title, under = first.shapes.title, first.placeholders[1]
    (points,) = {run.font.size.pt for part in title.text_frame.paragraphs for run in part.runs}
    assert title.top + title.height <= under.top
    assert lines_height(line_count(case.title, 11.9, points, bold=True), points) <= title.height / Inches(1)
