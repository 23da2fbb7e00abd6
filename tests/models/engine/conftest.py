"""Cases of one recommendation."""

import pytest

from models.schema.case import Case
from tests.models.engine.small_cases import rule, small_case


@pytest.fixture
def two_grounds() -> Case:
    return small_case(rule("p", need="a1", then="r1"), rule("q", need="a2", then="r1"), statements="a1 a2 r1")


@pytest.fixture
def all_roles() -> Case:
    return small_case(rule("p", need="a1", means="a2", standing="a3", then="r1"), statements="a1 a2 a3 r1")


@pytest.fixture
def opposed() -> Case:
    return small_case(
        rule("p", need="a1", then="r1"), rule("against", need="a2", opposes="r1"), statements="a1 a2 r1"
    )
