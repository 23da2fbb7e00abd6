"""The Boolean algebras that the evaluator runs on; what it computes depends on what flows through it."""

from functools import lru_cache
from typing import Protocol, TypeVar

T = TypeVar("T")


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


@lru_cache(maxsize=64)
def truth_column(index: int, variables: int) -> int:
    """The column of variable `index` over all 2**variables settings; bit k is bit `index` of k."""
    half = 1 << index
    block = ((1 << half) - 1) << half
    repeats = ((1 << (1 << variables)) - 1) // ((1 << 2 * half) - 1)
    return block * repeats
