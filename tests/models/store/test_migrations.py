"""Older files are brought up to date step by step; files of newer versions are refused."""

from typing import Any

import pytest

from models.schema.problem import Refused
from models.store.documents import Document, read_json
from models.store.migrations import Step, migrated


def document(text: str = "{}") -> Document:
    return read_json("file", text)


def step(name: str) -> Step:
    def taken(data: dict[str, Any]) -> dict[str, Any]:
        return {**data, "steps": [*data["steps"], name]}

    return taken


def test_the_present_schema_is_taken_as_it_is() -> None:
    data = {"schema": 1}

    assert migrated(document(), data, ()) is data


def test_a_newer_schema_is_refused_where_it_stands() -> None:
    file = document('{\n"scenario": {\n"schema": 2}}')

    with pytest.raises(Refused, match="A newer version of WhatHolds wrote this file") as refused:
        migrated(file, file.data["scenario"], (), ("scenario",))

    assert refused.value.problems[0].line == 3


@pytest.mark.parametrize(("schema", "steps"), [(1, ["one", "two"]), (2, ["two"]), (3, [])])
def test_an_older_schema_takes_the_steps_that_it_lacks(schema: int, steps: list[str]) -> None:
    data = {"schema": schema, "steps": []}

    assert migrated(document(), data, (step("one"), step("two")))["steps"] == steps


@pytest.mark.parametrize("schema", [None, "1", True, 0, -1, 1.5])
def test_what_is_no_schema_number_is_left_to_the_shape_check(schema: object) -> None:
    data = {"schema": schema}

    assert migrated(document(), data, ()) is data
