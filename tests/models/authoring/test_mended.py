"""A file that cannot be edited is mended only where it says the same afterwards."""

import pytest

from models.authoring.document import opened
from models.authoring.mending.mended import mended, odd_spaces
from models.authoring.reading import case_of
from models.authoring.shape import is_odd
from tests.models.authoring.examples import CASE


@pytest.mark.parametrize(
    ("old", "new", "plain"),
    [
        ("\nassumptions:\n", "\nassumptions:\u00a0\n", "\nassumptions: \n"),
        ("\nlanguage: ", "\nlanguage:\u00a0 ", "\nlanguage:  "),
        ("source: {author: ", "source: {author:\u00a0", "source: {author: "),
        ("source: {author: ", "source: {author:\u2003", "source: {author: "),
        ("{id: road, title: ", "{id:\u00a0road, title:\u3000", "{id: road, title: "),
        (
            "if: [thick-ice, cold-winters]",
            "if: [thick-ice, {not: cold-winters}]",
            "if: [thick-ice, not cold-winters]",
        ),
    ],
)
def test_what_keeps_a_case_from_being_edited_is_mended(old: str, new: str, plain: str) -> None:
    assert old in CASE
    text = CASE.replace(old, new)

    found = mended("ice.yaml", text)

    assert found is not None
    said = case_of(found.document).case
    assert said == case_of(opened("ice.yaml", CASE.replace(old, plain))).case
    assert found.lines == (text[: text.index(new)].count("\n") + new.startswith("\n") + 1,)


def test_an_odd_space_inside_of_a_text_stays() -> None:
    text = CASE.replace("\nassumptions:\n", "\nassumptions:\u00a0\n").replace(
        "The ice road", "The ice\u00a0road", 1
    )

    found = mended("ice.yaml", text)

    assert found is not None
    assert "The ice\u00a0road" in found.document.text


@pytest.mark.parametrize("text", [CASE, "schema: 2\nid: [", "no case", CASE.replace("schema:", "scheme:")])
def test_what_is_whole_or_past_mending_is_left_to_its_author(text: str) -> None:
    assert mended("ice.yaml", text) is None


def test_a_dash_is_no_odd_space() -> None:
    text = f"{CASE}note: - ice\n"

    assert odd_spaces("ice.yaml", text) == ()


@pytest.mark.parametrize(
    ("premises", "odd"),
    [
        ("if: thick-ice, cold-winters", True),
        ("if: [{at-least: 1, thick-ice, cold-winters}]", True),
        ('note: "Hard if: thick ice, cold winters", if: [thick-ice, cold-winters]', False),
    ],
)
def test_a_list_without_brackets_is_left_to_its_author(premises: str, odd: bool) -> None:
    text = CASE.replace("if: [thick-ice, cold-winters]", premises, 1)

    assert text != CASE
    assert is_odd(opened("ice.yaml", text)) is odd
    assert mended("ice.yaml", text) is None
