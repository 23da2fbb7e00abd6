"""A snapshot: everything that a view or a sheet shows, taken at one moment, so that no two can disagree."""

from models.schema.case import Case, Coherence
from models.schema.result import Evaluation
from models.schema.scenario import Scenario
from models.schema.value import Value


class Snapshot(Value):
    """A case, a scenario and its evaluation, with those of the baseline and from before the last change."""

    case: Case
    scenario: Scenario
    evaluation: Evaluation
    baseline: Evaluation
    before: Evaluation | None = None
    remarks: tuple[Coherence, ...] = ()
