"""Takes JSON apart with the line and column of every part; hostile text ends in a refusal."""

import json
import re
from bisect import bisect_right
from functools import partial
from typing import Any

from models.schema.problem import Problem, Refused, phrase
from models.schema.references import Place
from models.store.documents import MAX_ENTRIES, Document, Places, in_order, too_deep, too_many
from models.store.files import refusal, spelled

_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[{}\[\],:]|[^\s{}\[\],:"]++')


def read_json(file: str, text: str, most: int = MAX_ENTRIES) -> Document:
    """The document of at most so many entries in the text; refused with all that is wrong with it as JSON."""
    refuse_too_many(file, text, most)
    repeated: list[str] = []
    try:
        data = json.loads(text, object_pairs_hook=partial(_mapping, repeated))
    except json.JSONDecodeError as error:
        raise Refused(_syntax_problem(file, text, error)) from error
    except RecursionError as error:
        raise refusal(file, *too_deep()) from error
    except ValueError as error:
        what = phrase("A number in the file is too long.")
        raise refusal(file, what, phrase("Check that it is the right file.")) from error
    document = Document(file, data, partial(located, text))
    problems = [*document.oddities(most), *(document.duplicates() if repeated else ())]
    if problems:
        raise Refused(*in_order(problems))
    return document


def refuse_too_many(file: str, text: str, most: int = MAX_ENTRIES) -> None:
    """Refuse what has more keys than that: within a text a quotation mark is escaped.

    They are counted before the text is read, as reading it lets no other thread work meanwhile.
    """
    if text.count('":') - text.count('\\":') > most:
        raise refusal(file, *too_many(most))


def located(text: str) -> Places:
    """Where every key and value of valid JSON stands."""
    places = Places()
    line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
    path: list[Any] = []
    opened: list[str] = []
    for token in _TOKEN.finditer(text):
        mark = token.group()
        line = bisect_right(line_starts, token.start())
        position = (line, token.start() - line_starts[line - 1] + 1)
        if mark in "}]":
            opened.pop()
            path.pop()
        elif mark == ",":
            path[-1] = path[-1] + 1 if opened[-1] == "[" else None
        elif path and path[-1] is None:
            path[-1] = json.loads(mark)
            places.add_key(tuple(path), position)
        elif mark != ":":
            place: Place = tuple(path)
            places.values.setdefault(place, position)
            if mark in "{[":
                opened.append(mark)
                path.append(0 if mark == "[" else None)
    return places


def _mapping(repeated: list[str], pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        repeated.append(pairs[-1][0])
    return found


def _syntax_problem(file: str, text: str, error: json.JSONDecodeError) -> Problem:
    rest = text[error.pos :].strip()
    if not text.strip():
        what, remedy = phrase("The file is empty."), phrase("Choose another file.")
    elif not rest or error.msg.startswith("Unterminated string"):
        what, remedy = (
            phrase("The file ends in the middle: it was cut short."),
            phrase("Use a complete copy of it."),
        )
    else:
        complaint = f"{error.msg[0].lower()}{error.msg[1:]}"
        what, remedy = (
            phrase("The file is not valid JSON: {complaint}.", complaint=complaint),
            phrase("Correct it there."),
        )
    return Problem(file=spelled(file), line=error.lineno, column=error.colno, what=what, remedy=remedy)
