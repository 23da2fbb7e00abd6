"""The fall tells what turned in the order in which it did."""

from dataclasses import replace

from models.pages.fall import fall
from models.schema.snapshot import Snapshot
from tests.states import after, snapshot, state


def waves(snapshot: Snapshot) -> list[list[str]]:
    return [[snapshot.case.by_id[name].code for name in wave] for wave in fall(snapshot)]


def test_what_was_changed_comes_first_and_what_follows_wave_by_wave() -> None:
    taken = snapshot(after(state(), A3="fails"), analysed=False)

    assert waves(taken) == [["A3"], ["F9", "F10", "F11"], ["F14"], ["R5", "R10", "R11"], ["R7"]]


def test_what_rises_turns_in_the_same_order_as_it_fell() -> None:
    fallen = after(state(), A3="fails")

    risen = snapshot(after(fallen, A3="holds"), analysed=False)

    assert waves(risen) == waves(snapshot(fallen, analysed=False))


def test_nothing_turns_without_a_change() -> None:
    assert fall(snapshot(state(), analysed=False)) == ()


def test_nothing_turns_while_somebody_looks_back() -> None:
    fallen = after(state(), A3="fails")
    back = replace(fallen, view=replace(fallen.view, looking_back=True))

    assert fall(snapshot(back, analysed=False)) == ()


def test_a_change_without_consequence_turns_only_itself() -> None:
    taken = snapshot(after(state(), A12="fails"), analysed=False)

    assert waves(taken)[0] == ["A12"]
    assert not any(code.startswith("R") for wave in waves(taken) for code in wave)
