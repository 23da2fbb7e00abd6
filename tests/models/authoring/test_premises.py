"""A premise that plainly means a statement is put right in the margin, without a change to what it says."""

import pytest

from models.authoring.advice import advice
from models.authoring.document import CaseText
from models.authoring.edits import set_field
from models.authoring.mending.premises import put_right
from models.authoring.passages import Passages
from models.authoring.reading import case_of
from tests.models.authoring.examples import case


def argued(*premises: str) -> CaseText:
    return set_field(case(), "rules", 0, "if", list(premises))


@pytest.mark.parametrize(
    ("premise", "meant"),
    [
        ("A1", ["thick-ice"]),
        ("not A1", ["not thick-ice"]),
        ("thick-ice or cold-winters", [{"any": ["thick-ice", "cold-winters"]}]),
        ("A1 and not A2", ["thick-ice", "not cold-winters"]),
        ("A1 or A2 and F1", ["A1 or A2 and F1"]),
        ("thin-ice", ["thin-ice"]),
    ],
)
def test_what_a_premise_plainly_means_is_put_right(premise: str, meant: list[object]) -> None:
    assert put_right(argued(premise), "rules", 0).items("rules")[0].data["if"] == meant


def test_the_margin_offers_to_put_it_right_where_that_is_plain() -> None:
    offers = [
        [
            one.remedy
            for one in advice(document, case_of(document), Passages())
            if "Press Return" in one.remedy
        ]
        for document in (argued("A1"), argued("thin-ice"), case())
    ]

    assert [len(found) for found in offers] == [1, 0, 0]
