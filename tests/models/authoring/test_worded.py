"""What is wrong in a case's file is told in the words of the window, and mended by Return where it says so."""

import re

import pytest

from models.authoring.advice import Advice, advice
from models.authoring.document import CaseText, opened
from models.authoring.mending.cut import put_whole
from models.authoring.mending.premises import put_right, told_apart
from models.authoring.passages import Passages
from models.authoring.reading import case_of
from models.language.messages import retold, speaking
from tests.models.authoring.examples import CASE

OF_THE_FILE = re.compile(
    r"`|\b(rules?(?! out)|ids?|keys?|conclud\w+|baseline|square brackets|quotes)\b", re.IGNORECASE
)
A2 = "model: road, text: Winters stay cold"
LINK = "rules:", "links:\n  - {{id: l, {}, because: So, paragraphs: [1]}}\nrules:"
LOOP = (
    "rules:",
    "feedback:\n  - {{id: f, text: Loop, unless-followed: {}, sets: {{{}}}, paragraphs: [1]}}\nrules:",
)
TEST = "rules:", "tests:\n  - {{{}}}\nrules:"
WRONG = [
    ("id: carries,", "id: road-open,"),
    ("id: cold-winters,", "id: thick-ice,"),
    (
        "rules:",
        "links:\n  - {id: road-open, one-of: [thick-ice, cold-winters], because: So, paragraphs: [1]}\nrules:",
    ),
    *(("[thick-ice, cold-winters]", f"['{one}']") for one in ("thick-ice or cold", "thick-ice and A2 or A1")),
    ("[thick-ice, cold-winters]", "[{at-least: 2, of: [thick-ice, cold-winters]}]"),
    ("[thick-ice, cold-winters]", "[not close-bridge]"),
    ("id: no-need, need", "id: carries, need"),
    ("code: A2", "code: A1"),
    (A2, "text: Winters stay cold"),
    (A2, "model: sea, text: Winters stay cold"),
    ("models: [{id: road, title: The road}]", ""),
    ("models: [{id: road, title: The road}]", "models: [{id: sea, title: Sea}, {id: land, title: Land}]"),
    ("then: close-bridge", "then: thick-ice"),
    ("then: close-bridge", "then: not close-bridge"),
    ("then: close-bridge", "then: close-bridges"),
    ("then: close-bridge, kind", "then: close-bridge, opposes: road-open, kind"),
    ("then: close-bridge, kind", "then: close-bridge, reply: No, kind"),
    ("then: close-bridge, kind", "then: close-bridge, strength: huge, kind"),
    ("then: close-bridge, kind", "kind"),
    ("need: [road-open], then", "then"),
    ("[thick-ice, cold-winters], then", "[thick-ice], need: [cold-winters], then"),
    ("[thick-ice, cold-winters]", "[thick-ice, not thick-ice]"),
    ("[thick-ice, cold-winters]", "[thick-ice, thick-ice]"),
    ("[thick-ice, cold-winters]", "[thick-icy]"),
    ("[thick-ice, cold-winters]", "[cold-winters, {any: [thick-ice, thick-ice]}]"),
    ("[thick-ice, cold-winters]", "[cold-winters, {at-least: 3, of: [thick-ice, road-open]}]"),
    ("kind: hedged, baseline: holds", "kind: hedged, baseline: as-argued"),
    ("kind: hedged, baseline: holds", "kind: hedged, baseline: perhaps"),
    ("kind: hedged, baseline: holds", "kind: hedged, baseline: as-argued, argued-by: [road]"),
    (A2, "model: road, text: ''"),
    (A2, "model: road, text: 2020"),
    (A2, "model: road, text: [a]"),
    (A2, "model: road"),
    *(("[1], kind: hedged", f"{given}, kind: hedged") for given in ("[9]", "1", "[]", "[0]", "[one]")),
    *((LINK[0], LINK[1].format(f"one-of: {given}")) for given in ("[thick-ice, cold]", "[A1, A2]")),
    (LINK[0], LINK[1].format("one-of: [thick-ice, cold-winters]")),
    (LINK[0], LINK[1].format("one-of: [thick-ice, cold-winters], if: [thick-ice]")),
    (LOOP[0], LOOP[1].format("close", "thick-ice: fails")),
    (LOOP[0], LOOP[1].format("R1", "A1: fails")),
    (LOOP[0], LOOP[1].format("close-bridge", "thick-ice: perhaps")),
    (TEST[0], TEST[1].format("set: {A9: fails}, expect: {R1: holds}")),
    (TEST[0], TEST[1].format("set: {A1: fails}, expect: {R1: good}")),
    (TEST[0], TEST[1].format("set: {A1: fails}, aside: [nothing], expect: {R1: holds}")),
    (TEST[0], TEST[1].format("set: {A1: fails}")),
    ("rules:", "coherence:\n  - {id: f, if: [thick], text: Odd}\nrules:"),
    ("kind: hedged, baseline: holds", "kind: hedged, baseline: as-argued, argued-by: [F1]"),
    ("then: road-open", "then: F1"),
    ("then: road-open", "then: road-open and R1"),
    ("if: [thick-ice, cold-winters]", "if: [thick-ice, A2 or F9]"),
    ("if: [thick-ice, cold-winters]", "if: [A1, thick-ice or A2]"),
    ("rules:", "background:\n  - {id: K1, text: Fact}\nrules:"),
    ("paragraphs: 3}", "paragraphs: many}"),
    ("year: 2020,", ""),
    ('version: "1"', ""),
    ("addressee: the county, ", ""),
    ("title: The road}", "title: ''}"),
    ("because: Thick ice carries a road}", "because: ''}"),
    ("because: Thick ice carries a road}", "because: Thick ice, a road}"),
]
WHOLE = pytest.mark.parametrize(
    ("right", "wrong"), WRONG, ids=[wrong[:60] or "nothing" for _, wrong in WRONG]
)


def written(right: str, wrong: str) -> CaseText:
    assert right in CASE
    return opened("case.yaml", CASE.replace(right, wrong, 1))


def told(document: CaseText) -> list[Advice]:
    return list(advice(document, case_of(document), Passages()))


@WHOLE
def test_no_word_of_the_file_stands_in_the_margin(right: str, wrong: str) -> None:
    found = told(written(right, wrong))

    assert found
    assert [one for one in found if OF_THE_FILE.search(f"{one.what} {one.remedy}")] == []
    assert all(one.remedy for one in found)


@WHOLE
def test_what_return_is_said_to_mend_is_mended_by_it(right: str, wrong: str) -> None:
    document = written(right, wrong)
    mendable = [
        one for one in told(document) if "press Return" in f"{one.remedy[:1].lower()}{one.remedy[1:]}"
    ]

    for one in mendable:
        for mend in (put_whole, put_right, told_apart):
            document = mend(document, one.section, one.place)

    assert not {one.what for one in mendable} & {one.what for one in told(document)}


@WHOLE
def test_the_margin_is_told_in_korean_too(right: str, wrong: str) -> None:
    found = told(written(right, wrong))

    with speaking("ko"):
        in_korean = [(retold(one.what), retold(one.remedy)) for one in found]

    assert not {words for pair in in_korean for words in pair} & {
        words for one in found for words in (one.what, one.remedy)
    }
