"""Text that YAML cuts short or takes for something else is told with what keeps it whole."""

from pathlib import Path

import pytest

from models.schema.problem import Severity
from tests.models.store.examples import FUNDS_TEXT, TINY, checked, line_of, spoiled, told


def test_an_empty_text_is_told_at_its_key(tmp_path: Path) -> None:
    text = spoiled((FUNDS_TEXT, "text:"))

    (problem,) = told(tmp_path, text)

    assert (problem.what, problem.remedy) == ("`text` should be text, not empty.", "Write it there.")
    assert problem.line == line_of(TINY, FUNDS_TEXT)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        (
            "[The council] votes",
            "If a text begins with a bracket or a quotation mark, put quotes around all of it.",
        ),
        ("- The council votes", "If a text begins with a dash, put quotes around it."),
        ("> The council votes", "If a text begins with | or >, put quotes around it."),
        ("|\n---\n      The council", "If the line `---` belongs to a text, put quotes around that"),
    ],
)
def test_a_text_that_yaml_takes_for_something_else_is_to_be_quoted(
    text: str, remedy: str, tmp_path: Path
) -> None:
    (problem,) = told(tmp_path, spoiled((FUNDS_TEXT, f"text: {text}")))

    assert problem.remedy.startswith(remedy)


def test_a_comma_inside_braces_that_cuts_a_text_is_told_with_the_whole_text(tmp_path: Path) -> None:
    entry = "  - {id: K2, text: It cost $10,000, or so, paragraphs: [1]}"
    text = TINY.replace("background:\n", f"background:\n{entry}\n")

    (first,) = told(tmp_path, text)

    assert first.what == "The text of `text` ends at the comma: “000” was read as a key."
    assert first.remedy == 'Put quotes around the whole text: text: "It cost $10,000, or so"'
    assert (first.line, first.column) == (line_of(text, entry), entry.index("000") + 1)


@pytest.mark.parametrize(
    ("old", "new", "what", "at"),
    [
        (
            FUNDS_TEXT,
            "text: The council votes item #3 of the list",
            "“#3 of the list” is a comment, and no part of the text.",
            "#3",
        ),
        (
            "signposts: [The budget is tabled]",
            "signposts: [The budget is tabled, debated and passed]",
            "“debated and passed” is an entry of its own, as a comma stands before it.",
            "debated",
        ),
    ],
)
def test_text_that_may_be_cut_is_remarked_on(old: str, new: str, what: str, at: str, tmp_path: Path) -> None:
    text = spoiled((old, new))

    (problem,) = told(tmp_path, text)

    assert (problem.severity, problem.what) == (Severity.REMARK, what)
    assert problem.line == line_of(text, at)
    assert "put quotes around the whole" in problem.remedy


def test_quoted_texts_and_comments_elsewhere_are_no_slips(tmp_path: Path) -> None:
    text = spoiled(
        (FUNDS_TEXT, 'text: "Item #3, of $10,000" # as tabled'),
        ("core: true", "core: true # a comment"),
        ("signposts: [The budget is tabled]", "signposts: [The budget is tabled, Works begin]"),
    )

    assert told(tmp_path, text) == ()


def test_a_comment_that_swallows_a_bracket_is_told_as_such(tmp_path: Path) -> None:
    text = spoiled(("title: The crossing,", "title: Crossing #3,"))

    (problem,) = told(tmp_path, text)

    assert problem.what.startswith("“#3, year: 2026")
    assert problem.line == line_of(text, "Crossing #3")


@pytest.mark.parametrize(
    ("old", "new", "what", "remedy"),
    [
        (
            FUNDS_TEXT,
            "text: #3 fails",
            "`text` is empty, as “#3 fails” begins with #",
            'the whole text: text: "#3 fails"',
        ),
        (
            FUNDS_TEXT,
            "text:\n      #3 fails",
            "`text` is empty, as “#3 fails” begins with #",
            'the whole text: text: "#3 fails"',
        ),
        (
            FUNDS_TEXT,
            "text:  \n\n        #3 fails\n        # and more",
            "`text` is empty, as “#3 fails” begins with #",
            'the whole text: text: "#3 fails"',
        ),
        (
            "if: [funds-voted]",
            "if:\n      - #3\n      - dry-banks",
            "An entry of `if` is empty",
            "Take out the #",
        ),
        (
            FUNDS_TEXT,
            f"challenge:\n      - #3\n    {FUNDS_TEXT}",
            "An entry of `challenge` is empty",
            'around it: - "#3"',
        ),
        (
            FUNDS_TEXT,
            f"signposts:\n      - #3\n    {FUNDS_TEXT}",
            "An entry of `signposts` is empty",
            'around it: - "#3"',
        ),
        (
            FUNDS_TEXT,
            f"signposts: [The budget: tabled]\n    {FUNDS_TEXT}",
            "An entry of `signposts` is cut at the colon: “The budget” was read as a key.",
            'Put quotes around the whole text: "The budget: tabled"',
        ),
        (
            FUNDS_TEXT,
            f"signposts:\n      - for: It is tabled\n    {FUNDS_TEXT}",
            "“for” was read as a key.",
            'Write {text: "It is tabled", speaks: for}.',
        ),
        (
            FUNDS_TEXT,
            f"hedging: [A loan: agreed]\n    {FUNDS_TEXT}",
            "An entry of `hedging` is cut at the colon",
            'Put quotes around the whole text: "A loan: agreed"',
        ),
        (
            "if: [funds-voted]",
            "if: [{any: [funds-voted, {any: [dry-banks, A1]}]}]",
            "A choice names statements: another choice cannot stand in it.",
            "Write {any: [funds-voted, dry-banks, funds-voted]}.",
        ),
        (
            "if: [funds-voted]",
            "if: [{at-least: 2, of: [funds-voted, {any: [dry-banks]}]}]",
            "A choice names statements: another choice cannot stand in it.",
            "Make a finding of it, with an argument of its own, and name that here.",
        ),
        (
            "if: [funds-voted]",
            "if: [{any: [funds-voted, not: dry-banks]}]",
            "A choice names statements: a mapping cannot stand in it.",
            "Write `not dry-banks`, without a colon.",
        ),
    ],
)
def test_what_yaml_cuts_or_a_choice_cannot_hold_is_told_once_with_what_keeps_it(
    tmp_path: Path, old: str, new: str, what: str, remedy: str
) -> None:
    found = checked(tmp_path, old, new)

    (one,) = [problem for problem in found if what in problem.what]
    assert remedy in one.remedy
    assert [problem.line for problem in found].count(one.line) == 1, found


ASSUMPTION = "{{id: late, code: A9, model: money, {0}, paragraphs: [1], kind: stated, baseline: holds}}"


def in_braces(folder: Path, texts: str) -> list[str]:
    """What is told of an assumption in braces that says this."""
    added = f"\nassumptions:\n  - {ASSUMPTION.format(texts)}\n"
    problems = told(folder, spoiled(("\nassumptions:\n", added)))
    return [f"{one.what} {one.remedy}" for one in problems if one.severity is Severity.ERROR]


def test_a_text_that_several_commas_cut_is_told_once_and_whole(tmp_path: Path) -> None:
    assert in_braces(tmp_path, "text: It costs, it says, a lot") == [
        "The text of `text` ends at the comma: “it says” was read as a key. Put quotes around the whole text: "
        'text: "It costs, it says, a lot"'
    ]


def test_a_number_that_a_comma_cut_is_told_as_a_text(tmp_path: Path) -> None:
    (only,) = in_braces(tmp_path, "text: 10,000 euro")

    assert only.endswith('Put quotes around the whole text: text: "10,000 euro"')


def test_texts_without_brackets_may_be_one_or_several(tmp_path: Path) -> None:
    assert in_braces(tmp_path, "text: Late, signposts: Seen, heard") == [
        "Without brackets, a list of texts ends at its first comma. If it is one text, write signposts: "
        '["Seen, heard"]; if each is a text, write signposts: ["Seen", "heard"].'
    ]


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("text: - late", "If a text begins with a dash, put quotes around it."),
        (
            'text: "Late" it is',
            "If a text begins with a bracket or a quotation mark, put quotes around all of it.",
        ),
        ("text: & co", "Put quotes around a text that begins with & or a star."),
        ("text: Late, shaping: [#3 first]", "Put quotes around the whole text that it is a part of."),
    ],
)
def test_signs_that_begin_a_text_in_braces_are_told_with_quotes(
    text: str, remedy: str, tmp_path: Path
) -> None:
    (only,) = in_braces(tmp_path, text)

    assert only.endswith(remedy)


def test_a_quotation_mark_without_its_other_is_told_where_it_stands(tmp_path: Path) -> None:
    text = spoiled(("text: The banks stay dry", "text: 'tis dry"))

    (problem,) = told(tmp_path, text)

    assert problem.line == line_of(text, "'tis dry")
    assert (
        problem.remedy
        == "A quotation mark stands before a text, and none behind it: put quotes around all of it."
    )
