"""Answers are kept by their question, and a withdrawn question leaves nothing behind."""

import pytest

from models.analyses.acceptance import acceptances
from models.analyses.everywhere import everywhere
from models.analyses.flips import flips
from models.analyses.scope import all_settings, its_completions, kept
from models.schema.analysis import Tick, Withdrawn, patiently
from models.schema.grades import Stance
from models.schema.scenario import baseline_scenario, with_set_aside, with_stances
from tests.models.analyses.generated_cases import generated_case
from tests.models.engine.small_cases import rule, setting, small_case


def withdrawing() -> None:
    raise Withdrawn


def test_an_answer_is_worked_out_once() -> None:
    asked = []

    @kept(2)
    def answer(question: str, tick: Tick) -> str:
        asked.append(question)
        return question.upper()

    assert [answer(word, patiently) for word in ("a", "b", "a", "c", "b")] == ["A", "B", "A", "C", "B"]
    assert asked == ["a", "b", "c", "b"]


def test_large_answers_make_room_by_their_weight() -> None:
    asked = []

    @kept(5, len)
    def answer(question: str, tick: Tick) -> str:
        asked.append(question)
        return question.upper()

    for word in ("aaa", "b", "cc", "b", "aaa"):
        answer(word, patiently)

    assert asked == ["aaa", "b", "cc", "aaa"]


def test_a_withdrawn_question_can_be_asked_again() -> None:
    case = generated_case(5, 16)
    scenario = baseline_scenario(case)

    with pytest.raises(Withdrawn):
        everywhere(case, scenario, withdrawing)

    assert everywhere(case, scenario).statements


def test_a_long_search_can_be_withdrawn_halfway() -> None:
    case = generated_case(1, 24)
    scenario = baseline_scenario(case)
    acceptances(all_settings(case, scenario), patiently)

    with pytest.raises(Withdrawn):
        flips(case, scenario, withdrawing)


def test_a_toggle_keeps_the_scope_of_all_settings_but_not_of_the_completions() -> None:
    case = small_case(rule("p", need="a1 a2", then="r1"), statements="a1 a2 r1")
    one, other = setting(case), setting(case, a1="uncertain")

    assert all_settings(case, one) == all_settings(case, other)
    assert its_completions(case, other).varied == ("a1",)
    assert its_completions(case, other).fixed == (("a2", Stance.HOLDS),)


def test_setting_a_rule_aside_is_another_scope() -> None:
    case = small_case(rule("p", need="a1", then="r1"), statements="a1 r1")
    scenario = baseline_scenario(case)

    aside = with_set_aside(case, scenario, "p", True)

    assert all_settings(case, scenario) != all_settings(case, aside)
    assert everywhere(case, aside).of["r1"].share == 0


def test_a_case_of_the_same_name_with_other_rules_is_another_scope() -> None:
    one = small_case(rule("p", need="a1", then="r1"), statements="a1 a2 r1")
    other = small_case(rule("p", need="a1 a2", then="r1"), statements="a1 a2 r1")

    shares = [
        everywhere(case, with_stances(baseline_scenario(case), {})).of["r1"].share for case in (one, other)
    ]

    assert shares[0] == 2 * shares[1]
