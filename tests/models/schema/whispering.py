"""A snapshot with something in every list that the room may see, and a whisper in every text that it may not."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

from models.schema.case import Case
from models.schema.grades import Stance, Verdict
from models.schema.log import STRETCH, Became, Clash, Deed, Log, Word, WordKind, log_of
from models.schema.record import Decision, Details
from models.schema.scenario import Credence, StanceOn, VerdictSeen
from models.schema.snapshot import Snapshot
from models.schema.value import as_plain
from models.schema.view import Phones
from models.schema.workshop import (
    Action,
    ActionKind,
    AgendaItem,
    Entry,
    Hands,
    Phase,
    Prediction,
    Signpost,
)
from models.store.border import validated
from tests.states import case_named, snapshot, state
from tests.whispers import WHISPER, whispered_scenario, whispered_workshop


@cache
def whispering(**view: Any) -> Snapshot:
    """A snapshot with something in every list, and the whisper in every private text."""
    case = case_named()
    first, advice = case.assumptions[0].id, case.recommendations[0].id
    scenario = replace(
        whispered_scenario(case),
        credences=(Credence(id=first, credence=0.5),),
        verdicts=(VerdictSeen(id=advice, verdict=Verdict.HOLDS),),
    )
    workshop = whispered_workshop(case)
    foreseen = Prediction(
        id="second", phase=Phase.LOCKED, scenario=scenario, hands=(Hands(id=advice, holds=3),)
    )
    workshop = replace(
        workshop,
        predictions=(*workshop.predictions, foreseen),
        agenda=(AgendaItem(id="opening", title="Opening", minutes=10),),
        signposts=(Signpost(assumption=first, text="A convoy is seen"),),
        actions=(Action(assumption=first, kind=ActionKind.SHAPING, text="Talk"),),
        details=Details(place=WHISPER, held=WHISPER, led_by=WHISPER, took_part=WHISPER),
        decisions=(Decision(id="decision-1", text="We keep a second plan"),),
        log=long_log(STRETCH + 1),
    )
    phones = Phones(address="http://10.0.0.1/a/", network="Wi-Fi", code=("10", "01"), votes=3)
    now = replace(state(workshop=workshop, **view), case=with_choices(case), scenario=scenario, past=scenario)
    return snapshot(replace(now, phones=phones))


def with_choices(case: Case) -> Case:
    """The same case with premises in every form, and a link."""
    data = as_plain(case)
    first = data["rules"][0]
    names = [item["id"] for item in data["assumptions"][:2]]
    data["links"] = [
        {"id": "apart", "if": names, "then": names[0], "because": "So it is.", "paragraphs": [1]}
    ]
    first["if"] = [{"any": first["if"]}, {"at-least": 1, "of": first["if"]}]
    return validated(Case, data)


def long_log(count: int) -> Log:
    at = datetime(2023, 1, 9, 9, 0, tzinfo=UTC)
    did = Deed(pattern="{name}", words=(Word(place="name", kind=WordKind.TEXT, items=("x",)),))
    became = (Became(verdict=Verdict.HOLDS, advice=(case_named().recommendations[0].id,)),)
    clashes = (Clash(stances=(StanceOn(id="a1", stance=Stance.FAILS),), links=("l",)),)
    return log_of(
        Entry(id=f"entry-{number}", at=at, what="x", why=WHISPER, did=did, became=became, clashes=clashes)
        for number in range(count)
    )
