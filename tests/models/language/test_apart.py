"""Names that begin alike can be told from each other where they are cut."""

from dataclasses import replace

from models.language.apart import LINES, brief_of
from models.schema.case import Case
from models.store.cases import load_embedded
from tests.extremes import largest


def briefs(case: Case) -> list[str]:
    return [brief_of(case, item) for item in (*case.assumptions, *case.recommendations)]


def test_names_that_begin_alike_keep_where_they_differ() -> None:
    case = largest()

    assert brief_of(case, case.assumptions[11]) == "Every one … 12"
    assert brief_of(case, case.recommendations[0]) == "Whether … 1"
    assert len(set(briefs(case))) == len(briefs(case))


def test_names_that_differ_early_and_short_names_of_an_author_stay_as_they_are() -> None:
    case = load_embedded("dprk-lessons")

    assert briefs(case) == [item.brief for item in (*case.assumptions, *case.recommendations)]


def test_names_that_a_line_shows_whole_stay_as_they_are() -> None:
    case = largest()
    names = ("The prizes are at most 6", "The prizes are at most a third")
    claims = [replace(one, text=name) for one, name in zip(case.assumptions, names, strict=False)]
    short = replace(case, assumptions=(*claims, *case.assumptions[2:]))

    assert [brief_of(short, one, LINES) for one in short.assumptions[:2]] == list(names)
    assert brief_of(short, short.assumptions[0]) == "The prizes … 6"
