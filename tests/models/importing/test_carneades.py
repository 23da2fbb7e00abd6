"""What Carneades argues is what the case argues, and what is left out is told."""

from pathlib import Path

from models.schema.grades import Stance
from models.schema.result import Status
from tests.models.importing.texts import CARNEADES, brought, case_of, statuses, told


def test_an_issue_of_carneades_is_won_by_the_weightier_argument(tmp_path: Path) -> None:
    case = case_of(brought(tmp_path, "gate.yml", CARNEADES))
    field, flood, gauge = "The field is dry.", "A flood is coming.", "The gauge is wrong."
    opened, closed = "The gate should be opened.", "The gate should stay closed."

    assert [item.text for item in case.recommendations] == [opened, closed]
    found = statuses(case, {})
    assert (found[opened], found[closed]) == (Status.REJECTED, Status.ACCEPTED)
    found = statuses(case, {flood: Stance.FAILS})
    assert (found[opened], found[closed]) == (Status.ACCEPTED, Status.REJECTED)
    found = statuses(case, {gauge: Stance.HOLDS, field: Stance.HOLDS})
    assert (found[opened], found[closed]) == (Status.ACCEPTED, Status.REJECTED)


def test_what_carneades_assumes_holds_and_what_it_does_not_fails(tmp_path: Path) -> None:
    case = case_of(brought(tmp_path, "gate.yml", CARNEADES))

    taken = {item.text: item.baseline for item in case.assumptions}
    assert taken["A flood is coming."] is Stance.HOLDS
    assert taken["The gauge is wrong."] is Stance.FAILS


def test_what_is_left_out_of_carneades_is_told(tmp_path: Path) -> None:
    remarks = told(brought(tmp_path, "gate.yml", CARNEADES))

    assert (
        "Names of argument schemes were left out, with the weights that they give (“a2: expert”)." in remarks
    )
    assert "gate.yml:14: remark: Tests were left out" in remarks


def test_what_else_carneades_says_is_told_and_an_exception_takes_its_argument_away(tmp_path: Path) -> None:
    text = """
meta: {title: Jogging, notes: It matters}
statements: {a: {text: It is healthy, metadata: {by: me}}, c: One should jog, z: It is icy}
arguments:
  a1: {premises: {minor: a, exception: z}, conclusion: c, undercutter: ghost, parameters: [x], note: lost}
issues: {i1: {positions: [c, spectre]}}
assumptions: [a, phantom]
"""
    found = brought(tmp_path, "jog.yml", text)

    remarks = told(found)
    for name in (
        "notes",
        "a: metadata",
        "minor",
        "ghost",
        "a1: parameters",
        "a1: note",
        "spectre",
        "phantom",
    ):
        assert name in remarks
    assert statuses(case_of(found), {"It is icy": Stance.HOLDS})["One should jog"] is not Status.ACCEPTED
    assert statuses(case_of(found), {"It is icy": Stance.FAILS})["One should jog"] is Status.ACCEPTED


def test_each_thing_that_is_left_out_of_carneades_is_told_at_its_line(tmp_path: Path) -> None:
    text = """statements: {a: It is healthy, b: It is fun, c: One should jog, lost: [one]}
arguments:
  a1:
    premises: {minor: a, major: b}
    conclusion: c
    weight: heavy
  a2: {premises: {minor: a}, conclusion: c, scheme: expert}
  a3: none
issues:
  i1: {positions: [c, spectre], metadata: {x: 1}}
labels: {in: [a]}
references: {r1: {title: T}, r2: {title: U}}
extra: {x: 1}
"""

    remarks = told(brought(tmp_path, "jog.yml", text))

    for line, name in (
        (1, "lost"),
        (4, "a1: minor: a"),
        (4, "a1: major: b"),
        (3, "a1: heavy"),
        (7, "a2: minor: a"),
        (7, "a2: expert"),
        (8, "a3"),
        (10, "i1: spectre"),
        (10, "i1: metadata"),
        (11, "in"),
        (12, "r1"),
        (12, "r2"),
        (13, "extra"),
    ):
        assert any(f"jog.yml:{line}: " in one and f"(“{name}”)" in one for one in remarks.splitlines()), name


def test_rivals_without_arguments_are_linked(tmp_path: Path) -> None:
    text = CARNEADES.replace("i1: {positions: [open, closed]}", "i1: {positions: [dry, flood]}")

    case = case_of(brought(tmp_path, "gate.yml", text))

    (link,) = case.links
    assert {case.by_id[name].text for name in link.at_most_one} == {"The field is dry.", "A flood is coming."}
    assert {case.by_id[name].baseline for name in link.at_most_one} == {Stance.UNCERTAIN}  # type: ignore[union-attr]
