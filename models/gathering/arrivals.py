"""What one file brings into the workshop: a table's scenario, or a spreadsheet with the ballots of one or more."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from models.gathering.ballots import Sheet, read_ballots
from models.gathering.called import called_after
from models.gathering.cells import MAX_BYTES, SHEETS, rows_of
from models.schema.case import Case
from models.schema.steps.group_steps import Coming, Intake
from models.schema.steps.workshop_steps import balloted, one_name
from models.schema.workshop import Origin, Workshop
from models.store.files import read_bytes, spelled
from models.store.inbox import Arrival, Reader, arrival


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
            group=name or called_after(spelled(path.stem)),
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
