"""How far each assumption moves a probability, and what is said of it."""

import pytest

from models.analyses.likelihood import likelihood
from models.pages.depends.vulnerable import tornado, tornado_words
from models.schema.case import Case
from models.schema.scenario import with_credence
from tests.analysed import analysed
from tests.models.engine.small_cases import link, rule, small_case

RATED = {"A1": 0.9, "A3": 0.5, "A10": 0.4, "A20": 0.8}


def test_the_ends_of_a_bar_are_the_probabilities_with_the_assumption_settled(essay: Case) -> None:
    snapshot, analyses = analysed(essay, credences=RATED)
    name = essay.by_code["R7"].id

    for bar in tornado(snapshot, analyses, name).bars:
        for end, credence in ((bar.if_fails, 0.0), (bar.if_holds, 1.0)):
            settled = with_credence(essay, snapshot.scenario, bar.id, credence)
            assert end == pytest.approx(likelihood(essay, settled).of[name].probability)


def test_the_ends_are_those_among_possible_settings_where_links_tie_assumptions() -> None:
    case = small_case(
        rule("p", need="a1 a3", then="r1"),
        statements="a1 a2 a3 r1",
        fails="a2",
        links=[link("l", one_of="a1 a2")],
    )
    snapshot, analyses = analysed(case, credences={"A1": 0.7, "A2": 0.9, "A3": 0.5})

    bars = tornado(snapshot, analyses, "r1").bars

    assert [bar.id for bar in bars] == ["a1", "a2", "a3"]
    assert [bar.if_fails for bar in bars] == pytest.approx([0, 0.5, 0])
    assert [bar.if_holds for bar in bars] == pytest.approx([0.5, 0, 7 / 34])


def test_bars_come_longest_first_and_the_rest_is_counted(essay: Case) -> None:
    shown = tornado(*analysed(essay, credences=RATED), essay.by_code["R5"].id, most=3)

    lengths = [abs(bar.if_holds - bar.if_fails) for bar in shown.bars]
    assert lengths == sorted(lengths, reverse=True)
    assert [bar.code for bar in shown.bars] == ["A10", "A3", "A16"]
    assert shown.foot.endswith("1 more moves it less; 18 assumptions do not move it.")


def test_it_says_in_words_what_each_bar_varies(essay: Case) -> None:
    shown = tornado(*analysed(essay, credences=RATED), essay.by_code["R1"].id)

    assert shown.title == "90%, very likely. “Arsenal is kept” moves it most."
    assert tornado_words(essay, shown).splitlines()[1] == (
        "If Arsenal is kept (A1) failed for certain, 0%; if it held for certain, 100%; as rated, 90%."
    )


def test_assumptions_that_move_it_alike_are_told_as_such(essay: Case) -> None:
    shown = tornado(*analysed(essay), essay.by_code["R5"].id)

    assert shown.title.endswith("4 assumptions move it alike.")
