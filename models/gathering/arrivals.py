"""What one file brings into the workshop: a table's scenario, or a spreadsheet with the ballots of one or more."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from models.gathering.ballots import Sheet, read_ballots
from models.gathering.cells import MAX_BYTES, SHEETS, rows_of
from models.language.messages import message
from models.schema.case import Case
from models.schema.steps.group_steps import Coming, Intake
from models.schema.steps.workshop_steps import balloted, one_name
from models.schema.workshop import Origin, Workshop
from models.store.files import read_bytes, spelled
from models.store.inbox import LONGEST_NAME, Arrival, Reader, arrival

_WHEN = re.compile(
    r"""\s*(?:19|20)\d\d([-_.]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])  # a day, its parts set off alike
    (?:(?:T|[ _-]+(?:at[ ])?)(?:[01]\d|2[0-3])[-_.:h]?[0-5]\d(?:[-_.:]?[0-5]\d)?)?  # and a time
    (?:[ _-]+|$)""",
    re.VERBOSE,
)
_ADDED = (
    re.compile(
        r"[ _-]*\((?:responses|응답)\)(?:[ _-]+(?:form responses|설문지 응답(?: 시트)?) ?\d*)?$",
        re.IGNORECASE,
    ),
    re.compile(r"[ _-]+form responses ?\d*$", re.IGNORECASE),
    re.compile(r"\(1-\d+\)$"),
)
"""What online forms put after their title when answers are exported; the last is how many of them there are."""


def arrivals(path: Path, case: Case) -> tuple[Arrival, ...]:
    """What a file that somebody chose brings in; raises Refused."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        return (arrival(path, case),)
    return reader(path, read_bytes(path, MAX_BYTES), case)


def ballots_in(path: Path, case: Case) -> Sheet:
    """The ballots on a spreadsheet; raises Refused."""
    return read_ballots(path, rows_of(path, read_bytes(path, MAX_BYTES)), case)


def copies_last(arrivals: Sequence[Arrival]) -> list[Arrival]:
    """The arrivals in their order, but of one group's the shortest file name first: what makes a copy adds to it."""
    places: dict[str, int] = {}
    for item in arrivals:
        places.setdefault(one_name(item.group), len(places))
    return sorted(arrivals, key=lambda item: (places[one_name(item.group)], len(item.file)))


def with_arrivals(
    workshop: Workshop,
    moment: datetime,
    arrivals: tuple[Arrival, ...],
    origin: Origin,
    however_old: bool = False,
) -> Workshop:
    """The workshop with a group for each file that came in."""
    intake = Intake(workshop)
    for item in arrivals:
        intake.take_file(
            Coming(
                name=item.group,
                scenario=item.scenario,
                origin=origin,
                ballot=item.ballot,
                file=item.file,
                digest=item.digest,
                arrived=moment,
                again=item.again or origin is Origin.FOLDER,
            ),
            however_old=however_old,
        )
    return intake.workshop


def _sheet(path: Path, content: bytes, case: Case) -> tuple[Arrival, ...]:
    """A group for each that the ballots name; those that name none are the file's."""
    sheet = read_ballots(path, rows_of(path, content), case)
    digest, file = sha256(content).hexdigest(), spelled(path.name)
    return tuple(
        Arrival(
            file=f"{file}, {name}" if name else file,
            group=name or _called_after(spelled(path.stem)),
            scenario=balloted(case, ballot),
            digest=digest,
            problems=() if place else sheet.remarks,
            ballot=ballot,
            is_guessed=not name,
        )
        for place, (name, ballot) in enumerate(sheet.ballots)
    )


READERS: Mapping[str, Reader] = dict.fromkeys(SHEETS, _sheet)
"""What reads the files of a watched folder that are no scenarios, by the ending of their names."""


def _called_after(stem: str) -> str:
    """The name that is proposed for the one group on a sheet of ballots."""
    name = " ".join(_WHEN.sub("", stem, count=1).split()) if _WHEN.match(stem) else " ".join(stem.split())
    for added in _ADDED:
        name = added.sub("", name).strip()
    return spelled(name)[:LONGEST_NAME].strip() or message("Ballots", "group")
