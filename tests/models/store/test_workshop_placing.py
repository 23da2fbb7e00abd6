"""What a workshop file says of statements that the case does not have is set apart and kept."""

import json
from dataclasses import replace

from models.schema.problem import Severity
from models.schema.workshop import Action, ActionKind, Count, Hands, Signpost, StepNote, Workshop
from models.store import workshops
from tests.models.store.examples import BASELINE, CASE, TABLES, workshop_written


def with_gone() -> str:
    """A workshop that speaks of an assumption and a recommendation that the case does not have."""
    count = {"holds": 1, "uncertain": 0, "fails": 2}
    return workshop_written(
        BASELINE,
        TABLES,
        signposts=[{"assumption": "gone", "text": "Smoke", "state": "tripped", "owner": "Ada"}],
        actions=[{"assumption": "gone", "kind": "hedging", "text": "Buy boats"}],
        step_notes={"gone": "Say this slowly."},
        predictions={"prediction": {"hands": {"build": {"holds": 3}, "gone": {"falls": 4}}}},
        groups=[
            {"id": "a", "round": "round-1", "name": "A", "origin": "tally", "ballot": ballot}
            for ballot in [{"heads": 5, "counts": {"gone": count, "dry-banks": count}}]
        ],
    )


def test_what_speaks_of_unknown_statements_is_set_apart() -> None:
    workshop = workshops.load(with_gone(), CASE).workshop

    assert (workshop.signposts, workshop.actions) == ((), ())
    assert [type(item) for item in workshop.unplaced] == [Signpost, Action]
    assert workshop.predictions[0].hands == (Hands(id="build", holds=3),)
    assert workshop.predictions[0].unplaced == (Hands(id="gone", falls=4),)
    ballot = workshop.groups[0].ballot
    assert ballot is not None
    assert [count.id for count in ballot.counts] == ["dry-banks"]
    assert ballot.unplaced == (Count(id="gone", holds=1, fails=2),)


def test_notes_on_steps_are_kept_whatever_step_they_are_on() -> None:
    workshop = workshops.load(with_gone(), CASE).workshop

    assert workshop.step_notes == (StepNote(id="gone", text="Say this slowly."),)


def test_what_speaks_of_unknown_statements_survives_loading_and_saving() -> None:
    loaded = workshops.load(with_gone(), CASE)

    data = json.loads(workshops.dump(loaded.scenario, loaded.workshop))

    assert data["signposts"][0]["owner"] == "Ada"
    assert data["actions"][0]["text"] == "Buy boats"
    assert data["predictions"]["prediction"]["hands"]["gone"]["falls"] == 4
    assert data["groups"][0]["ballot"]["counts"]["gone"]["fails"] == 2


def test_every_entry_on_an_unknown_statement_is_remarked_on() -> None:
    problems = workshops.load(with_gone(), CASE).problems

    assert {problem.severity for problem in problems} == {Severity.REMARK}
    assert sorted(problem.what for problem in problems) == [
        "A (Round 1): The case has no assumption gone; the entry is kept but not used.",
        "The case has no assumption gone; the entry is kept but not used.",
        "The case has no assumption gone; the entry is kept but not used.",
        "The prediction prediction: The case has no recommendation gone; the entry is kept but not used.",
    ]


def test_an_unplaced_signpost_alone_makes_a_workshop_worth_a_file_of_its_own() -> None:
    strange = Action(assumption="gone", kind=ActionKind.HEDGING, text="Buy boats")
    fresh = Workshop(case=BASELINE.case)

    assert fresh.is_empty
    assert not replace(fresh, unplaced=(strange,)).is_empty
