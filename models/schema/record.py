"""What makes a workshop a record: where and with whom it was held, what was decided, and what is watched and done."""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from models.schema.grades import Stance, Verdict
from models.schema.value import FreeText, Identifier, Value

Key = tuple[str, ...]


class Listed(Value):
    """Something that a workshop keeps in a list, told apart by its key."""

    keyed_by: ClassVar[tuple[str, ...]] = ("id",)

    @property
    def key(self) -> Key:
        """What makes it this one and no other in its list."""
        return tuple(str(getattr(self, name)) for name in self.keyed_by)


def tell_apart(name: str, items: tuple[Listed, ...]) -> None:
    """Refuse a list in which two have one key."""
    keys = [item.key for item in items]
    if len(set(keys)) != len(keys):
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"{name} has {' / '.join(twice)} twice")


class Details(Value):
    """Where a workshop was held, when in its own words, who led it and who took part; how many groups are awaited."""

    place: FreeText = ""
    held: FreeText = ""
    led_by: FreeText = ""
    took_part: FreeText = ""
    awaited: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.awaited <= 1000:
            raise ValueError(f"{self.awaited} groups cannot be awaited")


class Decision(Listed):
    """What the room decided: a statement as it stood then, or a sentence of its own where `about` is empty.

    For an assumption `stance` is what it was taken to be, for a recommendation `verdict` what had become of it.
    """

    id: Identifier
    about: FreeText = ""
    text: FreeText = ""
    stance: Stance | None = None
    verdict: Verdict | None = None
    at: datetime | None = None


class WatchState(StrEnum):
    """What has been seen of a signpost."""

    NOT_SEEN = "not-seen"
    SOME_SIGNS = "some-signs"
    TRIPPED = "tripped"


class SentFile(Value):
    """A file that a group sent, by its name and by what was in it."""

    file: FreeText
    digest: FreeText = ""


class ActionKind(StrEnum):
    """Shaping keeps an assumption from failing; hedging prepares for its failure."""

    SHAPING = "shaping"
    HEDGING = "hedging"


class Signpost(Listed):
    """What the room knows of one signpost of an assumption, and who keeps an eye on it."""

    keyed_by = ("assumption", "text")

    assumption: Identifier
    text: FreeText
    state: WatchState = WatchState.NOT_SEEN
    owner: FreeText = ""
    on: date | None = None
    source: FreeText = ""


class Action(Listed):
    """A shaping or hedging action on an assumption, with who does it by when."""

    keyed_by = ("assumption", "kind", "text")

    assumption: Identifier
    kind: ActionKind
    text: FreeText
    owner: FreeText = ""
    on: date | None = None
