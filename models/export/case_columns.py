"""The sheets and columns of a case as a spreadsheet: one table for writing and reading.

All words stand here in English: they are written in the language in force, and read in every one.
"""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import NamedTuple

from models.language.messages import spellings
from models.schema.grades import Stance, Verdict

SHEET = "spreadsheet"
"""The context of all words in it."""
ADVICE = "spreadsheet, of advice"
"""That of what a test expects of advice."""

KINDS = {
    "stated": "said",
    "hedged": "said with caution",
    "implied": "unsaid, but needed",
    "added": "added by an analyst",
}
STANCES = {"holds": "holds", "fails": "fails", "uncertain": "uncertain", "as-argued": "as argued"}
STRENGTHS = {"weak": "weak", "normal": "normal", "strong": "strong"}
READINGS = {"one-argument": "one argument is enough", "every-argument": "every argument must hold"}
YES = {"yes": "yes"}
TAKEN = {str(stance): str(stance) for stance in Stance}
EXPECTED = {str(verdict): str(verdict) for verdict in Verdict}
SPEAKS = ("for", "against", "open")
ANY, LEAST, NOT = "any of {names}", "at least {number} of {names}", "not {name}"
"""How premises are written."""


class Form(Enum):
    """How the value under a key stands in a cell."""

    TEXT = "text"
    LINES = "lines"
    NUMBER = "number"
    NUMBERS = "numbers"
    NAME = "name"
    NAMES = "names"
    PREMISES = "premises"
    STANCES = "stances"
    SIGNPOSTS = "signposts"
    FLAG = "flag"
    CHOICE = "choice"


class Column(NamedTuple):
    """A column: its head, the key in the case, the form of its cells, and what can be chosen."""

    head: str
    key: str
    form: Form = Form.TEXT
    choices: Mapping[str, str] = {}
    wide: int = 18

    @property
    def context(self) -> str:
        """That of its choices: what holds is said otherwise of advice."""
        return ADVICE if self.key == "expect" else SHEET


class Table(NamedTuple):
    """A sheet with the items of one list of the case."""

    name: str
    section: str
    columns: tuple[Column, ...]


_TEXT = Column("In full", "text", wide=46)
_CITED = Column("Paragraphs", "paragraphs", Form.NUMBERS, wide=11)
_KIND = Column("In the source", "kind", Form.CHOICE, KINDS)
_ID = Column("Id (may stay empty)", "id")
_IF = Column("If", "if", Form.PREMISES)
_BECAUSE = Column("Because", "because", wide=46)
_MODEL = Column("Model", "model", Form.NAME)
_STATEMENT = (Column("Code", "code", wide=7), Column("Short name", "label", wide=24), _TEXT)

TABLES = (
    Table("Models", "models", (Column("Name", "title", wide=30), _ID)),
    Table(
        "Assumptions",
        "assumptions",
        (
            *_STATEMENT,
            Column("If it fails", "if-fails", wide=30),
            _MODEL,
            Column("Core", "core", Form.FLAG, YES, 6),
            _KIND,
            Column("Taken as", "baseline", Form.CHOICE, STANCES, 12),
            Column("Argued for by", "argued-by", Form.NAMES),
            _CITED,
            Column("Challenge questions", "challenge", Form.LINES, wide=30),
            Column("Signposts", "signposts", Form.SIGNPOSTS, wide=30),
            Column("Shaping", "shaping", Form.LINES, wide=30),
            Column("Hedging", "hedging", Form.LINES, wide=30),
            Column("On tiles", "short"),
            _ID,
        ),
    ),
    Table("Findings", "findings", (*_STATEMENT, _MODEL, _KIND, _CITED, Column("On tiles", "short"), _ID)),
    Table(
        "Recommendations",
        "recommendations",
        (
            *_STATEMENT,
            Column("For whom", "addressee", wide=24),
            Column("Emphasis", "emphasis"),
            _MODEL,
            _KIND,
            _CITED,
            Column("On tiles", "short"),
            _ID,
        ),
    ),
    Table(
        "Arguments",
        "rules",
        (
            Column("Argues for", "then", Form.NAME, wide=11),
            Column("Argues against", "opposes", Form.NAME, wide=14),
            _IF,
            Column("Why act", "need", Form.PREMISES),
            Column("Can it work", "means", Form.PREMISES),
            Column("Is it ours to do", "standing", Form.PREMISES),
            _BECAUSE,
            _KIND,
            Column("Strength", "strength", Form.CHOICE, STRENGTHS, 10),
            _CITED,
            Column("Reply to an objection", "reply", wide=30),
            _ID,
        ),
    ),
    Table(
        "Links",
        "links",
        (
            Column("Exactly one of", "one-of", Form.NAMES),
            Column("At most one of", "at-most-one", Form.NAMES),
            _IF,
            Column("Then", "then", Form.NAME),
            _BECAUSE,
            _CITED,
            _ID,
        ),
    ),
    Table("Background", "background", (Column("Code", "id", wide=7), _TEXT, _CITED)),
    Table(
        "Concessions",
        "concessions",
        (_TEXT, Column("How the case treats it", "treatment", wide=46), _CITED, _ID),
    ),
    Table(
        "If advice is ignored",
        "feedback",
        (
            Column("Short name", "label"),
            _TEXT,
            _IF,
            Column("Unless followed", "unless-followed", Form.NAME),
            Column("Next round", "sets", Form.STANCES, TAKEN),
            _KIND,
            _CITED,
            _ID,
        ),
    ),
    Table("Notes", "coherence", (_IF, _TEXT, _ID)),
    Table(
        "Tests",
        "tests",
        (
            Column("Take", "set", Form.STANCES, TAKEN, 24),
            Column("Expect", "expect", Form.STANCES, EXPECTED, 30),
            Column("How arguments combine", "reading", Form.CHOICE, READINGS, 24),
            Column("Objections count", "added", Form.FLAG, YES, 10),
            Column("Rejected", "aside", Form.LINES),
            Column("Note", "note", wide=40),
        ),
    ),
)
HEAD, README = "Case", "Read me"
HEAD_ROWS = (
    Column("Title", "title"),
    Column("Author of the source", "source.author"),
    Column("Title of the source", "source.title"),
    Column("Year", "source.year", Form.NUMBER),
    Column("Month", "source.month", Form.NUMBER),
    Column("Publisher", "source.publisher"),
    Column("How many paragraphs it has", "source.paragraphs", Form.NUMBER),
    Column("What it is called", "source.kind"),
    Column("Language of the texts", "language"),
    Column("Version", "version"),
    Column("What this version changed", "changes"),
    Column("In the short walk-through", "short-walk", Form.NAMES),
    Column("Id (may stay empty)", "id"),
)
"""What is said of the whole case, in rows of a head and a value."""


def words() -> Iterator[tuple[str, str]]:
    """Every word of the spreadsheet, with its context."""
    columns = [column for table in TABLES for column in table.columns]
    for text in (HEAD, README, *SPEAKS, ANY, LEAST, NOT, *(table.name for table in TABLES)):
        yield text, SHEET
    for column in (*HEAD_ROWS, *columns):
        yield column.head, SHEET
        yield from ((word, column.context) for word in column.choices.values())


def folded(text: str) -> str:
    """Words as they are compared."""
    return " ".join(text.split()).casefold()


def spelled(text: str, context: str = SHEET) -> Iterator[str]:
    """How a word may be written, in every language, as it is compared."""
    return map(folded, spellings(text, context))
