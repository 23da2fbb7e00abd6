"""Truth tables past the node budget give what diagrams give, and exact shares where a sample would guess."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

from models.analyses.acceptance import acceptances
from models.analyses.everywhere import everywhere
from models.analyses.likelihood import likelihood
from models.analyses.scope import all_settings
from models.analyses.sweeps import probability_and_derivatives, share_and_influences
from models.analyses.tables import counted, tables, weighed
from models.schema.analysis import patiently
from models.schema.scenario import baseline_scenario, with_credence
from models.store.cases import read_case
from tests.models.analyses.drawn_scopes import drawn_scopes
from tests.models.engine.small_cases import Drawn

INPUTS = Path(__file__).parents[1] / "inputs"
thoroughly = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@thoroughly
@given(drawn_scopes())
def test_a_table_counts_and_weighs_as_a_diagram_does(drawn: Drawn) -> None:
    assume(not drawn.case.links)
    scope = all_settings(drawn.case, drawn.scenario)
    names = frozenset(item.id for item in drawn.case.recommendations)
    found = tables((scope, names), patiently)

    for name in names:
        acceptance = acceptances(scope, patiently)[name]
        assert acceptance is not None
        share, influences = counted(found[name], patiently)
        known, theirs = share_and_influences(acceptance, patiently)
        assert share == known
        assert {item: told for item, told in influences.items() if told.banzhaf} == theirs
        chances = {item: (place + 1) / 7 for place, item in enumerate(scope.varied)}
        ours = weighed(found[name], [chances[item] for item in found[name].names], patiently)
        exact = probability_and_derivatives(acceptance, [chances[item] for item in acceptance.names])
        assert ours[0] == pytest.approx(exact[0], abs=1e-12)
        for item, derivative in ours[1].items():
            assert derivative == pytest.approx(exact[1].get(item, 0.0), abs=1e-12)


def test_a_share_of_2_to_the_24_settings_is_counted_and_not_sampled() -> None:
    case = read_case(INPUTS / "exact-at-24.yaml").case

    found = everywhere(case, baseline_scenario(case), about=["r7"]).of["r7"]

    assert (found.share, found.exact) == (Fraction(192, 1 << 24), True)


def test_its_probability_at_one_half_is_the_share() -> None:
    case = read_case(INPUTS / "exact-at-24.yaml").case
    scenario = baseline_scenario(case)
    for item in case.assumptions:
        scenario = with_credence(case, scenario, item.id, 0.5)

    found = likelihood(case, scenario, about=["r7"]).of["r7"]

    assert (found.probability, found.exact) == (192 / (1 << 24), True)
