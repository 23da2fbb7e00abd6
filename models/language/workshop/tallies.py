"""A group's paper ballots while they are typed in: what is asked, who did not answer, and what is wrong."""

from collections.abc import Sequence
from dataclasses import replace

from models.language.messages import message, plural, told
from models.language.naming import grouped, named
from models.language.workshop.group_words import round_name
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.steps.workshop_steps import free_name
from models.schema.value import Answer
from models.schema.workshop import Ballot, Count, Group, Workshop


class TallyLine(Answer):
    """One assumption on the list; `section` names the model where its first one is."""

    id: str
    code: str
    title: str
    section: str = ""


class TallyProblem(Answer):
    """Why a tally cannot be taken: a sentence, and the field that it is about (an assumption's id, or a name)."""

    field: str
    sentence: str


NAME, HEADS = "name", "heads"


def tally_lines(case: Case, added: bool = False) -> tuple[TallyLine, ...]:
    """The assumptions in the order of the window and the paper: model by model."""
    return tuple(
        TallyLine(id=item.id, code=item.code, title=item.title, section="" if at else title)
        for title, items in grouped(case, added)
        for at, item in enumerate(items)
    )


def unanswered(heads: int, answered: int) -> str:
    """How many ballots have no answer: "2", "all 8", "none"; or how many answers there are too many."""
    if not heads:
        return "–"
    if answered > heads:
        return told("{number} too many", number=answered - heads)
    if answered == heads:
        return message("none")
    return str(heads - answered) if answered else told("all {number}", number=heads)


def tally_problem(
    case: Case, workshop: Workshop, group: Group | None, name: str, heads: int, counts: Sequence[Count]
) -> TallyProblem | None:
    """What keeps a tally from being taken; the first thing from the top."""
    others = {item.name.casefold() for item in workshop.groups if group is not None and item.id != group.id}
    if not name.strip():
        return TallyProblem(field=NAME, sentence=message("Say which group this is."))
    if name.strip().casefold() in others:
        return TallyProblem(field=NAME, sentence=told("There is a {name} already.", name=name.strip()))
    if not heads:
        return TallyProblem(field=HEADS, sentence=message("Say how many ballots there are."))
    for count in counts:
        if count.answered > heads:
            sentence = told(
                "{about} has {answers} on {ballots}.",
                about=named(case.by_id[count.id]),
                answers=plural("{number} answer", "{number} answers", count.answered),
                ballots=plural("{number} ballot", "{number} ballots", heads),
            )
            return TallyProblem(field=count.id, sentence=sentence)
    if not any(count.answered for count in counts):
        return TallyProblem(field=HEADS, sentence=message("Type in the answers to at least one assumption."))
    return None


def ballot_of(group: Group | None, counts: Sequence[Count], heads: int) -> Ballot:
    """What was typed in as a ballot; what the group's had on assumptions that the case does not have is kept."""
    before = group.ballot if group is not None else None
    return Ballot(
        heads=heads,
        counts=tuple(count for count in counts if count.answered),
        unplaced=before.unplaced if before is not None else (),
    )


def with_marks(counts: Sequence[Count], marks: Sequence[Stance | None]) -> tuple[Count, ...]:
    """The counts with the answers of one more ballot, as far as it is read."""
    said = [*marks, *[None] * len(counts)]
    return tuple(
        replace(
            count,
            holds=count.holds + (mark is Stance.HOLDS),
            uncertain=count.uncertain + (mark is Stance.UNCERTAIN),
            fails=count.fails + (mark is Stance.FAILS),
        )
        for count, mark in zip(counts, said, strict=False)
    )


def unused_name(workshop: Workshop, group: Group | None, name: str) -> str:
    """This name, or one after it that takes the place of no other group in the round."""
    here = (item for item in workshop.groups if group or item.round == workshop.round)
    return free_name(name, (item.name for item in here if group is None or item.id != group.id))


def tally_told(workshop: Workshop, group: Group | None, name: str) -> str:
    """What taking a tally under this name means; empty where that is plain."""
    if group is not None:
        return ""
    wanted = name.strip().casefold()
    known = [item for item in workshop.groups if item.name.casefold() == wanted]
    rounds = {item.id: round_name(item.name) for item in workshop.rounds}
    if any(item.round == workshop.round for item in known):
        return told(
            "{round} has {group} already; this takes its place.",
            group=known[0].name,
            round=rounds[workshop.round],
        )
    if known:
        return told(
            "{round} had {group} too; who moved is told.",
            group=known[-1].name,
            round=rounds[known[-1].round],
        )
    return ""
