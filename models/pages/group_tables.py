"""Groups against assumptions and against verdicts: a cell for every pair, the same for screen and clipboard."""

from collections.abc import Iterable, Sequence
from math import ceil

from models.language.group_words import STANCES, answers, ballot_words, counts, missing
from models.language.matrix import KeyEntry
from models.language.states import clause, short, word
from models.language.words import counted, listed, uncapitalised
from models.schema.case import Stance, Verdict
from models.schema.standing import GroupStanding, Standing
from models.schema.value import Value
from models.schema.workshop import Group, Origin

CELL_WORDS = {Stance.HOLDS: "holds", Stance.UNCERTAIN: "uncertain", Stance.FAILS: "fails"}
SHORT_WORDS = {**CELL_WORDS, Stance.UNCERTAIN: "unsure"}
SHORTEST = {Verdict.HOLDS: "holds", Verdict.FEWER: "less", Verdict.OPEN: "open"}
ORIGINS = {
    Origin.FILE: "from a file",
    Origin.FOLDER: "from the watched folder",
    Origin.WINDOW: "set in this window",
    Origin.TALLY: "typed in",
}


class GroupHead(Value):
    """One group over its column."""

    id: str
    name: str
    ballot: bool
    spoken: str


class GroupCell(Value):
    """What one group says or gets; `missing` did not answer, and where nobody did the stance is `lent`."""

    text: str
    short: str
    stance: Stance | None = None
    verdict: Verdict | None = None
    missing: int = 0
    lent: bool = False
    spoken: str


class GroupRow(Value):
    """A statement with a cell for each group; `spread` counts the groups that hold, are unsure, and fail it.

    `section` names the model where its first row is; `weighty` is what advice hangs on.
    """

    id: str
    code: str
    title: str
    section: str = ""
    cells: tuple[GroupCell, ...]
    spread: tuple[int, ...] = ()
    differs: bool = False
    weighty: bool = False
    spoken: str


class GroupTable(Value):
    """Groups against statements, with the key to its signs."""

    heads: tuple[GroupHead, ...]
    rows: tuple[GroupRow, ...]
    key: tuple[KeyEntry, ...]


def stance_table(standing: Standing, everything: bool = False) -> GroupTable:
    """Groups against assumptions, by model: those on which somebody differs, or `everything`."""
    case, groups = standing.case, [item.group for item in standing.groups]
    apart = set(standing.differing)
    weighty = {item.id for item in standing.disagreements.argue} if standing.disagreements else set()
    rows, sections = [], set()
    for model in case.models:
        for item in case.assumptions:
            if item.model != model.id or not (everything or item.id in apart):
                continue
            cells = tuple(_stance_cell(group, item.id, f"{item.code} {item.title}") for group in groups)
            spread = tuple(sum(c.stance is way and not c.lent for c in cells) for way in STANCES)
            row = GroupRow(
                id=item.id,
                code=item.code,
                title=item.title,
                section="" if model.id in sections else model.title,
                cells=cells,
                spread=spread,
                differs=item.id in apart,
                weighty=item.id in weighty,
                spoken=_row_spoken(f"{item.code} {item.title}", spread, item.id in weighty),
            )
            sections.add(model.id)
            rows.append(row)
    return GroupTable(heads=_heads(standing.groups), rows=tuple(rows), key=_stance_key(groups, rows))


def verdict_table(standing: Standing) -> GroupTable:
    """Groups against recommendations, in the case's order; empty while a prediction is asked."""
    rows = []
    for item in standing.case.recommendations if standing.workshop.asking is None else ():
        verdicts = [one.evaluation.recommendation[item.id].verdict for one in standing.groups]
        name, differs = f"{item.code} {item.title}", len(set(verdicts)) > 1
        both = zip(standing.groups, verdicts, strict=True)
        row = GroupRow(
            id=item.id,
            code=item.code,
            title=item.title,
            cells=tuple(_verdict_cell(one.group, verdict, name) for one, verdict in both),
            differs=differs,
            spoken=f"{name}. {'The groups differ.' if differs else 'It is the same for all.'}",
        )
        rows.append(row)
    seen = {cell.verdict for row in rows for cell in row.cells}
    key = [KeyEntry(text=uncapitalised(word(way)), verdict=way) for way in Verdict if way in seen]
    if any(row.differs for row in rows):
        key.append(KeyEntry(text="≠ not the same for all"))
    return GroupTable(heads=_heads(standing.groups), rows=tuple(rows), key=tuple(key))


def in_parts(table: GroupTable, most: int) -> tuple[GroupTable, ...]:
    """The table in even parts of at most so many lines; each names the section that it begins in."""
    total = sum(1 + bool(row.section) for row in table.rows)
    lines = min(most, ceil(total / max(1, ceil(total / most))) + 1)
    parts: list[list[GroupRow]] = []
    room, section = 0, ""
    for row in table.rows:
        section = row.section or section
        needed = 1 + bool(row.section)
        if not parts or room < needed:
            parts.append([GroupRow(**{**dict(row), "section": section})])
            room = lines - 1 - bool(section)
        else:
            parts[-1].append(row)
            room -= needed
    return tuple(GroupTable(heads=table.heads, rows=tuple(rows), key=table.key) for rows in parts)


def _heads(groups: Iterable[GroupStanding]) -> tuple[GroupHead, ...]:
    return tuple(_head(item.group) for item in groups)


def _head(group: Group) -> GroupHead:
    origin = ORIGINS[group.origin]
    if group.ballot is not None:
        origin = f"{counted(group.ballot.heads, 'paper ballot')}, {origin}"
    spoken = f"{group.name}, {origin}"
    return GroupHead(id=group.id, name=group.name, ballot=group.ballot is not None, spoken=spoken)


def _stance_cell(group: Group, name: str, title: str) -> GroupCell:
    stance, count = group.scenario.stance_of[name], answers(group, name)
    if count is None:
        word = CELL_WORDS[stance]
        return GroupCell(
            text=word,
            short=SHORT_WORDS[stance],
            stance=stance,
            spoken=f"{title}: {group.name} {_says(stance)}.",
        )
    spoken = f"{title}: {group.name} {ballot_words(group, count)}."
    if not count.answered:
        return GroupCell(text="no answer", short="–", stance=stance, lent=True, spoken=spoken)
    text, lost = counts(count), missing(group, count)
    short = text.replace(" ", "")
    return GroupCell(text=text, short=short, stance=stance, missing=lost, spoken=spoken)


def _says(stance: Stance) -> str:
    return "is uncertain" if stance is Stance.UNCERTAIN else f"says it {stance.value}"


def _verdict_cell(group: Group, verdict: Verdict, title: str) -> GroupCell:
    return GroupCell(
        text=short(verdict),
        short=SHORTEST.get(verdict, "falls"),
        verdict=verdict,
        spoken=f"{title}: for {group.name} it {clause(verdict)}.",
    )


def _row_spoken(name: str, spread: Sequence[int], weighty: bool) -> str:
    words = zip(spread, ("hold", "uncertain", "fail"), strict=True)
    told = listed(f"{number} {word}" for number, word in words if number)
    matters = " Advice hangs on it." if weighty else ""
    return f"{name}. Groups: {told or 'no answer'}.{matters}"


def _stance_key(groups: Sequence[Group], rows: Sequence[GroupRow]) -> tuple[KeyEntry, ...]:
    seen = {cell.stance for row in rows for cell in row.cells}
    key = [KeyEntry(text=CELL_WORDS[stance], stance=stance) for stance in STANCES if stance in seen]
    if any(group.ballot for group in groups):
        key.append(KeyEntry(text="5 · 1 · 1  how many hold, are uncertain, say it fails"))
        if any(cell.missing for row in rows for cell in row.cells):
            key.append(KeyEntry(text="+1  did not answer"))
        if any(cell.lent for row in rows for cell in row.cells):
            key.append(KeyEntry(text="–  nobody answered"))
    if any(row.weighty for row in rows):
        key.append(KeyEntry(text="bold: advice hangs on it"))
    return tuple(key)
