"""No message about a slip proposes what turns the meaning of what was written, or drops a part of it."""

from pathlib import Path

import pytest

from models.schema.problem import Severity
from tests.models.store.examples import line_of, spoiled, told

SIGNPOSTS = "signposts: [The budget is tabled]"
CHALLENGE = 'challenge: ["Who votes against?"]'
IF = "if: [funds-voted]\n    then"


def test_a_comma_within_a_number_is_remarked_on(tmp_path: Path) -> None:
    text = spoiled((SIGNPOSTS, "signposts: [Over 10,000 sign]"))

    (problem,) = told(tmp_path, text)

    assert problem.severity is Severity.REMARK
    assert problem.what == "“000 sign” is an entry of its own, as a comma stands before it."
    assert problem.remedy == "If it belongs to “Over 10”, put quotes around the whole text."
    assert problem.line == line_of(text, "Over 10")


@pytest.mark.parametrize(
    "entries", ['"Over 10,000 sign"', "Over 10, The budget is tabled", "In May, 300 sign"]
)
def test_other_numbers_in_a_list_are_no_slips(entries: str, tmp_path: Path) -> None:
    assert told(tmp_path, spoiled((SIGNPOSTS, f"signposts: [{entries}]"))) == ()


def test_a_number_that_commas_cut_out_of_a_text_is_not_to_be_quoted_alone(tmp_path: Path) -> None:
    problems = told(tmp_path, spoiled((CHALLENGE, "challenge: [It costs 1,000,000 euro]")))

    (error,) = (problem for problem in problems if problem.severity is Severity.ERROR)
    assert error.what == "`challenge` should be text, not 0."
    assert error.remedy == "Put quotes around the whole text that it is a part of."


@pytest.mark.parametrize(
    "premise",
    [
        "-funds-voted -dry-banks",
        "any funds-voted",
        "funds-voted / dry-banks",
        "funds-voted + dry-banks",
        "funds-voted fails",
        "notfunds-voted",
        "not not funds-voted",
        "funds-not-voted",
        "wet-banks",
    ],
)
def test_a_premise_that_says_more_or_else_is_no_misspelling(premise: str, tmp_path: Path) -> None:
    problems = told(tmp_path, spoiled((IF, f"if: [{premise}]\n    then")))

    (error,) = (problem for problem in problems if problem.severity is Severity.ERROR)
    assert error.what == f"There is no statement {premise.removeprefix('not ')}."
    assert error.remedy == "Use one that this case has."


@pytest.mark.parametrize(
    "premise", ["funds-votd", "not funds-votd", "fundsvoted", "funds voted", "Funds-Voted"]
)
def test_a_misspelled_name_is_told_with_the_right_one(premise: str, tmp_path: Path) -> None:
    problems = told(tmp_path, spoiled((IF, f"if: [{premise}]\n    then")))

    assert "Did you mean funds-voted?" in [problem.remedy for problem in problems]


@pytest.mark.parametrize("key", ["at-most", "exactly"])
def test_a_choice_that_no_form_says_is_not_turned_into_another(key: str, tmp_path: Path) -> None:
    (problem,) = told(tmp_path, spoiled((IF, f"if: [{{{key}: 1, of: [funds-voted, dry-banks]}}]\n    then")))

    assert problem.what == f"Unknown key `{key}`."
    assert problem.remedy.startswith("Write an id, `not` and an id, {any: [...]}")


def test_a_misspelled_key_of_a_choice_is_told_alone(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, spoiled((IF, "if: [{at-lest: 1, of: [funds-voted, dry-banks]}]\n    then")))

    assert problem.remedy == "Did you mean at-least?"


@pytest.mark.parametrize(("key", "meant"), [("at-least-one", False), ("at-most-on", True)])
def test_a_link_is_not_turned_into_its_opposite(key: str, meant: bool, tmp_path: Path) -> None:
    link = f"  - {{id: lk, {key}: [funds-voted, dry-banks], because: So it is, paragraphs: [1]}}\n"

    (problem,) = told(tmp_path, spoiled(("findings:", f"links:\n{link}findings:")))

    assert problem.what == f"Unknown key `{key}`."
    assert (problem.remedy == "Did you mean at-most-one?") is meant


@pytest.mark.parametrize("joined", ["affordable and build", "affordable, build", "affordable & R1"])
def test_two_conclusions_in_one_text_are_to_be_two_rules(joined: str, tmp_path: Path) -> None:
    remedies = [one.remedy for one in told(tmp_path, spoiled(("then: affordable", f"then: {joined}")))]

    assert "Write a rule for each, with the same premises: `then: affordable` and `then: build`." in remedies


def test_a_conclusion_is_no_choice(tmp_path: Path) -> None:
    problems = told(tmp_path, spoiled(("then: affordable", "then: affordable or build")))

    assert not any("any:" in problem.remedy for problem in problems)


@pytest.mark.parametrize(
    ("given", "premises"),
    [
        ("funds-voted or dry-banks", "not funds-voted, not dry-banks"),
        ("funds-voted and dry-banks", "{any: [not funds-voted, not dry-banks]}"),
        ("not funds-voted and dry-banks", "{any: [funds-voted, not dry-banks]}"),
        ("[{any: [funds-voted, dry-banks]}]", "not funds-voted, not dry-banks"),
        ("[{at-least: 2, of: [funds-voted, dry-banks]}]", "{any: [not funds-voted, not dry-banks]}"),
        (
            "[{at-least: 2, of: [affordable, funds-voted, dry-banks]}]",
            "{at-least: 2, of: [not affordable, not funds-voted, not dry-banks]}",
        ),
    ],
)
def test_what_must_not_be_so_is_told_as_the_contrary_of_the_whole(
    given: str, premises: str, tmp_path: Path
) -> None:
    problems = told(tmp_path, spoiled((IF, f"if: [funds-voted]\n    unless: {given}\n    then")))

    (error,) = (problem for problem in problems if problem.severity is Severity.ERROR)
    assert error.remedy.startswith(f"Write what must not be so as a premise under `if`: {premises}. If")


@pytest.mark.parametrize("given", ["funds-voted and dry-banks or affordable", "[[funds-voted]]"])
def test_what_must_not_be_so_and_is_in_doubt_is_to_be_a_finding(given: str, tmp_path: Path) -> None:
    problems = told(tmp_path, spoiled((IF, f"if: [funds-voted]\n    unless: {given}\n    then")))

    assert any(problem.remedy.startswith("Make a finding of what must not be so,") for problem in problems)


def test_what_alone_suffices_is_not_told_as_what_is_needed_each(tmp_path: Path) -> None:
    problems = told(tmp_path, spoiled((IF, "only-if: funds-voted or dry-banks\n    then")))

    (remedy,) = (problem.remedy for problem in problems if problem.what == "Unknown key `only-if`.")
    assert remedy.startswith("Without it the conclusion falls: make a finding of it,")


@pytest.mark.parametrize(
    ("key", "added"),
    [
        ("any: [dry-banks, not funds-voted]", "{any: [dry-banks, not funds-voted]}"),
        ("when: [dry-banks]", "dry-banks"),
        ("when: [{any: [dry-banks, affordable]}]", "{any: [dry-banks, affordable]}"),
    ],
)
def test_premises_beside_the_premises_are_to_be_put_among_them(key: str, added: str, tmp_path: Path) -> None:
    problems = told(tmp_path, spoiled((IF, f"if: [funds-voted]\n    {key}\n    then")))

    assert f"`if` is there already: put {added} among the premises that stand under it." in [
        problem.remedy for problem in problems
    ]


FINDING = "Make a finding of it, with an argument of its own, and name that here."


@pytest.mark.parametrize(
    ("choice", "remedy"),
    [
        ("{any: [funds-voted and dry-banks, affordable]}", FINDING),
        ("{any: [funds-voted or dry-banks and A1, affordable]}", FINDING),
        ("{any: [funds-voted or A2, affordable]}", "Write {any: [funds-voted, dry-banks, affordable]}."),
        ("{any: [affordable, any of A1 A2]}", FINDING),
        ("{at-least: 2, of: [funds-voted or dry-banks, affordable, build]}", FINDING),
        ("{at-least: 2, of: [funds-voted & dry-banks, affordable, build]}", FINDING),
    ],
)
def test_several_names_in_an_entry_of_a_choice_stay_one_entry_of_it(
    choice: str, remedy: str, tmp_path: Path
) -> None:
    problems = told(tmp_path, spoiled((IF, f"if: [{choice}]\n    then")))

    assert [one.remedy for one in problems if one.what.startswith("There is no statement")] == [remedy]


CANNOT = "A link cannot say this, as each entry is one assumption."


@pytest.mark.parametrize(
    ("link", "remedy"),
    [
        ("one-of: [funds-voted and dry-banks, ferry]", CANNOT),
        ("at-most-one: [funds-voted or dry-banks, ferry]", CANNOT),
        ("one-of: [{any: [funds-voted, dry-banks]}, ferry]", CANNOT),
        ("if: [ferry], then: {any: [funds-voted, dry-banks]}", CANNOT),
        ("if: [{any: [funds-voted, dry-banks]}], then: ferry", CANNOT),
        ("if: [ferry], then: funds-voted and dry-banks", "`then: funds-voted` and `then: dry-banks`."),
        ("if: [ferry], then: [funds-voted, dry-banks]", "`then: funds-voted` and `then: dry-banks`."),
        ("if: [ferry], then: A1 or dry-banks", "Write if: [ferry, not funds-voted], then: dry-banks."),
        (
            "if: [ferry, A1 or not A2], then: boat",
            "`if: [ferry, funds-voted]` and `if: [ferry, not dry-banks]`.",
        ),
        ("if: [funds-voted and dry-banks], then: ferry", "an entry of its own: funds-voted, dry-banks."),
    ],
)
def test_several_names_in_one_place_of_a_link_are_told_in_links(
    link: str, remedy: str, tmp_path: Path
) -> None:
    more = "".join(
        f"  - {{id: {name}, code: {code}, model: river, text: x, paragraphs: [1], kind: stated, baseline: fails}}\n"
        for name, code in (("ferry", "A3"), ("boat", "A4"))
    )
    links = f"links:\n  - {{id: lk, {link}, because: So it is, paragraphs: [1]}}\n"

    problems = told(tmp_path, spoiled(("\nfindings:", f"{more}\n{links}findings:")))

    (error,) = (one for one in problems if one.item == "lk")
    assert remedy in error.remedy
    assert "any:" not in error.remedy


def test_a_premise_under_two_keys_is_not_to_be_kept_under_one(tmp_path: Path) -> None:
    twice = spoiled(("need: [dry-banks]", "need: [dry-banks]\n    means: [dry-banks]"))

    assert not any(one.remedy == "Keep one." for one in told(tmp_path, twice))


def test_commas_before_an_or_are_told_in_both_ways(tmp_path: Path) -> None:
    problems = told(tmp_path, spoiled((IF, 'if: ["affordable, A1 or not A2"]\n    then')))

    (error,) = (one for one in problems if one.severity is Severity.ERROR)
    assert error.remedy == (
        "If any one of them is enough, write {any: [affordable, funds-voted, not dry-banks]}. If the commas part what "
        "is needed, write affordable, {any: [funds-voted, not dry-banks]}."
    )


BRACKETS = "Put them in square brackets: "


@pytest.mark.parametrize(
    ("premises", "remedy"),
    [
        ("means: funds-voted, dry-banks", f"{BRACKETS}means: [funds-voted, dry-banks]"),
        ("means: funds-voted, not dry-banks", f"{BRACKETS}means: [funds-voted, not dry-banks]"),
        ("means: [{any: funds-voted, dry-banks}]", f"{BRACKETS}any: [funds-voted, dry-banks]"),
        (
            "means: [{at-least: 2, funds-voted, dry-banks, affordable}]",
            "Write {at-least: 2, of: [funds-voted, dry-banks, affordable]}.",
        ),
    ],
)
def test_a_list_without_brackets_is_told_once_and_never_to_be_quoted(
    premises: str, remedy: str, tmp_path: Path
) -> None:
    rule = f"  - {{id: more, {premises}, then: build, kind: stated, paragraphs: [1], because: x}}\n"
    text = spoiled(("rules:\n", f"rules:\n{rule}"))

    (problem,) = told(tmp_path, text)

    assert (problem.line, problem.remedy) == (line_of(text, "id: more"), remedy)


def test_a_link_without_brackets_is_told_once(tmp_path: Path) -> None:
    link = "  - {id: lk, at-most-one: funds-voted, dry-banks, because: So it is, paragraphs: [1]}\n"

    problems = told(tmp_path, spoiled(("findings:", f"links:\n{link}findings:")))

    (problem,) = (one for one in problems if one.severity is Severity.ERROR)
    assert problem.remedy == f"{BRACKETS}at-most-one: [funds-voted, dry-banks]"


@pytest.mark.parametrize("cut", ["then build", "then", "at-least 2"])
def test_a_key_that_lost_its_colon_is_no_entry_of_the_list_before_it(cut: str, tmp_path: Path) -> None:
    rule = f"  - {{id: more, if: dry-banks, {cut}, kind: stated, paragraphs: [1], because: x}}\n"

    problems = told(tmp_path, spoiled(("rules:\n", f"rules:\n{rule}")))

    assert f"“{cut}” has no value." in [one.what for one in problems]
    assert not any("quotes around the whole text: if" in one.remedy for one in problems)


def test_a_choice_that_has_its_list_loses_nothing_of_it(tmp_path: Path) -> None:
    choice = "{at-least: 2, affordable, of: [funds-voted, dry-banks]}"
    rule = f"  - {{id: more, if: [{choice}], then: build, kind: stated, paragraphs: [1], because: x}}\n"

    problems = told(tmp_path, spoiled(("rules:\n", f"rules:\n{rule}")))

    assert "“affordable” has no value." in [one.what for one in problems]
    assert not any("of: [affordable]" in one.remedy for one in problems)


def test_an_or_where_no_choice_can_stand_is_told_as_one_for_each(tmp_path: Path) -> None:
    remark = "  - {id: either, if: [A1 or not dry-banks], text: x}\n"

    problems = told(tmp_path, spoiled(("coherence:\n", f"coherence:\n{remark}")))

    (error,) = (one for one in problems if one.item == "either")
    assert error.remedy.endswith("with `if: [funds-voted]` and `if: [not dry-banks]`.")
