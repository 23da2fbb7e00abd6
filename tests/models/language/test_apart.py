"""Names that begin alike can be told from each other where they are cut."""

from models.language.apart import brief_of
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
