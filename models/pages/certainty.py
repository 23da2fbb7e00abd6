"""What every page and the sheet say where not all is exact: a verdict that is not proven is told as open."""

from models.language.messages import marked, message, plural
from models.language.words import listed
from models.schema.page import Line, Weight
from models.schema.snapshot import Snapshot

NAMED = 3
NOT_TRACED = marked("Not exact: so much is uncertain that what is open may depend on less than is named.")
UNCOUNTED = marked(
    "Not exact: too much is uncertain in the baseline to say of all that holds whether it does so on fewer arguments."
)
LESS = marked("What is open may depend on less than is named.")


def certainty(snapshot: Snapshot) -> tuple[Line, ...]:
    """What is not known of this scenario, in a line; nothing where all is proven."""
    evaluation = snapshot.evaluation
    if evaluation.says_nothing or (evaluation.whole and evaluation.exact):
        return ()
    if evaluation.whole:
        return (Line(text=message(UNCOUNTED), weight=Weight.SOFT),)
    if evaluation.exact:
        return (Line(text=message(NOT_TRACED), weight=Weight.SOFT),)
    unknown = frozenset(evaluation.not_known)
    names = [f"“{item.title}”" for item in snapshot.case.recommendations if item.id in unknown]
    if not names:
        text = message(
            "Not exact: too much is uncertain to prove every finding. Those not proven are shown as open."
            if evaluation.not_known
            else "Not exact: too much is uncertain to count every argument. Those not proven are shown as open."
        )
    else:
        text = plural(
            "Not known: too much is uncertain to prove what becomes of {names}. "
            "It is shown as open, and may hold or fall.",
            "Not known: too much is uncertain to prove what becomes of {names}. "
            "They are shown as open, and may hold or fall.",
            len(names),
            names=listed(names, limit=NAMED),
        )
    return (Line(text=f"{text} {message(LESS)}", weight=Weight.SOFT),)
