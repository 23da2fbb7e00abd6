"""Flips and reasons are exactly the minimal ones, whatever is uncertain."""

from hypothesis import HealthCheck, given, settings

from models.analyses.flips import flips, reasons
from models.engine.evaluate import evaluate
from models.schema.analysis import Change
from models.schema.grades import Reading, Stance
from models.schema.result import Status
from models.schema.scenario import with_stances
from tests.models.analyses import truth_tables
from tests.models.analyses.drawn_scopes import drawn_scopes
from tests.models.engine.small_cases import Drawn, link, rule, setting, small_case

thoroughly = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def as_changes(drawn: Drawn, found: list[dict[int, bool]]) -> tuple[tuple[Change, ...], ...]:
    ids = [item.id for item in drawn.case.assumptions]
    ordered = sorted(
        found, key=lambda term: (len(term), [(place, not term[place]) for place in sorted(term)])
    )
    return tuple(
        tuple(Change(id=ids[p], to=Stance.HOLDS if term[p] else Stance.FAILS) for p in sorted(term))
        for term in ordered
    )


@thoroughly
@given(drawn_scopes())
def test_flips_are_all_minimal_changes_in_order(drawn: Drawn) -> None:
    tables = truth_tables.truth_tables(drawn.case, drawn.scenario)

    for item in flips(drawn.case, drawn.scenario):
        if item.status is not Status.ACCEPTED:
            naive = truth_tables.flips(drawn.case, drawn.scenario, item.id, tables[item.id], True)
            assert item.accepted == as_changes(drawn, naive)
        if item.status is not Status.REJECTED:
            naive = truth_tables.flips(drawn.case, drawn.scenario, item.id, tables[item.id], False)
            assert item.rejected == as_changes(drawn, naive)


@thoroughly
@given(drawn_scopes())
def test_the_direction_that_a_statement_has_already_is_left_out(drawn: Drawn) -> None:
    for item in flips(drawn.case, drawn.scenario):
        assert not (item.accepted if item.status is Status.ACCEPTED else ())
        assert not (item.rejected if item.status is Status.REJECTED else ())


@thoroughly
@given(drawn_scopes())
def test_every_flip_does_in_the_engine_what_it_says(drawn: Drawn) -> None:
    for item in flips(drawn.case, drawn.scenario):
        for wanted, found in ((Status.ACCEPTED, item.accepted), (Status.REJECTED, item.rejected)):
            for changes in found[:3]:
                scenario = with_stances(drawn.scenario, {change.id: change.to for change in changes})
                assert evaluate(drawn.case, scenario).status_of[item.id] is wanted


@thoroughly
@given(drawn_scopes())
def test_reasons_are_all_minimal_sets_of_stances_that_fix_the_status(drawn: Drawn) -> None:
    ids = [item.id for item in drawn.case.assumptions]

    for item in reasons(drawn.case, drawn.scenario):
        naive: list[tuple[int, ...]] = []
        if item.status is not Status.OPEN:
            accepted = item.status is Status.ACCEPTED
            naive = truth_tables.reasons(drawn.case, drawn.scenario, item.id, accepted)
        assert list(item.sets) == [tuple(ids[place] for place in places) for places in naive]
        assert item.complete


def test_settling_what_is_uncertain_is_a_change_too() -> None:
    case = small_case(rule("p", need="a1", means="a2", then="r1"), statements="a1 a2 r1", uncertain="a2")

    (answer,) = flips(case, setting(case))

    assert answer.status is Status.OPEN
    assert answer.accepted == ((Change(id="a2", to=Stance.HOLDS),),)
    assert answer.rejected == ((Change(id="a1", to=Stance.FAILS),), (Change(id="a2", to=Stance.FAILS),))


def test_what_links_carry_along_to_fail_need_not_hold_where_it_is_argued_for() -> None:
    case = small_case(
        rule("f", **{"if": "a3"}, then="f1"),
        rule("p", need="a1 -a3", then="r1"),
        statements="a1 a2 a3 f1 r1",
        fails="a1",
        uncertain="a3",
        argued={"a2": "f1"},
        links=[link("l", at_most_one="a1 a2")],
    )

    (answer,) = flips(case, setting(case))

    assert answer.accepted == ((Change(id="a1", to=Stance.HOLDS), Change(id="a3", to=Stance.FAILS)),)


def test_two_grounds_fall_only_together() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"), rule("q", need="a2 a3", then="r1"), statements="a1 a2 a3 r1"
    )

    (answer,) = flips(case, setting(case))

    assert [[change.id for change in changes] for changes in answer.rejected] == [["a1", "a2"], ["a1", "a3"]]


def test_the_other_reading_has_its_own_flips() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"), rule("q", need="a2 a3", then="r1"), statements="a1 a2 a3 r1"
    )

    (answer,) = flips(case, setting(case, reading=Reading.EVERY_ARGUMENT))

    assert [[change.id for change in changes] for changes in answer.rejected] == [["a1"], ["a2"], ["a3"]]


def test_what_can_never_be_accepted_has_no_flips_and_the_empty_reason() -> None:
    case = small_case(rule("p", need="a1", then="r1"), statements="a1 r1 r2")

    _, flip = flips(case, setting(case))
    _, reason = reasons(case, setting(case))

    assert (flip.accepted, flip.complete) == ((), True)
    assert (reason.sets, reason.complete) == (((),), True)
