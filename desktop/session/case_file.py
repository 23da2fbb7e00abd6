"""The file that the case being written is in: read, merged and written where nobody else has it.

Nothing here touches the window, so a thread of its own can wait for a place that is slow.
"""

from dataclasses import dataclass
from pathlib import Path

from desktop.session.locks import OpenFile, digest
from models.authoring import passages
from models.authoring.advice import advice
from models.authoring.beginning import duplicate
from models.authoring.document import CaseText, opened
from models.authoring.mending.mended import Mended, is_odd, mended, odd_spaces
from models.authoring.merging import Merged, merged
from models.authoring.names import ids_of, named
from models.authoring.passages import Passages
from models.authoring.reading import case_of
from models.schema.problem import Problem, Refused, phrase
from models.store.cases import MAX_BYTES, read_case
from models.store.embedded import is_shipped
from models.store.files import read_text, refusal, write_atomically

Written = tuple[CaseText, Passages]


@dataclass(frozen=True)
class ReadCase:
    """A case's file as it was read, what is kept beside it, and what tells its content from another's.

    A copy of one of the application's own is in no file yet.
    """

    path: Path | None
    text: str
    document: CaseText
    kept: Passages
    digest: bytes

    @property
    def written(self) -> Written:
        """What can be written at of it."""
        return self.document, self.kept

    @property
    def is_crlf(self) -> bool:
        """Whether its lines end as on Windows."""
        return "\r\n" in self.text


def case_in(path: Path) -> ReadCase:
    """What a case's file says, and what is kept beside it; raises Refused."""
    there = digest(path)  # before it is read: what is written meanwhile is another's
    text = read_text(path, MAX_BYTES)
    return ReadCase(path, text, document_in(path, text.replace("\r\n", "\n")), passages.load(path), there)


def document_in(path: Path, text: str) -> CaseText:
    """What can be written at of a text; raises Refused."""
    try:
        document = opened(path.name, text)
        if found := odd_spaces(path.name, text):
            raise Refused(*found)
        if is_odd(document):
            what = phrase("The case cannot be edited here, as a part of it is written oddly.")
            raise refusal(path, what, phrase("Mend it in a text editor."))
    except Refused:
        read_case(path)  # tells better what is wrong, if something is
        raise
    return document


def mended_in(path: Path) -> Mended | None:
    """A case with what is wrong in its file mended, if that can be done."""
    try:
        return mended(path.name, read_text(path, MAX_BYTES).replace("\r\n", "\n"))
    except Refused:
        return None


def wrong_in(written: Written, file: str) -> tuple[Problem, ...]:
    """What keeps a case that can be written at off the board, as its author is told in the margin."""
    document, kept = written
    found = advice(document, case_of(document, file), kept)
    return tuple(Problem(file=file, what=one.what, remedy=one.remedy) for one in found if one.wrong)


def as_it_is(path: Path | None) -> tuple[str, bytes]:
    """What a file says, and what tells its content from another's; nothing where it cannot be read."""
    if path is None:
        return "", b""
    there = digest(path)
    try:
        return read_text(path, MAX_BYTES), there
    except Refused:
        return "", there


def named_as_in(path: Path, written: Written, before: CaseText) -> Written:
    """A case with ids by their short names on what no file has yet: not the one `before`, not the one at the path."""
    saved = ids_of(before)
    if path.exists():
        try:
            saved |= ids_of(document_in(path, read_text(path, MAX_BYTES).replace("\r\n", "\n")))
        except Refused:
            return written  # what is written over can be read by nobody, so it says nothing about ids
    return named(*written, saved)


OTHERS = b"other"
"""Stands for a content that is not known, and is that of no file."""


class CaseFile(OpenFile):
    """One file at a time; one of the application's own is none of them, as it is only copied from."""

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__(folder)
        self.is_crlf = False

    def read(self, path: Path) -> ReadCase:
        """What is in a file that nobody else has from now on, or in a copy of one of ours; raises Refused."""
        if is_shipped(path):
            text = read_text(path, MAX_BYTES)
            return ReadCase(None, "", duplicate(text), passages.load(path), b"")
        read = case_in(path)
        holder = self.take(path)
        if holder is not None:
            raise refusal(
                path,
                phrase("The file is open elsewhere: {holder}.", holder=str(holder)),
                phrase("Close it there first, or edit a copy."),
            )
        return read

    def mend(self, path: Path) -> tuple[Mended, ReadCase] | None:
        """A file's case with what is wrong in it mended, and what it says now; None where that cannot be."""
        text, there = as_it_is(path)
        found = mended_in(path)
        if found is None or self.take(path) is not None:
            return None
        as_read = CaseText((), text.replace("\r\n", "\n"))
        return found, ReadCase(path, text, as_read, passages.load(path), there)

    def merge(self, before: CaseText, ours: CaseText) -> tuple[Merged, ReadCase]:
        """Ours with what another program has written to the file since it was `before`, and that; raises Refused."""
        if self.path is None:
            raise ValueError("what has no file is in no other hands")
        theirs = case_in(self.path)
        return merged(before, ours, theirs.document), theirs

    def write(self, path: Path, written: Written, before: CaseText, *, over: bool) -> tuple[Written, bytes]:
        """Write a case where nobody else has the file; what it says and tells it then. Raises Refused."""
        if is_shipped(path):
            told = phrase("The cases of the application are never changed.")
            raise refusal(path, told, phrase("Choose another folder."))
        with self.claimed(path, over=over):
            document, kept = after = named_as_in(path, written, before)
            text = document.text
            write_atomically(path, (text.replace("\n", "\r\n") if self.is_crlf else text).encode())
            passages.save(path, kept)
        return after, digest(path)


def can_open(path: Path) -> bool:
    """Whether what a file says can be written at, whole or not."""
    try:
        case_in(path)
    except Refused:
        return False
    return True


def can_mend(path: Path) -> bool:
    """Whether what keeps a file from being written at can be mended without a change to what it says."""
    return not is_shipped(path) and mended_in(path) is not None


def kept_there(path: Path | None, known: str | None) -> ReadCase:
    """What is in the file of a case that was kept, when it was last `known` to say this, or not at all."""
    text, there = as_it_is(path)
    same = known is None or text.replace("\r\n", "\n").rstrip() == known.rstrip()
    return ReadCase(path, text, CaseText(()), Passages(), there if same else OTHERS)


def wrong_in_file(path: Path) -> tuple[Problem, ...]:
    """What keeps a file's case off the board, in the words of the margin; raises Refused."""
    return wrong_in(case_in(path).written, path.name)
