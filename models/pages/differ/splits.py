"""What groups differ on, in the order in which it is worth talking about, and what all agree on."""

from dataclasses import dataclass

from models.pages.differ.said import Said, said
from models.schema.case import Assumption
from models.schema.standing import Standing

LARGE = 3
"""So many assumptions stand large: what to talk about."""


@dataclass(frozen=True)
class Split:
    """One assumption as the groups see it: what depends on it, and what they say of it.

    It is `idle` where it can decide nothing, alone or together, whatever is taken of all else. What groups differ on
    may matter to nothing given what they agree on, and yet not be idle.
    """

    item: Assumption
    matters_to: tuple[str, ...]
    said: Said
    idle: bool = False

    @property
    def rank(self) -> tuple[bool, bool, float, int]:
        """What comes first: what matters, then splits, by how much depends on them and how split the groups are."""
        matters = len(self.matters_to)
        return not matters, not self.said.is_split, -matters * self.said.share, -matters


def splits(standing: Standing) -> list[Split]:
    """The assumptions on which somebody differs, by how much depends on them and how split the groups are."""
    found = (
        {item.id: item.matters_to for item in standing.disagreements.items} if standing.disagreements else {}
    )
    known, idle = said(standing), _idle(standing)
    items = [
        Split(item=item, matters_to=found.get(item.id, ()), said=known[item.id], idle=item.id in idle)
        for item in standing.assumptions
        if item.id in standing.differing
    ]
    return sorted(items, key=lambda split: split.rank)


def talk_about(standing: Standing) -> list[Assumption]:
    """What to talk about: the assumptions on which advice depends most and the groups are most split."""
    return [split.item for split in splits(standing) if split.matters_to and split.said.is_split][:LARGE]


def parked_splits(standing: Standing) -> list[Split]:
    """What can decide no advice, alone or together, in any setting: what groups differ on first. None until known."""
    if standing.disagreements is None:
        return []
    return [split for split in (*splits(standing), *agreed(standing)) if split.idle]


def agreed(standing: Standing) -> list[Split]:
    """What all agree on, with the advice that could depend on it: all of it while that is not known."""
    found = standing.disagreements.can_decide if standing.disagreements else {}
    every = tuple(item.id for item in standing.case.recommendations)
    known, idle = said(standing), _idle(standing)
    return [
        Split(
            item=item,
            matters_to=found.get(item.id, every),
            said=known[item.id],
            idle=item.id in idle,
        )
        for item in standing.assumptions
        if item.id not in standing.differing
    ]


def _idle(standing: Standing) -> frozenset[str]:
    found = standing.disagreements
    return (
        frozenset(name for name, advice in found.can_decide.items() if not advice) if found else frozenset()
    )
