"""What makes a workshop a record: where and with whom it was held, and what the room marked as decided."""

from datetime import datetime

from models.schema.grades import Stance, Verdict
from models.schema.value import FreeText, Identifier, Value

Key = tuple[str, ...]


class Listed(Value):
    """Something that a workshop keeps in a list, told apart by its key."""

    @property
    def key(self) -> Key:
        """What makes it this one and no other in its list."""
        raise NotImplementedError(type(self))


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

    @property
    def key(self) -> Key:
        return (self.id,)
