"""The slips of authors: each is told where it is, and no remedy loses text or changes what is meant."""

from pathlib import Path

import pytest

from models.store.case_tests import check
from models.store.cases import embedded_case_ids, read_case
from resources import ROOT
from tests.models.store.examples import FUNDS_TEXT, TINY, checked, line_of, spoiled, told

IF = "if: [funds-voted]\n    then"


@pytest.mark.parametrize(
    ("old", "new", "what", "remedy"),
    [
        (IF, "if: [A1]\n    then", "A1 is a code, not an id.", "Write its id, funds-voted."),
        (
            IF,
            "if: [funds-voted, The council votes the funds]\n    then",
            "“The council votes the funds” is the name of a statement, not its id.",
            "Write its id, funds-voted.",
        ),
        ("not dry-banks]", "not A2]", "A2 is a code, not an id.", "Write its id, not dry-banks."),
        (
            IF,
            "if: [funds-voted or not dry-banks]\n    then",
            "There is no statement funds-voted or not dry-banks.",
            "Write {any: [funds-voted, not dry-banks]}.",
        ),
        (
            IF,
            "if: [A1 and dry-banks]\n    then",
            "There is no statement A1 and dry-banks.",
            "Write them as premises of their own: funds-voted, dry-banks.",
        ),
        (
            IF,
            "any: [funds-voted, dry-banks]\n    then",
            "Unknown key `any`.",
            "A choice is a premise: write if: [{any: [funds-voted, dry-banks]}].",
        ),
        (
            IF,
            "if: [funds-voted]\n    unless: [dry-banks]\n    then",
            "Unknown key `unless`.",
            "Write what must not be so as a premise under `if`: not dry-banks. If it overrules an argument, make it a "
            "rule with `opposes`.",
        ),
        (
            "then: affordable",
            "then: [affordable, build]",
            "A rule concludes one statement, not several.",
            "Write a rule for each, with the same premises: `then: affordable` and `then: build`.",
        ),
        (
            "[not dry-banks]",
            "[not: dry-banks]",
            "A premise in `if` cannot be a mapping.",
            "Write `not dry-banks`, without a colon.",
        ),
        (
            "id: paid",
            "id: affordable  # twice",
            "The rule has the id of a statement, affordable.",
            "Give it an id of its own",
        ),
        (
            "findings:",
            "links:\n  - {id: build, if: [dry-banks], then: funds-voted, because: Funds, paragraphs: [1]}\nfindings:",
            "The link has the id of a statement, build.",
            "Give it an id of its own",
        ),
        (
            "core: true",
            "mine: true",
            "Unknown key `mine`.",
            "An assumption has no such key. If it belongs to the text",
        ),
        (
            FUNDS_TEXT,
            'text: "The council \\e[31mvotes"',
            "A text has a control character (U+001B)",
            "Type the text again.",
        ),
        (
            IF,
            "if: [funds-voted]\n    unless: [not dry-banks]\n    then",
            "Unknown key `unless`.",
            "Write what must not be so as a premise under `if`: dry-banks.",
        ),
        (
            "[not dry-banks]",
            "[NOT dry-banks]",
            "There is no statement NOT dry-banks.",
            "Write `not dry-banks`",
        ),
        ("[not dry-banks]", "[~dry-banks]", "There is no statement ~dry-banks.", "Write `not dry-banks`"),
        ("[not dry-banks]", "[not\u00a0A2]", "There is no statement not", "Write `not dry-banks`"),
        (
            IF,
            "if: [at least 2 of A1 dry-banks]\n    then",
            "There is no statement at least 2 of A1 dry-banks.",
            "Write {at-least: 2, of: [funds-voted, dry-banks]}.",
        ),
        (
            IF,
            "if: any [A1, dry-banks]\n    then",
            "`if` should be a list, not “any [A1, dry-banks]”.",
            "Write [{any: [a, b]}]",
        ),
        (
            FUNDS_TEXT,
            "text: !vote The council",
            "The tag `!vote` has no place here.",
            "If it belongs to the text",
        ),
        (
            FUNDS_TEXT,
            "text: &co The council",
            "“&co” is a mark of YAML, and no part",
            "If it belongs to the text",
        ),
        (
            "id: dry-banks",
            "id:\u00a0dry-banks",
            "What looks like a space here is another character (U+00A0), and none to YAML.",
            "Put an ordinary space in its place.",
        ),
    ],
)
def test_a_slip_is_told_with_what_was_meant(
    old: str, new: str, what: str, remedy: str, tmp_path: Path
) -> None:
    text = spoiled((old, new))

    problem, *others = told(tmp_path, text)

    assert problem.what.startswith(what)
    assert problem.remedy.startswith(remedy)
    assert problem.line == line_of(text, new.splitlines()[-2 if "\n" in new else 0].strip())
    assert others == []


def test_neither_of_two_texts_under_one_key_is_given_up(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, spoiled((FUNDS_TEXT, f"{FUNDS_TEXT}\n    text: And more")))

    assert problem.remedy == "Join what they say under one, or correct the name of the other."


def test_a_rule_that_concludes_a_denial_is_not_told_to_drop_it(tmp_path: Path) -> None:
    problems = told(tmp_path, spoiled(("then: affordable", "then: not affordable")))

    assert "Name affordable, under `opposes` if the rule speaks against it." in [
        one.remedy for one in problems
    ]
    assert "Did you mean affordable?" not in [one.remedy for one in problems]


def test_rivals_that_exclude_each_other_are_shown_how_to_say_so(tmp_path: Path) -> None:
    rivals = """
  - {id: r-one, if: [not build], then: affordable, kind: stated, paragraphs: [1], because: x}
"""
    text = TINY.replace("\nfeedback:", f"{rivals}\nfeedback:", 1)

    problem = next(problem for problem in told(tmp_path, text) if "loop" in problem.what)

    assert "`one-of`" in problem.remedy
    assert "objection" in problem.remedy


@pytest.mark.parametrize("name", embedded_case_ids())
def test_no_embedded_case_has_a_slip(name: str) -> None:
    assert read_case(ROOT / "cases" / name / "case.yaml").problems == ()


def test_an_assumption_that_a_link_ties_to_a_used_one_is_not_called_idle(tmp_path: Path) -> None:
    ferry = "  - {id: ferry, code: A3, model: river, text: Ferries, paragraphs: [1], kind: stated, baseline: fails}\n"
    link = "links:\n  - {id: one, at-most-one: [ferry, dry-banks], because: x, paragraphs: [1]}\n\n"
    idle = TINY.replace("\nfindings:", f"{ferry}\nfindings:", 1)

    assert [problem.item for problem in told(tmp_path, idle)] == ["ferry"]
    assert told(tmp_path, idle.replace("findings:", f"{link}findings:", 1)) == ()


INPUTS = sorted((Path(__file__).parents[1] / "inputs").glob("author-*.yaml"))
REMEDIES = {
    "any-of": "write if: [{any: [funds-voted, dry-banks]}]",
    "at-least": "Write them as premises of their own.",
    "code-as-premise": "Write its id, funds-voted.",
    "comma-housie": 'text: "Prizes stay within $10,000"',
    "nbsp": "Put an ordinary space in its place.",
    "not-mapping": "Write `not dry-banks`, without a colon.",
    "or-premise": "Write {any: [funds-voted, dry-banks]}.",
    "rule-id-is-statement-id": "Give it an id of its own",
    "signposts-comma": "put quotes around the whole text",
    "text-hash": "put quotes around the whole of it",
    "text-hash2": "put quotes around the whole of it",
    "two-conclusions": "`then: affordable` and `then: build`",
    "unless": "as a premise under `if`: not dry-banks",
}


@pytest.mark.parametrize("file", INPUTS, ids=lambda file: file.stem)
def test_what_an_author_really_wrote_is_answered_with_what_was_meant(file: Path) -> None:
    (problem,) = check(file)

    assert REMEDIES[file.stem.removeprefix("author-")] in problem.remedy
    assert "Remove it" not in problem.remedy


@pytest.mark.parametrize(
    ("old", "key", "remedy"),
    [
        *(
            ("if: [funds-voted]", key, "write if: [funds-voted].")
            for key in ("when", "since", "given", "provided")
        ),
        *(("then: affordable", key, "write then: affordable.") for key in ("implies", "therefore", "hence")),
        ("opposes: build", "attacks", "write opposes: build."),
        (
            "if: [funds-voted]",
            "only-if",
            "write a rule with `opposes` for each of these, under `if`: not funds-voted.",
        ),
    ],
)
def test_a_key_in_another_word_is_answered_with_the_one_that_a_case_has(
    tmp_path: Path, old: str, key: str, remedy: str
) -> None:
    found = checked(tmp_path, old, f"{key}:{old.partition(':')[2]}")

    (one,) = [problem for problem in found if problem.what == f"Unknown key `{key}`."]
    assert remedy in one.remedy


@pytest.mark.parametrize(
    ("old", "added", "remedy"),
    [
        (
            FUNDS_TEXT,
            "claim: They vote",
            "`text` is there already. Put into it what claim says and it does not",
        ),
        (FUNDS_TEXT, "txt: They vote", "An assumption has no such key."),
        ("if: [funds-voted]", "when: [dry-banks]", "`if` is there already: put dry-banks among the premises"),
        ("then: affordable", "therefore: build", "`then` is there already, and a rule concludes one"),
    ],
)
def test_a_key_in_another_word_beside_the_right_one_is_not_to_be_renamed(
    tmp_path: Path, old: str, added: str, remedy: str
) -> None:
    indent = " " * (TINY.index(old) - TINY.rindex("\n", 0, TINY.index(old)) - 1)

    found = checked(tmp_path, old, f"{old}\n{indent}{added}")

    (one,) = [problem for problem in found if problem.what.startswith("Unknown key")]
    assert one.remedy.startswith(remedy)


def test_premises_under_because_are_told_where_they_belong(tmp_path: Path) -> None:
    start, premises, rest = TINY.partition("if: [funds-voted]")
    file = tmp_path / "case.yaml"
    file.write_text(
        start + premises.replace("if:", "because:") + rest.replace("because:", "# because:", 1), "utf-8"
    )

    found = check(file)

    assert "Premises stand under `if`: write if: [funds-voted]." in [one.remedy for one in found]


@pytest.mark.parametrize("name", ["R1", "F1", "build"])
def test_a_test_that_sets_what_cannot_be_set_says_so(tmp_path: Path, name: str) -> None:
    found, *_ = checked(tmp_path, "set: {A1: fails}", f"set: {{{name}: fails}}")

    assert found.what.startswith(f"{name} is a ") and found.what.endswith(": a test cannot set it.")


@pytest.mark.parametrize("name", ["A2", "dry-banks"])
def test_what_argues_for_an_assumption_is_named_by_what_it_is(tmp_path: Path, name: str) -> None:
    found = checked(tmp_path, FUNDS_TEXT, f"argued-by: [{name}]\n    {FUNDS_TEXT}")

    (one,) = [problem for problem in found if "finding" in problem.what]
    assert one.what == f"{name} is an assumption, and no finding."
    assert one.remedy == "Name a finding here, by its id."
