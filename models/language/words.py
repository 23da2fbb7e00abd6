"""The words that people meet everywhere: for verdicts, stances, statuses, kinds, readings and citations."""

from collections.abc import Iterable, Sequence

from models.schema.case import Kind, Reading, Role, Stance, Verdict
from models.schema.result import Status

VERDICT_WORDS = {
    Verdict.HOLDS: "Still holds",
    Verdict.FEWER: "Holds on fewer grounds",
    Verdict.OPEN: "Open",
    Verdict.NOT_NEEDED: "No longer needed",
    Verdict.NOT_WORKABLE: "No longer workable",
    Verdict.NO_STANDING: "No standing",
    Verdict.OVERRULED: "Overruled",
    Verdict.INCOMPLETE: "Incomplete",
}
SHORT_VERDICT_WORDS = {
    Verdict.HOLDS: "holding",
    Verdict.FEWER: "on fewer grounds",
    Verdict.OPEN: "open",
    Verdict.NOT_NEEDED: "not needed",
    Verdict.NOT_WORKABLE: "not workable",
    Verdict.NO_STANDING: "no standing",
    Verdict.OVERRULED: "overruled",
    Verdict.INCOMPLETE: "incomplete",
}
VERDICT_CLAUSES = {
    Verdict.HOLDS: "still holds",
    Verdict.FEWER: "holds on fewer grounds",
    Verdict.OPEN: "stays open",
    Verdict.NOT_NEEDED: "is no longer needed",
    Verdict.NOT_WORKABLE: "is no longer workable",
    Verdict.NO_STANDING: "has no standing",
    Verdict.OVERRULED: "is overruled",
    Verdict.INCOMPLETE: "is incomplete",
}
STANCE_WORDS = {Stance.HOLDS: "Holds", Stance.FAILS: "Fails", Stance.UNCERTAIN: "Uncertain"}
STATUS_WORDS = {
    Status.ACCEPTED: "Stands",
    Status.REJECTED: "Does not stand",
    Status.OPEN: "Open",
}
STATUS_CLAUSES = {
    Status.ACCEPTED: "stands",
    Status.REJECTED: "does not stand",
    Status.OPEN: "stays open",
}
FACILITATOR, PLENARY = "Facilitator", "Plenary"
KIND_WORDS = {
    Kind.STATED: "said in the text",
    Kind.HEDGED: "said with a hedge",
    Kind.IMPLIED: "unsaid, but the advice needs it",
    Kind.ADDED: "an analyst's addition, not in the essay",
}
ROLE_WORDS = {Role.NEED: "Need", Role.MEANS: "Means", Role.STANDING: "Standing"}
READING_WORDS = {Reading.ANY_GROUND: "Any ground", Reading.EVERY_STRAND: "Every strand"}
READING_SENTENCES = {
    Reading.ANY_GROUND: "A recommendation holds if any one of its grounds stands.",
    Reading.EVERY_STRAND: "A recommendation holds only if every one of its grounds stands.",
}
ADDED_SWITCH = "Include objections the essay does not raise"
ADDED_SENTENCE = "Counts an analyst's objections too, each marked as such; the essay does not make them."


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
    return f"{', '.join(words[:-1])} {joined_by} {words[-1]}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 ground", "4 grounds"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def uncapitalised(words: str) -> str:
    """The words as they stand inside a sentence."""
    return words[:1].lower() + words[1:]
