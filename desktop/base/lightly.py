"""Loads Qt without what PySide keeps ready to explain a wrong call, which takes half as long as Qt itself.

PySide brings a package of its own, as source that is compiled at every start: how signatures are told, in help
and in the words of a TypeError. Its modules are laid aside here and load when something asks them; Python's own
LazyLoader would load them at once, as PySide asks each what it says of itself. A name that PySide no longer has is not
found, and what it has instead loads as it always did; a test holds the rest against the PySide that is installed.
"""

import sys
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

ASIDE = "shibokensupport.signature."
LATER = frozenset(
    ASIDE + name
    for name in ("errorhandler", "layout", "parser", "lib.enum_sig", "lib.pyi_generator", "lib.tool")
)


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
        return _Aside(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing runs yet."""


class _Finders(list[Any]):
    """The finders of modules; before one that is put in stands another that lays aside what it finds."""

    def insert(self, index: Any, finder: Any) -> None:
        super().insert(index, finder)
        super().insert(index, _Finder(finder))


def load() -> None:
    """Load the core of Qt."""
    finders = sys.meta_path
    sys.meta_path = _Finders(finders)
    try:
        import PySide6.QtCore  # noqa: F401
    finally:
        sys.meta_path = finders
