"""Particles follow the sound of the word before them."""

import pytest

from models.language.particles import fill, particle


@pytest.mark.parametrize(
    ("word", "pair", "expected"),
    [
        ("가정", "은", "은"),
        ("권고", "은", "는"),
        ("논거", "이", "가"),
        ("판정", "이", "이"),
        ("반론", "을", "을"),
        ("사례", "을", "를"),
        ("서울", "으로", "로"),
        ("평양", "으로", "으로"),
        ("모스크바", "으로", "로"),
        ("모형", "과", "과"),
        ("전제", "과", "와"),
        ("A3", "은", "은"),
        ("A4", "은", "는"),
        ("R10", "은", "은"),
        ("A20", "으로", "으로"),
        ("R1", "으로", "로"),
        ("F7", "으로", "로"),
        ("2000", "이", "이"),
        ("0", "은", "은"),
        ("1000000", "은", "은"),
        ("75 %", "은", "는"),
        ("EU", "은", "는"),
        ("UN", "은", "은"),
        ("URL", "으로", "로"),
        ("NATO", "이", "가"),
        ("PDF", "을", "를"),
        ("Moscow", "은", "는"),
        ("Beijing", "은", "은"),
        ("Pakistan", "을", "을"),
        ("Guam", "이", "이"),
        ("Seoul", "으로", "로"),
        ("risk", "으로", "로"),
        ("network", "은", "는"),
        ("help", "이", "가"),
        ("group", "이", "이"),
        ("attack", "을", "을"),
        ("“가정”", "은", "은"),
        ("권고 (R4)", "을", "를"),
        ("“보장에 대한 불신” (A5)", "과", "과"),
        ("“권고” (A1)", "은", "는"),
        ("", "은", "는"),
    ],
)
def test_a_particle_follows_the_sound_before_it(word: str, pair: str, expected: str) -> None:
    assert particle(word, pair) == expected


def test_a_pattern_asks_for_particles_and_leaves_other_places_alone() -> None:
    pattern = "{count}개 가운데 {name:이} {share:.1f} %입니다."

    assert fill(pattern, name="A3", count=4, share=12.34) == "4개 가운데 A3이 12.3 %입니다."


def test_the_same_words_serve_english_patterns() -> None:
    assert fill("{name} fails", name="A3") == "A3 fails"


def test_a_number_has_its_particle_as_a_word_has() -> None:
    assert fill("문단 {number:을} 인용했습니다.", number=9) == "문단 9를 인용했습니다."


@pytest.mark.parametrize(("number", "told"), [(1.5, "1.5는"), (1e300, "1e+300은"), (True, "True는")])
def test_whatever_a_file_says_in_a_place_has_a_particle(number: object, told: str) -> None:
    assert fill("{value:은}", value=number) == told
