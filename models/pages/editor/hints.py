"""Why a sentence of the source may hold something, and how many do: what drafting help says of itself."""

from collections.abc import Sequence

from models.authoring.drafting import Hint, Mark, Reason, known
from models.language.messages import marked, message, plural, told
from models.language.words import listed

NAMES = {
    Hint.ASSUMPTION: marked("Maybe an assumption: {reasons}."),
    Hint.RECOMMENDATION: marked("Maybe a recommendation: {reasons}."),
}
WHY = {
    "duty": marked("“{word}” says what should be done"),
    "urging": marked("“{word}” recommends"),
    "course": marked("“{word}” points to a course"),
    "instead": marked("“{word}” weighs one course against another"),
    "future": marked("“{word}” says what will be so"),
    "caution": marked("“{word}” is said with caution"),
    "condition": marked("“{word}” rests on a condition"),
    "reason": marked("“{word}” gives a reason"),
    "belief": marked("“{word}” tells what somebody believes or wants"),
    "sweeping": marked("“{word}” claims without exception, or a trend"),
    "proof": marked("“{word}” draws a conclusion"),
    "begins": marked("it begins its paragraph"),
    "ends": marked("it ends its paragraph"),
}


def why(mark: Mark) -> str:
    """What a sentence may be, and by which words or place it is known."""
    return told(NAMES[mark.hint], reasons="; ".join(map(_reason, mark.why)))


def _reason(reason: Reason) -> str:
    return told(WHY[reason.key], word=reason.words)


def counted_marks(marks: Sequence[Mark]) -> str:
    """How many sentences may hold something."""
    claims = sum(mark.hint is Hint.ASSUMPTION for mark in marks)
    return plural(
        "{number} sentence may hold an assumption, {advice} a recommendation. They are suggestions by words alone.",
        "{number} sentences may hold an assumption, {advice} a recommendation. They are suggestions by words alone.",
        claims,
        advice=len(marks) - claims,
    )


def no_marks(is_known: bool) -> str:
    """What to do where no sentence is marked; where the language is not known that is said first."""
    if is_known:
        return message("Mark a passage, then say what it is.")
    languages = listed(known().values())
    return told(
        "Likely claims are known by words of {languages} only. Mark a passage, then say what it is.",
        languages=languages,
    )
