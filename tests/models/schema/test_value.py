"""Values are made dataclasses when the first of them is made, and are then as frozen as any."""

import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError, field, fields, replace
from threading import Barrier

import pytest

from models.schema.value import OFTEN, Answer, Value, as_plain
from models.store.cases import load_embedded
from tests.workshops import four_tables


class Place(Answer):
    """A value with a part that must be named."""

    name: str
    high: int = 0


class Peak(Place):
    """A value with all of a place's fields and one of its own."""

    climbed: bool = False


class Spot(Answer, kw_only=False):
    """A value whose parts need no names."""

    x: int
    y: int = 0


class Rope(Value):
    """A value that a file could hold."""

    if_: tuple[str, ...] = ()
    length: int = 0


def test_a_class_that_nobody_has_made_knows_its_fields() -> None:
    assert [item.name for item in fields(Peak)] == ["name", "high", "climbed"]


def test_a_subclass_has_the_fields_of_both() -> None:
    assert replace(Peak(name="K2", high=8611), climbed=True) == Peak(name="K2", high=8611, climbed=True)
    assert Peak(name="K2") != Peak(name="K3")
    assert len({Peak(name="K2"), Peak(name="K2")}) == 1


def test_values_are_frozen_and_complete() -> None:
    with pytest.raises(FrozenInstanceError):
        Place(name="here").high = 1  # type: ignore[misc]
    with pytest.raises(TypeError, match="name"):
        Place()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="wide"):
        Place(name="here", wide=1)  # type: ignore[call-arg]


def test_the_first_value_of_a_kind_and_all_after_it_are_made_alike() -> None:
    class Camp(Answer):
        name: str
        tents: list[str] = field(default_factory=list)
        high: int = 0

        def __post_init__(self) -> None:
            object.__setattr__(self, "told", f"{self.name}, {self.high} m")

    made = [Camp(name="base", high=40) for _ in range(OFTEN + 2)]

    assert all(vars(camp) == {"name": "base", "tents": [], "high": 40, "told": "base, 40 m"} for camp in made)
    assert made[0].tents is not made[1].tents
    with pytest.raises(TypeError, match="hihg"):
        Camp(name="base", hihg=40)  # type: ignore[call-arg]


def test_parts_go_by_place_where_a_class_says_so() -> None:
    assert Spot(1, 2) == Spot(x=1, y=2)
    with pytest.raises(TypeError):
        Place("here")  # type: ignore[call-arg]


def test_plain_data_has_keys_for_fields_and_leaves_defaults_out() -> None:
    assert as_plain(Rope(if_=("a",))) == {"if": ["a"]}


def test_two_threads_may_want_the_first_value_of_a_kind_at_once() -> None:
    together = Barrier(2)

    def make(kind: type[Place]) -> Place:
        together.wait()
        return kind(name="Everest", high=8849)

    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(2) as threads:
            for _ in range(200):
                kind = type("Made", (Place,), {"__annotations__": {}})
                assert {value.high for value in threads.map(make, (kind, kind))} == {8849}
    finally:
        sys.setswitchinterval(before)


def test_groups_that_say_the_same_are_one_and_others_are_not() -> None:
    case = load_embedded()
    known, again = four_tables(case).groups, four_tables(case).groups
    renamed = replace(known[0], name="Another")

    assert known[0] is not again[0]
    assert {*known, *again} == {*known}
    assert len({*known, renamed}) == len(known) + 1
