"""Measures the briefing sheet; prints ratios to their limits, asserts nothing.

Run with `python -m tests.benchmarks.sheet`.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from models.analyses.snapshots import take
from models.pages.worries import changes_alone
from models.schema.grades import Stance
from models.schema.scenario import baseline_scenario, with_stances
from models.schema.snapshot import fresh_state
from models.store.cases import load_embedded
from tests.models.analyses.generated_cases import TANGLED, generated_case
from tests.models.paper.printed import page_images, pdf_bytes
from tests.states import snapshot_of

DAY = date(2026, 11, 23)
SHEET, ANNEX, TANGLE = 500.0, 1500.0, 5000.0
FIRST = """
from datetime import date
from tests.models.paper.printed import pdf_bytes
from tests.states import snapshot_of
from models.schema.scenario import baseline_scenario
from models.store.cases import load_embedded
case = load_embedded()
pdf_bytes(snapshot_of(case, baseline_scenario(case)), "a4", date(2026, 11, 23))
"""


def main() -> None:
    """Print one line a measurement."""
    case = load_embedded()
    baseline = snapshot_of(case, baseline_scenario(case))
    changes = {case.by_code[code].id: Stance.FAILS for code in ("A1", "A2", "A3")}
    unsettled = {case.by_code[code].id: Stance.UNCERTAIN for code in ("A10", "A13", "A17", "A20")}
    changed = replace(with_stances(baseline.scenario, changes), added=True, note="A long note. " * 1500)
    sys.stdout.write(f"{'what':44} {'measured':>12} {'limit':>12} {'ratio':>7}\n")
    _tell("PDF of the baseline, A4", lambda: pdf_bytes(baseline, "a4", DAY), SHEET)
    _tell("PDF of the baseline, Letter", lambda: pdf_bytes(baseline, "letter", DAY), SHEET)
    noted = snapshot_of(case, changed)
    _tell("PDF with a note of 20,000 characters", lambda: pdf_bytes(noted, "a4", DAY), SHEET)
    _tell("pages for the preview, 144 ppi", lambda: page_images(baseline, "a4", DAY, 144), SHEET)
    _tell("pages for the printer, 300 ppi", lambda: page_images(baseline, "a4", DAY, 300), 4 * SHEET)
    _tell("PDF with the annex, A4", lambda: pdf_bytes(baseline, "a4", DAY, annex=True), ANNEX)
    _tell("PDF with the annex, Letter", lambda: pdf_bytes(baseline, "letter", DAY, annex=True), ANNEX)
    hanging = snapshot_of(case, with_stances(baseline.scenario, changes | unsettled))
    _tell("the same, four assumptions uncertain", lambda: pdf_bytes(hanging, "a4", DAY, annex=True), ANNEX)
    _tell(
        "its pages for the preview, 144 ppi", lambda: page_images(hanging, "a4", DAY, 144, annex=True), ANNEX
    )
    _tell("first sheet of a new process", _first, 6 * SHEET, times=3)
    _tell("390 uncertain, tangled assumptions", _tangled, TANGLE, times=1)


def _first() -> None:
    subprocess.run([sys.executable, "-c", FIRST], check=True)


def _tangled() -> None:
    known = generated_case(1, 390, TANGLED)
    case = replace(
        known, assumptions=tuple(replace(item, baseline=Stance.UNCERTAIN) for item in known.assumptions)
    )
    changes_alone(case, baseline_scenario(case))
    pdf_bytes(take(fresh_state(case)), "a4", DAY)


def _tell(what: str, deed: Callable[[], object], limit: float, times: int = 9) -> None:
    measured = statistics.median(_timed(deed) for _ in range(times))
    sys.stdout.write(f"{what:44} {measured:9.1f} ms {limit:9.0f} ms {measured / limit:7.2f}\n")


def _timed(deed: Callable[[], object]) -> float:
    start = time.perf_counter()
    deed()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
