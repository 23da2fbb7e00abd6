"""Which characters can be shown, and what stands for the others."""

import pytest
from matplotlib.ft2font import FT2Font

from models.charts.glyphs import BREAK, FONTS, breakable, covered, ems, shortened, visible


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, “quoted” – with dashes…",
        "한강 유역 협력",
        "Меморандум об обмене данными",
        "Ελληνικά, čeština, Å ñ é",
        "#set page(fill: red) *b* $x^2$ @ref <script>alert(1)</script> \\ {{x}}",
        "¶5 ✓ × ? ● ◆ ○ ▲",
    ],
)
def test_what_the_typeface_has_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("smile 😀!", "smile [U+1F600]!"),
        ("👨‍👩", "[U+1F468 U+200D U+1F469]"),
        ("שלום", "[U+05E9 U+05DC U+05D5 U+05DD]"),
        ("nul\x00", "nul[U+0000]"),
        ("turned \u202eround", "turned [U+202E]round"),
        ("half \ud800", "half [U+D800]"),
        ("private \ue000", "private [U+E000]"),
    ],
)
def test_what_the_typeface_lacks_is_told_by_its_code_point(text: str, told: str) -> None:
    assert visible(text) == told


def test_a_letter_and_its_mark_become_one_character() -> None:
    assert visible("e\u0301") == "é"


def test_a_ligature_is_told_by_its_letters() -> None:
    assert visible("ﬁnding") == "finding"


def test_marks_that_would_pile_up_over_other_lines_are_told_by_their_code_points() -> None:
    assert visible("x\u0323\u0324\u0325\u0326") == "x\u0323\u0324\u0325[U+0326]"


def test_all_line_ends_become_newlines() -> None:
    assert visible("a\r\nb\rc\u2028d\u0085e") == "a\nb\nc\nd\ne"


def test_everything_that_is_shown_has_a_glyph() -> None:
    everything = "".join(map(chr, range(0x30000)))

    assert {ord(character) for character in visible(everything)} <= covered() | {0x0A, 0xAD}


def test_all_weights_have_the_same_characters() -> None:
    weights = [
        set(FT2Font(str(FONTS / f"Pretendard-{name}.otf")).get_charmap())
        for name in ("Regular", "SemiBold", "Bold")
    ]

    assert weights[0] == weights[1] == weights[2] == covered()


def test_a_word_that_is_too_wide_can_be_broken_anywhere() -> None:
    assert breakable("so WWWWWW", 5) == "so " + BREAK.join("WWWWWW")


def test_a_word_that_fits_is_left_alone() -> None:
    assert breakable("illiterally", 6) == "illiterally"


def test_a_label_is_cut_with_an_ellipsis_and_never_longer_than_asked() -> None:
    assert shortened("a label\nthat is too long", 12) == "a label tha…"


def test_a_wide_letter_is_wider_than_a_narrow_one() -> None:
    assert ems("W") > 3 * ems("i") > 0
