"""The stress test: recommendations against assumptions, one assumption changed at a time.

From here, a cell has the verdict after the change; everywhere, the share of settings that are left to the
recommendation where the assumption fails.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from models.language.matrix import KeyEntry, Matrix, MatrixCell, MatrixColumn, MatrixRow, Order, Outlook
from models.language.stress_words import (
    CELL_WORDS,
    EFFECT_WORDS,
    FALLS,
    SET_TO,
    SETTLED,
    TITLES,
    WHOLE_CODE,
    WHOLE_TITLE,
    column_sentence,
    percent,
    stress_line,
)
from models.language.words import VERDICT_WORDS, uncapitalised
from models.schema.analysis import Robustness
from models.schema.case import Assumption, Stance, Verdict
from models.schema.snapshot import Analyses, Snapshot


@dataclass(frozen=True)
class _Column:
    """A column with its cells under recommendation ids, and what it is sorted by."""

    head: MatrixColumn
    cells: Mapping[str, MatrixCell]
    weight: Fraction = Fraction(0)


def stress_matrix(
    snapshot: Snapshot, analyses: Analyses, outlook: Outlook, order: Order = Order.LOAD
) -> Matrix:
    """The matrix of a snapshot; by load, what bears most comes first, then what is most exposed.

    From here, the load of a column is the number of verdicts that change in it; everywhere, the sum of the
    assumption's Banzhaf indices. Rows go by the number of changes, or by the share of settings. Ties keep the
    case's order.
    """
    here = outlook is Outlook.HERE
    columns = _from_here(snapshot, analyses) if here else _everywhere(snapshot, analyses)
    if order is Order.LOAD:
        columns.sort(key=_by_load_here if here else _by_load_everywhere)
    heads = tuple(column.head for column in columns)
    rows = _rows(snapshot, columns)
    if order is Order.LOAD:
        rows.sort(key=_by_changes if here else _by_share)
    return Matrix(
        outlook=outlook,
        title=TITLES[outlook],
        line=stress_line(snapshot, analyses, outlook, heads),
        columns=heads,
        rows=tuple(rows),
        key=tuple(_key_here(snapshot, heads, rows) if here else _key_everywhere(rows)),
    )


def effect(share: Fraction, if_fails: Fraction, error: float = 0.0) -> int:
    """How much of its settings a recommendation loses (to -5, all) or gains (to 5, all that it lacked).

    The steps between are quarters; a difference within `error` is none.
    """
    if if_fails == share or (error and abs(if_fails - share) <= error):
        return 0
    if if_fails < share:
        return ceil(4 * if_fails / share) - 5
    return 5 - ceil(4 * (1 - if_fails) / (1 - share))


def _from_here(snapshot: Snapshot, analyses: Analyses) -> list[_Column]:
    flips = analyses.single_flips
    now = dict(zip(flips.recommendations, flips.verdicts, strict=True))
    weights = _weights(analyses)
    columns = []
    for item in snapshot.case.assumptions:
        to, after = _most_telling(snapshot, analyses, item)
        cells = {name: _verdict_cell(verdict, after[name]) for name, verdict in now.items()}
        columns.append(_Column(_head(snapshot, analyses, item, to, cells), cells, weights[item.id]))
    return columns


def _most_telling(
    snapshot: Snapshot, analyses: Analyses, item: Assumption
) -> tuple[Stance, dict[str, Verdict]]:
    """A settled assumption is turned round; an uncertain one is settled the way that changes more, or fails."""
    flips, stance = analyses.single_flips, snapshot.scenario.stance_of[item.id]

    def changes(to: Stance) -> int:
        after = flips.after[item.id, to]
        both = zip(flips.recommendations, flips.verdicts, strict=True)
        return sum(after[name] is not verdict for name, verdict in both)

    to = max((way for way in (Stance.FAILS, Stance.HOLDS) if way is not stance), key=changes)
    return to, flips.after[item.id, to]


def _everywhere(snapshot: Snapshot, analyses: Analyses) -> list[_Column]:
    found = analyses.everywhere
    weights = _weights(analyses)
    figures = [found.of[item.id] for item in snapshot.case.recommendations]
    overall = {item.id: MatrixCell(text=percent(item.share), share=item.share) for item in figures}
    whole = MatrixColumn(id="", code=WHOLE_CODE, title=WHOLE_TITLE, spoken=WHOLE_TITLE)
    columns = [_Column(whole, overall)]
    for place, item in enumerate(snapshot.case.assumptions):
        cells = {robust.id: _share_cell(robust, overall[robust.id], place) for robust in figures}
        head = _head(snapshot, analyses, item, Stance.FAILS, cells)
        columns.append(_Column(head, cells, weights[item.id]))
    return columns


def _head(
    snapshot: Snapshot, analyses: Analyses, item: Assumption, to: Stance, cells: Mapping[str, MatrixCell]
) -> MatrixColumn:
    stance = snapshot.scenario.stance_of[item.id]
    statements = analyses.everywhere.statements
    idle = all(item.id in statement.never_matters for statement in statements)
    return MatrixColumn(
        id=item.id,
        code=item.code,
        title=item.title,
        to=to,
        wish="" if stance is to else f"Set {item.code} to {to.value}",
        count=sum(cell.changed for cell in cells.values()),
        never=idle and not analyses.single_flips.load[item.id],
        spoken=column_sentence(item, stance, to),
    )


def _verdict_cell(now: Verdict, after: Verdict) -> MatrixCell:
    if after is now:
        return MatrixCell(verdict=after)
    return MatrixCell(text=CELL_WORDS.get(after, FALLS), changed=True, verdict=after)


def _share_cell(robust: Robustness, overall: MatrixCell, place: int) -> MatrixCell:
    share = robust.if_fails[place]
    if share == robust.share:
        return overall
    level = effect(robust.share, share, robust.error)
    return MatrixCell(text=percent(share), changed=level != 0, share=share, effect=level)


def _rows(snapshot: Snapshot, columns: list[_Column]) -> list[MatrixRow]:
    rows = []
    for item in snapshot.case.recommendations:
        verdict = snapshot.evaluation.recommendation[item.id].verdict
        row = MatrixRow(
            id=item.id,
            code=item.code,
            title=item.title,
            verdict=verdict,
            spoken=f"{item.code} {item.title}. Here: {uncapitalised(VERDICT_WORDS[verdict])}.",
            cells=tuple(column.cells[item.id] for column in columns),
        )
        rows.append(row)
    return rows


def _weights(analyses: Analyses) -> dict[str, Fraction]:
    """The sum of an assumption's Banzhaf indices: about how many recommendations it decides on the average."""
    found = analyses.everywhere
    indices = zip(*(item.banzhaf for item in found.statements), strict=True)
    sums = (sum(column, Fraction(0)) for column in indices)
    return dict(zip(found.assumptions, sums, strict=True))


def _by_load_here(column: _Column) -> tuple[int, Fraction, bool]:
    return -column.head.count, -column.weight, column.head.never


def _by_load_everywhere(column: _Column) -> tuple[bool, Fraction, bool, int]:
    return bool(column.head.id), -column.weight, column.head.never, -column.head.count


def _by_changes(row: MatrixRow) -> int:
    return -sum(cell.changed for cell in row.cells)


def _by_share(row: MatrixRow) -> Fraction:
    return row.cells[0].share or Fraction(0)


def _key_here(snapshot: Snapshot, columns: Sequence[MatrixColumn], rows: list[MatrixRow]) -> list[KeyEntry]:
    seen = {cell.verdict for row in rows for cell in row.cells if cell.changed}
    to = {column.to for column in columns}
    key = [
        KeyEntry(text=uncapitalised(word), verdict=verdict)
        for verdict, word in VERDICT_WORDS.items()
        if verdict in seen
    ]
    key += [KeyEntry(text=SET_TO[stance], stance=stance) for stance in SET_TO if stance in to]
    stances = snapshot.scenario.stance_of
    if any(column.count and stances[column.id] is Stance.UNCERTAIN for column in columns):
        key.append(KeyEntry(text=SETTLED))
    return key


def _key_everywhere(rows: list[MatrixRow]) -> list[KeyEntry]:
    gains = any(cell.effect > 0 for row in rows for cell in row.cells)
    return [KeyEntry(text=text, effect=level) for level, text in EFFECT_WORDS.items() if level <= 0 or gains]
