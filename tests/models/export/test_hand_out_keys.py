"""The hand-out by keyboard alone and printed, in a real browser. Needs Chromium."""

import base64
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdfium2 import PdfDocument

from models.export.hand_out.page import hand_out
from models.gathering.phones.page import phone_page
from models.schema.snapshot import fresh_state
from models.store.cases import load_embedded
from tests.models.export.driven import Driven, driven
from tests.models.paper.printed import squeezed
from tests.states import snapshot

BROWSER = shutil.which("chromium") or shutil.which("google-chrome") or ""
pytestmark = pytest.mark.skipif(not BROWSER or sys.platform == "win32", reason="there is no Chromium")
BACK = 8
SIZES = ((320, 640), (1280, 800))
STOP = """(() => {
  const stop = document.activeElement, shown = stop.closest(".choices label, label.plain") || stop;
  const ringed = stop.matches(".choices input") ? shown : stop, look = getComputedStyle(ringed);
  const box = shown.getBoundingClientRect(), bar = document.getElementById("bar").getBoundingClientRect();
  const over = shown.closest("#bar, .skip") ? 0 : Math.min(bar.bottom, bar.top < 1 ? bar.bottom : 0);
  const keep = document.querySelector("#keep.vote");
  const foot = keep && !shown.closest("#keep") ? keep.getBoundingClientRect().top : innerHeight;
  const tall = Math.min(box.height, foot - over - 20);
  const card = stop.matches("summary") ? stop.closest("li").getBoundingClientRect() : null;
  const reach = parseFloat(look.outlineOffset) + parseFloat(look.outlineWidth);
  return {tag: stop.tagName, id: stop.id, ring: look.outlineStyle === "solid" && parseFloat(look.outlineWidth) >= 2,
    seen: box.top >= over - 1 && box.top + tall <= foot + 1, size: Math.min(box.width, box.height),
    clipped: card !== null && box.left - reach < card.left - 1}; })()"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the hand-out is, and the page for phones."""
    folder, shown = tmp_path_factory.mktemp("pages"), snapshot(fresh_state(load_embedded()))
    (folder / "page.html").write_text(hand_out(shown, date(2023, 2, 20)), encoding="utf-8")
    (folder / "vote.html").write_bytes(phone_page(shown, date(2023, 2, 20)).html)
    return folder


@pytest.fixture(scope="module")
def started(folder: Path) -> Iterator[Driven]:
    with driven(BROWSER, folder) as found:
        yield found


@pytest.fixture
def browser(started: Driven) -> Iterator[Driven]:
    """The browser, which keeps nothing of what a test opened in it."""
    yield started
    started.close()


def _stops(browser: Driven, modifiers: int = 0) -> list[dict[str, Any]]:
    """Where the keyboard comes by on its way through the page."""
    found: list[dict[str, Any]] = []
    while len(found) < 200:
        browser.press("Tab", modifiers)
        stop = browser.told(STOP)
        if stop["tag"] == "BODY":
            break
        found.append(stop)
    return found


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("page", ["page.html", "vote.html"])
def test_whatever_the_keyboard_reaches_is_seen_and_ringed_and_large_enough(
    browser: Driven, folder: Path, page: str, width: int, height: int
) -> None:
    browser.open((folder / page).as_uri(), width, height)

    stops = [*_stops(browser), *_stops(browser, BACK)]

    assert len(stops) > 70
    assert [stop for stop in stops if not stop["ring"] or not stop["seen"] or stop["clipped"]] == []
    assert min(stop["size"] for stop in stops) >= 24


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_what_still_holds_stays_in_sight_while_assumptions_are_set_by_keyboard(
    browser: Driven, folder: Path, width: int, height: int
) -> None:
    browser.open((folder / "page.html").as_uri(), width, height)
    browser.told("document.getElementById('russia-ties:holds').focus()")

    browser.press("ArrowRight")
    browser.press("ArrowRight")

    assert browser.told("document.activeElement.id") == "russia-ties:fails"
    assert "Draw Pyongyang away from Moscow: No longer needed." in browser.told(
        "document.getElementById('spoken').textContent"
    )
    top = browser.told("document.getElementById('tally').getBoundingClientRect().top")
    assert browser.told("scrollY") > 100 and 0 <= top < 20


@pytest.mark.parametrize(("width", "named"), [(320, 0), (1280, 11)])
def test_where_there_is_room_the_strip_names_what_it_shows(
    browser: Driven, folder: Path, width: int, named: int
) -> None:
    browser.open((folder / "page.html").as_uri(), width, 800)

    strip = browser.told("document.getElementById('strip').innerText")

    names = [item.brief for item in load_embedded().recommendations]
    assert sum(name in strip for name in names) == named
    assert browser.told("document.getElementById('bar').offsetHeight") < 130


def test_the_way_past_the_assumptions_ends_below_what_stays_in_sight(browser: Driven, folder: Path) -> None:
    browser.open((folder / "page.html").as_uri(), 320, 640)
    browser.press("Tab")

    browser.press("Enter")

    top, under = browser.told(
        "['advice', 'bar'].map((id, place) => document.getElementById(id).getBoundingClientRect()"
        "[place ? 'bottom' : 'top'])"
    )
    assert browser.told("document.activeElement.id") == "advice"
    assert top >= under > 0


@pytest.mark.parametrize("landscape", [False, True])
def test_a_print_has_every_stance_in_words_and_every_verdict_under_its_heading(
    browser: Driven, folder: Path, landscape: bool
) -> None:
    browser.open((folder / "page.html").as_uri(), 1280, 800)

    paper = {"paperWidth": 8.27, "paperHeight": 11.69, "landscape": landscape}
    pdf = base64.b64decode(browser.ask("Page.printToPDF", **paper)["data"])

    pages = [" ".join(page.get_textpage().get_text_range().split()) for page in PdfDocument(pdf)]
    (heading,) = [page for page in pages if "What still holds" in page]
    case = load_embedded()
    assert sum(page.count(" Holds") for page in pages) >= 20
    assert "Uncertain" in " ".join(pages)
    assert squeezed(case.recommendations[0].title) in squeezed(heading.partition("What still holds")[2])
    whole = squeezed(" ".join(pages))
    assert [item.title for item in case.recommendations if squeezed(item.title) not in whole] == []
