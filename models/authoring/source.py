"""The text that a case is made of, as numbered paragraphs: pasted, or out of a text, Markdown, Word or PDF file.

Nothing in a file is run or fetched, and what a packed one unfolds to is bounded before it is read.
"""

import io
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from unicodedata import normalize
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from models.schema.problem import Refused, phrase
from models.schema.value import Answer
from models.store.files import leniently_decoded, read_bytes, refusal

MAX_BYTES = 20_000_000
MAX_PAGES = 500
MAX_PARAGRAPHS, MAX_TEXT = 5_000, 20_000
ENDINGS = (".txt", ".md", ".markdown", ".docx", ".pdf")
HEADING = 90
"""Letters: a line of its own that is shorter, and ends like no sentence, is a heading."""
_TOO_LONG = (
    phrase("The text is too long."),
    phrase(
        "Take the part that the case is about: at most {max_paragraphs:,} paragraphs.",
        max_paragraphs=MAX_PARAGRAPHS,
    ),
)
_NO_PDF = (phrase("The PDF cannot be read."), phrase("Copy its text in your PDF reader, and paste it here."))


MAX_UNPACKED = 50_000_000
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NO_WORD = (
    phrase("The Word file cannot be read."),
    phrase("Save it again as .docx without a password, or paste its text."),
)
_BROKEN = (
    BadZipFile,
    KeyError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    EOFError,
    zlib.error,
    ElementTree.ParseError,
)
_NOTES = (("footnote", "word/footnotes.xml"), ("endnote", "word/endnotes.xml"))


class Paragraph(Answer, kw_only=False):
    """A paragraph with its number, or a heading, which has none (0)."""

    number: int
    text: str


class SourceText(Answer):
    """The paragraphs of a source in their order."""

    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def count(self) -> int:
        """How many paragraphs are numbered."""
        return max((paragraph.number for paragraph in self.paragraphs), default=0)

    def paragraph(self, number: int) -> str:
        """The text of a numbered paragraph, empty where there is none."""
        return next((part.text for part in self.paragraphs if part.number == number), "")


def read_source(path: Path) -> SourceText:
    """The paragraphs of a file; raises Refused where it cannot be read."""
    content, ending = read_bytes(path, MAX_BYTES), path.suffix.lower()
    if ending == ".docx":
        return _numbered(path.name, _word_texts(path, content, _TOO_LONG, _MARK, _row))
    if ending == ".pdf":
        return pasted(_of_pdf(path, content), path.name)
    text = leniently_decoded(content)
    if "\0" in text[:4000]:
        raise refusal(
            path,
            phrase("This is no text."),
            phrase("Choose a file that ends in {endings}.", endings=", ".join(ENDINGS)),
        )
    return pasted(text, path.name, markdown=ending != ".txt")


def pasted(text: str, name: str = "", *, markdown: bool = True) -> SourceText:
    """The paragraphs of a text that was pasted: what blank lines part, else each line."""
    lines = [line.strip() for line in re.split(r"\r\n|\r|\n|\u2029|\f", text)]
    blocks = re.split(r"\n{2,}", "\n".join(lines)) if "" in lines else lines
    if markdown:
        blocks = [part for block in blocks for part in _PARTS.split(_TITLE.sub("\\1\n\f", block))]
    found = (_plain(block) if markdown else " ".join(block.split()) for block in blocks)
    return _numbered(name, [block for block in found if block])


def _numbered(name: str, texts: list[str]) -> SourceText:
    if len(texts) > MAX_PARAGRAPHS or any(len(text) > MAX_TEXT for text in texts):
        raise refusal(name or "text", *_TOO_LONG)
    own = [_OWN.match(text) for text in texts]
    numbers = [int(found[1]) for found in own if found]
    if numbers and all(before < after for before, after in pairwise(numbers)):
        made = [
            Paragraph(int(found[1]), text[found.end() :]) if found else Paragraph(0, text.lstrip(_SIGNS))
            for text, found in zip(texts, own, strict=True)
        ]
        return SourceText(paragraphs=tuple(made))
    made, number = [], 0
    for text in texts:
        title = not made and len(texts) > 1 and text[-1:] in "?？"  # the question that the source is about
        heading = text.startswith(_MARK) or (not text.startswith(_ITEM) and _is_heading(text, title))
        number += not heading
        made.append(Paragraph(0 if heading else number, text.lstrip(_SIGNS)))
    return SourceText(paragraphs=tuple(made))


_OWN = re.compile(r"[¶§]\s*([0-9]{1,4})\b[.):]?\s*")
"""A number that the source itself gives a paragraph: it is kept, and what has none is a heading or a note."""
_MARK = "\x01"
"""Stands before a heading until it is numbered, or not."""
_ITEM = "\x02"
"""Stands before an entry of a list, a row of a table, or a note: it is numbered, however short."""
_SIGNS = _MARK + _ITEM
FAR = 2000
"""So many characters at most stand between two marks: a mark without its other half is not looked for to the end."""
_ENTRY = r"(?:[-*+]|[0-9]{1,3}[.)])\s+"
_TITLE = re.compile(r"^(#{1,6}\s[^\n]*)\n", re.MULTILINE)
_PARTS = re.compile(rf"\n\f|\n(?={_ENTRY}|\||#{{1,6}}\s)|(?<=\|)\n(?!\|)")
"""Where a block of Markdown has more than one paragraph: before entries of lists, rows of tables and headings."""


def _plain(block: str) -> str:
    """A block of Markdown as plain text; a heading and an entry of a list are marked as such."""
    heading = re.match(r"#{1,6}\s+", block)
    if block.startswith("|"):
        return _row(block.strip("| ").split("|"))
    mark = _MARK if heading else _ITEM if re.match(_ENTRY, block) else ""
    block = re.sub(rf"^(#{{1,6}}\s+|>[>\s]*|{_ENTRY})", "", block, flags=re.MULTILINE)
    block = re.sub(rf"!?\[([^\[\]]{{0,{FAR}}})\]\([^)]{{0,{FAR}}}\)", r"\1", block)
    block = re.sub(rf"(\*\*|__|`)(.{{1,{FAR}}}?)\1", r"\2", block)
    block = re.sub(rf"(?<!\w)([*_])(\S.{{0,{FAR}}}?)\1(?!\w)", r"\2", block)
    text = " ".join(block.split())
    return f"{mark}{text}" if re.search(r"\w", text) else ""


def _row(cells: Iterable[str]) -> str:
    """A row of a table as a line; what only draws one has no words."""
    text = " | ".join(" ".join(cell.split()) for cell in cells)
    return f"{_ITEM}{text}" if re.search(r"\w", text) else ""


def _is_heading(text: str, is_title: bool) -> bool:
    return len(text) < HEADING and (is_title or not re.search(r"[.!?…:;。！？؟”\"»)\]]$", text))


def _of_pdf(path: Path, content: bytes) -> str:
    """The text of a PDF, its lines joined to paragraphs; pypdf bounds what streams unfold to."""
    import pypdf  # slow to load, and seldom wanted

    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if len(reader.pages) > MAX_PAGES:
            raise refusal(path, *_TOO_LONG)
        pages = [page.extract_text() for page in reader.pages]
    except Refused:
        raise
    except Exception as error:  # a damaged or hostile file ends pypdf in errors of every kind
        raise refusal(path, *_NO_PDF) from error
    text = re.sub(r"(?<=\w)[-\u00ad]\n(?=[a-z])", "", "".join(map(_joined, pages))).replace("\u00ad", "")
    if not text.strip():
        raise refusal(path, phrase("The PDF has no text, only pictures."), _NO_PDF[1])
    return text


_LIGATURES = {code: normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
"""Letters that printers join, such as ﬁ: nobody types them, so nothing that is typed would find them."""
_FOLIO = re.compile(r"[-–—]?\s*\d{1,4}\s*[-–—]?")
"""The number of a page, on a line of its own at its head or foot."""
_AROUND, _UNEVEN = 12, 1.25
"""Lines that tell how wide a column is; full ones differ by less than that, as letters do."""


def _width(lines: list[str], at: int) -> float:
    """How many letters a line has room for: as those around it have, which may be of a column beside a wide head."""
    around = sorted(len(line) for line in lines[max(0, at - _AROUND) : at + _AROUND + 1])
    full = around[len(around) * 3 // 4]
    return max(long for long in around if long <= full * _UNEVEN)


def _joined(page: str) -> str:
    """The lines of a page as paragraphs: one ends with a sentence after which the next word had found room."""
    lines = [" ".join(line.split()) for line in page.translate(_LIGATURES).strip().split("\n")]
    for edge in (0, -1):
        if lines and _FOLIO.fullmatch(lines[edge]):
            del lines[edge]
    out: list[str] = []
    for at, (line, after) in enumerate(zip(lines, [*lines[1:], ""], strict=True)):
        word = after.split(" ", 1)[0]
        wide = _width(lines, at)
        room = len(line) + 1 + len(word) < wide or len(line) > wide >= len(after)
        ends = room and re.search(r"[.!?…”\"’)]$", line)
        out += [line, "\n\n" if not line or ends else "\n"]
    return "".join(out)


def _word_texts(
    path: Path, content: bytes, too_long: tuple[str, str], heading: str, entry: Callable[[list[str]], str]
) -> list[str]:
    """The texts of a Word file; one that is a heading begins with `heading`, and `entry` makes one of cells."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            body = _part(path, archive, "word/document.xml", too_long)
            known = set(archive.namelist())
            notes = [(kind, _part(path, archive, name, too_long)) for kind, name in _NOTES if name in known]
    except _BROKEN as error:
        raise refusal(path, *_NO_WORD) from error
    numbers = _numbers(body)
    texts = [_of(part, numbers, heading, entry) for part in _parts(body)]
    for kind, root in notes:
        for note in root.iter(f"{_WORD}{kind}"):
            number = numbers.get((kind, note.get(f"{_WORD}id", "")))
            if number:  # else it only draws the line over the notes
                told = " ".join(filter(None, (_words(part, {}) for part in note.iter(f"{_WORD}p"))))
                texts.append(entry([f"[{number}] {told}"]))
    return [text for text in texts if text.strip(heading)]


def _part(path: Path, archive: ZipFile, name: str, too_long: tuple[str, str]) -> ElementTree.Element:
    with archive.open(name) as stream:
        xml = stream.read(MAX_UNPACKED + 1)
    if len(xml) > MAX_UNPACKED:
        raise refusal(path, *too_long)
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise refusal(path, *_NO_WORD)
    return ElementTree.fromstring(xml)  # noqa: S314 - of bounded length, and without entities


def _numbers(body: ElementTree.Element) -> dict[tuple[str, str], int]:
    """The numbers of the notes, in the order in which the text points at them."""
    kinds = {f"{_WORD}{kind}Reference": kind for kind, _ in _NOTES}
    found = ((kinds[part.tag], part.get(f"{_WORD}id", "")) for part in body.iter() if part.tag in kinds)
    return {note: number for number, note in enumerate(dict.fromkeys(found), 1)}


def _parts(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Paragraphs, and rows of tables, in their order."""
    for part in element:
        if part.tag in (f"{_WORD}p", f"{_WORD}tr"):
            yield part
        else:
            yield from _parts(part)


def _of(
    part: ElementTree.Element,
    numbers: dict[tuple[str, str], int],
    heading: str,
    entry: Callable[[list[str]], str],
) -> str:
    if part.tag == f"{_WORD}tr":
        return entry([_words(cell, numbers) for cell in part.iter(f"{_WORD}tc")])
    text = _words(part, numbers)
    style = part.find(f"{_WORD}pPr/{_WORD}pStyle")
    name = "" if style is None else str(style.get(f"{_WORD}val", "")).lower()
    if name.startswith(("heading", "title", "subtitle")):
        return heading + text
    is_entry = part.find(f"{_WORD}pPr/{_WORD}numPr") is not None or name.startswith("list")
    return entry([text]) if is_entry else text


def _words(element: ElementTree.Element, numbers: dict[tuple[str, str], int]) -> str:
    """What stands in an element, with the numbers of the notes that it points at."""
    parts = []
    for part in element.iter():
        kind = part.tag.removeprefix(_WORD).removesuffix("Reference")
        if part.tag == f"{_WORD}t":
            parts.append(part.text or "")
        elif part.tag in (f"{_WORD}tab", f"{_WORD}br", f"{_WORD}p"):
            parts.append(" ")
        elif number := numbers.get((kind, part.get(f"{_WORD}id", ""))):
            parts.append(f" [{number}]")
    return " ".join("".join(parts).split())
