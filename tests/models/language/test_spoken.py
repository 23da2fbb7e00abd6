"""What stands side by side on the screen is heard as sentences."""

import pytest

from models.language.spoken import spoken_line
from models.language.suppositions import differing
from models.schema.page import Line, Shape, Sign, Tone
from tests.states import after, snapshot, state

FOLLOWS = Sign(Shape.TICK, Tone.GOOD, "Follows")
FAILS = Sign(Shape.CROSS, Tone.BAD, "Fails")


@pytest.mark.parametrize(
    ("line", "heard"),
    [
        (
            Line(text="Disarmament is off", code="F2", quiet="Why act?", sign=FOLLOWS),
            "Why act? Disarmament is off, F2: follows.",
        ),
        (
            Line(text="Arsenal is kept", code="A1", note="→ no longer needed", sign=FAILS),
            "Arsenal is kept, A1: fails, then no longer needed.",
        ),
        (Line(text="The only argument", note="said ¶5, 12"), "The only argument, said, paragraphs 5, 12."),
        (Line(text="Said. ¶5", sign=Sign(Shape.DOT, Tone.INK, "Said")), "Said, paragraph 5."),
        (Line(text="", sign=FAILS), "Fails."),
        (
            Line(text="What would end it?", sign=Sign(Shape.QUESTION, Tone.SOFT, "To ask")),
            "What would end it? To ask.",
        ),
        (Line(text="First of all", quiet="Weight"), "Weight: first of all."),
    ],
)
def test_a_line_is_heard_as_a_sentence(line: Line, heard: str) -> None:
    assert spoken_line(line) == heard


def test_what_is_supposed_is_not_said_to_fail() -> None:
    supposed = differing(snapshot(after(state(), A3="fails"), analysed=False))

    heard = [spoken_line(line) for line in supposed]

    assert heard == ["If Russia ties do not deepen."]
