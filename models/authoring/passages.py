"""What is kept beside a case for its author alone: the source's paragraphs and the passages that were marked in it.

It stands in a file of its own, so that a case can be handed on without a word of a text that is somebody else's.
"""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

from models.authoring.source import MAX_BYTES, Paragraph, SourceText
from models.schema.problem import phrase
from models.schema.value import FreeText, Identifier, Limits, Value
from models.store.border import as_text, from_text
from models.store.files import read_text, refusal, write_atomically

ENDING = ".passages.json"


class KeptParagraph(Value):
    """A paragraph of the source as the file has it."""

    number: Annotated[int, Limits(ge=0)]
    text: FreeText


class Passage(Value):
    """Words of the source that a statement or an argument was made of, from a paragraph."""

    id: Identifier
    paragraph: Annotated[int, Limits(ge=0)]
    text: FreeText


class Passages(Value):
    """The source as it was read, and what was marked in it."""

    format: Literal["whatholds-passages"] = "whatholds-passages"
    schema_: Literal[1] = 1
    paragraphs: tuple[KeptParagraph, ...] = ()
    passages: tuple[Passage, ...] = ()

    @property
    def source(self) -> SourceText:
        """The source's paragraphs."""
        return SourceText(paragraphs=tuple(Paragraph(item.number, item.text) for item in self.paragraphs))

    def of(self, name: str) -> tuple[Passage, ...]:
        """The passages of a statement or an argument."""
        return tuple(passage for passage in self.passages if passage.id == name)


def with_source(kept: Passages, source: SourceText) -> Passages:
    """With another source; the passages stay, as they are words and no places."""
    made = tuple(KeptParagraph(number=item.number, text=item.text) for item in source.paragraphs)
    return replace(kept, paragraphs=made)


def with_passage(kept: Passages, name: str, paragraph: int, text: str) -> Passages:
    """With a passage for a statement or an argument; the same words are kept once."""
    made = Passage(id=name, paragraph=paragraph, text=" ".join(text.split()))
    return kept if made in kept.passages else replace(kept, passages=(*kept.passages, made))


def beside(case: Path) -> Path:
    """The file that belongs to a case's file."""
    return case.with_name(case.stem + ENDING)


def load(case: Path) -> Passages:
    """What is kept beside a case; nothing where there is no such file; raises Refused where it makes no sense."""
    path = beside(case)
    if not path.is_file():
        return Passages()
    try:
        return from_text(Passages, read_text(path, 4 * MAX_BYTES))
    except ValueError as error:
        raise refusal(
            path,
            phrase("The passages of this case cannot be read."),
            phrase("Move the file away, and mark them again."),
        ) from error


def save(case: Path, kept: Passages) -> None:
    """Write what is kept beside a case, readable for nobody else; with nothing to keep no file is made."""
    if kept != Passages():
        write_atomically(beside(case), as_text(kept).encode(), private=True)
