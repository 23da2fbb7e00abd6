"""What was decided, in words: a statement with what it was then, or a sentence of the room's own."""

from models.language.naming import quoted
from models.language.states import sign
from models.language.words import uncapitalised
from models.schema.case import Case
from models.schema.record import Decision


def decision_words(case: Case, decision: Decision) -> str:
    """A decision in a line: "“Draw Pyongyang away from Moscow” (R5): no longer needed"; empty if it has none such."""
    if not decision.about:
        return decision.text
    item = case.by_id.get(decision.about)
    if item is None:
        return ""
    state = decision.verdict or decision.stance
    name = f"{quoted(item.title)} ({item.code})"
    return f"{name}: {uncapitalised(sign(state).word)}" if state else name


def said_of(decision: Decision) -> tuple[str, str, str, str]:
    """The same as values: what it is about, its own text, and what was said of it."""
    if decision.verdict:
        return decision.about, decision.text, "verdict", decision.verdict.value
    if decision.stance:
        return decision.about, decision.text, "stance", decision.stance.value
    return decision.about, decision.text, "", ""
