"""Runs the hand-out's script in a JavaScript engine, for many settings at once."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtQml import QJSEngine
from PySide6.QtWidgets import QApplication

from models.engine.evaluate import evaluate
from models.export.hand_out.diagrams import diagrams
from models.schema.case import Case
from models.schema.result import Usage
from models.schema.scenario import Scenario
from resources import ROOT

SCRIPT = (ROOT / "templates" / "hand-out.js").read_text(encoding="utf-8")
ASK = (
    "(function(graph, settings) { graph = JSON.parse(graph); return JSON.stringify(JSON.parse(settings)"
    ".map(s => answers(graph, ...s))); })"
)
KEEP = (
    "(function(scenario, now, group) { return JSON.stringify("
    "kept(JSON.parse(scenario), JSON.parse(now), JSON.parse(group), "
    "new Date(Date.UTC(2026, 10, 28, 9, 30, 15, 250)))); })"
)


def walked(case: Case, scenarios: Sequence[Scenario]) -> list[Any]:
    """What the script answers; the scenarios reject the same arguments."""
    graph = json.dumps(diagrams(case, scenarios[0].set_aside))
    settings = [
        [{name: stance.value for name, stance in item.stance_of.items()}, item.reading.value, item.added]
        for item in scenarios
    ]
    found: list[Any] = called(ASK, graph, json.dumps(settings))
    return found


def kept(scenario: Mapping[str, Any], now: Mapping[str, Any], group: str) -> tuple[str, str]:
    """The name and the text of the file that the page hands over for a table."""
    found = called(KEEP, json.dumps(scenario), json.dumps(now), json.dumps(group))
    return found["name"], found["text"]


def called(function: str, *arguments: str) -> Any:
    """What a function over the script gives back as JSON."""
    application = QApplication.instance() or QApplication([])  # the engine needs one
    engine = QJSEngine(application)
    loaded: Any = engine.evaluate(SCRIPT)
    assert not loaded.isError(), loaded.toString()
    asked: Any = engine.evaluate(function)
    told = asked.call([*arguments])
    assert not told.isError(), told.toString()
    return json.loads(told.toString())


def engines(case: Case, scenario: Scenario) -> Mapping[str, Any]:
    """The same from the engine."""
    found = evaluate(case, scenario)
    return {
        "possible": found.contradiction is None,
        "statements": {name: status.value for name, status in found.status_of.items()},
        "rules": {
            name: result.state.value for name, result in found.rule.items() if result.usage is Usage.IN_USE
        },
        "recommendations": {
            item.id: {
                "verdict": item.verdict.value,
                "least": item.least,
                "most": item.most,
                "holding": [item.holding.least, item.holding.most],
            }
            for item in found.recommendations
        },
    }
