"""What is imported: the text of a case, what is still wrong with it, and what could not be said and was left out."""

from dataclasses import dataclass
from pathlib import Path

from models.authoring.beginning import written
from models.importing.graph import Graph
from models.schema.problem import Problem, Refused, Severity, phrase
from models.store.cases import MAX_BYTES, judged
from models.store.documents import Document, Places
from models.store.files import decoded, read_bytes, refusal


@dataclass(frozen=True)
class Imported:
    """The text of a case; one that is not `whole` wants finishing in the editor."""

    text: str
    problems: tuple[Problem, ...]

    @property
    def whole(self) -> bool:
        """Whether it can be evaluated as it is."""
        return all(problem.severity is Severity.REMARK for problem in self.problems)


READERS = (".xlsx", ".ods", ".argdown", ".ad", ".md", ".yaml", ".yml", ".json")
"""The endings of what can be read: spreadsheets, Argdown, Carneades, AIF."""


def imported(path: Path) -> Imported:
    """The case that a file of another format makes, by the ending of its name; raises Refused."""
    ending = path.suffix.lower()
    if ending not in READERS:
        raise refusal(
            path,
            phrase("This is no format that can be imported."),
            phrase("There are: {readers}.", readers=", ".join(READERS)),
        )
    content = read_bytes(path, MAX_BYTES)
    if ending in READERS[:2]:
        from models.importing.spreadsheet import read_spreadsheet

        document, problems, cells = read_spreadsheet(path, content)
        return Imported(written(document.data), (*problems, *cells(_wrong(document))))
    from models.importing.casing import case_data

    data, problems = case_data(_graph(path, decoded(path, content)))
    return Imported(written(data), (*problems, *_wrong(Document(str(path), data, Places))))


def _graph(path: Path, text: str) -> Graph:
    match path.suffix.lower():
        case ".json":
            from models.importing.aif import read_aif

            return read_aif(path, text)
        case ".yaml" | ".yml":
            from models.importing.carneades import read_carneades

            return read_carneades(path, text)
        case _:
            from models.importing.argdown import read_argdown

            return read_argdown(path, text)


def _wrong(document: Document) -> tuple[Problem, ...]:
    try:
        return judged(document, list(document.oddities())).problems
    except Refused as refused:
        return refused.problems
