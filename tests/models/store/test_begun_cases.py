"""What says nothing yet is left out of a case and told, and the rest is read as it is."""

from pathlib import Path

from models.schema.problem import Severity
from models.store.cases import read_case
from tests.models.store.examples import TINY, line_of, told

BEGUN = """links:
  - {id: begun, paragraphs: [1]}
  - {id: tied, at-most-one: [funds-voted, dry-banks], because: "", paragraphs: [2]}
"""


def test_what_says_nothing_yet_is_told_and_left_out_of_the_case(tmp_path: Path) -> None:
    text = TINY + BEGUN.replace('""', "So it is")
    file = tmp_path / "case.yaml"
    file.write_text(text, encoding="utf-8")

    read = read_case(file)

    assert [link.id for link in read.case.links] == ["tied"]
    (problem,) = (one for one in read.problems if one.severity is Severity.ERROR)
    assert "does not say yet what it ties, and why. It is left out until then." in problem.what
    assert problem.line == line_of(text, "id: begun")


def test_what_is_wrong_after_something_left_out_is_told_at_its_own_line(tmp_path: Path) -> None:
    text = TINY + BEGUN.replace('""', "So it is").replace("dry-banks]", "wet-banks]")

    problem = next(one for one in told(tmp_path, text) if "wet-banks" in one.what)

    assert problem.line == line_of(text, "id: tied")


def test_a_part_with_a_key_that_nobody_knows_is_not_left_out(tmp_path: Path) -> None:
    problems = told(
        tmp_path, TINY + BEGUN.replace("{id: begun", "{id: begun, one_of: [funds-voted, dry-banks]")
    )

    assert any("one_of" in problem.what for problem in problems)
