"""The steps that make a workshop a record: what is marked as decided, where and with whom it was held."""

from dataclasses import replace
from datetime import datetime

from models.schema.grades import Stance, Verdict
from models.schema.record import Decision, Details
from models.schema.steps.workshop_steps import fresh_id, put, without
from models.schema.value import MAX_TEXT
from models.schema.workshop import Workshop, reworked


def decided(
    workshop: Workshop, moment: datetime, about: str, stance: Stance | None, verdict: Verdict | None
) -> Workshop:
    """The workshop with a statement marked as decided, as it stands; marked again, it is as it stands then.

    Where it stands as it did, nothing changes.
    """
    known = next((item for item in workshop.decisions if item.about == about), None)
    if known and (known.stance, known.verdict) == (stance, verdict):
        return workshop
    identifier = known.id if known else _fresh(workshop)
    new = Decision(id=identifier, about=about, stance=stance, verdict=verdict, at=moment)
    return reworked(workshop, decisions=put(workshop.decisions, new))


def sentence_decided(workshop: Workshop, moment: datetime, text: str) -> Workshop:
    """The workshop with a sentence of the room's own marked as decided; an empty one changes nothing."""
    written = text.strip()[:MAX_TEXT]
    new = Decision(id=_fresh(workshop), text=written, at=moment)
    return reworked(workshop, decisions=(*workshop.decisions, new)) if written else workshop


def undecided(workshop: Workshop, identifier: str) -> Workshop:
    """The workshop in which something is no longer marked as decided."""
    return reworked(workshop, decisions=without(workshop.decisions, (identifier,)))


def detailed(workshop: Workshop, details: Details) -> Workshop:
    """The workshop with where, when and with whom it was held."""
    return reworked(workshop, details=details)


def with_undone(workshop: Workshop, entries: tuple[str, ...], undone: bool) -> Workshop:
    """The workshop in whose log what these lines tell was undone, or was done again."""
    return reworked(workshop, log=workshop.log.changed(entries, lambda line: replace(line, undone=undone)))


def _fresh(workshop: Workshop) -> str:
    return fresh_id(
        f"decision-{len(workshop.decisions) + 1}", (item.id for item in workshop.decisions), "decision"
    )
