"""A problem says where, what, and what to do; problems are values, collected and shown all at once."""

from enum import StrEnum

from models.schema.value import Value


class Severity(StrEnum):
    """Whether a problem keeps a file from being used."""

    ERROR = "error"
    REMARK = "remark"


class Problem(Value):
    """One thing wrong (or odd) with a file from outside, in words for its reader."""

    severity: Severity = Severity.ERROR
    file: str
    line: int | None = None
    column: int | None = None
    item: str = ""
    what: str
    remedy: str = ""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        item = f" [{self.item}]" if self.item else ""
        return f"{place}: {self.severity}:{item} {self.what} {self.remedy}".rstrip()


class Refused(Exception):  # noqa: N818 - it reads as what happened
    """A file could not be used; carries every problem found."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
