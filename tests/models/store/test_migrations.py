"""Older files are brought up to date step by step; files of newer versions are refused."""

from typing import Any

import pytest

from models.schema.problem import Refused
from models.store import migrations


def test_the_present_schema_is_taken_as_it_is() -> None:
    data = {"schema": migrations.SCHEMA}

    assert migrations.migrated("file", data) is data


def test_a_newer_schema_is_refused() -> None:
    with pytest.raises(Refused, match="A newer version of WhatHolds wrote this file"):
        migrations.migrated("file", {"schema": migrations.SCHEMA + 1})


@pytest.mark.parametrize(("schema", "steps"), [(1, ["one", "two"]), (2, ["two"]), (3, [])])
def test_an_older_schema_takes_the_steps_that_it_lacks(
    monkeypatch: pytest.MonkeyPatch, schema: int, steps: list[str]
) -> None:
    def step(name: str) -> Any:
        return lambda data: {**data, "steps": [*data["steps"], name]}

    monkeypatch.setattr(migrations, "STEPS", (step("one"), step("two")))
    monkeypatch.setattr(migrations, "SCHEMA", 3)

    assert migrations.migrated("file", {"schema": schema, "steps": []})["steps"] == steps


@pytest.mark.parametrize("schema", [None, "1", True, 0, -1, 1.5])
def test_what_is_no_schema_number_is_left_to_the_shape_check(schema: object) -> None:
    data = {"schema": schema}

    assert migrations.migrated("file", data) is data
