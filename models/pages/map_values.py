"""The values of the argument map's words, the same for screen, clipboard and paper."""

from enum import StrEnum

from models.language.values import Mark
from models.schema.case import Kind, Stance, Verdict
from models.schema.result import RuleState, Status, Usage
from models.schema.value import Answer


class MapNode(Answer):
    """One statement on the map, with its state in a word short enough for its box."""

    id: str
    code: str
    mark: Mark
    status: Status
    word: str
    stance: Stance | None = None
    verdict: Verdict | None = None
    kind: Kind | None = None
    core: bool = False


class MapRule(Answer):
    """One inference on the map."""

    id: str
    kind: Kind
    opposes: bool
    state: RuleState
    usage: Usage
    mark: Mark


class MapTip(Answer):
    """What is said of a thing on the map: a heading, what it says, and why it is as it is."""

    heading: str
    text: str
    state: str

    @property
    def lines(self) -> tuple[str, ...]:
        """All of it, from top to bottom."""
        return tuple(part for part in (self.heading, self.text, self.state) if part)


class KeyLine(StrEnum):
    """The lines of the map that the key explains."""

    AGAINST = "against"
    NEGATED = "negated"


class MapKeyEntry(Answer):
    """What a shape or a line of the map means."""

    text: str
    mark: Mark | None = None
    kind: Kind | None = None
    line: KeyLine | None = None


class OutlineRow(Answer):
    """One row of the outline; `statement` is what selecting it picks, and only one row is its `home`."""

    text: str
    word: str = ""
    mark: Mark = Mark.PLAIN
    stance: Stance | None = None
    verdict: Verdict | None = None
    statement: str = ""
    home: bool = False
    children: tuple["OutlineRow", ...] = ()
