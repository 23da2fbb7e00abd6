"""A source is read as numbered paragraphs, kept beside its case, and marked where it may assume or advise."""

from pathlib import Path

import pytest

from models.authoring.drafting import Hint, marks, sentences, signs_for, signs_of
from models.authoring.passages import Passages, beside, load, save, with_passage, with_source
from models.authoring.source import pasted, read_source
from models.language.messages import languages
from models.pages.editor.hints import WHY, counted_marks, no_marks, why
from models.schema.problem import Refused
from models.store.files import spelled
from tests.models.authoring.examples import SOURCE


def test_blank_lines_part_paragraphs_and_headings_have_no_number() -> None:
    source = pasted(SOURCE)

    assert [item.number for item in source.paragraphs] == [0, 1, 2, 3]
    assert source.paragraph(3).startswith("The county should")


def test_a_question_over_the_text_is_its_title_and_one_inside_is_a_paragraph() -> None:
    source = pasted("Should the dike be raised?\n\nThe sea rises.\n\nWho pays?")

    assert [item.number for item in source.paragraphs] == [0, 1, 2]
    assert pasted("Should the dike be raised?").count == 1


def test_each_line_is_a_paragraph_where_no_blank_line_stands() -> None:
    assert pasted("One is so.\nTwo is so.").count == 2


def test_numbers_of_the_source_are_kept() -> None:
    source = pasted("A note on the text, which is none of it.\n\n¶4 The first words.\n\n¶7 The last words.")

    assert [item.number for item in source.paragraphs] == [0, 4, 7]
    assert source.paragraph(7) == "The last words."


def test_signs_of_markdown_are_left_out() -> None:
    assert pasted("It is **so** and [here](http://x.y), _really_ snake_case_name.").paragraph(1) == (
        "It is so and here, really snake_case_name."
    )


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.txt"])
def test_bytes_that_are_nothing_are_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\0\1\2PK" * 500)

    with pytest.raises(Refused) as refused:
        read_source(path)

    assert refused.value.problems[0].remedy
    assert spelled(refused.value.problems[0].what) == refused.value.problems[0].what


def test_a_text_in_two_bytes_a_letter_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("It should stay.\n\nIt will pay.".encode("utf-16"))

    assert read_source(path).paragraph(2) == "It will pay."


def test_sentences_do_not_end_at_abbreviations() -> None:
    text = "Is it safe? Mr. Berg of the U.S. measures it. Good. Version 2.0 adds 3.5 cm."

    assert [text[start:end] for start, end in sentences(text)] == [
        "Is it safe?",
        "Mr. Berg of the U.S. measures it.",
        "Good.",
        "Version 2.0 adds 3.5 cm.",
    ]


def test_what_is_called_the_best_place_to_begin_is_advice() -> None:
    found = marks(pasted("The best place to begin is the old bridge."))

    assert Hint.RECOMMENDATION in {mark.hint for mark in found}


def test_what_may_be_an_assumption_or_advice_is_marked_with_the_reason() -> None:
    found = marks(pasted(SOURCE))

    told = {(mark.text.split(".")[0], mark.hint): why(mark) for mark in found}
    assert "“may” is said with caution" in told["In January the ice may carry lorries", Hint.ASSUMPTION]
    assert "“will always” says what will be so" in told["Winters will always be cold here", Hint.ASSUMPTION]
    assert (
        "“should” says what should be done"
        in told["The county should close the bridge in winter", Hint.RECOMMENDATION]
    )
    assert not any(mark.text.endswith("?") for mark in found)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Fuel prices will stay high for at least two years.", "will"),
        ("Nobody asks whether the fare would rise by a third.", "would"),
        ("They won't come back before the next winter.", "won't"),
    ],
)
def test_whatever_is_said_to_be_so_by_then_is_marked(text: str, word: str) -> None:
    told = [why(mark) for mark in marks(pasted(text))]

    assert any(f"“{word}” says what will be so" in one for one in told)


def test_a_will_that_is_a_noun_says_nothing_of_what_will_be_so() -> None:
    found = marks(pasted("It is the political will of both that counts for it."))

    assert not any("says what will be so" in why(mark) for mark in found)


KOREAN = (
    "겨울은 앞으로도 추울 것이다. 만약 얼음이 얇으면 차가 빠진다. 군은 겨울에 다리를 닫아야 한다. 그런가?"
)


@pytest.mark.parametrize("language", ["ko", "en", "ko-KR"])
def test_a_korean_text_is_marked_by_korean_words_whatever_its_case_says(language: str) -> None:
    found = {(mark.text[:5], mark.hint): why(mark) for mark in marks(pasted(KOREAN), language)}

    assert "says what will be so" in found["겨울은 앞", Hint.ASSUMPTION]
    assert "rests on a condition" in found["만약 얼음", Hint.ASSUMPTION]
    assert "says what should be done" in found["군은 겨울", Hint.RECOMMENDATION]
    assert not any(start.startswith("그런가") for start, _ in found)


@pytest.mark.parametrize(
    ("text", "language"), [("Das Eis hält vielleicht nicht.", "de"), ("氷は薄いかもしれない。", "ja")]
)
def test_a_text_in_another_language_has_no_marks_and_that_is_said(text: str, language: str) -> None:
    source = pasted(text)

    assert marks(source, language) == ()
    assert signs_of(source, language) is None
    assert no_marks(is_known=False).startswith("Likely claims are known by words of English and 한국어 only.")


def test_every_language_has_signs_for_the_same_reasons() -> None:
    for language in languages():
        found = signs_for(language, "")
        assert found is not None and found.language == language
        assert {key for key, _ in (*found.recommendation, *found.assumption)} == {*WHY} - {"begins", "ends"}


def test_a_mark_stands_at_its_sentence() -> None:
    source = pasted(SOURCE)

    assert all(source.paragraph(mark.paragraph)[mark.start : mark.end] == mark.text for mark in marks(source))


def test_passages_are_kept_beside_the_case_and_in_no_other_file(tmp_path: Path) -> None:
    case = tmp_path / "ice.yaml"
    kept = with_passage(
        with_source(Passages(), pasted(SOURCE)), "thick-ice", 1, "the ice may\n carry lorries"
    )

    save(case, kept)

    assert load(case) == kept
    assert load(case).of("thick-ice")[0].text == "the ice may carry lorries"
    assert [path.name for path in tmp_path.iterdir()] == ["ice.passages.json"] == [beside(case).name]
    assert beside(case).stat().st_mode & 0o077 == 0


def test_a_broken_file_of_passages_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ice.passages.json").write_text("{", encoding="utf-8")

    with pytest.raises(Refused, match="passages"):
        load(tmp_path / "ice.yaml")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("So:\n1. Open it\n2. Count them,\nall of them", ["1 So:", "2 Open it", "3 Count them, all of them"]),
        ("# Ice\nIt is cold.", ["0 Ice", "1 It is cold."]),
        ("| Year | Days |\n|---|---|\n| 2019 | 40 |\nSo it was.", ["1 Year | Days", "2 2019 | 40", "3 So it was."]),
        ("> It is so,\n>and so.\n\nYes, it is.", ["1 It is so, and so.", "2 Yes, it is."]),
    ],
)  # fmt: skip
def test_entries_of_lists_and_rows_of_tables_are_paragraphs(text: str, parts: list[str]) -> None:
    source = pasted(f"{text}\n\nThe end.")

    assert [f"{part.number} {part.text}" for part in source.paragraphs][:-1] == parts


def test_one_sentence_that_may_hold_an_assumption_is_told_as_one() -> None:
    found = next(mark for mark in marks(pasted(SOURCE)) if mark.hint is Hint.ASSUMPTION)

    assert counted_marks([found]).startswith("1 sentence may hold an assumption, 0 a recommendation.")
    assert counted_marks([found, found]).startswith("2 sentences may hold an assumption")
