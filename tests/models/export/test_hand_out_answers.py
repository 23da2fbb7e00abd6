"""The hand-out answers as the engine does: whatever is taken, uncertain and as argued, in both readings."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given

from models.export.hand_out.diagrams import TooTangled, diagrams
from models.schema.case import Case
from models.schema.grades import Kind, Reading
from models.schema.scenario import Scenario, baseline_scenario, with_stances
from models.store.cases import embedded_case_ids, load_embedded, read_case
from tests.models.analyses.generated_cases import TANGLED, generated_case
from tests.models.engine.small_cases import Drawn, drawn_settings
from tests.models.export.walked import engines, walked

INPUTS = Path(__file__).parent.parent / "inputs"
SETTINGS = 250


def cases() -> list[Case]:
    """The embedded cases, ones with links and choices, and generated ones."""
    read = [read_case(path).case for path in sorted(INPUTS.glob("links-*.yaml"))]
    generated = [generated_case(seed, 9, choices=0.3) for seed in range(3)]
    embedded = [load_embedded(name) for name in (*embedded_case_ids(), "tiny")]
    return [*embedded, *read, *generated]


def scenarios(case: Case, number: int, seed: int = 1) -> list[Scenario]:
    random = Random(seed)  # noqa: S311 - no secrets here
    found = []
    for place in range(number):
        taken = {
            item.id: random.choice(item.stances)
            for item in case.assumptions
            if random.random() < place / number
        }
        scenario = with_stances(baseline_scenario(case), taken)
        adds = any(rule.kind is Kind.ADDED for rule in case.rules)
        found.append(
            replace(scenario, reading=random.choice(list(Reading)), added=adds and random.random() < 0.5)
        )
    return found


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_it_answers_as_the_engine_does(case: Case) -> None:
    asked = scenarios(case, SETTINGS)
    for scenario, told in zip(asked, walked(case, asked), strict=True):
        expected = engines(case, scenario)
        assert told["possible"] == expected["possible"]
        if expected["possible"]:
            assert told == expected


@given(drawn_settings())
def test_it_answers_as_the_engine_does_for_whatever_case_is_drawn(drawn: Drawn) -> None:
    (told,) = walked(drawn.case, [drawn.scenario])

    expected = engines(drawn.case, drawn.scenario)
    assert told["possible"] == expected["possible"]
    if expected["possible"]:
        assert told == expected


def test_what_is_too_tangled_is_refused_in_a_sentence() -> None:
    with pytest.raises(TooTangled, match="too tangled"):
        diagrams(generated_case(0, 60, TANGLED))
