"""Brings the plain data of older files up to date, and refuses files from newer versions."""

from collections.abc import Callable
from typing import Any

from models.schema.problem import Refused
from models.schema.references import Place
from models.store.documents import Document

Step = Callable[[dict[str, Any]], dict[str, Any]]

SCENARIO_STEPS: tuple[Step, ...] = ()
"""Step n turns schema n + 1 of a scenario into schema n + 2."""

WORKSHOP_STEPS: tuple[Step, ...] = ()
"""The same for a workshop; the scenarios in it have schemas of their own."""


def migrated(
    document: Document, data: dict[str, Any], steps: tuple[Step, ...], place: Place = ()
) -> dict[str, Any]:
    """The data, which stands at a place of the document, in the schema to which the steps lead.

    What is not a schema number at all is left to the shape check.
    """
    schema, newest = data.get("schema"), len(steps) + 1
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        return data
    if schema > newest:
        what = f"A newer version of WhatHolds wrote this file (schema {schema}; this one knows {newest})."
        remedy = "Open it with that version. Nothing was changed."
        raise Refused(document.problem((*place, "schema"), what, remedy))
    for step in steps[schema - 1 :]:
        data = step(data)
    return data
