"""Groups as dots in three lanes, a row an assumption: what advice depends on most, and is most split on, on top.

What no advice depends on, alone or together, is parked in one line.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from models.language.group_words import ballot_words, group_names
from models.language.lane_words import (
    STANCES,
    lane,
    lane_of,
    letters,
    moved_words,
    number_word,
    tally_of,
    who_says_what,
)
from models.language.states import clause, sign, word
from models.language.words import counted, listed
from models.pages.parts import name_of, unfold
from models.schema.action import look
from models.schema.case import Assumption, Recommendation, Stance
from models.schema.page import (
    Block,
    Cell,
    ChipsCell,
    Column,
    Dot,
    LanesCell,
    Line,
    Row,
    Sentences,
    SignCell,
    Table,
    TextCell,
    Weight,
    Width,
)
from models.schema.snapshot import Snapshot
from models.schema.standing import Deciding, Standing
from models.schema.workshop import Group

LARGE = 3
ARROWS, FEW, FEWER_ARROWS = 4, 6, 2
"""So many arrows leave the dots of a few groups to be seen, and so many those of more; a sentence tells the rest."""
PARKED, AGREED = "parked", "agreed"
LANES = tuple(sign(stance) for stance in STANCES)


@dataclass(frozen=True)
class Split:
    """One assumption as the groups see it: what depends on it, how many are not on the largest side, who moved."""

    item: Assumption
    matters_to: tuple[str, ...]
    apart: int
    moves: Mapping[str, tuple[Stance, Stance]]


def splits(standing: Standing) -> list[Split]:
    """The assumptions on which somebody differs, by how much depends on them and how split the groups are."""
    found = (
        {item.id: item.matters_to for item in standing.disagreements.items} if standing.disagreements else {}
    )
    groups = [item.group for item in standing.groups]
    items = [
        Split(
            item=item,
            matters_to=found.get(item.id, ()),
            apart=_apart(groups, item.id),
            moves=_moves(standing, item.id),
        )
        for item in standing.case.assumptions
        if item.id in standing.differing
    ]
    return sorted(items, key=lambda split: (-len(split.matters_to), -split.apart))


def lanes_blocks(snapshot: Snapshot, standing: Standing) -> tuple[Block, ...]:
    """The table of lanes, the line of what is parked, and how advice depends on what is picked."""
    found = splits(standing)
    known = standing.disagreements is not None
    rows = [split for split in found if split.matters_to or not known]
    parked = [split for split in found if known and not split.matters_to]
    agreed = _agreed(snapshot, standing)
    alike = [split for split in agreed if split.matters_to]
    parked += [split for split in agreed if not split.matters_to]
    unfolded = snapshot.view.unfolded
    shown = [*rows, *(alike if AGREED in unfolded else ()), *(parked if PARKED in unfolded else ())]
    table = Table(
        id="lanes",
        columns=(
            Column(id="assumption", title="Assumption"),
            Column(id="lanes", width=Width.STRETCH),
            Column(id="advice", title="Recommendations that change with it", width=Width.STRETCH),
        ),
        rows=tuple(_row(snapshot, standing, split, place) for place, split in enumerate(shown)),
        empty="",
        share=1,
    )
    folded = (*_agreeing(snapshot, alike), *_parking(snapshot, standing, parked))
    lines = (Sentences(id="folded", lines=folded),) if folded else ()
    return (table, *lines, *_deciding(snapshot, standing))


def talk_about(standing: Standing) -> list[Assumption]:
    """What to talk about: the assumptions on which advice depends most and the groups are most split."""
    return [split.item for split in splits(standing) if split.matters_to][:LARGE]


def verdicts_table(standing: Standing) -> Table:
    """What becomes of every recommendation by each group's stances."""
    groups = standing.groups
    rows = []
    for item in standing.case.recommendations:
        verdicts = [one.evaluation.recommendation[item.id].verdict for one in groups]
        differs = len(set(verdicts)) > 1
        told = (f"{one.group.name}: {word(verdict)}" for one, verdict in zip(groups, verdicts, strict=True))
        cells = (SignCell(sign=sign(verdict), ground=differs, tip=word(verdict)) for verdict in verdicts)
        name = TextCell(text=item.title, code=item.code, weight=Weight.STRONG if differs else Weight.NORMAL)
        rows.append(
            Row(
                id=item.id,
                cells=(name, *cells),
                faint=not differs,
                spoken=f"{item.title}. {'; '.join(told)}",
                action=look(picked=item.id),
            )
        )
    heads = (Column(id=one.group.id, title=one.group.name, width=Width.SIGN, slanted=True) for one in groups)
    signs = tuple(
        dict.fromkeys(c.sign for row in rows for c in row.cells if isinstance(c, SignCell) and c.sign)
    )
    return Table(
        id="group-verdicts",
        heading="What becomes of the advice at each",
        columns=(Column(id="recommendation", title="Recommendation"), *heads),
        rows=tuple(rows),
        key=signs,
    )


def _apart(groups: Sequence[Group], assumption: str) -> int:
    """How many groups are not on the largest side, and of paper votes those not on it too, as a part of one."""
    lanes = Counter(lane for group in groups if (lane := lane_of(group, assumption)) is not None)
    return sum(lanes.values()) - max(lanes.values(), default=0)


def _moves(standing: Standing, assumption: str) -> dict[str, tuple[Stance, Stance]]:
    moves = standing.moves.stances if standing.moves else ()
    return {move.group: (move.before, move.after) for move in moves if move.id == assumption}


def _agreed(snapshot: Snapshot, standing: Standing) -> list[Split]:
    """What all agree on, with the advice that could depend on it; none while that is not known.

    What can never matter is known for the way in which the laptop's scenario combines arguments.
    """
    if snapshot.analyses is None or not standing.groups:
        return []
    found = snapshot.analyses.everywhere
    alike = all(_counts_alike(snapshot, item.group) for item in standing.groups)
    return [
        Split(
            item=item,
            matters_to=tuple(
                one.id
                for one in snapshot.case.recommendations
                if not alike or item.id not in found.of[one.id].never_matters
            ),
            apart=0,
            moves=_moves(standing, item.id),
        )
        for item in snapshot.case.assumptions
        if item.id not in standing.differing
    ]


def _counts_alike(snapshot: Snapshot, group: Group) -> bool:
    one, other = snapshot.scenario, group.scenario
    return (one.reading, one.added, one.set_aside) == (other.reading, other.added, other.set_aside)


def _row(snapshot: Snapshot, standing: Standing, split: Split, place: int) -> Row:
    item, groups = split.item, [one.group for one in standing.groups]
    large = place < LARGE and split.apart + len(split.matters_to) > 0 and item.id in standing.differing
    said = who_says_what(groups, item.id)
    names = {group.id: group.name for group in groups}
    moved = moved_words(split.moves, names)
    return Row(
        id=item.id,
        cells=(
            TextCell(
                text=item.title,
                code=item.code,
                detail=f"{said} {moved}".strip() if large else "",
                weight=Weight.STRONG if large else Weight.NORMAL,
                lines=3 if large else 1,
                tip=f"{name_of(item)}. {said} {moved}".strip(),
            ),
            LanesCell(lanes=LANES, dots=tuple(_dots(groups, split)), tip=said),
            _advice(snapshot, standing, split),
        ),
        large=large,
        picked=snapshot.view.picked == item.id,
        faint=item.id not in standing.differing,
        spoken=f"{name_of(item)}. {said} {moved} {_matters(len(split.matters_to))}".strip(),
        action=look(picked=item.id),
    )


def _dots(groups: Sequence[Group], split: Split) -> Iterable[Dot]:
    signs = letters([group.name for group in groups])
    arrows = len(split.moves) <= (ARROWS if len(groups) <= FEW else FEWER_ARROWS)
    for group in groups:
        at = lane_of(group, split.item.id)
        if at is None:
            continue
        before = split.moves.get(group.id)
        count = group.ballot.of.get(split.item.id) if group.ballot else None
        told = ballot_words(group, count) if count else clause(STANCES[at])
        yield Dot(
            letter=signs[group.name],
            name=group.name,
            lane=at,
            tally=tally_of(group, split.item.id),
            came_from=lane(before[0]) if before and arrows else None,
            tip=f"{group.name}: {told}",
        )


def _advice(snapshot: Snapshot, standing: Standing, split: Split) -> ChipsCell:
    """The recommendations that change with it, with what they are here; while verdicts are hidden, no signs."""
    if split.item.id not in standing.differing:
        return ChipsCell(chips=())
    results = snapshot.evaluation.recommendation
    hidden = standing.workshop.asking is not None
    advice = [item for item in snapshot.case.recommendations if item.id in split.matters_to]
    chips = tuple(
        Line(
            text=item.brief,
            tip=name_of(item),
            sign=None if hidden else sign(results[item.id].verdict),
            action=look(picked=item.id),
        )
        for item in advice
    )
    more = f"and {len(advice) - 1} more" if len(advice) > 1 else ""
    return ChipsCell(chips=chips, more=more, tip=listed(item.title for item in advice))


def _matters(number: int) -> str:
    return (
        f"{counted(number, 'recommendation')} {'changes' if number == 1 else 'change'} with it."
        if number
        else ""
    )


def _agreeing(snapshot: Snapshot, alike: Sequence[Split]) -> tuple[Line, ...]:
    """What all agree on, in a line."""
    if not alike:
        return ()
    line = _folding(snapshot, AGREED, alike, f"All agree on {number_word(len(alike))} more")
    return (line,)


def _folding(snapshot: Snapshot, name: str, found: Sequence[Split], text: str) -> Line:
    """A line that stands for several rows, and unfolds them."""
    return Line(
        text=text,
        note=listed((split.item.title for split in found), limit=6),
        weight=Weight.STRONG,
        tip=listed(name_of(split.item) for split in found),
        action=unfold(snapshot.view, name),
    )


def _parking(snapshot: Snapshot, standing: Standing, parked: Sequence[Split]) -> tuple[Line, ...]:
    if not parked:
        return ()
    found = standing.disagreements
    depends = "no advice depends on it" if len(parked) == 1 else "no advice depends on them"
    if found is not None and not found.exact:
        depends = depends.replace("depends", "was found to depend")
    what = "Park one" if len(parked) == 1 else f"Park these {number_word(len(parked))}"
    return (_folding(snapshot, PARKED, parked, f"{what}: {depends}, alone or together"),)


def _deciding(snapshot: Snapshot, standing: Standing) -> tuple[Block, ...]:
    """How advice depends on the assumption that is picked: what becomes of it either way, and all else being how."""
    found = standing.disagreements
    picked = next((item for item in found.items if item.id == snapshot.view.picked), None) if found else None
    if picked is None or not picked.deciding or standing.workshop.asking is not None:
        return ()
    by_id = {item.id: item for item in snapshot.case.recommendations}
    title = snapshot.case.by_id[picked.id].title
    return (
        Table(
            id="deciding",
            heading=f"How advice depends on “{title}”",
            columns=(
                Column(id="recommendation", title="Recommendation"),
                Column(id="holds", title="If it holds"),
                Column(id="fails", title="If it fails"),
                Column(id="rest", title="All else", width=Width.STRETCH),
            ),
            rows=tuple(_decided(standing, by_id[one.recommendation], one) for one in picked.deciding),
        ),
    )


def _decided(standing: Standing, item: Recommendation, one: Deciding) -> Row:
    cells: tuple[Cell, ...] = (
        TextCell(text=item.title, code=item.code),
        SignCell(sign=sign(one.if_holds), words=True),
        SignCell(sign=sign(one.if_fails), words=True),
        TextCell(text=_rest(standing, one), weight=Weight.SOFT, lines=2),
    )
    return Row(id=item.id, cells=cells, action=look(picked=item.id))


def _rest(standing: Standing, one: Deciding) -> str:
    """In which setting of everything else the assumption decides."""
    if one.like is not None:
        group = standing.of[one.like].group
        return f"as {group.name} {'leans' if group.ballot else 'has it'}"
    if not one.others:
        return "however it is"
    by_id = standing.case.by_id
    told = listed((f"{by_id[other.id].title} {clause(other.stance)}" for other in one.others), limit=4)
    reader = standing.of.get(one.read_by or "")
    return (
        f"where {told}, arguments combined as at {group_names([reader.group.name])}"
        if reader
        else f"where {told}"
    )
