"""Both readings in words: for which recommendations the reading decides, and why."""

from models.pages.readings import (
    SAME,
    reading_heads,
    reading_lines,
    readings_line,
    readings_table,
    readings_title,
)
from models.schema.case import Case, Reading, Verdict
from tests.analysed import analysed


def test_the_title_counts_where_the_reading_decides(essay: Case) -> None:
    _, analyses = analysed(essay, {"A1": "fails"})

    assert readings_title(analyses.readings) == (
        "For 3 of 11 recommendations the reading decides, not the facts"
    )


def test_the_title_says_where_both_agree(essay: Case) -> None:
    _, analyses = analysed(essay)

    assert readings_title(analyses.readings) == "Both readings come to the same 11 verdicts"


def test_those_that_the_reading_decides_come_first(essay: Case) -> None:
    snapshot, analyses = analysed(essay, {"A3": "fails"})

    lines = reading_lines(snapshot, analyses.readings)

    assert [line.code for line in lines if line.decides] == ["R7", "R8", "R9", "R10", "R11"]
    assert [line.decides for line in lines] == [True] * 5 + [False] * 6
    assert all(line.sentence == SAME for line in lines if not line.decides)


def test_a_line_says_how_many_of_its_grounds_stand(essay: Case) -> None:
    snapshot, analyses = analysed(essay, {"A1": "fails"})

    line = next(item for item in reading_lines(snapshot, analyses.readings) if item.code == "R7")

    assert line.sentence == "3 of 4 grounds stand: any, but not every."
    assert (line.any_ground, line.every_strand) == (Verdict.FEWER, Verdict.INCOMPLETE)
    assert "it holds on fewer grounds if any ground is enough, and is incomplete" in line.spoken


def test_a_line_says_which_other_advice_makes_the_difference(essay: Case) -> None:
    snapshot, analyses = analysed(essay, {"A1": "fails"})

    line = next(item for item in reading_lines(snapshot, analyses.readings) if item.code == "R8")

    assert line.sentence == "Rests on R7, which the reading decides."


def test_a_line_says_what_is_still_open(essay: Case) -> None:
    snapshot, analyses = analysed(essay, dict.fromkeys(("A1", "A3"), "uncertain"))

    line = next(item for item in reading_lines(snapshot, analyses.readings) if item.code == "R7")

    assert line.sentence == "2 of 4 grounds stand, 2 are open."


def test_the_sentence_is_the_same_under_either_reading(essay: Case) -> None:
    told = []
    for reading in Reading:
        snapshot, analyses = analysed(essay, {"A1": "fails"}, reading=reading)
        told.append([line.sentence for line in reading_lines(snapshot, analyses.readings)])

    assert told[0] == told[1]


def test_the_present_reading_is_marked_and_the_other_can_be_wished(essay: Case) -> None:
    snapshot, analyses = analysed(essay, {"A1": "fails"}, reading=Reading.EVERY_STRAND)

    any_ground, every_strand = reading_heads(snapshot, analyses.readings)

    assert (any_ground.present, every_strand.present) == (False, True)
    assert every_strand.title == "Every strand (now)"
    assert any_ground.wish == "Read it this way"
    assert (any_ground.holding, every_strand.holding) == ("9 of 11 hold", "6 of 11 hold")
    assert "“every strand”" in readings_line(snapshot, analyses.readings)


def test_the_table_has_both_verdicts_and_what_makes_the_difference(essay: Case) -> None:
    snapshot, analyses = analysed(essay, {"A1": "fails"})

    lines = readings_table(reading_lines(snapshot, analyses.readings)).splitlines()

    assert len(lines) == 12
    assert lines[1].split("\t")[1:3] == ["Holds on fewer grounds", "Incomplete"]
