"""What charts are drawn from: load and doubt of Assumption-Based Planning, tornados, and what a room foresaw."""

from models.schema.result import Status
from models.schema.value import Answer, Identifier


class LoadPoint(Answer):
    """One assumption: its load in recommendations, and its vulnerability, the chance that it fails.

    `label` is its shortest name, for the chart.
    """

    id: Identifier
    code: str
    title: str
    label: str
    load: float
    vulnerability: float
    spoken: str


class Quadrant(Answer):
    """A quarter of the picture: what is in it, and what to do about it."""

    name: str
    advice: str


class LoadPicture(Answer):
    """All assumptions, what bears most first, and the lines that part the quadrants.

    The quadrants go from bearing to idle, and in each row from not in doubt to in doubt.
    """

    points: tuple[LoadPoint, ...]
    load_split: float
    doubt_split: float
    quadrants: tuple[Quadrant, Quadrant, Quadrant, Quadrant]
    load_axis: str
    doubt_axis: str

    @property
    def most(self) -> float:
        """The heaviest load."""
        return max((point.load for point in self.points), default=0.0)

    def planned_for(self) -> tuple[LoadPoint, ...]:
        """The points that bear load and are in doubt."""
        return tuple(
            point
            for point in self.points
            if point.load > self.load_split and point.vulnerability >= self.doubt_split
        )


class TornadoBar(Answer):
    """What the probability would be if one assumption failed for certain, or held for certain."""

    id: Identifier
    code: str
    title: str
    label: str
    if_fails: float
    if_holds: float
    fails_text: str
    holds_text: str


class Tornado(Answer):
    """The bars of one recommendation, longest first, round its probability as it stands."""

    id: Identifier
    title: str
    foot: str
    probability: float
    text: str
    bars: tuple[TornadoBar, ...]


class ForesightBar(Answer):
    """One recommendation: hands for holds, open and fails, what it came to, and whether most hands were right.

    `guess` and `answer` tell in words what most hands said and what came.
    """

    id: Identifier
    code: str
    title: str
    hands: tuple[int, int, int]
    status: Status
    right: str
    hit: bool
    spoken: str
    guess: str = ""
    answer: str = ""


class ForesightPicture(Answer):
    """The recommendations for which hands went up, what surprises most first.

    `ways` is what hands went up for, in words.
    """

    ways: tuple[str, str, str]
    bars: tuple[ForesightBar, ...]
