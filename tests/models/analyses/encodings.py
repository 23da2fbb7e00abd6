"""Cases in the languages of other solvers, `added` rules left out."""

from collections.abc import Iterator
from itertools import combinations

from models.schema.case import Assumption, Case
from models.schema.grades import Kind, Stance, Strength
from models.schema.links import Link
from models.schema.scenario import Scenario

STRENGTHS = list(Strength)


def clingo_program(case: Case, scenario: Scenario | None = None) -> Iterator[str]:
    """The rules of a case as a stratified logic program over `holds/1`; derives `accepted/1`.

    Without a scenario every assumption may hold or fail; with one, those that it leaves uncertain or takes as argued.
    """
    for item in case.assumptions:
        stance = scenario.stance_of[item.id] if scenario else Stance.UNCERTAIN
        yield from _clingo_assumption(item, stance)
    yield from map(_clingo_link, case.links)
    for rule in case.rules:
        if rule.kind is Kind.ADDED:
            continue
        body = []
        for asked in rule.conditions:
            parts = [f'{"not " * part.negated}accepted("{part.statement}")' for part in asked.parts]
            counted = "; ".join(f"{number} : {part}" for number, part in enumerate(parts))
            body.append(f"{asked.least} #count {{ {counted} }}" if asked.is_choice else parts[0])
        yield f'applies("{rule.id}") :- {", ".join(body)}.'
        rank = STRENGTHS.index(rule.strength)
        if rule.opposes:
            yield f'against("{rule.opposes}", {rank}) :- applies("{rule.id}").'
        else:
            yield f'beaten("{rule.id}") :- against("{rule.then}", S), S >= {rank}.'
            yield f'accepted("{rule.then}") :- applies("{rule.id}"), not beaten("{rule.id}").'


def _clingo_assumption(item: Assumption, stance: Stance) -> Iterator[str]:
    if stance is Stance.HOLDS:
        yield f'holds("{item.id}").'
    elif stance is not Stance.FAILS:
        yield f'{{ holds("{item.id}") }}.'
    yield f'accepted("{item.id}") :- holds("{item.id}").'
    if stance is Stance.AS_ARGUED:
        yield from (f'accepted("{item.id}") :- accepted("{finding}").' for finding in item.argued_by)


def _clingo_link(link: Link) -> str:
    """The link as what no answer set may be like."""
    if link.then is not None:
        denied = link.then.removeprefix("not ") if link.then.startswith("not ") else f"not {link.then}"
        return f":- {', '.join(map(_accepted, (*link.if_, denied)))}."
    names = link.one_of or link.at_most_one
    counted = "; ".join(f"{number} : {_accepted(name)}" for number, name in enumerate(names))
    return f":- not {1 if link.one_of else 0} #count {{ {counted} }} 1."


def _accepted(setting: str) -> str:
    name = setting.removeprefix("not ")
    return f'{"not " * setting.startswith("not ")}accepted("{name}")'


def problog_program(case: Case, scenario: Scenario) -> Iterator[str]:
    """The case as a ProbLog program that asks for the recommendations; every credence must be entered."""
    used = [rule for rule in case.rules if rule.kind is not Kind.ADDED]
    for item in case.assumptions:
        yield f"{scenario.credence_of[item.id]!r}::{item.id}."
    unsupported = case.by_id.keys() - scenario.credence_of.keys() - {rule.then for rule in used}
    yield from (f"{name} :- fail." for name in sorted(unsupported))
    for rule in used:
        body = []
        for place, asked in enumerate(rule.conditions):
            parts = [("\\+" if part.negated else "") + part.statement for part in asked.parts]
            body.append(f"{_atom(rule.id)}_{place}" if asked.is_choice else parts[0])
            if asked.is_choice:
                for enough in combinations(parts, asked.least):
                    yield f"{body[-1]} :- {', '.join(enough)}."
                yield f"{body[-1]} :- fail."
        yield f"{_atom(rule.id)} :- {', '.join(body)}."
        if rule.then:
            beating = [
                f"\\+{_atom(other.id)}"
                for other in used
                if other.opposes == rule.then
                and STRENGTHS.index(other.strength) >= STRENGTHS.index(rule.strength)
            ]
            yield f"{rule.then} :- {', '.join([_atom(rule.id), *beating])}."
    for number, clause in enumerate(clause for link in case.links for clause in _clauses(link)):
        yield from (f"possible_{number} :- {literal}." for literal in clause)
        yield f"evidence(possible_{number}, true)."
    yield from (f"query({item.id})." for item in case.recommendations)


def _clauses(link: Link) -> Iterator[tuple[str, ...]]:
    """Of each of these one must be so."""
    if link.then is not None:
        yield (*(_literal(part, negated=True) for part in link.if_), _literal(link.then))
        return
    if link.one_of:
        yield link.one_of
    for pair in combinations(link.one_of or link.at_most_one, 2):
        yield tuple(_literal(name, negated=True) for name in pair)


def _literal(setting: str, *, negated: bool = False) -> str:
    name = setting.removeprefix("not ")
    return name if setting.startswith("not ") is negated else f"\\+{name}"


def _atom(identifier: str) -> str:
    return "rule_" + identifier.replace("-", "_")
