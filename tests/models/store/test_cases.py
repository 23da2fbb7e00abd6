"""A case file tells all its problems at once, each with its place and what to do."""

from pathlib import Path

import pytest

from models.schema.case import Case
from models.schema.problem import Severity
from models.store import yaml_text
from models.store.border import from_text
from models.store.cases import load_embedded, read_case
from tests.models.store.examples import TINY, line_of, spoiled, told
from tests.twins import json_twin, plain_text


@pytest.mark.parametrize(
    ("old", "new", "what", "remedy"),
    [
        ("core: true", "cor: true", "Unknown key `cor`.", "Did you mean core?"),
        ("models:", "modles:", "Unknown key `modles`.", "Did you mean models?"),
        ("because: Voted funds pay for it.", "", "A rule without `because`.", "Add `because`."),
        ("    kind: hedged\n", "", "An assumption without `kind`.", "Add `kind`."),
        ('"1.0"', "1.0", "`version` should be text, not 1.0.", "Put quotes around it."),
        ("year: 2026", "year: soon", "`year` should be a whole number, not “soon”.", ""),
        ("year: 2026", "year: 1", "`year` must be 1000 or more.", ""),
        ("core: true", "core: yes", "`core` should be true or false, not “yes”.", ""),
        ("baseline: holds", "baseline: hold", "`baseline` cannot be “hold”.", "Did you mean holds?"),
        ("fails}\n    para", "maybe}\n    para", "`dry-banks` cannot be “maybe”.", "Write holds or fails."),
        ("if: [funds-voted]", "if: funds-voted", "`if` should be a list, not “funds-voted”.", "Put it in"),
        ("paragraphs: [1]", "paragraphs: []", "`paragraphs` is empty.", "Give at least one entry."),
        ("text: The bridge is affordable", "text: ''", "`text` is empty.", "Write something there."),
        ("code: A2", "code: a2", "`code` cannot be “a2”.", "Write a code such as A1"),
        (
            "code: A2",
            "code: A1000",
            "`code` cannot be “A1000”.",
            "Write a code such as A1: one to three capital letters, and a number of at most three digits.",
        ),
        ("id: paid", "id: Paid!", "`id` cannot be “Paid!”.", "Write lower-case words joined by dashes."),
        ("then: affordable", "", "A rule needs exactly one of `then` and `opposes`.", "Correct this rule."),
        (
            "if: [funds-voted]",
            "if: [funds-votd]",
            "There is no statement funds-votd.",
            "Did you mean funds-voted?",
        ),
        ("then: build", "then: built", "There is no finding or recommendation built.", "Did you mean build?"),
        ("model: money", "model: mony", "There is no model mony.", "Did you mean money?"),
        (
            "sets: {dry-banks",
            "sets: {dry-bank",
            "There is no assumption dry-bank.",
            "Did you mean dry-banks?",
        ),
        (
            "paragraphs: [4]",
            "paragraphs: [9]",
            "Paragraph 9 is cited, but the source has 4.",
            "Cite a paragraph",
        ),
        ("code: A2", "code: A1", "The code A1 is used twice.", "Give each item its own code."),
        ("id: odd", "id: odd\n    id: odd", "The key `id` is given twice.", "Join what they say"),
        (
            "text: The banks",
            "text: !!python/name:os The banks",
            "The tag `!!python/name:os` has no",
            "If it belongs to the text",
        ),
        ("text: The banks", "text: &a The banks", "", ""),
        ("if: [funds-voted]", "if: [build]", "form a loop: affordable → build → affordable.", "Break it"),
        (
            "if: [funds-voted]",
            "if: [{any: [funds-voted, dry-bank]}]",
            "There is no statement dry-bank.",
            "Did you mean dry-banks?",
        ),
        (
            "if: [funds-voted]",
            "if: [{at-least: 3, of: [funds-voted, dry-banks]}]",
            "At least 3 are asked for, but only 2 are listed, so this can never apply.",
            "Lower the number",
        ),
        (
            "if: [funds-voted]",
            "if: [{at-least: 2, of: [funds-voted, dry-banks]}]",
            "All of what is listed here must be met, so this is no choice.",
            "Write them as premises of their own.",
        ),
        (
            "if: [funds-voted]",
            "if: [{at-least: 2, off: [dry-banks]}]",
            "Unknown key `off`.",
            "Did you mean of?",
        ),
        ("if: [funds-voted]", "if: [{any: []}]", "`any` is empty.", "Give at least one entry."),
        (
            "if: [not dry-banks]",
            "if: [not: dry-banks]",
            "cannot be a mapping.",
            "Write `not dry-banks`, without",
        ),
        ("if: [funds-voted]", "if: [{any: [build]}]", "form a loop: affordable → build", "Break it"),
        ("schema: 2", "schema: 3", "written for a newer version of WhatHolds", "Open it with that version."),
        ("schema: 2", "format: whatholds-scenario", "This is not a case file but a scenario.", "Open it as"),
    ],
)
def test_a_defect_is_told_in_words(tmp_path: Path, old: str, new: str, what: str, remedy: str) -> None:
    problems = told(tmp_path, spoiled((old, new)))

    found = [problem for problem in problems if what in problem.what and remedy in problem.remedy]
    assert found or not what
    assert all(problem.line and problem.column for problem in found)


def test_a_choice_of_premises_is_read_and_told_in_the_twin(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(
        spoiled(("if: [funds-voted]", "if: [{any: [funds-voted, not dry-banks]}]")), encoding="utf-8"
    )

    read = read_case(file)

    assert read.problems == ()
    assert [(item.least, len(item.parts)) for item in read.case.rule_by_id["paid"].conditions] == [(1, 2)]
    assert read.case == from_text(Case, json_twin(read.case))
    assert "any of these:\n            A1: The council votes the funds" in plain_text(read.case)


def test_a_problem_names_file_line_column_and_item(tmp_path: Path) -> None:
    text = spoiled(("if: [funds-voted]", "if: [funds-votd]"))

    problem = next(found for found in told(tmp_path, text) if "funds-votd" in found.what)

    assert problem.file == str(tmp_path / "case.yaml")
    assert (problem.line, problem.column) == (line_of(text, "funds-votd"), 10)
    assert problem.item == "paid"


def test_an_unknown_key_is_told_where_the_key_stands(tmp_path: Path) -> None:
    problem = next(iter(told(tmp_path, spoiled(("core: true", "cor: true")))))

    assert (problem.line, problem.column) == (line_of(TINY, "core: true"), 5)


def test_all_problems_are_told_at_once_and_in_order(tmp_path: Path) -> None:
    text = spoiled(
        ('"1.0"', "1.0"),
        ("core: true", "cor: true"),
        ("model: river", "model: sea"),
        ("then: build", "then: built"),
        ("strength: strong", "strength: stronger"),
        ("paragraphs: [4]\n\nrules", "paragraphs: [9]\n\nrules"),
        ("id: odd", "id: odd\n    id: odd"),
    )

    problems = told(tmp_path, text)

    told_of = " ".join(problem.what for problem in problems)
    for word in ("version", "cor", "sea", "built", "stronger", "Paragraph 9", "`id` is given twice"):
        assert word in told_of
    assert [problem.line for problem in problems] == sorted(problem.line or 0 for problem in problems)


def test_no_defect_is_told_twice(tmp_path: Path) -> None:
    problems = told(tmp_path, spoiled(("if: [funds-voted]", "if: [Funds-voted]")))

    assert len([problem for problem in problems if "Funds-voted" in problem.what]) == 1


def test_a_remark_does_not_hide_an_error_in_the_same_place(tmp_path: Path) -> None:
    text = spoiled(("if: [funds-voted]\n    then: affordable", "if: [funds-voted, funds-voted]"))

    problems = told(tmp_path, text)

    assert "A rule needs exactly one of `then` and `opposes`." in [problem.what for problem in problems]


def test_what_follows_from_a_misspelt_premise_is_not_told_as_well(tmp_path: Path) -> None:
    problems = told(tmp_path, spoiled(("if: [funds-voted]", "if: [funds-votd, funds-voted]")))

    assert [problem.what for problem in problems] == ["There is no statement funds-votd."]


def test_two_loops_are_both_spelled_out(tmp_path: Path) -> None:
    second = """
  - {id: round, if: [affordable], then: affordable, kind: stated, paragraphs: [1], because: So.}
  - {id: and-round, if: [build], then: build, kind: stated, paragraphs: [1], because: So.}

feedback:"""

    problems = told(tmp_path, spoiled(("\nfeedback:", second)))

    loops = {problem.what for problem in problems if "loop" in problem.what}
    assert loops == {
        "These rules form a loop: affordable → affordable.",
        "These rules form a loop: build → build.",
    }


def test_an_unreachable_recommendation_is_an_error_in_a_usable_case(tmp_path: Path) -> None:
    extra = "  - {id: sell, code: R2, model: money, text: Sell, addressee: all, paragraphs: [4]}\n\nrules:"
    file = tmp_path / "case.yaml"
    file.write_text(spoiled(("\nrules:", extra)), encoding="utf-8")

    read = read_case(file)

    assert [problem.severity for problem in read.problems] == [Severity.ERROR]
    assert "R2 is never accepted" in read.problems[0].what
    assert read.case.by_code["R2"].id == "sell"


def test_what_is_merely_odd_is_a_remark(tmp_path: Path) -> None:
    extra = "{id: sun, code: A3, model: money, text: Sun, paragraphs: [1], kind: stated, baseline: holds}"

    problems = told(tmp_path, spoiled(("\nfindings:", f"  - {extra}\n\nfindings:")))

    assert [(problem.severity, problem.item) for problem in problems] == [(Severity.REMARK, "sun")]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "The file is empty."),
        ("# only a comment\n", "The file is empty."),
        ("- a\n- b\n", "This is not a case."),
        ("just words", "This is not a case."),
        ("a: [1, 2", "not valid YAML"),
        ("text: one: two", "mapping values are not allowed"),
        ("a: 1\n---\nb: 2\n", "found another document"),
        ("a: *nowhere\n", "undefined alias"),
        ("a: \x07\n", "a character that cannot be printed"),
        ('a: "\\UFFFFFFFF"', "makes no sense"),
        ('title: "\\ud800"', "A character here is broken"),
        ("[" * 10_000, "nested too deeply"),
        ("&a [*a]", "nested too deeply"),
        ("{[a]: 1}", "A key must be a single word."),
        ("a: .nan", "A case without `schema`."),
    ],
)
def test_what_is_no_case_at_all_is_refused(tmp_path: Path, text: str, what: str) -> None:
    assert any(what in problem.what for problem in told(tmp_path, text))


def test_a_file_of_far_too_many_entries_is_not_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_text, "MAX_ENTRIES", 20)

    (problem,) = told(tmp_path, "- 1\n" * 100 + "and here it is broken: [")

    assert "entries" in problem.what


def test_aliases_that_multiply_are_refused(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]

    problems = told(tmp_path, "\n".join(lines))

    assert "more than 60,000 entries" in problems[0].what


def test_a_flood_of_problems_is_cut_and_counted(tmp_path: Path) -> None:
    problems = told(tmp_path, "".join(f"key{number}: 1\n" for number in range(1000)))

    assert len(problems) == 201
    assert problems[-1].what == "There are 809 more problems."


def test_a_case_may_be_json(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_text(json_twin(load_embedded("tiny")), encoding="utf-8")

    assert read_case(file).case == load_embedded("tiny")


def test_problems_of_a_json_case_have_lines_too(tmp_path: Path) -> None:
    text = json_twin(load_embedded("tiny")).replace('"core"', '"cor"')

    problem = next(iter(told(tmp_path, text, "case.json")))

    assert problem.what == "Unknown key `cor`."
    assert problem.line == line_of(text, '"cor"')


def test_python_names_of_keys_are_not_keys_of_files(tmp_path: Path) -> None:
    problems = told(tmp_path, spoiled(("if: [funds-voted]", "if_: [funds-voted]")))

    assert "Unknown key `if_`." in [problem.what for problem in problems]


@pytest.mark.parametrize("reading", ["every-argument", "every-strand"])
def test_a_case_of_schema_1_is_read(tmp_path: Path, reading: str) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(spoiled(("schema: 2", "schema: 1"), ("every-argument", reading)), encoding="utf-8")

    read = read_case(file)

    assert read.problems == ()
    assert read.case == load_embedded("tiny")
