"""The walk-through: the argument in the source's order, what is new in each step, and how it stands."""

import pytest

from models.language.values import Mark
from models.pages.walk_order import essay_order, resting_most, unused
from models.pages.walk_states import (
    HIDDEN_LINE,
    walk_line,
    walk_rule_states,
    walk_states,
    walk_table,
    walk_tallies,
)
from models.pages.walk_through import walk_through
from models.pages.walk_values import Place, WalkStep
from models.schema.case import Case, Kind, Verdict
from models.schema.result import RuleState
from tests.models.conftest import Take


def step(case: Case, code: str) -> WalkStep:
    """The step that is about a statement, by its code."""
    return next(item for item in walk_through(case) if item.about == case.by_code[code].id)


def test_every_finding_and_recommendation_has_one_step_between_the_opening_and_the_whole(essay: Case) -> None:
    steps = walk_through(essay)

    assert [steps[0].place, steps[-1].place] == [Place.OPENING, Place.WHOLE]
    built = [item.about for item in steps[1:-1]]
    assert sorted(built) == sorted(item.id for item in (*essay.findings, *essay.recommendations))


@pytest.mark.parametrize("name", ["essay", "tiny"])
def test_what_a_statement_rests_on_comes_before_it(name: str, request: pytest.FixtureRequest) -> None:
    case: Case = request.getfixturevalue(name)
    order = essay_order(case)

    for rule in case.rules:
        derived = [premise.statement for premise in rule.premises if premise.statement in order]
        assert all(order.index(premise) < order.index(rule.conclusion) for premise in derived)


def test_the_steps_follow_the_paragraphs(essay: Case) -> None:
    codes = [essay.by_id[name].code for name in essay_order(essay)]

    assert codes[:8] == ["F1", "F2", "R1", "F3", "F4", "F5", "R3", "F6"]
    assert codes[-6:] == ["F18", "R7", "R8", "R9", "R10", "R11"]


def test_ids_stay_the_same_and_name_the_statement(essay: Case) -> None:
    steps = walk_through(essay)

    assert step(essay, "R5").id == "step:draw-from-moscow"
    assert len({item.id for item in steps}) == len(steps)


def test_an_assumption_is_new_once_and_seen_before_after_that(essay: Case) -> None:
    met = [item for found in walk_through(essay)[1:-1] for item in found.statements if item.code == "A20"]

    assert [item.seen for item in met] == ["new here", "seen before", "seen before"]
    assert [item.new for item in met] == [True, False, False]


def test_every_assumption_that_a_rule_uses_is_new_in_some_step(essay: Case) -> None:
    new = {item.id for found in walk_through(essay) for item in found.statements if item.new}

    assert new == {item.id for item in essay.assumptions}


def test_a_derived_premise_names_the_step_it_comes_from(essay: Case) -> None:
    premise = next(item for item in step(essay, "R5").statements if item.code == "F14")

    assert premise.seen == f"step {step(essay, 'F14').number}"


def test_a_step_tells_its_arguments_with_kind_and_paragraphs(essay: Case) -> None:
    found = step(essay, "F12")

    assert [(rule.heading, rule.detail) for rule in found.rules] == [
        ("Argument 1 of 2", "stated · ¶10"),
        ("Argument 2 of 2", "hedged · ¶10"),
    ]
    assert found.line == "2 arguments lead to it, each enough by itself. New here: A11 and A12."
    assert found.progress == "Step 15 of 31 · ¶10"


def test_a_recommendation_names_addressee_grounds_and_roles(essay: Case) -> None:
    found = step(essay, "R5")

    assert found.title == "R5 Draw Pyongyang away from Moscow"
    assert found.line == "Advice to the West, above all Europeans, on one ground. New here: A20."
    assert [premise.word for premise in found.rules[0].premises] == ["need", "means", "standing"]


def test_an_added_objection_is_told_as_not_the_essays(essay: Case) -> None:
    found = step(essay, "F17")
    objection = found.rules[-1]

    assert (objection.heading, objection.kind, objection.opposes) == (
        "Objection, not the essay’s",
        Kind.ADDED,
        True,
    )
    assert [premise.negated for premise in objection.premises] == [False, True]
    assert found.line.endswith("An objection that the essay does not raise speaks against it.")


def test_the_opening_says_what_is_asked_and_counts(essay: Case) -> None:
    opening = walk_through(essay)[0]

    assert opening.title == essay.title
    assert opening.sentences[0].startswith(
        "If this is wrong about the world, which of its 11 recommendations"
    )
    assert [(tally.number, tally.noun) for tally in opening.tallies] == [
        (20, "assumptions"),
        (18, "findings"),
        (11, "recommendations"),
    ]
    assert [item.code for item in opening.statements] == ["A1", "A2", "A3"]


def test_the_whole_ranks_what_most_advice_rests_on(essay: Case) -> None:
    whole = walk_through(essay)[-1]

    assert [(item.code, number) for item, number in resting_most(essay)][:2] == [("A10", 8), ("A16", 8)]
    assert whole.statements[0].detail == "under 8 of 11 recommendations"


def test_added_objections_do_not_count_as_what_advice_rests_on(essay: Case) -> None:
    under = dict(resting_most(essay))

    assert essay.by_code["A14"] not in under


def test_an_assumption_without_a_rule_is_told_at_the_end(tiny: Case) -> None:
    idle = {**tiny.assumptions[0].model_dump(), "id": "idle", "code": "A9"}
    data = tiny.model_dump(by_alias=True)
    case = Case(**{**data, "assumptions": (*data["assumptions"], idle)})

    assert [item.code for item in unused(case)] == ["A9"]
    assert "No inference uses A9." in walk_through(case)[-1].sentences


def test_a_case_may_have_a_statement_called_opening(tiny: Case) -> None:
    data = tiny.model_dump_json(by_alias=True).replace('affordable"', 'opening"')
    case = Case.model_validate_json(data)

    assert len({item.about for item in walk_through(case)}) == len(walk_through(case))


def test_states_are_told_in_words_and_verdicts_for_recommendations(essay: Case, take: Take) -> None:
    snapshot = take(essay, {"A3": "fails"})

    states = {item.id: item for item in walk_states(snapshot, step(essay, "R5"))}

    assert [item.word for item in states.values()] == ["does not stand", "stands", "holds", "not needed"]
    assert states["draw-from-moscow"].verdict is Verdict.NOT_NEEDED


def test_an_inference_says_whether_it_applies(essay: Case, take: Take) -> None:
    states = walk_rule_states(take(essay, aside=("labour-and-goods",)), step(essay, "F12"))

    assert [item.word for item in states] == ["set aside", "open"]


def test_what_is_derived_can_be_hidden(essay: Case, take: Take) -> None:
    snapshot, found = take(essay), step(essay, "R5")

    states = walk_states(snapshot, found, hidden=True)
    rules = walk_rule_states(snapshot, found, hidden=True)

    assert [item.word for item in states] == ["hidden", "hidden", "holds", "hidden"]
    assert (rules[0].word, rules[0].state, rules[0].mark) == ("", None, Mark.PLAIN)


def test_the_last_step_counts_how_everything_stands(essay: Case, take: Take) -> None:
    snapshot, whole = take(essay, {"A3": "fails"}), walk_through(essay)[-1]

    assert [tally.detail for tally in walk_tallies(snapshot, whole)] == [
        "18 hold, 1 fails, 1 uncertain",
        "13 stand",
        "10 still hold",
    ]
    assert walk_line(snapshot, whole).startswith("10 of 11 recommendations still hold")
    assert walk_line(snapshot, whole, hidden=True) == HIDDEN_LINE


def test_the_table_has_a_line_for_every_inference(essay: Case, take: Take) -> None:
    lines = walk_table(take(essay), walk_through(essay)).splitlines()

    assert len(lines) == 1 + len(essay.rules)
    assert lines[1].startswith("2\t¶4–5\tF1 In Pyongyang's eyes")


def test_an_inference_that_applies_keeps_its_state(essay: Case, take: Take) -> None:
    states = walk_rule_states(take(essay), step(essay, "R1"))

    assert [(item.word, item.state) for item in states] == [("applies", RuleState.APPLIES)]
