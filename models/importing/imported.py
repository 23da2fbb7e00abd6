"""What is imported: the text of a case, what is still wrong with it, and what could not be said and was left out."""

from collections.abc import Callable, Mapping
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


def imported(path: Path) -> Imported:
    """The case that a file of another format makes, by the ending of its name; raises Refused."""
    read = READERS.get(path.suffix.lower())
    if read is None:
        raise refusal(
            path,
            phrase("This is no format that can be imported."),
            phrase("There are: {readers}.", readers=", ".join(READERS)),
        )
    return read(path, read_bytes(path, MAX_BYTES))


def _graph(read: Callable[[Path, str], Graph]) -> Callable[[Path, bytes], Imported]:
    def made(path: Path, content: bytes) -> Imported:
        from models.importing.casing import case_data

        data, problems = case_data(read(path, decoded(path, content)))
        document = Document(str(path), data, Places)
        return Imported(written(data), (*problems, *_wrong(document)))

    return made


def _spreadsheet(path: Path, content: bytes) -> Imported:
    from models.importing.spreadsheet import read_spreadsheet

    document, problems, cells = read_spreadsheet(path, content)
    return Imported(written(document.data), (*problems, *cells(_wrong(document))))


def _wrong(document: Document) -> tuple[Problem, ...]:
    try:
        return judged(document, list(document.oddities())).problems
    except Refused as refused:
        return refused.problems


def _argdown(path: Path, text: str) -> Graph:
    from models.importing.argdown import read_argdown

    return read_argdown(path, text)


def _carneades(path: Path, text: str) -> Graph:
    from models.importing.carneades import read_carneades

    return read_carneades(path, text)


def _aif(path: Path, text: str) -> Graph:
    from models.importing.aif import read_aif

    return read_aif(path, text)


READERS: Mapping[str, Callable[[Path, bytes], Imported]] = {
    ".xlsx": _spreadsheet,
    ".ods": _spreadsheet,
    **dict.fromkeys((".argdown", ".ad", ".md"), _graph(_argdown)),
    **dict.fromkeys((".yaml", ".yml"), _graph(_carneades)),
    ".json": _graph(_aif),
}
"""What reads a file, by the ending of its name: spreadsheets, Argdown, Carneades, AIF."""
