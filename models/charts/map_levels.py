"""How high the boxes and passages of one column stand: as near as can be to what they are joined to, and apart."""

from collections.abc import Mapping, Sequence


def level(name: str, joined: Mapping[str, Sequence[str]], y: Mapping[str, float], otherwise: float) -> float:
    """The mean height of what something is joined to, as far as that has a height already."""
    found = [y[other] for other in joined.get(name, ()) if other in y]
    return sum(found) / len(found) if found else y.get(name, otherwise)


def settled(
    wanted: Sequence[float], heights: Sequence[float], gap: float, bounds: tuple[float, float]
) -> list[float]:
    """The centres nearest to the wanted ones, in the given order, a gap apart and within the bounds.

    Least squares under an order: boxes that would overlap are pooled and stand together about the mean of what
    they want (pool adjacent violators; Barlow and others, Statistical Inference under Order Restrictions, 1972).
    What does not fit the bounds begins at the upper one.
    """
    offsets = _offsets(heights, gap)
    if not offsets:
        return []
    total = offsets[-1] + heights[-1] / 2
    low, high = bounds[0], max(bounds[0], bounds[1] - total)
    pools: list[tuple[float, int]] = []
    for place, offset in zip(wanted, offsets, strict=True):
        mean, count = place - offset, 1
        while pools and pools[-1][0] >= mean:
            other, more = pools.pop()
            mean, count = (mean * count + other * more) / (count + more), count + more
        pools.append((mean, count))
    starts = [min(max(mean, low), high) for mean, count in pools for _ in range(count)]
    return [start + offset for start, offset in zip(starts, offsets, strict=True)]


def _offsets(heights: Sequence[float], gap: float) -> list[float]:
    """How far each centre stands below the top of the first box, where all stand close together."""
    offsets: list[float] = []
    used = 0.0
    for height in heights:
        offsets.append(used + height / 2)
        used += height + gap
    return offsets
