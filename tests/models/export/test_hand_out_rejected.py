"""What the hand-out tells of arguments that were rejected, in a real browser. Needs Chromium."""

import shutil
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from models.export.hand_out.page import hand_out
from models.schema.snapshot import fresh_state
from models.store.cases import load_embedded
from tests.models.export.driven import driven
from tests.states import snapshot

BROWSER = shutil.which("chromium") or shutil.which("google-chrome") or ""
pytestmark = pytest.mark.skipif(not BROWSER or sys.platform == "win32", reason="there is no Chromium")
STATES = """new Promise(done => {
  const card = document.getElementById("card:ADVICE"), open = card.querySelector("details");
  open.addEventListener("toggle", () =>
    done([...card.querySelectorAll(".argument .state")].map(each => each.textContent)));
  open.open = true; })"""


def test_a_rejected_argument_is_shown_as_rejected(tmp_path: Path) -> None:
    state = fresh_state(load_embedded())
    rule = next(rule for rule in state.case.rules if rule.then == state.case.recommendations[0].id)
    rejecting = replace(state, scenario=replace(state.scenario, set_aside=(rule.id,)))
    (tmp_path / "page.html").write_text(hand_out(snapshot(rejecting), date(2023, 2, 20)), encoding="utf-8")

    with driven(BROWSER, tmp_path) as browser:
        browser.open((tmp_path / "page.html").as_uri(), 1280, 800)
        found = browser.ask(
            "Runtime.evaluate",
            expression=STATES.replace("ADVICE", rule.then or ""),
            awaitPromise=True,
            returnByValue=True,
        )

    assert found["result"]["value"][0] == "Argument: Rejected"
