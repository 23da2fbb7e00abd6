"""Every method of the window that Qt calls, found by looking, and a way to make one of them fail."""

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from types import FunctionType
from typing import Any, NamedTuple

import desktop
from desktop.base import guard

QT = ("PySide6", "shiboken6")


class Override(NamedTuple):
    """A method of ours in the place of one of Qt's, or of another class of ours."""

    owner: type
    name: str

    @property
    def method(self) -> FunctionType:
        found = vars(self.owner)[self.name]
        assert isinstance(found, FunctionType)
        return found

    @property
    def is_qts(self) -> bool:
        """Whether Qt itself may call it."""
        return self.name in _qt_names(self.owner)

    @property
    def is_guarded(self) -> bool:
        return self.method.__code__.co_filename == guard.__file__


def overrides() -> Iterator[Override]:
    """Of all classes of the window, what stands for something of Qt's, or says that it overrides."""
    for module in pkgutil.walk_packages(desktop.__path__, "desktop."):
        if module.name == "desktop.__main__":
            continue
        for _, owner in inspect.getmembers(import_module(module.name), inspect.isclass):
            if owner.__module__ != module.name:
                continue
            known = _qt_names(owner)
            for name, found in vars(owner).items():
                ours = isinstance(found, FunctionType) and not name.startswith("__")
                if ours and (name in known or hasattr(found, "__override__")):
                    yield Override(owner, name)


def _qt_names(owner: type) -> set[str]:
    return {name for base in owner.__mro__ if base.__module__.startswith(QT) for name in vars(base)}


@contextmanager
def failing(chosen: list[Override], error: Callable[[], BaseException]) -> Iterator[set[Override]]:
    """Raise in these overrides, within the guard, for as long as this lasts; gives those that were asked for."""
    asked: set[Override] = set()
    before = []
    for override in chosen:
        names = override.method.__code__.co_freevars
        cell = (override.method.__closure__ or ())[names.index("method")]
        before.append((cell, cell.cell_contents))
        cell.cell_contents = _failing(override, cell.cell_contents, error, asked)
    try:
        yield asked
    finally:
        for cell, method in before:
            cell.cell_contents = method


def _failing(
    override: Override, method: Any, error: Callable[[], BaseException], asked: set[Override]
) -> Any:
    def fail(*given: Any, **named: Any) -> Any:
        asked.add(override)
        raise error()

    fail.__annotations__ = method.__annotations__
    return fail
