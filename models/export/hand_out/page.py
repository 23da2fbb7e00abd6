"""The hand-out as one HTML file: the case, its diagrams, and the page that walks them; no network is asked."""

import json
import re
import tomllib
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from hashlib import sha256
from html import escape
from string import Template
from typing import Any, NamedTuple

from models.export.hand_out.diagrams import diagrams
from models.language.dates import day_words
from models.language.grouping import CRITICS, grouped
from models.language.naming import inside
from models.language.panes import source_line
from models.language.states import sign, word
from models.language.words import READING_WORDS, citation, counted
from models.language.workshop.group_words import STANCES
from models.schema.case import Assumption, Case, Kind, Reading, Recommendation, Role, Rule, Stance, Verdict
from models.schema.page import Sign
from models.schema.premises import Condition
from models.schema.result import RuleState, Status
from models.schema.scenario import Scenario
from models.schema.snapshot import Snapshot
from models.store import scenarios
from resources import ROOT

ROLES = {Role.IF: "If", Role.NEED: "Why act?", Role.MEANS: "Can it work?", Role.STANDING: "Is it ours to do?"}
ORDER = (Stance.AS_ARGUED, Stance.HOLDS, Stance.UNCERTAIN, Stance.FAILS)
WORDS = {
    "recommendations": "What still holds",
    "reading": "How arguments combine",
    "reset": "As in the source",
    "objections": "Count objections",
    "fails": "If it fails: {0}.",
    "both": "Both arguments hold",
    "all": "All {0} arguments hold",
    "some": "{0} of {1} arguments hold",
    "between": "{0} to {1} of {2} arguments hold",
    "one": "Its argument holds",
    "open": "Its argument may hold",
    "none": "Its argument does not hold",
    "not": "not:",
    "any": "One of these:",
    "atLeast": "At least {0} of these:",
    "argument": "Argument",
    "objection": "Objection",
    "reply": "Reply: {0}",
    "topples": "The nearest changes that would topple it",
    "rescues": "The nearest changes that would bring it back",
    "nothing": "No one or two changes of an assumption would change it.",
    "try": "Try",
    "keep": "Keep my stances",
    "group": "Table or name",
    "kept": "Saves a file for the facilitator. Nothing is sent anywhere.",
    "impossible": "These stances cannot be so together. Change one of them back.",
}


class Vote(NamedTuple):
    """What makes a vote of the hand-out: its words, in place of those of the hand-out by itself."""

    words: Mapping[str, str]


def hand_out(snapshot: Snapshot, printed: date, vote: Vote | None = None) -> str:
    """One HTML file that begins with the snapshot's scenario; raises TooTangled."""
    case = snapshot.case
    data = json.dumps(_data(snapshot, printed, vote), ensure_ascii=False, separators=(",", ":"))
    templates = ROOT / "templates"
    scripts = ("hand-out.js", *(("hand-out-vote.js",) if vote else ()), "hand-out-page.js")
    script = "\n".join((templates / name).read_text("utf-8") for name in scripts)
    return Template((templates / "hand-out.html").read_text("utf-8")).substitute(
        language=escape(case.language, quote=True),
        title=escape(case.title),
        skip="To the recommendations",
        policy=_policy(script, vote is not None),
        noscript="This page needs JavaScript to answer. Print the hand-out on paper instead.",
        style=_colours() + (templates / "hand-out.css").read_text("utf-8"),
        data=data.replace("<", "\\u003c"),
        script=script,
    )


def policy_of(html: str) -> str:
    """The policy of a page, for the head of the answer that serves it: it may not be framed, either."""
    script = re.findall(r"<script>(.*?)</script>", html, re.S)[-1]
    return f"{_policy(script, asks=True)}; frame-ancestors 'none'"


def _policy(script: str, asks: bool) -> str:
    """What a browser lets the page do: run this one script, and ask nothing but, for a vote, where it came from."""
    known = b64encode(sha256(script.encode()).digest()).decode()
    asking = "; connect-src 'self'" if asks else ""
    return (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{known}'{asking}"
        "; base-uri 'none'; form-action 'none'"
    )


def _colours() -> str:
    tokens = tomllib.loads((ROOT / "styles" / "tokens.toml").read_text("utf-8"))
    light, dark = (
        "".join(f"--{name}:{value};" for name, value in tokens[scheme].items())
        for scheme in ("light", "dark")
    )
    return f":root{{{light}}}@media (prefers-color-scheme: dark){{@media screen{{:root{{{dark}}}}}}}"


def _data(snapshot: Snapshot, printed: date, vote: Vote | None = None) -> dict[str, Any]:
    case, scenario = snapshot.case, snapshot.scenario
    number = counted(len(case.recommendations), "recommendation")
    question = f"If this is wrong about the world, which of its {number} still hold?"
    shapes = {item["shape"] for item in _states().values()}
    return {
        "title": case.title,
        "source": source_line(case.source),
        "foot": f"Case {case.id} {case.version}, {day_words(printed)}. No verdict is a forecast.",
        "vote": vote is not None,
        "words": {
            **WORDS,
            "question": question,
            "assumptions": f"It rests on {_number(case)}",
            **(vote.words if vote else {}),
        },
        "groups": [
            _group(case, title, items, STANCES if vote else ORDER)
            for title, items in grouped(case, added=True)
        ],
        "adds": any(rule.kind is Kind.ADDED for rule in case.rules),
        "stances": {item.id: 1 for item in case.assumptions},
        "recommendations": [_recommendation(case, item) for item in case.recommendations],
        "statements": {name: [item.title, item.code] for name, item in case.by_id.items()},
        "readings": [[reading.value, READING_WORDS[reading]] for reading in Reading],
        "verdicts": [verdict.value for verdict in Verdict],
        "states": _states(),
        "signs": {shape: _drawing(shape) for shape in sorted(shapes)},
        "start": {
            "stances": {item.id: item.stance.value for item in scenario.stances},
            "reading": scenario.reading.value,
            "added": scenario.added,
        },
        "scenario": _file(scenario),
        "graph": diagrams(case, scenario.set_aside),
    }


def _number(case: Case) -> str:
    return counted(len(case.taking_part(added=False)), "assumption")


def _file(scenario: Scenario) -> dict[str, Any]:
    """The scenario's file without what is private to the facilitator and what the page fills in."""
    data: dict[str, Any] = json.loads(scenarios.dump(scenario))
    dropped = ("note", "notes", "rationales", "verdicts", "credences", "unplaced")
    return {key: value for key, value in data.items() if key not in dropped}


def _states() -> dict[str, dict[str, str]]:
    kinds: tuple[tuple[str, type[Enum]], ...] = (
        ("stance", Stance),
        ("status", Status),
        ("verdict", Verdict),
        ("rule", RuleState),
    )
    return {f"{kind}:{member.value}": _look(sign(member)) for kind, members in kinds for member in members}


def _look(it: Sign) -> dict[str, str]:
    return {"word": it.word, "shape": it.shape.value, "tone": it.tone.value}


def _drawing(shape: str) -> str:
    drawing = (ROOT / "signs" / f"{shape}.svg").read_text(encoding="utf-8")
    return Template(drawing).substitute(ink="currentColor", line="currentColor", ground="var(--panel)")


def _group(case: Case, title: str, items: Sequence[Assumption], stances: Sequence[Stance]) -> dict[str, Any]:
    listed = [_assumption(case, item, stances) for item in items]
    return {"title": title, "added": title == CRITICS, "items": listed}


def _assumption(case: Case, item: Assumption, stances: Sequence[Stance]) -> dict[str, Any]:
    return {
        "id": item.id,
        "code": item.code,
        "core": item.core,
        "title": item.title,
        "text": item.text,
        "fails": inside(case, item.if_fails.rstrip(".")) if item.if_fails else "",
        "origin": f"{word(item.kind)}, {citation(item.paragraphs)}.",
        "stances": [stance.value for stance in stances if stance in item.stances],
    }


def _recommendation(case: Case, item: Recommendation) -> dict[str, Any]:
    return {
        "id": item.id,
        "code": item.code,
        "title": item.title,
        "text": item.text,
        "addressee": " ".join(
            part for part in (f"{item.emphasis}." if item.emphasis else "", f"For {item.addressee}.") if part
        ),
        "arguments": [_argument(rule) for rule in case.rules if rule.conclusion == item.id],
    }


def _argument(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "opposes": rule.opposes is not None,
        "added": rule.kind is Kind.ADDED,
        "because": rule.because,
        "origin": f"{word(rule.kind)}, {citation(rule.paragraphs)}",
        "reply": rule.reply or "",
        "needs": list(_needs(rule.conditions)),
    }


def _needs(conditions: tuple[Condition, ...]) -> Iterator[dict[str, Any]]:
    for item in conditions:
        parts = [{"id": part.statement, "negated": part.negated} for part in item.parts]
        yield {"role": ROLES[item.role], "least": item.least, "parts": parts}
