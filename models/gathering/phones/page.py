"""The page that phones are served: the interactive hand-out, in which what is marked is a vote that can be sent.

Its address is also a QR code (ISO/IEC 18004), in plain rows, for whoever draws it.
"""

from dataclasses import replace
from datetime import date

import segno

from models.export.hand_out.page import Vote, hand_out, policy_of
from models.gathering.phones.site import Content
from models.language.dates import within
from models.language.messages import marked, message, told
from models.schema.scenario import baseline_scenario
from models.schema.snapshot import Snapshot

WORDS = {
    "send": marked("Send my vote"),
    "reset": marked("Clear my marks"),
    "mark": marked("{0}: mark what you think, then send it. No name goes with it."),
    "sent": marked(
        "Your vote on {0} is in. You can change it and send it again until the answers are shown."
    ),
    "changed": marked("Not sent yet: your vote on {0} has changed."),
    "closed": marked("The answers of {0} are shown, and no more votes are taken."),
    "empty": marked("Mark at least one."),
    "full": marked("No more votes are taken: there are too many."),
    "away": marked("The laptop does not answer. Stay on its network and try again."),
}


def phone_page(snapshot: Snapshot, printed: date) -> Content:
    """The page on the snapshot's case; it begins as the source has it. Raises TooTangled."""
    scenario = snapshot.scenario
    source = replace(
        baseline_scenario(snapshot.case),
        reading=scenario.reading,
        added=scenario.added,
        horizon=scenario.horizon,
    )
    asked = told("Which of these do you think hold{within}?", within=within(scenario.horizon))
    words = {**{name: message(text) for name, text in WORDS.items()}, "assumptions": asked}
    html = hand_out(replace(snapshot, scenario=source), printed, Vote(words))
    return Content(html.encode(), policy_of(html))


def code_of(address: str) -> tuple[str, ...]:
    """The rows of the code without its margin: "1" where it is dark."""
    return tuple("".join(str(bit) for bit in row) for row in segno.make_qr(address, error="m").matrix)
