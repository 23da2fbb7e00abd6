"""Argdown, and what of a case it has no words for."""

from models.export.argdown import argdown
from models.store.cases import load_embedded


def test_a_comment_names_all_that_is_left_out() -> None:
    case = load_embedded("dprk-lessons")
    (told,) = [line for line in argdown(case).splitlines() if line.startswith("// Left out")]

    for part in ("background", "replies to objections", "what failing means", "tests of the case", "stances"):
        assert part in told
