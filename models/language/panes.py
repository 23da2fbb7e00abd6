"""The small texts round the panes: what a choice means, how much was changed, what is open."""

from models.language.naming import the_source
from models.language.states import clause
from models.language.words import counted
from models.schema.case import Assumption, Case, Source, Stance

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
OBJECTIONS = "Objections"


def objections_tip(case: Case) -> str:
    """Whose the objections are that can be counted or not."""
    return f"Objections that {the_source(case)} does not raise; an analyst added them."


def counted_word(added: bool) -> str:
    """Whether added objections take part."""
    return "counted" if added else "not counted"


def changed_line(changed: int) -> str:
    """How many stances differ from the source's, where there is little room."""
    return f"{changed} changed" if changed else ""


def stance_choice(item: Assumption, stance: Stance) -> str:
    """What choosing a stance on an assumption says, for tips and screen readers."""
    meanings = {
        Stance.HOLDS: "take it as true",
        Stance.FAILS: "take it as false",
        Stance.UNCERTAIN: "it could be either",
        Stance.AS_ARGUED: "it holds where a finding argues for it",
    }
    return f"{item.code} {clause(stance)}: {meanings[stance]}"


def baseline_line(case: Case, changed: int) -> str:
    """How many stances differ from the source's."""
    if not changed:
        return f"As {the_source(case)} takes them"
    return f"{counted(changed, 'change')} from {the_source(case)}’s baseline"


def source_line(source: Source) -> str:
    """The source as it is cited."""
    when = f"{MONTHS[source.month - 1]} {source.year}" if source.month else str(source.year)
    publisher = f", {source.publisher}" if source.publisher else ""
    return f"{source.author}, “{source.title}”{publisher}, {when}, {source.paragraphs} paragraphs"
