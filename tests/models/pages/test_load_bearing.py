"""Load against vulnerability: where points stand, who is planned for, and what is a judgement and what is not."""

from fractions import Fraction

import pytest

from models.pages.load_bearing import Load, load_line, load_picture, load_table, load_title, load_words
from models.schema.case import Case
from models.schema.load import LoadPicture, LoadPoint
from tests.analysed import analysed

JUDGED = {"A1": 0.9, "A3": 0.6, "A10": 0.55, "A20": 0.3}


def point(picture: LoadPicture, code: str) -> LoadPoint:
    return next(item for item in picture.points if item.code == code)


def test_load_from_here_is_the_number_of_verdicts_that_hang_on_it(essay: Case) -> None:
    snapshot, analyses = analysed(essay)

    picture = load_picture(snapshot, analyses, Load.HERE)

    assert {item.id: item.load for item in picture.points} == {
        name: len(moved) for name, moved in analyses.single_flips.load.items()
    }
    assert point(picture, "A20").load_text == "7 verdicts hang on it"
    assert point(picture, "A2").load_text == "1 verdict hangs on it"
    assert point(picture, "A5").load_text == "no verdict hangs on it"


def test_load_everywhere_is_the_sum_of_the_banzhaf_indices(essay: Case) -> None:
    snapshot, analyses = analysed(essay)

    picture = load_picture(snapshot, analyses, Load.EVERYWHERE)

    place = analyses.everywhere.assumptions.index(essay.by_code["A1"].id)
    total = sum((item.banzhaf[place] for item in analyses.everywhere.statements), Fraction(0))
    assert point(picture, "A1").load == float(total)
    assert point(picture, "A1").load_text == "decides 2.7 of 11 on average"
    assert point(picture, "A5").load_text == "decides nothing"


@pytest.mark.parametrize("load", list(Load))
def test_the_list_is_ranked_by_load(essay: Case, load: Load) -> None:
    snapshot, analyses = analysed(essay, credences=JUDGED)

    loads = [item.load for item in load_picture(snapshot, analyses, load).points]

    assert loads == sorted(loads, reverse=True)


def test_where_no_credence_is_entered_vulnerability_is_as_toggled(essay: Case) -> None:
    snapshot, analyses = analysed(essay, {"A1": "fails"})

    picture = load_picture(snapshot, analyses, Load.HERE)

    codes = ("A1", "A2", "A12")
    assert [point(picture, code).vulnerability for code in codes] == [1.0, 0.0, 0.5]
    assert not any(item.judged for item in picture.points)
    assert picture.key == "○ as toggled, no judgement"
    assert "No credence is entered" in load_line(snapshot, analyses, picture, Load.HERE)
    assert point(picture, "A2").spoken.endswith("holds, as toggled.")


def test_a_credence_makes_it_a_judgement(essay: Case) -> None:
    snapshot, analyses = analysed(essay, credences=JUDGED)

    picture = load_picture(snapshot, analyses, Load.HERE)

    assert point(picture, "A3").judged
    assert point(picture, "A3").vulnerability == pytest.approx(0.4)
    assert point(picture, "A3").vulnerability_text == "credence 60%"
    assert "judged for 4 of 20" in load_line(snapshot, analyses, picture, Load.HERE)


def test_the_title_names_what_bears_load_and_is_in_doubt(essay: Case) -> None:
    snapshot, analyses = analysed(essay, credences=JUDGED)
    picture = load_picture(snapshot, analyses, Load.HERE)

    title = load_title(picture, Load.HERE)

    assert [item.code for item in picture.planned_for()] == ["A20", "A10", "A3"]
    assert title == "A20, A10 and A3 bear load and are in doubt: plan for these"


def test_the_title_says_so_where_nothing_that_bears_load_is_in_doubt(essay: Case) -> None:
    snapshot, analyses = analysed(essay)

    picture = load_picture(snapshot, analyses, Load.HERE)

    assert load_title(picture, Load.HERE) == "No load-bearing assumption is in doubt"


def test_more_than_the_average_is_load_bearing(essay: Case) -> None:
    snapshot, analyses = analysed(essay)

    picture = load_picture(snapshot, analyses, Load.HERE)

    assert picture.load_split == sum(item.load for item in picture.points) / 20


def test_table_and_words_tell_every_assumption(essay: Case) -> None:
    snapshot, analyses = analysed(essay, credences=JUDGED)
    picture = load_picture(snapshot, analyses, Load.HERE)

    lines = load_table(picture).splitlines()

    assert len(lines) == 21
    assert {line.count("\t") for line in lines} == {3}
    assert len(load_words(picture).splitlines()) == 20
