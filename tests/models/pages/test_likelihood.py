"""Likelihood in words: probabilities, and how far each assumption moves one."""

from dataclasses import replace

import pytest

from models.analyses.likelihood import likelihood
from models.pages.likelihood import (
    NOTE,
    likelihood_headline,
    likelihood_line,
    likelihood_table,
    probability_lines,
    tornado,
    tornado_words,
)
from models.schema.analysis import Likelihood, Likelihoods
from models.schema.case import Case
from models.schema.scenario import with_credence
from models.schema.snapshot import Snapshot
from tests.analysed import analysed
from tests.models.conftest import Take

RATED = {"A1": 0.9, "A3": 0.5, "A10": 0.4, "A20": 0.8}


def estimated(snapshot: Snapshot) -> Snapshot:
    """The snapshot as it would be past the node budget."""
    assert snapshot.analyses is not None
    found = snapshot.analyses.likelihoods
    guesses = tuple(
        Likelihood(
            id=item.id, probability=item.probability, derivatives=item.derivatives, exact=False, error=0.006
        )
        for item in found.statements
    )
    likelihoods = Likelihoods(assumptions=found.assumptions, credences=found.credences, statements=guesses)
    return replace(snapshot, analyses=replace(snapshot.analyses, likelihoods=likelihoods))


def test_without_a_credence_it_is_said_that_everything_counts_as_toggled(essay: Case) -> None:
    assert likelihood_headline(analysed(essay)[0]) == (
        "No credence is entered: every assumption counts as toggled"
    )


def test_with_credences_the_headline_counts_what_is_likely(essay: Case) -> None:
    headline = likelihood_headline(analysed(essay, credences=RATED)[0])

    assert headline == "By the room's numbers, 7 of 11 recommendations are likely to hold"


def test_independence_and_whose_numbers_they_are_is_always_said(essay: Case, take: Take) -> None:
    for snapshot in (take(essay), analysed(essay, credences=RATED)[0]):
        assert likelihood_line(snapshot).startswith(NOTE)


def test_a_probability_is_told_in_percent_and_in_words(essay: Case) -> None:
    lines = {line.code: line for line in probability_lines(analysed(essay, credences=RATED)[0])}

    assert (lines["R1"].number, lines["R1"].words) == ("90%", "very likely")
    assert (lines["R5"].number, lines["R5"].words) == ("16%", "very unlikely")
    assert lines["R3"].spoken == "R3 Calm the tension around drills: 100%, certain"


def test_the_ends_of_a_bar_are_the_probabilities_with_the_assumption_settled(essay: Case) -> None:
    snapshot, _ = analysed(essay, credences=RATED)
    name = essay.by_code["R7"].id

    shown = tornado(snapshot, name)

    assert shown is not None
    for bar in shown.bars:
        for end, credence in ((bar.if_fails, 0.0), (bar.if_holds, 1.0)):
            settled = with_credence(essay, snapshot.scenario, bar.id, credence)
            assert end == pytest.approx(likelihood(essay, settled).of[name].probability)


def test_bars_come_longest_first_and_the_rest_is_counted(essay: Case) -> None:
    shown = tornado(analysed(essay, credences=RATED)[0], essay.by_code["R5"].id, most=3)

    assert shown is not None
    lengths = [abs(bar.if_holds - bar.if_fails) for bar in shown.bars]
    assert lengths == sorted(lengths, reverse=True)
    assert [bar.code for bar in shown.bars] == ["A10", "A3", "A20"]
    assert shown.foot.endswith("2 more move it less; 15 do not move it.")


def test_the_tornado_says_in_words_what_each_bar_varies(essay: Case) -> None:
    shown = tornado(analysed(essay, credences=RATED)[0], essay.by_code["R1"].id)

    assert shown is not None
    assert shown.title == "R1 Accept the DPRK will not disarm: 90%, very likely. A1 moves it most."
    assert tornado_words(shown).splitlines()[1] == (
        "If A1 Arsenal is kept failed for certain, 0%; if it held for certain, 100%; as rated, 90%."
    )


def test_assumptions_that_move_it_alike_are_told_as_such(essay: Case) -> None:
    shown = tornado(analysed(essay)[0], essay.by_code["R5"].id)

    assert shown is not None
    assert shown.title.endswith("5 assumptions move it alike.")


def test_what_is_not_exact_says_so_with_its_error(essay: Case) -> None:
    snapshot = estimated(analysed(essay, credences=RATED)[0])

    assert probability_lines(snapshot)[0].number == "about 90% (± 0.6)"
    assert "not exact: they may be off by 0.6 points" in likelihood_line(snapshot)


def test_nothing_is_told_before_it_is_worked_out(essay: Case, take: Take) -> None:
    snapshot = take(essay)

    assert probability_lines(snapshot) == ()
    assert tornado(snapshot, essay.by_code["R1"].id) is None
    assert likelihood_line(snapshot).endswith("being worked out.")


def test_the_table_has_probabilities_the_tornado_and_all_credences(essay: Case) -> None:
    lines = likelihood_table(analysed(essay, credences=RATED)[0], essay.by_code["R1"].id).splitlines()

    assert lines[1].split("\t") == ["R1", "Accept the DPRK will not disarm", "90%", "very likely"]
    assert "A1\tArsenal is kept\t0.00%\t100.00%" in lines
    assert "A12\tDPRK arms reach Russia\t50%\tas toggled: uncertain" in lines
    assert lines[-1] == NOTE
