"""How groups and what they say are named in sentences: a minority is always told beside its majority."""

import re
from collections.abc import Iterable, Sequence

from models.language.words import listed
from models.schema.case import Stance, Verdict
from models.schema.workshop import Count, Group

NUMBERED = re.compile(r"(Table|Group|Team|Room) (\d+)")
NAMED, COUNTED = 5, 3
STANCES = (Stance.HOLDS, Stance.UNCERTAIN, Stance.FAILS)
SAYING = {
    Stance.HOLDS: ("says it holds", "say it holds"),
    Stance.FAILS: ("says it fails", "say it fails"),
    Stance.UNCERTAIN: ("is unsure", "are unsure"),
    Stance.AS_ARGUED: ("takes it as argued", "take it as argued"),
}
LEANING = {
    Stance.HOLDS: "leans to holds",
    Stance.FAILS: "leans to fails",
    Stance.UNCERTAIN: "is mostly unsure",
    Stance.AS_ARGUED: "leans to what is argued",
}
BECOMES = {
    Verdict.HOLDS: ("holds", "hold"),
    Verdict.FEWER: ("holds on fewer arguments", "hold on fewer arguments"),
    Verdict.OPEN: ("is open", "are open"),
    Verdict.NOT_NEEDED: ("is no longer needed", "are no longer needed"),
    Verdict.NOT_WORKABLE: ("is no longer workable", "are no longer workable"),
    Verdict.NO_STANDING: ("is not ours to do", "are not ours to do"),
    Verdict.OVERRULED: ("is overruled", "are overruled"),
    Verdict.INCOMPLETE: ("is incomplete", "are incomplete"),
    Verdict.UNSUPPORTED: ("has no argument left", "have no argument left"),
}


def group_names(names: Sequence[str]) -> str:
    """Groups as they are spoken of: "Tables 1 and 2", "Table 1, Asia desk and 3 more"."""
    found = [NUMBERED.fullmatch(name) for name in names]
    words = {match[1] for match in found if match}
    if len(names) > 1 and all(found) and len(words) == 1:
        return f"{words.pop()}s {listed(match[2] for match in found if match)}"
    return listed(names, limit=NAMED)


def called(names: Iterable[str], number: int = 2) -> str:
    """What this many of them are called: "tables" where every name says so, else "groups"."""
    known = list(names)
    word = "table" if known and all(name.casefold().startswith("table") for name in known) else "group"
    return word if number == 1 else f"{word}s"


def saying(stance: Stance, number: int) -> str:
    """That one or several say an assumption to be so."""
    return SAYING[stance][number > 1]


def becoming(verdict: Verdict, number: int) -> str:
    """What becomes of one or several recommendations."""
    return BECOMES[verdict][number > 1]


def answers(group: Group, assumption: str) -> Count | None:
    """How a group's ballots stand on an assumption, with no answers where nobody gave one; None without ballots."""
    if group.ballot is None:
        return None
    return group.ballot.of.get(assumption) or Count(id=assumption)


def missing(group: Group, count: Count) -> int:
    """How many in the group did not answer."""
    return (group.ballot.heads if group.ballot else count.answered) - count.answered


def said(groups: Sequence[Group], assumption: str) -> str:
    """Who says what on an assumption: the groups with one stance, then every ballot with its minority.

    Where names would fill the line, those of the largest side are counted, and the others come first.
    """
    ballots = [(group, count) for group in groups if (count := answers(group, assumption)) is not None]
    sides: dict[Stance, list[str]] = {stance: [] for stance in Stance}
    for group in groups:
        if group.ballot is None:
            sides[group.scenario.stance_of[assumption]].append(group.name)
    told = [(stance, names, group_names(names)) for stance, names in sides.items() if names]
    largest = max(told, key=lambda side: len(side[1]), default=None)
    if largest is not None and len(largest[1]) > COUNTED and _is_a_list(largest[1]):
        stance, names, _ = largest
        others = f"{len(names)} {'others' if len(told) > 1 else called(names)}"
        told = [*(side for side in told if side is not largest), (stance, names, others)]
    sentences = [f"{words} {saying(stance, len(names))}." for stance, names, words in told]
    return " ".join(
        (*sentences, *(f"{group.name} {ballot_words(group, count)}." for group, count in ballots))
    )


def _is_a_list(names: Sequence[str]) -> bool:
    """Whether names are told one by one rather than by their numbers."""
    return not all(map(NUMBERED.fullmatch, names))


def ballot_words(group: Group, count: Count) -> str:
    """How a group's ballots came out: "leans to holds, 5 of 7; 1 is unsure and 1 says it fails; …"."""
    stance = group.scenario.stance_of[count.id]
    if not count.answered:
        return f"gave no answer, so it counts as in the case: {stance.value}"
    lost = missing(group, count)
    silent = f"; {lost} did not answer" if lost else ""
    ways = [way for way in STANCES if count.of(way)]
    if len(ways) == 1:
        everybody = f"all {count.answered}" if count.answered > 1 else "1 person"
        return f"{saying(ways[0], 1)}, {everybody}{' who answered' if lost else ''}{silent}"
    if 2 * count.of(stance) <= count.answered:
        return f"is split: {listed(_people(count.of(way), way) for way in ways)}{silent}"
    rest = listed(_people(count.of(way), way) for way in ways if way is not stance)
    return f"{LEANING[stance]}, {count.of(stance)} of {count.answered}; {rest}{silent}"


def _people(number: int, way: Stance) -> str:
    """So many people with what they say: "2 say it holds", "1 is unsure"."""
    return f"{number} {saying(way, number)}"


def counts(count: Count) -> str:
    """The answers as figures, in the order hold, uncertain, fail: "5 · 1 · 1"."""
    return f"{count.holds} · {count.uncertain} · {count.fails}" if count.answered else "no answer"
