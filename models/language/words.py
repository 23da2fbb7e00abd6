"""The words that people meet everywhere and that are no states: readings, citations, lists and numbers."""

from collections.abc import Iterable, Sequence

from models.schema.case import Reading

FACILITATOR = "Facilitator"
READING_WORDS = {
    Reading.ANY_GROUND: "One argument is enough",
    Reading.EVERY_STRAND: "Every argument must hold",
}
READING_SENTENCES = {
    Reading.ANY_GROUND: "A recommendation holds if any one of its arguments holds.",
    Reading.EVERY_STRAND: "A recommendation holds only if every one of its arguments holds.",
}


def citation(paragraphs: Sequence[int]) -> str:
    """Paragraphs as they are cited: "¶5, 12", "¶8–11"."""
    runs: list[list[int]] = []
    for number in sorted(set(paragraphs)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    spans = (f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    return "¶" + ", ".join(spans) if runs else ""


def listed(items: Iterable[str], joined_by: str = "and", limit: int | None = None) -> str:
    """A list as it is spoken: "A3, A5 and A20"; past the limit the rest is counted: "A3, A5 and 4 more"."""
    words = list(items)
    if limit is not None and len(words) > limit:
        words[limit - 1 :] = [f"{len(words) - limit + 1} more"]
        joined_by = "and"
    if len(words) < 2:
        return "".join(words)
    last = ", " if any(", " in word for word in words[:-1]) else " "
    return f"{', '.join(words[:-1])}{last}{joined_by} {words[-1]}"


def listed_causes(clauses: Iterable[str], limit: int) -> str:
    """Clauses in a list; past the limit the rest is counted as what it is: "A holds, and 2 more causes"."""
    told = list(clauses)
    if len(told) <= limit:
        return listed(told)
    more = len(told) - limit + 1
    return f"{', '.join(told[: limit - 1])}, and {more} more causes"


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 argument", "4 arguments"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def uncapitalised(words: str) -> str:
    """The words as they stand inside a sentence."""
    return words[:1].lower() + words[1:]
