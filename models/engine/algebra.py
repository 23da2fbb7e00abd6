"""The Boolean algebras that the evaluator runs on; what it computes depends on what flows through it."""

from collections.abc import Sequence
from functools import lru_cache
from random import Random
from typing import Protocol, TypeVar

T = TypeVar("T")
CREDENCE_BITS = 32


class Algebra(Protocol[T]):
    """A Boolean algebra: two constants and three operations on elements of type T."""

    top: T
    bottom: T

    def meet(self, left: T, right: T) -> T:
        """Both."""

    def join(self, left: T, right: T) -> T:
        """Either."""

    def negate(self, element: T) -> T:
        """Not."""

    def throughout(self, element: T, where: T) -> bool | None:
        """Whether an element has nothing of another one, or else all of it; None if only some of it."""

    def depends(self, element: T, variable: T, where: T) -> bool:
        """Whether a variable, given as the element where it is true, makes a difference to an element.

        Only two settings that are both in `where` and differ in nothing else can show it.
        """


class Columns:
    """Sets of settings as Python integers: bit k of every element belongs to setting k of `count`."""

    bottom = 0

    def __init__(self, count: int) -> None:
        self.count = count
        self.top = (1 << count) - 1

    def meet(self, left: int, right: int) -> int:
        return left & right

    def join(self, left: int, right: int) -> int:
        return left | right

    def negate(self, element: int) -> int:
        return self.top ^ element

    def throughout(self, element: int, where: int) -> bool | None:
        within = element & where
        if not within:
            return False
        return True if within == where else None

    def depends(self, element: int, variable: int, where: int) -> bool:
        apart = (variable & -variable).bit_length() - 1
        return (element ^ element >> apart) & ~variable & where & where >> apart != 0


class Sample(Columns):
    """Columns that are only some of all settings, so that what makes no difference in them still might."""

    def depends(self, element: int, variable: int, where: int) -> bool:  # noqa: ARG002 - a sample cannot tell
        return element not in (self.top, self.bottom)


def at_least(algebra: Algebra[T], elements: Sequence[T], most: int) -> list[T]:
    """Where at least 0, 1, … up to `most` of the elements are so, by counting them one after the other."""
    counts = [algebra.top, *[algebra.bottom] * most]
    for element in elements:
        for number in range(most, 0, -1):
            counts[number] = algebra.join(counts[number], algebra.meet(counts[number - 1], element))
    return counts


@lru_cache(maxsize=64)
def truth_column(index: int, variables: int) -> int:
    """The column of variable `index` over all 2**variables settings; bit k is bit `index` of k."""
    length = 2 << index
    column = ((1 << length // 2) - 1) << length // 2
    while length < 1 << variables:
        column |= column << length
        length *= 2
    return column


def random_column(random: Random, count: int, credence: float) -> int:
    """A column that is true in each of `count` settings by itself with the given chance, to 32 binary digits.

    Digits are tossed from the last to the first: a one lets a toss add settings, a zero lets it take some
    away.
    """
    digits = round(credence * (1 << CREDENCE_BITS))
    if digits >> CREDENCE_BITS:
        return (1 << count) - 1
    column = 0
    for place in range(CREDENCE_BITS):
        if digits & ((2 << place) - 1):  # nothing is to be tossed before the last one
            toss = random.getrandbits(count)
            column = column | toss if digits >> place & 1 else column & toss
    return column
