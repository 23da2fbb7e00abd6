"""Explanations: sufficient reasons, what a statement hangs on, and what would change with one stance."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from models.engine.evaluate import evaluate
from models.engine.explain import Trace
from models.schema.case import Assumption, Case, Role
from models.schema.grades import Reading, Stance, Verdict
from models.schema.result import RuleState, Status, Usage
from models.schema.scenario import Scenario, with_stances
from models.schema.steps.link_steps import carried_along
from tests.models.engine.brute_force import BruteForce
from tests.models.engine.small_cases import Drawn, drawn_settings, link, rule, setting, small_case
from tests.states import snapshot_of

thoroughly = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def bridge() -> Case:
    return small_case(
        rule("voted", **{"if": "a1"}, then="f1"),
        rule("worth", need="a2", means="f1", standing="a3", then="r1"),
        rule("jobs", need="a4", then="r1"),
        rule("floods", **{"if": "-a2"}, opposes="r1", kind="added"),
        statements="a1 a2 a3 a4 f1 r1",
        fails="a4",
    )


def trace(case: Case, scenario: Scenario) -> Trace:
    return Trace(snapshot_of(case, scenario))


def test_a_missing_premise_tells_its_role_and_the_assumption_at_fault() -> None:
    case = bridge()

    argument = trace(case, setting(case, a1="fails")).arguments("r1")[0]

    assert [(item.statement, item.role) for item in argument.missing] == [("f1", Role.MEANS)]
    assert argument.missing[0].reason is not None
    assert argument.missing[0].reason.assumptions == ("a1",)


def test_what_was_explained_once_is_known_to_whoever_asks_next() -> None:
    case = bridge()
    snapshot = snapshot_of(case, setting(case, a1="fails"))

    first, second = Trace(snapshot), Trace(snapshot)

    assert first.arguments("r1") is second.arguments("r1")


def test_a_missing_premise_is_traced_to_the_inference_that_was_set_aside() -> None:
    case = bridge()

    argument = trace(case, setting(case, aside=["voted"])).arguments("r1")[0]

    assert argument.missing[0].reason is not None
    assert argument.missing[0].reason.set_aside == ("voted",)


def test_of_a_choice_nothing_is_missing_while_enough_is_met() -> None:
    case = small_case(rule("p", need="a1|a2|a3", then="r1"), statements="a1 a2 a3 r1", fails="a1")

    met = trace(case, setting(case)).arguments("r1")[0]
    missed = trace(case, setting(case, a2="fails", a3="fails")).arguments("r1")[0]

    assert met.missing == ()
    assert [item.statement for item in missed.missing] == ["a1", "a2", "a3"]
    assert [item.met for item in missed.choices] == [Status.REJECTED]


def test_the_reason_of_a_choice_names_no_more_than_is_enough() -> None:
    case = small_case(rule("p", need="2:a1|a2|a3", then="r1"), statements="a1 a2 a3 r1")

    held = trace(case, setting(case)).reason("r1")
    fallen = trace(case, setting(case, a1="fails", a3="fails")).reason("r1")

    assert held is not None
    assert fallen is not None
    assert (held.assumptions, fallen.assumptions) == (("a1", "a2"), ("a1", "a3"))


def test_the_reason_names_the_rejected_argument_without_which_not_all_would_hold() -> None:
    case = small_case(rule("p", need="a1", then="r1"), rule("q", need="a2", then="r1"), statements="a1 a2 r1")

    reason = trace(case, setting(case, reading=Reading.EVERY_ARGUMENT, aside=["p"], a1="fails")).reason("r1")

    assert reason is not None
    assert (reason.assumptions, reason.set_aside) == (("a2",), ("p",))


def test_objections_stand_among_the_arguments_even_when_switched_off() -> None:
    case = bridge()

    objection = trace(case, setting(case)).arguments("r1")[-1]

    assert (objection.rule, objection.supports, objection.usage) == ("floods", False, Usage.SWITCHED_OFF)


def test_an_argument_names_the_objection_that_beats_it() -> None:
    case = bridge()

    arguments = trace(case, setting(case, a2="fails", a4="holds", added=True)).arguments("r1")

    assert [item.beaten_by for item in arguments if item.supports] == [(), ("floods",)]


def test_an_objection_that_never_meets_an_argument_does_not_beat_it() -> None:
    case = bridge()

    arguments = trace(case, setting(case, a2="uncertain", added=True)).arguments("r1")

    assert arguments[0].state is RuleState.OPEN
    assert arguments[0].beaten_by == ()


def test_the_reason_of_an_accepted_statement_names_the_smallest_ground() -> None:
    case = bridge()

    reason = trace(case, setting(case, a4="holds")).reason("r1")

    assert reason is not None
    assert reason.assumptions == ("a4",)


def test_a_reason_of_last_resort_names_no_stance_and_no_rejection_that_makes_no_difference() -> None:
    case = small_case(
        rule("p1", **{"if": "a1"}, then="f1"),
        rule("p2", **{"if": "-a1 a2"}, then="f1"),
        rule("p3", **{"if": "-a2 a3"}, then="f1"),
        rule("p4", **{"if": "a4"}, then="f1"),
        rule("p5", need="f1", then="r1"),
        rule("p6", need="-f1", then="r1", kind="added"),
        statements="a1 a2 a3 a4 f1 r1",
        uncertain="a1",
    )

    reason = trace(case, setting(case, aside=["p3", "p4", "p6"])).reason("r1")

    assert reason is not None
    assert (reason.assumptions, reason.set_aside) == (("a2",), ())


def test_an_open_statement_has_hinges_in_place_of_a_reason() -> None:
    case = bridge()

    asked = trace(case, setting(case, a3="uncertain"))
    (hinge,) = asked.hinges("r1")

    assert asked.reason("r1") is None
    assert hinge.assumption == "a3"
    assert hinge.if_holds.verdict is Verdict.HOLDS
    assert hinge.if_fails.verdict is Verdict.NO_STANDING


def test_a_recommendation_that_falls_in_different_ways_hangs_on_what_decides_between_them() -> None:
    case = bridge()

    asked = trace(case, setting(case, a1="fails", a2="uncertain"))

    assert asked.evaluation.recommendation["r1"].falls == (Verdict.NOT_WORKABLE, Verdict.NOT_NEEDED)
    assert asked.hangs_on("r1") == ("a2",)


def test_what_rests_on_an_assumption_leaves_out_rules_that_take_no_part() -> None:
    case = bridge()

    assert trace(case, setting(case)).downstream("a1") == ("f1", "r1")
    assert trace(case, setting(case, aside=["voted"])).downstream("a1") == ()


def test_the_changes_of_an_assumption_tell_the_verdict_under_each_other_stance() -> None:
    case = bridge()

    changes = trace(case, setting(case)).changes("a3")

    assert [(item.stance, item.statement, item.verdict) for item in changes] == [
        (Stance.FAILS, "r1", Verdict.NO_STANDING),
        (Stance.UNCERTAIN, "r1", Verdict.OPEN),
    ]


def test_a_remark_concerns_what_rests_on_the_statements_it_names(essay: Case) -> None:
    snapshot = snapshot_of(essay, with_stances(setting(essay), {"keeps-arsenal": Stance.FAILS}))

    assert Trace(snapshot).remarks("accept-reality") == ("arsenal-argument-overridden", "word-of-moscow")
    assert Trace(snapshot).remarks("calm-drills") == ()


@thoroughly
@given(drawn_settings())
def test_a_reason_is_enough_whatever_all_other_assumptions_are(drawn: Drawn) -> None:
    asked = trace(drawn.case, drawn.scenario)

    for name, status in asked.evaluation.status_of.items():
        reason = asked.reason(name)
        assert (reason is None) is (status is Status.OPEN)
        if reason is not None:
            others = set(drawn.scenario.stance_of) - set(reason.assumptions)
            freed = with_stances(drawn.scenario, dict.fromkeys(others, Stance.UNCERTAIN))
            freed = replace(freed, set_aside=reason.set_aside)
            assert evaluate(drawn.case, freed).status_of[name] is status


@thoroughly
@given(drawn_settings())
def test_an_open_statement_hangs_on_exactly_what_decides_it_in_some_completion(drawn: Drawn) -> None:
    asked = trace(drawn.case, drawn.scenario)

    for name, status in asked.evaluation.status_of.items():
        if status is Status.OPEN:
            assert set(asked.hangs_on(name)) == set(_deciding(drawn, name))


@thoroughly
@given(drawn_settings())
def test_pivots_are_exactly_the_changes_of_one_stance_that_change_the_status(drawn: Drawn) -> None:
    asked = trace(drawn.case, drawn.scenario)
    settled = (Stance.HOLDS, Stance.FAILS)
    turned = {
        (name, to): evaluate(drawn.case, carried_along(drawn.case, drawn.scenario, {name: to}))
        for name, stance in drawn.scenario.stance_of.items()
        if stance in settled or name in drawn.case.linked
        for to in settled
        if to is not stance
    }

    for name, status in asked.evaluation.status_of.items():
        if status is not Status.OPEN:
            expected = {
                turn: after.status_of[name]
                for turn, after in turned.items()
                if after.contradiction is None and after.status_of[name] is not status
            }
            told = {(one.assumption, one.stance): one.status for one in asked.pivots(name)}
            assert told == expected


def test_settling_what_is_uncertain_changes_what_it_carries_along() -> None:
    case = small_case(
        rule("p", **{"if": "a2"}, then="f1"),
        statements="a1 a2 f1 r1",
        uncertain="a1",
        links=[link("l", one_of="a1 a2")],
    )

    (found,) = [one for one in trace(case, setting(case)).pivots("f1") if one.assumption == "a1"]

    assert (found.stance, found.status) == (Stance.HOLDS, Status.REJECTED)


@thoroughly
@given(drawn_settings())
def test_changes_are_exactly_what_an_evaluation_with_the_other_stance_shows(drawn: Drawn) -> None:
    asked = trace(drawn.case, drawn.scenario)

    for item in drawn.case.assumptions:
        told = {(item.stance, item.statement): (item.status, item.verdict) for item in asked.changes(item.id)}
        expected = {}
        for stance in others(item, drawn.scenario.stance_of[item.id]):
            after = evaluate(drawn.case, carried_along(drawn.case, drawn.scenario, {item.id: stance}))
            for name, status in after.status_of.items():
                if name == item.id or after.contradiction is not None:
                    continue
                advice = after.recommendation.get(name)
                before = asked.evaluation.recommendation.get(name)
                same = status is asked.evaluation.status_of[name]
                if advice is not None and before is not None:
                    same = advice.verdict is before.verdict
                if not same:
                    expected[stance, name] = (status, advice.verdict if advice else None)
        assert told == expected


def others(item: Assumption, present: Stance) -> list[Stance]:
    known = [stance for stance in Stance if stance is not Stance.AS_ARGUED or item.argued_by]
    return [stance for stance in known if stance is not present]


def _deciding(drawn: Drawn, name: str) -> list[str]:
    """The uncertain assumptions that, with all others settled in some possible way, make the difference."""
    worlds = {
        tuple(world.held.items()): world.accepted(name)
        for world in BruteForce(drawn.case, drawn.scenario).worlds
    }
    found = set()
    for held, accepted in worlds.items():
        for item, value in held:
            other = tuple((one, not value if one == item else way) for one, way in held)
            if worlds.get(other, accepted) is not accepted:
                found.add(item)
    stances = drawn.scenario.stance_of
    return [item for item in found if stances[item] in (Stance.UNCERTAIN, Stance.AS_ARGUED)]
