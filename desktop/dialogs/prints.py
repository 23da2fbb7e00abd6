"""What can be put on paper, and how the pages of each are made."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtGui import QPageLayout

from models.paper.document import Paper
from models.paper.map_sheet import map_image, map_pdf
from models.paper.sheet import page_images, pdf_bytes
from models.schema.snapshot import Snapshot


@dataclass(frozen=True)
class Wish:
    """What is to be on paper: a scenario with or without its analyses, and whether its workshop has gathered anything.

    The annex shows what the recommendation that is picked depends on; minutes are compared with `since`.
    """

    snapshot: Snapshot
    paper: str
    printed: date
    annex: bool = False
    picked: str = ""
    gathered: bool = False
    since: str = ""


@dataclass(frozen=True)
class Print:
    """Something that can be printed: its name, its papers, whether it has an annex, and how its pages are made."""

    title: str
    file: str
    papers: tuple[str, ...]
    orientation: QPageLayout.Orientation
    has_annex: bool
    pages: Callable[[Wish, int], tuple[bytes, ...]]
    pdf: Callable[[Wish], bytes]


def _sheet_pages(wish: Wish, ppi: int) -> tuple[bytes, ...]:
    paper: Paper = "letter" if wish.paper == "letter" else "a4"
    return page_images(wish.snapshot, paper, wish.printed, ppi, annex=wish.annex, picked=wish.picked)


def _sheet_pdf(wish: Wish) -> bytes:
    paper: Paper = "letter" if wish.paper == "letter" else "a4"
    return pdf_bytes(wish.snapshot, paper, wish.printed, annex=wish.annex, picked=wish.picked)


def _map_pages(wish: Wish, ppi: int) -> tuple[bytes, ...]:
    return (map_image(wish.snapshot, "a3" if wish.paper == "a3" else "a4", wish.printed, ppi),)


def _map_pdf(wish: Wish) -> bytes:
    return map_pdf(wish.snapshot, "a3" if wish.paper == "a3" else "a4", wish.printed)


def _minutes_pages(wish: Wish, ppi: int) -> tuple[bytes, ...]:
    from models.paper.minutes import minutes_images

    paper: Paper = "letter" if wish.paper == "letter" else "a4"
    return minutes_images(wish.snapshot, paper, wish.printed, ppi, wish.since)


def _minutes_pdf(wish: Wish) -> bytes:
    from models.paper.minutes import minutes_pdf

    paper: Paper = "letter" if wish.paper == "letter" else "a4"
    return minutes_pdf(wish.snapshot, paper, wish.printed, wish.since)


SHEET, MAP, MINUTES = (
    Print(
        "Briefing sheet",
        "briefing-sheet.pdf",
        ("a4", "letter"),
        QPageLayout.Orientation.Portrait,
        True,
        _sheet_pages,
        _sheet_pdf,
    ),
    Print(
        "Argument map",
        "argument-map.pdf",
        ("a4", "a3"),
        QPageLayout.Orientation.Landscape,
        False,
        _map_pages,
        _map_pdf,
    ),
    Print(
        "Minutes",
        "minutes.pdf",
        ("a4", "letter"),
        QPageLayout.Orientation.Portrait,
        False,
        _minutes_pages,
        _minutes_pdf,
    ),
)
