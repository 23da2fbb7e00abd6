"""Texts in any writing system: set with another font where ours has no glyph, and told where none has one."""

import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import matplotlib
import pypdfium2
import pytest
from matplotlib.figure import Figure
from pypdf import PdfReader

from models.charts.glyphs import beside
from models.charts.style import font, svg_bytes, write
from models.paper import typesetting
from models.paper.kinds import Kind
from models.paper.pack.wish import Wish
from models.paper.prints import OF_KIND, SHEET
from models.schema.case import Case
from models.schema.snapshot import Snapshot
from tests.models.conftest import Take
from tests.models.paper.printed import PRINTED, words_of

HEBREW, HAN = "שלום", "特別"
DEJAVU = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
"""A font that has Hebrew and Arabic and no Han, wherever the tests run."""


@pytest.fixture(autouse=True)
def one_font(no_other_fonts: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "_system_fonts", lambda: (DEJAVU,))


def titled(essay: Case, take: Take, title: str) -> Snapshot:
    snapshot = take(essay)
    return replace(snapshot, scenario=replace(snapshot.scenario, title=title, note=title))


def printed(snapshot: Snapshot) -> str:
    return " ".join(words_of(SHEET.pdf(Wish(snapshot, "a4", PRINTED))))


def test_what_another_font_has_is_set_in_it(essay: Case, take: Take) -> None:
    words = printed(titled(essay, take, HEBREW))

    assert "U+05E9" not in words
    assert all(letter in words for letter in HEBREW)


def test_a_chart_has_what_another_font_has(caplog: pytest.LogCaptureFixture) -> None:
    canvas = Figure()
    axes = canvas.add_subplot()

    with beside(typesetting.companions(HEBREW)):
        written = write(axes, 0.5, 0.5, HEBREW, font(9, "SemiBold"))
        svg_bytes(canvas)  # a letter without a glyph would be warned of

    assert written.get_text() == HEBREW
    assert write(axes, 0.5, 0.5, HEBREW, font(9)).get_text().startswith("[U+05E9")
    assert not caplog.records


def test_what_no_font_has_is_shown_by_its_code_and_told(essay: Case, take: Take) -> None:
    snapshot = titled(essay, take, HAN)

    assert "[U+7279 U+5225]" in printed(snapshot)
    assert SHEET.untold(Wish(snapshot, "a4", PRINTED)).startswith(
        "No font on this machine has U+5225 and U+7279"
    )
    assert SHEET.untold(Wish(take(essay), "a4", PRINTED)) == ""


@pytest.mark.parametrize("kind", list(Kind))
def test_every_print_can_be_set_in_a_case_that_is_written_from_the_right(
    tiny: Case, take: Take, kind: Kind
) -> None:
    turned = replace(tiny, language="ar", title=f"هل {HEBREW}")

    data = OF_KIND[kind].pdf(Wish(take(turned), "a4", PRINTED))

    assert len(PdfReader(BytesIO(data)).pages) > 0


def test_our_own_words_keep_their_full_stop_at_the_end_in_such_a_case(tiny: Case, take: Take) -> None:
    turned = replace(tiny, language="ar")

    first = printed(take(turned)).split("What still holds")[0]

    assert ".The" not in first


@pytest.mark.parametrize(("kind", "ours"), [(Kind.MAP, "assumptions,"), (Kind.HAND_OUT, "paragraphs.")])
def test_our_own_words_stand_behind_names_that_are_written_from_the_right(
    essay: Case, take: Take, kind: Kind, ours: str
) -> None:
    named = replace(essay, title=HEBREW, source=replace(essay.source, author=HEBREW, title=HEBREW))
    data = OF_KIND[kind].pdf(Wish(take(named), "a4", PRINTED))

    with pypdfium2.PdfDocument(data) as document:
        words = document[0].get_textpage()
        place, _ = words.search(ours).get_next()
        left, low, _, high = words.get_charbox(place)
        letters = [each for each in range(words.count_chars()) if words.get_text_range(each, 1) in HEBREW]
        boxes = [words.get_charbox(each) for each in letters]
        beside = [right for _, bottom, right, _ in boxes if low - 2 < bottom < high]

    assert len(beside) >= len(HEBREW) and max(beside) < left


def test_a_name_from_the_right_keeps_its_brackets_and_number_within_our_own_words(
    essay: Case, take: Take
) -> None:
    data = OF_KIND[Kind.SCRIPT].pdf(Wish(titled(essay, take, f"{HEBREW} ({HEBREW} 3)"), "a4", PRINTED))

    with pypdfium2.PdfDocument(data) as document:
        words = document[0].get_textpage()
        place, _ = words.search("minutes with").get_next()
        _, low, _, high = words.get_charbox(place)
        boxes = [
            (words.get_text_range(each, 1), words.get_charbox(each)) for each in range(words.count_chars())
        ]
        line = [(letter, left) for letter, (left, bottom, _, top) in boxes if bottom < high and top > low]

    from_left = sorted((left, letter) for letter, left in line if letter in f"{HEBREW}3()")
    assert [letter for _, letter in from_left[:2]] in ([")", "3"], ["(", "3"])


def letters_on_page(data: bytes, page: int = 0) -> list[tuple[str, float, float]]:
    """Every letter of a page, with how far from the left and from the foot it stands."""
    with pypdfium2.PdfDocument(data) as document:
        words = document[page].get_textpage()
        boxes = ((words.get_text_range(at, 1), words.get_charbox(at)) for at in range(words.count_chars()))
        return [(letter, left, low) for letter, (left, low, _, _) in boxes]


def test_a_label_from_the_right_has_its_full_stop_at_its_left_on_the_map(tiny: Case, take: Take) -> None:
    first = replace(tiny.assumptions[0], label=f"{HEBREW}.")
    case = replace(tiny, assumptions=(first, *tiny.assumptions[1:]))

    found = letters_on_page(OF_KIND[Kind.MAP].pdf(Wish(take(case), "a4", PRINTED)))

    named = [(left, low) for letter, left, low in found if letter in HEBREW]
    stops = [left for letter, left, low in found if letter == "." and abs(low - named[0][1]) < 4]
    assert stops and max(stops) < min(left for left, _ in named)


def test_a_line_of_our_letters_runs_on_the_map_as_its_label_does(tiny: Case, take: Take) -> None:
    first = replace(tiny.assumptions[0], label=f"{HEBREW * 4} QQQQQQQQQQQQQQ.")
    case = replace(tiny, assumptions=(first, *tiny.assumptions[1:]))

    found = letters_on_page(OF_KIND[Kind.MAP].pdf(Wish(take(case), "a4", PRINTED)))

    ours = [(left, low) for letter, left, low in found if letter == "Q"]
    assert len({round(low) for letter, _, low in found if letter in f"{HEBREW}Q"}) == 2
    stops = [left for letter, left, low in found if letter == "." and abs(low - ours[0][1]) < 4]
    assert stops and max(stops) < min(left for left, _ in ours)


@pytest.mark.parametrize(
    ("name", "ends"),
    [
        (f"{HEBREW} 3-4", ["3", HEBREW[0]]),
        (f"3-4 {HEBREW}", [HEBREW[-1], "4"]),
        (f"{HEBREW}.", [".", HEBREW[0]]),
    ],
)
def test_a_name_from_the_right_keeps_its_number_and_full_stop_before_our_own_words(
    essay: Case, take: Take, name: str, ends: list[str]
) -> None:
    named = replace(essay, recommendations=tuple(replace(i, label=name) for i in essay.recommendations))

    found = letters_on_page(SHEET.pdf(Wish(take(named), "a4", PRINTED)))

    (colon, at), *_ = ((left, low) for letter, left, low in found if letter == ":")
    near = [each for each in found if 0 < colon - each[1] < 60 and abs(each[2] - at) < 4]
    line = sorted((left, letter) for letter, left, _ in near if letter in f"{HEBREW}34.")
    assert [line[0][1], line[-1][1]] == ends


MARKED = "وُلد مواطنًا عادةً"
"""With vowels over and under its letters."""


@pytest.mark.parametrize("kind", [Kind.MAP, Kind.HAND_OUT])
@pytest.mark.parametrize("name", [HEBREW, MARKED])
def test_names_on_the_map_are_set_in_another_font_as_well(
    tiny: Case, take: Take, kind: Kind, name: str
) -> None:
    first = replace(tiny.assumptions[0], label=name)
    case = replace(tiny, assumptions=(first, *tiny.assumptions[1:]))

    words = words_of(OF_KIND[kind].pdf(Wish(take(case), "a4", PRINTED)))[-1]

    assert "U+0" not in words
    assert set(name) & set(words) >= set(name) - {*" \u064b\u064f"}


def test_letters_on_the_map_that_no_font_has_are_told(tiny: Case, take: Take) -> None:
    case = replace(tiny, assumptions=(replace(tiny.assumptions[0], label=HAN), *tiny.assumptions[1:]))
    wish = Wish(take(case), "a4", PRINTED)

    assert OF_KIND[Kind.MAP].untold(wish).startswith("No font on this machine has U+5225 and U+7279")
    assert "U+7279" in words_of(OF_KIND[Kind.MAP].pdf(wish))[0]


def test_a_font_that_has_all_letters_is_taken_before_one_that_has_a_mark_of_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    few, all_of = Path("few.ttf"), DEJAVU
    had = {few: ("Few", frozenset({0x064B})), all_of: ("All", frozenset(map(ord, MARKED)))}
    monkeypatch.setattr(typesetting, "_system_fonts", lambda: (few, all_of))
    monkeypatch.setattr(typesetting, "_coverage", had.__getitem__)

    assert typesetting.companions(MARKED).families == ("All",)


CRASHED = """
import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from models.analyses.snapshots import take
from models.paper import typesetting
from models.paper.pack.wish import Wish
from models.paper.prints import SHEET
from models.schema.snapshot import fresh_state
from models.store.cases import load_embedded
typesetting._system_fonts = lambda: (Path({dejavu!r}),)
told = take(fresh_state(load_embedded("tiny")))
told = replace(told, scenario=replace(told.scenario, title="\u05d0\u05d1"))
assert SHEET.pages(Wish(told, "a4", date(2026, 11, 23)), 30)
os.kill(os.getpid(), 9)
"""


def test_a_crash_leaves_nothing_in_the_temporary_folder(tmp_path: Path) -> None:
    for name in ("tmp", "cache"):
        (tmp_path / name).mkdir()
    script = CRASHED.format(dejavu=str(DEJAVU))
    environment = {**os.environ, "TMPDIR": str(tmp_path / "tmp"), "XDG_CACHE_HOME": str(tmp_path / "cache")}

    ended = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True)

    assert ended.returncode == -9, ended.stderr
    assert not list((tmp_path / "tmp").iterdir())
    assert [path.name for path in (tmp_path / "cache").rglob("*.ttf")] == ["0.ttf"]


@pytest.mark.parametrize(("title", "ours"), [(f"“{HEBREW}” holds", True), (f"{HEBREW} “NATO”", False)])
def test_a_sentence_runs_as_what_stands_around_its_names(
    essay: Case, take: Take, title: str, ours: bool
) -> None:
    found: dict[str, float] = {}

    def note(text: str, matrix: list[float], *_: object) -> None:
        for word in ("holds", "NATO", HEBREW[0]):
            if word in text:
                found.setdefault(word, matrix[4])

    pages = PdfReader(BytesIO(SHEET.pdf(Wish(titled(essay, take, title), "a4", PRINTED)))).pages
    pages[0].extract_text(visitor_text=note)

    assert (found.get("holds", found.get("NATO", 0)) > found[HEBREW[0]]) is ours
