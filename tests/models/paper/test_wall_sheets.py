"""Wall sheets: a page for each statement, in words to be read from afar."""

from io import BytesIO

import pypdfium2
import pytest
from pypdf import PdfReader

from models.paper.kinds import Kind
from models.paper.pack.wish import Wish
from models.schema.case import Case
from tests.models.conftest import Take
from tests.models.paper.packs import printed, texts
from tests.models.paper.printed import PRINTED

Box = tuple[float, float, float, float]


def test_wall_sheets_have_a_page_each_with_words_to_be_read_from_five_metres(essay: Case, take: Take) -> None:
    shown = [item for item in essay.assumptions if item.kind != "added"]
    data = printed(Kind.WALL_SHEETS, Wish(take(essay), "a4", PRINTED))
    assert len(PdfReader(BytesIO(data)).pages) == len(shown) + len(essay.recommendations)

    tallest: dict[int, float] = {}
    for number, (_, _, (_, low, _, high)) in _numbered(data):
        tallest[number] = max(tallest.get(number, 0.0), high - low)
    assert min(tallest.values()) > 30  # points: 11 mm, what is read from five metres


@pytest.mark.parametrize(("paper", "name", "text", "code"), [("a4", 72, 40, 28), ("a3", 105, 58, 41)])
def test_a_wall_sheets_name_text_and_code_are_of_a_size_to_be_read_afar(
    essay: Case, take: Take, paper: str, name: int, text: int, code: int
) -> None:
    with pypdfium2.PdfDocument(printed(Kind.WALL_SHEETS, Wish(take(essay), paper, PRINTED))) as pdf:
        for page in pdf:
            words = page.get_textpage()
            sizes = [
                pypdfium2.raw.FPDFText_GetFontSize(words.raw, place) for place in range(words.count_chars())
            ]
            large = sorted({size for size in sizes if size > code - 1}, reverse=True)
            assert large[0] >= name and large[-1] >= code
            assert len(large) == 2 or large[1] >= text


def test_no_letter_of_a_wall_sheets_name_runs_into_what_stands_below(essay: Case, take: Take) -> None:
    data = printed(Kind.WALL_SHEETS, Wish(take(essay), "a4", PRINTED))

    letters = [(number, box) for number, (_, _, box) in _numbered(data)]
    large = [(number, box) for number, box in letters if box[3] - box[1] > 25]
    small = [(number, box) for number, box in letters if 1 < box[3] - box[1] < 25]
    assert large and not [
        (number, box)
        for number, box in small
        for other, name in large
        if number == other and _meet(box, name)
    ]


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_a_wall_sheet_leaves_names_as_they_are_written(essay: Case, take: Take) -> None:
    words = " ".join(texts(Kind.WALL_SHEETS, Wish(take(essay), "a4", PRINTED)))

    assert "If it fails: Pyongyang would give up its arsenal" in words


def _numbered(data: bytes) -> list[tuple[int, tuple[float, float, Box]]]:
    found = []
    with pypdfium2.PdfDocument(data) as document:
        for number, page in enumerate(document):
            words = page.get_textpage()
            boxes = (words.get_charbox(place) for place in range(words.count_chars()))
            found += [(number, (page.get_width(), page.get_height(), box)) for box in boxes]
    return found
