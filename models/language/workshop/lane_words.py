"""How groups stand to one assumption in words: who says what, who moved, and a letter for each group."""

from collections.abc import Mapping, Sequence

from models.analyses.evaluated import evaluated
from models.language.states import clause, short
from models.language.words import listed
from models.language.workshop.group_words import answers, called, group_names
from models.schema.case import Case, Stance, Verdict
from models.schema.result import Status
from models.schema.scenario import Scenario
from models.schema.standing import Standing
from models.schema.workshop import Count, Group

STANCES = (Stance.HOLDS, Stance.UNCERTAIN, Stance.FAILS)
SAYS = {
    Stance.HOLDS: ("says it holds", "say it holds"),
    Stance.UNCERTAIN: ("is unsure", "are unsure"),
    Stance.FAILS: ("says it fails", "say it fails"),
    Stance.AS_ARGUED: ("takes it as argued", "take it as argued"),
}
MOST_NAMED = 3
NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def number_word(number: int) -> str:
    """A number as it is spoken where it is small."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


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


def lane(stance: Stance) -> int:
    """The lane of a stance; what neither holds nor fails is in the middle."""
    return STANCES.index(stance) if stance in STANCES else STANCES.index(Stance.UNCERTAIN)


def tally_of(group: Group, assumption: str) -> tuple[int, int, int] | None:
    """Its paper votes: hold, unsure, fail; None for a group that did not vote on paper."""
    count = answers(group, assumption)
    return (count.holds, count.uncertain, count.fails) if count is not None and count.answered else None


def who_says_what(case: Case, groups: Sequence[Group], assumption: str) -> str:
    """Who says what in one sentence, the votes of people after the groups: "Table 1 says it holds; of 7 people …"."""
    lanes = [(group, lane_of(case, group, assumption)) for group in groups]
    sides = [[group for group, at in lanes if at == lane] for lane in range(len(STANCES))]
    told = [_side(side, stance, len(groups)) for side, stance in zip(sides, STANCES, strict=True) if side]
    first = listed(told) or "nobody has answered"
    people = [
        f"of {count.answered} people at {group.name}, {ballot_said(count)}"
        for group in groups
        if (count := answers(group, assumption)) and len([s for s in STANCES if count.of(s)]) > 1
    ]
    many = f"people differ at {number_word(len(people))} {called(group.name for group in groups)}"
    return f"{'; '.join((first[:1].upper() + first[1:], *(people if len(people) < MOST_NAMED else [many])))}."


def ballot_said(count: Count) -> str:
    """How paper votes came out: "5 say it holds, 1 is unsure and 1 says it fails"."""
    ways = ((count.of(stance), SAYS[stance]) for stance in STANCES)
    return listed(f"{number} {words[number > 1]}" for number, words in ways if number)


def moved_words(moves: Mapping[str, tuple[Stance, Stance]], names: Mapping[str, str]) -> str:
    """Who moved on an assumption since the round before: "Table 2 moved from fails to holds."."""
    if len(moves) > MOST_NAMED:
        return f"{number_word(len(moves)).capitalize()} {called(names.values())} moved."
    ways: dict[tuple[Stance, Stance], list[str]] = {}
    for group, way in moves.items():
        ways.setdefault(way, []).append(names[group])
    told = (
        f"{group_names(found)} moved from {short(one)} to {short(other)}."
        for (one, other), found in ways.items()
    )
    return " ".join(told)


def stance_moves(standing: Standing) -> list[str]:
    """What each group moved on since the round before: "Table 2 moved “Arsenal is kept” from fails to holds."."""
    found = standing.moves
    told = []
    for item in standing.groups if found else ():
        ways: dict[tuple[Stance, Stance], list[str]] = {}
        for move in found.stances if found else ():
            if move.group == item.group.id:
                title = standing.case.by_id[move.id].title
                ways.setdefault((move.before, move.after), []).append(f"“{title}”")
        parts = [
            f"{listed(names)} from {short(one)} to {short(other)}" for (one, other), names in ways.items()
        ]
        told += [f"{item.group.name} moved {listed(parts)}."] if parts else []
    return told


def verdict_moves(standing: Standing) -> list[str]:
    """Which recommendations end otherwise for a group than in the round before."""
    told = []
    for item in standing.groups if standing.moves else ():
        ways: dict[Verdict, list[str]] = {}
        for move in standing.moves.verdicts if standing.moves else ():
            if move.group == item.group.id:
                ways.setdefault(move.after, []).append(f"“{standing.case.by_id[move.id].title}”")
        parts = [f"{listed(names, limit=3)} {clause(verdict, len(names))}" for verdict, names in ways.items()]
        told += [f"For {item.group.name}, {listed(parts)} now."] if parts else []
    return told


def came_and_left(standing: Standing) -> list[str]:
    """Who is new in a round, and who is not in yet."""
    found = standing.moves
    if found is None:
        return []
    before = {group.id: group.name for group in standing.workshop.in_round(found.earlier)}
    came = [standing.of[name].group.name for name in found.came]
    left = [before[name] for name in found.left]
    told = [f"{group_names(came)} {'is' if len(came) == 1 else 'are'} new."] if came else []
    return told + ([f"{group_names(left)} {'is' if len(left) == 1 else 'are'} not in yet."] if left else [])


def letters(names: Sequence[str]) -> dict[str, str]:
    """One or two signs for each group that tell it from the others: "Table 1" is 1, "North" N, "Nairobi" Na."""
    found: dict[str, str] = {}
    for name in names:
        last = name.split()[-1] if name.split() else "?"
        numbered = last[:3] if last.isdigit() else ""
        candidates = (numbered, name[:1].upper(), name[:2].capitalize(), *map(str, range(1, 100)))
        found[name] = next(sign for sign in candidates if sign and sign not in found.values())
    return found


def _side(side: Sequence[Group], stance: Stance, total: int) -> str:
    names = [group.name for group in side]
    says = SAYS[stance][len(names) > 1]
    if len(names) == total > 1:
        return f"{'both' if total == 2 else f'all {number_word(total)}'} {called(names)} {says}"
    if len(names) > MOST_NAMED:
        return f"{number_word(len(names))} {called(names)} {says}"
    return f"{group_names(names)} {says}"
