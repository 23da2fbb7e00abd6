"""Groups as dots in three lanes, a row an assumption: what advice depends on most, and is most split on, on top.

What no advice depends on, alone or together, is parked in one line. Until it is known what depends on what, no row
stands where it may not stay.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.language.messages import marked, message, plural, told
from models.language.signs import verdicts_hidden
from models.language.states import sign
from models.language.words import in_turn, listed
from models.language.workshop.lane_words import (
    STANCES,
    number_word,
)
from models.pages.differ.outcomes import deciding_blocks
from models.pages.differ.said import Said, said
from models.pages.glossary import meaning
from models.pages.parts import name_of, unfold
from models.schema.action import look
from models.schema.case import Assumption
from models.schema.page import (
    Block,
    ChipsCell,
    Column,
    LanesCell,
    Line,
    Row,
    Sentences,
    Table,
    TextCell,
    Weight,
    Width,
)
from models.schema.snapshot import Snapshot
from models.schema.standing import Standing

LARGE = 3
MANY = 8
"""From more groups on the room sees their discs alone, and not which advice changes, and small rows are folded."""
ROWS = 9
"""Small rows are folded, too, where there are more in all: in front of a room they would make the large ones small."""
PARKED, AGREED, REST = "parked", "agreed", "rest"
BEING_WORKED_OUT = marked("What advice depends on it is being worked out.")


@dataclass(frozen=True)
class Split:
    """One assumption as the groups see it: what depends on it, and what they say of it.

    It is `idle` where it can decide nothing, alone or together, whatever is taken of all else. What groups differ on
    may matter to nothing given what they agree on, and yet not be idle.
    """

    item: Assumption
    matters_to: tuple[str, ...]
    said: Said
    idle: bool = False

    @property
    def rank(self) -> tuple[bool, bool, float, int]:
        """What comes first: what matters, then splits, by how much depends on them and how split the groups are."""
        matters = len(self.matters_to)
        return not matters, not self.said.is_split, -matters * self.said.share, -matters


def splits(standing: Standing) -> list[Split]:
    """The assumptions on which somebody differs, by how much depends on them and how split the groups are."""
    found = (
        {item.id: item.matters_to for item in standing.disagreements.items} if standing.disagreements else {}
    )
    known, idle = said(standing), _idle(standing)
    items = [
        Split(item=item, matters_to=found.get(item.id, ()), said=known[item.id], idle=item.id in idle)
        for item in standing.assumptions
        if item.id in standing.differing
    ]
    return sorted(items, key=lambda split: split.rank)


def lanes_blocks(snapshot: Snapshot, standing: Standing) -> tuple[Block, ...]:
    """The table of lanes, the line of what is parked, and how advice depends on what is picked.

    What all agree on by now has a row where somebody came over to it: else nobody would see who moved.
    """
    known = standing.disagreements is not None
    found = splits(standing) if known else []
    rows = [split for split in found if not split.idle]
    parked = parked_splits(standing)
    alike = [split for split in _agreed(standing) if not split.idle]
    joined = [split for split in alike if split.said.moves and len(standing.groups) <= MANY]
    alike = [split for split in alike if split not in joined]
    unfolded = snapshot.view.unfolded
    rest = _rest(standing, rows)
    folded_rows = len(rest) if REST not in unfolded else 0
    shown = [
        *rows[: len(rows) - folded_rows],
        *joined,
        *(alike if AGREED in unfolded else ()),
        *(parked if PARKED in unfolded else ()),
    ]
    table = _table(
        snapshot, standing, shown, "" if known or not standing.differing else message(BEING_WORKED_OUT)
    )
    folded = (
        *_differing_too(snapshot, rest),
        *_agreeing(snapshot, standing, alike, more=bool(standing.differing or joined)),
        *_parking(snapshot, parked),
    )
    lines = (Sentences(id="folded", lines=folded),) if folded else ()
    tables = (table,) if table.rows or table.empty else ()
    return (*tables, *lines, *deciding_blocks(snapshot, standing))


def _table(snapshot: Snapshot, standing: Standing, shown: Sequence[Split], empty: str) -> Table:
    """A row for each assumption that is shown: who says what, and the advice that can hold or fall with it."""
    chips = _chips(snapshot)
    return Table(
        id="lanes",
        columns=(
            Column(
                id="assumption",
                title=message("Assumption"),
                width=Width.STRETCH if len(standing.groups) > MANY else Width.FIT,
            ),
            Column(id="lanes", width=Width.STRETCH, legend=_legend(shown)),
            Column(
                id="advice",
                title=message("Recommendations that can hold or fall with it"),
                width=Width.STRETCH,
                tip=meaning("Holds or falls with"),
                private=len(standing.groups) > MANY,
            ),
        ),
        rows=tuple(_row(snapshot, standing, split, place, chips) for place, split in enumerate(shown)),
        empty=empty,
        share=1,
    )


def _legend(shown: Sequence[Split]) -> tuple[str, str]:
    """What the ring around a disc, or the bar beside it, and a hollow disc mean; nothing where there is none."""
    dots = [dot for split in shown for dot in split.said.dots]
    votes, hollow = any(dot.is_divided for dot in dots), any(dot.is_split for dot in dots)
    return message("votes", "legend") if votes else "", message("split", "legend") if hollow else ""


def _rest(standing: Standing, rows: Sequence[Split]) -> Sequence[Split]:
    """What groups differ on besides what they should talk about, where that is much or the groups are many."""
    crowd = len(standing.groups) > MANY or len(rows) > ROWS
    return rows[LARGE:] if crowd and any(split.said.is_split for split in rows[:LARGE]) else ()


def talk_about(standing: Standing) -> list[Assumption]:
    """What to talk about: the assumptions on which advice depends most and the groups are most split."""
    return [split.item for split in splits(standing) if split.matters_to and split.said.is_split][:LARGE]


def parked_splits(standing: Standing) -> list[Split]:
    """What can decide no advice, alone or together, in any setting: what groups differ on first. None until known."""
    if standing.disagreements is None:
        return []
    return [split for split in (*splits(standing), *_agreed(standing)) if split.idle]


def _agreed(standing: Standing) -> list[Split]:
    """What all agree on, with the advice that could depend on it: all of it while that is not known."""
    found = standing.disagreements.can_decide if standing.disagreements else {}
    every = tuple(item.id for item in standing.case.recommendations)
    known, idle = said(standing), _idle(standing)
    return [
        Split(
            item=item,
            matters_to=found.get(item.id, every),
            said=known[item.id],
            idle=item.id in idle,
        )
        for item in standing.assumptions
        if item.id not in standing.differing
    ]


def _idle(standing: Standing) -> frozenset[str]:
    found = standing.disagreements
    return (
        frozenset(name for name, advice in found.can_decide.items() if not advice) if found else frozenset()
    )


def _row(snapshot: Snapshot, standing: Standing, split: Split, place: int, chips: Mapping[str, Line]) -> Row:
    item, words, moved = split.item, split.said.words, split.said.moved
    matters = _matters(len(split.matters_to))
    large = place < LARGE and split.said.is_split and bool(split.matters_to)
    return Row(
        id=item.id,
        cells=(
            TextCell(
                text=item.title,
                code=item.code,
                detail=split.said.told if large else "",
                weight=Weight.STRONG if large else Weight.NORMAL,
                lines=5 if large else 1,
                tip=f"{name_of(item)}. {words} {moved}".strip(),
            ),
            LanesCell(lanes=tuple(map(sign, STANCES)), dots=split.said.dots, tip=words),
            _advice(snapshot, standing, split, chips),
        ),
        large=large,
        picked=snapshot.view.picked == item.id,
        faint=item.id not in standing.differing,
        spoken=" ".join(part for part in (f"{name_of(item)}.", words, moved, matters) if part),
        action=look(picked=item.id),
    )


def _chips(snapshot: Snapshot) -> dict[str, Line]:
    """Each recommendation with what it is here; while verdicts are hidden, no signs."""
    results = snapshot.evaluation.recommendation
    hidden = verdicts_hidden(snapshot)
    return {
        item.id: Line(
            text=item.brief,
            tip=name_of(item),
            sign=None if hidden else sign(results[item.id].verdict),
            action=look(picked=item.id),
        )
        for item in snapshot.case.recommendations
    }


def _advice(snapshot: Snapshot, standing: Standing, split: Split, known: Mapping[str, Line]) -> ChipsCell:
    """The recommendations that change with it."""
    if split.item.id not in standing.differing:
        return ChipsCell(chips=())
    advice = [item for item in snapshot.case.recommendations if item.id in split.matters_to]
    chips = tuple(known[item.id] for item in advice)
    more = told("and {number} more", number=len(advice) - 1) if len(advice) > 1 else ""
    return ChipsCell(chips=chips, more=more, tip=in_turn(item.title for item in advice))


def _matters(number: int) -> str:
    if not number:
        return ""
    return plural(
        "{number} recommendation can hold or fall with it.",
        "{number} recommendations can hold or fall with it.",
        number,
    )


def _differing_too(snapshot: Snapshot, rest: Sequence[Split]) -> tuple[Line, ...]:
    """What a crowd of groups differs on besides, in a line: one screen of the room has no more rows."""
    if not rest:
        return ()
    text = told("They differ on {number} more", number=number_word(len(rest)))
    return (_folding(snapshot, REST, rest, text),)


def _agreeing(
    snapshot: Snapshot, standing: Standing, alike: Sequence[Split], *, more: bool
) -> tuple[Line, ...]:
    """What all agree on, in a line; a single group agrees with nobody yet."""
    if not alike:
        return ()
    number, groups = number_word(len(alike)), standing.groups
    if len(groups) == 1 and groups[0].group.ballot is None:
        text = told(
            "What {group} says of the {number} assumptions that advice depends on",
            group=groups[0].group.name,
            number=number,
        )
    else:
        text = told("All agree on {number} more" if more else "All agree on {number}", number=number)
    return (_folding(snapshot, AGREED, alike, text),)


def _folding(snapshot: Snapshot, name: str, found: Sequence[Split], text: str) -> Line:
    """A line that stands for several rows, and unfolds them."""
    return Line(
        text=text,
        note=in_turn((split.item.title for split in found), limit=6),
        weight=Weight.STRONG,
        tip=listed(name_of(split.item) for split in found),
        action=unfold(snapshot.view, name),
    )


def _parking(snapshot: Snapshot, parked: Sequence[Split]) -> tuple[Line, ...]:
    if not parked:
        return ()
    text = plural(
        "Park one: no advice depends on it, alone or together",
        "Park these {few}: no advice depends on them, alone or together",
        len(parked),
        few=number_word(len(parked)),
    )
    return (_folding(snapshot, PARKED, parked, text),)
