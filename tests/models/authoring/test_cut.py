"""Texts that YAML cut are told of in the margin, too, and nothing that is whole is."""

import re

import pytest

from models.authoring.advice import advice
from models.authoring.document import opened
from models.authoring.form import FIELDS, shown
from models.authoring.mending.cut import put_whole, wholes
from models.authoring.mending.slips import cuts
from models.authoring.passages import Passages
from models.authoring.reading import case_of
from models.store.cases import case_path, embedded_case_ids
from tests.models.authoring.examples import CASE

NO_MODEL = "This belongs to none of the case’s models."
REST = "paragraphs: [1], kind: stated, baseline: holds"


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (
            f"{{id: cut, code: A9, text: The ice is thick, always, {REST}}}",
            "“In a sentence” of A9 ends after “The ice is thick”: the rest, “always”, is not read",
        ),
        (f"{{id: cut, code: A9, {REST},\n     text: The ice is item #3\n     }}", "is a comment"),
        (
            f"{{id: cut, code: A9, text: So, signposts: [A drill shows it, and a thaw], {REST}}}",
            "“What to watch, one a line” of A9 has",
        ),
    ],
)
def test_what_yaml_cuts_is_told_in_the_margin_at_its_item(item: str, told: str) -> None:
    document = opened("ice.yaml", CASE.replace("assumptions:\n", f"assumptions:\n  - {item}\n", 1))

    (found,) = [one for one in advice(document, case_of(document), Passages()) if told in one.what]

    assert (found.section, found.place) == ("assumptions", 0)


@pytest.mark.parametrize("name", embedded_case_ids())
def test_nothing_is_cut_in_a_case_that_came_with_the_program(name: str) -> None:
    assert not [*cuts(opened(name, case_path(name).read_text(encoding="utf-8")))]


@pytest.mark.parametrize("text", ["It costs 1,000", '"It costs 1",000', "It costs 1,000, or more"])
@pytest.mark.parametrize("last", [False, True])
def test_a_text_that_is_written_anew_leaves_nothing_of_it_behind(text: str, last: bool) -> None:
    rest = f"{REST}, text: {text}" if last else f"text: {text}, {REST}"
    item = f"{{id: cut, code: A9, {rest}}}"
    document = opened("ice.yaml", CASE.replace("assumptions:\n", f"assumptions:\n  - {item}\n", 1))
    whole = text.replace('"', "")

    assert wholes(document.items("assumptions")[0].text) == {"text": whole}
    for after in (
        put_whole(document, "assumptions", 0),
        document.with_value("assumptions", "cut", "text", whole),
        document.with_value("assumptions", "cut", "text", "It costs 1"),
        document.with_value("assumptions", "cut", "text", None),
    ):
        assert not [*cuts(after)]
        assert "000," not in after.items("assumptions")[0].text.replace(whole, "")
        assert after.get("assumptions", "cut")["kind"] == "stated"
    assert put_whole(document, "assumptions", 0).get("assumptions", "cut")["text"] == whole
    kept = document.with_value("assumptions", "cut", "kind", "implied")
    assert wholes(kept.items("assumptions")[0].text) == {"text": whole}


def test_a_cut_text_of_the_source_is_put_whole() -> None:
    document = opened("ice.yaml", CASE.replace("title: The road over the lake", "title: The road, the lake"))

    after = put_whole(document, "", -1)

    assert after.data["source"]["title"] == "The road, the lake"
    assert not [*cuts(after)]


def test_a_note_below_the_key_of_a_text_is_told_as_one_and_can_be_kept_as_the_text() -> None:
    rest = "".join(f"    {key}\n" for key in REST.split(", "))
    lines = f"id: cut\n    code: A9\n    text:\n      #3 on the list\n{rest}"
    whole = CASE.replace("assumptions:\n", f"assumptions:\n  - {lines}", 1)
    document = opened("ice.yaml", whole)

    found = [one for one in advice(document, case_of(document), Passages()) if one.place == 0 and one.wrong]
    after = put_whole(document, "assumptions", 0)

    told = "“In a sentence” of A9 is empty: “#3 on the list” is taken for a note, as it begins with #."
    assert [str(one.what) for one in found if one.what != NO_MODEL] == [told]
    assert after.get("assumptions", "cut")["text"] == "#3 on the list"
    assert "paragraphs: [1]" in after.items("assumptions")[0].text


def test_what_stands_behind_a_text_can_be_kept_as_a_part_of_it() -> None:
    lines = "id: cut\n    code: A9\n    text: The ice is item #3 of a list  # checked\n    paragraphs: [1]\n"
    item = f"  - {lines}    kind: stated\n    baseline: holds\n"
    document = opened("ice.yaml", CASE.replace("assumptions:\n", f"assumptions:\n{item}", 1))
    (told,) = cuts(document)

    after = put_whole(document, "assumptions", 0)

    assert "“In a sentence” of A9 ends after “The ice is item”" in told.problem.what
    assert after.get("assumptions", 0)["text"] == "The ice is item #3 of a list  # checked"
    assert not [*cuts(after)]


def test_a_cut_reason_is_known_by_what_it_argues_for() -> None:
    old = next(line for line in CASE.splitlines() if "because:" in line and "}" in line)
    document = opened("ice.yaml", CASE.replace(old, old.replace("because: ", "because: So, at last, ", 1)))

    found = [one.problem.what for one in cuts(document)]

    assert any(what.startswith("“Why one follows from the other” of an argument for ") for what in found)


EMPTIED = CASE.replace(
    "assumptions:\n",
    """assumptions:
  - id: cut
    code: A9
    text: #3 fails
    paragraphs: [1]
    kind: stated
    baseline: holds
""",
    1,
)


def test_a_text_that_is_nothing_but_a_note_is_told_and_taken_for_the_text_when_asked() -> None:
    document = opened("ice.yaml", EMPTIED)

    found = next(cuts(document))
    whole = put_whole(document, "assumptions", 0)

    assert (
        found.problem.what
        == "“In a sentence” of A9 is empty: “#3 fails” is taken for a note, as it begins with #."
    )
    assert whole.items("assumptions")[0].data["text"] == "#3 fails"
    assert not [*cuts(whole)]


def test_a_note_in_the_place_of_a_text_stays_when_the_text_is_written() -> None:
    document = opened("ice.yaml", EMPTIED).with_value("assumptions", "cut", "text", "The ice is thick")

    assert "text: The ice is thick #3 fails\n" in document.text


@pytest.mark.parametrize(("key", "entry"), [("title", "#1 the ice"), ("version", "#1")])
def test_what_the_case_says_of_itself_can_be_nothing_but_a_note(key: str, entry: str) -> None:
    text = re.sub(rf"^{key}: .*$", f"{key}: {entry}", CASE, count=1, flags=re.M)

    assert isinstance(advice(opened("ice.yaml", text), case_of(opened("ice.yaml", text)), Passages()), tuple)


@pytest.mark.parametrize("key", ["signposts", "challenge"])
def test_an_entry_that_is_nothing_but_a_note_is_shown_as_an_empty_line(key: str) -> None:
    text = EMPTIED.replace("    text: #3 fails\n", f"    text: Ice\n    {key}:\n      - #3\n      - more\n")
    data = opened("ice.yaml", text).items("assumptions")[0].data
    field = next(one for one in FIELDS["assumptions"] if one.key == key)

    assert shown(field, data, {}) == "\nmore"
    assert any("begins with #" in one.problem.what for one in cuts(opened("ice.yaml", text)))


def test_a_line_that_a_colon_cut_is_shown_whole_told_of_once_and_put_whole() -> None:
    text = EMPTIED.replace(
        "    text: #3 fails\n", "    text: Ice\n    signposts:\n      - The budget: tabled\n      - more\n"
    )
    document = opened("ice.yaml", text)
    field = next(one for one in FIELDS["assumptions"] if one.key == "signposts")

    told = [
        one.what for one in advice(document, case_of(document), Passages()) if one.wrong and "A9" in one.what
    ]

    assert shown(field, document.items("assumptions")[0].data, {}) == "The budget: tabled\nmore"
    assert told == [
        "“What to watch, one a line” of A9 has a line that is cut at the colon after “The budget”."
    ]
    whole = put_whole(document, "assumptions", 0).items("assumptions")[0].data["signposts"]
    assert whole == ["The budget: tabled", "more"]


def test_of_a_text_that_is_nothing_but_a_note_the_margin_says_only_that() -> None:
    document = opened("ice.yaml", EMPTIED)

    (told,) = [
        one
        for one in advice(document, case_of(document), Passages())
        if one.wrong and "models" not in one.what
    ]

    assert told.what.startswith("“In a sentence” of A9 is empty: “#3 fails” is taken for a note")


def test_a_signpost_that_a_colon_cut_keeps_what_it_speaks_for() -> None:
    item = f"{{id: cut, code: A9, text: So, signposts: [for: a thaw, Note: a drill], {REST}}}"
    document = opened("ice.yaml", CASE.replace("assumptions:\n", f"assumptions:\n  - {item}\n", 1))

    after = put_whole(document, "assumptions", 0)

    signposts = after.items("assumptions")[0].data["signposts"]
    assert signposts == [{"text": "a thaw", "speaks": "for"}, "Note: a drill"]
