"""What becomes of the advice at each group, and how it depends on the assumption that is picked."""

from models.language.messages import message, told
from models.language.naming import quoted
from models.language.signs import result_sign
from models.language.states import said, sign
from models.language.words import in_turn
from models.language.workshop.group_words import has_answered
from models.schema.action import look
from models.schema.case import Recommendation
from models.schema.page import Block, Cell, Column, Row, SignCell, Table, TextCell, Weight, Width
from models.schema.snapshot import Snapshot
from models.schema.standing import Deciding, Standing


def verdicts_table(standing: Standing) -> Table:
    """What becomes of every recommendation by each group's stances."""
    groups = [one for one in standing.groups if has_answered(one.group)]
    rows = []
    for item in standing.case.recommendations:
        found = [result_sign(one.evaluation, item.id) for one in groups]
        differs = len(set(found)) > 1
        told = (f"{one.group.name}: {sign.word}" for one, sign in zip(groups, found, strict=True))
        cells = (SignCell(sign=sign, ground=differs, tip=sign.word) for sign in found)
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
        heading=message("What becomes of the advice at each"),
        columns=(Column(id="recommendation", title=message("Recommendation")), *heads),
        rows=tuple(rows),
        key=signs,
    )


def deciding_blocks(snapshot: Snapshot, standing: Standing) -> tuple[Block, ...]:
    """How advice depends on the assumption that is picked: what becomes of it either way, and all else being how."""
    found = standing.disagreements
    picked = next((item for item in found.items if item.id == snapshot.view.picked), None) if found else None
    if picked is None or not picked.deciding or standing.workshop.asking is not None:
        return ()
    by_id = {item.id: item for item in snapshot.case.recommendations}
    name = quoted(snapshot.case.by_id[picked.id].title)
    return (
        Table(
            id="deciding",
            heading=told("How advice depends on {name}", name=name),
            columns=(
                Column(id="recommendation", title=message("Recommendation")),
                Column(id="holds", title=message("If it holds")),
                Column(id="fails", title=message("If it fails")),
                Column(id="rest", title=message("All else"), width=Width.STRETCH),
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
        return told("as {group} leans" if group.ballot else "as {group} has it", group=group.name)
    if not one.others:
        return message("however it is")
    by_id = standing.case.by_id
    others = in_turn((said(quoted(by_id[other.id].title), other.stance) for other in one.others), limit=4)
    reader = standing.of.get(one.read_by or "")
    if reader is None:
        return told("where {others}", others=others)
    return told("where {others}, arguments combined as at {group}", others=others, group=reader.group.name)
