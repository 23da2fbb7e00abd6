import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.authoring import edits
from models.authoring.document import CaseText, opened
from models.authoring.yaml import writing
from models.schema.problem import Refused
from models.store.cases import case_path
from models.store.yaml_text import read_yaml
from tests.models.authoring.random_edits import wander

EDITS = 150
COMMENTED = """\
# A case about a bridge.
schema: 2   # the newest
id: bridge
version: "1"
title: The bridge
language: en
source: {author: A. Author, title: Crossing, year: 2020, paragraphs: 4}  # a leaflet

models: [{id: money, title: Money}]  # one is enough

assumptions:
  # What the council does
  - id: funds-voted   # the vote
    code: A1
    model: money
    text: >-
      The council votes
      the funds
    # page two says more
    paragraphs: [1]  # once
    kind: stated
    baseline: holds
    challenge:
      - Who votes against?  # ask the mayor
      # and who is absent

  # What the river does
  - {id: dry-banks, code: A2, model: money, text: "Banks: dry", paragraphs: [2], kind: hedged, baseline: holds} # tidy

recommendations:
- id: build
  code: R1
  model: money
  text: Build it
  addressee: the council
  paragraphs: [4]

rules:
  - id: paid
    need: [funds-voted]   # no money, no bridge
    means: [dry-banks]
    then: build
    kind: stated
    paragraphs: [3]
    because: Voted funds pay for it
# The end.
"""


def shipped() -> list[str]:
    return [case_path(name).read_text(encoding="utf-8") for name in ("dprk-lessons", "tiny")]


def says(document: CaseText) -> object:
    data = read_yaml("", document.text)[0].data
    return {key: value for key, value in data.items() if value not in ([], None)}


def comments(text: str) -> list[str]:
    return re.findall(r"(?:^|\s)(# [^\n]*)$", text, re.MULTILINE)


@pytest.mark.parametrize("text", [COMMENTED, *shipped()], ids=["commented", "essay", "tiny"])
def test_a_case_taken_apart_is_its_text_again_and_says_the_same(text: str) -> None:
    document = opened("case.yaml", text)

    assert document.text == text
    assert document.data == says(document)


@pytest.mark.parametrize("seed", range(4))
def test_random_edits_say_what_the_text_says_and_undo_to_the_same_bytes(seed: int) -> None:
    start = opened("case.yaml", COMMENTED)
    history = [start, *wander(start, EDITS, seed)]

    assert all(document.data == says(document) for document in history[:: EDITS // 10])
    for before, after in reversed(list(pairwise(history))):
        assert opened("case.yaml", before.text).text == before.text
        assert after.text == before.text or after != before
    assert history[0].text == COMMENTED


def kept_comments(start: CaseText, count: int, seed: int) -> tuple[set[str], set[str]]:
    """The comments that may not be lost on a way of edits, and those left at its end."""
    wanted, document = set(comments(start.text)), start
    for after in wander(start, count, seed):
        gone = {item.text for entry in document.entries for item in entry.items}
        ids = {item.data.get("id") for entry in after.entries for item in entry.items}
        removed = [
            item.text
            for entry in document.entries
            for item in entry.items
            if item.text in gone and item.data.get("id") not in ids
        ]
        wanted -= {comment for text in removed for comment in comments(text)}
        document = after
    return wanted, set(comments(document.text))


@pytest.mark.parametrize("seed", range(4))
def test_comments_survive_random_edits_but_those_inside_of_what_is_taken_out(seed: int) -> None:
    wanted, left = kept_comments(opened("case.yaml", COMMENTED), EDITS, seed)

    assert "# The end." in wanted
    assert wanted <= left


def test_an_edit_changes_no_line_but_its_own() -> None:
    start = opened("case.yaml", shipped()[0])

    after = edits.set_field(start, "assumptions", "russia-ties", "label", "Ties grow")

    changed = set(after.text.splitlines()) ^ set(start.text.splitlines())
    assert len(changed) <= 2
    assert "    label: Ties grow" in changed


def test_a_new_key_stands_where_a_person_would_look_for_it() -> None:
    start = edits.add_statement(opened("case.yaml", COMMENTED), "assumptions", "Builders come")

    after = edits.set_field(start, "assumptions", "builders-come", "if-fails", "They go")
    after = edits.set_field(after, "assumptions", "builders-come", "label", "Builders")
    after = edits.set_field(after, "assumptions", "dry-banks", "label", "Dry")
    after = edits.set_premises(after, "paid", "if", ("funds-voted",))

    assert list(opened("", after.text).get("assumptions", "builders-come"))[3:6] == [
        "label",
        "text",
        "if-fails",
    ]
    assert "{id: dry-banks, code: A2, model: money, label: Dry, text:" in after.text
    assert "  - id: paid\n    if: [funds-voted]\n    need: [funds-voted]   # no money" in after.text


def test_a_list_whose_first_item_went_begins_with_its_next() -> None:
    start = edits.add_argument(opened("case.yaml", COMMENTED), "build", (("if", "dry-banks"),))

    assert "\nrules:\n  - id: for-build" in edits.remove(start, "rules", "paid").text


def test_codes_follow_the_order_and_the_tests_follow_the_codes_while_ids_stay() -> None:
    start = opened("case.yaml", shipped()[0])

    after = edits.move(start, "recommendations", "play-powers-too", 0)

    assert [item.data["code"] for item in after.items("recommendations")] == [f"R{n}" for n in range(1, 12)]
    first = after.items("recommendations")[0].data
    assert (first["id"], first["code"]) == ("play-powers-too", "R1")
    known = {item.data["id"]: item.data["code"] for item in start.items("recommendations")}
    moved = {known[item.data["id"]]: item.data["code"] for item in after.items("recommendations")}
    for before, test in zip(start.items("tests"), after.items("tests"), strict=True):
        assert test.data["expect"] == {moved[code]: told for code, told in before.data["expect"].items()}


def test_an_argument_goes_with_a_premise_that_is_taken_out_and_a_choice_keeps_the_rest() -> None:
    start = opened("case.yaml", COMMENTED)
    start = edits.add_argument(start, "build", (("if", {"any": ["dry-banks", "funds-voted"]}),))

    after = edits.remove(start, "assumptions", "dry-banks")

    assert [item.data["id"] for item in after.items("rules")] == ["for-build"]
    assert after.items("rules")[0].data["if"] == [{"any": ["funds-voted"]}]


def test_a_premise_is_negated_and_made_a_choice() -> None:
    start = opened("case.yaml", COMMENTED)
    start = edits.set_premises(start, "paid", "if", ("funds-voted", "dry-banks"))

    negated = edits.negate(start, "paid", "if", 1)
    premises = [*negated.get("rules", "paid")["if"]]
    after = edits.set_premises(negated, "paid", "if", tuple(edits.chosen(premises, 1)))

    assert premises == ["funds-voted", "not dry-banks"]
    assert after.get("rules", "paid")["if"] == [{"any": ["funds-voted", "not dry-banks"]}]
    assert edits.chosen(premises, 0) == premises


def test_a_choice_beside_other_premises_stays_one_whatever_is_added_or_left_out() -> None:
    mixed: tuple[edits.Form, ...] = ("a", {"at-least": 2, "of": ["b", "c", "d"]})

    assert edits.with_part(mixed, "e") == (*mixed, "e")
    assert edits.with_part(({"any": ["a", "b"]},), "c") == ({"any": ["a", "b", "c"]},)
    fewer = edits.without_part(mixed, 1, 0)
    assert fewer == ("a", {"at-least": 2, "of": ["c", "d"]})
    assert edits.without_part(fewer, 1, 0) == ("a", "d")
    assert edits.without_part(("a", "b"), 0, 0) == ("b",)


def test_the_sentence_of_an_argument_follows_its_premises_and_names_until_its_author_writes_it() -> None:
    start = edits.add_argument(opened("case.yaml", COMMENTED), "build", (("if", "dry-banks"),))

    def sentence(document: CaseText) -> str:
        return str(document.get("rules", "for-build")["because"])

    assert sentence(start) == "If “Banks: dry”, then “Build it”"
    named = edits.set_field(start, "assumptions", "dry-banks", "label", "Dry banks")
    assert sentence(edits.negate(named, "for-build", "if", 0)) == "If not “Dry banks”, then “Build it”"
    both = edits.set_premises(named, "for-build", "if", ("dry-banks", "not funds-voted"))
    assert sentence(
        edits.set_premises(both, "for-build", "if", tuple(edits.chosen(["dry-banks", "not funds-voted"], 1)))
    ) == ("If “Dry banks” or not “The council votes the funds”, then “Build it”")
    mixed = edits.set_premises(
        both, "for-build", "if", ({"any": ["dry-banks", "not funds-voted"]}, "dry-banks")
    )
    assert sentence(mixed) == (
        "If either “Dry banks” or not “The council votes the funds”, and “Dry banks”, then “Build it”"
    )
    some = {"at-least": 2, "of": ["dry-banks", "funds-voted"]}
    assert sentence(edits.set_premises(mixed, "for-build", "if", ("dry-banks", some))) == (
        "If “Dry banks”, and at least 2 of “Dry banks” and “The council votes the funds”, then “Build it”"
    )
    assert sentence(
        edits.set_premises(mixed, "for-build", "if", ({"at-least": 2, "of": ["a", "b", "c"]},))
    ) == ("If at least 2 of “a”, “b” and “c”, then “Build it”")
    own = edits.set_field(both, "rules", "for-build", "because", "Said so")
    assert sentence(edits.set_field(own, "assumptions", "dry-banks", "label", "Dry")) == "Said so"


def test_ids_are_made_once_of_words_and_never_twice() -> None:
    start = opened("case.yaml", COMMENTED)

    twice = edits.add_statement(
        edits.add_statement(start, "findings", "Überfluß: 3 Brücken!"), "findings", "Uberflu 3 Brucken"
    )

    assert [item.data["id"] for item in twice.items("findings")] == [
        "uberflu-3-brucken",
        "uberflu-3-brucken-2",
    ]


def test_parts_that_are_tied_together_are_refused_in_a_sentence() -> None:
    with pytest.raises(Refused, match="tied together"):
        opened("case.yaml", COMMENTED.replace("[1]", "&one [1]").replace("[2]", "*one"))


def test_what_is_no_yaml_is_refused_with_its_line() -> None:
    with pytest.raises(Refused) as refused:
        opened("case.yaml", COMMENTED.replace("{id: dry-banks,", "{id: dry-banks"))

    assert refused.value.problems[0].line is not None


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(blacklist_categories=["Cs"]), min_size=1))
def test_any_text_comes_back_as_it_was_written(text: str) -> None:
    for written in (writing.entry("text", text, 4), "{" + writing.entry("text", text, 0, flow=True) + "}"):
        assert read_yaml("", written + "\n")[0].data == {"text": text}


def test_a_text_of_no_last_line_is_ended(tmp_path: Path) -> None:
    assert opened("case.yaml", COMMENTED.rstrip()).text == COMMENTED
