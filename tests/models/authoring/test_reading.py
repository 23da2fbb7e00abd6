from models.authoring import edits
from models.authoring.document import opened
from models.authoring.reading import case_of
from models.engine.evaluate import baseline_evaluation
from models.schema.value import as_plain
from models.store.cases import case_path, load_embedded
from tests.models.authoring.examples import CASE, case


def test_the_case_is_the_one_that_its_file_holds() -> None:
    text = case_path("dprk-lessons").read_text(encoding="utf-8")

    draft = case_of(opened("case.yaml", text))

    assert draft.case is not None
    assert as_plain(draft.case) == as_plain(load_embedded("dprk-lessons"))
    assert not draft.errors


def test_a_new_recommendation_is_shown_before_it_has_an_argument() -> None:
    draft = case_of(edits.add_statement(case(), "recommendations", "Build a tunnel"))

    assert draft.case is not None
    assert [(remark.section, remark.place) for remark in draft.errors] == [("recommendations", 1)]
    assert baseline_evaluation(draft.case).recommendations[1].verdict == "unsupported"


def test_a_loop_leaves_no_case_and_is_told_at_its_argument() -> None:
    draft = case_of(edits.add_argument(case(), "road-open", (("if", "close-bridge"),)))

    assert draft.case is None
    assert any("loop" in remark.problem.what and remark.section == "rules" for remark in draft.errors)


def test_what_is_wrong_with_an_item_is_told_at_it_with_its_line() -> None:
    document = case().with_value("assumptions", "cold-winters", "kind", "sure")

    draft = case_of(document)

    (wrong,) = draft.errors
    assert (wrong.section, wrong.place) == ("assumptions", 1)
    assert "cold-winters" in document.text.splitlines()[(wrong.problem.line or 0) - 1]


def test_what_is_wrong_with_the_case_itself_is_told() -> None:
    draft = case_of(edits.set_head(case(), "source", 12, "year"))

    assert draft.case is None
    assert any("year" in remark.problem.what for remark in draft.errors)


def test_an_empty_file_of_a_case_tells_what_is_missing() -> None:
    draft = case_of(opened("case.yaml", CASE.split("assumptions:")[0]))

    assert draft.case is None
    assert {"assumptions", "recommendations", "rules"} <= {
        word for remark in draft.errors for word in remark.problem.what.replace("`", " ").split()
    }


def test_of_an_argument_that_is_begun_it_is_only_told_what_it_does_not_say_yet() -> None:
    alone = edits.add_statement(case(), "recommendations", "Build a tunnel")
    name = edits.newest(alone, "recommendations")

    draft = case_of(edits.add_argument(alone, name, ()))

    (told,) = draft.errors
    assert told.problem.what.startswith("The argument for “Build a tunnel” says not yet what it rests on.")


def test_a_case_whose_only_argument_is_begun_is_not_told_that_it_has_none() -> None:
    document = case()
    for _ in document.items("rules")[1:]:
        document = document.without_item("rules", 1)
    rule = document.items("rules")[0].data
    for role in ("if", "need", "means", "standing"):
        document = document.with_value("rules", rule["id"], role, None)

    told = [one.problem.what for one in case_of(document).errors]

    assert any("says not yet what it rests on" in what for what in told)
    assert not any("without `rules`" in what for what in told)
