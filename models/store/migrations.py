"""Brings the plain data of older scenario files up to date, and refuses files from newer versions."""

from collections.abc import Callable
from typing import Any

from models.store.files import refusal

STEPS: tuple[Callable[[dict[str, Any]], dict[str, Any]], ...] = ()
"""Step n turns schema n + 1 into schema n + 2."""

SCHEMA = len(STEPS) + 1


def migrated(file: str, data: dict[str, Any]) -> dict[str, Any]:
    """The data in the present schema; what is not a schema number at all is left to the shape check."""
    schema = data.get("schema")
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        return data
    if schema > SCHEMA:
        what = f"A newer version of WhatHolds wrote this file (schema {schema}; this one knows {SCHEMA})."
        raise refusal(file, what, "Open it with that version. Nothing was changed.")
    for step in STEPS[schema - 1 :]:
        data = step(data)
    return data
