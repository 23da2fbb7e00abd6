"""The time that ratings are for: asked for where they are entered, as what is vulnerable depends on it."""

from models.language.messages import message
from models.schema.page import Field, Fields
from models.schema.snapshot import Snapshot
from models.schema.steps.scenario_steps import write_horizon


def horizon_field(snapshot: Snapshot) -> Fields:
    """Where the planning horizon is named, in the window only."""
    return Fields(
        id="horizon",
        private=True,
        fields=(
            Field(
                id="horizon",
                label=message("Planning horizon"),
                text=snapshot.scenario.horizon,
                action=write_horizon(),
                hint=message("such as five years, or 2030"),
            ),
        ),
    )
