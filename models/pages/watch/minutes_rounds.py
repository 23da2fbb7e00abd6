"""The rounds of a workshop as its minutes tell them: who stood where, who moved, and what to talk about."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum

from models.analyses.groups.standing import take_standing, with_disagreements
from models.language.messages import marked, message, plural, told
from models.language.naming import quoted
from models.language.states import sign
from models.language.words import in_turn, listed
from models.language.workshop.group_words import group_names, has_answered, round_name
from models.language.workshop.lane_words import STANCES, lane_of, tally_of
from models.language.workshop.move_words import came_and_left, stance_moves, verdict_moves
from models.pages.differ.said import said
from models.pages.differ.splits import parked_splits, splits
from models.pages.parts import with_tally
from models.schema.case import Case
from models.schema.grades import Verdict, Vote
from models.schema.page import Block, Column, Line, Page, Row, Sentences, Table, TextCell, Width
from models.schema.snapshot import Snapshot
from models.schema.standing import Standing
from models.schema.steps.workshop_steps import leaning
from models.schema.workshop import Group

NAME = "minutes"
IN_BRACKETS = marked("In brackets: votes for holds·unsure·fails.")
NOT_REVEALED = marked("This round has not been revealed to the room.")
ENDS_FOR = {
    Verdict.HOLDS: marked("still holds for {groups}"),
    Verdict.FEWER: marked("holds on fewer arguments for {groups}"),
    Verdict.OPEN: marked("is open for {groups}"),
    Verdict.NOT_NEEDED: marked("is no longer needed for {groups}"),
    Verdict.NOT_WORKABLE: marked("is no longer workable for {groups}"),
    Verdict.NO_STANDING: marked("is not ours to do for {groups}"),
    Verdict.OVERRULED: marked("is overruled for {groups}"),
    Verdict.INCOMPLETE: marked("is incomplete for {groups}"),
    Verdict.UNSUPPORTED: marked("has no argument left for {groups}"),
    Verdict.FALLS: marked("does not hold for {groups}"),
}


def rounds(snapshot: Snapshot) -> Iterator[Page]:
    """A page for each round in which anybody was, each followed by what that round leaves to talk about."""
    workshop = snapshot.workshop
    for item in workshop.rounds:
        shown = take_standing(snapshot.case, replace(workshop, round=item.id))
        if shown.groups:
            yield Page(
                name=NAME,
                title=round_name(item.name),
                lead=(
                    Line(text=_agreed(shown)),
                    *(() if item.revealed else (Line(text=message(NOT_REVEALED)),)),
                ),
                blocks=(*_stances(shown), *_apart(shown), *_moved(shown)),
            )
            if shown.differing:
                yield _differences(snapshot, with_disagreements(shown), round_name(item.name))


def _agreed(standing: Standing) -> str:
    apart, total = len(standing.differing), len(standing.assumptions)
    if len(standing.groups) == 1 and not apart:
        return told("There was only {group}.", group=standing.groups[0].group.name)
    if not apart:
        return told("Nobody differs on any of the {total} assumptions.", total=total)
    rest = total - apart
    if not rest:
        return told("They differ on all {total} assumptions.", total=total)
    return plural(
        "They differ on {number} assumption; on {rest} all take the same stance.",
        "They differ on {number} assumptions; on {rest} all take the same stance.",
        apart,
        rest=rest,
    )


def _stances(standing: Standing) -> tuple[Block, ...]:
    """Who takes which stance on what somebody differs on, and who is split; votes as hold · unsure · fail."""
    groups = [item.group for item in standing.groups]
    found = {split.item: _sides(standing.case, groups, split.item.id) for split in splits(standing)}
    divided = any(sides[-1] for sides in found.values())
    ways: tuple[Enum, ...] = (*STANCES, Vote.SPLIT) if divided else STANCES
    rows = []
    for item, sides in found.items():
        names = (", ".join(_named(group, item.id) for group in side) for side in sides[: len(ways)])
        cells = (
            TextCell(text=item.title, code=item.code),
            *(TextCell(text=text, lines=len(groups)) for text in names),
        )
        rows.append(Row(id=item.id, cells=cells))
    columns = (
        Column(id="assumption", title=message("Assumption")),
        *(
            Column(id=str(way.value), title=sign(way).word, sign=sign(way), width=Width.STRETCH)
            for way in ways
        ),
    )
    votes = any(group.ballot for group in groups)
    note = message(IN_BRACKETS if votes else "")
    return (Table(id="stances", columns=columns, rows=tuple(rows), note=note),) if rows else ()


def _sides(case: Case, groups: Sequence[Group], assumption: str) -> list[list[Group]]:
    """The groups that take each stance, and last those whose people are split."""
    divided = [group for group in groups if leaning(group, assumption) is None]
    lanes = [(group, lane_of(case, group, assumption)) for group in groups if group not in divided]
    return [*([group for group, at in lanes if at == lane] for lane in range(len(STANCES))), divided]


def _named(group: Group, assumption: str) -> str:
    return with_tally(group.name, tally_of(group, assumption))


def _apart(standing: Standing) -> tuple[Block, ...]:
    """The recommendations that end differently for different groups; none while verdicts are hidden."""
    rows = []
    for item in standing.case.recommendations if standing.workshop.asking is None else ():
        ways: dict[Verdict, list[str]] = {}
        for one in standing.groups:
            if not has_answered(one.group):
                continue
            ways.setdefault(one.evaluation.recommendation[item.id].verdict, []).append(one.group.name)
        if len(ways) > 1:
            ends = (told(ENDS_FOR[verdict], groups=group_names(names)) for verdict, names in ways.items())
            cells = (TextCell(text=item.title, code=item.code), TextCell(text="; ".join(ends), lines=4))
            rows.append(Row(id=item.id, cells=cells))
    columns = (
        Column(id="recommendation", title=message("Recommendation")),
        Column(id="ends", title=message("It ends differently"), width=Width.STRETCH),
    )
    return (Table(id="apart", columns=columns, rows=tuple(rows)),) if rows else ()


def _moved(standing: Standing) -> tuple[Block, ...]:
    """Who moved since the round before, and what that changed."""
    hidden = standing.workshop.asking is not None
    verdicts = [] if hidden else verdict_moves(standing)
    said = (*stance_moves(standing), *verdicts, *came_and_left(standing))
    return (Sentences(id="moves", lines=tuple(Line(text=text) for text in said)),) if said else ()


def _differences(snapshot: Snapshot, found: Standing, name: str) -> Page:
    """What to talk about after a round, and what can be parked."""
    of = said(found)
    rows, parked = [], [quoted(split.item.title) for split in parked_splits(found)]
    for split in splits(found):
        if not (split.matters_to and split.said.is_split):
            continue
        advice = in_turn(i.title for i in snapshot.case.recommendations if i.id in split.matters_to)
        cells = (
            TextCell(text=split.item.title, code=split.item.code),
            TextCell(text=of[split.item.id].words, lines=6),
            TextCell(text=advice, lines=6),
        )
        rows.append(Row(id=split.item.id, cells=cells))
    columns = (
        Column(id="assumption", title=message("Assumption")),
        Column(id="said", title=message("Who says what"), width=Width.STRETCH),
        Column(
            id="advice", title=message("Recommendations that can hold or fall with it"), width=Width.STRETCH
        ),
    )
    table = (Table(id="talk", columns=columns, rows=tuple(rows)),) if rows else ()
    park = told("Park these: no advice depends on {names}, alone or together.", names=listed(parked))
    lines = (Sentences(id="park", lines=(Line(text=park),)),) if parked else ()
    return Page(
        name=NAME,
        title=told(
            "To talk about after {round}" if rows else "Nothing to talk about after {round}", round=name
        ),
        blocks=(*table, *lines),
    )
