"""A whisper in every free text that is the facilitator's own, to be looked for where the room can read."""

from collections.abc import Collection
from dataclasses import replace

from models.schema.case import Case
from models.schema.log import log_of
from models.schema.scenario import Note, Scenario, Unplaced, baseline_scenario
from models.schema.workshop import Entry, Group, Phase, Prediction, Stage, StepNote, Workshop
from tests.workshops import MOMENT, four_tables

WHISPER = "Zwiebelfisch"
SCENARIO_PLACES = ("note", "notes", "rationales", "voices", "unplaced")
PLACES = (*SCENARIO_PLACES, "step-notes", "log", "files")


def whispered_scenario(case: Case, places: Collection[str] = PLACES) -> Scenario:
    """The source's stances, with the whisper written wherever it is asked for."""
    everything = (*case.by_id, *case.rule_by_id)
    return replace(
        baseline_scenario(case),
        note=WHISPER if "note" in places else "",
        notes=tuple(Note(id=name, text=WHISPER) for name in everything) if "notes" in places else (),
        rationales=tuple(Note(id=item.id, text=WHISPER) for item in case.assumptions)
        if "rationales" in places
        else (),
        voices=tuple(Note(id=item.id, text=WHISPER) for item in case.assumptions)
        if "voices" in places
        else (),
        unplaced=(Unplaced(section="stances", id=WHISPER, value=WHISPER),) if "unplaced" in places else (),
    )


def whispered_workshop(case: Case, places: Collection[str] = PLACES) -> Workshop:
    """Four tables, a stage, a revealed prediction and a log, with the whisper wherever it is asked for."""
    scenario, workshop = whispered_scenario(case, places), four_tables(case)
    file = WHISPER if "files" in places else ""
    entry = Entry(
        id="entry",
        at=MOMENT,
        what="Set A3 to fails",
        why=WHISPER if "log" in places else "",
        said_by=WHISPER if "log" in places else "",
    )
    note = StepNote(id="opening", text=WHISPER if "step-notes" in places else "Smile")
    return replace(
        workshop,
        groups=tuple(_whispering(group, scenario, file) for group in workshop.groups),
        stages=(Stage(id="before-lunch", name="Before lunch", scenario=scenario),),
        predictions=(Prediction(id="first", phase=Phase.REVEALED, scenario=scenario),),
        step_notes=(note,),
        log=log_of((entry,)),
    )


def _whispering(group: Group, scenario: Scenario, file: str) -> Group:
    private = {name: getattr(scenario, name) for name in SCENARIO_PLACES}
    return replace(group, scenario=replace(group.scenario, **private), file=file, digest=file)
