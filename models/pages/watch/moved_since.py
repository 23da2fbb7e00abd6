"""What moved since a stage, the saved file or the source: verdicts, stances, and what was seen of the signposts."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from models.engine.evaluate import evaluate
from models.language.dates import clock, day_words
from models.language.naming import quoted, rule_named, source_kind
from models.language.signs import UNTIL_REVEALED, hidden_words, verdicts_hidden
from models.language.states import clause, word
from models.language.words import READING_WORDS, counted, listed, sentence_start, uncapitalised
from models.language.workshop.group_words import becoming
from models.language.workshop.signpost_words import seen_line
from models.schema.case import Case, Stance, Verdict
from models.schema.scenario import Scenario, VerdictSeen, baseline_scenario
from models.schema.snapshot import Snapshot
from models.schema.value import Answer
from models.schema.workshop import Signpost, Stage, WatchState, Workshop

SAVED, BASELINE, STAGE = "saved", "baseline", "stage:"
NO_STANCES = "The file keeps the verdicts as they were saved, but not which assumptions have changed since."
VERDICTS_THEN = {
    Verdict.HOLDS: "held",
    Verdict.FEWER: "held on fewer arguments",
    Verdict.OPEN: "was open",
    Verdict.NOT_NEEDED: "was no longer needed",
    Verdict.NOT_WORKABLE: "was no longer workable",
    Verdict.NO_STANDING: "was not ours to do",
    Verdict.OVERRULED: "was overruled",
    Verdict.INCOMPLETE: "was incomplete",
    Verdict.UNSUPPORTED: "had no argument left",
}
STANCES_THEN = {
    Stance.HOLDS: "held",
    Stance.FAILS: "failed",
    Stance.UNCERTAIN: "was uncertain",
    Stance.AS_ARGUED: "was as argued",
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
    word: str
    sentence: str


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
        when = f" on {day_words(scenario.modified.date())}" if scenario.modified else ""
        spoken = f"the file was last saved{when}"
        choices.append(Since(id=SAVED, name=f"The file as it was last saved{when}", spoken=spoken))
    choices += [_stage_choice(stage) for stage in reversed(workshop.stages)]
    kind = source_kind(snapshot.case)
    return (*choices, Since(id=BASELINE, name=f"The {kind}’s baseline", spoken=f"the {kind}’s baseline"))


def moved_since(snapshot: Snapshot, workshop: Workshop, chosen: str = "") -> MovedSince:
    """What moved since one of the choices; since the first of them where the one chosen is gone."""
    choices = since_choices(snapshot, workshop)
    since = next((item for item in choices if item.id == chosen), choices[0])
    if workshop.asking is not None:
        return MovedSince(since=since, headline=UNTIL_REVEALED)
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
        note="" if isinstance(earlier, Scenario) else NO_STANCES,
    )


def _stage_choice(stage: Stage) -> Since:
    when = f", {clock(stage.at)} on {day_words(stage.at.date())}" if stage.at else ""
    return Since(id=f"{STAGE}{stage.id}", name=f"“{stage.name}”{when}", spoken=f"“{stage.name}”")


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
    told = uncapitalised(seen_line(signpost))
    if signpost.on is None:
        state = uncapitalised(word(signpost.state))
        told = told.replace(state, f"{state}, without a date", 1)
    return f"{case.by_id[signpost.assumption].title}: “{signpost.text}”, {told}."


def _verdicts(snapshot: Snapshot, then: Mapping[str, Verdict]) -> Iterator[MovedVerdict]:
    now = snapshot.evaluation.recommendation
    for item in snapshot.case.recommendations:
        before, verdict = then.get(item.id), now[item.id].verdict
        if before is None or before is verdict:
            continue
        yield MovedVerdict(
            id=item.id,
            code=item.code,
            title=item.title,
            verdict=verdict,
            before=before,
            word=word(verdict),
            sentence=f"{quoted(item.title)} {becoming(verdict, 1)} now; then it {VERDICTS_THEN[before]}.",
        )


def _stances(case: Case, earlier: Scenario, now: Scenario) -> Iterator[str]:
    for item in case.assumptions:
        before, after = earlier.stance_of.get(item.id), now.stance_of[item.id]
        if before is not None and before is not after:
            yield f"{quoted(item.title)} {clause(after)} now; then it {STANCES_THEN[before]}."


def _settings(case: Case, earlier: Scenario, now: Scenario) -> Iterator[str]:
    if earlier.reading is not now.reading:
        yield f"{READING_WORDS[now.reading]} now."
    if earlier.added is not now.added:
        yield f"Objections {'count' if now.added else 'do not count'} now."
    aside = [rule for rule in now.set_aside if rule not in earlier.set_aside]
    again = [rule for rule in earlier.set_aside if rule not in now.set_aside]
    for rules, is_now in ((aside, "rejected now"), (again, "counted again")):
        for rule in rules:
            because = case.rule_by_id[rule].because.rstrip(".")
            yield f"{sentence_start(rule_named(case, rule))} is {is_now}: {because}."


def _are(items: Sequence[str]) -> str:
    return "is" if len(items) == 1 else "are"


def _headline(since: Since, verdicts: int, stances: int, settings: int, signposts: int) -> str:
    told = []
    if verdicts:
        told.append(f"{counted(verdicts, 'verdict')} changed")
    if stances:
        told.append(f"{counted(stances, 'assumption')} changed")
    if settings:
        told.append(f"{counted(settings, 'setting')} changed")
    if signposts:
        told.append(f"{counted(signposts, 'signpost')} {'was' if signposts == 1 else 'were'} seen")
    if not told:
        return f"Nothing moved since {since.spoken}"
    return f"Since {since.spoken}, {listed(told)}"
