"""Gathers every message from the sources, brings each language's messages.po up to them, and compiles it.

`python packaging/catalogues.py` after a message was written or changed; a translator then fills in the .po and runs
it again. `messages.mo` is what the application reads.
"""

import ast
import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT)]
LANGUAGES = ROOT / "resources" / "languages"
ASKED = ("tr", "message", "told", "deed", "marked", "phrase", "pattern", "_tr", "_refuse")
"""Functions that are given a message; one that is `marked` is translated where it is shown."""
SOURCES = ("desktop", "models")
Text = str | tuple[str, str]
"""A message, or one about one thing and about many."""
Key = tuple[Text, str]
"""A message and the context that tells it apart."""


class _Compiled(Catalog):
    """A catalogue whose head says nothing that a day or a tool would change."""

    @property  # type: ignore[misc]
    def mime_headers(self) -> list[tuple[str, str]]:
        return [("Content-Type", "text/plain; charset=utf-8"), ("Plural-Forms", self.plural_forms)]


def messages() -> dict[Key, set[str]]:
    """Every message with the files that it stands in."""
    found: dict[Key, set[str]] = {}
    for folder in SOURCES:
        for path in sorted((ROOT / folder).rglob("*.py")):
            for key in _in_calls(ast.parse(path.read_text(encoding="utf-8"))):
                found.setdefault(key, set()).add(path.relative_to(ROOT).as_posix())
    for key, where in _in_tables():
        found.setdefault(key, set()).add(where)
    return found


def _in_calls(tree: ast.AST) -> Iterator[Key]:
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not call.args:
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if name == "plural":
            one_and_many = tuple(text for given in call.args[:2] for text in _literals(given))
            if len(one_and_many) == 2:  # else those of `counted`, which are found where it is called
                yield one_and_many, ""
        elif name == "counted":
            yield from _counted(call)
        elif name in ASKED:
            context = next((arg.value for arg in call.args[1:2] if isinstance(arg, ast.Constant)), "")
            yield from ((text, str(context)) for text in _literals(call.args[0]))


def _counted(call: ast.Call) -> Iterator[Key]:
    """How many of a noun, whose plural may be given; of a choice, both sides."""
    from models.language.words import counting

    for noun in _literals(call.args[1]):
        yield counting(noun, *(many for given in call.args[2:3] for many in _literals(given))), ""


def _literals(given: ast.expr) -> Iterator[str]:
    """What is said outright; of a choice, both sides."""
    if isinstance(given, ast.IfExp):
        yield from _literals(given.body)
        yield from _literals(given.orelse)
    elif isinstance(given, ast.Constant) and isinstance(given.value, str) and given.value:
        yield given.value


def _in_tables() -> Iterator[tuple[Key, str]]:
    """What stands in tables and is translated where it is shown."""
    from models.language.states import STATES

    for where, texts in (
        ("packaging/catalogues.py", (*NAMED, *SYSTEM)),
        *_of_window(),
        *_of_language(),
        *_of_models(),
    ):
        yield from (((text, ""), where) for text in texts if text)
    from models.export import case_columns

    for key in case_columns.words():
        yield key, "models/export/case_columns.py"
    for (kind, _), row in STATES.items():
        texts = (row.word, row.label, row.clause)
        yield from (((text, kind.__name__), "models/language/states.py") for text in texts)


def _of_window() -> Iterator[tuple[str, Iterable[str]]]:
    from desktop.base.theme import SCHEME_NAMES
    from desktop.dialogs import ballot_reader, print_choices, tally
    from desktop.editor import following, source_pane
    from desktop.window.commands import ENTRIES, MENUS

    yield "desktop/base/theme.py", SCHEME_NAMES.values()
    yield "desktop/dialogs/ballot_reader.py", [ballot_reader.HOW]
    yield "desktop/dialogs/print_choices.py", print_choices.AUDIENCES.values()
    yield "desktop/dialogs/tally.py", [tally.HOW]
    yield "desktop/editor/following.py", following.SAID.values()
    yield "desktop/editor/source_pane.py", [name for _, name, _ in source_pane.MAKES]
    yield "desktop/window/commands.py", [title for title, _ in MENUS]
    yield "desktop/window/commands.py", [entry.text for entry in ENTRIES.values()]


def _of_language() -> Iterator[tuple[str, Iterable[str]]]:
    from models.language import headline, panes, words

    yield "models/language/headline.py", headline.ONE.values()
    yield "models/language/panes.py", [panes.OBJECTIONS, panes.FAILING]
    yield "models/language/panes.py", [*panes.CHOICES.values(), *panes.ARGUED.values()]
    yield "models/language/panes.py", [*panes.PAGE_NAMES.values(), *panes.SHORT_PAGE_NAMES.values()]
    yield "models/language/words.py", [*words.READING_WORDS.values(), *words.READING_SENTENCES.values()]


def _of_models() -> Iterator[tuple[str, Iterable[str]]]:
    from models.authoring import form, outline
    from models.cli import commands
    from models.cli.language import helps
    from models.pages import holds
    from models.pages.depends import page as depends
    from models.pages.differ import page as differ
    from models.pages.programme import page as programme
    from models.pages.programme import predict
    from models.pages.watch import page as watch
    from models.paper.prints import PRINTS

    fields = [field for many in form.FIELDS.values() for field in many]
    yield "models/authoring/form.py", [words for one in fields for words in (one.label, one.hint)]
    yield "models/cli/__init__.py", helps(commands)
    yield (
        "models/authoring/outline.py",
        [
            *outline.TITLES.values(),
            *outline.ONE.values(),
            *outline.EXPLAINED.values(),
            *outline.ROLES.values(),
        ],
    )
    yield "models/pages/holds.py", [*holds.PICTURES.values(), holds.FOCUS, holds.HIDDEN]
    yield "models/pages/depends/page.py", [*depends.PARTS.values(), *depends.OUTLOOKS.values(), "From where"]
    yield "models/pages/depends/page.py", [*depends.ORDERS.values(), *depends.QUESTIONS.values()]
    yield "models/pages/differ/page.py", differ.PARTS.values()
    yield "models/pages/programme/predict.py", [predict.NOW]
    yield "models/pages/programme/page.py", programme.PARTS.values()
    yield "models/pages/watch/page.py", watch.PARTS.values()
    yield "models/paper/prints.py", [words for item in PRINTS for words in (item.title, item.use)]


NAMED = (
    *(
        "case",
        "scenario",
        "workshop",
        "recovery",
        "rule",
        "statement",
        "round",
        "premise",
        "finding or recommendation",
    ),
    *("source", "background fact", "concession", "feedback loop", "coherence note"),
    *("agenda item", "room", "ballot", "count", "prediction", "decision", "signpost", "stage", "action"),
    *("workshop’s details", "line of the log", "statement or argument", "node of information (I)"),
    *("text", "a whole number", "a number", "true or false", "a list", "a mapping of keys to values"),
    *("assumption", "finding", "recommendation", "argument", "link", "model", "group", "test", "loop"),
)
"""What phrases of the lower layers name: kinds of files and of parts, and of what may stand under a key."""
SYSTEM = (
    *("No space left on device.", "Disk quota exceeded.", "File too large.", "File name too long."),
    *("Permission denied.", "Operation not permitted.", "Read-only file system.", "Input/output error."),
    *("No such file or directory.", "Not a directory.", "Is a directory.", "File exists."),
    *("No such device.", "No such device or address.", "Stale file handle.", "Device or resource busy."),
    *("Too many levels of symbolic links.", "Too many open files.", "Cannot allocate memory."),
    *("This is a folder.", "This is a device or a pipe, not an ordinary file."),
    *("held by another program.", "circular link."),
)
"""What a system says when a file cannot be read or written, as `models/store/files` ends it."""


def read(path: Path) -> Catalog:
    """A catalogue as its translator left it."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.name)


def brought_up(catalogue: Catalog) -> Catalog:
    """A catalogue with the messages of the sources; what is translated stays, what is unused goes."""
    fresh = Catalog(locale=catalogue.locale, fuzzy=False, header_comment="")
    for (text, context), places in sorted(messages().items(), key=str):
        old = catalogue.get(text[0] if isinstance(text, tuple) else text, context or None)
        fresh.add(
            text,
            old.string if old and type(old.id) is type(text) else ("", "") if isinstance(text, tuple) else "",
            locations=[(place, 0) for place in sorted(places)],
            context=context or None,
        )
    return fresh


def po_text(catalogue: Catalog) -> bytes:
    """What stands in messages.po."""
    written = io.BytesIO()
    write_po(written, catalogue, width=100, omit_header=True, include_lineno=False)
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    return head.encode() + written.getvalue()


def mo_bytes(path: Path) -> bytes:
    """What messages.mo is for a messages.po."""
    written = io.BytesIO()
    catalogue = _Compiled(locale=path.parent.name, fuzzy=False)
    for one in read(path):
        if one.id and one.string:
            catalogue.add(one.id, one.string, context=one.context)
    write_mo(written, catalogue)
    return written.getvalue()


def main() -> None:
    """Bring all languages up to the sources."""
    for path in sorted(LANGUAGES.glob("*/messages.po")):
        path.write_bytes(po_text(brought_up(read(path))))
        path.with_suffix(".mo").write_bytes(mo_bytes(path))


if __name__ == "__main__":
    main()
