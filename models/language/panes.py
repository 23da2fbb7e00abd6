"""The small texts round the panes: what pages are called and choices mean, how much was changed, what is open."""

from models.language.dates import month_words
from models.language.messages import message, plural, told
from models.language.naming import graded, quoted, the_source
from models.schema.besides import Source
from models.schema.case import Assumption, Case
from models.schema.grades import Stance
from models.schema.result import Status
from models.schema.snapshot import Snapshot
from models.schema.view import PageName

RESULTS = {Status.ACCEPTED: Stance.HOLDS, Status.REJECTED: Stance.FAILS}
ARGUED = {
    Stance.HOLDS: "As argued: holds, since a finding argues for it",
    Stance.UNCERTAIN: "As argued: could be either, since nothing argues for it now",
    Stance.FAILS: "As argued: fails",
    Stance.AS_ARGUED: "As argued: nothing follows now",
}
OBJECTIONS = "Objections"
CHOICES = {
    Stance.HOLDS: "{code} holds: take it as true",
    Stance.FAILS: "{code} fails: take it as false",
    Stance.UNCERTAIN: "{code} is uncertain: it could be either",
    Stance.AS_ARGUED: "{code} is taken as argued: it holds where a finding argues for it",
}
FAILING = "{code} fails: {fails}"


PAGE_NAMES = {
    PageName.PROGRAMME: "Programme",
    PageName.HOLDS: "What still holds?",
    PageName.DEPENDS: "What does it depend on?",
    PageName.DIFFER: "Where do we differ?",
    PageName.WATCH: "What do we watch?",
}
SHORT_PAGE_NAMES = {
    PageName.PROGRAMME: "Programme",
    PageName.HOLDS: "Holds",
    PageName.DEPENDS: "Depends",
    PageName.DIFFER: "Differ",
    PageName.WATCH: "Watch",
}


def objections_tip(case: Case) -> str:
    """Whose the objections are that can be counted or not."""
    return told("Objections that {source} does not raise; an analyst added them.", source=the_source(case))


def counted_word(added: bool) -> str:
    """Whether added objections take part."""
    return message("counted" if added else "not counted")


def changed_line(changed: int) -> str:
    """How many stances differ from the source's, where there is little room."""
    return told("{changed} changed", changed=changed) if changed else ""


def stance_choice(item: Assumption, stance: Stance) -> str:
    """What choosing a stance on an assumption says, for tips and screen readers."""
    pattern = FAILING if stance is Stance.FAILS and item.if_fails else CHOICES[stance]
    return told(pattern, code=item.code, fails=(item.if_fails or "").rstrip("."))


def assumption_tip(item: Assumption) -> str:
    """What an assumption says, what kind of claim it is, and what its failing means."""
    return told(
        "{text} ({code}), {kind}.\nIf it fails: {fails}." if item.if_fails else "{text} ({code}), {kind}.",
        text=item.text.rstrip("."),
        code=item.code,
        kind=graded(item),
        fails=(item.if_fails or "").rstrip("."),
    )


def comes_to(snapshot: Snapshot, assumption: str) -> Stance:
    """What an assumption comes to: its stance, or what is argued makes of it, where anything follows."""
    stance = snapshot.scenario.stance_of[assumption]
    if stance is not Stance.AS_ARGUED or snapshot.evaluation.says_nothing:
        return stance
    return RESULTS.get(snapshot.evaluation.status_of[assumption], Stance.UNCERTAIN)


def argued_line(result: Stance) -> str:
    """What as argued comes to: "As argued: holds"."""
    return message(ARGUED[result])


def baseline_line(case: Case, changed: int) -> str:
    """How many stances differ from the source's."""
    if not changed:
        return told("As {source} takes them", source=the_source(case))
    return plural(
        "{number} change from {source}’s baseline",
        "{number} changes from {source}’s baseline",
        changed,
        source=the_source(case),
    )


def source_line(source: Source) -> str:
    """The source as it is cited."""
    when = month_words(source.month, source.year) if source.month else str(source.year)
    publisher = (source.publisher,) if source.publisher else ()
    cited = ", ".join((source.author, quoted(source.title), *publisher, when))
    return told("{source}, {number} paragraphs", source=cited, number=source.paragraphs)
