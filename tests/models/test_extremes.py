"""Cases with next to nothing in them, and with very many parts: each page, print and export is made of them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from models.analyses.snapshots import complete, take
from models.authoring import edits
from models.authoring.beginning import fresh, written
from models.authoring.document import opened
from models.authoring.reading import case_of
from models.export.formats import FORMATS, content
from models.pages.depends.page import depends
from models.pages.holds import holds
from models.pages.page import page
from models.pages.parts import plain_text
from models.pages.why.page import why_page
from models.paper.kinds import Audience
from models.paper.pack.wish import Wish
from models.paper.prints import PRINTS, Print
from models.schema.action import Look
from models.schema.case import Case
from models.schema.grades import Strength
from models.schema.page import Page, Sentences
from models.schema.snapshot import Snapshot, fresh_state
from models.schema.value import as_plain
from models.schema.view import PageName
from models.store.cases import case_path, read_case
from tests.extremes import largest, smallest
from tests.models.paper.printed import pages
from tests.twins import plain_text as twin

DAY = date(2023, 2, 1)


def shot(case: Case) -> Snapshot:
    return complete(take(fresh_state(case)))


@pytest.mark.parametrize("name", PageName)
def test_a_case_without_models_has_every_page(name: PageName) -> None:
    state = fresh_state(smallest())

    shown = page(complete(take(replace(state, view=replace(state.view, page=name)))))

    assert shown.title and plain_text(shown)


def test_without_models_there_is_none_to_choose() -> None:
    assert [tool.id for tool in holds(shot(smallest())).tools] == ["picture"]


@pytest.mark.parametrize("kind", PRINTS, ids=lambda kind: kind.kind)
def test_a_case_without_models_has_every_print(kind: Print) -> None:
    audience = (kind.audience or (Audience.PEOPLE,))[0]
    wish = Wish(shot(smallest()), kind.papers[0], DAY, annex=kind.has_annex, audience=audience)

    assert kind.pdf(wish).startswith(b"%PDF")


@pytest.mark.parametrize("ending", FORMATS)
def test_a_case_without_models_is_handed_on(ending: str) -> None:
    assert content(shot(smallest()), Path(f"case{ending}"), DAY)


def test_the_text_of_a_case_without_models_names_none() -> None:
    told = twin(smallest())

    assert "To the council\n" in told
    assert "Models" not in told


def test_a_statement_of_no_model_is_told_where_the_case_has_some(tmp_path: Path) -> None:
    text = case_path("tiny").read_text(encoding="utf-8")
    path = tmp_path / "case.yaml"
    path.write_text(text.replace("    model: river\n", "", 1), encoding="utf-8")

    found = case_of(opened("", path.read_text(encoding="utf-8"))).errors[0].problem

    assert found.what == "dry-banks belongs to no model, and the case has some."


def test_a_new_case_has_no_models_and_the_first_takes_all_in() -> None:
    document = edits.add_statement(fresh(), "assumptions", "The river stays low")
    assert "model" not in document.items("assumptions")[0].data

    with_one = edits.add_item(document, "models", {"title": "The river"})
    without = edits.remove(with_one, "models", "the-river")

    assert with_one.items("assumptions")[0].data["model"] == "the-river"
    assert "model" not in without.items("assumptions")[0].data


def test_what_belongs_to_a_model_that_goes_is_given_to_another() -> None:
    document = opened("", case_path("tiny").read_text(encoding="utf-8"))

    after = edits.remove(document, "models", "river")

    assert {item.data["model"] for item in after.items("assumptions")} == {"money"}
    assert case_of(after).case is not None


def test_very_many_arguments_are_read_and_told(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_text(written(as_plain(largest())), encoding="utf-8")

    case = read_case(path).case

    assert (len(case.title), len(case.assumptions)) == (200, 200)
    assert sum(rule.then == "advice-1" for rule in case.rules) == 45
    assert "All 30 recommendations hold" in plain_text(page(shot(case)))


def test_what_is_known_of_what_is_too_tangled_is_said_once() -> None:
    told = plain_text(depends(shot(largest())))

    assert (
        told.count("It takes at least three changes to make it fall. Which ones is too much to work out.")
        == 1
    )
    assert "Too tangled" not in told
    assert "Nothing\n" not in told


def test_of_very_many_arguments_the_strongest_few_are_listed_until_all_are_wanted() -> None:
    case = largest()
    strong = replace(case.rules[30], strength=Strength.STRONG)
    case = replace(case, rules=(*case.rules[:30], strong, *case.rules[31:]))
    state = fresh_state(case)
    state = replace(state, view=replace(state.view, picked="advice-1"))

    shown = why_page(complete(take(state)))
    more = next(block for block in shown.blocks if block.id == "arguments:advice-1")

    assert isinstance(more, Sentences)
    (line,) = more.lines
    assert line.text == "41 more arguments"
    assert headings(shown) == [f"Argument {n} of 45" for n in (1, 2, 3, 31)]
    assert isinstance(line.action, Look)
    every = replace(state, view=replace(state.view, **dict(line.action.changes)))
    assert len(headings(why_page(complete(take(every))))) == 45


def headings(shown: Page) -> list[str]:
    """The titles of the arguments that the why lists."""
    lines = (block.lines[0].text for block in shown.blocks if isinstance(block, Sentences))
    return [text for text in lines if text.startswith("Argument ")]


@pytest.mark.parametrize("shared", [False, True])
def test_few_that_decide_among_many_are_not_said_to_decide_more_than_none(shared: bool) -> None:
    """45 arguments for one recommendation, on an assumption each, or all on one."""
    case = largest()
    rules = tuple(
        replace(rule, need=("claim-1" if shared else f"claim-{place}",))
        for place, rule in enumerate(case.rules[:45], start=1)
    )

    told = plain_text(depends(shot(replace(case, recommendations=case.recommendations[:1], rules=rules))))

    assert "Load-bearing: decides a verdict\n" in told
    assert "over 0" not in told


def test_where_nothing_decides_no_load_is_said_to_be_borne() -> None:
    case = largest()
    rules = tuple(replace(rule, need=("claim-1", "not claim-1")) for rule in case.rules[:1])

    told = plain_text(depends(shot(replace(case, recommendations=case.recommendations[:1], rules=rules))))

    assert "Load-bearing\n\nNo single change would change a recommendation from here." in told


def test_a_title_that_the_head_of_the_sheet_cuts_stands_whole_on_its_first_page() -> None:
    first, *_ = pages(shot(largest()))

    assert " ".join(largest().title.split()) in first


def test_no_page_is_left_to_the_end_of_an_answer() -> None:
    worries = next(page for page in pages(shot(largest())) if "assumptions to worry about" in page)

    assert "What is assumed" in worries


def test_what_is_assumed_follows_an_answer_that_leaves_half_of_the_first_page() -> None:
    case = largest()
    advice = tuple(replace(one, text=f"Do {n}") for n, one in enumerate(case.recommendations[:7], start=1))
    rules = (
        replace(case.rules[n], need=(f"claim-{n}", f"not claim-{n}"), then=f"advice-{n}") for n in range(1, 8)
    )

    first, *_ = pages(shot(replace(case, title="Short", recommendations=advice, rules=tuple(rules))))

    assert "What is assumed" in first
