"""`evaluate`: what becomes of every recommendation under a scenario, and why."""

from collections.abc import Iterable, Iterator
from typing import Any

import click

from models.analyses.snapshots import take
from models.cli.answers import padded, tell_json, visible, wrapped
from models.cli.options import json_option, scenario_command
from models.engine.evaluate import ways_out
from models.engine.explain import Trace
from models.language.account import account
from models.language.causes.cause import cause
from models.language.changes import TAKEN
from models.language.counts import how_many
from models.language.headline import headline
from models.language.link_words import contradiction_words, resolution_words
from models.language.messages import marked, message, told
from models.language.naming import named, rule_named, the_source
from models.language.states import said, word
from models.language.suppositions import all_settled_by_links
from models.language.words import (
    READING_WORDS,
    counted,
    listed,
    listed_causes,
    sentence_start,
    uncapitalised,
    wide,
)
from models.pages.page import certainty
from models.schema.case import Case, Recommendation
from models.schema.grades import Stance
from models.schema.result import RecommendationResult
from models.schema.scenario import Scenario, StanceOn, changed_stances
from models.schema.snapshot import Snapshot, fresh_state

NOT_KNOWN = marked("Not known")
MANY = 6
"""More names than that are counted: JSON has all of them."""


@click.command()
@scenario_command()
@json_option
def evaluate(case: Case, scenario: Scenario, as_json: bool) -> None:
    """Say which recommendations still hold, and why, in SCENARIO or else in the baseline."""
    snapshot = take(fresh_state(case, scenario))
    refuse_contradiction(snapshot, as_json)
    if as_json:
        tell_json(answer(snapshot))
    else:
        click.echo(table(snapshot))


def refuse_contradiction(snapshot: Snapshot, as_json: bool, file: str = "") -> None:
    """Ends the command, with code 1, where links rule out the stances: they are named, and nothing follows.

    Of several files, `file` says which it is.
    """
    found, case = snapshot.evaluation.contradictions, snapshot.case
    if not found:
        return
    ways = ways_out(case, snapshot.scenario, snapshot.evaluation)
    if as_json:
        ruled_out = [{"stances": _stances(item.stances), "links": list(item.links)} for item in found]
        told_of = {"contradiction": ruled_out[0], "contradictions": ruled_out}
        tell_json({"schema": 2, "case": case.id, **told_of, "ways_out": [_stances(way) for way in ways]})
    else:
        for item in found:
            said = f"{contradiction_words(case, item)}."
            click.echo(_indented(f"{file}: {said}" if file else said, 0))
        for changes in ways:
            settings = ", ".join(f"{case.by_id[item.id].code}={item.stance}" for item in changes)
            click.echo(_indented(f"{resolution_words(case, changes)}: {settings}.", 0))
    raise click.exceptions.Exit(1)


def _stances(stances: Iterable[StanceOn]) -> list[dict[str, str]]:
    return [{"id": item.id, "stance": item.stance.value} for item in stances]


def answer(snapshot: Snapshot) -> dict[str, Any]:
    """The evaluation as the command line's stable JSON."""
    trace = Trace(snapshot)
    return {
        "schema": 2,
        "case": snapshot.case.id,
        "reading": snapshot.scenario.reading.value,
        "statements": {result.id: result.status.value for result in snapshot.evaluation.statements},
        "recommendations": {item.id: recommendation(trace, item) for item in snapshot.case.recommendations},
        "exact": snapshot.evaluation.exact,
        "not_known": list(snapshot.evaluation.not_known),
    }


def recommendation(trace: Trace, item: Recommendation) -> dict[str, Any]:
    """One recommendation's verdict, the states of all its supporting rules, and why."""
    result, rules = trace.evaluation.recommendation[item.id], trace.evaluation.rule
    arguments = {rule.id: rules[rule.id].state.value for rule in trace.case.rules if rule.then == item.id}
    return {
        "verdict": result.first.value,
        "falls": [way.value for way in result.falls],
        "arguments": arguments,
        "grounds": arguments,
        "least": result.least,
        "most": result.most,
        "why": account(trace, item.id),
        "exact": result.known and result.counted,
    }


def table(snapshot: Snapshot) -> str:
    """The evaluation as a text for the terminal."""
    scenario = snapshot.scenario
    title = f"{scenario.title} ({scenario.group})" if scenario.title and scenario.group else scenario.title
    parts = (snapshot.case.title, title, f"{headline(snapshot)}.", f"{settings(snapshot)}.")
    lines = [*(_indented(part, 0) for part in parts if part), ""]
    trace, results = Trace(snapshot), snapshot.evaluation.recommendation
    width = max(wide(_verdict(result)) for result in results.values())
    counts = {name: _held(result) for name, result in results.items()}
    column = max(map(wide, counts.values()))
    for item in snapshot.case.recommendations:
        result = results[item.id]
        verdict, count = padded(_verdict(result), width), padded(counts[item.id], column)
        lines.append(f"{item.code:<5}{verdict}  {count}  {visible(item.title)}")
        lines.append(_indented(f"{cause(trace, item.id)}."))
    lines += [_indented(line.text, 0) for line in certainty(snapshot)]
    lines += [
        _indented(told("Worth a thought (added by an analyst): {text}", text=note.text), 0)
        for note in snapshot.remarks
    ]
    return "\n".join(lines)


def _verdict(result: RecommendationResult) -> str:
    return word(result.verdict) if result.known else message(NOT_KNOWN)


def _held(result: RecommendationResult) -> str:
    """How many arguments hold: "2 of 3 arguments", "at least 1 of 3 arguments"; of a single one, that it is open."""
    if result.holding.least < result.holding.most == result.holding.total == 1:
        return message("its argument is open")
    return told(
        "{some} of {arguments}",
        some=how_many(result.holding),
        arguments=counted(result.holding.total, "argument"),
    )


def settings(snapshot: Snapshot) -> str:
    """What differs from the baseline, and how arguments combine."""
    case, scenario = snapshot.case, snapshot.scenario
    changed: dict[Stance, list[str]] = {}
    for name in changed_stances(case, scenario):
        changed.setdefault(scenario.stance_of[name], []).append(named(case.by_id[name]))
    parts = [f"{message(TAKEN[stance])}: {listed(names, limit=MANY)}" for stance, names in changed.items()]
    unsettled = [
        named(item)
        for item in snapshot.assumptions
        if scenario.stance_of[item.id] is item.baseline is Stance.UNCERTAIN
    ]
    if parts and unsettled:
        parts.append(told("uncertain as in the baseline: {names}", names=listed(unsettled, limit=MANY)))
    elif unsettled:
        parts = [
            told(
                "every assumption is as in the baseline, with {names} uncertain",
                names=listed(unsettled, limit=MANY),
            )
        ]
    if settled := listed_causes(_settled(snapshot)):
        parts.append(told("settled by a link all the same: {names}", names=settled))
    parts = parts or [message("every assumption is as in the baseline")]
    parts.append(uncapitalised(message(READING_WORDS[scenario.reading])))
    if scenario.added:
        parts.append(told("with objections that {source} does not raise", source=the_source(case)))
    rejected = [f"{rule_named(case, rule)} ({rule})" for rule in scenario.set_aside]
    parts += [told("rejected: {arguments}", arguments=listed(rejected, limit=MANY))] if rejected else []
    return sentence_start("; ".join(parts))


def _settled(snapshot: Snapshot) -> Iterator[str]:
    """What links leave only one way though it is left uncertain, in a clause for each way."""
    settled = all_settled_by_links(snapshot)
    for way in (Stance.HOLDS, Stance.FAILS):
        names = [named(item) for item in snapshot.case.assumptions if settled.get(item.id) is way]
        if names:
            yield said(listed(names, limit=MANY), way, len(names))


def _indented(text: str, indent: int = 5) -> str:
    space = " " * indent
    return wrapped(visible(text), first=space, indent=space)
