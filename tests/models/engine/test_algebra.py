"""Columns are a Boolean algebra; random ones have the chance that was asked for."""

from random import Random

import pytest

from models.engine.algebra import Columns, Sample, random_column, truth_column

SETTINGS = 1 << 16


def test_a_column_depends_on_the_variables_that_it_is_made_of() -> None:
    algebra = Columns(8)
    first, second, third = (truth_column(place, 3) for place in range(3))

    either = algebra.join(first, algebra.negate(third))

    assert [algebra.depends(either, column, algebra.top) for column in (first, second, third)] == [
        True,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("element", "expected"), [(0b0111, True), (0b1000, False), (0b0010, None), (0b0000, False)]
)
def test_an_element_has_all_or_nothing_or_some_of_another(element: int, expected: bool | None) -> None:
    assert Columns(4).throughout(element, 0b0011) is expected


def test_a_sample_denies_dependence_only_of_constants() -> None:
    algebra = Sample(4)

    assert algebra.depends(0b0110, 0b0011, algebra.top)
    assert not algebra.depends(algebra.top, 0b0011, algebra.top)


@pytest.mark.parametrize("chance", [0.5, 0.1, 0.875, 1 / 3])
def test_a_random_column_is_true_as_often_as_asked_for(chance: float) -> None:
    column = random_column(Random(1), SETTINGS, chance)  # noqa: S311 - no secrets here

    assert column.bit_count() / SETTINGS == pytest.approx(chance, abs=0.01)


@pytest.mark.parametrize(("chance", "expected"), [(0.0, 0), (1.0, SETTINGS)])
def test_a_certain_column_is_certain(chance: float, expected: int) -> None:
    column = random_column(Random(1), SETTINGS, chance)  # noqa: S311 - no secrets here

    assert column.bit_count() == expected
