"""Clauses stand beside each other in Korean: “와” and “과” join names, and never what became of them."""

import re
from dataclasses import replace

import pytest

from models.analyses.snapshots import complete, take
from models.language.messages import speaking
from models.pages.why.page import why_page
from models.schema.grades import Reading, Stance
from models.schema.scenario import baseline_scenario, with_stances
from models.schema.snapshot import fresh_state
from models.store.cases import load_embedded
from tests.models.pages.test_korean_pages import leaves

JOINED = re.compile(r"(?:함|음|임|됨|림|불가|미정)[과와] “")
SETTINGS = {
    "R4": (("A10", "A13"), Reading.ONE_ARGUMENT),
    "R7": (("A2", "A22"), Reading.EVERY_ARGUMENT),
    "R8": (("A15", "A22"), Reading.EVERY_ARGUMENT),
}


@pytest.mark.parametrize("code", SETTINGS)
def test_what_follows_from_a_cause_is_not_joined_as_names_are(code: str) -> None:
    failing, reading = SETTINGS[code]
    case = load_embedded(language="ko")
    taken = {case.by_code[name].id: Stance.FAILS for name in failing}
    scenario = replace(with_stances(baseline_scenario(case), taken), reading=reading)
    state = fresh_state(case)
    picked = replace(state.view, picked=case.by_code[code].id)

    with speaking("ko"):
        told = list(leaves(why_page(complete(take(replace(state, scenario=scenario, view=picked))))))

    assert any("따라서" in text for text in told)
    assert [text for text in told if JOINED.search(text)] == []
