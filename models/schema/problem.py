"""A problem says where, what, and what to do; problems are values, collected and shown all at once."""

from collections.abc import Mapping
from enum import StrEnum

from models.schema.value import Value


class Severity(StrEnum):
    """Whether a problem keeps a file from being used."""

    ERROR = "error"
    REMARK = "remark"


class Phrase(str):
    """A sentence in English that keeps its pattern and its words, so that it can be told in another language."""

    __slots__ = ("context", "pattern", "words")

    context: str
    pattern: str
    words: Mapping[str, object]


def phrase(pattern: str, **words: object) -> str:
    """What the lower layers say: they know no language, whoever shows it does."""
    made = Phrase(pattern.format(**words))
    made.context, made.pattern, made.words = "", pattern, words
    return made


def named(word: str, context: str) -> str:
    """A word from a table of ours; the context tells apart what English says alike."""
    made = Phrase(word)
    made.context, made.pattern, made.words = context, word, {}
    return made


def pattern(text: str) -> str:
    """The pattern of a phrase where it stands in a table."""
    return text


def together(*parts: str) -> str:
    """Sentences one after the other, each of which can be told in another language."""
    given = {f"part{place}": part for place, part in enumerate(parts) if part}
    return phrase(" ".join(f"{{{name}}}" for name in given), **given)


class Problem(Value):
    """One thing wrong (or odd) with a file from outside, in words for its reader."""

    severity: Severity = Severity.ERROR
    file: str
    line: int | None = None
    column: int | None = None
    item: str = ""
    what: str
    remedy: str = ""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        item = f" [{self.item}]" if self.item else ""
        return f"{place}: {self.severity}:{item} {self.what} {self.remedy}".rstrip()


class Refused(Exception):  # noqa: N818 - it reads as what happened
    """A file could not be used; carries every problem found."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
