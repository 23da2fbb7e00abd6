from typing import Any

import pytest

from models.authoring.form import FIELDS, FieldOf, entered, is_typed, shown

CODES = {"thick-ice": "A1", "cold-winters": "A2", "close-bridge": "R1"}


def field(section: str, key: str) -> FieldOf:
    return next(one for one in FIELDS[section] if one.key == key)


@pytest.mark.parametrize(
    ("section", "key", "text", "value"),
    [
        ("links", "one-of", "A1, A2", ["thick-ice", "cold-winters"]),
        ("links", "then", "not A2", "not cold-winters"),
        ("feedback", "unless-followed", "R1", "close-bridge"),
        ("feedback", "sets", "A1: fails", {"thick-ice": "fails"}),
        ("tests", "expect", "R1: holds", {"R1": "holds"}),
        ("assumptions", "paragraphs", "1, 4–6", [1, 4, 5, 6]),
        ("assumptions", "challenge", "Who\nWhen", ["Who", "When"]),
        (
            "assumptions",
            "signposts",
            "against: It melts\nLorries pass",
            [{"speaks": "against", "text": "It melts"}, "Lorries pass"],
        ),
    ],
)
def test_what_is_typed_by_codes_is_kept_by_ids_and_shown_as_it_was_typed(
    section: str, key: str, text: str, value: Any
) -> None:
    one = field(section, key)

    assert entered(one, text, CODES) == value
    assert shown(one, {key: value}, CODES) == text


def test_codes_are_found_in_small_letters_and_other_words_stay() -> None:
    assert entered(field("links", "one-of"), "a1, something", CODES) == ["thick-ice", "something"]


def test_a_choice_among_premises_is_shown_and_not_typed_over() -> None:
    data = {"if": [{"any": ["thick-ice", "not cold-winters"]}, "close-bridge"]}

    assert shown(field("coherence", "if"), data, CODES) == "(A1 or not A2), R1"
    assert not is_typed(field("coherence", "if"), data)


AS_NUMBERS = "Write numbers, such as 1, 4–6."
AS_STANCES = "Write a code, a colon, and what it is, such as A1: fails."


@pytest.mark.parametrize(
    ("section", "key", "text", "told"),
    [
        ("assumptions", "paragraphs", "eins", f"“eins” is not taken, as it is no number. {AS_NUMBERS}"),
        ("assumptions", "paragraphs", "1-", f"“1-” is not taken, as it has no end. {AS_NUMBERS}"),
        ("assumptions", "paragraphs", "2, ²", f"“²” is not taken, as it is no number. {AS_NUMBERS}"),
        ("assumptions", "paragraphs", "1-99999", f"“1-99999” is not taken, as it is no number. {AS_NUMBERS}"),
        ("case", "source.year", "2,026", "“2,026” is not taken, as it is no number. Write a number."),
        ("case", "source.year", "2020-26", "“2020-26” is not taken, as it is no number. Write a number."),
        ("tests", "set", "A1 fails", f"“A1 fails” is not taken, as it is not whole. {AS_STANCES}"),
        ("tests", "set", "A1:", f"“A1:” is not taken, as it is not whole. {AS_STANCES}"),
        ("feedback", "sets", "A1: fails, a1: holds", f"a1 is there twice. {AS_STANCES}"),
        (
            "assumptions",
            "paragraphs",
            "3-1",
            "“3-1” is not taken, as it goes backwards. Write 1–3 if you mean all from 1 to 3.",
        ),
    ],
)
def test_what_cannot_be_taken_as_it_is_typed_is_told_and_not_taken_otherwise(
    section: str, key: str, text: str, told: str
) -> None:
    with pytest.raises(ValueError) as refused:
        entered(field(section, key), text, CODES)

    assert str(refused.value) == told
