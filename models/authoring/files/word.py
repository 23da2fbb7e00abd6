"""The text of a Word file: paragraphs, headings, entries of lists, rows of tables, and its notes at the end."""

import io
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from models.schema.problem import phrase
from models.store.files import refusal

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


def word_texts(
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
