"""Paper ballots read out one by one: a key an answer, the next person with Enter, and the last taken back."""

from dataclasses import replace

from models.language.workshop.ballot_words import LETTERS
from models.language.workshop.group_words import STANCES
from models.schema.grades import Stance
from models.schema.value import Answer

KEYS: dict[str, Stance | None] = {
    **dict(zip(LETTERS, STANCES, strict=True)),
    **dict(zip("123", STANCES, strict=True)),
    " ": None,
}
"""What each key says: the letters of the answers, the columns by number, and nothing."""

Marks = tuple[Stance | None, ...]


class BallotsTyped(Answer):
    """The ballots that were read, each with an answer or none for every line, and the one that is being read."""

    lines: int
    present: Marks = ()
    read: tuple[Marks, ...] = ()

    @property
    def is_full(self) -> bool:
        """Whether every line of the present ballot was read."""
        return len(self.present) >= self.lines

    def answered(self, stance: Stance | None) -> "BallotsTyped":
        """With the next line answered; a full ballot waits for Enter."""
        return self if self.is_full else replace(self, present=(*self.present, stance))

    def finished(self) -> "BallotsTyped":
        """With the present ballot read, its other lines empty; one of which nothing was read is none."""
        if not self.present:
            return self
        rest = (None,) * (self.lines - len(self.present))
        return replace(self, present=(), read=(*self.read, (*self.present, *rest)))

    def back(self) -> "BallotsTyped":
        """Without the last answer; at the head of a ballot the one before is open again, behind its last mark."""
        if self.present:
            return replace(self, present=self.present[:-1])
        if not self.read:
            return self
        last = self.read[-1]
        marked = max(place for place, mark in enumerate((Stance.HOLDS, *last)) if mark is not None)
        return replace(self, present=last[:marked], read=self.read[:-1])
