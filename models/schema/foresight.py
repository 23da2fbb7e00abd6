"""What a room foresaw, as it is drawn: the hands for each recommendation, and what became of it."""

from models.schema.result import Status
from models.schema.value import Answer, Identifier


class ForesightBar(Answer):
    """One recommendation: hands for holds, open and fails, what it came to, and whether most hands were right."""

    id: Identifier
    code: str
    title: str
    hands: tuple[int, int, int]
    status: Status
    right: str
    hit: bool
    spoken: str


class ForesightPicture(Answer):
    """The recommendations for which hands went up, what surprises most first.

    `ways` is what hands went up for, in words; `rows` keeps room for recommendations to come.
    """

    ways: tuple[str, str, str]
    bars: tuple[ForesightBar, ...]
    rows: int = 0
