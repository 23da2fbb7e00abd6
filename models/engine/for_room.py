"""What the room may see: the same values without any word that was written down for the facilitator's eyes only.

Titles, names of groups, signposts and questions are public; notes, rationales, file names and reasons are not.
"""

from dataclasses import replace

from models.schema.scenario import Scenario, revised
from models.schema.snapshot import Snapshot
from models.schema.standing import GroupStanding, Standing, restated
from models.schema.workshop import Entry, Group, Prediction, Stage, Workshop, reworked


def for_room(snapshot: Snapshot) -> Snapshot:
    """The snapshot without its private words; every answer in it stays as it is."""
    return replace(snapshot, scenario=scenario_for_room(snapshot.scenario))


def standing_for_room(standing: Standing) -> Standing:
    """The standing without its private words."""
    groups = tuple(
        GroupStanding(group=_group(item.group), evaluation=item.evaluation) for item in standing.groups
    )
    return restated(standing, workshop=workshop_for_room(standing.workshop), groups=groups)


def scenario_for_room(scenario: Scenario) -> Scenario:
    """The scenario without its notes, its rationales and what the case has no place for."""
    if not (scenario.note or scenario.notes or scenario.rationales or scenario.unplaced):
        return scenario
    return revised(scenario, note="", notes=(), rationales=(), unplaced=())


def workshop_for_room(workshop: Workshop) -> Workshop:
    """The workshop without the facilitator's notes, and its scenarios without theirs."""
    return reworked(
        workshop,
        groups=tuple(_group(item) for item in workshop.groups),
        predictions=tuple(_prediction(item) for item in workshop.predictions),
        stages=tuple(_stage(item) for item in workshop.stages),
        step_notes=(),
        unplaced=(),
        log=tuple(_entry(item) for item in workshop.log),
    )


def _group(group: Group) -> Group:
    fields = {name: getattr(group, name) for name in Group.model_fields}
    return Group(**{**fields, "scenario": scenario_for_room(group.scenario), "file": "", "digest": ""})


def _prediction(prediction: Prediction) -> Prediction:
    if prediction.scenario is None:
        return prediction
    fields = {name: getattr(prediction, name) for name in Prediction.model_fields}
    return Prediction(**{**fields, "scenario": scenario_for_room(prediction.scenario)})


def _stage(stage: Stage) -> Stage:
    fields = {name: getattr(stage, name) for name in Stage.model_fields}
    return Stage(**{**fields, "scenario": scenario_for_room(stage.scenario)})


def _entry(entry: Entry) -> Entry:
    if not entry.why:
        return entry
    fields = {name: getattr(entry, name) for name in Entry.model_fields}
    return Entry(**{**fields, "why": ""})
