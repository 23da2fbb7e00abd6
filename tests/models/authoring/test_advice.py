import pytest

from models.authoring import edits
from models.authoring.advice import advice
from models.authoring.beginning import blank, fresh
from models.authoring.document import CaseText
from models.authoring.passages import Passages, with_passage, with_source
from models.authoring.reading import case_of
from models.authoring.source import pasted
from models.schema.case import Case
from tests.models.authoring.examples import SOURCE, case


def told(document: CaseText, kept: Passages | None = None) -> list[str]:
    return [one.what for one in advice(document, case_of(document), kept or Passages())]


def test_a_finished_case_needs_no_advice() -> None:
    assert told(case()) == []


def test_a_case_that_has_just_begun_is_told_what_it_needs() -> None:
    found = told(edits.add_statement(fresh(), "assumptions", "Lorries come"))

    assert found[:2] == ["The case has no recommendation yet.", "The case has no argument yet."]


def test_an_argument_that_has_just_begun_is_told_in_its_authors_words() -> None:
    begun = edits.add_argument(case(), "close-bridge", ())

    expected = "The argument for “Close the bridge in winter” says not yet what it rests on."
    assert f"{expected} It is left out until then." in told(begun)


def read(document: CaseText) -> Case:
    found = case_of(document).case
    assert found is not None
    return found


def test_an_argument_that_has_just_begun_changes_nothing_of_what_follows() -> None:
    begun = edits.add_argument(case(), "close-bridge", (), opposes=True)
    draft = case_of(edits.add_argument(begun, "close-bridge", ()))

    assert draft.case is not None
    assert draft.case.rules == read(case()).rules
    assert len(draft.unfinished) == 2


@pytest.mark.parametrize("section", ["links", "feedback", "coherence"])
def test_what_has_just_begun_says_nothing_of_the_case_and_is_told_as_unfinished(section: str) -> None:
    begun = edits.add_item(case(), section, blank(section, "New one"))
    draft = case_of(begun)

    assert begun.items(section)[-1].data.keys() <= {"id", "label", "kind", "paragraphs"}
    assert draft.case is not None
    kept = [(found.links, found.feedback, found.coherence) for found in (draft.case, read(case()))]
    assert kept[0] == kept[1]
    (unfinished,) = draft.errors
    assert (unfinished.section, unfinished.place) == (section, len(begun.items(section)) - 1)
    assert "does not say yet" in unfinished.problem.what


def test_what_is_wrong_after_something_unfinished_is_told_at_its_own_place() -> None:
    begun = edits.add_item(edits.add_item(case(), "coherence", {}), "coherence", {})
    wrong = edits.set_field(begun, "coherence", "note-2", "text", "Odd")
    wrong = edits.set_field(wrong, "coherence", "note-2", "if", ["nobody-knows"])
    before = len(case().items("coherence"))

    places = {one.problem.what: one.place for one in case_of(wrong).errors}

    expected = "The note does not say yet what fits ill together. It is left out until then."
    assert places.pop(expected) == before
    assert set(places.values()) == {before + 1}


def test_a_link_that_says_two_things_is_told() -> None:
    link = {"one-of": ["thick-ice", "cold-winters"], "at-most-one": ["thick-ice"], "because": "So it is"}
    twofold = edits.add_item(case(), "links", link | {"paragraphs": [1]})

    found = "A link says one thing: exactly one holds, at most one holds, or if one holds, another."
    assert found in told(twofold)


def test_what_leads_nowhere_is_told() -> None:
    document = edits.add_statement(case(), "findings", "Lorries are heavy")
    document = edits.add_statement(document, "recommendations", "Build a tunnel")
    document = edits.add_statement(document, "assumptions", "Lorries come")

    found = told(document)

    assert "Nothing follows from F2." in found
    assert "Nothing leads to R2: it has no argument yet." in found
    argued = edits.add_argument(document, "build-a-tunnel", (("need", "lorries-are-heavy"),))
    assert "R2 can never hold: nothing leads to what it rests on." in told(argued)
    assert "Nothing depends on A3 yet." in found
    assert "It is not said what is so if A3 fails." in found


def test_a_circle_is_drawn_with_the_names_of_its_statements() -> None:
    document = edits.add_argument(case(), "road-open", (("if", "close-bridge"),))

    assert any(
        "“Close the bridge in winter” → “The road can be used” → “Close" in what
        or "“The road can be used” → “Close the bridge in winter” → “The" in what
        for what in told(document)
    )


def test_an_objection_without_a_reply_is_told_until_it_has_one() -> None:
    document = edits.add_argument(case(), "close-bridge", (("if", "not cold-winters"),), opposes=True)
    name = edits.newest(document, "rules")

    assert told(document) == ["The objection to “Close the bridge in winter” has no reply."]
    assert told(edits.set_field(document, "rules", name, "reply", "None is given")) == []


def test_a_claim_graded_as_said_whose_paragraph_only_hints_is_told() -> None:
    kept = with_source(Passages(), pasted(SOURCE))

    assert told(case(), kept) == ["A1 is graded as said, but the source says it with caution (“may”)."]
    marked = with_passage(kept, "thick-ice", 2, "the road has been open")
    assert told(case(), marked) == []


def test_a_test_of_the_case_that_comes_out_otherwise_is_told() -> None:
    document = edits.keep_as_test(case(), {"thick-ice": "fails"}, {"close-bridge": "not-needed"})
    assert told(document) == []

    document = edits.negate(document, "carries", "if", 0)

    found = "A test of the case says that R1 should be “not needed” here, but it is “holds”."
    assert found in told(document)


def test_two_assumptions_that_say_the_same_words_are_told() -> None:
    document = edits.add_statement(case(), "assumptions", "winters stay COLD")

    assert "A3 says the same words as A2." in told(document)


def test_an_argument_that_says_the_same_as_another_is_told() -> None:
    document = edits.add_argument(case(), "close-bridge", (("need", "road-open"),))

    assert "Another argument for R1 rests on the same." in told(document)


def test_what_cannot_stand_in_a_field_is_told_by_the_name_that_it_has_on_screen() -> None:
    link = {"one-of": ["not thick-ice", "cold-winters"], "because": "So it is", "paragraphs": [1]}

    assert "“Exactly one holds of” cannot be “not thick-ice”." in told(edits.add_item(case(), "links", link))
    empty = edits.set_field(case(), "recommendations", 0, "text", "")
    assert "“In a sentence” is empty." in told(empty)
