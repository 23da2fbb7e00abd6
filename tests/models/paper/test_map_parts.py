"""A map of more than one page can show: each recommendation has pages of its own, in type that can be read."""

import pytest

from models.analyses.snapshots import take
from models.charts.map_drawing import most_in, type_of
from models.paper.map_sheet import OVER, READABLE, ROOM, Panel, Sheets
from models.paper.pack.handout import handouts
from models.paper.pack.wish import Wish
from models.schema.case import Case
from models.schema.snapshot import fresh_state
from models.store.cases import read_case
from tests.models.paper.printed import PRINTED, character_boxes, map_pdf, words_of

WIDTH, HEIGHT = ROOM["a4"][0], ROOM["a4"][1] - OVER
SAID = "kind: stated, paragraphs: [1], because: So it is"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """120 assumptions: four recommendations of their own findings, one of 45 arguments, one of a long chain."""
    path = tmp_path_factory.mktemp("large") / "case.yaml"
    path.write_text(_text(), encoding="utf-8")
    return read_case(path).case


def _text() -> str:
    assumptions = [_said(f"a-{n}", f"A{n}", "kind: stated, baseline: holds") for n in range(1, 121)]
    findings = [_said(f"f-{n}", f"F{n}", "kind: implied") for n in range(1, 31)]
    advice = [_said(f"r-{n}", f"R{n}", "addressee: the town") for n in range(1, 7)]
    leading = [(f"f-{n}", [f"a-{4 * n - k}" for k in range(4)], "if") for n in range(1, 31)]
    leading += [(f"f-{n}", [f"f-{n - 1}", f"a-{n}"], "if") for n in range(2, 31)]
    leading += [(f"r-{n}", [f"f-{n}"], "need") for n in range(1, 5)]
    leading += [("r-5", [f"a-{n}", f"a-{n + 60}"], "need") for n in range(1, 46)]
    leading += [("r-6", ["f-30"], "need")]
    rules = [
        f"{{id: g-{n}, {role}: [{', '.join(names)}], then: {then}, {SAID}}}"
        for n, (then, names, role) in enumerate(leading)
    ]
    lists = {"assumptions": assumptions, "findings": findings, "recommendations": advice, "rules": rules}
    head = "schema: 2\nid: large\nversion: '1'\ntitle: Large\nlanguage: en\n"
    head += "source: {author: A, title: T, year: 2020, paragraphs: 1}\n"
    return head + "".join(
        f"{name}:\n" + "".join(f"  - {one}\n" for one in many) for name, many in lists.items()
    )


def _said(name: str, code: str, more: str) -> str:
    return (
        f"{{id: {name}, code: {code}, label: Claim {code}, text: What {code} says, paragraphs: [1], {more}}}"
    )


@pytest.fixture(scope="module")
def panels(large: Case) -> tuple[Panel, ...]:
    def fits(part: Case) -> bool:
        return type_of(part, WIDTH, HEIGHT) >= READABLE

    return Sheets(large, most_in(HEIGHT, READABLE), fits).panels()


def test_every_page_can_be_read_and_every_argument_stands_on_one(
    large: Case, panels: tuple[Panel, ...]
) -> None:
    assert type_of(large, WIDTH, HEIGHT) < READABLE
    assert min(type_of(panel.case, WIDTH, HEIGHT) for panel in panels) >= READABLE
    assert {rule.id for panel in panels for rule in panel.case.rules} == set(large.rule_by_id)


def test_what_a_recommendation_depends_on_stands_on_one_page_where_there_is_room(
    panels: tuple[Panel, ...],
) -> None:
    first = panels[0]

    assert (first.about, first.of) == ("r-1", 1)
    assert {item.code for item in first.case.by_id.values()} == {"A1", "A2", "A3", "A4", "F1", "R1"}


def test_more_arguments_than_a_page_has_room_for_go_on_on_the_next(panels: tuple[Panel, ...]) -> None:
    pages = [panel for panel in panels if panel.about == "r-5"]

    assert len(pages) > 1
    assert [panel.place for panel in pages] == list(range(1, len(pages) + 1))
    sizes = [len(panel.case.rules) for panel in pages]
    assert sum(sizes) == 45
    assert max(sizes) - min(sizes) < len(pages)


def test_the_print_says_why_it_has_pages_and_keeps_within_them(
    large: Case, panels: tuple[Panel, ...]
) -> None:
    pdf = map_pdf(take(fresh_state(large)), "a4")
    pages = words_of(pdf)

    assert "each recommendation has a page of its own" in pages[0]
    assert "Claim R1 (R1)" in pages[0]
    assert len(pages) == len(panels)
    assert all("Claim" in page for page in pages)
    for width, height, (left, low, right, high) in character_boxes(pdf):
        assert 20 < left < right < width - 20
        assert 10 < low < high < height - 20


def test_a_hand_out_leaves_out_a_map_that_could_not_be_read_and_says_so(large: Case) -> None:
    printed = handouts(Wish(take(fresh_state(large)), "a4", PRINTED))

    assert len(printed) == 1
    assert "the argument map is a print of its own" in str(printed[0].parts)
