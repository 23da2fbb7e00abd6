"""How groups come into a workshop: many at once cost what one costs, as a room's files come in together."""

import re
import unicodedata
from dataclasses import replace
from datetime import datetime

from models.schema.scenario import Scenario
from models.schema.steps.workshop_steps import fresh_id, numbered, one_name
from models.schema.value import Answer
from models.schema.workshop import Ballot, Group, Key, Origin, SentFile, Workshop

CONFLICTED = re.compile(r"conflicted copy|\[conflict\]|[-_.]conflict-", re.IGNORECASE)
"""How programs that keep folders in step name the file that lost."""
NUMBERED = re.compile(r"(\w+) (\d+)")


class Coming(Answer):
    """What a group says, and how it comes in; `file` and `digest` are of the file that it comes from.

    A file that is there `again` is known by its folder; another one may have the same name.
    """

    name: str
    scenario: Scenario
    origin: Origin
    ballot: Ballot | None = None
    file: str = ""
    digest: str = ""
    arrived: datetime | None = None
    beside: str | None = None
    asked: bool = False
    again: bool = False


class Intake:
    """Takes groups into the latest round of a workshop, which is made and validated once, when all are in."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._latest = workshop.rounds[-1].id
        self._ids: set[str] = set()
        self._groups: dict[Key, Group] = {}
        self._present: dict[Key, Group] = {}
        self._named: dict[str, dict[Key, Group]] = {}
        self._filed: dict[str, dict[Key, Group]] = {}
        for group in workshop.groups:
            self._put(group)

    @property
    def workshop(self) -> Workshop:
        """The workshop with all that came in."""
        return replace(self._workshop, groups=tuple(self._groups.values()))

    def take(self, coming: Coming) -> None:
        """Take a group in, whichever round is looked at or turned to.

        A group of the same name is replaced, and so is one from the same file of the watched folder; in another
        round it is the same group. Files that are chosen may share a name: every stick has a `scenario.json`.
        """
        wanted = unicodedata.normalize("NFC", coming.name.strip()) or self._next_name()
        watched = (g for g in self._from(coming.file) if g.origin is coming.origin is Origin.FOLDER)
        earlier = next(watched, None)
        same = earlier or next(reversed(self._named.get(one_name(wanted), {}).values()), None)
        told = earlier or coming
        group = Group(
            id=same.id if same else fresh_id(wanted, self._ids, "group"),
            round=self._latest,
            name=earlier.name if earlier else wanted,
            origin=coming.origin,
            file=coming.file,
            digest=coming.digest,
            arrived=coming.arrived,
            beside=told.beside,
            asked=told.asked,
            replaced=earlier.replaced if earlier else (),
            scenario=coming.scenario,
            ballot=coming.ballot,
        )
        self._put(group)

    def take_file(self, coming: Coming, *, however_old: bool = False) -> None:
        """Take in what a file says: beside the group whose name it has, where that did not come from it.

        It is asked about then. A file that has once been said to be of another group stays it, in later rounds too.
        Left out, until somebody says that it is to be taken in, are words of an earlier time, those that would change
        an answer that is revealed, and a conflicted copy that is the first of its group.
        """
        if not however_old and (self._is_older(coming) or self._is_too_late(coming)):
            return
        named = (g for g in self._named.get(one_name(coming.name), {}).values() if g.round == self._latest)
        first = next((group for group in named if not _is_from(group, coming)), None)
        if first is None:
            if is_conflicted(coming.file) and not however_old and not self._from(coming.file):
                return
            self.take(coming)
            return
        of_file = (group for group in reversed(self._groups.values()) if _is_from(group, coming))
        known = next((group for group in of_file if group.beside == first.id), None)
        name, asked = (known.name, known.asked) if known else (self.another_name(coming.name), True)
        self.take(replace(coming, name=name, beside=first.id, asked=asked))

    def another_name(self, name: str) -> str:
        """A name beside one that is taken: "Table 1 (2)"."""
        return next(each for each in numbered(name.strip()) if not self._named.get(one_name(each)))

    def _next_name(self) -> str:
        """A name for who gave none: the next table beside numbered tables, else the next group."""
        found = [NUMBERED.fullmatch(group.name) for group in self._present.values()]
        kinds = {match[1] for match in found if match}
        if found and all(found) and len(kinds) == 1:
            return f"{kinds.pop()} {max(int(match[2]) for match in found if match) + 1}"
        return f"Group {len(self._present) + 1}"

    def _is_older(self, coming: Coming) -> bool:
        """Whether its group, or the same file, has brought words of a later time, in an earlier round too."""
        named = self._named.get(one_name(coming.name), {}).values()
        same = (g for g in self._from(coming.file) if coming.again or g in named)
        known = (*same, *(group for group in named if group.round != self._latest))
        moments = [group.scenario.modified for group in known if group.scenario.modified is not None]
        return coming.scenario.modified is not None and any(
            coming.scenario.modified < moment for moment in moments
        )

    def _is_too_late(self, coming: Coming) -> bool:
        """Whether a file says something else than it did when its round was revealed."""
        known = any(_is_from(group, coming) for group in self._from(coming.file))
        return known and self._workshop.is_revealed(self._latest)

    def _from(self, file: str) -> tuple[Group, ...]:
        """The groups of the latest round that came from a file."""
        return tuple(self._filed.get(file, {}).values()) if file else ()

    def _put(self, group: Group) -> None:
        """Take a group into the place of the one with its key, or to the end."""
        before = self._groups.get(group.key)
        if before is not None and one_name(before.name) != one_name(group.name):
            del self._named[one_name(before.name)][before.key]
        if before is not None and before.file != group.file:
            self._filed.get(before.file, {}).pop(before.key, None)
        self._groups[group.key] = group
        self._ids.add(group.id)
        self._named.setdefault(one_name(group.name), {})[group.key] = group
        if group.round == self._latest:
            self._present[group.key] = group
            self._filed.setdefault(group.file, {})[group.key] = group


def with_group(
    workshop: Workshop,
    name: str,
    scenario: Scenario,
    origin: Origin,
    *,
    ballot: Ballot | None = None,
    file: str = "",
    digest: str = "",
    arrived: datetime | None = None,
) -> Workshop:
    """The workshop with one group more in the latest round, or in the place of the one that it was before."""
    intake = Intake(workshop)
    intake.take(
        Coming(
            name=name,
            scenario=scenario,
            origin=origin,
            ballot=ballot,
            file=file,
            digest=digest,
            arrived=arrived,
        )
    )
    return intake.workshop


def second_files(workshop: Workshop) -> tuple[tuple[Group, Group], ...]:
    """Each group that another file came in for, with the second, while nobody has said which of them counts."""
    asked = [group for group in workshop.groups if group.asked]
    known = {group.key: group for group in workshop.groups} if asked else {}
    firsts = ((known.get((group.round, group.beside or "")), group) for group in asked)
    return tuple((first, second) for first, second in firsts if first is not None)


def second_taken(workshop: Workshop, second: Key) -> Workshop:
    """The workshop with a second file in the place of the first of its group, and not beside it."""
    found = {other.key: (first, other) for first, other in second_files(workshop)}
    if second not in found:
        return workshop
    first, other = found[second]
    sent = (SentFile(file=first.file, digest=first.digest),) if first.file else ()
    left = (*first.replaced, *sent, *other.replaced)
    taken = replace(
        other, id=first.id, name=first.name, beside=first.beside, asked=first.asked, replaced=left
    )
    groups = (taken if group is first else group for group in workshop.groups if group is not other)
    return replace(workshop, groups=tuple(groups))


def second_kept(workshop: Workshop, second: Key) -> Workshop:
    """The workshop with a second file as a group of its own, which is asked about no more."""
    groups = (replace(group, asked=False) if group.key == second else group for group in workshop.groups)
    return replace(workshop, groups=tuple(groups))


def _is_from(group: Group, coming: Coming) -> bool:
    """Whether a group is what the same file said before."""
    return group.file == coming.file and (coming.again or group.digest == coming.digest)


def is_conflicted(file: str) -> bool:
    """Whether a file's name says that it is the conflicted copy of another."""
    return CONFLICTED.search(file) is not None
