"""The graph in DOT: every statement and argument is in it, and no text of a case can end its quotes."""

import re
from dataclasses import replace

import pytest

from models.export.dot import dot
from models.language.states import word
from models.schema.case import Case
from models.schema.grades import Kind, Stance
from tests.models.conftest import Take
from tests.models.engine.small_cases import link, rule, small_case


def test_every_statement_and_argument_that_counts_is_in_the_graph(essay: Case, take: Take) -> None:
    snapshot = take(essay, {"A3": "fails"})

    text = dot(snapshot)

    shown = essay.drawn(snapshot.scenario.added)
    for name in (*shown.by_id, *(f"argument {one.id}" for one in shown.rules)):
        assert f'"{name}" [' in text
    assert f"\\n{word(Stance.FAILS)}" in next(line for line in text.splitlines() if '"russia-ties" [' in line)


def test_no_text_can_end_its_quotes(essay: Case, take: Take) -> None:
    first = essay.assumptions[0]
    odd = replace(first, label='"]; evil [label="\\', text='\\"\n"')
    case = replace(essay, assumptions=(odd, *essay.assumptions[1:]))

    text = dot(take(case, {}))

    line = next(line for line in text.splitlines() if f'"{first.id}" [' in line)
    assert re.fullmatch(r'  "[^"]+" \[(?:\w+=(?:"(?:[^"\\]|\\.)*"|\w+)(?:, )?)+\];', line)


@pytest.mark.parametrize("added", [False, True])
def test_a_link_between_what_an_analyst_added_is_drawn_only_while_that_counts(
    take: Take, added: bool
) -> None:
    case = small_case(
        rule("p", need="a1", then="r1"),
        rule("o", **{"if": "a2"}, opposes="r1") | {"kind": "added"},
        statements="a1 a2 a3 r1",
        fails="a2 a3",
        links=[link("l", at_most_one="a2 a3")],
    )
    first, *others = case.assumptions
    critical = replace(case, assumptions=(first, *(replace(item, kind=Kind.ADDED) for item in others)))

    assert [one.id for one in critical.drawn(added).links] == (["l"] if added else [])
    assert ('"a2" [' in dot(take(critical, {}, added=added))) is added
