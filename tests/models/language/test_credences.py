"""Credences in words: the standard phrases, and how what is typed is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.language.credences import (
    PHRASES,
    exactly,
    in_words,
    percent,
    phrase_for,
    read_credence,
)


@pytest.mark.parametrize(
    ("text", "credence"),
    [
        ("70", 0.7),
        (" 70 % ", 0.7),
        ("67,5", 0.675),
        ("0", 0.0),
        ("1", 1.0),
        ("1 %", 0.01),
        ("1.7 %", 0.017),
        ("0.7", 0.7),
        ("0,7", 0.7),
        ("100%", 1.0),
        ("likely", 0.675),
        ("Very likely", 0.875),
        ("almost c", 0.97),
        ("", None),
        ("not rated", None),
    ],
)
def test_numbers_and_phrases_are_read_as_credences(text: str, credence: float | None) -> None:
    assert read_credence(text) == credence


@pytest.mark.parametrize("text", ["101", "1.7", "1,05", "-3", "perhaps", "very", "12 or so", "nan"])
def test_anything_else_is_answered_with_what_to_enter(text: str) -> None:
    with pytest.raises(ValueError, match=r"Write 0\.7, 70% or a phrase"):
        read_credence(text)


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (0.0, "taken as impossible"),
        (0.001, "almost no chance"),
        (0.05, "almost no chance"),
        (0.051, "very unlikely"),
        (0.2, "very unlikely"),
        (0.45, "unlikely"),
        (0.5, "roughly even chance"),
        (0.55, "likely"),
        (0.8, "very likely"),
        (0.95, "almost certain"),
        (1.0, "taken as certain"),
    ],
)
def test_where_two_ranges_meet_the_phrase_is_the_one_farther_from_even(
    probability: float, words: str
) -> None:
    assert in_words(probability) == words


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.words)
def test_the_middle_of_a_phrase_reads_back_as_the_phrase(phrase: object) -> None:
    assert any(phrase_for(item.middle) is item for item in PHRASES if item is phrase)


@given(st.integers(0, 1000))
def test_what_is_shown_of_a_credence_reads_back_as_the_credence(thousandths: int) -> None:
    credence = thousandths / 1000

    assert read_credence(exactly(credence)) == pytest.approx(credence)


def test_a_percentage_is_never_0_or_100_for_what_is_not_quite_that() -> None:
    assert [percent(value) for value in (0, 0.001, 0.005, 0.667, 0.9999, 1)] == [
        "0%",
        "<1%",
        "1%",
        "67%",
        ">99%",
        "100%",
    ]
