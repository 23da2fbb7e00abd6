"""The Korean texts keep one word for one thing, and particles that follow the sound before them."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.language.particles import ASKED
from resources import ROOT

sys.path.append(str(Path(__file__).parents[2] / "packaging"))
import case_texts
import catalogues

AVOIDED = {
    "참석자": "참가자",
    "식별자": "id",
    "단추": "버튼",
    "사용권": "라이선스",
    "(?<!클립)(?<!키)보드": "상황판",
    "부담 순": "비중 순",
    "명제": "진술",
    "억지(?!로)": "억제",
    "필자": "저자",
    "감시 중지": "지켜보기 중지",
    "논증 (줄여|[^ ]+개 더)": "논거",
    r"은\(는\)|이\(가\)|을\(를\)": "a pattern with {name:은}, or another order of words",
    "분석자": "분석가",
    "버팀목": "결정적 가정",
    "(조성|대비) 행동": "(여건 조성|대비) 조치",
    "까지 살피기|살필 기한|확인할 날": "확인 기한",
    "만 성립하(면|지 않으면)": "하나만 …으로 바뀌면, as 만 is heard as “as long as”",
}
"""Words that were tried for something that has another by now."""
HANGUL = "[가-힣]"
OPEN = "".join(chr(code) for code in range(0xAC00, 0xD7A4) if (code - 0xAC00) % 28 == 0)
SPLIT = re.compile(rf"[{OPEN}]으로|(?![{OPEN}]){HANGUL}를(?!{HANGUL})|[{OPEN}]을(?= )")
"""A particle for a consonant after a vowel, or the other way round."""
SUCH_WORDS = re.compile(r"(?<!\S)(마을|가을|노을|겨를|다음으로|\S*지을)")
RANGE = re.compile(r"(?<![¶\d, ])\d–\d|[A-Z]\d+–[A-Z]?\d")
QUOTED = re.compile(r"“([^”:{]+)”")
"""What a text calls by name: a label, a column or an answer."""
ACCELERATOR = re.compile(r"\(&.\)|…")
NO_NAMES = ("about",)
"""Words that are quoted as words, though something has them for a name."""


def pairs() -> Iterator[tuple[str, str]]:
    """Every message with its Korean."""
    for one in catalogues.read(catalogues.LANGUAGES / "ko" / "messages.po"):
        english, korean = (text if isinstance(text, tuple) else (text,) for text in (one.id, one.string))
        yield str(english[-1]), str(korean[0])


def texts() -> Iterator[tuple[str, str]]:
    """Every Korean text with its place."""
    for one in catalogues.read(catalogues.LANGUAGES / "ko" / "messages.po"):
        for text in one.string if isinstance(one.string, tuple) else (one.string,):
            yield f"messages.po: {one.id}", str(text)
    for path, language in case_texts.translations().items():
        for one in case_texts.read(path, language):
            yield f"{path.parent.name}: {one.context}", str(one.string)
    for path in sorted((ROOT / "languages" / "ko").rglob("*.md")):
        yield path.name, path.read_text(encoding="utf-8")
    yield "glossary.toml", (ROOT / "languages" / "ko" / "glossary.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(("avoided", "instead"), AVOIDED.items())
def test_one_thing_has_one_word(avoided: str, instead: str) -> None:
    assert [place for place, text in texts() if re.search(avoided, text)] == [], f"Say {instead}."


def test_particles_follow_the_sound_of_what_stands_before_them() -> None:
    found = [(place, SPLIT.search(SUCH_WORDS.sub("", text))) for place, text in texts()]

    assert [(place, match[0]) for place, match in found if match] == []


def test_patterns_ask_for_particles_that_there_are() -> None:
    asked = {found for _, text in texts() for found in re.findall(rf"\{{\w+:({HANGUL}+)\}}", text)}

    assert asked <= ASKED


def test_ranges_are_written_with_a_wave() -> None:
    told = [place for place, text in texts() if RANGE.search(text.replace("1, 4–6", ""))]

    assert told == []


def test_quotation_marks_are_of_one_kind() -> None:
    assert [place for place, text in texts() if re.search("[‘’]", text)] == []


def test_what_is_said_in_brackets_stands_close_to_the_word_before() -> None:
    """A code, a key or an ending of a file is no remark on a word, and stands apart."""
    assert [text for _, text in texts() if re.search(r"[가-힣}”] \([가-힣]", text)] == []


def test_no_text_stands_twice_in_its_translation() -> None:
    doubled = [place for place, text in texts() if len(text) > 20 and text == text[: len(text) // 2] * 2]

    assert doubled == []


def test_what_is_quoted_is_called_as_it_is_on_the_screen() -> None:
    names = dict[str, set[str]]()
    for english, korean in pairs():
        names.setdefault(english.replace("&", "").rstrip("…").lower(), set()).add(ACCELERATOR.sub("", korean))

    told = [
        (english, name)
        for english, korean in pairs()
        for name in QUOTED.findall(english)
        if name not in NO_NAMES
        and not any(known in korean for known in names.get(name.rstrip(".,…").lower(), (korean,)))
    ]

    assert told == []
