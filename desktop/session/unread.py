"""What is typed in the fields of the editor and cannot be taken over: it stays as it was typed until it is mended.

It is in no file of a case, so it counts as unsaved, and is kept through a crash beside the text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from models.authoring.advice import Advice
from models.authoring.document import CaseText
from models.authoring.form import FIELDS, data_of, entered
from models.authoring.keeping import KeptField
from models.authoring.mending.slips import owner_of
from models.authoring.outline import CASE, KEY, ROLES, UNNAMED, codes_of, is_unnamed, offered
from models.schema.problem import phrase

Place = tuple[str, str | int, str]
"""A list, what in it (a name, or the place there), and the key of a field."""


@dataclass
class Unread:
    """The texts of fields that cannot be taken over, beside what the case says there and what is wrong."""

    _texts: dict[Place, tuple[str, Any, str]] = field(default_factory=dict)

    def keep(self, place: Place, text: str, said: Any, wrong: str) -> None:
        """Keep a text for its field, with what the case says there meanwhile."""
        self._texts[place] = text, said, wrong

    def forget(self, place: Place) -> None:
        """Let a field say what the case says."""
        self._texts.pop(place, None)

    def clear(self) -> None:
        """Let all fields say what the case says."""
        self._texts.clear()

    def of(self, place: Place, said: Any) -> tuple[str, str] | None:
        """The text for a field and what is wrong with it; none once the case says something else there."""
        found = self._texts.get(place)
        if found is None or found[1] != said:
            self.forget(place)
            return None
        return found[0], found[2]

    def advice(self, document: CaseText) -> Iterator[Advice]:
        """Each text that waits to be mended, as something to look at."""
        for (section, name, key), (_, _, wrong) in self._waiting(document):
            at = _place(document, section, name)
            data = data_of(document, section, at)
            label = _label(section, key)
            owner = owner_of(document, section, data)
            where = phrase("“{field}” of {whose}" if owner else "“{field}”", field=phrase(label), whose=owner)
            what = phrase("{where}: {wrong}", where=where, wrong=wrong)
            yield Advice(section=section, place=at, what=what, remedy="", wrong=True)

    def fields(self, document: CaseText) -> tuple[KeptField, ...]:
        """What waits to be mended, as it is kept in a file."""
        return tuple(
            KeptField(section=section, name=name, key=key, text=text)
            for (section, name, key), (text, _, _) in self._waiting(document)
        )

    def restore(self, fields: tuple[KeptField, ...], document: CaseText) -> None:
        """Take up what was kept of fields; what can be read by now, or has no place any more, is left out."""
        self.clear()
        for one in fields:
            at = _place(document, one.section, one.name)
            shape = next((each for each in FIELDS.get(one.section, ()) if each.key == one.key), None)
            if at >= 0 and _is_of_premises(one.section, one.key):
                self._restore_premise(one, document)
            if shape is None or (at < 0 and one.section != CASE):
                continue
            try:
                entered(shape, one.text, codes_of(document))
            except ValueError as wrong:
                said = data_of(document, one.section, at).get(one.key)
                self.keep((one.section, one.name, one.key), one.text, said, wrong.args[0])

    def _restore_premise(self, one: KeptField, document: CaseText) -> None:
        if is_unnamed(one.text, offered(document, str(one.name))):
            wrong = phrase(UNNAMED, words=one.text.strip())
            self.keep((one.section, one.name, one.key), one.text, None, wrong)

    def _waiting(self, document: CaseText) -> Iterator[tuple[Place, tuple[str, Any, str]]]:
        for place, found in self._texts.items():
            section, name, key = place
            at = _place(document, section, name)
            if at < 0 and section != CASE:
                continue  # it comes back with its part, if that is brought back
            if data_of(document, section, at).get(key) == found[1]:
                yield place, found


def _label(section: str, key: str) -> str:
    """What a field is called, or the one in which a premise is named."""
    if _is_of_premises(section, key):
        return ROLES[key.removeprefix(KEY)]
    return next(one.label for one in FIELDS[section] if one.key == key)


def _is_of_premises(section: str, key: str) -> bool:
    return section == "rules" and key.startswith(KEY) and key.removeprefix(KEY) in ROLES


def _place(document: CaseText, section: str, name: str | int) -> int:
    """Where the part with a name stands in its list; -1 where it is no more, or no part of a list."""
    try:
        place = -1 if section == CASE else document.place(section, name)
    except LookupError:
        return -1
    return place if place < len(document.items(section)) else -1
