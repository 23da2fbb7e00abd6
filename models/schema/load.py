"""The picture of Assumption-Based Planning: what every assumption bears, and how vulnerable it is."""

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
    load_text: str
    vulnerability: float
    vulnerability_text: str
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
