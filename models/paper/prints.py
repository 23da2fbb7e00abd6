"""Everything that can be put on paper, by name: for the print dialog and for `whatholds print`."""

from collections.abc import Callable
from dataclasses import dataclass

from models.language.messages import told
from models.language.words import listed
from models.paper.document import Document, Paper, images_of, pdf_of
from models.paper.kinds import Audience, Kind
from models.paper.map_sheet import map_sheets
from models.paper.pack.ballot import ballots
from models.paper.pack.follow_up import follow_up, hot_wash
from models.paper.pack.handout import handouts
from models.paper.pack.script import script
from models.paper.pack.table_cards import table_cards, wall_sheets
from models.paper.pack.wish import Wish
from models.paper.sheet import minutes_sheets, sheets
from models.paper.typesetting import companions

PEOPLE, TABLES = Audience.PEOPLE, Audience.TABLES
SMALL: tuple[Paper, ...] = ("a4", "letter")


@dataclass(frozen=True)
class Print:
    """Something that can be printed: what it is for, on which papers, for whom, and how it is made.

    Without an `audience` there is one of it. `record` is what only a workshop has.
    """

    kind: Kind
    title: str
    use: str
    make: Callable[[Wish], tuple[Document, ...]]
    papers: tuple[Paper, ...] = SMALL
    audience: tuple[Audience, ...] = ()
    has_annex: bool = False
    record: bool = False

    @property
    def file(self) -> str:
        """The name that is offered for the file."""
        return f"{self.kind}.pdf"

    def pdf(self, wish: Wish) -> bytes:
        """The pages as one tagged PDF (PDF/UA-1 and PDF/A-2a); the same wish gives the same bytes."""
        return pdf_of(self.make(wish), self._paper(wish))

    def pages(self, wish: Wish, ppi: int) -> tuple[bytes, ...]:
        """The same pages as PNG, in so many pixels to the inch."""
        return images_of(self.make(wish), self._paper(wish), ppi)

    def untold(self, wish: Wish) -> str:
        """Which characters no font of this machine has, so that their codes stand in their place; mostly none."""
        missing = companions(self.make(wish)).missing
        if not missing:
            return ""
        codes = listed([f"U+{ord(character):04X}" for character in missing], limit=6)
        return told(
            "No font on this machine has {codes}; the codes stand in their place. Install a font that has them.",
            codes=codes,
        )

    def _paper(self, wish: Wish) -> Paper:
        return next((paper for paper in self.papers if paper == wish.paper), self.papers[0])


SHEET = Print(
    Kind.SHEET, "Briefing sheet", "What still holds, why, and what would change it", sheets, has_annex=True
)
MAP = Print(
    Kind.MAP,
    "Argument map",
    "The whole argument on one page, or on one for each recommendation",
    map_sheets,
    ("a4", "a3", "letter"),
)
MINUTES = Print(
    Kind.MINUTES,
    "Minutes",
    "What was decided, who stood where, who watches what",
    minutes_sheets,
    record=True,
)
PRINTS = (
    SHEET,
    MAP,
    Print(Kind.BALLOT, "Ballots", "To vote on the assumptions", ballots, audience=(PEOPLE, TABLES)),
    Print(Kind.HAND_OUT, "Hand-out", "The case on one sheet, front and back", handouts, audience=(PEOPLE,)),
    Print(
        Kind.TABLE_CARDS, "Table cards", "What to argue about at each table", table_cards, audience=(TABLES,)
    ),
    Print(
        Kind.WALL_SHEETS,
        "Wall sheets",
        "One statement a page, for the wall",
        wall_sheets,
        ("a4", "a3", "letter"),
    ),
    Print(Kind.SCRIPT, "Facilitator’s script", "The agenda with what to say and do", script),
    Print(Kind.HOT_WASH, "Hot-wash sheet", "What people take away", hot_wash, audience=(PEOPLE,)),
    Print(Kind.FOLLOW_UP, "Follow-up sheet", "Who watches, who acts, what moved since", follow_up),
    MINUTES,
)
OF_KIND = {item.kind: item for item in PRINTS}
