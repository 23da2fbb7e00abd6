"""Brings the plain data of older files up to date, and refuses files from newer versions."""

from collections.abc import Callable
from typing import Any

from models.schema.problem import Refused, phrase
from models.schema.references import Place
from models.store.documents import Document

Step = Callable[[dict[str, Any]], dict[str, Any]]

READINGS = {"any-ground": "one-argument", "every-strand": "every-argument"}


def _renamed_readings(data: dict[str, Any]) -> dict[str, Any]:
    """Schema 2 names how arguments combine as people do, and adds stances that are taken as argued."""
    reading = data.get("reading")
    named = {"reading": READINGS[reading]} if isinstance(reading, str) and reading in READINGS else {}
    return {**data, **named, "schema": 2}


def _with_links(data: dict[str, Any]) -> dict[str, Any]:
    """Schema 2 of a case adds links, choices of premises and what argues for assumptions; it takes nothing away."""
    return {**data, "schema": 2}


def _with_revealed_rounds(data: dict[str, Any]) -> dict[str, Any]:
    """Schema 2 of a workshop says of each round whether the room saw its answers: before, it always did."""
    rounds = data.get("rounds")
    if not isinstance(rounds, dict):
        return {**data, "schema": 2}
    seen = {
        name: {**entry, "revealed": True} if isinstance(entry, dict) else entry
        for name, entry in rounds.items()
    }
    return {**data, "rounds": seen, "schema": 2}


CASE_STEPS: tuple[Step, ...] = (_with_links,)
SCENARIO_STEPS: tuple[Step, ...] = (_renamed_readings,)
"""Step n turns schema n of a case or a scenario into schema n + 1."""

WORKSHOP_STEPS: tuple[Step, ...] = (_with_revealed_rounds,)
"""The same for a workshop; the scenarios in it have schemas of their own."""


def migrated(
    document: Document, data: dict[str, Any], steps: tuple[Step, ...], place: Place = ()
) -> dict[str, Any]:
    """The data, which stands at a place of the document, in the schema to which the steps lead.

    What is not a schema number at all is left to the shape check.
    """
    schema, newest = data.get("schema"), len(steps) + 1
    if isinstance(schema, float) and schema.is_integer():
        return {**data, "schema": str(schema)}  # 2.0 is no number of a schema, and equal to one
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        return data
    if schema > newest:
        what = phrase(
            "A newer version of WhatHolds wrote this file (schema {schema}; this one knows {newest}).",
            schema=schema,
            newest=newest,
        )
        remedy = phrase("Open it with that version. Nothing was changed.")
        raise Refused(document.problem((*place, "schema"), what, remedy))
    for step in steps[schema - 1 :]:
        data = step(data)
    return data


def migrated_case(data: Any) -> Any:
    """The plain data of a case in the newest schema; what has none is left to the shape check."""
    schema = data.get("schema") if isinstance(data, dict) else None
    if isinstance(schema, float) and schema.is_integer():
        return {**data, "schema": str(schema)}
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        return data
    for step in CASE_STEPS[schema - 1 :]:
        data = step(data)
    return data
