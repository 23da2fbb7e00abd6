"""Arguments that go round in a circle: the map is drawn, the circle marked and told in words."""

import pytest

from models.authoring import edits
from models.authoring.document import CaseText, opened
from models.authoring.reading import Draft, case_of
from models.charts.map_arrange import arrange
from models.charts.map_measures import Room
from models.charts.map_plan import plan
from models.pages.editor.circle import circle_page
from models.pages.parts import plain_text
from models.schema.page import Map, arguing
from models.store.cases import case_path


def tiny() -> CaseText:
    return opened("", case_path("tiny").read_text(encoding="utf-8"))


def drawn(draft: Draft) -> Map:
    assert draft.case is None and draft.drawn is not None
    block = circle_page(draft.drawn, draft.circles).blocks[0]
    assert isinstance(block, Map)
    return block


def test_the_lines_of_a_circle_are_marked_and_its_statements_numbered() -> None:
    document = edits.set_premises(tiny(), "paid", "if", ("funds-voted", "build"))

    found = drawn(case_of(document))

    assert {rule.id for rule in found.rules} == {"paid", "worth-it"}
    assert {node.id: node.order for node in found.nodes} == {"affordable": 1, "build": 2}
    assert [sign.word for sign in found.key] == ["goes round in a circle"]
    assert [node.line.text for node in found.outline] == ["Bridge is affordable", "Build the bridge"]


def test_a_circle_is_told_in_words_too() -> None:
    draft = case_of(edits.set_premises(tiny(), "paid", "if", ("build",)))
    assert draft.drawn is not None

    told = plain_text(circle_page(draft.drawn, draft.circles))

    assert "“Bridge is affordable” → “Build the bridge” → “Bridge is affordable”." in told


@pytest.mark.parametrize("premises", [("other",), ("other", "affordable")])
def test_findings_in_a_circle_stand_in_columns_of_their_own(premises: tuple[str, ...]) -> None:
    document = edits.add_statement(tiny(), "findings", "Other")
    document = edits.add_argument(document, "other", (("if", "affordable"),))
    document = edits.set_premises(document, "paid", "if", premises)

    draft = case_of(document)
    assert draft.drawn is not None

    column = plan(draft.drawn).column
    assert column["affordable"] != column["other"]
    assert len(arrange(drawn(draft).case, Room(600, 400, 8, 14)).boxes) == len(draft.circles[0]) - 1


def test_what_argues_for_an_assumption_closes_a_circle() -> None:
    document = edits.set_field(tiny(), "assumptions", "funds-voted", "argued-by", ["affordable"])

    found = drawn(case_of(document))

    assert {rule.id for rule in found.rules} == {"paid", arguing("funds-voted")}


def test_an_objection_that_closes_a_circle_is_drawn() -> None:
    document = edits.add_argument(tiny(), "affordable", (("if", "build"),), opposes=True)

    found = drawn(case_of(document))

    assert sum(rule.opposes and rule.turn is not None for rule in found.rules) == 1


def test_what_is_wrong_otherwise_is_not_drawn() -> None:
    document = edits.set_premises(tiny(), "paid", "if", ("build", "nowhere"))

    draft = case_of(document)

    assert (draft.case, draft.drawn) == (None, None)
