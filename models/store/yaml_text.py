"""Takes YAML apart into plain data with the line and column of every part.

Only composed nodes are read: nothing is ever constructed, so no tag can do anything.
"""

import re
from collections.abc import Iterable
from functools import partial
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.composer import Composer
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from models.schema.problem import Problem, Refused, Severity, phrase
from models.schema.references import Place
from models.store.documents import MAX_DEPTH, MAX_ENTRIES, Document, Places, Position, too_deep, too_many
from models.store.files import refusal, spelled
from models.store.slips import Slip, behind, in_list, in_mapping, in_text
from models.store.unbracketed import with_choices, with_lists

_PREFIX = "tag:yaml.org,2002:"
_PLAIN_TAGS = ("str", "int", "float", "bool", "null", "seq", "map", "timestamp", "merge", "value")
_BEGINS = phrase("If a text begins with a bracket or a quotation mark, put quotes around all of it.")
_DASH = phrase("If a text begins with a dash, put quotes around it.")
_REMEDIES = (
    (
        "but got ':'",
        phrase("If a text contains a colon, put quotes around it; in braces, a comma stands before a key."),
    ),
    ("mapping values are not allowed", phrase("If a text contains a colon, put quotes around it.")),
    ("that cannot start any token", phrase("Put quotes around the text; indent with spaces, not tabs.")),
    ("but found '<scalar>'", _BEGINS),
    ("but got '<scalar>'", _BEGINS),
    (
        "end of stream",
        phrase("A quotation mark stands before a text, and none behind it: put quotes around all of it."),
    ),
    ("content, but found '-'", _DASH),
    ("sequence entries are not allowed", _DASH),
    ("expected a comment or a line break", phrase("If a text begins with | or >, put quotes around it.")),
    ("alphabetic or numeric", phrase("Put quotes around a text that begins with & or a star.")),
    ("undefined alias", phrase("Put quotes around a text that begins with a star.")),
    (
        "expected a single document",
        phrase("If the line `---` belongs to a text, put quotes around that; else take it out."),
    ),
)


def read_yaml(file: str, text: str) -> tuple[Document, list[Problem]]:
    """The document in the text and what is wrong with it short of being no YAML; else refused."""
    node = composed(file, text)
    if node is None:
        raise refusal(file, phrase("The file is empty."), phrase("Choose another file."), 1)
    walk = _Walk(file, text)
    data = walk.value(node, ())
    document = Document(file, data, lambda: walk.places)
    return document, [*walk.problems, *document.oddities(), *document.duplicates()]


class _TooManyError(Exception):
    """There is more in the file than will be read."""


class _Composer(Composer):
    """Composes nodes, and stops where a file becomes too long to be a case."""

    composed = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        self.composed += 1
        if self.composed > 2 * MAX_ENTRIES:
            raise _TooManyError
        return super().compose_node(parent, index)


class _Walk:
    """One walk through composed nodes, which turns them into plain data and notes their places."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.places = Places()
        self.problems: list[Problem] = []
        self.entries_left = MAX_ENTRIES

    def value(self, node: Node, place: Place) -> Any:
        """The node as plain data; an alias repeats what it stands for, within reason."""
        self.entries_left -= 1
        if len(place) > MAX_DEPTH:
            raise self._refusal(node, *too_deep())
        if self.entries_left < 0:
            raise self._refusal(node, *too_many())
        if not _is_empty(node) or not (place and isinstance(place[-1], str)):
            self.places.values.setdefault(place, _position(node))
        self._check_tag(node)
        if isinstance(node, MappingNode):
            return self._mapping(node, place)
        if isinstance(node, SequenceNode):
            self._tell(in_list(node, place, self.text))
            entries, parted = with_choices(node)
            self._tell(parted)
            return [self.value(inner, (*place, index)) for index, inner in enumerate(entries)]
        if isinstance(node, ScalarNode):
            self._tell(in_text(node, place, self.text))
        return _scalar(node)

    def _mapping(self, node: MappingNode, place: Place) -> dict[str, Any]:
        found: dict[str, Any] = {}
        listed, unbracketed = with_lists(node, self.text, in_rule=place[:1] == ("rules",))
        entries, slips = in_mapping(node, listed, self.text)
        self._tell([*unbracketed, *slips])
        for key, inner in entries:
            if not isinstance(key, ScalarNode):
                remedy = phrase("If a text begins with a bracket, put quotes around it.")
                self._add(key, phrase("A key must be a single word."), remedy)
                continue
            self._check_tag(key)
            name = str(key.value)
            self.places.add_key((*place, name), _position(key))
            found[name] = self.value(inner, (*place, name))
        return found

    def _tell(self, slips: Iterable[Slip]) -> None:
        for slip in slips:
            line, column = _line_and_column(self.text, slip.at)
            severity = Severity.REMARK if slip.odd else Severity.ERROR
            problem = Problem(
                file=spelled(self.file),
                line=line,
                column=column,
                severity=severity,
                what=spelled(slip.what),
                remedy=spelled(slip.remedy),
            )
            self.problems.append(problem)

    def _check_tag(self, node: Node) -> None:
        tag = str(node.tag)
        if tag.removeprefix(_PREFIX) not in _PLAIN_TAGS:
            shown = tag.replace(_PREFIX, "!!")
            remedy = phrase("If it belongs to the text, put quotes around the whole of it; else take it out.")
            self._add(node, phrase("The tag `{shown}` has no place here.", shown=shown), remedy)

    def _refusal(self, node: Node, what: str, remedy: str) -> Refused:
        line, column = _position(node)
        return Refused(Problem(file=spelled(self.file), line=line, column=column, what=what, remedy=remedy))

    def _add(self, node: Node, what: str, remedy: str) -> None:
        self.problems += self._refusal(node, spelled(what), remedy).problems


def composed(file: str, text: str) -> Node | None:
    """The nodes of the text, which know where they stand in it; None if it is empty, refused if it is no YAML."""
    reader = YAML(typ="safe", pure=True, plug_ins=[])
    reader.Composer = _Composer
    reader.max_depth = MAX_DEPTH
    reader.composer.warn_double_anchors = False
    told = partial(_syntax_refusal, file, text)
    try:
        node: Node | None = reader.compose(text)
        return node
    except ReaderError as error:
        raise told(
            error.position, "it contains a character that cannot be printed", phrase("Remove it.")
        ) from error
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if "end of stream" in str(error.problem) and error.context_mark is not None:
            mark = error.context_mark  # where the text begins that has no end
        raise told(mark.index if mark else 0, _complaint(error), _remedy(error)) from error
    except _TooManyError as error:
        raise refusal(file, *too_many()) from error
    except RecursionError as error:
        raise refusal(file, *too_deep()) from error
    except Exception as error:
        # The parser meets hostile text with errors of every kind; none of them is ours.
        raise told(0, "its text makes no sense", phrase("Check that it is the right file.")) from error


def _complaint(error: MarkedYAMLError) -> str:
    words = str(error.problem or error.context or "something is wrong here")
    if words.startswith("maximum depth"):
        return "it is nested too deeply"
    return f"{error.context}, {words}" if words.startswith("but ") else words


def _remedy(error: MarkedYAMLError) -> str:
    words = f"{error.context} {error.problem}"
    known = (remedy for part, remedy in _REMEDIES if part in words)
    return next(known, phrase("Check the indentation and the quotes there."))


def _syntax_refusal(file: str, text: str, index: int, complaint: str, remedy: str) -> Refused:
    slip = behind(text, index)
    line, column = _line_and_column(text, slip.at if slip else index)
    what = phrase("The file is not valid YAML: {complaint}.", complaint=spelled(complaint))
    if slip:
        what, remedy = spelled(slip.what), spelled(slip.remedy)
    return Refused(Problem(file=spelled(file), line=line, column=column, what=what, remedy=remedy))


def _line_and_column(text: str, index: int) -> Position:
    return text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1


def _is_empty(node: Node) -> bool:
    """Whether nothing stands there: such a value is told of its key, as YAML places it where the next thing is."""
    return isinstance(node, ScalarNode) and node.style is None and not node.value


def _position(node: Node) -> Position:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _scalar(node: Node) -> Any:
    text = str(node.value)
    tag = str(node.tag).removeprefix(_PREFIX)
    if tag == "null":
        return None
    if tag == "bool" and text.lower() in ("true", "false"):
        return text.lower() == "true"
    if tag == "int" and re.fullmatch(r"[-+]?[0-9]{1,18}", text):
        return int(text)
    if tag == "float" and re.fullmatch(r"[-+]?[0-9]*\.?[0-9]+(e[-+]?[0-9]+)?", text):
        return float(text)
    return text
