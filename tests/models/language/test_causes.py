"""What a card gives as the cause of a verdict, in the embedded case."""

import pytest

from models.engine.explain import Trace
from models.language.causes import cause
from tests.states import after, snapshot, state


@pytest.mark.parametrize("code", ["R7", "R8", "R9"])
def test_what_alone_is_enough_for_a_fall_is_its_only_cause(code: str) -> None:
    trace = Trace(snapshot(after(state(), A3="fails", A20="fails"), analysed=False))

    assert cause(trace, trace.case.by_code[code].id) == "Korean security is for others to see to"
