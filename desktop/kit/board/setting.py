"""In which type the cards of a board are set, and how much they tell, by their width: the choices, the best first."""

from enum import IntEnum
from typing import NamedTuple

from desktop.base.theme import Look

CAUSE_LINES = 2
"""So many lines a cause takes, in cards of the usual width."""
SMALLEST = 10
"""The last type, in which cards are set if they fit in no other."""
AMPLE, SPACIOUS = (34, 28, 24), 300
"""The type of titles in the room where a case has so few cards that they are so wide, unscaled."""
FREE_LINES = 6
"""So many lines it may fill where no arguments stand under it."""
ENLARGED = 140
"""From this scale on titles are set smaller before causes go, as they are large enough to the eye."""


class Detail(IntEnum):
    """How much a card tells."""

    ARGUMENTS = 0
    CAUSE = 1
    TITLE = 2
    BARE = 3
    """Not even the verdict's word: the sign stands beside the title."""


class Setting(NamedTuple):
    """The type of titles, in unscaled pixels, and how much is told; in the room without codes."""

    title: int
    detail: Detail
    room: bool = False

    @property
    def tells_all_causes(self) -> bool:
        """Whether the cause of a card that did not move is told too: in the room only where few cards stand."""
        return not self.room or self.title in AMPLE

    @property
    def roomy(self) -> bool:
        """Whether it is set as on a large screen."""
        return self.title >= 20

    @property
    def cause(self) -> int:
        return max(11, int(self.title * 0.78))

    @property
    def verdict(self) -> int:
        return self.cause if self.room else 13 if self.roomy else 12 if self.title >= 14 else 11

    @property
    def head(self) -> int:
        if self.room:
            return max(20, round(self.title * 1.7))
        return 34 if self.roomy else max(19, self.title + 8)

    @property
    def inset(self) -> int:
        """The room left and right of the words."""
        return 16 if self.roomy else 10 if self.title >= 15 else 7 if self.title > 11 else 6

    @property
    def gap(self) -> int:
        """The room above the title and at the foot."""
        return 10 if self.roomy else 7 if self.title >= 15 else 3

    @property
    def most(self) -> int:
        """How many lines a cause may take, if free: over arguments what cards of all widths have room for."""
        return {Detail.ARGUMENTS: CAUSE_LINES, Detail.CAUSE: FREE_LINES}.get(self.detail, 0)


def settings(width: int, look: Look, room: bool) -> list[Setting]:
    told = (
        [
            *((size, Detail.CAUSE) for size in (AMPLE if width * 100 / look.scale >= SPACIOUS else ())),
            *((size, Detail.CAUSE) for size in (18, 17, 16, 15)),
            (18, Detail.TITLE),
        ]
        if room
        else _told(width * 100 / look.scale, look.scale)
    )
    told += [(size, Detail.TITLE) for size in (17, 16, 15, 14, 13, 12)]
    told += [(size, Detail.BARE) for size in (13, 12, 11, SMALLEST)]
    return [Setting(size, detail, room) for size, detail in told]


def _told(width: float, scale: int) -> list[tuple[int, Detail]]:
    large = [24] if width >= 340 else []
    large += [20] if width >= 240 else []
    told = [(size, detail) for size in large for detail in (Detail.ARGUMENTS, Detail.CAUSE)]
    told.append((17, Detail.ARGUMENTS))
    enlarged = (12, 11) if scale >= ENLARGED else ()
    return [*told, *((size, Detail.CAUSE) for size in (17, 16, 15, 14, 13, *enlarged))]
