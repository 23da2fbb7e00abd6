"""A workshop in Korean: groups and rounds by number, answers as people write them, and what a file has as facts."""

from collections.abc import Iterator

import pytest

from models.analyses.groups.standing import take_standing
from models.language.messages import speaking
from models.language.workshop.ballot_words import said, wanted
from models.language.workshop.group_words import called, group_names, round_name
from models.language.workshop.lane_words import who_says_what
from models.language.workshop.move_words import moved_words, verdict_moves
from models.pages.differ.said import said as said_of
from models.pages.impossible import QUESTION, question_of
from models.pages.programme.agenda import named, ninety_minutes, planned
from models.schema.grades import Stance
from models.schema.workshop import AgendaItem, Prediction
from models.store.cases import load_embedded
from tests.workshops import four_tables


@pytest.fixture(autouse=True)
def korean() -> Iterator[None]:
    with speaking("ko"):
        yield


def test_numbered_groups_are_told_together() -> None:
    assert group_names(["테이블 1", "테이블 3"]) == "테이블 1과 3"
    assert called(["테이블 1"], 1) == "테이블"


def test_a_numbered_round_is_told_by_its_number_and_another_by_its_name() -> None:
    assert round_name("Round 2") == "라운드 2"
    assert round_name("After lunch") == "After lunch"


def test_an_answer_is_understood_in_korean_and_in_english() -> None:
    assert [said(text) for text in ("성립", "불확실", "불성립", "holds", "Not sure")] == [
        Stance.HOLDS,
        Stance.UNCERTAIN,
        Stance.FAILS,
        Stance.HOLDS,
        Stance.UNCERTAIN,
    ]
    assert said("모름") is None
    assert "성립" in wanted()


def test_who_says_what_is_one_sentence_with_its_particles() -> None:
    case = load_embedded("dprk-lessons", "ko")
    workshop = four_tables(case)

    told = who_says_what(case, workshop.present, case.assumptions[0].id)

    assert told == (
        "Table 4는 성립, Table 3은 불성립, Table 1과 Table 2는 그대로 “논증에 따름”에 둠; "
        "Table 4의 7명 가운데 5명은 성립, 1명은 불확실, 1명은 불성립."
    )


def test_who_moved_is_told_with_particles() -> None:
    told = moved_words({"a": (Stance.FAILS, Stance.HOLDS)}, {"a": "테이블 2"})

    assert told == "테이블 2가 불성립에서 성립으로 옮겨 갔습니다."


def test_what_did_not_hold_in_the_round_before_is_not_said_to_hold_still() -> None:
    case = load_embedded("dprk-lessons", "ko")
    standing = take_standing(case, four_tables(case))

    assert verdict_moves(standing)[0] == (
        "Table 2에서 달라진 점: “북한이 핵을 포기하지 않음을 인정”, “핵무기 제한”과 “재관여와 대화 준비”는 유효합니다."
    )
    with speaking("en"):
        assert verdict_moves(take_standing(load_embedded("dprk-lessons"), four_tables(case))) == [
            "Changed for Table 2: “Accept the DPRK will not disarm”, “Limit the arsenal” and "
            "“Prepare re-engagement and dialogue” hold.",
            "Changed for Table 3: “Draw Pyongyang away from Moscow” is no longer needed; "
            "“Offer inducements to leave patrons” and “Learn to play powers off” hold on fewer arguments.",
        ]


def test_steps_of_a_plan_and_the_question_that_is_always_asked_are_told_in_korean() -> None:
    assert named(ninety_minutes()[0]) == "시작 인사"
    assert planned("Our own step") == "Our own step"
    assert named(AgendaItem(id="own", title="Close", minutes=5)) == "마무리"
    assert question_of(Prediction(id="one", question=QUESTION)) == "어떤 권고가 여전히 유효합니까?"


def test_what_groups_say_is_kept_for_each_language() -> None:
    case = load_embedded("dprk-lessons", "ko")
    standing, first = take_standing(case, four_tables(case)), case.assumptions[0].id
    korean_words = said_of(standing)[first].words
    with speaking("en"):
        words = said_of(standing)[first].words

    assert "성립" in korean_words
    assert words.startswith(
        "Tables 2 and 4 say it holds, Table 3 says it fails and Table 1 left it as argued"
    )
