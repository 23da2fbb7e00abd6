"""The stress test: recommendations against assumptions, one assumption changed at a time, as a table of signs.

From here, a cell has the verdict after the change; everywhere, the share of the possible settings that are left
to the recommendation where the assumption fails. What can never decide anything is folded in one column.
"""

from dataclasses import replace

from models.language.messages import marked, message, told
from models.language.naming import LINES, brief_of, quoted
from models.language.states import in_words as sign_in_words
from models.language.states import said, sign
from models.pages.depends.alone import Changed, changes, on_single_changes
from models.pages.depends.likely import contradicted, share_cells, spread
from models.pages.parts import head_of, name_of, unfold
from models.schema.action import look
from models.schema.analysis import SingleFlips
from models.schema.case import Recommendation
from models.schema.grades import Stance, Verdict
from models.schema.page import Cell, Column, Row, Shape, Sign, SignCell, Table, TextCell, Tone, Width
from models.schema.snapshot import Analyses, Snapshot
from models.schema.steps.link_steps import carried_along
from models.schema.view import Order, Outlook

NEVER = "never"
MOST_COLUMNS, MOST_ROWS = 35, 40
"""As many as a room of 1366 or 1920 pixels shows whole."""
LONGEST_ROW, MANY_COLUMNS = 60, 24
"""Characters of advice that three lines beside a row have room for, and columns that leave it less."""
DOT = Sign(Shape.DOT, Tone.FAINT, marked("no change"))
TOGETHER = Sign(Shape.RING, Tone.BRAND, marked("only together with others"))
OTHER_WAY = Sign(Shape.TWO_RINGS, Tone.BRAND, marked("the other way round"))
OTHERWISE = {Stance.HOLDS: Stance.FAILS, Stance.FAILS: Stance.HOLDS}
STANCE_TONES = {Stance.UNCERTAIN: Tone.WARN, Stance.FAILS: Tone.BAD}
CHANGING = {
    Stance.HOLDS: marked("If only {assumption} ({code}) holds, {then}."),
    Stance.FAILS: marked("If only {assumption} ({code}) fails, {then}."),
}
CHANGING_LINKED = {
    Stance.HOLDS: marked("If {assumption} ({code}) holds, with what links carry along, {then}."),
    Stance.FAILS: marked("If {assumption} ({code}) fails, with what links carry along, {then}."),
}
STAYING = {
    Stance.HOLDS: marked("If only {assumption} ({code}) held, {advice} would not change."),
    Stance.FAILS: marked("If only {assumption} ({code}) failed, {advice} would not change."),
}
WITH_OTHERS = {
    Stance.HOLDS: marked(
        "If only {assumption} ({code}) held, {advice} would not change; with others it would."
    ),
    Stance.FAILS: marked(
        "If only {assumption} ({code}) failed, {advice} would not change; with others it would."
    ),
}
RULED_OUT = {
    Stance.HOLDS: marked("{assumption} ({code}) cannot hold with the others as they are."),
    Stance.FAILS: marked("{assumption} ({code}) cannot fail with the others as they are."),
}
RULED_OUT_ALONE = {
    Stance.HOLDS: marked(
        "{assumption} ({code}) cannot hold with the others as they are; with others it would change {advice}."
    ),
    Stance.FAILS: marked(
        "{assumption} ({code}) cannot fail with the others as they are; with others it would change {advice}."
    ),
}
HEADS = {
    Stance.HOLDS: marked("{now} here. In this column it holds."),
    Stance.FAILS: marked("{now} here. In this column it fails."),
}
ESTIMATED = marked("Estimated, off by at most {error:.1f} points.")


def matrix(snapshot: Snapshot, analyses: Analyses, picked: str) -> Table:
    """The matrix of a snapshot; its columns and rows keep the case's order unless the view asks for another."""
    view = snapshot.view
    columns = changes(snapshot, analyses)
    rows = list(snapshot.case.recommendations)
    if view.order is Order.LOAD:
        places = {
            name: place for place, name in enumerate(view.ranked or ranking(snapshot, analyses, view.outlook))
        }
        columns.sort(key=lambda one: places.get(one.item.id, len(places)))
        rows.sort(key=lambda item: places.get(item.id, len(places)))
    never = [one for one in columns if one.never]
    kept = [one for one in columns if not one.never]
    shown = [*kept, *never] if NEVER in view.unfolded else kept
    shown, rows = shown[:MOST_COLUMNS], rows[:MOST_ROWS]
    drawn = tuple(_row(snapshot, analyses, item, shown, columns, picked) for item in rows)
    return Table(
        id=f"matrix-{view.outlook}",
        columns=tuple(_columns(snapshot, shown, never)),
        rows=drawn,
        key=_key(drawn),
        note=" ".join(
            part
            for part in (
                _note(snapshot, analyses),
                contradicted(snapshot),
                _left_out(len(kept), snapshot),
            )
            if part
        ),
        share=11,
    )


def ranking(snapshot: Snapshot, analyses: Analyses, outlook: Outlook) -> tuple[str, ...]:
    """The columns and the rows, by what changes most; the view keeps it, so that no toggle moves anything."""
    columns, here = changes(snapshot, analyses), outlook is Outlook.HERE
    columns.sort(key=lambda one: (-len(one.decided), -one.weight) if here else (0, -one.weight))
    rows = sorted(
        snapshot.case.recommendations, key=lambda item: -sum(item.id in one.moved for one in columns)
    )
    return (*(one.item.id for one in columns), *(item.id for item in rows))


def together(snapshot: Snapshot, analyses: Analyses, recommendation: str) -> frozenset[str]:
    """The assumptions that change a recommendation from here only together with others, or going along with one."""
    case, scenario, flips = snapshot.case, snapshot.scenario, analyses.flips_of[recommendation]
    sets = (*flips.accepted, *flips.rejected)
    found = {change.id for changes in sets if len(changes) > 1 for change in changes}
    for change in (one[0] for one in sets if len(one) == 1) if case.links else ():
        if change.id in case.linked:
            after = carried_along(case, scenario, {change.id: change.to}).stance_of
            found.update(name for name, stance in scenario.stance_of.items() if after[name] is not stance)
    return frozenset(found)


def _columns(snapshot: Snapshot, shown: list[Changed], never: list[Changed]) -> list[Column]:
    columns = [Column(id="recommendation", title=message("Recommendation"))]
    if snapshot.view.outlook is Outlook.EVERYWHERE:
        columns.append(Column(id="all", title=message("All settings"), width=Width.SIGN, slanted=True))
    columns += [_head(snapshot, one) for one in shown]
    if never:
        folded = NEVER not in snapshot.view.unfolded
        columns.append(
            Column(
                id=NEVER,
                title=told("{number} more decide nothing" if folded else "Fold them", number=len(never)),
                width=Width.SIGN,
                control=not folded,
                tone=Tone.SOFT,
                tip=told(
                    "By this case’s rules they decide nothing: {names}",
                    names=", ".join(name_of(one.item) for one in never),
                ),
                action=unfold(snapshot.view, NEVER),
            )
        )
    if snapshot.scenario.credences:
        columns.append(
            Column(
                id="probability", title=message("How likely it holds"), tip=message("By the room’s ratings.")
            )
        )
    return columns


def _head(snapshot: Snapshot, one: Changed) -> Column:
    stance = snapshot.scenario.stance_of[one.item.id]
    shown_as = one.to if snapshot.view.outlook is Outlook.HERE else Stance.FAILS
    return Column(
        id=one.item.id,
        title=head_of(snapshot.case, one.item),
        code=one.item.code,
        width=Width.SIGN,
        slanted=True,
        tone=Tone.FAINT if one.never else STANCE_TONES.get(stance),
        tip=told(HEADS[shown_as], now=said(name_of(one.item), stance)),
        action=look(picked=one.item.id),
    )


def _named(snapshot: Snapshot, item: Recommendation, columns: int) -> TextCell:
    """A recommendation with its verdict, and its short name for where many columns leave it little room."""
    return TextCell(
        text=item.title if len(item.title) <= LONGEST_ROW else brief_of(snapshot.case, item, LINES),
        code=item.code,
        sign=sign(snapshot.evaluation.recommendation[item.id].verdict),
        short=brief_of(snapshot.case, item, LINES) if columns > MANY_COLUMNS else "",
    )


def _row(
    snapshot: Snapshot,
    analyses: Analyses,
    item: Recommendation,
    shown: list[Changed],
    columns: list[Changed],
    picked: str,
) -> Row:
    verdict = snapshot.evaluation.recommendation[item.id].verdict
    cells: list[Cell] = [_named(snapshot, item, len(shown))]
    if snapshot.view.outlook is Outlook.HERE:
        combined = together(snapshot, analyses, item.id)
        cells += [_verdict_cell(snapshot, analyses.single_flips, item, one, combined) for one in shown]
    else:
        cells += share_cells(analyses, item, [one.item for one in shown])
    cells += [SignCell()] * any(one.never for one in columns)
    if snapshot.scenario.credences:
        likely = spread(snapshot.case, analyses.range_of[item.id])
        tip = f"{likely.text}, {likely.note}. {likely.tip}" if likely.note else likely.tip
        cells.append(replace(likely, note="", tip=tip))
    changing = [quoted(one.item.title) for one in columns if item.id in one.decided]
    return Row(
        id=item.id,
        cells=tuple(cells),
        picked=item.id == picked,
        spoken=f"{item.title}: {sign(verdict).word}. {_alone(changing)}",
        action=look(picked=item.id),
    )


def _alone(changing: list[str]) -> str:
    if not changing:
        return message("Nothing alone would change it.")
    return told("Any of these alone would change it: {names}.", names=", ".join(changing))


def _verdict_cell(
    snapshot: Snapshot, alone: SingleFlips, item: Recommendation, one: Changed, combined: frozenset[str]
) -> SignCell:
    names = {"assumption": quoted(one.item.title), "code": one.item.code, "advice": quoted(item.title)}
    if item.id in one.decided:
        moved = item.id in one.moved
        to = one.to if moved else OTHERWISE[one.to]
        after = alone.after[one.item.id, to][item.id]
        pattern = (CHANGING_LINKED if one.item.id in snapshot.case.linked else CHANGING)[to]
        tip = told(pattern, then=_then(snapshot, item, after), **names)
        return SignCell(sign=sign(after) if moved else sign_in_words(OTHER_WAY), ground=moved, tip=tip)
    mark = sign_in_words(TOGETHER if one.item.id in combined else DOT)
    if not one.possible:
        ways = RULED_OUT_ALONE if one.item.id in combined else RULED_OUT
    else:
        ways = WITH_OTHERS if one.item.id in combined else STAYING
    return SignCell(sign=mark, tip=told(ways[one.to], **names))


def _then(snapshot: Snapshot, item: Recommendation, after: Verdict) -> str:
    """What becomes of a recommendation, against what it is now, as a clause."""
    name = quoted(item.title)
    if after is not Verdict.HOLDS:
        return said(name, after)
    now = snapshot.evaluation.recommendation[item.id]
    if now.verdict is Verdict.FEWER:
        return told("{advice} holds in full", advice=name)
    again = snapshot.has_fallen(item.id)
    return told("{advice} holds again" if again else "{advice} holds", advice=name)


def _key(rows: tuple[Row, ...]) -> tuple[Sign, ...]:
    """The signs of verdicts that stand in a cell, then the rings; a dot speaks for itself."""
    seen = {cell.sign for row in rows for cell in row.cells if isinstance(cell, SignCell) and cell.sign}
    verdicts = tuple(found for verdict in Verdict if (found := sign(verdict)) in seen)
    return (*verdicts, *(ring for ring in map(sign_in_words, (TOGETHER, OTHER_WAY)) if ring in seen))


def _left_out(kept: int, snapshot: Snapshot) -> str:
    """How much is shown of a case that is larger than anybody reads in one table."""
    advice = len(snapshot.case.recommendations)
    if kept <= MOST_COLUMNS and advice <= MOST_ROWS:
        return ""
    return told(
        "{columns} of {assumptions} assumptions and {rows} of {recommendations} recommendations are shown; "
        "in the order of load, those on which most depends.",
        columns=min(MOST_COLUMNS, kept),
        assumptions=len(snapshot.assumptions),
        rows=min(MOST_ROWS, advice),
        recommendations=advice,
    )


def _note(snapshot: Snapshot, analyses: Analyses) -> str:
    if snapshot.view.outlook is Outlook.HERE:
        return on_single_changes(snapshot.case, analyses.single_flips)
    note = message(
        "Percent of the possible settings, each counted once. A share of settings is not a chance."
    )
    error = max((item.error for item in analyses.everywhere.statements), default=0.0)
    if not error:
        return note
    return f"{note} {told(ESTIMATED, error=100 * error)}"
