"""What a card gives as the cause of a verdict, in the embedded case."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.engine.evaluate import evaluate
from models.engine.explain import Trace
from models.language.account import account
from models.language.causes.cause import brief_cause, cause
from models.language.naming import taken
from models.language.suppositions import supposition
from models.schema.case import Assumption
from models.schema.grades import Reading, Verdict
from models.schema.snapshot import State
from tests.states import after, case_named, snapshot, state

PLAIN = [item.code for item in case_named().assumptions if not item.argued_by and item.code[0] == "A"]
UNDER_ARGUED = ("A4", "A5", "A6")
"""Where one of these fails, an assumption is open that is taken as argued, and no cause says so."""


@pytest.mark.parametrize("code", ["R7", "R8", "R9"])
def test_what_alone_is_enough_for_a_fall_is_its_only_cause(code: str) -> None:
    trace = Trace(snapshot(after(state(), A3="fails", A20="fails"), analysed=False))

    assert cause(trace, trace.case.by_code[code].id) == "Korean security is for others to see to"


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from([code for code in PLAIN if code not in UNDER_ARGUED]),
        st.sampled_from(["fails", "fails", "uncertain"]),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from(Reading),
)
def test_what_is_told_of_a_fall_is_enough_for_this_very_verdict(
    stances: dict[str, str], reading: Reading
) -> None:
    trace = _trace(after(state(), **stances), reading)

    for result in trace.evaluation.recommendations:
        told = account(trace, result.id)
        if result.falls and " causes)" not in told and " more." not in told:
            named = {code: stance for code, stance in stances.items() if _names(trace, told, code)}
            alone = _trace(after(state(), **named), reading)
            again = evaluate(alone.case, alone.snapshot.scenario).recommendation[result.id].verdict
            assert again is result.verdict, (result.id, told)


def test_all_that_fells_advice_is_named_where_it_inherits_that_it_is_incomplete() -> None:
    trace = _trace(after(state(), A1="fails", A15="fails"), Reading.EVERY_ARGUMENT)

    assert cause(trace, trace.case.by_code["R8"].id) == (
        "Its only argument does not hold: “Prepare dialogue” is incomplete; "
        "besides, the borders stay closed to Europeans"
    )


def test_a_fall_is_not_said_to_be_for_what_would_fell_it_in_another_way() -> None:
    trace = _trace(after(state(), A1="fails", A20="fails"), Reading.EVERY_ARGUMENT)

    assert cause(trace, trace.case.by_code["R8"].id) == "Korean security is for others to see to"


def test_why_advice_falls_is_told_where_how_depends_on_what_is_uncertain() -> None:
    trace = _trace(
        after(state(), A3="fails", A20="fails", A1="uncertain", A10="uncertain", A15="uncertain"),
        Reading.ONE_ARGUMENT,
    )
    advice, other = trace.case.by_code["R8"].id, trace.case.by_code["R10"].id

    assert cause(trace, other) == cause(trace, advice)
    assert trace.evaluation.recommendation[advice].verdict is Verdict.FALLS
    assert cause(trace, advice) == (
        "Korean security is for others to see to; how the advice falls depends on “Reliance on China resented”"
    )
    assert account(trace, advice).endswith(
        "If “Reliance on China resented” holds, this is not ours to do; if it fails, this is no longer workable."
    )


def test_what_holds_says_why_an_argument_of_an_analyst_does_not() -> None:
    counted = replace(state(), scenario=replace(state().scenario, added=True))
    trace = _trace(counted, Reading.ONE_ARGUMENT)

    assert cause(trace, trace.case.by_code["R7"].id) == (
        "4 of 5 arguments hold; the other does not, as “Arsenal is kept” holds"
    )


def test_what_does_not_follow_as_its_argument_is_rejected_is_a_cause_too() -> None:
    rejecting = replace(state(), scenario=replace(state().scenario, set_aside=("pressure-fails",)))
    trace = _trace(after(rejecting, A20="holds", A17="fails"), Reading.EVERY_ARGUMENT)
    advice = trace.case.by_code["R7"].id

    assert cause(trace, advice) == (
        "Only 1 of 4 arguments holds: Moscow and Beijing give more and "
        "the only argument for “Pressure has run out” is rejected"
    )
    assert account(trace, advice).startswith(
        "Only 1 of 4 arguments holds: Moscow and Beijing give more, so “Draw away from Moscow” and "
        "“Draw away from Beijing” are no longer workable; "
        "besides, the only argument for “Pressure has run out” is rejected."
    )


@pytest.mark.parametrize(
    ("failing", "advice", "why"),
    [
        (
            ("A18", "A20"),
            "R9",
            "Korean security is for others to see to, so “Prepare dialogue” is not ours to do. "
            "It is addressed to EU member states.",
        ),
        (
            ("A1", "A2", "A10"),
            "R8",
            "Pyongyang is content to rely on China (and 2 more causes), so “Prepare dialogue” is no longer workable.",
        ),
    ],
)
def test_what_inherits_a_fall_is_not_said_to_be_needed(
    failing: tuple[str, ...], advice: str, why: str
) -> None:
    trace = _trace(after(state(), **dict.fromkeys(failing, "fails")), Reading.ONE_ARGUMENT)

    assert account(trace, trace.case.by_code[advice].id) == why


def test_a_second_name_is_named_and_counted_only_where_it_has_no_room() -> None:
    trace = _trace(after(state(), A4="uncertain"), Reading.ONE_ARGUMENT)
    advice = trace.case.by_code["R1"].id

    assert cause(trace, advice) == "Depends on “Arsenal is kept” and “Pyongyang studies the war”"
    assert brief_cause(trace, advice) == "Depends on “Arsenal is kept” and 1 more"


def test_where_it_has_no_room_a_count_leaves_out_the_word_and_not_what_it_depends_on() -> None:
    trace = _trace(after(state(), A22="uncertain"), Reading.ONE_ARGUMENT)
    advice = trace.case.by_code["R10"].id
    rest = "; the other depends on “Pyongyang leans on China”"

    assert cause(trace, advice) == f"At least 1 of 2 arguments holds{rest}"
    assert brief_cause(trace, advice) == f"At least 1 of 2 holds{rest}"


def _trace(asked: State, reading: Reading) -> Trace:
    read = replace(asked, scenario=replace(asked.scenario, reading=reading))
    return Trace(snapshot(read, analysed=False))


def _names(trace: Trace, text: str, code: str) -> bool:
    item = trace.case.by_code[code]
    assert isinstance(item, Assumption)
    clause = taken(trace.case, item, trace.snapshot.scenario.stance_of[item.id])
    return clause.casefold() in text.casefold() or f"“{item.title}”" in text


def test_what_shows_why_advice_falls_in_its_way_is_told_first() -> None:
    trace = _trace(after(state(), A1="fails", A2="fails", A10="fails"), Reading.ONE_ARGUMENT)
    dialogue, moment = (trace.case.by_code[code].id for code in ("R7", "R8"))

    assert cause(trace, dialogue) == "Pyongyang is content to rely on China (and 2 more causes)"
    assert cause(trace, moment) == "“Prepare dialogue” is no longer workable"


def test_what_is_missing_is_traced_to_its_cause_where_another_argument_is_open() -> None:
    trace = _trace(after(state(), A1="uncertain", A3="fails"), Reading.EVERY_ARGUMENT)

    assert account(trace, trace.case.by_code["R7"].id).startswith(
        "Only 2 or 3 of 4 arguments hold: Russia ties do not deepen, so “Draw away from Moscow” is no longer needed; "
        "one is open."
    )


def test_assumptions_that_are_taken_alike_are_supposed_together() -> None:
    uncertain = after(state(), A3="uncertain", A20="uncertain", A10="fails")

    assert supposition(uncertain.case, uncertain.scenario) == (
        "“Russia ties deepen” and “Korea is Europe’s business” are uncertain, and Pyongyang is content to rely on China"
    )
