"""A spreadsheet of ballots as counts: one row a person, one column an assumption, as forms export them.

What is none of that is either a column that the case does not know, such as a time stamp or a name, which is left out
and told, or a cell that means no answer: then nothing of the file is taken, and every such cell is named.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from models.gathering.cells import Rows, letters
from models.language.messages import marked, spellings
from models.language.words import listed
from models.language.workshop.ballot_words import plain, said, wanted
from models.language.workshop.group_words import STANCES
from models.schema.case import Assumption, Case
from models.schema.grades import Stance
from models.schema.problem import Problem, Refused, Severity, phrase
from models.schema.workshop import Ballot, Count
from models.store.files import refusal, spelled

GROUPED = marked("table, group, team", "what heads a column of groups")
BEFORE = marked("your, which, the", "before a word for a group")
MOST_GROUPS, LONGEST, NAMED = 100, 60, 6
ENOUGH = 200
"""So many problems are told; a file with more is the wrong file."""

Answers = Mapping[str, Stance]


class Sheet(NamedTuple):
    """The ballots of each group on a sheet; one without a name has all that name none."""

    ballots: tuple[tuple[str, Ballot], ...]
    remarks: tuple[Problem, ...] = ()


class Heads(NamedTuple):
    """What each column is about: an assumption's id or a group, by its place; and what is left out."""

    assumptions: Mapping[int, str]
    group: int | None
    others: tuple[str, ...]


def read_ballots(path: Path, rows: Rows, case: Case) -> Sheet:
    """The ballots on a sheet; raises Refused with everything that is wrong, by row and column."""
    first = next((place for place, row in enumerate(rows) if any(row)), None)
    if first is None:
        raise refusal(
            path,
            phrase("The spreadsheet is empty."),
            phrase("Check that the ballots are on its first sheet."),
        )
    heads = _heads(path, rows[first], case, first)
    problems: list[Problem] = []
    people: dict[str, list[Answers]] = defaultdict(list)
    for place, row in enumerate(rows[first + 1 :], start=first + 1):
        if any(row):
            answers = dict(_answers(path, row, place, heads.assumptions, case, problems))
            people[_group(heads, rows[first], row)].append(answers)
    if len(problems) > ENOUGH:
        rest = phrase("{number:,} more cells mean no answer.", number=len(problems) - ENOUGH)
        problems[ENOUGH:] = [Problem(file=spelled(path), what=rest, remedy=wanted())]
    if problems:
        raise Refused(*problems)
    if not people:
        raise refusal(
            path,
            phrase("There is no ballot under the head row."),
            phrase("Give every person a row."),
            first + 1,
        )
    if len(people) > MOST_GROUPS:
        raise refusal(
            path,
            phrase(
                "There are ballots of {number} groups; {most_groups} are taken at most.",
                number=len(people),
                most_groups=MOST_GROUPS,
            ),
        )
    return Sheet(
        tuple((name, counted_up(case, answers)) for name, answers in people.items()), _remarks(path, heads)
    )


def _heads(path: Path, row: Sequence[str], case: Case, place: int) -> Heads:
    exact = {at: found for at, head in enumerate(row) if (found := _named(case, head))}
    known = set(exact.values())
    loose = {at: found for at, head in enumerate(row) if at not in exact and (found := _meant(case, head))}
    about = dict(sorted({**exact, **{at: name for at, name in loose.items() if name not in known}}.items()))
    problems = list(_twice(path, about, case, place + 1))
    if not about:
        what = phrase("No column is headed by an assumption of the case.")
        remedy = phrase(
            "Head each by its code, name or text, such as “{code}”.", code=case.assumptions[0].code
        )
        problems.append(Problem(file=spelled(path), line=place + 1, what=what, remedy=remedy))
    if problems:
        raise Refused(*problems)
    group = next((at for at, head in enumerate(row) if at not in about and _is_group(head)), None)
    others = tuple(
        f"{letters(at)} ({spelled(head)[:LONGEST]})"
        for at, head in enumerate(row)
        if head and at not in about and at != group
    )
    return Heads(about, group, others)


def _twice(path: Path, about: Mapping[int, str], case: Case, line: int) -> Iterator[Problem]:
    for name, number in Counter(about.values()).items():
        if number > 1:
            item = case.by_id[name]
            columns = listed(letters(at) for at, found in about.items() if found == name)
            what = phrase(
                "Columns {columns} are all about {code}, {title}.",
                columns=columns,
                code=item.code,
                title=item.title,
            )
            remedy = phrase("Leave one of them, or head the others differently.")
            yield Problem(file=spelled(path), line=line, item=item.code, what=what, remedy=remedy)


def _named(case: Case, head: str) -> str:
    """The assumption that a head names, and nothing else: its code, name, text or id; or a grid's line in brackets."""
    grid = re.search(r"\[([^\[\]]+)\]\s*$", head)
    wanted = {plain(head), plain(grid[1]) if grid else ""} - {""}
    found = (item.id for item in case.assumptions if wanted & set(map(plain, _names(item))))
    return next(found, "")


def _names(item: Assumption) -> tuple[str, ...]:
    return (
        item.id,
        item.code,
        item.text,
        item.title,
        f"{item.code} {item.title}",
        f"{item.code} {item.text}",
    )


def _meant(case: Case, head: str) -> str:
    """The one assumption whose code begins or ends a head, or whose text stands in it."""
    words = [word.strip(".:;,()[]") for word in head.split()]
    ends = {words[0], words[-1]} if words else set()
    asked = plain(head)
    tests: tuple[Callable[[Assumption], bool], ...] = (
        lambda item: item.code in ends,
        lambda item: plain(item.text) in asked,
    )
    for test in tests:
        found = [item.id for item in case.assumptions if test(item)]
        if len(found) == 1:
            return found[0]
    return ""


def _is_group(head: str) -> bool:
    return _grouped().fullmatch(plain(head)) is not None


@cache
def _grouped() -> re.Pattern[str]:
    """How a column is headed that parts people by group, in any language."""
    before, words = (
        "|".join(sorted(re.escape(word) for listing in spellings(*said) for word in listing.split(", ")))
        for said in ((BEFORE, "before a word for a group"), (GROUPED, "what heads a column of groups"))
    )
    return re.compile(rf"(?:(?:{before}) )?({words})\b.{{0,40}}")


def _group(heads: Heads, head: Sequence[str], row: Sequence[str]) -> str:
    """What a person's group is called; a bare number is given the word of its column."""
    if heads.group is None or heads.group >= len(row):
        return ""
    name = row[heads.group]
    kind = _grouped().fullmatch(plain(head[heads.group]))
    return spelled(f"{kind[1].capitalize()} {name}" if kind and name.isdigit() else name)[:LONGEST].strip()


def _answers(
    path: Path,
    row: Sequence[str],
    place: int,
    about: Mapping[int, str],
    case: Case,
    problems: list[Problem],
) -> Iterator[tuple[str, Stance]]:
    for at, name in about.items():
        cell = row[at] if at < len(row) else ""
        stance = said(cell)
        if stance is not None:
            yield name, stance
        elif cell:
            item = case.by_id[name]
            shown = spelled(cell)[:LONGEST]
            what = phrase(
                "Row {place}, column {at} ({code}, {title}): “{shown}” is no answer.",
                place=place + 1,
                at=letters(at),
                code=item.code,
                title=item.title,
                shown=shown,
            )
            problems.append(
                Problem(file=spelled(path), line=place + 1, column=at + 1, what=what, remedy=wanted())
            )


def counted_up(case: Case, people: Sequence[Answers]) -> Ballot:
    """How many said what, for each assumption that anybody answered."""
    counts = []
    for item in case.assumptions:
        found = Counter(answers[item.id] for answers in people if item.id in answers)
        if found:
            holds, uncertain, fails = (found[stance] for stance in STANCES)
            counts.append(Count(id=item.id, holds=holds, uncertain=uncertain, fails=fails))
    return Ballot(heads=len(people), counts=tuple(counts))


def _remarks(path: Path, heads: Heads) -> tuple[Problem, ...]:
    """That columns were left out, so that a misspelt head is noticed."""
    if not heads.others:
        return ()
    one, columns = len(heads.others) == 1, listed(heads.others, limit=NAMED)
    what = phrase(
        "Column {columns} was left out: about no assumption of the case."
        if one
        else "Columns {columns} were left out: about no assumption of the case.",
        columns=columns,
    )
    return (Problem(severity=Severity.REMARK, file=spelled(path), what=what),)
