"""Small parts that many pages have: choices of a view, what unfolds, names with codes, and a page as plain text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from enum import StrEnum
from typing import TypeVar

from models.language.link_words import link_sentence
from models.language.messages import marked, message, told
from models.language.naming import brief_of, quoted
from models.language.states import word
from models.language.words import citation, in_turn, listed, shown_of
from models.schema.action import Look, look
from models.schema.case import Case, Statement
from models.schema.grades import Vote
from models.schema.page import (
    BarCell,
    Beside,
    Block,
    Cards,
    Cell,
    ChipsCell,
    Choice,
    Dot,
    EntryCell,
    Figure,
    LanesCell,
    Line,
    Map,
    Node,
    Option,
    OptionsCell,
    Page,
    Sentences,
    SignCell,
    SpreadCell,
    Stack,
    Table,
    TextCell,
    Tree,
    Weight,
)
from models.schema.value import Answer
from models.schema.view import View

M = TypeVar("M", bound=StrEnum)
MOST_LINES = 60
"""So many lines stand under one title: a case may name a thousand signposts of one assumption."""
LONGEST_HEAD = 17
"""So many characters stand over a slanted column without being cut."""
SHARES = {
    "recommendation": (
        marked("the only recommendation"),
        marked("no recommendation"),
        marked("{number} of {total} recommendations"),
        marked("none of {total} recommendations"),
    ),
    "verdict": (
        marked("the only verdict"),
        marked("no verdict"),
        marked("{number} of {total} verdicts"),
        marked("none of {total} verdicts"),
    ),
}
_FORMULA = ("=", "+", "-", "@")


def choice_of(field: str, label: str, words: Mapping[M, str], chosen: M) -> Choice:
    """A choice of the view's field `field` among the members that have words."""
    return Choice(
        id=f"choose-{field}",
        label=message(label),
        options=tuple(
            Option(text=message(text), action=look(**{field: member}), chosen=member is chosen)
            for member, text in words.items()
        ),
    )


def unfolding(view: View, name: str, closed: str, opened: str) -> Option:
    """The button that unfolds something, or folds it again."""
    open_now = name in view.unfolded
    return Option(text=opened if open_now else closed, action=unfold(view, name), chosen=open_now)


def unfold(view: View, name: str) -> Look:
    """The action that unfolds something, or folds what is unfolded."""
    rest = tuple(item for item in view.unfolded if item != name)
    return look(unfolded=rest if name in view.unfolded else (*rest, name))


def remembered(view: View, what: str) -> str:
    """The one of several things of a kind that was chosen last; empty where none was."""
    found = (name.removeprefix(what) for name in reversed(view.unfolded) if name.startswith(what))
    return next(found, "")


def remember(view: View, what: str, name: str) -> Look:
    """The action that chooses one of several things of a kind, such as the prediction that is shown."""
    return look(unfolded=(*(item for item in view.unfolded if not item.startswith(what)), f"{what}{name}"))


def name_of(item: Statement) -> str:
    """A statement by its name, its code behind it: "Russia ties deepen (A3)"."""
    return f"{item.title} ({item.code})"


def uncoded(case: Case, text: str) -> str:
    """A text without the codes that follow names: nobody at the back of a room needs them."""
    for code in case.by_code:
        text = text.replace(f" ({code})", "")
    return text


def head_of(case: Case, item: Statement) -> str:
    """A statement over a slanted column: by its name, or the shortest form where that is long."""
    return item.title if len(item.title) <= LONGEST_HEAD else brief_of(case, item)


def names_of(case: Case, identifiers: Iterable[str], limit: int | None = None) -> str:
    """Several statements by their names, in the case's order: "“Russia ties deepen” and “Arsenal is kept”"."""
    wanted = set(identifiers)
    return listed((quoted(item.title) for item in case.by_id.values() if item.id in wanted), limit=limit)


def share_words(number: int, total: int, noun: str) -> str:
    """So many of all: "6 of 11 recommendations", "the only recommendation"."""
    only, no, some, none = SHARES[noun]
    if total == 1:
        return message(only if number else no)
    return told(some if number else none, number=number, total=total)


def titled_lines(identifier: str, title: str, lines: Iterable[Line], note: str = "") -> Sentences:
    """Lines under a title of their own, with a note at its right end; more than anybody reads are counted."""
    every = tuple(lines)
    more = len(every) - shown_of(len(every), MOST_LINES)
    if more:
        rest = Line(text=told("and {number} more", number=f"{more:,}"), weight=Weight.FAINT)
        every = (*every[:MOST_LINES], rest)
    return Sentences(id=identifier, lines=(Line(text=title, note=note, weight=Weight.TITLE), *every))


def links_block(case: Case) -> tuple[Sentences, ...]:
    """What ties assumptions to each other, if anything does."""
    lines = tuple(Line(text=link_sentence(case, link), note=citation(link.paragraphs)) for link in case.links)
    return (Sentences(id="links", heading=message("What ties assumptions"), lines=lines),) if lines else ()


def with_text(page: Page) -> Page:
    """The page with its text for the clipboard."""
    return replace(page, text=PageText(page))


class PageText(Answer, kw_only=False):
    """A page's text, made when it is asked for; a page that has it is compared by its other fields."""

    page: Page = field(compare=False)

    def __call__(self) -> str:
        return plain_text(self.page)


def plain_text(page: Page) -> str:
    """A page as tab-separated text: its title and lead, and every block in order."""
    lead = ([f"{line.quiet} {line.text}".strip()] for line in page.lead)
    lines = [[page.title], *lead, *_in_lines(page.blocks)]
    return "".join("\t".join(map(plain_cell, line)).rstrip() + "\n" for line in lines)


def plain_cell(text: str) -> str:
    """A text in one line that no spreadsheet takes for a formula."""
    line = " ".join(text.split())
    return f"'{line}" if line.startswith(_FORMULA) else line


def _in_lines(blocks: Sequence[Block]) -> Iterator[Sequence[str]]:
    for block in blocks:
        if isinstance(block, (Beside, Stack)):
            yield from ((), (block.heading,)) if block.heading else ()
            yield from _in_lines(block.blocks)
            continue
        body = list(_body(block))
        if body:
            yield ()
            yield from ((block.heading,),) if block.heading else ()
            yield from body


def _body(block: Block) -> Iterator[Sequence[str]]:
    match block:
        case Table():
            yield from _table_lines(block)
        case Sentences():
            yield from map(_line, block.lines)
        case Tree():
            yield from _outline(block.nodes, 0)
        case Cards():
            for card in block.cards:
                yield card.code, card.title, card.sign.word, card.cause, card.change
        case Figure():
            yield (block.alternative,)
        case Map():
            yield from _outline(block.outline, 0)


def _table_lines(table: Table) -> Iterator[Sequence[str]]:
    kept = [place for place, column in enumerate(table.columns) if not column.control]
    heads = [table.columns[place] for place in kept]
    if any(column.title or column.code for column in heads):
        yield [" ".join(part for part in (column.title, column.code) if part) for column in heads]
    for row in table.rows:
        yield from ((row.section,),) if row.section else ()
        yield [cell_text(row.cells[place]) for place in kept]
    yield from ((text,) for text in (table.note, "" if table.rows else table.empty) if text)


def _line(line: Line) -> Sequence[str]:
    word = line.sign.word if line.sign else ""
    return [part for part in (line.quiet, line.text, line.code, line.note, word) if part]


def _outline(nodes: Sequence[Node], depth: int) -> Iterator[Sequence[str]]:
    for node in nodes:
        yield [*([""] * depth), *_line(node.line)]
        yield from _outline(node.children, depth + 1)


def dot_words(dot: Dot) -> str:
    """A group with its votes, if it voted."""
    return with_tally(dot.name, dot.tally)


def with_tally(name: str, tally: tuple[int, int, int] | None) -> str:
    """A name with votes, if there were any, as hold · unsure · fail."""
    return f"{name} ({'·'.join(map(str, tally))})" if tally else name


def sides_of(cell: LanesCell) -> Iterator[tuple[str, list[Dot]]]:
    """Each lane's word with the groups in it, and after them those whose votes are split."""
    for at, lane in enumerate(cell.lanes):
        if dots := [dot for dot in cell.dots if dot.lane == at and not dot.is_split]:
            yield lane.word, dots
    if divided := [dot for dot in cell.dots if dot.is_split]:
        yield word(Vote.SPLIT), divided


def cell_text(cell: Cell) -> str:
    """What stands in a cell, in words."""
    match cell:
        case TextCell():
            word = cell.sign.word if cell.sign else ""
            *first, last = [
                part for part in (f"{cell.text} {cell.code}".strip(), word, cell.detail) if part
            ] or [""]
            return "; ".join((*(part.rstrip(".") for part in first), last))
        case SignCell():
            return cell.sign.word if cell.sign else ""
        case BarCell() | EntryCell():
            return cell.text
        case SpreadCell():
            return "; ".join(part for part in (cell.text, cell.note) if part)
        case LanesCell():
            return "; ".join(f"{side}: {listed(map(dot_words, dots))}" for side, dots in sides_of(cell))
        case ChipsCell():
            return in_turn(chip.text for chip in cell.chips)
        case OptionsCell():
            return next((option.text for option in cell.options if option.chosen), "")
        case _:
            return ""
