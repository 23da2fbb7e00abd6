"""The printed map, read back from its PDF."""

from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader

from models.charts.map_drawing import type_of
from models.pages.map_block import map_block
from models.paper.map_sheet import ROOM
from models.paper.pack.wish import Wish
from models.paper.prints import MAP
from models.schema.case import Case
from tests.models.conftest import Take
from tests.models.paper.printed import PRINTED, character_boxes, map_pdf, words_of

OVERLAP = 2.0
"""So far neighbouring letters may reach into each other, in points."""
WIDE = {"a4": 842, "letter": 792, "a3": 1191}
"""How wide the papers are on their sides, in points."""
PAPERS: tuple[str, ...] = tuple(WIDE)
SETTINGS: tuple[dict[str, str], ...] = (
    {},
    {"A3": "fails"},
    {"A3": "uncertain", "A10": "uncertain", "A17": "uncertain", "A20": "uncertain"},
)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("stances", SETTINGS)
def test_the_map_is_one_landscape_page_with_every_name(
    essay: Case, take: Take, paper: str, stances: dict[str, str]
) -> None:
    data = map_pdf(take(essay, stances, added=True), paper)
    reader, (printed,) = PdfReader(BytesIO(data)), words_of(data)

    assert len(reader.pages) == 1
    assert round(reader.pages[0].mediabox.width) == WIDE[paper]
    assert reader.pages[0].mediabox.width > reader.pages[0].mediabox.height
    assert all(item.title in printed for item in essay.by_id.values())


@pytest.mark.parametrize("paper", PAPERS)
def test_names_are_read_with_all_assumptions_too(essay: Case, take: Take, paper: str) -> None:
    shown = map_block(take(essay, added=True)).case

    assert len(shown.assumptions) == 33
    assert type_of(shown, *ROOM[paper]) >= 8


@pytest.mark.parametrize("paper", PAPERS)
def test_everything_is_printed_within_the_page(essay: Case, take: Take, paper: str) -> None:
    for width, height, (left, low, right, high) in character_boxes(map_pdf(take(essay), paper)):
        assert 20 < left < right < width - 20
        assert 10 < low < high < height - 20


@pytest.mark.parametrize("paper", PAPERS)
def test_how_many_arguments_hold_stands_beside_the_longest_name(essay: Case, take: Take, paper: str) -> None:
    snapshot = take(essay, {"A1": "fails", "A3": "uncertain"})
    lines: dict[int, list[tuple[float, float]]] = {}
    for _, _, (left, low, right, high) in character_boxes(map_pdf(snapshot, paper)):
        lines.setdefault(round(low + high) // 8, []).append((left, right))

    assert "2–3 of 4" in words_of(map_pdf(snapshot, paper))[0]
    for line in lines.values():
        for (_, right), (left, _) in pairwise(sorted(line)):
            assert left > right - OVERLAP


def test_the_page_tells_what_it_shows_and_when_it_was_printed(essay: Case, take: Take) -> None:
    (printed,) = words_of(map_pdf(take(essay), "a4"))

    assert "22 assumptions, 18 findings and 11 recommendations" in printed
    assert "Printed 23 November 2026" in printed


def test_the_same_map_gives_the_same_bytes(essay: Case, take: Take) -> None:
    assert map_pdf(take(essay), "a4") == map_pdf(take(essay), "a4")


def test_the_page_can_be_had_as_a_picture(essay: Case, take: Take) -> None:
    assert MAP.pages(Wish(take(essay), "a4", PRINTED), 40)[0].startswith(b"\x89PNG")


def test_kinds_of_claims_and_what_is_not_all_needed_stand_on_the_paper_map(essay: Case, take: Take) -> None:
    (printed,) = words_of(map_pdf(take(essay), "a3"))

    assert "with caution" in printed
    assert "unsaid" in printed
    assert "any of 4" in printed or "any" in printed.split()
