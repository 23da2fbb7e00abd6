"""Lists whose brackets or meaning are in doubt: what is proposed can be read, and chooses no meaning for its author."""

from pathlib import Path

import pytest

from models.schema.problem import Severity
from tests.models.store.examples import spoiled, told

IF = "if: [funds-voted]\n    then"
BOTH = (
    "If any one of them is enough, write if: [{any: [funds-voted, affordable, dry-banks]}]. If the commas part what is "
    "needed, write if: [funds-voted, {any: [affordable, dry-banks]}]."
)


def remedies(folder: Path, premises: str) -> list[str]:
    problems = told(folder, spoiled((IF, f"{premises}\n    then")))
    return [one.remedy for one in problems if one.severity is Severity.ERROR]


def in_braces(folder: Path, premises: str, then: str = "then: affordable") -> list[str]:
    kept = "kind: stated, paragraphs: [2], because: Voted funds pay for it"
    rule = f"  - {{id: also, {premises}, {then}, {kept}}}\n"
    problems = told(folder, spoiled(("\nrules:\n", f"\nrules:\n{rule}")))
    return [one.remedy for one in problems if one.severity is Severity.ERROR]


@pytest.mark.parametrize(
    "premises",
    [
        "if: funds-voted, affordable or dry-banks",
        "if: [funds-voted, affordable or dry-banks]",
        "if: [funds-voted, affordable, or dry-banks]",
        "if: funds-voted, affordable, or dry-banks",
    ],
)
@pytest.mark.parametrize("written", [remedies, in_braces])
def test_commas_before_an_or_are_told_in_both_readings_or_in_none(
    premises: str, written: object, tmp_path: Path
) -> None:
    assert callable(written)
    found = [one for one in written(tmp_path, premises) if "any" in one]

    if "affordable, or" in premises:
        assert all("[funds-voted, {any: [affordable, dry-banks]}]" in one for one in found)
        assert all("{any: [funds-voted, affordable, dry-banks]}" in one for one in found)
    else:
        assert set(found) == {BOTH}
    assert found


def test_commas_before_an_or_in_a_link_are_told_in_both_readings(tmp_path: Path) -> None:
    link = "  - {id: lk, if: [funds-voted, dry-banks or dry-banks], then: dry-banks, because: So, paragraphs: [1]}\n"

    (problem,) = told(tmp_path, spoiled(("findings:", f"links:\n{link}findings:")))

    assert problem.remedy.startswith("If any one of them is enough, write a link for each of them alone")
    assert "`if: [funds-voted, dry-banks]`" in problem.remedy


@pytest.mark.parametrize(
    ("premises", "remedy"),
    [
        (
            "if: [{at-least: 2 of funds-voted, affordable, dry-banks}]",
            "Write {at-least: 2, of: [funds-voted, affordable, dry-banks]}.",
        ),
        (
            "if: [at-least: 2, of: [funds-voted, affordable, dry-banks]]",
            "Write {at-least: 2, of: [funds-voted, affordable, dry-banks]}.",
        ),
        (
            "if: [any: funds-voted, dry-banks]",
            "Put all that can be chosen from in square brackets: {any: [a, b]}, or {at-least: 2, of: [a, b, c]}.",
        ),
        ("if: [{at-least: two, of: [funds-voted, affordable, dry-banks]}]", "Write a number."),
    ],
)
def test_a_choice_that_is_cut_or_parted_is_told_whole(premises: str, remedy: str, tmp_path: Path) -> None:
    assert remedy in remedies(tmp_path, premises)
    assert remedy in in_braces(tmp_path, premises)
    assert not any("Add `" in one for one in in_braces(tmp_path, premises))


def test_what_must_not_be_so_is_not_cut_at_its_comma(tmp_path: Path) -> None:
    found = in_braces(tmp_path, "unless: funds-voted, dry-banks")

    assert found == ["Put them in square brackets: unless: [funds-voted, dry-banks]"]


def test_conclusions_in_braces_without_brackets_are_to_be_two_rules(tmp_path: Path) -> None:
    found = in_braces(tmp_path, "if: [funds-voted]", "then: affordable, build")

    assert found == ["Write a rule for each, with the same premises: `then: affordable` and `then: build`."]


def test_every_code_in_a_link_is_told_with_its_id(tmp_path: Path) -> None:
    link = "  - {id: lk, one-of: [A1, A2], because: So it is, paragraphs: [1]}\n"

    problems = told(tmp_path, spoiled(("findings:", f"links:\n{link}findings:")))

    assert [one.remedy for one in problems] == ["Write its id, funds-voted.", "Write its id, dry-banks."]


def test_a_denial_in_a_link_is_told_without_its_colon(tmp_path: Path) -> None:
    link = "  - {id: lk, if: [not: funds-voted], then: dry-banks, because: So it is, paragraphs: [1]}\n"

    (problem,) = told(tmp_path, spoiled(("findings:", f"links:\n{link}findings:")))

    assert problem.remedy == "Write `not funds-voted`, without a colon."


def test_an_odd_space_behind_a_key_within_braces_is_told(tmp_path: Path) -> None:
    assert in_braces(tmp_path, "if:\u00a0[funds-voted]") == ["Put an ordinary space in its place."]


@pytest.mark.parametrize("then", ["R1", "buld", "affordable and build"])
def test_a_conclusion_that_is_told_as_wrong_is_not_told_again_as_missing(then: str, tmp_path: Path) -> None:
    problems = told(tmp_path, spoiled(("then: build", f"then: {then}")))

    assert [one.what for one in problems if "never accepted" in one.what] == []
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("entry", "remedy"),
    [
        ("affordable or useful", "Write each as an entry of its own: affordable, useful."),
        ("F1, useful", "Write each as an entry of its own: affordable, useful."),
        ("affordable and useful", "Make a finding of it, with an argument of its own, and name that here."),
    ],
)
def test_several_findings_in_one_entry_that_argue_for_an_assumption_are_no_choice(
    entry: str, remedy: str, tmp_path: Path
) -> None:
    useful = "findings:\n  - {id: useful, code: F9, model: money, text: It is of use, paragraphs: [2]}"
    problems = told(
        tmp_path,
        spoiled(
            ("findings:", useful),
            ("baseline: uncertain", f'baseline: as-argued\n    argued-by: ["{entry}"]'),
        ),
    )

    assert [one.remedy for one in problems if one.severity is Severity.ERROR] == [remedy]


@pytest.mark.parametrize(
    ("premise", "remedy"),
    [
        ("not: dry-banks", "Write `not dry-banks`, without a colon."),
        (
            "{any: [funds-voted, dry-banks]}",
            "No choice can stand here: write one for each of its statements, otherwise alike.",
        ),
    ],
)
def test_a_mapping_in_a_note_of_what_fits_ill_is_not_to_be_quoted(
    premise: str, remedy: str, tmp_path: Path
) -> None:
    problems = told(tmp_path, spoiled(("if: [funds-voted, not affordable]", f"if: [{premise}]")))

    assert [one.remedy for one in problems] == [remedy]


def test_what_a_test_sets_is_told_by_an_example(tmp_path: Path) -> None:
    problems = told(tmp_path, spoiled(("set: {A1: fails}", "set: A1 fails")))

    assert [one.remedy for one in problems] == ["Write {A1: fails}."]
