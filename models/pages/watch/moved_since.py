"""What moved since a stage, the saved file or the source: verdicts, stances, and what was seen of the signposts."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from models.engine.evaluate import evaluate
from models.language.dates import clock, day_words
from models.language.messages import marked, message, plural, told
from models.language.naming import quoted, rule_named, source_kind
from models.language.signs import UNTIL_REVEALED, hidden_words, verdicts_hidden
from models.language.states import said
from models.language.words import READING_WORDS, in_turn, sentence_start, uncapitalised
from models.language.workshop.signpost_words import seen_line
from models.schema.case import Case
from models.schema.grades import Stance, Verdict
from models.schema.scenario import Scenario, VerdictSeen, baseline_scenario
from models.schema.snapshot import Snapshot
from models.schema.value import Answer
from models.schema.workshop import Signpost, Stage, WatchState, Workshop

SAVED, BASELINE, STAGE = "saved", "baseline", "stage:"
NO_STANCES = marked(
    "The file keeps the verdicts as they were saved, but not which assumptions have changed since."
)
STANCES_THEN = {
    Stance.HOLDS: marked("{stance} now; then it held."),
    Stance.FAILS: marked("{stance} now; then it failed."),
    Stance.UNCERTAIN: marked("{stance} now; then it was uncertain."),
    Stance.AS_ARGUED: marked("{stance} now; then it was as argued."),
}


class Since(Answer):
    """Something to compare with, and how it is spoken of: "Before lunch" becomes "since “Before lunch”"."""

    id: str
    name: str
    spoken: str


class MovedVerdict(Answer):
    """A recommendation whose verdict is another now."""

    id: str
    code: str
    title: str
    verdict: Verdict
    before: Verdict


class MovedSince(Answer):
    """All that moved since something; `note` says what cannot be told."""

    since: Since
    headline: str
    verdicts: tuple[MovedVerdict, ...] = ()
    stances: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    signposts: tuple[str, ...] = ()
    note: str = ""

    @property
    def nothing(self) -> bool:
        """Whether nothing moved at all."""
        return not (self.verdicts or self.stances or self.settings or self.signposts)


def since_choices(snapshot: Snapshot, workshop: Workshop) -> tuple[Since, ...]:
    """What the present can be compared with: the file as it was saved, the stages, latest first, the source."""
    choices = []
    scenario = snapshot.scenario
    if scenario.verdicts:
        choices.append(_saved_choice(scenario))
    choices += [_stage_choice(stage) for stage in reversed(workshop.stages)]
    kind = source_kind(snapshot.case)
    name, spoken = told("The {kind}’s baseline", kind=kind), told("the {kind}’s baseline", kind=kind)
    return (*choices, Since(id=BASELINE, name=name, spoken=spoken))


def _saved_choice(scenario: Scenario) -> Since:
    if scenario.modified is None:
        name, spoken = message("The file as it was last saved"), message("the file was last saved")
    else:
        day = day_words(scenario.modified.date())
        name = told("The file as it was last saved on {day}", day=day)
        spoken = told("the file was last saved on {day}", day=day)
    return Since(id=SAVED, name=name, spoken=spoken)


def moved_since(snapshot: Snapshot, workshop: Workshop, chosen: str = "") -> MovedSince:
    """What moved since one of the choices; since the first of them where the one chosen is gone."""
    choices = since_choices(snapshot, workshop)
    since = next((item for item in choices if item.id == chosen), choices[0])
    if workshop.asking is not None:
        return MovedSince(since=since, headline=message(UNTIL_REVEALED))
    if verdicts_hidden(snapshot):
        return MovedSince(since=since, headline=hidden_words(snapshot))
    day, earlier = _earlier(snapshot, workshop, since)
    return moved(snapshot, since, earlier, _marked(snapshot.case, workshop.signposts, day))


def moved(
    snapshot: Snapshot,
    since: Since,
    earlier: Scenario | tuple[VerdictSeen, ...],
    signposts: Sequence[str] = (),
) -> MovedSince:
    """What moved since an earlier scenario, or since verdicts of which the scenario is not known."""
    case = snapshot.case
    stances: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    if isinstance(earlier, Scenario):
        found = evaluate(case, earlier)
        then = {item.id: item.verdict for item in found.recommendations if found.contradiction is None}
        stances = tuple(_stances(case, earlier, snapshot.scenario))
        settings = tuple(_settings(case, earlier, snapshot.scenario))
    else:
        then = {item.id: item.verdict for item in earlier}
    verdicts = tuple(_verdicts(snapshot, then))
    return MovedSince(
        since=since,
        headline=_headline(since, len(verdicts), len(stances), len(settings), len(signposts)),
        verdicts=verdicts,
        stances=stances,
        settings=settings,
        signposts=tuple(signposts),
        note="" if isinstance(earlier, Scenario) else message(NO_STANCES),
    )


def _stage_choice(stage: Stage) -> Since:
    name = spoken = quoted(stage.name)
    if stage.at:
        time, day = clock(stage.at), day_words(stage.at.date())
        name = told("{stage}, {time} on {day}", stage=spoken, time=time, day=day)
    return Since(id=f"{STAGE}{stage.id}", name=name, spoken=spoken)


def _earlier(
    snapshot: Snapshot, workshop: Workshop, since: Since
) -> tuple[date | None, Scenario | tuple[VerdictSeen, ...]]:
    """When it was and what was so then; the source has no day, so everything was seen since."""
    if since.id == SAVED:
        saved = snapshot.scenario.modified
        return (saved.date() if saved else None), snapshot.scenario.verdicts
    for stage in workshop.stages:
        if since.id == f"{STAGE}{stage.id}":
            return (stage.at.date() if stage.at else None), stage.scenario
    return None, baseline_scenario(snapshot.case)


def _marked(case: Case, signposts: Sequence[Signpost], day: date | None) -> tuple[str, ...]:
    """What was seen on that day or later, in the case's order; what has no date is told last, as such."""
    order = {item.id: place for place, item in enumerate(case.assumptions)}
    seen = sorted(
        (item for item in signposts if item.state is not WatchState.NOT_SEEN and item.assumption in order),
        key=lambda item: order[item.assumption],
    )
    dated = [item for item in seen if item.on is not None and (day is None or item.on >= day)]
    undated = [item for item in seen if item.on is None]
    return tuple(_marked_line(case, item) for item in (*dated, *undated))


def _marked_line(case: Case, signpost: Signpost) -> str:
    return told(
        "{assumption}: {signpost}, {seen}.",
        assumption=case.by_id[signpost.assumption].title,
        signpost=quoted(signpost.text),
        seen=uncapitalised(seen_line(signpost, dated=True)),
    )


def _verdicts(snapshot: Snapshot, then: Mapping[str, Verdict]) -> Iterator[MovedVerdict]:
    now = snapshot.evaluation.recommendation
    for item in snapshot.case.recommendations:
        before, verdict = then.get(item.id), now[item.id].verdict
        if before is None or before is verdict:
            continue
        yield MovedVerdict(id=item.id, code=item.code, title=item.title, verdict=verdict, before=before)


def _stances(case: Case, earlier: Scenario, now: Scenario) -> Iterator[str]:
    for item in case.assumptions:
        before, after = earlier.stance_of.get(item.id), now.stance_of[item.id]
        if before is not None and before is not after:
            yield told(STANCES_THEN[before], stance=said(quoted(item.title), after))


def _settings(case: Case, earlier: Scenario, now: Scenario) -> Iterator[str]:
    if earlier.reading is not now.reading:
        yield told("{reading} now.", reading=message(READING_WORDS[now.reading]))
    if earlier.added is not now.added:
        yield message("Objections count now." if now.added else "Objections do not count now.")
    aside = [rule for rule in now.set_aside if rule not in earlier.set_aside]
    again = [rule for rule in earlier.set_aside if rule not in now.set_aside]
    for rules, pattern in (
        (aside, marked("{argument} is rejected now: {because}.")),
        (again, marked("{argument} is counted again: {because}.")),
    ):
        for rule in rules:
            because = case.rule_by_id[rule].because.rstrip(".")
            yield told(pattern, argument=sentence_start(rule_named(case, rule)), because=because)


def _headline(since: Since, verdicts: int, stances: int, settings: int, signposts: int) -> str:
    parts = []
    if verdicts:
        parts.append(plural("{number} verdict changed", "{number} verdicts changed", verdicts))
    if stances:
        parts.append(plural("{number} assumption changed", "{number} assumptions changed", stances))
    if settings:
        parts.append(plural("{number} setting changed", "{number} settings changed", settings))
    if signposts:
        parts.append(plural("{number} signpost was seen", "{number} signposts were seen", signposts))
    if not parts:
        return told("Nothing moved since {then}", then=since.spoken)
    return told("Since {then}, {parts}", then=since.spoken, parts=in_turn(parts))
