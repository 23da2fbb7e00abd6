"""A case that was changed here and elsewhere: what does not clash is taken from both, what does is told."""

from random import Random

import pytest

from models.authoring import edits
from models.authoring.document import CaseText, opened
from models.authoring.merging import merged, merged_passages, settled
from models.authoring.passages import Passages, with_passage, with_source
from models.authoring.reading import case_of
from models.authoring.source import pasted
from models.store.cases import embedded_case_ids
from resources import ROOT
from tests.models.authoring.random_edits import drawn
from tests.models.authoring.test_document import COMMENTED


def text_of(name: str = "tiny") -> CaseText:
    return opened("", (ROOT / "cases" / name / "case.yaml").read_text(encoding="utf-8"))


def test_what_each_side_changed_is_taken_and_comments_stay() -> None:
    base = opened("", COMMENTED)
    name = str(base.items("assumptions")[0].data["id"])
    theirs = edits.set_field(base, "assumptions", name, "text", "Their text")
    ours = edits.set_field(base, "assumptions", name, "if-fails", "Our words")

    found = merged(base, ours, theirs)

    assert found.clashes == ()
    assert found.document.get("assumptions", name)["text"] == "Their text"
    assert found.document.get("assumptions", name)["if-fails"] == "Our words"
    assert found.document.text.count("#") == COMMENTED.count("#")


def test_additions_of_both_stand_in_it_each_with_a_code_of_its_own() -> None:
    base = text_of()
    ours = edits.add_statement(base, "assumptions", "The ferry stops")
    ours = edits.keep_as_test(ours, {"the-ferry-stops": "fails"}, {"build": "holds"})
    theirs = edits.add_statement(base, "assumptions", "The toll is paid")

    found = merged(base, ours, theirs)

    codes = {item.data["id"]: item.data["code"] for item in found.document.items("assumptions")}
    assert found.clashes == ()
    assert sorted(codes.values()) == ["A1", "A2", "A3", "A4"]
    assert found.document.items("tests")[-1].data["set"] == {codes["the-ferry-stops"]: "fails"}


def test_a_field_that_both_changed_is_told_and_can_be_settled_either_way() -> None:
    base = text_of()
    ours = edits.set_field(base, "rules", "paid", "because", "Our reason")
    theirs = edits.set_field(base, "rules", "paid", "because", "Their reason")

    found = merged(base, ours, theirs)

    (clash,) = found.clashes
    assert (clash.section, clash.name, clash.key) == ("rules", "paid", "because")
    assert (clash.ours, clash.theirs) == ("Our reason", "Their reason")
    assert found.document.get("rules", "paid")["because"] == "Our reason"
    assert settled(found.document, clash, mine=False).get("rules", "paid")["because"] == "Their reason"


@pytest.mark.parametrize("we_remove", [True, False])
def test_what_one_took_out_and_the_other_changed_stays_until_it_is_settled(we_remove: bool) -> None:
    base = text_of()
    less = edits.remove(base, "background", "K1")
    more = edits.set_field(base, "background", "K1", "text", "The old bridge closed in 2018")
    ours, theirs = (less, more) if we_remove else (more, less)

    found = merged(base, ours, theirs)

    (clash,) = found.clashes
    assert found.document.get("background", "K1")["text"] == "The old bridge closed in 2018"
    assert settled(found.document, clash, mine=we_remove).items("background") == ()
    assert settled(found.document, clash, mine=not we_remove).get("background", "K1")["text"].endswith("2018")


def test_what_one_took_out_and_the_other_left_is_gone() -> None:
    base = text_of()
    ours = edits.set_head(base, "title", "Our title")

    found = merged(base, ours, edits.remove(base, "rules", "floods"))

    assert found.clashes == ()
    assert found.document.data["title"] == "Our title"
    assert [item.data["id"] for item in found.document.items("rules")] == ["paid", "worth-it"]


def test_what_the_case_says_of_its_source_is_merged_key_by_key() -> None:
    base = text_of()
    ours = edits.set_head(base, "source", "B. Author", "author")
    theirs = edits.set_head(edits.set_head(base, "source", 2030, "year"), "source", "C. Author", "author")

    found = merged(base, ours, theirs)

    (clash,) = found.clashes
    assert found.document.data["source"]["year"] == 2030
    assert clash.key == "source.author"
    assert settled(found.document, clash, mine=False).data["source"]["author"] == "C. Author"


def test_our_order_is_kept_where_they_left_theirs() -> None:
    base = text_of()
    ours = edits.move(base, "assumptions", "dry-banks", 0)
    theirs = edits.set_field(base, "assumptions", "funds-voted", "label", "Money")

    found = merged(base, ours, theirs).document

    assert [item.data["id"] for item in found.items("assumptions")] == ["dry-banks", "funds-voted"]
    assert [item.data["code"] for item in found.items("assumptions")] == ["A1", "A2"]


@pytest.mark.parametrize("name", embedded_case_ids())
def test_one_side_alone_is_taken_as_it_is(name: str) -> None:
    base, draw = text_of(name), Random(3)  # noqa: S311 - the same edits at every run
    changed = base
    for _ in range(12):
        changed = drawn(draw, changed).applied(changed)

    assert merged(base, base, changed).document.text == changed.text
    assert merged(base, changed, base).document.data == changed.data
    assert merged(base, changed, changed).clashes == ()


@pytest.mark.parametrize("seed", range(40))
def test_random_edits_of_both_lose_nothing_that_does_not_clash(seed: int) -> None:
    base, draw = opened("", COMMENTED), Random(seed)  # noqa: S311 - the same edits at every run
    ours = theirs = base
    for _ in range(6):
        ours, theirs = drawn(draw, ours).applied(ours), drawn(draw, theirs).applied(theirs)

    found = merged(base, ours, theirs)

    for section in ("assumptions", "findings", "recommendations", "background"):
        was, mine, there, now = (
            {item.data["id"] for item in one.items(section)} for one in (base, ours, theirs, found.document)
        )
        assert now >= (mine | there) - was
        assert now >= mine & there
    assert opened("", found.document.text).data == found.document.data


def test_passages_of_both_are_kept() -> None:
    base = with_source(Passages(), pasted("One.\n\nTwo."))
    ours = with_passage(base, "mine", 1, "One.")
    theirs = with_passage(base, "theirs", 2, "Two.")

    found = merged_passages(base, ours, theirs)

    assert {one.id for one in found.passages} == {"mine", "theirs"}
    assert found.paragraphs == base.paragraphs


def test_a_merged_case_is_a_case() -> None:
    base = text_of()
    ours = edits.add_argument(base, "build", (("need", "funds-voted"),))
    theirs = edits.add_statement(base, "findings", "The toll pays for it")

    assert case_of(merged(base, ours, theirs).document).case is not None
