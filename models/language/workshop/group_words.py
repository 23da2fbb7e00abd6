"""How groups and what they say are named in sentences: a minority is always told beside its majority."""

import re
from collections.abc import Iterable, Sequence

from models.language.messages import marked, message, plural, told
from models.language.naming import quoted
from models.language.particles import fill
from models.language.states import said as standing
from models.language.states import sign
from models.language.words import in_turn, listed, uncapitalised
from models.schema.grades import Stance, Verdict
from models.schema.steps.group_steps import is_conflicted
from models.schema.workshop import Count, Group, Workshop

NUMBERED = re.compile(r"(\w+) (\d+)")
KINDS = {
    marked("Table"): marked("Tables {numbers}"),
    marked("Group"): marked("Groups {numbers}"),
    marked("Team"): marked("Teams {numbers}"),
    marked("Room"): marked("Rooms {numbers}"),
}
"""What numbered groups are called, each with how several are told together."""
ROUND = re.compile(r"Round (\d+)")
SEVERAL = re.compile(r"[^\W\d_](?<![isu])s$")
"""How a name of several ends in English: "Phones" does, "Table 1", "Paris" and "Congress" do not."""
NAMED = 5
STANCES = (Stance.HOLDS, Stance.UNCERTAIN, Stance.FAILS)
SAYING = {
    Stance.HOLDS: (marked("{who} says it holds"), marked("{who} say it holds")),
    Stance.FAILS: (marked("{who} says it fails"), marked("{who} say it fails")),
    Stance.UNCERTAIN: (marked("{who} is unsure"), marked("{who} are unsure")),
    Stance.AS_ARGUED: (marked("{who} takes it as argued"), marked("{who} take it as argued")),
}
ALL_SAYING = {
    Stance.HOLDS: marked("says it holds, {everybody}"),
    Stance.FAILS: marked("says it fails, {everybody}"),
    Stance.UNCERTAIN: marked("is unsure, {everybody}"),
}
LEANING = {
    Stance.HOLDS: marked("leans to holds, {most} of {answered}; {rest}"),
    Stance.FAILS: marked("leans to fails, {most} of {answered}; {rest}"),
    Stance.UNCERTAIN: marked("is mostly unsure, {most} of {answered}; {rest}"),
    Stance.AS_ARGUED: marked("leans to what is argued, {most} of {answered}; {rest}"),
}
LEFT_OUT = (
    (
        marked("{names} was saved earlier than what is here, by the clock of its computer: it was left out."),
        marked(
            "{names} were saved earlier than what is here, by the clocks of their computers: they were left out."
        ),
    ),
    (
        marked("{names} was saved again after the round had been revealed: it was left out."),
        marked("{names} were saved again after the round had been revealed: they were left out."),
    ),
    (
        marked("{names} is a conflicted copy of a file: it was left out."),
        marked("{names} are conflicted copies of files: they were left out."),
    ),
)
"""What is told of a file, or several, that are left out until somebody takes them in."""


def group_names(names: Sequence[str]) -> str:
    """Groups as they are spoken of: "Tables 1 and 2", "Table 1, Asia desk and 3 more"."""
    found = [NUMBERED.fullmatch(name) for name in names]
    kinds = {match[1] for match in found if match}
    if len(names) > 1 and all(found) and len(kinds) == 1:
        patterns = {message(kind): pattern for kind, pattern in KINDS.items()}
        if pattern := patterns.get(kinds.pop()):
            return told(pattern, numbers=listed(match[2] for match in found if match))
    return listed(names, limit=NAMED)


def second_words(workshop: Workshop, first: Group, second: Group) -> str:
    """That a file came in for a group that is there; in which round, where that is not the latest."""
    names, who = {item.id: item.name for item in workshop.rounds}, first.name
    if first.round != workshop.rounds[-1].id:
        who = told("{group} in {round}", group=first.name, round=round_inside(names[first.round]))
    if first.file:
        return told("A second file came in for {group}: {file}. Both are kept.", group=who, file=second.file)
    pattern = marked("A file came in for {group}, which answered without one: {file}. Both are kept.")
    return told(pattern, group=who, file=second.file)


def left_out_words(workshop: Workshop, files: Sequence[str], limit: int) -> str:
    """Why groups' files were left out, a sentence for each reason; so many files are named in one."""
    latest = workshop.rounds[-1].id
    present = (
        {group.file for group in workshop.in_round(latest)} if workshop.is_revealed(latest) else set[str]()
    )
    copies = [file for file in files if is_conflicted(file)]
    again = [file for file in files if file in present and file not in copies]
    earlier = [file for file in files if file not in (*copies, *again)]
    found = zip((earlier, again, copies), LEFT_OUT, strict=True)
    return " ".join(
        told(patterns[len(names) > 1], names=listed(names, limit=limit)) for names, patterns in found if names
    )


def round_inside(name: str) -> str:
    """A round inside a sentence: "round 2", or by its own name."""
    if ROUND.fullmatch(name):
        return uncapitalised(round_name(name))
    return told("the round {name}", name=quoted(name))


def round_name(name: str) -> str:
    """A round by its name, or by its number in the language in force."""
    found = ROUND.fullmatch(name)
    return told("Round {number}", number=found[1]) if found else name


def called(names: Iterable[str], number: int = 2) -> str:
    """What this many of them are called: "tables" where every name says so, else "groups"."""
    known = list(names)
    tables = ("table", message("Table").casefold())
    if known and all(name.casefold().startswith(tables) for name in known):
        return message("table" if number == 1 else "tables")
    return message("group" if number == 1 else "groups")


def spoken_of_as(names: Sequence[str]) -> int:
    """How many the verb goes by: "Table 1 says", "Tables 1 and 2 say", and so do "Phones" and "The experts"."""
    return 2 if len(names) != 1 or SEVERAL.search(names[0].partition(",")[0]) else 1


def saying(who: str, stance: Stance, number: int) -> str:
    """That one or several say an assumption to be so, as a clause: "Table 1 says it holds"."""
    return told(SAYING[stance][number > 1], who=who)


def splitting(who: str, number: int) -> str:
    """That the people of one or several groups are split, as a clause: "Table 4 is split"."""
    return plural("{who} is split", "{who} are split", number, who=who)


def becoming(advice: str, verdict: Verdict, number: int) -> str:
    """What becomes of one or several recommendations, as a clause: "“Limit the arsenal” is no longer needed"."""
    if verdict is Verdict.HOLDS:
        return told("{advice} holds" if number == 1 else "{advice} hold", advice=advice)
    return standing(advice, verdict, number)


def answers(group: Group, assumption: str) -> Count | None:
    """How a group's ballots stand on an assumption, with no answers where nobody gave one; None without ballots."""
    if group.ballot is None:
        return None
    return group.ballot.of.get(assumption) or Count(id=assumption)


def has_answered(group: Group) -> bool:
    """Whether a group said anything: ballots may come in without one answer."""
    return group.ballot is None or any(count.answered for count in group.ballot.counts)


def ballot_words(group: Group, count: Count) -> str:
    """How a group's ballots came out: "leans to holds, 5 of 7; 1 is unsure and 1 says it fails; …"."""
    stance = group.scenario.stance_of[count.id]
    if not count.answered:
        usual = uncapitalised(sign(stance).word)
        return told("gave no answer, so it counts as in the case: {stance}", stance=usual)
    lost = (group.ballot.heads if group.ballot else count.answered) - count.answered
    answer = _answer(stance, count, lost)
    return told("{answer}; {number} did not answer", answer=answer, number=lost) if lost else answer


def _answer(stance: Stance, count: Count, lost: int) -> str:
    ways = [way for way in STANCES if count.of(way)]
    if len(ways) == 1:
        if lost:
            everybody = plural("1 person who answered", "all {number} who answered", count.answered)
        else:
            everybody = plural("1 person", "all {number}", count.answered)
        return told(ALL_SAYING[ways[0]], everybody=everybody)
    if count.is_split:
        return told("is split: {answers}", answers=people_saying(count))
    rest = in_turn(_people(count.of(way), way) for way in ways if way is not stance)
    return told(LEANING[stance], most=count.of(stance), answered=count.answered, rest=rest)


def people_saying(count: Count) -> str:
    """How paper votes came out: "5 say it holds, 1 is unsure and 1 says it fails"."""
    return in_turn(_people(count.of(way), way) for way in STANCES if count.of(way))


def _people(number: int, way: Stance) -> str:
    """So many people with what they say: "2 say it holds", "1 is unsure"."""
    return saying(fill(message("{number}", "people"), number=number), way, number)
