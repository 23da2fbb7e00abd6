"""A probabilistic logic programming system gives the same probabilities."""

import warnings

import pytest

from models.analyses.likelihood import likelihood
from models.schema.case import Case
from models.schema.scenario import baseline_scenario, with_credence
from tests.models.analyses.encodings import problog_program
from tests.models.analyses.generated_cases import generated_case, linked_case

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    warnings.simplefilter("ignore", SyntaxWarning)  # of its escape sequences, from Python 3.12 on
    from problog import get_evaluatable
    from problog.program import PrologString


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize(("seed", "size", "choices"), [(0, 8, 0.0), (1, 12, 0.0), (2, 16, 0.0), (3, 10, 0.4)])
def test_probabilities_are_those_of_problog(seed: int, size: int, choices: float) -> None:
    _compare(generated_case(seed, size, choices=choices))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("seed", range(3))
def test_under_links_they_are_those_of_problog_given_that_the_links_hold(seed: int) -> None:
    _compare(linked_case(seed, 9))


def _compare(case: Case) -> None:
    scenario = baseline_scenario(case)
    for place, item in enumerate(case.assumptions):
        scenario = with_credence(case, scenario, item.id, (place + 1) / (len(case.assumptions) + 1))
    program = PrologString("\n".join(problog_program(case, scenario)))

    theirs = get_evaluatable().create_from(program).evaluate()

    ours = likelihood(case, scenario)
    for term, probability in theirs.items():
        assert ours.of[str(term)].probability == pytest.approx(float(probability), abs=1e-12)
