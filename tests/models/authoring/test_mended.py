"""A file that cannot be edited is mended only where it says the same afterwards."""

import pytest

from models.authoring.document import opened
from models.authoring.mending.mended import is_odd, mended, odd_spaces
from models.authoring.reading import case_of
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
    ("written", "plain"),
    [
        ("if: thick-ice, cold-winters", "if: [thick-ice, cold-winters]"),
        ("if: thick-ice, # and\n     not cold-winters", "if: [thick-ice, # and\n     not cold-winters]"),
        (
            "if: [{at-least: 1, thick-ice, cold-winters}]",
            "if: [{at-least: 1, of: [thick-ice, cold-winters]}]",
        ),
        (
            "if: [{at-least: 1 of thick-ice, cold-winters}]",
            "if: [{at-least: 1, of: [thick-ice, cold-winters]}]",
        ),
        (
            "if: [at-least: 1, of: [thick-ice, cold-winters]]",
            "if: [{at-least: 1, of: [thick-ice, cold-winters]}]",
        ),
        (
            "if: [{at-least: 1}, {of: [thick-ice, cold-winters]}]",
            "if: [{at-least: 1, of: [thick-ice, cold-winters]}]",
        ),
        ("if: [{any: thick-ice, cold-winters}]", "if: [{any: [thick-ice, cold-winters]}]"),
    ],
)
def test_a_list_without_brackets_gets_them_and_nothing_else(written: str, plain: str) -> None:
    text = CASE.replace("if: [thick-ice, cold-winters]", written, 1)
    assert is_odd(opened("ice.yaml", text))

    found = mended("ice.yaml", text)

    assert found is not None
    assert found.document.text == CASE.replace("if: [thick-ice, cold-winters]", plain, 1)
    assert case_of(found.document).case is not None


@pytest.mark.parametrize(
    ("link", "plain"),
    [
        ("one-of: thick-ice, cold-winters", "one-of: [thick-ice, cold-winters]"),
        ("if: thick-ice, then: cold-winters", "if: [thick-ice], then: cold-winters"),
    ],
)
def test_a_link_without_brackets_gets_them(link: str, plain: str) -> None:
    lines = f"\nlinks:\n  - {{id: both, {link}, paragraphs: [1], because: So it is}}\n\nfindings:\n"
    text = CASE.replace("\nfindings:\n", lines)

    found = mended("ice.yaml", text)

    assert found is not None
    assert found.document.text == text.replace(link, plain)


def test_a_number_and_what_it_is_of_are_put_in_one_entry_in_lines_too() -> None:
    lines = "id: carries\n    if:\n      - at-least: 1\n      {0} of: [thick-ice, cold-winters]\n    then: road-open"
    flow = "{id: carries, if: [thick-ice, cold-winters], then: road-open, kind: stated, paragraphs: [2],"
    text = CASE.replace(flow, f"{lines}\n    kind: stated\n    paragraphs: [2]", 1)
    text = text.replace("     because: Thick ice carries a road}", "    because: Thick ice carries a road")

    found = mended("ice.yaml", text.replace("{0}", "-"))

    assert found is not None
    assert found.document.text == text.replace("{0}", " ")


def test_names_in_lines_of_their_own_are_parted_at_their_commas_alone() -> None:
    flow = "{id: carries, if: [thick-ice, cold-winters], then: road-open, kind: stated, paragraphs: [2],"
    lines = "id: carries\n    {0}\n    then: road-open\n    kind: stated\n    paragraphs: [2]"
    for written, premises in (
        ("if: thick-ice, cold-winters", ["thick-ice", "cold-winters"]),
        ("if: A1, F1 or A2", ["A1, F1 or A2"]),
    ):
        text = CASE.replace(flow, lines.format(written)).replace("carries a road}", "carries a road")

        found = mended("ice.yaml", text.replace("     because: Thick", "    because: Thick"))

        assert found is not None
        assert found.document.items("rules")[0].data["if"] == premises


def test_a_colon_and_commas_within_a_text_are_no_list() -> None:
    premises = 'note: "Hard if: thick ice, cold winters", if: [thick-ice, cold-winters]'
    text = CASE.replace("if: [thick-ice, cold-winters]", premises, 1)

    assert not is_odd(opened("ice.yaml", text))
    assert mended("ice.yaml", text) is None


def test_texts_without_brackets_are_left_to_their_author() -> None:
    text = CASE.replace("if-fails: It does not}", "if-fails: It does not, signposts: Seen, heard}")

    assert is_odd(opened("ice.yaml", text))
    assert mended("ice.yaml", text) is None
