"""The language that is spoken, and what it says."""

from collections.abc import Iterator

import pytest

from models.language.headline import counted_verdicts
from models.language.messages import (
    ENGLISH,
    PSEUDO,
    language_for,
    languages,
    message,
    plural,
    speak,
    speaking,
    translated,
)
from models.language.states import said, sign, word
from models.language.words import counted, in_turn, listed, listed_causes
from models.pages.glossary import explained, meaning, terms
from models.schema.grades import Stance, Verdict


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    speak(ENGLISH)


def test_every_language_tells_its_own_name() -> None:
    assert languages() == {"en": "English", "ko": "한국어"}


@pytest.mark.parametrize(
    ("wished", "system", "expected"),
    [
        ("", ("ko-KR", "ko"), "ko"),
        ("", ("ko_KR",), "ko"),
        ("", ("fr-FR", "fr", "ko-KR"), "ko"),
        ("", ("fr-FR",), ENGLISH),
        ("", ("en-GB", "ko"), ENGLISH),
        (ENGLISH, ("ko-KR",), ENGLISH),
        ("tlh", ("ko-KR",), "ko"),
        (PSEUDO, (), PSEUDO),
    ],
)
def test_the_language_is_the_chosen_one_or_the_first_of_the_system(
    wished: str, system: tuple[str, ...], expected: str
) -> None:
    assert language_for(wished, system) == expected


def test_a_message_is_said_in_the_language_in_force() -> None:
    assert message("What still holds?") == "What still holds?"

    speak("ko")

    assert message("What still holds?") == "무엇이 여전히 유효한가?"


def test_what_has_no_translation_stays_english() -> None:
    speak("ko")

    assert message("Nobody wrote this") == "Nobody wrote this"
    assert translated("Nobody wrote this") == ""


def test_the_pseudo_locale_brackets_and_lengthens() -> None:
    speak(PSEUDO)

    assert message("Save") == "[Save ~~]"
    assert len(message("A sentence of forty letters, or about it")) >= 56
    assert message("") == ""


def test_a_state_has_its_word_beside_its_sign_in_the_language_in_force() -> None:
    speak("ko")

    assert [sign(member).word for member in (Verdict.OPEN, Verdict.HOLDS, Stance.HOLDS)] == [
        "미정",
        "여전히 유효",
        "성립",
    ]
    assert word(Verdict.OPEN) == "미정"
    assert said("“가”", Verdict.NOT_NEEDED) == "“가”는 더는 필요 없음"
    assert said("“가”", Stance.FAILS) == "“가”가 성립하지 않음"


def test_lists_and_numbers_are_told_in_the_order_of_the_language() -> None:
    speak("ko")

    assert listed(["가정", "권고", "판정"]) == "가정, 권고와 판정"
    assert in_turn(["가정", "권고", "판정"]) == "가정, 권고, 판정"
    assert (
        listed(["A1", "A2", "A3", "A4"], limit=2) == in_turn(["A1", "A2", "A3", "A4"], limit=2) == "A1 외 3개"
    )
    assert listed_causes(["가 성립함", "나 성립하지 않음"]) == "가 성립함, 나 성립하지 않음"
    assert (counted(1, "argument"), counted(4, "argument")) == ("논거 1개", "논거 4개")


def test_every_language_explains_every_term() -> None:
    english = [term.of for term in terms()]

    speak("ko")

    assert [term.of for term in terms()] == english
    assert meaning("Signpost").startswith("볼 수 있는 것")
    assert explained("Signpost").startswith("징후: ")


def test_a_sentence_about_one_and_one_about_many_are_chosen_by_the_language() -> None:
    def opened(number: int) -> str:
        return plural("{number} is open", "{number} are open", number)

    assert (opened(1), opened(2)) == ("1 is open", "2 are open")

    speak("ko")

    assert (opened(1), opened(2)) == ("1개 미정", "2개 미정")


def test_another_language_is_spoken_for_a_while_only() -> None:
    speak("ko")

    with speaking(ENGLISH):
        assert message("Objections") == "Objections"

    assert message("Objections") == "반론"


def test_the_tally_is_told_in_the_order_of_the_language() -> None:
    verdicts = [Verdict.HOLDS] * 7 + [Verdict.FEWER] * 3 + [Verdict.NOT_NEEDED]

    speak("ko")

    assert counted_verdicts(verdicts) == "권고 11개 중 10개 유효: 7개는 온전히, 3개는 더 적은 논거로"
