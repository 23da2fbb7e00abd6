"""How phones come in: the code and the address for the room, and for the laptop what is open and how to close it."""

from models.language.messages import message, plural, told
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
        alternative=told("A code that leads to {address}", address=phones.address),
        height=HIGH,
        share=1,
    )
    return (Beside(id="phones", blocks=(code, _told(phones, latest.id))),)


def _told(phones: Phones, round_id: str) -> Sentences:
    lines = (
        Line(text=phones.address, weight=Weight.TITLE),
        Line(text=_how_in(phones)),
        Line(text=message("No name is asked. You can change your vote until the answers are shown.")),
        Line(text=_so_far(phones.votes_in(round_id)), weight=Weight.STRONG),
        Line(
            text=_who_may(phones),
            weight=Weight.SOFT,
            private=True,
            buttons=(
                Option(
                    text=message("Stop"),
                    action=Command("stop-phones"),
                    tip=message("No phone is let in any more"),
                ),
            ),
        ),
    )
    return Sentences(id="phones-told", heading=message("Vote from your phone"), lines=lines, share=2)


def _how_in(phones: Phones) -> str:
    if not phones.network:
        return message("A trial: the page opens on this laptop alone, and no phone can reach it.")
    return told(
        "Point your phone’s camera at the code, or type the address. Be on {network}.", network=phones.network
    )


def _who_may(phones: Phones) -> str:
    if not phones.network:
        return message("Whoever uses this laptop can open the page and vote, and nothing else.")
    return told(
        "Whoever is on {network} and has the address can open the page and vote, and nothing else.",
        network=phones.network,
    )


def _so_far(votes: int) -> str:
    return plural("{number} vote so far", "{number} votes so far", votes) if votes else message("No vote yet")
