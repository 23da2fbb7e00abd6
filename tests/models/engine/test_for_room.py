"""What the room may see: every answer, every public word, and not one that is the facilitator's own."""

import pytest
from pydantic import StringConstraints

from models.analyses.standing import take_standing
from models.engine.for_room import for_room, scenario_for_room, standing_for_room, workshop_for_room
from models.engine.snapshot import take_snapshot
from models.schema.case import Case
from models.schema.scenario import CaseReference, Note, Scenario, Unplaced, VerdictSeen
from models.schema.snapshot import Snapshot
from models.schema.value import Value
from models.schema.workshop import (
    Action,
    AgendaItem,
    Entry,
    Group,
    Prediction,
    Round,
    Signpost,
    Stage,
    StepNote,
    Workshop,
)
from models.store.cases import load_embedded
from tests.whispers import WHISPER, whispered_scenario, whispered_workshop
from tests.workshops import four_tables

PUBLIC = {
    *("CaseReference.version", "CaseReference.hash", "Scenario.title", "Scenario.group"),
    *("Round.name", "Group.name", "Prediction.question", "Stage.name"),
    *("AgendaItem.title", "AgendaItem.purpose", "Signpost.text", "Signpost.owner", "Signpost.source"),
    *("Action.text", "Action.owner", "Entry.who", "Entry.what", "Entry.moved"),
}
PRIVATE = {
    *("Scenario.note", "Note.text", "Unplaced.section", "Unplaced.id", "Unplaced.value"),
    *("Group.file", "Group.digest", "StepNote.text", "Entry.why"),
}
KINDS: tuple[type[Value], ...] = (
    *(CaseReference, Scenario, Note, Unplaced, VerdictSeen, Workshop, Round, Group, Prediction, Stage),
    *(AgendaItem, Signpost, Action, StepNote, Entry),
)


@pytest.fixture
def essay() -> Case:
    return load_embedded("dprk-lessons")


def test_every_free_text_is_either_public_or_private() -> None:
    found = {
        f"{kind.__name__}.{name}"
        for kind in KINDS
        for name, field in kind.model_fields.items()
        if field.annotation is str and not _patterned(field.metadata)
    }

    assert found == PUBLIC | PRIVATE


def test_no_private_word_of_a_snapshot_is_left(essay: Case) -> None:
    snapshot = take_snapshot(essay, whispered_scenario(essay))

    assert WHISPER in str(snapshot)
    assert WHISPER not in str(for_room(snapshot))


def test_no_private_word_of_a_standing_is_left(essay: Case) -> None:
    standing = take_standing(essay, whispered_workshop(essay))

    assert WHISPER in str(standing)
    assert WHISPER not in str(standing_for_room(standing))


def test_answers_titles_and_groups_stay(essay: Case) -> None:
    snapshot = take_snapshot(essay, whispered_scenario(essay))
    shown = for_room(snapshot)

    assert {
        name for name in Snapshot.__dataclass_fields__ if getattr(shown, name) != getattr(snapshot, name)
    } == {"scenario"}
    assert shown.scenario.title == snapshot.scenario.title
    assert shown.scenario.stances == snapshot.scenario.stances


def test_the_groups_stay_with_their_stances_and_ballots(essay: Case) -> None:
    workshop = four_tables(essay)
    shown = workshop_for_room(workshop)

    assert [(group.name, group.scenario, group.ballot) for group in shown.groups] == [
        (group.name, group.scenario, group.ballot) for group in workshop.groups
    ]


def test_what_has_no_private_word_stays_the_same_value(essay: Case) -> None:
    plain = four_tables(essay).groups[0].scenario

    assert scenario_for_room(plain) is plain


def _patterned(metadata: list[object]) -> bool:
    constraints = (item for item in metadata if isinstance(item, StringConstraints))
    return any(getattr(item, "pattern", None) for item in metadata) or any(c.pattern for c in constraints)
