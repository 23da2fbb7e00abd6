"""How blocks one below the other share a height: each its least, then what it would like, then what is left."""

from collections.abc import Sequence
from typing import NamedTuple


class Claim(NamedTuple):
    """What a block needs at least and would like, and how much it takes of what is left once all have that.

    `more` is how much higher than it would like it can become to good use, before anything is left.
    """

    least: int
    natural: int
    share: int = 0
    more: int = 0


def dealt(height: int, claims: Sequence[Claim]) -> list[int]:
    """The heights for blocks in a height; never less than their least, so that all may be more than it."""
    free = max(0, height - sum(claim.least for claim in claims))
    needs = [max(0, claim.natural - claim.least) for claim in claims]
    given = _parts(min(free, sum(needs)), needs)
    more = [claim.more for claim in claims]
    grown = _parts(min(free - sum(given), sum(more)), more)
    rest = _parts(free - sum(given) - sum(grown), [claim.share for claim in claims])
    return [claim.least + sum(parts) for claim, *parts in zip(claims, given, grown, rest, strict=True)]


def _parts(whole: int, weights: Sequence[int]) -> list[int]:
    """A whole in parts after weights, without a remainder lost."""
    total, parts, given, passed = sum(weights), [], 0, 0
    for weight in weights:
        passed += weight
        upto = whole * passed // total if total else 0
        parts.append(upto - given)
        given = upto
    return parts
