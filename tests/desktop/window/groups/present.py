"""Who is among the groups, for the tests of how they come in."""

from models.store.cases import load_embedded
from tests.window import Window

RUSSIA = load_embedded().by_code["A3"].id


def names_in(window: Window) -> list[str]:
    """The names of the groups of the present round."""
    return sorted(group.name for group in window.snapshot.workshop.present)
