"""Ids before a case is first saved: by short names, wherever they stand, and never those that a file has."""

from models.authoring import edits
from models.authoring.beginning import fresh
from models.authoring.document import CaseText
from models.authoring.names import named
from models.authoring.passages import Passages, with_passage
from models.authoring.reading import case_of

CLAIM = "It is likely that the county will match what is spent"
DUTY = "We therefore hold that the parish must repair it"


def begun() -> tuple[CaseText, Passages]:
    """An assumption and advice made of passages, with short names, an argument, an objection, a link and a test."""
    kept = Passages()
    document = fresh()
    for section, words, label in (
        ("assumptions", CLAIM, "County matches"),
        ("assumptions", "New assumption", "Beams last"),
        ("recommendations", DUTY, "Repair it"),
    ):
        document = edits.add_statement(document, section, words)
        name = edits.newest(document, section)
        kept = with_passage(kept, name, 1, words) if "New" not in words else kept
        document = edits.set_field(document, section, name, "label", label)
    first, second = (item.data["id"] for item in document.items("assumptions"))
    advice = document.items("recommendations")[0].data["id"]
    document = edits.add_argument(document, advice, (("need", {"any": [first, f"not {second}"]}),))
    document = edits.add_argument(document, advice, (("if", f"not {first}"),), opposes=True)
    document = edits.add_item(
        document, "links", {"if": [first], "then": second, "because": "So it is", "paragraphs": [1]}
    )
    return edits.keep_as_test(document, {first: "fails"}, {advice: "holds"}), kept


def test_statements_and_arguments_are_called_by_their_short_names_wherever_they_are_named() -> None:
    document, kept = begun()

    after, passages = named(document, kept, ())

    assert [item.data["id"] for item in after.items("assumptions")] == ["county-matches", "beams-last"]
    assert [item.data["id"] for item in after.items("rules")] == ["for-repair-it", "against-repair-it"]
    assert after.items("rules")[0].data["need"] == [{"any": ["county-matches", "not beams-last"]}]
    assert after.items("rules")[1].data["opposes"] == "repair-it"
    assert after.items("links")[0].data["then"] == "beams-last"
    assert {one.id for one in passages.passages} == {"county-matches", "repair-it"}
    assert case_of(after).case is not None


def test_what_a_file_has_keeps_its_name() -> None:
    document, kept = begun()
    known = [item.data["id"] for item in document.items("assumptions")]

    after, _ = named(document, kept, known)

    assert [item.data["id"] for item in after.items("assumptions")] == known
    assert after.items("recommendations")[0].data["id"] == "repair-it"


def test_ids_that_somebody_chose_are_left_alone() -> None:
    document, kept = begun()
    name = document.items("assumptions")[0].data["id"]
    other = Passages(passages=tuple(one for one in kept.passages if one.id != name))

    after, _ = named(document, other, ())

    assert after.items("assumptions")[0].data["id"] == name


def test_two_of_one_short_name_get_two_ids() -> None:
    document, kept = begun()
    document = edits.set_field(
        document, "assumptions", document.items("assumptions")[1].data["id"], "label", "County matches"
    )

    after, _ = named(document, kept, ())

    assert [item.data["id"] for item in after.items("assumptions")] == ["county-matches", "county-matches-2"]


def test_naming_again_changes_nothing() -> None:
    once = named(*begun(), ())

    assert named(*once, ()) == once
