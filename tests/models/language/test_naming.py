"""Names stand inside sentences without capitals, unless these belong to them; alike ones are told apart."""

from dataclasses import replace

import pytest

from models.language.messages import speaking
from models.language.naming import LINES, brief_of, inside, source_kind, taken, the_source
from models.schema.case import Assumption, Case
from models.schema.grades import Stance
from models.store.cases import load_embedded
from tests.extremes import largest
from tests.states import case_named


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The arsenal is up for trade", "the arsenal is up for trade"),
        ("Reliance on China is not resented", "reliance on China is not resented"),
        ("Pyongyang follows older plans", "Pyongyang follows older plans"),
        ("EU inducements fall short", "EU inducements fall short"),
        ("G7+ measures are enforced", "G7+ measures are enforced"),
    ],
)
def test_only_a_name_keeps_its_capital_inside_a_sentence(text: str, told: str) -> None:
    assert inside(case_named(), text) == told


def test_a_case_that_does_not_say_what_failing_means_gets_its_label_in_quotes() -> None:
    tiny = case_named("tiny")
    item = tiny.by_code["A1"]
    assert isinstance(item, Assumption)

    assert taken(tiny, item, Stance.FAILS) == "“Funds are voted” fails"


def briefs(case: Case) -> list[str]:
    return [brief_of(case, item) for item in (*case.assumptions, *case.recommendations)]


def test_names_that_begin_alike_keep_where_they_differ() -> None:
    case = largest()

    assert brief_of(case, case.assumptions[11]) == "Every one … 12"
    assert brief_of(case, case.recommendations[0]) == "Whether … 1"
    assert len(set(briefs(case))) == len(briefs(case))


def test_names_that_differ_early_and_short_names_of_an_author_stay_as_they_are() -> None:
    case = load_embedded("dprk-lessons")

    assert briefs(case) == [item.brief for item in (*case.assumptions, *case.recommendations)]


def test_names_that_a_line_shows_whole_stay_as_they_are() -> None:
    case = largest()
    names = ("The prizes are at most 6", "The prizes are at most a third")
    claims = [replace(one, text=name) for one, name in zip(case.assumptions, names, strict=False)]
    short = replace(case, assumptions=(*claims, *case.assumptions[2:]))

    assert [brief_of(short, one, LINES) for one in short.assumptions[:2]] == list(names)
    assert brief_of(short, short.assumptions[0]) == "The prizes … 6"


@pytest.mark.parametrize(
    ("name", "kind"),
    [("dprk-lessons", "essay"), ("wedding-illness", "inquiry"), ("night-ferry", "safety case")],
)
def test_a_source_in_another_language_is_called_what_the_interface_calls_it(name: str, kind: str) -> None:
    assert the_source(load_embedded(name, "ko")) == f"the {kind}"
    with speaking("ko"):
        assert source_kind(load_embedded(name)) == "원문"


def test_a_source_whose_kind_the_interface_has_no_word_for_is_called_a_source() -> None:
    case = load_embedded("dprk-lessons", "ko")
    odd = replace(case, source=replace(case.source, kind="수필"))
    plain = replace(case, source=replace(case.source, kind=None))

    assert [source_kind(one) for one in (odd, plain)] == ["source", "source"]
    assert source_kind(replace(odd, language="en-GB")) == "수필"
