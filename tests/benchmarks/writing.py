"""Measures what an author waits for in a case of 200 assumptions, and walks 10,000 edits there and back.

Run with `python -m tests.benchmarks.writing`, which takes some minutes for the walk. It prints ratios to their
limits, and what of a walk was lost.
"""

import gc
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from models.authoring import passages
from models.authoring.document import opened
from models.authoring.passages import Passages, with_passage, with_source
from models.authoring.source import SourceText, pasted
from models.store.cases import read_case
from tests.benchmarks.at_work import paint, tell, window_in
from tests.models.authoring.random_edits import drawn
from tests.models.authoring.test_document import COMMENTED, kept_comments

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.window.main_window import MainWindow

ASSUMPTIONS, FINDINGS, ADVICE = 200, 60, 30
KEY, OPENING = 50.0, 1000.0
LETTERS = "the river stays low all summer and the ferry runs "
EDITS, COMMENTED_EDITS = 10_000, 1_000


def main() -> None:
    """Print one line a measurement."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from desktop.window.application import SLOW

    home = Path(tempfile.mkdtemp())
    path = large(home)
    window = window_in(home)
    for name in SLOW:  # nobody reaches the editor before the window has warmed up
        import_module(name)
    print("what".ljust(56), "measured".rjust(12), "limit".rjust(15), "ratio".rjust(7))
    taken = [_worked(lambda: _open(window, path)) for _ in range(5)]
    tell("open the case and its source in the editor, first", taken[0], OPENING)
    tell("open the case and its source in the editor, again", statistics.median(taken[1:]), OPENING)
    gc.freeze()
    _keys(window)
    _walk(home)


def large(folder: Path) -> Path:
    """A case of 200 assumptions with its source, in a file."""
    path = folder / "large.yaml"
    path.write_text(_text(), encoding="utf-8")
    read_case(path)
    kept = with_source(Passages(), _source())
    for number in range(ASSUMPTIONS):
        kept = with_passage(kept, f"claim-{number}", number % 100 + 1, f"claim {number} will hold")
    passages.save(path, kept)
    return path


def _source() -> SourceText:
    told = (
        f"It is likely that claim {n} will hold. The town should heed claim {n}. Why?" for n in range(100)
    )
    return pasted("\n\n".join(told))


def _text() -> str:
    head = """schema: 2
id: large
version: "1"
title: A large case
language: en
source: {author: A. Author, title: A long report, year: 2020, paragraphs: 100}
models: [{id: all, title: All}]
"""
    assumptions = (
        f"  - {{id: claim-{n}, code: A{n + 1}, model: all, label: Claim {n}, text: Claim number {n} holds,"
        f" if-fails: It does not, paragraphs: [{n % 100 + 1}], kind: stated, baseline: holds}}"
        for n in range(ASSUMPTIONS)
    )
    findings = (
        f"  - {{id: found-{n}, code: F{n + 1}, model: all, text: Finding {n} follows, paragraphs: [{n + 1}]}}"
        for n in range(FINDINGS)
    )
    advice = (
        f"  - {{id: advice-{n}, code: R{n + 1}, model: all, label: Advice {n}, text: Follow advice {n},"
        f" paragraphs: [{n + 1}], addressee: the town}}"
        for n in range(ADVICE)
    )
    lists = (
        ("assumptions", assumptions),
        ("findings", findings),
        ("recommendations", advice),
        ("rules", _rules()),
    )
    return head + "".join(f"{name}:\n" + "\n".join(items) + "\n" for name, items in lists)


def _rules() -> list[str]:
    draw = Random(7)  # noqa: S311 - the same case at every run
    rules = []
    for n in range(FINDINGS * 3):
        premises = [f"claim-{draw.randrange(ASSUMPTIONS)}" for _ in range(3)]
        if n % FINDINGS > 10:
            premises.append(f"found-{draw.randrange(n % FINDINGS)}")
        rules.append(
            f"{{id: to-found-{n}, if: [{', '.join(premises)}], then: found-{n % FINDINGS}, {_SAID}}}"
        )
    for n in range(ADVICE * 3):
        need, means = draw.randrange(FINDINGS), draw.randrange(ASSUMPTIONS)
        rules.append(
            f"{{id: to-advice-{n}, need: [found-{need}], means: [claim-{means}], then: advice-{n % ADVICE}, {_SAID}}}"
        )
    return [f"  - {rule}" for rule in rules]


_SAID = "kind: stated, paragraphs: [1], because: One leads to the other"


def _open(window: "MainWindow", path: Path) -> None:
    window._writing.files.open(path)
    paint()


def _keys(window: "MainWindow") -> None:
    """Letters typed into fields, and clicks that turn a premise, until all verdicts are painted."""
    from PySide6.QtWidgets import QPushButton, QWidget

    from desktop.editor.editor import Editor

    editor = window.findChild(Editor)
    assert editor is not None
    for place in (0, 100, 199):
        editor._pick("assumptions", place)
        paint()
        taken = []
        for key in ("label", "text"):
            field = editor.findChild(QWidget, f"field:{key}")
            assert field is not None
            field.setFocus()
            taken += [_worked(partial(_typed, field, letter)) for letter in LETTERS * 2]
        _tell_all(f"a letter in A{place + 1}, to painted verdicts", taken)
    editor._pick("rules", 0)
    paint()
    taken = []
    for _ in range(60):
        button = next(
            one for one in editor.findChildren(QPushButton) if one.objectName().startswith("negate:if")
        )
        taken.append(_worked(button.click) + _worked(paint))
    _tell_all("a premise negated, to painted verdicts", taken)
    tell("what to look at, a moment after the last letter", _worked(editor._margin._think), KEY)


def _typed(field: "QWidget", letter: str) -> None:
    from PySide6.QtTest import QTest

    QTest.keyClicks(field, letter)
    paint()


def _worked(deed: Callable[[], object]) -> float:
    """Milliseconds of the processor: nothing is waited for, and what else runs on the machine does not count."""
    start = time.process_time()
    deed()
    return (time.process_time() - start) * 1000


def _tell_all(what: str, taken: list[float]) -> None:
    tell(f"{what}, median", statistics.median(taken), KEY)
    tell(f"{what}, p95", sorted(taken)[int(len(taken) * 0.95)], KEY)


def _walk(home: Path) -> None:
    """Random edits with every one undone, and comments through others."""
    from desktop.session.case_work import CaseWork

    wanted, left = kept_comments(opened("", COMMENTED), COMMENTED_EDITS, 1)
    kept = f"{len(wanted & left)} of {len(wanted)}"
    print(f"{COMMENTED_EDITS} random edits: {kept} comments that may not go are there", flush=True)
    path = home / "commented.yaml"
    path.write_text(COMMENTED, encoding="utf-8")
    work = CaseWork(home / "recovery")
    work.open(path)
    draw = Random(1)  # noqa: S311 - a walk that can be walked again
    print(f"{EDITS} edits are walked there and back: some minutes of the processor", flush=True)
    while work.undo_stack.count() < EDITS:
        work.do(drawn(draw, work.document))
    far = work.document.text
    while work.undo_stack.canUndo():
        work.undo_stack.undo()
    back = work.document.text == COMMENTED
    while work.undo_stack.canRedo():
        work.undo_stack.redo()
    told = "the same bytes" if back and work.document.text == far else "OTHER BYTES"
    print(f"{EDITS} random edits, all undone and done again: {told}", flush=True)


if __name__ == "__main__":
    main()
