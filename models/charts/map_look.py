"""How states and kinds look on the argument map: the same lines on screen and on paper.

Colours are names from the one table; dashes are multiples of a line's own width. A line that carries nothing is
thin, an inference that does not apply does not arrive, and what could be either is dashed.
"""

from models.schema.case import Kind
from models.schema.result import RuleState, Status, Usage

Pattern = tuple[float, ...]

PATTERNS: dict[Kind, Pattern] = {
    Kind.STATED: (),
    Kind.HEDGED: (7.0, 2.5, 1.5, 2.5),
    Kind.IMPLIED: (1.2, 2.4),
    Kind.ADDED: (4.5, 3.0),
}
AGAINST: Pattern = (4.5, 3.0)
WIRES = {Status.ACCEPTED: ("ink_faint", 1.4), Status.OPEN: ("warn", 1.2), Status.REJECTED: ("bad", 0.9)}
ARROWS = {
    RuleState.APPLIES: ("ink_soft", 1.8),
    RuleState.OPEN: ("warn", 1.3),
    RuleState.FAILS: ("bad", 0.9),
}
OFF = ("line_strong", 0.9)
HANGING: Pattern = (2.0, 1.5)
BORDERS: dict[Status, tuple[float, Pattern]] = {
    Status.ACCEPTED: (1.1, ()),
    Status.OPEN: (1.3, (4.0, 2.5)),
    Status.REJECTED: (1.3, (1.2, 1.8)),
}
HEAD = 5.0


def rule_line(state: RuleState, usage: Usage) -> tuple[str, float]:
    """The colour and the width of an inference's arrow."""
    return ARROWS[state] if usage is Usage.IN_USE else OFF


def arrives(state: RuleState, usage: Usage) -> bool:
    """Whether the arrow reaches its conclusion."""
    return usage is Usage.IN_USE and state is not RuleState.FAILS
