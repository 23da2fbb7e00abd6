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
from models.language.messages import marked, message, plural, spoken, told
from models.language.naming import CRITICS, grouped, inside
from models.language.panes import source_line
from models.language.states import sign, word
from models.language.unseen import TURNING
from models.language.words import QUESTIONS, READING_WORDS, citation
from models.language.workshop.group_words import STANCES
from models.schema.case import Assumption, Case, Recommendation, Role, Rule
from models.schema.grades import Kind, Reading, Stance, Verdict
from models.schema.page import Sign
from models.schema.premises import Condition
from models.schema.result import RuleState, Status, Usage
from models.schema.scenario import Scenario
from models.schema.snapshot import Snapshot
from models.store import scenarios
from resources import ROOT

ROLES = {Role.IF: marked("If"), **QUESTIONS}
ORDER = (Stance.AS_ARGUED, Stance.HOLDS, Stance.UNCERTAIN, Stance.FAILS)
WORDS = {
    "recommendations": marked("What still holds"),
    "reading": marked("How arguments combine"),
    "reset": marked("As in the source"),
    "objections": marked("Count objections"),
    "fails": marked("If it fails: {0}."),
    "both": marked("Both arguments hold"),
    "all": marked("All {0} arguments hold"),
    "some": marked("{0} of {1} arguments hold"),
    "between": marked("{0} to {1} of {2} arguments hold"),
    "one": marked("Its argument holds"),
    "open": marked("Its argument may hold"),
    "none": marked("Its argument does not hold"),
    "not": marked("not:"),
    "any": marked("One of these:"),
    "atLeast": marked("At least {0} of these:"),
    "argument": marked("Argument"),
    "objection": marked("Objection"),
    "reply": marked("Reply: {0}"),
    "topples": marked("The nearest changes that would topple it"),
    "rescues": marked("The nearest changes that would bring it back"),
    "firm": marked("No one or two changes of an assumption would topple it."),
    "lost": marked("No one or two changes of an assumption would make it hold."),
    "try": marked("Try"),
    "keep": marked("Keep my stances"),
    "group": marked("Table or name"),
    "kept": marked("Saves a file for the facilitator. Nothing is sent anywhere."),
    "along": marked("Links took along: {0}."),
    "impossible": marked("These stances cannot be so together. Change one of them back."),
}


class Vote(NamedTuple):
    """What makes a vote of the hand-out: its words, in place of those of the hand-out by itself."""

    words: Mapping[str, str]


HANDED_ON = (
    *("format", "schema", "case", "title", "group", "horizon", "created", "modified"),
    *("stances", "set_aside", "reading", "added"),
)
"""What of a scenario's file a hand-out holds: no reason, and no name of who gave one."""
_ESCAPED = {code: f"\\u{code:04x}" for code in (ord("<"), *range(0x80, 0xA0), *TURNING)}
"""What might end the script, and what nobody sees, as the data spell it."""


def hand_out(snapshot: Snapshot, printed: date, vote: Vote | None = None) -> str:
    """One HTML file that begins with the snapshot's scenario; raises TooTangled."""
    case = snapshot.case
    data = json.dumps(_data(snapshot, printed, vote), ensure_ascii=False, separators=(",", ":"))
    templates = ROOT / "templates"
    scripts = ("hand-out.js", *(("hand-out-vote.js",) if vote else ()), "hand-out-page.js")
    script = "\n".join((templates / name).read_text("utf-8") for name in scripts)
    return Template((templates / "hand-out.html").read_text("utf-8")).substitute(
        language=escape(spoken(), quote=True),
        title=escape(case.title),
        skip=message("To the recommendations"),
        policy=_policy(script, vote is not None),
        noscript=message("This page needs JavaScript to answer. Print the hand-out on paper instead."),
        style=_colours() + (templates / "hand-out.css").read_text("utf-8"),
        data=data.translate(_ESCAPED),
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
    shapes = {item["shape"] for item in _states().values()}
    return {
        "title": case.title,
        "source": source_line(case.source),
        "foot": _foot(case, printed),
        "language": "" if case.language == spoken() else case.language,
        "vote": vote is not None,
        "words": {
            **{name: message(text) for name, text in WORDS.items()},
            "question": _question(case),
            "assumptions": _rests_on(case),
            **(vote.words if vote else {}),
        },
        "groups": [
            _group(case, title, items, STANCES if vote else ORDER)
            for title, items in grouped(case, added=True)
        ],
        "adds": any(rule.kind is Kind.ADDED for rule in case.rules),
        "stances": {item.id: 1 for item in case.assumptions},
        "recommendations": [_recommendation(case, item, scenario.set_aside) for item in case.recommendations],
        "statements": {name: [item.title, item.code] for name, item in case.by_id.items()},
        "readings": [[reading.value, message(READING_WORDS[reading])] for reading in Reading],
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


def _question(case: Case) -> str:
    return plural(
        "If this is wrong about the world, does its recommendation still hold?",
        "If this is wrong about the world, which of its {number} recommendations still hold?",
        len(case.recommendations),
    )


def _foot(case: Case, printed: date) -> str:
    return told(
        "Case {case} {version}, {day}. No verdict is a forecast.",
        case=case.id,
        version=case.version,
        day=day_words(printed),
    )


def _rests_on(case: Case) -> str:
    number = len(case.taking_part(added=False))
    return plural("It rests on {number} assumption", "It rests on {number} assumptions", number)


def _file(scenario: Scenario) -> dict[str, Any]:
    """The scenario's file with what is named here: all else is private, or the page fills it in."""
    data: dict[str, Any] = json.loads(scenarios.dump(scenario))
    return {key: data[key] for key in HANDED_ON if key in data}


def _states() -> dict[str, dict[str, str]]:
    kinds: tuple[tuple[str, type[Enum]], ...] = (
        ("stance", Stance),
        ("status", Status),
        ("verdict", Verdict),
        ("rule", RuleState),
        ("usage", Usage),
    )
    return {f"{kind}:{member.value}": _look(sign(member)) for kind, members in kinds for member in members}


def _look(it: Sign) -> dict[str, str]:
    return {"word": it.word, "shape": it.shape.value, "tone": it.tone.value}


def _drawing(shape: str) -> str:
    drawing = (ROOT / "signs" / f"{shape}.svg").read_text(encoding="utf-8")
    return Template(drawing).substitute(ink="currentColor", line="currentColor", ground="var(--panel)")


def _group(case: Case, title: str, items: Sequence[Assumption], stances: Sequence[Stance]) -> dict[str, Any]:
    listed = [_assumption(case, item, stances) for item in items]
    return {"title": title, "added": title == message(CRITICS), "items": listed}


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


def _recommendation(case: Case, item: Recommendation, rejected: Sequence[str]) -> dict[str, Any]:
    meant = told("For {addressee}", addressee=item.addressee)
    return {
        "id": item.id,
        "code": item.code,
        "title": item.title,
        "short": item.brief,
        "text": item.text,
        "addressee": " ".join(
            part for part in (f"{item.emphasis}." if item.emphasis else "", f"{meant}.") if part
        ),
        "arguments": [
            _argument(rule, rule.id in rejected) for rule in case.rules if rule.conclusion == item.id
        ],
    }


def _argument(rule: Rule, rejected: bool) -> dict[str, Any]:
    return {
        "id": rule.id,
        "opposes": rule.opposes is not None,
        "added": rule.kind is Kind.ADDED,
        "rejected": rejected,
        "because": rule.because,
        "origin": f"{word(rule.kind)}, {citation(rule.paragraphs)}",
        "reply": rule.reply or "",
        "needs": list(_needs(rule.conditions)),
    }


def _needs(conditions: tuple[Condition, ...]) -> Iterator[dict[str, Any]]:
    for item in conditions:
        parts = [{"id": part.statement, "negated": part.negated} for part in item.parts]
        yield {"role": message(ROLES[item.role]), "least": item.least, "parts": parts}
