"""The log keeps what was done as values: a workshop that was held in English is read in Korean, and the other way."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from models.language.messages import speaking
from models.language.workshop.logbook import with_log, with_step, with_votes
from models.pages.watch.log import LogLine, log_lines, other_words
from models.schema.case import Case
from models.schema.grades import Reading, Stance, Verdict
from models.schema.log import Deed, Word, WordKind, log_of
from models.schema.record import WatchState
from models.schema.scenario import Scenario, baseline_scenario, with_stances
from models.schema.snapshot import State
from models.schema.steps.room_steps import prediction_asked, state_named
from models.schema.steps.signpost_steps import decided, noted, sentence_decided
from models.schema.steps.workshop_steps import with_round
from models.schema.workshop import Entry, Signpost, Workshop
from models.store import workshops
from models.store.cases import load_embedded
from tests.models.engine.small_cases import link, rule, small_case
from tests.states import case_named, state
from tests.workshops import MOMENT, four_tables

LATIN = re.compile(r"(?<![A-Z0-9])[A-Za-z]{2,}")
THEIRS = re.compile(r"Table \d|Before lunch|We go on")


def _held(case: Case) -> State:
    """A workshop in which everything that is logged was done, as the window does it."""
    now = state(workshop=Workshop(case=state().scenario.case))
    now = _plenary(now)
    first, advice = case.assumptions[0], case.recommendations[4]
    post = Signpost(assumption=first.id, text=first.observations[0].text)
    steps: tuple[Callable[[Workshop], Workshop], ...] = (
        lambda _: four_tables(case),
        with_round,
        lambda workshop: decided(workshop, MOMENT, first.id, Stance.FAILS, None),
        lambda workshop: decided(workshop, MOMENT, advice.id, None, Verdict.NOT_NEEDED),
        lambda workshop: sentence_decided(workshop, MOMENT, "We go on"),
        lambda workshop: noted(workshop, MOMENT, post, {"state": WatchState.TRIPPED}, own=False),
        lambda workshop: noted(workshop, MOMENT, post, {"owner": "Table 1"}, own=False),
        lambda workshop: state_named(workshop, MOMENT, now.scenario, "Before lunch"),
        lambda workshop: prediction_asked(workshop, MOMENT, ""),
    )
    for step in steps:
        after = step(now.workshop)
        told, _ = with_step(replace(now, case=case), after, MOMENT)
        now = replace(now, workshop=replace(after, log=told.workshop.log))
    return replace(now, workshop=with_votes(now.workshop, "votes", MOMENT, "Table 9", 3))


def _plenary(now: State) -> State:
    ids = {code: item.id for code, item in now.case.by_code.items()}
    rule = next(rule.id for rule in now.case.rules if rule.conclusion == ids["R5"])
    changes: tuple[Callable[[Scenario], Scenario], ...] = (
        lambda one: with_stances(one, {ids["A3"]: Stance.FAILS}),
        lambda one: with_stances(one, {ids["A1"]: Stance.UNCERTAIN, ids["A2"]: Stance.UNCERTAIN}),
        lambda one: replace(one, reading=Reading.EVERY_ARGUMENT),
        lambda one: replace(one, added=True),
        lambda one: replace(one, set_aside=(rule,)),
        lambda one: replace(one, set_aside=()),
    )
    for change in changes:
        now = with_log(now, replace(now, scenario=change(now.scenario)), MOMENT)
        now = replace(now, scenario=change(now.scenario))
    return now


def _read_back(of: State, case: Case) -> Workshop:
    return workshops.load(workshops.dump(of.scenario, of.workshop), case).workshop


def _lines(workshop: Workshop, case: Case) -> tuple[LogLine, ...]:
    return log_lines(replace(workshop, predictions=()), full=True, case=case)


def test_a_log_that_was_written_in_english_is_read_in_korean() -> None:
    case, korean = case_named(), load_embedded("dprk-lessons", "ko")
    held = _held(case)
    english = _lines(_read_back(held, case), case)
    assert len(english) == 16

    with speaking("ko"):
        told = _lines(_read_back(held, korean), korean)

    assert [
        (line.what, line.moved) for line in told if LATIN.search(THEIRS.sub("", line.what + line.moved))
    ] == []
    assert told[0].what == "A3: 북러 관계 심화 → 불성립"
    assert "더는 필요 없음" in told[0].moved


def test_a_log_that_was_written_in_korean_is_read_in_english() -> None:
    case, korean = case_named(), load_embedded("dprk-lessons", "ko")
    with speaking("ko"):
        held = _held(korean)
        assert any("가" <= letter <= "힣" for letter in held.workshop.log[0].what)

    found = _lines(_read_back(held, case), case)

    assert found == _lines(_read_back(_held(case), case), case)


def test_stances_that_could_not_be_so_together_are_told_in_the_language_of_the_reader() -> None:
    case = small_case(
        rule("q", need="a1", then="r1"), statements="a1 a2 r1", fails="a2", links=[link("l", one_of="a1 a2")]
    )
    before = baseline_scenario(case)
    after = with_stances(before, {"a1": Stance.FAILS})
    start = State(case=case, scenario=before, workshop=Workshop(case=before.case))
    held = with_log(start, replace(start, scenario=after), MOMENT)
    written = _read_back(replace(held, scenario=after), case)

    (english,) = _lines(written, case)
    with speaking("ko"):
        (korean,) = _lines(written, case)
        told = with_log(start, replace(start, scenario=after), MOMENT).workshop.log[0].moved

    assert "that cannot be so together" in english.moved
    assert korean.moved == told
    assert "성립" in korean.moved and "cannot" not in korean.moved


def test_lines_of_which_only_the_words_are_known_stay_as_they_are_and_are_told_to() -> None:
    case = case_named()
    lines = [replace(entry, did=None, became=()) for entry in _held(case).workshop.log]
    old = replace(state().workshop, log=log_of(lines))

    assert other_words(old) == ""
    with speaking("ko"):
        assert [line.what for line in _lines(old, case)] == [line.what for line in lines]
        assert other_words(old) != ""
        assert other_words(_held(case).workshop) == ""


@pytest.mark.parametrize(
    "did",
    [
        Deed(pattern="{names:>99999999}", words=(Word(place="names", kind=WordKind.TEXT, items=("x",)),)),
        Deed(pattern="{names.__class__}", words=(Word(place="names", kind=WordKind.TEXT, items=("x",)),)),
        Deed(pattern="{", words=()),
        Deed(pattern="{names}", words=()),
        Deed(pattern="{names}", words=(Word(place="names", kind=WordKind.TEXT, items=()),)),
        Deed(pattern="{names}", words=(Word(place="names", kind=WordKind.STANCE, items=("sideways",)),)),
        Deed(pattern="{names}", words=(Word(place="names", kind=WordKind.NAMED, items=("nowhere",)),)),
    ],
)
def test_what_a_file_says_that_cannot_be_said_gives_way_to_its_words(did: Deed) -> None:
    line = Entry(id="odd", at=MOMENT, what="As it was written", did=did)
    odd = replace(state().workshop, log=log_of([line]))

    assert [one.what for one in _lines(odd, case_named())] == ["As it was written"]
