"""Who moved since the round before, in words: on which assumptions, and what that changed; who came and who left."""

from collections.abc import Mapping, Sequence

from models.language.messages import message, plural, told
from models.language.naming import quoted
from models.language.states import said, sign
from models.language.words import in_turn, listed, uncapitalised
from models.language.workshop.group_words import called, group_names, spoken_of_as
from models.language.workshop.lane_words import MOST_NAMED, Way, number_word
from models.schema.grades import Stance, Verdict
from models.schema.standing import Standing


def moved_words(moves: Mapping[str, Way], names: Mapping[str, str]) -> str:
    """Who moved on an assumption since the round before: "Table 2 moved from fails to holds."."""
    if len(moves) > MOST_NAMED:
        number = number_word(len(moves)).capitalize()
        return told("{number} {groups} moved.", number=number, groups=called(names.values()))
    ways: dict[Way, list[str]] = {}
    for group, way in moves.items():
        ways.setdefault(way, []).append(names[group])
    return " ".join(
        told("{groups} moved from {before} to {after}.", groups=group_names(found), **_way(*way))
        for way, found in ways.items()
    )


def _way(before: Stance | None, after: Stance | None) -> dict[str, str]:
    return {"before": _end(before), "after": _end(after)}


def _end(stance: Stance | None) -> str:
    """Where a group moved from, or to."""
    return message("a split vote") if stance is None else uncapitalised(sign(stance).short)


def stance_moves(standing: Standing) -> list[str]:
    """What each group moved on since the round before: "Table 2 moved “Arsenal is kept” from fails to holds."."""
    found = standing.moves
    sentences = []
    for item in standing.groups if found else ():
        ways: dict[Way, list[str]] = {}
        for move in found.stances if found else ():
            if move.group == item.group.id:
                title = standing.case.by_id[move.id].title
                ways.setdefault((move.before, move.after), []).append(quoted(title))
        parts = [
            told("{names} from {before} to {after}", names=listed(names), **_way(*way))
            for way, names in ways.items()
        ]
        if parts:
            sentences.append(told("{group} moved {parts}.", group=item.group.name, parts=in_turn(parts)))
    return sentences


def verdict_moves(standing: Standing) -> list[str]:
    """Which recommendations end otherwise for a group than in the round before."""
    sentences = []
    for item in standing.groups if standing.moves else ():
        ways: dict[Verdict, list[str]] = {}
        for move in standing.moves.verdicts if standing.moves else ():
            if move.group == item.group.id:
                ways.setdefault(move.after, []).append(quoted(standing.case.by_id[move.id].title))
        parts = [_ends(names, verdict) for verdict, names in ways.items()]
        if parts:
            sentences.append(
                told("Changed for {group}: {parts}.", group=item.group.name, parts="; ".join(parts))
            )
    return sentences


def _ends(names: Sequence[str], verdict: Verdict) -> str:
    """What recommendations come to after a move: what did not hold in the round before does not "still" hold."""
    together = listed(names, limit=3)
    if verdict is Verdict.HOLDS:
        return plural("{names} holds", "{names} hold", len(names), names=together)
    return said(together, verdict, len(names))


def came_and_left(standing: Standing) -> list[str]:
    """Who is new in a round, and who is not in yet, or did not answer before it was revealed."""
    found = standing.moves
    if found is None:
        return []
    before = {group.id: group.name for group in standing.workshop.in_round(found.earlier)}
    came = [standing.of[name].group.name for name in found.came]
    left = [before[name] for name in found.left]
    sentences = []
    if came:
        new = group_names(came)
        sentences.append(plural("{groups} is new.", "{groups} are new.", spoken_of_as(came), groups=new))
    if left and standing.workshop.is_revealed(standing.workshop.round):
        sentences.append(told("{groups} did not answer.", groups=group_names(left)))
    elif left:
        awaited = group_names(left)
        sentences.append(
            plural("{groups} is not in yet.", "{groups} are not in yet.", spoken_of_as(left), groups=awaited)
        )
    return sentences
