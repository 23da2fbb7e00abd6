"""Words for readings, citations and lists."""

from collections.abc import Mapping

import pytest

from models.language.words import READING_SENTENCES, READING_WORDS, citation, counted, listed
from models.schema.grades import Reading


@pytest.mark.parametrize("words", [READING_WORDS, READING_SENTENCES])
def test_every_reading_has_words_of_its_own(words: Mapping[Reading, str]) -> None:
    assert list(words) == list(Reading)
    assert len(set(words.values())) == len(Reading)


@pytest.mark.parametrize(
    ("paragraphs", "cited"),
    [
        ((5,), "¶5"),
        ((5, 12), "¶5, 12"),
        ((8, 9, 10, 11), "¶8–11"),
        ((4, 5, 12), "¶4–5, 12"),
        ((12, 4, 5, 5), "¶4–5, 12"),
        ((), ""),
    ],
)
def test_paragraphs_are_cited_in_order_with_neighbours_joined(
    paragraphs: tuple[int, ...], cited: str
) -> None:
    assert citation(paragraphs) == cited


def test_lists_read_as_they_are_spoken() -> None:
    assert listed([]) == ""
    assert listed(["A3"]) == "A3"
    assert listed(["A3", "A5"], "or") == "A3 or A5"
    assert listed(["A3", "A5", "A20"]) == "A3, A5 and A20"


def test_a_list_past_its_limit_counts_the_rest() -> None:
    assert listed(["A1", "A2", "A3", "A4"], limit=3) == "A1, A2 and 2 more"


def test_counts_agree_with_their_nouns() -> None:
    assert (counted(1, "ground"), counted(2, "ground")) == ("1 ground", "2 grounds")


def test_a_list_of_clauses_with_commas_is_told_apart_by_one_more() -> None:
    assert listed(["drills are read as before, or as theatre", "drills cost little"]) == (
        "drills are read as before, or as theatre, and drills cost little"
    )
