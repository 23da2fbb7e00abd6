"""Which of a statement's arguments the why lists: all, or of very many the few that matter most until all are."""

from collections.abc import Iterator, Sequence

from models.engine.explain import Trace
from models.language.messages import message, plural
from models.pages.parts import unfold
from models.schema.explanation import Argument
from models.schema.grades import Strength
from models.schema.page import Block, Line, Sentences, Weight

MOST, FEW = 7, 4
"""Of more arguments than the one, only as many as the other are listed."""


def listed_arguments(trace: Trace, name: str, arguments: Sequence[Argument]) -> Sequence[Argument]:
    """What was opened comes first, then what alone lacks something, what stands, and the strongest."""
    shown = trace.snapshot.view.unfolded
    if len(arguments) <= MOST or _all_of(name) in shown:
        return arguments
    lacking = sum(bool(item.missing) for item in arguments)

    def rank(argument: Argument) -> tuple[bool, bool, bool, int]:
        strength = trace.case.rule_by_id[argument.rule].strength
        return (
            argument.rule not in shown,
            not argument.missing or lacking > FEW,
            not argument.stands,
            -list(Strength).index(strength),
        )

    opened = sum(item.rule in shown for item in arguments)
    return sorted(arguments, key=rank)[: max(FEW, opened)]


def rest_block(trace: Trace, name: str, left: int) -> Iterator[Block]:
    """The line that lists the arguments that are left, or the few again."""
    if not left and _all_of(name) not in trace.snapshot.view.unfolded:
        return
    text = plural("{number} more argument", "{number} more arguments", left)
    text = text if left else message("Fewer arguments")
    line = Line(text=text, action=unfold(trace.snapshot.view, _all_of(name)), weight=Weight.STRONG)
    yield Sentences(id=_all_of(name), lines=(line,))


def _all_of(name: str) -> str:
    return f"arguments:{name}"
