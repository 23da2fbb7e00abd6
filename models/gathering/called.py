"""What ballots are called that name no group: their file's name, without what programs are certain to have added."""

import re

from models.language.messages import message
from models.store.files import spelled
from models.store.inbox import LONGEST_NAME

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


def called_after(stem: str) -> str:
    """The name that is proposed for the one group on a sheet of ballots."""
    name = " ".join(_WHEN.sub("", stem, count=1).split()) if _WHEN.match(stem) else " ".join(stem.split())
    for added in _ADDED:
        name = added.sub("", name).strip()
    return spelled(name)[:LONGEST_NAME].strip() or message("Ballots", "group")
