"""How groups stand to one assumption in words: who says what, how many doubt it, and a letter for each group."""

import re
from collections.abc import Collection, Sequence
from itertools import chain, count

from models.engine.evaluate import evaluated
from models.language.messages import marked, message, told
from models.language.states import sign
from models.language.words import in_turn, uncapitalised
from models.language.workshop.group_words import (
    answers,
    called,
    group_names,
    people_saying,
    saying,
    splitting,
    spoken_of_as,
)
from models.schema.case import Assumption, Case
from models.schema.grades import Stance
from models.schema.result import Status
from models.schema.scenario import Scenario
from models.schema.steps.workshop_steps import leaning
from models.schema.workshop import Group

STANCES = (Stance.HOLDS, Stance.UNCERTAIN, Stance.FAILS)
Way = tuple[Stance | None, Stance | None]
"""From which stance to which a group moved; None where its people are split."""
MOST_NAMED = 3
CROWD = 6
"""So many groups leave room for what the people of two of them say."""
BOTH = 2
NUMBERED = re.compile(r"(?:^|\s)(\d{1,3})\d*(?: \(([2-9])\))?$")
"""The number that a name ends with, and which of its files a group is."""
NUMBERS = (
    marked("no"),
    marked("one"),
    marked("two"),
    marked("three"),
    marked("four"),
    marked("five"),
    marked("six"),
    marked("seven"),
    marked("eight"),
    marked("nine"),
    marked("ten"),
    marked("eleven"),
    marked("twelve"),
)


def number_word(number: int) -> str:
    """A number as it is spoken where it is small."""
    return message(NUMBERS[number]) if number < len(NUMBERS) else str(number)


def lane_of(case: Case, group: Group, assumption: str) -> int | None:
    """The lane of a group on an assumption, as argued by what that comes to; None where nobody in it answered."""
    count = answers(group, assumption)
    if count is not None and not count.answered:
        return None
    return lane(result_of(case, group.scenario, assumption))


def result_of(case: Case, scenario: Scenario, assumption: str) -> Stance:
    """A scenario's stance on an assumption; where that is as argued, what it comes to."""
    stance = scenario.stance_of[assumption]
    if stance is not Stance.AS_ARGUED:
        return stance
    holds = evaluated(case, scenario).status_of[assumption] is Status.ACCEPTED
    return Stance.HOLDS if holds else Stance.UNCERTAIN


def lane(stance: Stance | None) -> int:
    """The lane of a stance; what neither holds nor fails is in the middle."""
    return STANCES.index(stance) if stance in STANCES else STANCES.index(Stance.UNCERTAIN)


def tally_of(group: Group, assumption: str) -> tuple[int, int, int] | None:
    """Its paper votes: hold, unsure, fail; None for a group that did not vote on paper."""
    count = answers(group, assumption)
    return (count.holds, count.uncertain, count.fails) if count is not None and count.answered else None


def who_says_what(case: Case, groups: Sequence[Group], assumption: str, moved: Collection[str] = ()) -> str:
    """Who says what in one sentence, the votes of people after the groups: "Table 1 says it holds; of 7 people …".

    Those that did not touch it in their file, nor `moved` since the round before, left it as the case has it.
    """
    sides, divided, left = _parted(case, groups, assumption, moved)
    told_of = [
        *(_side(side, stance, len(groups)) for side, stance in zip(sides, STANCES, strict=True) if side),
        *([splitting(_who(divided, len(groups)), spoken_of_as(_names(divided)))] if divided else ()),
        *([_left(left, left[0].scenario.stance_of[assumption], len(groups))] if left else ()),
    ]
    if not told_of:
        return message("Nobody has answered.")
    first = in_turn(told_of)
    argued = () if left or divided else _as_argued(sides, assumption, len(groups))
    first = "; ".join((first[:1].upper() + first[1:], *argued))
    return _with_people(first, groups, assumption)


def saying_otherwise(case: Case, groups: Sequence[Group], assumption: str, stance: Stance) -> str:
    """How many say of an assumption something else than it is taken to be: "Two of four tables say it fails."."""
    sides, divided, _ = _parted(case, groups, assumption)
    names = [group.name for group in groups]
    who = [(_many(side, names), _names(side), way) for side, way in zip(sides, STANCES, strict=True) if side]
    told_of = [saying(many, way, spoken_of_as(of)) for many, of, way in who if way is not stance]
    told_of += [splitting(_many(divided, names), spoken_of_as(_names(divided)))] if divided else []
    if not told_of:
        return ""
    first = in_turn(told_of)
    return told("{sides}.", sides=first[:1].upper() + first[1:])


def _many(side: Sequence[Group], names: Sequence[str]) -> str:
    """How many of all groups are of one mind, as the subject of a sentence."""
    if len(side) == len(names):
        return _who(side, len(names))
    number, total = number_word(len(side)), number_word(len(names))
    return told("{number} of {total} {groups}", number=number, total=total, groups=called(names))


def _parted(
    case: Case, groups: Sequence[Group], assumption: str, moved: Collection[str] = ()
) -> tuple[list[list[Group]], list[Group], list[Group]]:
    """Those that take each stance, those whose people are split, and those that left it as the case has it."""
    lanes = [(group, lane_of(case, group, assumption)) for group in groups]
    untouched = {
        group.id for group in groups if group.id not in moved and _untouched(case, group, assumption)
    }
    divided = [group for group in groups if leaning(group, assumption) is None]
    answered = [(group, at) for group, at in lanes if group.id not in untouched and group not in divided]
    sides = [[group for group, at in answered if at == lane] for lane in range(len(STANCES))]
    return sides, divided, [group for group in groups if group.id in untouched]


def _with_people(first: str, groups: Sequence[Group], assumption: str) -> str:
    """What groups say, and then what their people do: each where few differ, else where they do."""
    people = [
        (group, count)
        for group in groups
        if (count := answers(group, assumption)) and len([s for s in STANCES if count.of(s)]) > 1
    ]
    if not people or (len(people) < MOST_NAMED and len(groups) <= CROWD):
        said_of = [
            told(
                "of {number} people at {group}, {answers}",
                number=count.answered,
                group=group.name,
                answers=people_saying(count),
            )
            for group, count in people
        ]
        return told("{sides}.", sides="; ".join((first, *said_of, *_hardly_answered(groups, assumption))))
    if len(people) < MOST_NAMED:
        names = group_names([group.name for group, _ in people])
        return told("{sides}; people differ at {names}.", sides=first, names=names)
    return told(
        "{sides}; people differ at {number} {groups}.",
        sides=first,
        number=number_word(len(people)),
        groups=called(group.name for group in groups),
    )


def _hardly_answered(groups: Sequence[Group], assumption: str) -> list[str]:
    """The groups for which fewer than half of their people speak: "of 5 people at Table 4, 1 answered"."""
    found = [(group, count) for group in groups if (count := answers(group, assumption)) and count.answered]
    few = [
        told(
            "of {number} people at {group}, {answered} answered",
            number=group.ballot.heads,
            group=group.name,
            answered=count.answered,
        )
        for group, count in found
        if group.ballot and 2 * count.answered < group.ballot.heads
    ]
    return few if len(few) < MOST_NAMED else []


def letters(names: Sequence[str]) -> dict[str, str]:
    """A short sign for each group that no other has: "Table 1" is 1, "Table 1 (2)" 1b, "Nairobi" N or Na."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        initial, last = name[:1].upper() or "?", NUMBERED.search(name)
        numbered = last[1] + (chr(ord("a") + int(last[2]) - 1) if last[2] else "") if last else ""
        more = (f"{initial}{place}" for place in count(2))
        candidates = chain((numbered, initial, name[:2].capitalize()), more)
        found[name] = next(sign for sign in candidates if sign and sign not in taken)
        taken.add(found[name])
    return found


def _as_argued(sides: Sequence[Sequence[Group]], assumption: str, total: int) -> tuple[str, ...]:
    """Who takes as argued what the others settle alike: nothing else would tell what they differ on."""
    (side, *others) = [side for side in sides if side]
    argued = [group for group in side if group.scenario.stance_of[assumption] is Stance.AS_ARGUED]
    apart = not others and 0 < len(argued) < len(side)
    return (_side(argued, Stance.AS_ARGUED, total),) if apart else ()


def _untouched(case: Case, group: Group, assumption: str) -> bool:
    """Whether a group's file has the stance of the case; a reason written for it is private, and may not tell."""
    item = case.by_id[assumption]
    usual = isinstance(item, Assumption) and group.scenario.stance_of[assumption] is item.baseline
    return group.ballot is None and usual


def _left(groups: Sequence[Group], stance: Stance, total: int) -> str:
    """Who left an assumption as the case has it: they may have meant it, but nobody said so."""
    who = _who(groups, total)
    if stance is Stance.AS_ARGUED:
        return told("{who} left it as argued", who=who)
    return told("{who} left it at “{stance}”", who=who, stance=uncapitalised(sign(stance).word))


def _side(side: Sequence[Group], stance: Stance, total: int) -> str:
    return saying(_who(side, total), stance, spoken_of_as(_names(side)))


def _names(groups: Sequence[Group]) -> list[str]:
    return [group.name for group in groups]


def _who(side: Sequence[Group], total: int) -> str:
    """Groups of one mind, as the subject of a sentence."""
    names = [group.name for group in side]
    if len(names) == total == BOTH:
        return told("both {groups}", groups=called(names))
    if len(names) == total > 1:
        return told("all {number} {groups}", number=number_word(total), groups=called(names))
    if len(names) > MOST_NAMED:
        return told("{number} {groups}", number=number_word(len(names)), groups=called(names))
    return group_names(names)
