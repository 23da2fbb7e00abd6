"""The hand-out in a browser: names, contrast, reflow, and what it shows where nothing follows. Needs Chromium."""

import re
import shutil
import subprocess
from datetime import date
from html import unescape
from json import loads
from pathlib import Path
from typing import Any

import pytest

from models.export.hand_out.page import hand_out
from models.gathering.phones.page import phone_page
from models.schema.case import Case
from models.schema.snapshot import fresh_state
from models.store.cases import load_embedded
from tests.models.engine.small_cases import link, rule, small_case
from tests.states import snapshot

BROWSER = shutil.which("chromium") or shutil.which("google-chrome") or ""
pytestmark = pytest.mark.skipif(not BROWSER, reason="there is no Chromium")
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
FRAME = """<iframe id="frame" width="320" height="900" style="border: 0" src="page.html"></iframe><pre id="told"></pre>
<script>addEventListener("message", given => { document.getElementById("told").textContent = given.data; });</script>"""
LOOKED = """
const light = colour => { const [r, g, b] = colour.map(part => { part /= 255;
  return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4; });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
const parts = text => text.match(/[\\d.]+/g).map(Number);
const ground = item => { for (; item; item = item.parentElement) {
  const found = parts(getComputedStyle(item).backgroundColor); if (found.length < 4 || found[3] > 0.99) return found; }
  return [255, 255, 255]; };
const seen = item => item.checkVisibility({visibilityProperty: true}) && !item.closest(".unseen, .skip");
const words = item => [...item.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
const contrast = item => {
  const two = [parts(getComputedStyle(item).color), ground(item)].map(each => light(each.slice(0, 3)));
  return (Math.max(...two) + 0.05) / (Math.min(...two) + 0.05); };
const called = item => (item.getAttribute("aria-label") || [...(item.labels || [])].map(one => one.textContent).join("")
  || item.textContent).trim();
addEventListener("load", () => {
  document.querySelectorAll("details").forEach(each => { each.open = true; });
  const controls = [...document.querySelectorAll("a[href], button, input, select, summary")];
  const texts = [...document.querySelectorAll("body *")].filter(each => seen(each) && words(each));
  const told = {nameless: controls.filter(each => !called(each)).length, controls: controls.length,
    wide: document.documentElement.scrollWidth, room: innerWidth,
    faintest: Math.min(...texts.map(contrast))};
  for (const id of FAILING) document.getElementById(`${id}:fails`).click();
  told.wrong = seen(document.getElementById("wrong"));
  told.along = seen(document.getElementById("along")) && document.getElementById("along").textContent;
  told.checked = [...document.querySelectorAll("input:checked")].map(item => item.id);
  told.verdicts = ["tally", "strip", "cards"].some(id => seen(document.getElementById(id)));
  parent.postMessage(JSON.stringify(told), "*");
});
"""


def _told(case: Case, folder: Path, *failing: str, voting: bool = False) -> Any:
    """What a phone's browser finds on the page, and after some assumptions were set to fail."""
    shown, day = snapshot(fresh_state(case)), date(2023, 2, 20)
    html = POLICY.sub("", phone_page(shown, day).html.decode() if voting else hand_out(shown, day))
    script = f"<script>{{ const FAILING = {list(failing)};{LOOKED} }}</script>"
    (folder / "page.html").write_text(html.replace("</body>", f"{script}</body>"), encoding="utf-8")
    (folder / "frame.html").write_text(FRAME, encoding="utf-8")
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=5000", "--dump-dom")
    asked = [BROWSER, *options, f"--user-data-dir={folder / 'profile'}", (folder / "frame.html").as_uri()]
    dump = subprocess.run(asked, capture_output=True, text=True, timeout=60, check=True).stdout
    found = re.search(r'<pre id="told">(.+?)</pre>', dump, re.DOTALL)
    assert found is not None, dump[:500]
    return loads(unescape(found[1]))


def test_every_control_has_a_name_every_word_is_dark_enough_and_a_narrow_phone_need_not_scroll(
    tmp_path: Path,
) -> None:
    told = _told(load_embedded("dprk-lessons"), tmp_path)

    assert told["controls"] > 60 and told["nameless"] == 0
    assert told["faintest"] >= 4.5
    assert told["wide"] <= told["room"] == 320


def tied(**keys: str) -> Case:
    return small_case(
        rule("p", need="a1", then="r1"), statements="a1 a2 a3 r1", uncertain="a3", links=[link("l", **keys)]
    )


def test_where_the_stances_cannot_be_so_together_no_verdict_is_shown(tmp_path: Path) -> None:
    told = _told(tied(if_="a1 a2", then="a3"), tmp_path, "a3")

    assert told["wrong"] and not told["verdicts"]


def test_what_links_carry_along_is_set_and_told(tmp_path: Path) -> None:
    told = _told(tied(if_="-a1", then="-a2"), tmp_path, "a1")

    assert told["along"] == "Links took along: Text of a2 (fails)."
    assert told["checked"] == ["a1:fails", "a2:fails", "a3:uncertain"]
    assert told["verdicts"] and not told["wrong"]


def test_a_phone_marks_no_vote_for_what_links_carry_along(tmp_path: Path) -> None:
    told = _told(tied(if_="-a1", then="-a2"), tmp_path, "a1", voting=True)

    assert told["along"] == "Links took along: Text of a2 (fails)."
    assert told["checked"] == ["a1:fails"]
    assert told["verdicts"] and not told["wrong"]
