"""The words that people meet everywhere and that are no states: readings, citations, lists and numbers."""

from collections.abc import Iterable, Sequence
from unicodedata import east_asian_width

from models.language.messages import marked, message, plural, told
from models.language.particles import fill
from models.schema.grades import Reading
from models.schema.premises import Role

NUMBERS = (
    *(marked("no", "number"), marked("one", "number"), marked("two", "number"), marked("three", "number")),
    *(marked("four", "number"), marked("five", "number"), marked("six", "number")),
    *(marked("seven", "number"), marked("eight", "number"), marked("nine", "number")),
    *(marked("ten", "number"), marked("eleven", "number"), marked("twelve", "number")),
)
FACILITATOR = "Facilitator"
READING_WORDS = {
    Reading.ONE_ARGUMENT: "One argument is enough",
    Reading.EVERY_ARGUMENT: "Every argument must hold",
}
QUESTIONS = {
    Role.NEED: marked("Why act?"),
    Role.MEANS: marked("Can it work?"),
    Role.STANDING: marked("Is it ours to do?"),
}
"""What the premises of advice answer."""
READING_SENTENCES = {
    Reading.ONE_ARGUMENT: "A recommendation holds if any one of its arguments holds.",
    Reading.EVERY_ARGUMENT: "A recommendation holds only if every one of its arguments holds.",
}


def span(first: object, last: object) -> str:
    """From one number to another, as it is written: "4–6"."""
    return told("{first}–{last}", first=first, last=last)


def citation(paragraphs: Sequence[int]) -> str:
    """Paragraphs as they are cited: "¶5, 12", "¶8–11"."""
    runs: list[list[int]] = []
    for number in sorted(set(paragraphs)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    spans = (span(run[0], run[-1]) if len(run) > 1 else str(run[0]) for run in runs)
    return "¶" + ", ".join(spans) if runs else ""


def listed(items: Iterable[str], joined_by: str = "and", limit: int | None = None) -> str:
    """A list as it is spoken: "A3, A5 and A20"; past the limit the rest is counted: "A3, A5 and 4 more"."""
    words = list(items)
    if limit is not None and len(words) > limit:
        return _and_more(words[: limit - 1], len(words) - limit + 1)
    if len(words) < 2:
        return "".join(words)
    *first, last = words
    apart = any(", " in word for word in first)
    if joined_by == "or":
        pattern = message("{first}, or {last}" if apart else "{first} or {last}")
    else:
        pattern = message("{first}, and {last}" if apart else "{first} and {last}")
    return fill(pattern, first=", ".join(first), last=last)


def _and_more(words: Sequence[str], more: int) -> str:
    if not words:
        return told("{number} more", number=more)
    apart = any(", " in word for word in words)
    return told(
        "{first}, and {number} more" if apart else "{first} and {number} more",
        first=", ".join(words),
        number=more,
    )


def listed_causes(clauses: Iterable[str], limit: int | None = None, *, apart: bool = False) -> str:
    """Clauses in a list; past the limit they are counted as what they are: "A holds (and 2 more causes)"."""
    causes = list(clauses)
    if limit is not None and len(causes) > limit:
        first = causes[: limit - 1]
        more = len(causes) - len(first)
        return told("{causes} (and {number} more causes)", causes=", ".join(first), number=more)
    if len(causes) < 2:
        return "".join(causes)
    *first, last = causes
    if apart or any(", " in cause for cause in first):
        pattern = message("{first}, and {last}", "clauses")
    else:
        pattern = message("{first} and {last}", "clauses")
    return fill(pattern, first=", ".join(first), last=last)


def in_turn(clauses: Iterable[str], limit: int | None = None) -> str:
    """Short clauses, or names without quotation marks, in a list: not every language joins them by a word.

    "2 verdicts changed and 1 was seen"; in Korean “A와 B” could be the name of one thing.
    """
    words = list(clauses)
    if limit is not None and len(words) > limit:
        return _and_more(words[: limit - 1], len(words) - limit + 1)
    *first, last = words or [""]
    if not first:
        return last
    if any(", " in clause for clause in words):
        pattern = message("{first}, and {last}", "short clauses")
    else:
        pattern = message("{first} and {last}", "short clauses")
    return fill(pattern, first=", ".join(first), last=last)


def counting(noun: str, many: str = "") -> tuple[str, str]:
    """The message that tells how many: "{number} argument", "{number} arguments"."""
    return f"{{number}} {noun}", f"{{number}} {many or noun + 's'}"


def counted(number: int, noun: str, many: str = "") -> str:
    """A number with its noun: "1 argument", "4 arguments"; a message of its own, as `packaging/catalogues.py` knows."""
    return plural(*counting(noun, many), number)


def shown_of(total: int, most: int) -> int:
    """How many of so many are shown where only the rest is counted: one alone is shown instead."""
    return total if total <= most + 1 else most


def and_more(number: int) -> str:
    """How many more there are, in a line of its own."""
    return told("and {number} more", number=number)


def spelled(number: int, most: int = 12) -> str:
    """A small number as a word, a greater one in digits."""
    return message(NUMBERS[number], "number") if number <= min(most, len(NUMBERS) - 1) else str(number)


def because(what: str, why: str) -> str:
    """Something and its cause, if there is one: "Its only argument does not hold: “A” fails"."""
    return told("{what}: {why}", what=what, why=why) if why else what


def wide(text: str) -> int:
    """How many letters' room a text takes where each has the same: those of East Asia take two."""
    return len(text) + sum(east_asian_width(letter) in "WF" for letter in text)


def uncapitalised(words: str) -> str:
    """The words as they stand inside a sentence."""
    return words[:1].lower() + words[1:]


def sentence_start(text: str) -> str:
    """The clause with a capital at its start."""
    return text[:1].upper() + text[1:]
