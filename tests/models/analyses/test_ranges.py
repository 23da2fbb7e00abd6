"""The ranges of probabilities while not everything is rated, against every corner of the unrated ones."""

from collections.abc import Sequence
from itertools import product
from math import prod

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.analyses import acceptance
from models.analyses.as_json import analyse_json
from models.analyses.bundle import analyse
from models.analyses.likelihood import likelihood, ranges
from models.cli.analyse import table
from models.cli.evaluate import answer
from models.pages.depends.likely import spread
from models.schema.grades import Stance
from models.schema.scenario import baseline_scenario, with_credence
from tests.models.analyses.drawn_scopes import drawn_scopes, with_version
from tests.models.analyses.generated_cases import TANGLED, generated_case
from tests.models.analyses.truth_tables import Table, completions_of, restricted, truth_tables
from tests.models.engine.small_cases import Drawn, link, rule, setting, small_case
from tests.states import case_named, snapshot_of

thoroughly = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
CHANCES = (None, 0.0, 0.25, 0.7, 1.0)


def ends(table: Table, chances: Sequence[float | None]) -> tuple[float, float] | None:
    """The least and the greatest probability over all corners of what is not rated, if any is possible.

    What is the same in all settings that agree on what is rated is no corner: it may count one half.
    """
    free = [
        place
        for place, chance in enumerate(chances)
        if chance is None and not _settled(table, chances, place)
    ]
    found = []
    for corner in product((0, 1), repeat=len(free)):
        ratings = [0.5 if chance is None else chance for chance in chances]
        for place, end in zip(free, corner, strict=True):
            ratings[place] = float(end)
        weights = {setting: _weight(setting, ratings) for setting in table}
        if whole := sum(weights.values()):
            found.append(sum(weights[setting] for setting, value in table.items() if value) / whole)
    return (min(found), max(found)) if found else None


def _weight(setting: Sequence[bool], ratings: Sequence[float]) -> float:
    return prod(chance if held else 1 - chance for held, chance in zip(setting, ratings, strict=True))


def _settled(table: Table, chances: Sequence[float | None], place: int) -> bool:
    sides: dict[tuple[bool, ...], set[bool]] = {}
    for one in table:
        rated = tuple(held for held, chance in zip(one, chances, strict=True) if chance is not None)
        sides.setdefault(rated, set()).add(one[place])
    return all(len(found) == 1 for found in sides.values())


@pytest.mark.parametrize("within", [False, True])
@thoroughly
@given(drawn_scopes(), st.data())
def test_a_range_is_that_of_all_corners_of_what_is_not_rated(
    within: bool, drawn: Drawn, data: st.DataObject
) -> None:
    scenario = drawn.scenario
    chances = [data.draw(st.sampled_from(CHANCES)) for _ in drawn.case.assumptions]
    for item, chance in zip(drawn.case.assumptions, chances, strict=True):
        scenario = with_credence(drawn.case, scenario, item.id, chance)
    tables = truth_tables(drawn.case, scenario)
    varied = list(chances)
    if within:
        tables = {
            name: restricted(table, completions_of(drawn.case, scenario)) for name, table in tables.items()
        }
        settled = {Stance.HOLDS: 0.5, Stance.FAILS: 0.5}
        varied = [settled.get(e.stance, chance) for e, chance in zip(scenario.stances, chances, strict=True)]

    for found in ranges(drawn.case, scenario, within=within):
        expected = ends(tables[found.id], varied)
        if expected is not None:  # else links rule out what was rated as certain
            assert found.exact
            assert (found.low, found.high) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("rated", [3, 10])
def test_past_the_node_budget_a_truth_table_gives_the_range(
    rated: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = generated_case(3, 10, TANGLED)
    chances = [0.3 if place < rated else None for place in range(10)]
    scenario = baseline_scenario(case)
    for item, chance in zip(case.assumptions, chances, strict=True):
        scenario = with_credence(case, scenario, item.id, chance)
    tables = truth_tables(case, scenario)
    monkeypatch.setattr(acceptance, "NODE_BUDGET", 30)
    monkeypatch.setattr(acceptance, "LATE_BUDGET", 20)

    found = ranges(with_version(case, f"range past the budget, {rated}"), scenario)

    for told in found:
        assert told.exact
        assert (told.low, told.high) == pytest.approx(ends(tables[told.id], chances), abs=1e-9)


def test_what_links_settle_needs_no_rating() -> None:
    case = small_case(
        rule("p", need="a2", then="r1"),
        statements="a1 a2 r1",
        fails="a2",
        links=[link("l", one_of="a1 a2")],
    )

    (found,) = ranges(case, with_credence(case, setting(case), "a1", 0.7))

    assert found.unrated == ()
    assert found.probability == pytest.approx(0.3)


def test_nothing_rated_has_no_range_in_the_window() -> None:
    case = case_named()

    assert analyse(case, baseline_scenario(case)).ranges == ()


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


def test_ratings_that_links_do_not_allow_have_no_probability_and_say_why() -> None:
    case = small_case(
        rule("p", need="a1 a3", then="r1"),
        statements="a1 a2 a3 r1",
        fails="a2",
        links=[link("l", one_of="a1 a2")],
    )
    scenario = baseline_scenario(case)
    for name, chance in (("a1", 1.0), ("a2", 1.0), ("a3", 0.5)):
        scenario = with_credence(case, scenario, name, chance)

    (found,) = ranges(case, scenario)

    assert (found.ruled_out, found.exact, found.probability) == (True, False, None)
    told = analyse_json(case, scenario, answer(snapshot_of(case, scenario)))["recommendations"]["r1"]
    assert (told["probability"], told["derivative"], told["exact"]) == (None, {}, False)
    assert spread(case, found).text == "not possible as rated"
    assert "No possible setting has all that is rated" in table(case, scenario, within=False)
