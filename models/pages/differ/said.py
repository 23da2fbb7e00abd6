"""What the groups say of each assumption, in words and as dots: worked out once for them, not at every toggle."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from models.language.messages import marked, message, spoken, told
from models.language.workshop.group_words import ballot_words
from models.language.workshop.lane_words import STANCES, Way, lane, lane_of, letters, tally_of, who_says_what
from models.language.workshop.move_words import moved_words
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.page import Dot
from models.schema.standing import Moves, Standing
from models.schema.value import Answer
from models.schema.workshop import Group

ARROWS, FEW, FEWER_ARROWS = 4, 6, 2
"""So many arrows leave the dots of a few groups to be seen, and so many those of more; a sentence tells the rest."""
HALF_A_GROUP, ONE_IN_FIVE = 0.5, 0.2
"""What is not on the largest side is a split where it comes to so much of a group, or of all: not one voice of ten."""
IN_LANE = marked("holds"), marked("is uncertain"), marked("fails")
KEPT = 8
"""Two rounds, for the window and as the room may see them, with some to spare."""


class Said(Answer, kw_only=False):
    """What the groups say of one assumption, each answer worked out when it is first asked for.

    A group is one, whether it is a file or the votes of ten people, and votes are parts of it.
    """

    case: Case
    groups: tuple[Group, ...]
    assumption: str
    moves: Mapping[str, Way]
    signs: Mapping[str, str]

    def get_ready(self) -> None:
        """Work out every answer, where nobody waits for it."""
        _ = self.words, self.moved, self.dots, self.spread

    @cached_property
    def words(self) -> str:
        """Who says what."""
        return who_says_what(self.case, self.groups, self.assumption, self.moves)

    @cached_property
    def moved(self) -> str:
        """Who moved since the round before."""
        return moved_words(self.moves, {group.id: group.name for group in self.groups})

    @property
    def told(self) -> str:
        """Who says what, and who moved where there are too many arrows to be drawn."""
        drawn = any(dot.came_from is not None for dot in self.dots)
        return f"{self.words} {self.moved}" if self.moves and not drawn else self.words

    @cached_property
    def dots(self) -> tuple[Dot, ...]:
        """The groups as dots in their lanes."""
        return tuple(_dots(self.case, self.groups, self.assumption, self.moves, self.signs))

    @cached_property
    def spread(self) -> tuple[float, float]:
        """How much is not on the largest side, in groups, and as a part of all who answered."""
        return _apart(self.case, self.groups, self.assumption)

    @property
    def share(self) -> float:
        """Which part of all who answered is not on the largest side."""
        return self.spread[1]

    @property
    def is_split(self) -> bool:
        """Whether enough of the groups differ for the room to argue about it."""
        apart, share = self.spread
        return apart >= HALF_A_GROUP or share >= ONE_IN_FIVE


def said(standing: Standing) -> Mapping[str, Said]:
    """What the groups say of every assumption, by its id."""
    groups = tuple(item.group for item in standing.groups)
    return _said(standing.case, groups, standing.moves, spoken())


@lru_cache(maxsize=KEPT)
def _said(case: Case, groups: tuple[Group, ...], moves: Moves | None, _language: str) -> Mapping[str, Said]:
    signs = letters([group.name for group in groups])
    return {item.id: Said(case, groups, item.id, _moves(moves, item.id), signs) for item in case.assumptions}


def _apart(case: Case, groups: Sequence[Group], assumption: str) -> tuple[float, float]:
    """How much is not on the largest side, in groups, and as a part of all who answered.

    One who answers for ten that did not is a tenth of a group.
    """
    sides = [0.0] * len(STANCES)
    for group in groups:
        tally, at = tally_of(group, assumption), lane_of(case, group, assumption)
        if tally and group.ballot:
            sides = [side + votes / group.ballot.heads for side, votes in zip(sides, tally, strict=True)]
        elif at is not None:
            sides[at] += 1
    apart, total = sum(sides) - max(sides), sum(sides)
    return apart, apart / total if total else 0.0


def _moves(moves: Moves | None, assumption: str) -> dict[str, Way]:
    found = moves.stances if moves else ()
    return {move.group: (move.before, move.after) for move in found if move.id == assumption}


def _dots(
    case: Case,
    groups: Sequence[Group],
    assumption: str,
    moves: Mapping[str, Way],
    signs: Mapping[str, str],
) -> Iterator[Dot]:
    arrows = len(moves) <= (ARROWS if len(groups) <= FEW else FEWER_ARROWS)
    for group in groups:
        at = lane_of(case, group, assumption)
        if at is None:
            continue
        before = moves.get(group.id)
        count = group.ballot.of.get(assumption) if group.ballot else None
        says = ballot_words(group, count) if count else message(IN_LANE[at])
        if group.scenario.stance_of[assumption] is Stance.AS_ARGUED:
            says = told("as argued, {says}", says=says)
        yield Dot(
            letter=signs[group.name],
            name=group.name,
            lane=at,
            tally=tally_of(group, assumption),
            came_from=lane(before[0]) if before and arrows else None,
            tip=f"{group.name}: {says}",
        )
