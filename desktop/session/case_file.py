"""The file that the case being written is in: read, merged and written where nobody else has it.

Nothing here touches the window, so a thread of its own can wait for a place that is slow.
"""

from pathlib import Path

from desktop.session.case_reading import (
    ReadCase,
    Written,
    as_it_is,
    case_in,
    copied_from,
    mended_in,
    merged_with,
    named_as_in,
    wrong_in,
)
from desktop.session.locks import OpenFile, digest
from models.authoring import passages
from models.authoring.document import CaseText
from models.authoring.mending.mended import Mended
from models.authoring.merging import Merged
from models.authoring.passages import Passages
from models.schema.problem import Problem, Refused, phrase
from models.store.embedded import is_shipped
from models.store.files import refusal, write_atomically

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
            return copied_from(path)
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
        return merged_with(self.path, before, ours)

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
