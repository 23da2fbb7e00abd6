"""Particles follow the sound of the word before them."""

import pytest

from models.language.particles import ended, fill, particle


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


@pytest.mark.parametrize(
    ("clause", "sentence", "going_on"),
    [
        ("더는 필요 없음", "더는 필요 없습니다", "더는 필요 없고"),
        ("여전히 유효함", "여전히 유효합니다", "여전히 유효하고"),
        ("성립하지 않음", "성립하지 않습니다", "성립하지 않고"),
        ("기각됨", "기각됩니다", "기각되고"),
        ("미정임", "미정입니다", "미정이고"),
        ("불확실로 둠", "불확실로 둡니다", "불확실로 두고"),
        ("성립한다고 봄", "성립한다고 봅니다", "성립한다고 보고"),
        ("논증에 따름", "논증에 따릅니다", "논증에 따르고"),
        ("줄어듦", "줄어듭니다", "줄어들고"),
        ("논거가 모두 기각됨 (3개)", "논거가 모두 기각됩니다 (3개)", "논거가 모두 기각되고 (3개)"),
        ("A가 성립함; B는 필요 없음", "A가 성립합니다; B는 필요 없습니다", "A가 성립함; B는 필요 없고"),
        (
            "3개가 남아 있음: 1개는 기각됨",
            "3개가 남아 있습니다: 1개는 기각됩니다",
            "3개가 남아 있음: 1개는 기각되고",
        ),
        ("“훈련을 공격 위장으로 봄”", "“훈련을 공격 위장으로 봄”", "“훈련을 공격 위장으로 봄”"),
        ("처음", "처음", "처음"),
        ("필요 없습니다", "필요 없습니다", "필요 없습니다"),
        ("no longer needed", "no longer needed", "no longer needed"),
        ("", "", ""),
    ],
)
def test_a_clause_ends_a_sentence_or_goes_on(clause: str, sentence: str, going_on: str) -> None:
    assert ended(clause, "합니다") == sentence
    assert ended(clause, "하고") == going_on
    assert fill("{why:합니다}.", why=clause) == f"{sentence}."
