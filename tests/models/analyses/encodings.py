"""Cases in the languages of other solvers, `added` rules left out."""

from collections.abc import Iterator
from itertools import combinations

from models.schema.case import Case, Kind, Strength
from models.schema.scenario import Scenario

STRENGTHS = list(Strength)


def clingo_program(case: Case) -> Iterator[str]:
    """The rules of a case as a stratified logic program over `holds/1`; derives `accepted/1`."""
    yield from (f'{{ holds("{item.id}") }}.' for item in case.assumptions)
    yield from (f'accepted("{item.id}") :- holds("{item.id}").' for item in case.assumptions)
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
    yield from (f"query({item.id})." for item in case.recommendations)


def _atom(identifier: str) -> str:
    return "rule_" + identifier.replace("-", "_")
