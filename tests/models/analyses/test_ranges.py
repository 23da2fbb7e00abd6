"""The ranges of probabilities while not everything is rated, against every corner of the unrated ones."""

from itertools import product

from models.analyses.likelihood import likelihood
from models.analyses.ranges import ranges
from models.schema.scenario import baseline_scenario, with_credence
from tests.states import case_named


def test_nothing_rated_has_no_range() -> None:
    case = case_named()

    assert ranges(case, baseline_scenario(case)) == ()


def test_a_range_goes_from_the_least_to_the_greatest_corner_of_what_is_unrated() -> None:
    case = case_named("tiny")
    first, *rest = (item.id for item in case.assumptions)
    scenario = with_credence(case, baseline_scenario(case), first, 0.3)
    corners = []
    for ends in product((0.0, 1.0), repeat=len(rest)):
        rated = scenario
        for name, end in zip(rest, ends, strict=True):
            rated = with_credence(case, rated, name, end)
        corners.append(likelihood(case, rated).of)

    for found in ranges(case, scenario):
        chances = [corner[found.id].probability for corner in corners]
        assert (round(found.low, 9), round(found.high, 9)) == (round(min(chances), 9), round(max(chances), 9))


def test_with_all_that_matters_rated_the_range_is_the_probability() -> None:
    case = case_named()
    scenario = baseline_scenario(case)
    for item in case.assumptions:
        scenario = with_credence(case, scenario, item.id, 0.6)
    chances = likelihood(case, scenario).of

    for found in ranges(case, scenario):
        assert not found.unrated
        assert abs(found.low - chances[found.id].probability) < 1e-9
        assert abs(found.high - found.low) < 1e-9
