"""The assumptions under the models they belong to, and those of critics in a group of their own."""

from models.language.messages import marked, message
from models.schema.case import Assumption, Case
from models.schema.grades import Kind

CRITICS = marked("What critics would say")
UNPARTED = marked("Assumptions")
"""What a group is called where a case has no models."""


def grouped(case: Case, added: bool) -> tuple[tuple[str, tuple[Assumption, ...]], ...]:
    """Each group's title and assumptions, in the order of the models; what critics say only while it counts."""
    source = case.taking_part(False)
    models: list[tuple[str, str | None]] = [(model.title, model.id) for model in case.models]
    models = models or [(message(UNPARTED), None)]
    groups = [(title, tuple(item for item in source if item.model == name)) for title, name in models]
    critics = tuple(item for item in case.taking_part(added) if item.kind is Kind.ADDED)
    return tuple((title, items) for title, items in (*groups, (message(CRITICS), critics)) if items)
