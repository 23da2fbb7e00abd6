"""Reads what is to be opened, apart from the window: nothing here touches Qt, so a thread of its own can do it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from models.schema.case import Case
from models.schema.problem import Problem, Refused, phrase
from models.schema.state import State, fresh_state
from models.store.case_tests import all_problems
from models.store.cases import embedded_case_ids, load_embedded, read_case
from models.store.files import read_bytes
from models.store.kinds import MAX_BYTES, Kind, kind_of

if TYPE_CHECKING:
    from models.store.recovery import Record

MOST_ADVICE, MOST_ASSUMED = 60, 250


@dataclass(frozen=True)
class ReadFile:
    """A file as it was read: what it is, what is in it, what was odd, and what tells its content from another's."""

    path: Path
    kind: Kind
    state: State
    problems: tuple[Problem, ...]
    digest: bytes


def read_file(path: Path, here: Case) -> ReadFile:
    """A scenario, a workshop or a case, where this case is open; raises Refused."""
    kind, there = kind_of(path), digest(path)  # before it is read: what is written meanwhile is another's
    state, problems = _read(path, kind, here)
    return ReadFile(path, kind, state, problems, there)


def digest(path: Path) -> bytes:
    """What tells a file's content from another's; empty where it cannot be read, so that nothing was lost in it."""
    from hashlib import sha256  # not needed to start

    try:
        return sha256(read_bytes(path, MAX_BYTES)).digest()
    except Refused:
        return b""


def _read(path: Path, kind: Kind, here: Case) -> tuple[State, tuple[Problem, ...]]:
    from models.store import scenarios, workshops

    match kind:
        case Kind.WORKSHOP:
            case = case_for(workshops.case_reference(path).id, here)
            whole = workshops.load(path, case)
            return fresh_state(case, whole.scenario, whole.workshop), whole.problems
        case Kind.CASE:
            read = read_case(path)
            _hold_limit(read.case, path)
            return fresh_state(read.case), all_problems(read)
        case _:
            case = case_for(scenarios.case_reference(path).id, here)
            loaded = scenarios.load(path, case)
            return fresh_state(case, loaded.scenario), loaded.problems


def read_kept(record: "Record", here: Case) -> State:
    """What was kept of a session that ended without closing; raises Refused."""
    from models.store import scenarios, workshops

    case = read_case(record.case_path).case if record.case_path else case_for(record.case_id, here)
    if record.workshop:
        whole = workshops.load(record.scenario, case)
        return fresh_state(case, whole.scenario, whole.workshop)
    return fresh_state(case, scenarios.load(record.scenario, case).scenario)


def _hold_limit(case: Case, path: Path) -> None:
    """Refuse a case of more advice than a board and a strip can show, or of more assumptions than a page bears."""
    what = None
    if (number := len(case.recommendations)) > MOST_ADVICE:
        what = phrase(
            "The window shows at most {most} recommendations, and this case has {number:,}.",
            most=MOST_ADVICE,
            number=number,
        )
    elif (number := len(case.assumptions)) > MOST_ASSUMED:
        what = phrase(
            "The window shows at most {most} assumptions, and this case has {number:,}.",
            most=MOST_ASSUMED,
            number=number,
        )
    if what is not None:
        raise Refused(
            Problem(file=path.name, what=what, remedy=phrase("`whatholds evaluate` answers for it."))
        )


def case_for(identifier: str, here: Case) -> Case:
    """The case that is open or comes with the application, by its id; raises Refused."""
    if identifier == here.id:
        return here
    if identifier in embedded_case_ids():
        return load_embedded(identifier)
    what = phrase("The file is for the case {name}, which is not open.", name=identifier)
    raise Refused(Problem(file=identifier, what=what, remedy=phrase("Open that case’s file first.")))
