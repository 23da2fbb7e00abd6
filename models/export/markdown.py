"""Pages as Markdown, in which no text that anybody wrote is ever taken for markup."""

import re
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import category

from models.language.unseen import in_lines
from models.pages.parts import cell_text
from models.pages.watch.minutes import minutes, minutes_facts, minutes_title
from models.schema.page import Beside, Block, Line, Page, Row, Sentences, Stack, Table, for_room
from models.schema.snapshot import Snapshot

JOINERS = "\u200c\u200d"
_SIGNS = re.compile(r"[\\`*_{}\[\]<>|~&#$@^]")
_OPENING = re.compile(r"^(\d{1,9})?([-+=.)])")
_ADDRESS = re.compile(r"(?i)\b(www)(\.)|(:)(?=//)")


def minutes_markdown(snapshot: Snapshot, since: str = "") -> str:
    """The minutes of a workshop; `since` chooses what the present is compared with."""
    title, *facts = minutes_facts(snapshot)
    lines = [f"# {escaped(minutes_title(snapshot))}", "", f"**{escaped(title)}**", ""]
    lines += [f"- {escaped(fact)}" for fact in facts]
    for page in minutes(snapshot, since):
        lines += page_lines(page)
    return "\n".join(lines).rstrip("\n") + "\n"


def page_lines(page: Page) -> Iterator[str]:
    """A page under its title, without what is a control."""
    shown = for_room(page)
    yield from ("", f"## {escaped(shown.title)}")
    for line in shown.lead:
        yield from ("", escaped(line.text))
    yield from _blocks(shown.blocks)


def escaped(text: str) -> str:
    """A text in one line as it was written, and nothing in it is markup, a link or a control character."""
    plain = "".join(sign if _shown(sign) else " " for sign in in_lines(text))
    line = _SIGNS.sub(r"\\\g<0>", " ".join(plain.split()))
    line = _ADDRESS.sub(lambda found: f"{found[1]}\\." if found[1] else "\\:", line)
    return _OPENING.sub(lambda found: f"{found[1] or ''}\\{found[2]}", line)


def _shown(sign: str) -> bool:
    return category(sign) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") or sign in JOINERS


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if block.heading:
            yield from ("", f"### {escaped(block.heading)}")
        match block:
            case Beside() | Stack():
                yield from _blocks(block.blocks)
            case Sentences():
                yield from ("", *(f"- {_line(line)}" for line in block.lines))
            case Table():
                yield from _table(block)


def _line(line: Line) -> str:
    parts = (line.quiet, line.text, line.code, line.note)
    return escaped(" ".join(part for part in parts if part))


def _table(table: Table) -> Iterator[str]:
    """The table, a new one under each section's name; columns in which nothing stands are left out."""
    kept = [
        place for place in range(len(table.columns)) if any(cell_text(row.cells[place]) for row in table.rows)
    ]
    heads = [table.columns[place].title for place in kept]
    for section in _sections(table.rows):
        if section[0].section:
            yield from ("", f"### {escaped(section[0].section)}")
        yield from ("", _row(heads), _row(["---"] * len(heads), raw=True))
        yield from (_row([cell_text(row.cells[place]) for place in kept]) for row in section)
    if table.note:
        yield from ("", escaped(table.note))


def _sections(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    starts = [place for place, row in enumerate(rows) if row.section or not place]
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        yield rows[start:end]


def _row(cells: Sequence[str], *, raw: bool = False) -> str:
    return f"| {' | '.join(cell if raw else escaped(cell) for cell in cells)} |"
