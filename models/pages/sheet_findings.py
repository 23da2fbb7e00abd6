"""What follows, on the briefing sheet: every finding with what kind of claim it is."""

from models.language.grades import grade, graded
from models.language.naming import the_source
from models.language.signs import statement_sign
from models.schema.page import Column, Page, Row, SignCell, Table, TextCell, Width
from models.schema.snapshot import Snapshot


def follows(snapshot: Snapshot) -> tuple[Page, ...]:
    """Every finding: whether it follows, and what kind of claim it is."""
    rows = tuple(
        Row(
            id=item.id,
            cells=(
                TextCell(text=item.text, code=item.code),
                SignCell(sign=statement_sign(snapshot, item.id), words=True),
                TextCell(text=graded(item), sign=grade(item)),
            ),
        )
        for item in snapshot.case.findings
    )
    columns = (
        Column(id="name", title="Finding", width=Width.STRETCH),
        Column(id="status", title="Here"),
        Column(id="kind", title=f"In {the_source(snapshot.case)}"),
    )
    table = Table(id="findings", columns=columns, rows=rows)
    return (Page(name="findings", title="What follows", blocks=(table,)),) if rows else ()
