"""A group's paper ballots while they are typed in: what is asked, who did not answer, and what is wrong."""

from collections.abc import Sequence

from models.language.grouping import grouped
from models.language.naming import named
from models.language.words import counted
from models.schema.case import Case
from models.schema.value import Answer
from models.schema.workshop import Count, Group, Workshop


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
        return f"{answered - heads} too many"
    if answered == heads:
        return "none"
    return str(heads - answered) if answered else f"all {heads}"


def tally_problem(
    case: Case, workshop: Workshop, group: Group | None, name: str, heads: int, counts: Sequence[Count]
) -> TallyProblem | None:
    """What keeps a tally from being taken; the first thing from the top."""
    others = {item.name.casefold() for item in workshop.groups if group is not None and item.id != group.id}
    if not name.strip():
        return TallyProblem(field=NAME, sentence="Say which group this is.")
    if name.strip().casefold() in others:
        return TallyProblem(field=NAME, sentence=f"There is a {name.strip()} already.")
    if not heads:
        return TallyProblem(field=HEADS, sentence="Say how many ballots there are.")
    for count in counts:
        if count.answered > heads:
            answers, ballots = counted(count.answered, "answer"), counted(heads, "ballot")
            sentence = f"{named(case.by_id[count.id])} has {answers} on {ballots}."
            return TallyProblem(field=count.id, sentence=sentence)
    if not any(count.answered for count in counts):
        return TallyProblem(field=HEADS, sentence="Type in the answers to at least one assumption.")
    return None


def tally_told(workshop: Workshop, group: Group | None, name: str) -> str:
    """What taking a tally under this name means; empty where that is plain."""
    if group is not None:
        return ""
    wanted = name.strip().casefold()
    known = [item for item in workshop.groups if item.name.casefold() == wanted]
    rounds = {item.id: item.name for item in workshop.rounds}
    if any(item.round == workshop.round for item in known):
        return f"{known[0].name} is in {rounds[workshop.round]} already; this takes its place."
    if known:
        return f"{known[-1].name} was in {rounds[known[-1].round]} too; who moved is told."
    return ""
