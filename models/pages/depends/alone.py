"""What is said of a change of one assumption, and that it may take others along where links tie them."""

from models.language.messages import marked, message, plural
from models.schema.case import Assumption, Case
from models.schema.snapshot import Analyses, Snapshot

UNTRIED = marked("Not exact: too much is uncertain to try every case.")
CARRIED = marked("What links carry along counts as part of a change.")


def on_single_changes(snapshot: Snapshot, analyses: Analyses) -> str:
    """What stands under answers on single changes from here: what goes along with them, and what is not exact."""
    parts = (
        message(CARRIED) if snapshot.case.links else "",
        "" if analyses.single_flips.exact else message(UNTRIED),
    )
    return " ".join(part for part in parts if part)


def deciding(case: Case, item: Assumption, number: int) -> str:
    """How many recommendations an assumption decides from here, in a sentence."""
    if item.id in case.linked:
        return plural(
            "With what links carry along it decides {number} recommendation.",
            "With what links carry along it decides {number} recommendations.",
            number,
        )
    return plural(
        "Alone it decides {number} recommendation.", "Alone it decides {number} recommendations.", number
    )
