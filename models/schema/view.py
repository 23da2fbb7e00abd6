"""How the room looks at the state: the page, what is picked, every choice, phones that are let in; never undone."""

from datetime import datetime
from enum import StrEnum

from models.schema.value import Answer


class PageName(StrEnum):
    """The programme and the four questions, in the order of their tabs."""

    PROGRAMME = "programme"
    HOLDS = "holds"
    DEPENDS = "depends"
    DIFFER = "differ"
    WATCH = "watch"


class Picture(StrEnum):
    """The two pictures of what still holds."""

    BOARD = "board"
    MAP = "map"


class Outlook(StrEnum):
    """From where one change is looked at: from the scenario as it stands, or over all possible settings."""

    HERE = "here"
    EVERYWHERE = "everywhere"


class Order(StrEnum):
    """How the rows or columns of a page are ordered; positions change only when this does."""

    CASE = "case"
    LOAD = "load"


class ProgrammePart(StrEnum):
    """The parts of the programme."""

    AGENDA = "agenda"
    WALK = "walk"
    PREDICT = "predict"


class DependsPart(StrEnum):
    """The parts of what it depends on."""

    MATRIX = "matrix"
    CHANGES = "changes"
    RATINGS = "ratings"
    DOUBT = "doubt"
    READINGS = "readings"


class DifferPart(StrEnum):
    """The parts of where we differ."""

    GROUPS = "groups"
    SIDES = "sides"
    PREDICTIONS = "predictions"


class WatchPart(StrEnum):
    """The parts of what we watch."""

    SIGNPOSTS = "signposts"
    ACTIONS = "actions"
    IGNORED = "ignored"
    MINUTES = "minutes"


class View(Answer):
    """One way of looking. Empty names mean: nothing picked, all models, the present round, the first screen.

    `picked` is a statement's id. `sides` are two names of scenarios (a group's id, "here" or "baseline" or a
    stage's id), empty until somebody picks some; `ignored` are the recommendations that nobody follows in "if
    advice is ignored"; `unfolded` are ids of blocks, rows or sections that somebody opened; `ranked` is the order by
    load as it was when it was asked for, ids of assumptions and recommendations; `looking_back` shows what was
    before the last change.
    """

    page: PageName = PageName.HOLDS
    picked: str = ""
    picture: Picture = Picture.BOARD
    model: str = ""
    focus: bool = False
    outlook: Outlook = Outlook.HERE
    order: Order = Order.CASE
    ranked: tuple[str, ...] = ()
    programme: ProgrammePart = ProgrammePart.AGENDA
    depends: DependsPart = DependsPart.MATRIX
    differ: DifferPart = DifferPart.GROUPS
    watch: WatchPart = WatchPart.SIGNPOSTS
    screen: str = ""
    short_walk: bool = False
    round: str = ""
    sides: tuple[str, str] = ("", "")
    ignored: tuple[str, ...] = ()
    everything: bool = False
    unfolded: tuple[str, ...] = ()
    looking_back: bool = False


class Room(Answer):
    """What the room's screen does: whether it is open, blank or in the spotlight, and which part of a page it shows.

    `kept` is the view that it keeps while the laptop looks elsewhere; without one it follows.
    """

    is_open: bool = False
    kept: View | None = None
    blank: bool = False
    spotlight: bool = False
    part: int = 0


class Clock(Answer):
    """The time of day, and since when the present step of the agenda has been running; None while it is paused."""

    now: datetime | None = None
    since: datetime | None = None


class Phones(Answer):
    """What stands open. `code` is the address as a code for cameras: a row of signs a line, "1" where it is dark.

    Without a `network` this laptop alone reaches the page, as in a trial. `votes` are those of the `round` in which
    one came in last.
    """

    address: str
    network: str
    code: tuple[str, ...]
    round: str = ""
    votes: int = 0

    def votes_in(self, round_id: str) -> int:
        """How many have voted in a round; those of an earlier one are no votes in this."""
        return self.votes if self.round == round_id else 0
