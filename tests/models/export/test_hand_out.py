"""The hand-out as a file: it stands alone, stays small, takes no text for markup, and gives back a scenario."""

import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from models.export.hand_out.page import hand_out
from models.schema.case import Case
from models.schema.scenario import Note
from models.store import scenarios
from tests.models.conftest import Take

DAY = date(2026, 11, 23)
LARGEST = 200_000
EVIL = "</script><img src=/dev/zero onerror=alert(1)>"


class Parsed(HTMLParser):
    """Collects every tag with its attributes, and the data."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.within = ""
        self.data = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.within = tag if dict(attrs).get("id") == "data" else ""

    def handle_data(self, data: str) -> None:
        if self.within:
            self.data += data


@pytest.fixture
def page(essay: Case, take: Take) -> str:
    return hand_out(take(essay), DAY)


def test_it_asks_nothing_of_any_network(page: str) -> None:
    loading = ("src", "href", "action", "srcset", "data")
    named = [value for _, attrs in Parsed(page).tags for name, value in attrs.items() if name in loading]

    assert named == ["#advice"]
    assert "default-src 'none'" in page
    assert not re.search(r"\b(?:fetch|XMLHttpRequest|WebSocket|import)\s*\(|@import|url\(", page)


def test_it_is_small_enough_to_be_handed_on(page: str) -> None:
    assert len(page.encode()) < LARGEST


def test_texts_of_the_case_are_never_markup(essay: Case, take: Take) -> None:
    first, *others = essay.assumptions
    hostile = replace(essay, title=EVIL, assumptions=(replace(first, text=EVIL, label=EVIL), *others))

    parsed = Parsed(hand_out(take(hostile), DAY))

    assert [tag for tag, _ in parsed.tags].count("img") == 0
    assert [tag for tag, _ in parsed.tags].count("script") == 2
    assert json.loads(parsed.data)["title"] == EVIL


def test_what_it_gives_back_is_a_scenario_and_holds_nothing_private(essay: Case, take: Take) -> None:
    snapshot = take(essay, {"A3": "fails"})
    written = (Note(id=essay.assumptions[0].id, text="secret"),)
    scenario = replace(snapshot.scenario, note="secret", notes=written, rationales=written, voices=written)
    secret = replace(snapshot, scenario=scenario)
    page = hand_out(secret, DAY)
    template = json.loads(Parsed(page).data)["scenario"]

    loaded = scenarios.load(json.dumps({**template, "group": "Table 5"}), essay)

    assert "secret" not in page
    assert loaded.scenario.stance_of == snapshot.scenario.stance_of
    assert loaded.scenario.group == "Table 5"
    assert not loaded.problems
