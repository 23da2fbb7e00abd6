"""What a table gives up where there is little room: its size, details, and the height of its rows, step by step."""

from functools import lru_cache

from models.schema.value import Answer

LARGER = (150, 135, 120, 110)
"""In percent, how much larger a table may become in front of a room that it would not fill."""
FLOOR, LAST, LEAST = 12.2, 10.4, 9.4
"""The smallest type in front of a room: as a rule, before a table comes in parts, and before columns are cut; 24, 21
and 19 px at 1080 lines."""


class Density(Answer, kw_only=False):
    """How much is given up: the scale in percent of the look's, details, rows somewhat or much lower than they like."""

    scale: float = 100
    details: bool = True
    squeezed: bool = False
    tight: bool = False


DENSE = Density(squeezed=True)
"""What is given up on the laptop before a table scrolls."""


@lru_cache(maxsize=2)
def densities_for(controls: bool) -> tuple[Density, ...]:
    """The steps on the laptop, and in front of a room, where the last one is for columns that would be cut."""
    if controls:
        return Density(), Density(tight=True), DENSE
    floor, last, least = (pixels / 13 * 100 for pixels in (FLOOR, LAST, LEAST))
    return (
        *(Density(larger) for larger in LARGER),
        Density(),
        Density(tight=True),
        Density(floor, tight=True),
        Density(floor, squeezed=True),
        Density(details=False),
        Density(details=False, squeezed=True),
        Density((100 + floor) / 2, details=False, squeezed=True),
        Density(floor, details=False, squeezed=True),
        Density(last, details=False, squeezed=True),
        Density(least, details=False, squeezed=True),
    )
