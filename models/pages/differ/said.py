"""What the groups say of each assumption, in words and as dots: worked out once for them, not at every toggle."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from models.language.group_words import ballot_words
from models.language.lane_words import (
    STANCES,
    lane,
    lane_of,
    letters,
    moved_words,
    tally_of,
    who_says_what,
)
from models.language.states import clause
from models.schema.case import Case, Stance
from models.schema.page import Dot
from models.schema.standing import Moves, Standing
from models.schema.value import Answer
from models.schema.workshop import Group

ARROWS, FEW, FEWER_ARROWS = 4, 6, 2
"""So many arrows leave the dots of a few groups to be seen, and so many those of more; a sentence tells the rest."""
KEPT = 8
"""Two rounds, for the window and as the room may see them, with some to spare."""


class Said(Answer):
    """What the groups say of one assumption: who says what, who moved, and how many are not on the largest side."""

    words: str
    moved: str
    moves: Mapping[str, tuple[Stance, Stance]]
    dots: tuple[Dot, ...]
    apart: int


def said(standing: Standing) -> Mapping[str, Said]:
    """What the groups say of every assumption, by its id."""
    return _said(standing.case, tuple(item.group for item in standing.groups), standing.moves)


@lru_cache(maxsize=KEPT)
def _said(case: Case, groups: tuple[Group, ...], moves: Moves | None) -> Mapping[str, Said]:
    names = {group.id: group.name for group in groups}
    signs = letters(list(names.values()))
    found = {}
    for item in case.assumptions:
        moved = _moves(moves, item.id)
        found[item.id] = Said(
            words=who_says_what(case, groups, item.id),
            moved=moved_words(moved, names),
            moves=moved,
            dots=tuple(_dots(case, groups, item.id, moved, signs)),
            apart=_apart(case, groups, item.id),
        )
    return found


def _apart(case: Case, groups: Sequence[Group], assumption: str) -> int:
    """How many groups are not on the largest side, and of paper votes those not on it too, as a part of one."""
    lanes = Counter(lane for group in groups if (lane := lane_of(case, group, assumption)) is not None)
    return sum(lanes.values()) - max(lanes.values(), default=0)


def _moves(moves: Moves | None, assumption: str) -> dict[str, tuple[Stance, Stance]]:
    found = moves.stances if moves else ()
    return {move.group: (move.before, move.after) for move in found if move.id == assumption}


def _dots(
    case: Case,
    groups: Sequence[Group],
    assumption: str,
    moves: Mapping[str, tuple[Stance, Stance]],
    signs: Mapping[str, str],
) -> Iterator[Dot]:
    arrows = len(moves) <= (ARROWS if len(groups) <= FEW else FEWER_ARROWS)
    for group in groups:
        at = lane_of(case, group, assumption)
        if at is None:
            continue
        before = moves.get(group.id)
        count = group.ballot.of.get(assumption) if group.ballot else None
        told = ballot_words(group, count) if count else clause(STANCES[at])
        if group.scenario.stance_of[assumption] is Stance.AS_ARGUED:
            told = f"as argued, {told}"
        yield Dot(
            letter=signs[group.name],
            name=group.name,
            lane=at,
            tally=tally_of(group, assumption),
            came_from=lane(before[0]) if before and arrows else None,
            tip=f"{group.name}: {told}",
        )
