"""Statements are named inside sentences without their capitals, unless these belong to a name."""

import pytest

from models.language.naming import inside, taken
from models.schema.case import Assumption
from models.schema.grades import Stance
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
