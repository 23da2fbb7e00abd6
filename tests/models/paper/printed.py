"""Briefing sheets as their readers get them: text, pages and pictures of a PDF."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from io import BytesIO
from typing import Any

import pypdfium2
from pypdf import PdfReader
from pypdfium2.raw import FPDFText_GetUnicode

from models.paper.document import Paper
from models.paper.pack.wish import Wish
from models.paper.prints import MAP, MINUTES, SHEET
from models.schema.snapshot import Snapshot

PRINTED = date(2026, 11, 23)
FOOT = 45
PAPERS: tuple[Paper, ...] = ("a4", "letter")


def pdf_bytes(snapshot: Snapshot, paper: str = "a4", printed: date = PRINTED, annex: bool = False) -> bytes:
    return SHEET.pdf(Wish(snapshot, paper, printed, annex=annex))


def page_images(
    snapshot: Snapshot, paper: str, printed: date, ppi: int, annex: bool = False
) -> tuple[bytes, ...]:
    return SHEET.pages(Wish(snapshot, paper, printed, annex=annex), ppi)


def map_pdf(snapshot: Snapshot, paper: str) -> bytes:
    return MAP.pdf(Wish(snapshot, paper, PRINTED))


def minutes_pdf(snapshot: Snapshot, paper: str = "a4") -> bytes:
    return MINUTES.pdf(Wish(snapshot, paper, PRINTED))


@lru_cache(maxsize=64)
def pdf(snapshot: Snapshot, paper: Paper = "a4", annex: bool = False) -> bytes:
    return pdf_bytes(snapshot, paper, PRINTED, annex=annex)


def lines_of(data: bytes) -> list[list[str]]:
    """The lines of each page."""
    with pypdfium2.PdfDocument(data) as document:
        return [page.get_textpage().get_text_range().splitlines() for page in document]


def words_of(data: bytes) -> tuple[str, ...]:
    """The text of each page, on one line."""
    return tuple(" ".join(" ".join(lines).split()) for lines in lines_of(data))


@lru_cache(maxsize=64)
def pages(snapshot: Snapshot, paper: Paper = "a4", annex: bool = False) -> tuple[str, ...]:
    return words_of(pdf(snapshot, paper, annex))


def text(snapshot: Snapshot, paper: Paper = "a4") -> str:
    return " ".join(pages(snapshot, paper))


def squeezed(words: str) -> str:
    """The words without the spaces, since a line may end at any of them and after a hyphen too."""
    return "".join(words.split())


def roles(snapshot: Snapshot, annex: bool = False) -> list[str]:
    """The roles of all structure elements of the PDF, in reading order."""
    reader = PdfReader(BytesIO(pdf(snapshot, annex=annex)))
    root: Any = reader.trailer["/Root"]
    return [str(element["/S"]) for element in _elements(root["/StructTreeRoot"]["/K"])]


def alternatives(data: bytes) -> list[str]:
    """The words for each picture."""
    reader = PdfReader(BytesIO(data))
    root: Any = reader.trailer["/Root"]
    return [str(element["/Alt"]) for element in _elements(root["/StructTreeRoot"]["/K"]) if "/Alt" in element]


def character_boxes(data: bytes) -> Iterator[tuple[float, float, tuple[float, float, float, float]]]:
    """Width and height of the page and the box (left, bottom, right, top) of every printed character."""
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            words, width, height = page.get_textpage(), page.get_width(), page.get_height()
            for place in range(words.count_chars()):
                if chr(FPDFText_GetUnicode(words.raw, place)).strip():
                    yield width, height, words.get_charbox(place)


def words_end(data: bytes) -> list[float]:
    """How far down each page the last words above its foot are."""
    ends = []
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            words, height = page.get_textpage(), page.get_height()
            lows = (words.get_charbox(place)[1] for place in range(words.count_chars()))
            ends.append(1 - min(low for low in lows if low > FOOT) / height)
    return ends


def darkest_and_lightest(data: bytes, word: str) -> tuple[int, int]:
    """The range of greys where a word is printed, from 0 (black) to 255."""
    scale = 3
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            found = page.get_textpage().search(word, match_case=True).get_next()
            if found is None:
                continue
            boxes = [page.get_textpage().get_charbox(found[0] + place) for place in range(found[1])]
            image = page.render(scale=scale, grayscale=True).to_pil()
            top = page.get_height()
            left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
            low, high = min(box[1] for box in boxes), max(box[3] for box in boxes)
            greys = image.crop(
                tuple(round(value * scale) for value in (left, top - high, right, top - low))
            ).getextrema()
            return int(greys[0]), int(greys[1])
    raise LookupError(word)


def _elements(node: Any) -> Iterator[Any]:
    element = node.get_object()
    if isinstance(element, list):
        for child in element:
            yield from _elements(child)
    elif isinstance(element, dict) and "/S" in element:
        yield element
        if "/K" in element:
            yield from _elements(element["/K"])
