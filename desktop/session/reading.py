"""Reads what is to be opened, apart from the window: nothing here touches Qt, so a thread of its own can do it."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.session.locks import digest
from models.schema.case import Case
from models.schema.problem import Problem, Refused, phrase
from models.schema.snapshot import State, fresh_state
from models.schema.value import Answer
from models.store.case_tests import all_problems
from models.store.cases import embedded_case_ids, load_embedded, read_case
from models.store.files import read_text
from models.store.kinds import MAX_BYTES, Kind, kind_of

if TYPE_CHECKING:
    from models.store.recovery import Record

MOST_ADVICE, MOST_ASSUMED = 60, 250


MOST_BESIDE = 50
"""So many files of a folder are looked into for the case that a scenario or a workshop is for."""
_ID = re.compile(r"^id:[ \t]*[\"']?([a-z0-9-]+)", re.MULTILINE)


class ReadFile(Answer, kw_only=False):
    """A file as it was read: what it is, what is in it, what was odd, and what tells its content from another's.

    `case_path` is where its case is, unless that comes with the application or was open already.
    """

    path: Path
    kind: Kind
    state: State
    problems: tuple[Problem, ...]
    digest: bytes
    case_path: Path | None = None


def read_file(path: Path, here: Case) -> ReadFile:
    """A scenario, a workshop or a case, where this case is open; raises Refused.

    The case of a scenario or a workshop is the open one, one of the application's, or one in the same folder.
    """
    kind, there = kind_of(path), digest(path)  # before it is read: what is written meanwhile is another's
    if kind is Kind.CASE:
        read = read_case(path)
        _hold_limit(read.case, path)
        return ReadFile(path, kind, fresh_state(read.case), all_problems(read), there, path)
    case, case_path = _case_of(path, kind, here)
    return ReadFile(path, kind, *_read(path, kind, case), there, case_path)


def _case_of(path: Path, kind: Kind, here: Case) -> tuple[Case, Path | None]:
    from models.store import scenarios, workshops

    reference = workshops.case_reference if kind is Kind.WORKSHOP else scenarios.case_reference
    identifier = reference(path).id
    beside = None if identifier in (here.id, *embedded_case_ids()) else _beside(path, identifier)
    if beside is None:
        return case_for(identifier, here), None
    case = read_case(beside).case
    _hold_limit(case, beside)
    return case, beside


def _beside(path: Path, identifier: str) -> Path | None:
    """The one file in the same folder that has the case; none where several have it."""
    files = sorted(one for one in path.absolute().parent.glob("*.y*ml") if one.suffix in (".yaml", ".yml"))
    found = [one for one in files[:MOST_BESIDE] if _id_in(one) == identifier]
    return found[0] if len(found) == 1 else None


def _id_in(path: Path) -> str:
    try:
        found = _ID.search(read_text(path, MAX_BYTES))
    except Refused:
        return ""
    return found[1] if found else ""


def _read(path: Path, kind: Kind, case: Case) -> tuple[State, tuple[Problem, ...]]:
    from models.store import scenarios, workshops

    if kind is Kind.WORKSHOP:
        whole = workshops.load(path, case)
        return fresh_state(case, whole.scenario, whole.workshop), whole.problems
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
