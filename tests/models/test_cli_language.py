"""The command line in the language that is asked for; what programs read is the same in all of them."""

import json
import logging
import re
from pathlib import Path

import pytest

from models.cli import commands, run
from models.cli.language import helps
from models.language.messages import ENGLISH, languages, speaking, terminal_language, translated
from tests.models.commands import process

HANGUL = re.compile("[가-힣]")
PLAIN = {"LC_ALL": "", "LC_MESSAGES": "", "LANG": "C", "LANGUAGE": ""}


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "ko_KR.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "ko_KR"}, "ko"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "fr:ko:en"}, "ko"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "ko"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_terminal_says_its_language_as_other_programs_read_it(
    environment: dict[str, str], language: str
) -> None:
    assert terminal_language(environment) == language


def said(*arguments: str, **environment: str) -> str:
    return process(*arguments, **{**PLAIN, "PYTHONUTF8": "1", **environment}).stdout.decode()


def test_answers_and_help_are_korean_where_the_terminal_is() -> None:
    told = said("evaluate", "--set", "A3=fails", LANG="ko_KR.UTF-8")

    assert "북러 관계가 깊어지지 않는다" in told
    assert not re.search(r"\b(?:holds|arguments|Russia)\b", told)
    assert "사용법: whatholds" in said("--help", LANG="ko_KR.UTF-8")


def test_the_option_goes_before_the_terminal() -> None:
    assert HANGUL.search(said("--language", "ko", "evaluate"))
    assert not HANGUL.search(said("--language=en", "evaluate", LANG="ko_KR.UTF-8"))


def test_json_is_the_same_in_every_language() -> None:
    korean, english = (said("evaluate", "--json", LANG=language) for language in ("ko_KR.UTF-8", "C"))

    assert json.loads(korean) == json.loads(english)


@pytest.mark.parametrize("language", [one for one in languages() if one != ENGLISH])
def test_all_help_is_translated(language: str) -> None:
    with speaking(language):
        assert [text for text in helps(commands) if not translated(text)] == []


def test_what_the_help_says_by_itself_is_korean_too() -> None:
    told = said("new", "--help", LANG="ko_KR.UTF-8")

    assert "[필수]" in told
    assert not re.search(r"required|default|PLAIN_TEXT|RANGE", told)


@pytest.mark.parametrize("command", ["brief", "print", "export"])
def test_a_library_says_nothing_of_its_fonts_in_english(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fonts = logging.getLogger("matplotlib.font_manager")
    monkeypatch.setattr(fonts, "level", logging.WARNING)

    run([command, "--help"])

    assert fonts.level > logging.WARNING


def test_what_is_wrong_with_a_file_is_told_in_the_language_too(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text("schema: 2\n", encoding="utf-8")

    told = process("check", file, **{**PLAIN, "PYTHONUTF8": "1", "LANG": "ko_KR.UTF-8"}).stderr.decode()

    assert f"{file}:1:1: 오류:" in told
    assert not re.search(r"\b(?:error|without|Add|the)\b", told)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("evaluate", "--paper", "x"), "그런 옵션이 없습니다: '--paper'. 혹시 '--case'입니까?"),
        (("brief", "--paper", "x"), "하나여야 합니다: 'a4', 'letter'. 입력한 값: 'x'."),
        (("evaluate", "--reading"), "옵션 '--reading'"),
        (("schema", "case", "x"), "인자가 너무 많습니다(x)"),
    ],
)
def test_wrong_usage_is_told_in_the_language_to_its_last_word(arguments: tuple[str, ...], told: str) -> None:
    said = process("--language", "ko", *arguments, **PLAIN, PYTHONUTF8="1").stderr.decode()

    assert told in said
    assert not re.search(r"\b(?:Did you|is not|requires|Got)\b", said)
