"""How many changes it takes to make advice hold or fall, in words."""

from collections import Counter

from models.language.messages import marked, message, plural, told
from models.language.words import listed
from models.schema.analysis import Flips
from models.schema.result import Status

SIZES = {2: marked("two"), 3: marked("three"), 4: marked("four")}


def directions(status: Status) -> tuple[Status, ...]:
    """Where a recommendation could go: to the other side, or from open to either."""
    return (Status.ACCEPTED, Status.REJECTED) if status is Status.OPEN else (status.opposite,)


def heading(status: Status, wanted: Status) -> str:
    """What stands over the sets of changes."""
    if status is Status.OPEN:
        return message("What would make it hold" if wanted is Status.ACCEPTED else "What would make it fall")
    return message("What would bring it back" if wanted is Status.ACCEPTED else "Nearest falls")


def effort(flips: Flips, wanted: Status) -> str:
    """How many changes it takes: "Falls if one changes alone or three change together in one of 6 ways."."""
    sets = flips.accepted if wanted is Status.ACCEPTED else flips.rejected
    if not sets and not flips.complete:
        return at_least(flips, wanted)
    if not sets:
        return message(
            "No change of assumptions can bring it back."
            if wanted is Status.ACCEPTED
            else "No change of assumptions can make it fall."
        )
    if wanted is Status.ACCEPTED:
        pattern = (
            marked("Holds if {ways}.") if flips.status is Status.OPEN else marked("Holds again if {ways}.")
        )
    else:
        pattern = marked("Falls if {ways}.")
    sizes = Counter(map(len, sets))
    return told(pattern, ways=listed((_size(size, number) for size, number in sorted(sizes.items())), "or"))


def at_least(flips: Flips, wanted: Status) -> str:
    """What is known where no set of changes was found: that few do not do it."""
    if not flips.tried:
        return message("Too tangled to be worked out.")
    number = flips.tried + 1
    return told(
        "It takes at least {number} changes to make it hold. Which ones is too much to work out."
        if wanted is Status.ACCEPTED
        else "It takes at least {number} changes to make it fall. Which ones is too much to work out.",
        number=message(SIZES[number]) if number in SIZES else number,
    )


def _size(size: int, number: int) -> str:
    together = message(SIZES[size]) if size in SIZES else size
    if number == 1:  # no plural, as a language that knows none would speak of one way out of one
        return message("one changes alone") if size == 1 else told("{size} change together", size=together)
    if size == 1:
        return told("any one of {number} changes", number=number)
    return told("{size} change together in one of {number} ways", number=number, size=together)


def not_shown(number: int) -> str:
    """How many more there are than are shown; empty where all are."""
    if number <= 0:
        return ""
    return plural("{number} more is not shown.", "{number} more are not shown.", number)
