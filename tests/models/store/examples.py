"""The tiny case as text to be spoiled, and what its readers say of it."""

import json
from pathlib import Path
from typing import Any

from models.schema.problem import Problem, Refused
from models.schema.scenario import baseline_scenario
from models.store.cases import load_embedded, read_case
from models.store.scenarios import dump
from resources import ROOT

TINY = (ROOT / "cases" / "tiny" / "case.yaml").read_text(encoding="utf-8")


def spoiled(*changes: tuple[str, str]) -> str:
    """The tiny case's text with some words replaced, each at its first place."""
    text = TINY
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def told(folder: Path, text: str, name: str = "case.yaml") -> tuple[Problem, ...]:
    """What a reader is told of a case file with this text, refused or not."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    try:
        return read_case(file).problems
    except Refused as refused:
        return refused.problems


def line_of(text: str, words: str) -> int:
    """The line on which the words first stand."""
    return text[: text.index(words)].count("\n") + 1


CASE = load_embedded("tiny")
BASELINE = baseline_scenario(CASE)


def written(**changes: Any) -> str:
    """The file of the baseline scenario of the tiny case, with some keys replaced."""
    return json.dumps(json.loads(dump(BASELINE)) | changes)
