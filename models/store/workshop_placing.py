"""Puts what a workshop file says into its places in a case: every scenario, and what speaks of statements."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from models.schema.case import Case
from models.schema.problem import Problem, Refused, phrase
from models.schema.references import Place
from models.schema.scenario import Scenario, baseline_scenario
from models.schema.steps.workshop_steps import balloted
from models.schema.value import Value
from models.schema.workshop import (
    Action,
    AgendaItem,
    Ballot,
    Count,
    Group,
    Hands,
    Key,
    Prediction,
    Round,
    Signpost,
    Stage,
    StepNote,
    Workshop,
)
from models.store.border import checked
from models.store.documents import Document, in_order
from models.store.placing import placed, strange_entry
from models.store.scenario_file import ScenarioFile
from models.store.scenarios import other_version
from models.store.shape import complaint
from models.store.workshop_file import BallotEntry, GroupEntry, PredictionEntry, WorkshopFile

About = Signpost | Action
Made = TypeVar("Made", bound=Value)


def placed_workshop(
    document: Document, written: WorkshopFile, case: Case
) -> tuple[Scenario, Workshop, list[Problem]]:
    """The plenary's scenario and the workshop that a file describes in this case, with remarks.

    Raises Refused with everything that contradicts itself in the file.
    """
    placing = _Placing(document, written, case)
    placing.check()
    scenario = placing.scenario(("scenario",), written.scenario, "The room")
    workshop = placing.workshop()
    if workshop is None or placing.errors:
        raise Refused(*in_order(placing.errors))
    return scenario, workshop, placing.remarks


class _Placing:
    """One walk through a workshop file, which gathers what is wrong and what is odd."""

    def __init__(self, document: Document, written: WorkshopFile, case: Case) -> None:
        self.document = document
        self.written = written
        self.case = case
        self.assumptions = tuple(item.id for item in case.assumptions)
        self.recommendations = tuple(item.id for item in case.recommendations)
        self.errors: list[Problem] = []
        self.remarks: list[Problem] = []

    def check(self) -> None:
        """Notes what is listed twice, and rounds that do not exist."""
        written = self.written
        self._check_keys("groups", ((group.round, group.id) for group in written.groups))
        self._check_keys("signposts", (item.key for item in written.signposts))
        self._check_keys("actions", (item.key for item in written.actions))
        self._check_keys("decisions", (item.key for item in written.decisions))
        self._check_keys("log", (item.key for item in written.log))
        self._check_round(("round",), written.round)
        for index, group in enumerate(written.groups):
            self._check_round(("groups", index, "round"), group.round)

    def scenario(self, place: Place, written: ScenarioFile, owner: str) -> Scenario:
        """One scenario of the file; for one of another case, which is an error, the baseline stands in."""
        part = self.document.part(place, owner)
        if written.case.id != self.case.id:
            what = phrase(
                "The scenario is for the case {given}, not for {open}.",
                given=written.case.id,
                open=self.case.id,
            )
            remedy = phrase("All scenarios of a workshop are for its case.")
            self.errors.append(part.problem(("case", "id"), what, remedy))
            return baseline_scenario(self.case)
        scenario, remarks = placed(part, written, self.case)
        self.remarks += remarks
        if written.case != self.written.case:
            self.remarks += other_version(part, written.case, scenario, self.case)
        return scenario

    def workshop(self) -> Workshop | None:
        """The workshop, or nothing where it contradicts itself; an error says why."""
        written = self.written
        about = [*self._about("signposts", written.signposts), *self._about("actions", written.actions)]
        used = [item for item in about if item.assumption in self.assumptions]
        lists: dict[str, Any] = {
            "rounds": tuple(Round(id=name, **vars(entry)) for name, entry in written.rounds.items()),
            "groups": tuple(self._group(index, entry) for index, entry in enumerate(written.groups)),
            "predictions": tuple(self._prediction(*entry) for entry in written.predictions.items()),
            "stages": self._stages(),
            "agenda": tuple(AgendaItem(id=name, **vars(entry)) for name, entry in written.agenda.items()),
            "signposts": tuple(item for item in used if isinstance(item, Signpost)),
            "actions": tuple(item for item in used if isinstance(item, Action)),
            "step_notes": tuple(StepNote(id=name, text=text) for name, text in written.step_notes.items()),
            "unplaced": tuple(item for item in about if item.assumption not in self.assumptions),
        }
        taken = ("created", "modified", "details", "round", "agenda_at", "decisions", "log")
        rest = {name: getattr(written, name) for name in taken}
        reference = baseline_scenario(self.case).case
        if self.errors:
            return None
        return self._made((), "workshop", lambda: Workshop(case=reference, **rest, **lists))

    def _group(self, index: int, entry: GroupEntry) -> Group | None:
        known = self.written.rounds.get(entry.round)
        owner = f"{entry.name} ({known.name})" if known else entry.name
        ballot = self._ballot(("groups", index, "ballot"), entry.ballot, owner) if entry.ballot else None
        if entry.scenario:
            scenario = self.scenario(("groups", index, "scenario"), entry.scenario, owner)
        elif ballot:
            scenario = balloted(self.case, ballot)
        else:
            return None  # the ballot contradicts itself
        return Group(**{**vars(entry), "scenario": scenario, "ballot": ballot})

    def _ballot(self, place: Place, entry: BallotEntry, owner: str) -> Ballot | None:
        part = self.document.part(place, owner)
        self._remark_on(part, "counts", "assumption", entry.counts, self.assumptions)
        counts = [Count(id=name, **vars(count)) for name, count in entry.counts.items()]
        used = tuple(count for count in counts if count.id in self.assumptions)
        rest = tuple(count for count in counts if count.id not in self.assumptions)
        return self._made(place, "ballot", lambda: Ballot(heads=entry.heads, counts=used, unplaced=rest))

    def _prediction(self, name: str, entry: PredictionEntry) -> Prediction | None:
        place: Place = ("predictions", name)
        owner = phrase("The prediction {name}", name=name)
        part = self.document.part(place, owner)
        self._remark_on(part, "hands", "recommendation", entry.hands, self.recommendations)
        hands = [Hands(id=key, **vars(given)) for key, given in entry.hands.items()]
        fields = {
            **vars(entry),
            "id": name,
            "scenario": entry.scenario and self.scenario((*place, "scenario"), entry.scenario, owner),
            "hands": tuple(item for item in hands if item.id in self.recommendations),
            "unplaced": tuple(item for item in hands if item.id not in self.recommendations),
        }
        return self._made(place, "prediction", lambda: Prediction(**fields))

    def _stages(self) -> tuple[Stage, ...]:
        return tuple(
            Stage(
                id=name,
                name=entry.name,
                at=entry.at,
                scenario=self.scenario(("stages", name, "scenario"), entry.scenario, f"Stage {entry.name}"),
            )
            for name, entry in self.written.stages.items()
        )

    def _about(self, name: str, items: Iterable[About]) -> Iterator[About]:
        """What is about assumptions, with a remark on each of those that the case does not have."""
        for index, item in enumerate(items):
            if item.assumption not in self.assumptions:
                place = (name, index, "assumption")
                remark = strange_entry(self.document, place, "assumption", item.assumption, self.assumptions)
                self.remarks.append(remark)
            yield item

    def _remark_on(
        self, part: Document, section: str, noun: str, given: Iterable[str], known: tuple[str, ...]
    ) -> None:
        self.remarks += (
            strange_entry(part, (section, name), noun, name, known) for name in given if name not in known
        )

    def _check_keys(self, name: str, keys: Iterable[Key]) -> None:
        seen: set[Key] = set()
        for index, key in enumerate(keys):
            if key in seen:
                what = phrase("{key} is listed twice under `{name}`.", key=" / ".join(key), name=name)
                self.errors.append(self.document.problem((name, index), what, phrase("Keep one of the two.")))
            seen.add(key)

    def _check_round(self, place: Place, name: str) -> None:
        if name not in self.written.rounds:
            remedy = self.document.suggestion(name, self.written.rounds) or phrase(
                "Use one that is listed under `rounds`."
            )
            self.errors.append(
                self.document.problem(place, phrase("There is no round {name}.", name=name), remedy)
            )

    def _made(self, place: Place, noun: str, make: Callable[[], Made]) -> Made | None:
        """What is made, or nothing and an error if it contradicts itself."""
        try:
            return checked(make())
        except ValueError as error:
            self.errors.append(self.document.problem(place, *complaint(error, noun)))
            return None
