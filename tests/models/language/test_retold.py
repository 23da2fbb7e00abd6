"""What the lower layers say in English is told in the language in force where it is shown."""

import os
import sys
from pathlib import Path

import pytest

from models.language.messages import problem_line, retold, speaking, wrong
from models.schema.problem import Problem, Refused, phrase, together
from models.store.cases import read_case
from models.store.files import read_text, refusing


def test_a_phrase_is_its_english_sentence() -> None:
    told = phrase("There is no round {name}.", name="R1")

    assert told == "There is no round R1."
    assert retold(told) == told


def test_a_phrase_is_told_anew_with_its_words_and_the_phrases_in_it() -> None:
    told = together(
        phrase("The file cannot be read."), phrase("There is no {what} {name}.", what="rule", name="r1")
    )

    with speaking("ko"):
        assert retold(told) == "파일을 읽을 수 없습니다. r1이 없습니다(규칙)."

    assert told == "The file cannot be read. There is no rule r1."


def test_what_nobody_translated_stays() -> None:
    with speaking("ko"):
        assert wrong(Problem(file="a", what="Is a teapot.")) == "Is a teapot."


def test_a_problem_in_a_line_is_told_with_its_place() -> None:
    problem = Problem(file="a.yaml", line=3, item="R1", what=phrase("Keep one."))

    assert problem_line(problem) == str(problem)
    with speaking("ko"):
        assert problem_line(problem) == "a.yaml:3: 오류: [R1] 하나만 남기십시오."


def test_a_file_that_is_not_there_is_told_in_korean(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_case(tmp_path / "none.yaml")

    with speaking("ko"):
        (told,) = map(wrong, refused.value.problems)

    assert told == "파일을 읽을 수 없습니다. 그런 파일이나 폴더가 없습니다. 이름과 폴더를 확인하십시오."


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")
def test_what_the_system_says_of_a_file_is_told_in_korean(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Refused) as refused:
        read_text(tmp_path / "pipe", 10)

    with speaking("ko"):
        (told,) = map(wrong, refused.value.problems)

    assert (
        told == "파일을 읽을 수 없습니다. 일반 파일이 아니라 장치나 파이프입니다. 다른 위치를 골라 보십시오."
    )


def test_braces_in_what_the_system_says_are_no_pattern(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused, refusing(tmp_path, "It was not saved."):
        raise OSError(0, "odd {thing}")

    with speaking("ko"):
        assert "odd {thing}." in wrong(refused.value.problems[0])
