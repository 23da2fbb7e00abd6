"""Argdown, and what of a case it has no words for."""

from pathlib import Path

from models.export.argdown import argdown, left_out
from models.store.cases import load_embedded
from tests.models.commands import call


def test_a_comment_names_all_that_is_left_out() -> None:
    case = load_embedded("dprk-lessons")

    (found,) = [line for line in argdown(case).splitlines() if line.startswith("// Left out")]

    assert found == f"// {left_out(case)}"
    for part in (
        "33 stances",
        "37 roles of premises",
        "13 replies to objections",
        "5 loops",
        "75 signposts",
        "9 background facts",
        "55 tests of the case",
    ):
        assert part in found


def test_links_that_are_left_out_are_counted() -> None:
    case = load_embedded("wedding-illness")

    assert f"{len(case.links)} link" in left_out(case) and case.links


def test_what_is_left_out_is_told_to_whoever_writes_a_file(tmp_path: Path) -> None:
    result = call("export", "-o", tmp_path / "case.argdown")

    assert "Left out: 33 stances" in result.stderr
