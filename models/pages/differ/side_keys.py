"""What can stand on one side of a comparison: the room, the source, a group in a round, a named state."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from operator import is_not

from models.language.messages import message, told
from models.language.naming import source_kind, the_source
from models.language.workshop.group_words import called, has_answered, round_inside, round_name
from models.language.workshop.lane_words import number_word
from models.schema.scenario import Scenario, baseline_scenario
from models.schema.snapshot import Snapshot
from models.schema.workshop import Group

HERE, BASELINE = "here", "baseline"
PAIR = 2


@dataclass(frozen=True)
class Side:
    """Something that can stand on one side: its key, its name, its scenario, and whether it is not revealed yet.

    `inside` is its name inside a sentence, where that is another. Of a group that voted, `divided` are the assumptions
    on which its people are split. Where there are several rounds, a `group` stands in its name beside its `round`.
    """

    key: str
    name: str
    scenario: Scenario
    hidden: bool = False
    inside: str = ""
    divided: frozenset[str] = frozenset()
    group: str = ""
    round: str = ""

    @property
    def spoken(self) -> str:
        """Its name inside a sentence."""
        return self.inside or self.name


def group_side(round_id: str, group: str) -> str:
    """The key of a group in a round."""
    return f"group:{round_id}:{group}"


def sides(snapshot: Snapshot) -> tuple[Side, ...]:
    """All that can be set side by side; the latest round comes first."""
    workshop = snapshot.workshop
    many = len(workshop.rounds) > 1
    kind = source_kind(snapshot.case)
    found = [
        Side(HERE, message("The room"), snapshot.scenario, inside=message("the room")),
        Side(
            BASELINE,
            told("The {kind}", kind=kind),
            baseline_scenario(snapshot.case),
            inside=the_source(snapshot.case),
        ),
    ]
    for item in reversed(workshop.rounds):
        for group in workshop.in_round(item.id):
            round_of = item.name if many else ""
            name = f"{group.name}, {round_name(item.name)}" if many else group.name
            divided = frozenset(
                count.id for count in (group.ballot.counts if group.ballot else ()) if count.is_split
            )
            key, hidden = group_side(item.id, group.id), not item.revealed
            found.append(
                Side(key, name, group.scenario, hidden, divided=divided, group=group.name, round=round_of)
            )
    found += [Side(f"stage:{stage.id}", stage.name, stage.scenario) for stage in workshop.stages]
    return tuple(found)


def chosen_sides(snapshot: Snapshot, known: Sequence[Side]) -> tuple[Side, Side]:
    """The two sides that somebody picked; in place of one that nobody picked, or that is gone, one of the opening."""
    by_key = {side.key: side for side in known}
    one, other = map(by_key.get, snapshot.view.sides)
    first, second = (by_key[key] for key in opening(snapshot))
    if one is None:
        one = second if other is first else first
    if other is None:
        other = first if one is second else second
    return one, other


def opening(snapshot: Snapshot) -> tuple[str, str]:
    """What stands side by side at first: the two groups of a round that differ most, or the source and what there is.

    The round is the one that is looked at, or the last that is revealed: of others the room knows no answers.
    """
    groups = _revealed(snapshot)
    keys = [group_side(group.round, group.id) for group in groups]
    if len(keys) < PAIR:
        return (BASELINE, keys[0]) if keys else (HERE, BASELINE)
    stances = [[group.scenario.stance_of[item.id] for item in snapshot.assumptions] for group in groups]
    pairs = combinations(range(len(groups)), PAIR)
    one, other = max(pairs, key=lambda pair: sum(map(is_not, *(stances[place] for place in pair))))
    return keys[one], keys[other]


def in_short(one: Side, other: Side) -> tuple[Side, Side]:
    """Both sides without the name of their round where there is but one, which `why_these` tells."""
    if not _round(one, other):
        return one, other
    short, as_short = (replace(side, name=side.group or side.name) for side in (one, other))
    return short, as_short


def _round(one: Side, other: Side) -> str:
    """The round of one side or of both; none where there is one round in all, or two here."""
    rounds = {side.round for side in (one, other) if side.round}
    return "".join(rounds) if len(rounds) == 1 else ""


def why_these(snapshot: Snapshot, one: Side, other: Side) -> str:
    """Why these two are side by side, where nobody picked them out of more, or else of which round they are."""
    groups = _revealed(snapshot)
    if not any(snapshot.view.sides) and len(groups) > PAIR:
        name = next(item.name for item in snapshot.workshop.rounds if item.id == groups[0].round)
        return told(
            "Of the {number} {groups} in {round}, these two differ most.",
            number=number_word(len(groups)),
            groups=called([group.name for group in groups]),
            round=round_inside(name),
        )
    name = _round(one, other)
    return told("As said in {round}.", round=round_inside(name)) if name else ""


def _revealed(snapshot: Snapshot) -> tuple[Group, ...]:
    """The groups that answered in the round that is looked at, or else in the last that is revealed."""
    workshop = snapshot.workshop
    rounds = [item.id for item in reversed(workshop.rounds)]
    for name in (snapshot.view.round, *rounds):
        groups = tuple(item for item in workshop.answers_in(name) if has_answered(item))
        if groups and workshop.is_revealed(name):
            return groups
    return ()
