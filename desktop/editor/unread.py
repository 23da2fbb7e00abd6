"""What is typed in the fields of the editor and cannot be taken over: it stays as it was typed until it is mended."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from models.authoring.advice import Advice
from models.authoring.document import CaseText
from models.authoring.form import FIELDS, data_of
from models.authoring.outline import CASE, codes_of
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
        """Begin with another case."""
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
        for (section, name, key), (_, said, wrong) in self._texts.items():
            at = _place(document, section, name)
            data = data_of(document, section, at)
            if data.get(key) != said:
                continue
            label = next(one.label for one in FIELDS[section] if one.key == key)
            whose = codes_of(document).get(str(data.get("id")), "")
            where = phrase("“{field}” of {whose}" if whose else "“{field}”", field=phrase(label), whose=whose)
            what = phrase("{where}: {wrong}", where=where, wrong=wrong)
            yield Advice(section=section, place=at, what=what, remedy="", wrong=True)


def _place(document: CaseText, section: str, name: str | int) -> int:
    """Where the part with a name stands in its list; -1 where it is no more, or no part of a list."""
    if section == CASE:
        return -1
    if isinstance(name, int):
        return name if 0 <= name < len(document.items(section)) else -1
    return next(
        (place for place, item in enumerate(document.items(section)) if item.data.get("id") == name), -1
    )
