"""How phones come in: the code and the address for the room, and for the laptop what is open and how to close it."""

from models.language.words import counted
from models.schema.action import Command
from models.schema.page import Beside, Block, Chart, Figure, Line, Option, Sentences, Weight
from models.schema.phones import Phones
from models.schema.snapshot import Snapshot

HIGH = 230


def phones_in(snapshot: Snapshot) -> tuple[Block, ...]:
    """The way in, while phones are let in and the round that is looked at takes votes."""
    phones, workshop = snapshot.phones, snapshot.workshop
    latest = workshop.rounds[-1]
    shown = snapshot.view.round or workshop.round
    if phones is None or latest.revealed or shown != latest.id:
        return ()
    code = Figure(
        id="phones-code",
        chart=Chart.CODE,
        values=phones.code,
        alternative=f"A code that leads to {phones.address}",
        height=HIGH,
        share=1,
    )
    return (Beside(id="phones", blocks=(code, _told(phones))),)


def _told(phones: Phones) -> Sentences:
    lines = (
        Line(text=phones.address, weight=Weight.TITLE),
        Line(text=f"Point your phone’s camera at the code, or type the address. Be on {phones.network}."),
        Line(text="No name is asked. You can change your vote until the answers are shown."),
        Line(text=_so_far(phones.votes), weight=Weight.STRONG),
        Line(
            text=f"Whoever is on {phones.network} and has the address can open the page and vote, and nothing else.",
            weight=Weight.SOFT,
            private=True,
            buttons=(Option(text="Stop", action=Command("stop-phones"), tip="No phone is let in any more"),),
        ),
    )
    return Sentences(id="phones-told", heading="Vote from your phone", lines=lines, share=2)


def _so_far(votes: int) -> str:
    return f"{counted(votes, 'vote')} so far" if votes else "No vote yet"
