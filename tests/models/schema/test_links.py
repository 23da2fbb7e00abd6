"""What links leave only one value, against every setting that they allow."""

from itertools import product

from hypothesis import assume, given
from hypothesis import strategies as st

from models.schema.links import a_setting, forced

NAMES = "abcde"
LITERALS = st.tuples(st.sampled_from(NAMES), st.booleans())
CLAUSES = st.lists(st.lists(LITERALS, min_size=1, max_size=3).map(tuple), max_size=8)
FIXED = st.dictionaries(st.sampled_from(NAMES), st.booleans(), max_size=2)


@given(clauses=CLAUSES, fixed=FIXED)
def test_what_is_forced_is_what_all_possible_settings_have(
    clauses: list[tuple[tuple[str, bool], ...]], fixed: dict[str, bool]
) -> None:
    all_settings = (dict(zip(NAMES, values, strict=True)) for values in product((True, False), repeat=5))
    possible = [
        one
        for one in all_settings
        if one.items() >= fixed.items() and all(set(clause) & one.items() for clause in clauses)
    ]
    assume(possible)

    found = forced(clauses, fixed)

    named = {name for clause in clauses for name, _ in clause} - fixed.keys()
    assert found == {
        name: possible[0][name] for name in named if len({setting[name] for setting in possible}) == 1
    }


@given(clauses=CLAUSES, fixed=FIXED, unlike=FIXED)
def test_a_setting_unlike_another_is_possible_as_well(
    clauses: list[tuple[tuple[str, bool], ...]], fixed: dict[str, bool], unlike: dict[str, bool]
) -> None:
    found, other = a_setting(clauses, fixed), a_setting(clauses, fixed, unlike)

    assert (found is None) is (other is None)
    assert other is None or all(set(clause) & other.items() for clause in clauses)
