"""What an edit leaves as its author wrote it: lists in their line, quotes, notes and braces."""

import pytest

from models.authoring.yaml import spans

LISTED = """\
  - id: paid
    if: ["funds-voted", 'dry-banks', {any: ["grant", loan]}]  # all of them
    challenge: [Who votes?, "Who pays, and when?"]
    signposts:
      - 'The budget is tabled'  # in May
      - "Tenders: open"
    because: 'Voted funds pay'
"""


@pytest.mark.parametrize(
    ("key", "value", "line"),
    [
        ("if", ["funds-voted", "dry-banks"], "    if: [\"funds-voted\", 'dry-banks']  # all of them"),
        (
            "if",
            ["funds-voted", "not dry-banks", {"any": ["grant", "loan", "gift"]}],
            '    if: ["funds-voted", \'not dry-banks\', {any: ["grant", loan, gift]}]  # all of them',
        ),
        (
            "challenge",
            ["Who votes, and for whom?", "Who pays, and when?"],
            '    challenge: ["Who votes, and for whom?", "Who pays, and when?"]',
        ),
        ("because", "What is voted pays", "    because: 'What is voted pays'"),
    ],
)
def test_a_list_in_its_line_and_its_quotes_stay_as_their_author_has_them(
    key: str, value: object, line: str
) -> None:
    after = spans.with_value(LISTED, key, value)

    changed = [new for old, new in zip(LISTED.splitlines(), after.splitlines(), strict=True) if old != new]
    assert changed == [line]


def test_entries_in_lines_stay_where_they_are_beside_new_ones() -> None:
    after = spans.with_value(LISTED, "signposts", ["First", "The budget is tabled", "Tenders: shut"])

    assert "      - First\n      - 'The budget is tabled'  # in May\n      - \"Tenders: shut\"\n" in after


def test_a_list_that_becomes_too_long_for_its_line_is_written_in_lines() -> None:
    after = spans.with_value(LISTED, "challenge", ["Who votes?", f"Who pays{', and who' * 12}?"])

    assert "    challenge:\n      - Who votes?\n      - Who pays" in after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("- {id: a, text: b, # note\n   kind: c}\n", "- {id: a, text: b} # note\n"),
        ("- {id: a,\n   # note\n   kind: c}\n", "- {id: a}\n   # note\n"),
        ("- {id: a,\n   kind: c,\n  }\n", "- {id: a,\n  }\n"),
    ],
)
def test_no_brace_is_left_alone_where_the_last_key_is_taken_out(text: str, after: str) -> None:
    assert spans.with_value(text, "kind", None) == after
