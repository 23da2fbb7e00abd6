"""Measures what a full room brings: two hundred phones that vote at once, and ballots for forty people.

Run with `python -m tests.benchmarks.room`; it prints ratios to their limits and asserts nothing.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from models.analyses.snapshots import take
from models.paper.kinds import Audience, Kind
from models.paper.pack.wish import Wish
from models.paper.prints import OF_KIND
from models.schema.snapshot import fresh_state
from models.store.cases import load_embedded
from tests.benchmarks.at_work import after, command, longest_gap, tell, timed, window_in

if TYPE_CHECKING:
    from desktop.window.main_window import MainWindow

VOTERS, ARRIVED, GAP = 200, 5000.0, 50.0
PEOPLE, PRINTED = 40, 1500.0
ROOM = """
import json, sys
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection

def one(voter):
    host, path = sys.argv[1].removeprefix("http://").split("/", 1)
    known = {"Cookie": f"voter={voter:032x}", "Content-Type": "application/json"}
    stances = {"russia-ties": ("holds", "fails")[voter % 2], "keeps-arsenal": "holds"}
    vote = json.dumps({"round": "round-1", "stances": stances})
    for wish in (("GET", "/" + path), ("GET", f"/{path}vote"), ("POST", f"/{path}vote", vote)):
        phone = HTTPConnection(host, source_address=(f"127.0.1.{voter % 250 + 1}", 0), timeout=60)
        phone.request(*wish, headers=known)
        reply = phone.getresponse()
        reply.read()
        if reply.status != 200:
            print(voter, wish[:2], reply.status, flush=True)
        phone.close()

with ThreadPoolExecutor(200) as pool:
    list(pool.map(one, range(int(sys.argv[2]))))
"""


def main() -> None:
    """Print one line a measurement."""
    home = Path(tempfile.mkdtemp())
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    print("what".ljust(56), "measured".rjust(12), "limit".rjust(15), "ratio".rjust(7))
    _ballots()
    window = window_in(home)
    _voters(window)
    from tests.window import close_unasked

    close_unasked(window)


def _ballots() -> None:
    """One PDF with a ballot for each person of a room of forty."""
    wish = Wish(
        take(fresh_state(load_embedded())), "a4", date(2026, 11, 23), audience=Audience.PEOPLE, number=PEOPLE
    )
    taken = statistics.median(timed(lambda: OF_KIND[Kind.BALLOT].pdf(wish)) for _ in range(5))
    tell(f"ballots for {PEOPLE} people, one PDF", taken, PRINTED)


def _voters(window: "MainWindow") -> None:
    """From the first phone's first request until the window has counted all votes, and what it was held up.

    The window has been there for a while, as it is before a room votes.
    """
    from PySide6.QtWidgets import QApplication

    from desktop.window.application import warm_up

    running = QApplication.instance()
    assert isinstance(running, QApplication)
    warm_up(running)
    longest_gap(after(3))
    command(window, "page-differ")
    longest_gap(lambda: True)
    alone = longest_gap(after(2))
    window.further.phoning.let_in("this laptop", "127.0.0.1")
    opening = longest_gap(lambda: window.session.snapshot.phones is not None)
    phones = window.session.snapshot.phones
    assert phones is not None
    first, _ = _voted(window, phones.address, 1)
    held_up, taken = _voted(window, phones.address, VOTERS)
    tell("longest wait of the window while phones are let in", opening, GAP)
    tell("longest wait of the window when the first vote comes in", first, GAP)
    tell(f"{VOTERS} phones, from the first request to all counted", taken, ARRIVED)
    tell("longest wait of the window while they vote", held_up, GAP)
    tell("… compared with nobody voting", held_up, alone)


def _voted(window: "MainWindow", address: str, number: int) -> tuple[float, float]:
    """The longest wait until so many have voted and are counted, and how long that took, in ms."""
    start = time.perf_counter()
    with subprocess.Popen([sys.executable, "-c", ROOM, address, str(number)]) as room:
        held_up = longest_gap(lambda: _votes(window) == number)
        taken = (time.perf_counter() - start) * 1000
        room.wait()
    return held_up, taken


def _votes(window: "MainWindow") -> int:
    phones = window.session.snapshot.phones
    return phones.votes if phones is not None else 0


if __name__ == "__main__":
    main()
