"""Loads Qt without what PySide keeps ready to explain a wrong call, which takes half as long as Qt itself.

Its enumerations, 3,500 members at a start, are made in half the time, as Python makes those of its own modules.

PySide brings a package of its own, as source that is compiled at every start: how signatures are told, in help
and in the words of a TypeError. Its modules are laid aside here and load when something asks them; Python's own
LazyLoader would load them at once, as PySide asks each what it says of itself. A name that PySide no longer has is not
found, and what it has instead loads as it always did; a test holds the rest against the PySide that is installed.
"""

import enum
import sys
from contextlib import suppress
from functools import partial
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

ASIDE = "shibokensupport.signature."
LATER = frozenset(
    ASIDE + name
    for name in (
        *("errorhandler", "layout", "mapping", "parser"),
        *("lib.enum_sig", "lib.pyi_generator", "lib.tool"),
    )
)
MAPPING = ASIDE + "mapping"
"""Knows the names of types; PySide brings it up to date, and reads it, by way of the module's dictionary."""


class _Aside(ModuleType):
    """A module that runs when somebody first asks for something in it."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        spec: Any = self.__spec__
        self.__class__ = ModuleType  # type: ignore[assignment]  # from now on a module like any other
        spec.name, spec.loader = self.__name__, spec.loader_state
        spec.loader.exec_module(self)
        return getattr(self, name)


class _Finder:
    """Finds modules as PySide's own finder does, and lays them aside."""

    def __init__(self, finder: Any) -> None:
        self._finder = finder

    def find_spec(self, name: str, path: object, target: object = None) -> ModuleSpec | None:
        del target
        found = self._finder.find_spec(name, path) if name in LATER else None
        return found and ModuleSpec(name, self, loader_state=found.loader)  # type: ignore[arg-type]

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        module = _Aside(spec.name)
        if spec.name == MAPPING:
            vars(module)["update_mapping"] = partial(_update, module)
        return module

    def exec_module(self, module: ModuleType) -> None:
        """Nothing runs yet."""


class _Finders(list[Any]):
    """The finders of modules; before one that is put in stands another that lays aside what it finds."""

    def insert(self, index: Any, finder: Any) -> None:
        super().insert(index, finder)
        super().insert(index, _Finder(finder))


def _update(module: Any) -> None:
    _ = module.type_map  # runs the module, which puts its own in this one's place; PySide may keep this one
    module.update_mapping()


def _make_quickly() -> None:
    """Let PySide's enumerations be made without the checks that an author's need, if this Python knows how.

    PySide names no module, keeps bits that it does not know, and gives names with their values; whatever else is
    asked for, and what cannot be made so, is made as ever. A test compares every one with what Python makes of it.
    """
    kinds: Any = enum.EnumType
    as_ever, simple = getattr(kinds, "_create_", None), getattr(enum, "_simple_enum", None)
    if as_ever is None or simple is None:
        return

    def create(kind: Any, class_name: str, names: Any, **asked: Any) -> Any:
        if asked.get("boundary") is enum.KEEP and asked.get("module") is None:
            with suppress(Exception):
                made = simple(kind, boundary=enum.KEEP)(type(class_name, (), dict(names)))
                made.__doc__ = None
                return made
        return as_ever(kind, class_name, names, **asked)

    kinds._create_ = create


def load() -> None:
    """Load the core of Qt."""
    _make_quickly()
    finders = sys.meta_path
    sys.meta_path = _Finders(finders)
    try:
        import PySide6.QtCore  # noqa: F401
    finally:
        sys.meta_path = finders
