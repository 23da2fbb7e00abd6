"""The graph in DOT: every statement and argument is in it, and no text of a case can end its quotes."""

import re
from dataclasses import replace

from models.export.dot import dot
from models.language.states import word
from models.schema.case import Case
from models.schema.grades import Stance
from tests.models.conftest import Take


def test_every_statement_and_argument_that_counts_is_in_the_graph(essay: Case, take: Take) -> None:
    snapshot = take(essay, {"A3": "fails"})

    text = dot(snapshot)

    shown = essay.drawn(snapshot.scenario.added)
    for name in (*shown.by_id, *(f"argument {rule.id}" for rule in shown.rules)):
        assert f'"{name}" [' in text
    assert f"\\n{word(Stance.FAILS)}" in next(line for line in text.splitlines() if '"russia-ties" [' in line)


def test_no_text_can_end_its_quotes(essay: Case, take: Take) -> None:
    first = essay.assumptions[0]
    odd = replace(first, label='"]; evil [label="\\', text='\\"\n"')
    case = replace(essay, assumptions=(odd, *essay.assumptions[1:]))

    text = dot(take(case, {}))

    line = next(line for line in text.splitlines() if f'"{first.id}" [' in line)
    assert re.fullmatch(r'  "[^"]+" \[(?:\w+=(?:"(?:[^"\\]|\\.)*"|\w+)(?:, )?)+\];', line)
