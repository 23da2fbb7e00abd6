"""The page that phones are served: the interactive hand-out, in which what is marked is a vote that can be sent."""

from dataclasses import replace
from datetime import date

from models.export.hand_out.page import Vote, hand_out, policy_of
from models.gathering.phones.site import Content
from models.language.dates import within
from models.schema.scenario import baseline_scenario, revised
from models.schema.snapshot import Snapshot

WORDS = {
    "send": "Send my vote",
    "reset": "Clear my marks",
    "mark": "{0}: mark what you think, then send it. No name goes with it.",
    "sent": "Your vote on {0} is in. You can change it and send it again until the answers are shown.",
    "changed": "Not sent yet: your vote on {0} has changed.",
    "closed": "The answers of {0} are shown, and no more votes are taken.",
    "empty": "Mark at least one.",
    "full": "No more votes are taken: there are too many.",
    "away": "The laptop does not answer. Stay on its network and try again.",
}


def phone_page(snapshot: Snapshot, printed: date) -> Content:
    """The page on the snapshot's case; it begins as the source has it. Raises TooTangled."""
    scenario = snapshot.scenario
    source = revised(
        baseline_scenario(snapshot.case),
        reading=scenario.reading,
        added=scenario.added,
        horizon=scenario.horizon,
    )
    asked = f"Which of these do you think hold{within(scenario.horizon)}?"
    html = hand_out(replace(snapshot, scenario=source), printed, Vote({**WORDS, "assumptions": asked}))
    return Content(html.encode(), policy_of(html))
