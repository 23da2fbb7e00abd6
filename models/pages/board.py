"""The board in words: a card for each recommendation, a headline that counts, and what changed."""

from models.engine.explain import Trace
from models.language.one_line import one_line
from models.language.phrases import codes
from models.language.values import Card, Count
from models.language.words import (
    SHORT_VERDICT_WORDS,
    STANCE_WORDS,
    VERDICT_WORDS,
    citation,
    counted,
    listed,
    uncapitalised,
)
from models.schema.case import Recommendation, Stance, Verdict
from models.schema.result import Evaluation
from models.schema.snapshot import Snapshot

HOLDING = (Verdict.HOLDS, Verdict.FEWER)


def cards(snapshot: Snapshot) -> tuple[Card, ...]:
    """One card for each recommendation, in the case's order."""
    trace = Trace(snapshot)
    return tuple(_card(trace, item) for item in snapshot.case.recommendations)


def headline(snapshot: Snapshot) -> str:
    """The state of the board in one sentence, without its full stop."""
    verdicts = [result.verdict for result in snapshot.evaluation.recommendations]
    total = len(verdicts)
    holding = sum(verdict in HOLDING for verdict in verdicts)
    if total == 1:
        return "The one recommendation still holds" if holding else "The one recommendation does not hold"
    if holding == total:
        return f"All {total} recommendations still hold"
    if not holding:
        return f"None of the {total} recommendations holds"
    return f"{holding} of {total} recommendations still {'holds' if holding == 1 else 'hold'}"


def verdict_counts(snapshot: Snapshot) -> tuple[Count, ...]:
    """How many recommendations have each verdict; all eight verdicts, in their fixed order."""
    verdicts = [result.verdict for result in snapshot.evaluation.recommendations]
    return tuple(
        Count(state=verdict, word=word, number=verdicts.count(verdict))
        for verdict, word in VERDICT_WORDS.items()
    )


def stance_counts(snapshot: Snapshot) -> tuple[Count, ...]:
    """How many assumptions are taken each way; all three stances, in their fixed order."""
    stances = [entry.stance for entry in snapshot.scenario.stances]
    return tuple(
        Count(state=stance, word=STANCE_WORDS[stance], number=stances.count(stance)) for stance in Stance
    )


def changes_line(snapshot: Snapshot) -> str:
    """How many verdicts differ from the essay's baseline, and what the last change moved."""
    number = len(_moved(snapshot, snapshot.baseline))
    if number:
        line = (
            f"{counted(number, 'verdict')} {'differs' if number == 1 else 'differ'} from the essay's baseline"
        )
    else:
        line = "Every verdict is as in the essay's baseline"
    if snapshot.before is None:
        return f"{line}."
    moved = _moved(snapshot, snapshot.before)
    last = listed(codes(Trace(snapshot), moved), limit=6) if moved else "no verdict"
    return f"{line}; the last change moved {last}."


def board_table(snapshot: Snapshot) -> str:
    """The board as tab-separated text."""
    rows = [("Recommendation", "Text", "For", "Verdict", "In the baseline", "Grounds that apply", "Why")]
    rows += [
        (
            card.code,
            card.title,
            card.addressee,
            card.word,
            card.baseline_word or card.word,
            card.grounds,
            card.reason,
        )
        for card in cards(snapshot)
    ]
    return "".join("\t".join(" ".join(text.split()) for text in row) + "\n" for row in rows)


def _moved(snapshot: Snapshot, earlier: Evaluation) -> list[str]:
    return [
        result.id
        for result in snapshot.evaluation.recommendations
        if result.verdict is not earlier.recommendation[result.id].verdict
    ]


def _card(trace: Trace, item: Recommendation) -> Card:
    snapshot = trace.snapshot
    result = trace.evaluation.recommendation[item.id]
    word = VERDICT_WORDS[result.verdict]
    reason = one_line(trace, item.id)
    baseline = _former(snapshot.baseline, item.id, result.verdict)
    earlier = _former(snapshot.before, item.id, result.verdict)
    grounds = f"{result.applying} of {counted(result.total, 'ground')}"
    told = f" It was {SHORT_VERDICT_WORDS[earlier]}." if earlier else ""
    spoken = f"{item.code}, {item.text}: {uncapitalised(word)}. {reason} "
    spoken += f"Grounds that apply: {result.applying} of {result.total}.{told}"
    return Card(
        id=item.id,
        code=item.code,
        title=item.text,
        label=item.title,
        addressee=item.addressee,
        verdict=result.verdict,
        word=word,
        reason=reason,
        grounds=grounds,
        applying=result.applying,
        total=result.total,
        was=f"was {SHORT_VERDICT_WORDS[earlier]}" if earlier else "",
        baseline_word=VERDICT_WORDS[baseline] if baseline else "",
        citation=citation(item.paragraphs),
        spoken=spoken,
    )


def _former(earlier: Evaluation | None, name: str, verdict: Verdict) -> Verdict | None:
    if earlier is None or earlier.recommendation[name].verdict is verdict:
        return None
    return earlier.recommendation[name].verdict
