"""Groups as dots in three lanes, a row an assumption: what advice depends on most, and is most split on, on top.

What no advice depends on, alone or together, is parked in one line. Until it is known what depends on what, no row
stands where it may not stay.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from models.language.messages import marked, message, plural, told
from models.language.signs import verdicts_hidden
from models.language.states import sign
from models.language.words import in_turn, listed
from models.language.workshop.group_words import group_names, has_answered
from models.language.workshop.lane_words import STANCES, number_word
from models.pages.differ.outcomes import deciding_blocks
from models.pages.differ.splits import LARGE, Split, agreed, parked_splits, splits
from models.pages.glossary import meaning
from models.pages.parts import name_of, unfold
from models.schema.action import look
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

MANY = 8
"""From more groups on the room sees their discs alone, and not which advice changes, and small rows are folded."""
ROWS = 9
"""Small rows are folded, too, where there are more in all: in front of a room they would make the large ones small."""
PARKED, AGREED, REST = "parked", "agreed", "rest"
Folded: TypeAlias = tuple[str, Sequence[Split], str]
"""What unfolds some rows, these, and what is said of all of them."""
BEING_WORKED_OUT = marked("What advice depends on it is being worked out.")


def lanes_blocks(snapshot: Snapshot, standing: Standing) -> tuple[Block, ...]:
    """The table of lanes, the line of what is parked, and how advice depends on what is picked.

    What all agree on by now has a row where somebody came over to it: else nobody would see who moved.
    """
    known = standing.disagreements is not None
    found = splits(standing) if known else []
    rows = [split for split in found if not split.idle]
    parked = parked_splits(standing)
    alike = [split for split in agreed(standing) if not split.idle]
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
        (REST, rest, told("They differ on {number} more", number=number_word(len(rest)))),
        (AGREED, alike, _agreeing(standing, alike, more=bool(standing.differing or joined))),
        (PARKED, parked, _parking(parked)),
    )
    lines = tuple(_lines(snapshot, [one for one in folded if one[1]], _unseen(standing, shown)))
    tables = (table,) if table.rows or table.empty else ()
    folded_lines = (Sentences(id="folded", lines=lines),) if lines else ()
    return (*tables, *folded_lines, *deciding_blocks(snapshot, standing))


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


def _unseen(standing: Standing, shown: Sequence[Split]) -> list[str]:
    """Who answered and has no dot in any row that is shown."""
    seen = {dot.name for split in shown for dot in split.said.dots}
    names = [item.group.name for item in standing.groups if has_answered(item.group)]
    return [name for name in names if shown and name not in seen]


def _lines(snapshot: Snapshot, folded: Sequence[Folded], unseen: Sequence[str]) -> Iterator[Line]:
    """A line for all rows that are folded together, which unfolds them; the first names who answered on these alone."""
    for name, found, said in folded:
        text = told("{folded}; {groups} answered on none above", folded=said, groups=group_names(unseen))
        yield Line(
            text=text if unseen else said,
            note=in_turn((split.item.title for split in found), limit=3 if unseen else 6),
            weight=Weight.STRONG,
            tip=listed(name_of(split.item) for split in found),
            action=unfold(snapshot.view, name),
        )
        unseen = ()


def _agreeing(standing: Standing, alike: Sequence[Split], *, more: bool) -> str:
    """What all agree on; a single group agrees with nobody yet."""
    number, groups = number_word(len(alike)), standing.groups
    if len(groups) == 1 and groups[0].group.ballot is None:
        return told(
            "What {group} says of the {number} assumptions that advice depends on",
            group=groups[0].group.name,
            number=number,
        )
    return told("All agree on {number} more" if more else "All agree on {number}", number=number)


def _parking(parked: Sequence[Split]) -> str:
    return plural(
        "Park one: no advice depends on it, alone or together",
        "Park these {few}: no advice depends on them, alone or together",
        len(parked),
        few=number_word(len(parked)),
    )
