"""What can stand on one side of a comparison: the room, the source, a group in a round, a named state."""

from dataclasses import dataclass

from models.language.messages import message, told
from models.language.naming import source_kind, the_source
from models.language.workshop.group_words import round_name
from models.schema.scenario import Scenario, baseline_scenario
from models.schema.snapshot import Snapshot

HERE, BASELINE = "here", "baseline"


@dataclass(frozen=True)
class Side:
    """Something that can stand on one side: its key, its name, its scenario, and whether it is not revealed yet.

    `inside` is its name inside a sentence, where that is another. Of a group that voted, `divided` are the assumptions
    on which its people are split.
    """

    key: str
    name: str
    scenario: Scenario
    hidden: bool = False
    inside: str = ""
    divided: frozenset[str] = frozenset()

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
            name = f"{group.name}, {round_name(item.name)}" if many else group.name
            divided = frozenset(
                count.id for count in (group.ballot.counts if group.ballot else ()) if count.is_split
            )
            key, hidden = group_side(item.id, group.id), not item.revealed
            found.append(Side(key, name, group.scenario, hidden, divided=divided))
    found += [Side(f"stage:{stage.id}", stage.name, stage.scenario) for stage in workshop.stages]
    return tuple(found)
