"""The things of a workshop by what tells them apart, so that before and after can be held against each other."""

from collections.abc import Sequence
from typing import TypeVar

from models.schema.workshop import (
    Key,
    Listed,
)

Item = TypeVar("Item", bound=Listed)


def names_of(items: Sequence[Listed]) -> dict[Key, str]:
    """The names of things, by what tells each from the others."""
    return {item.key: str(getattr(item, "name", "")) for item in items}


def keyed(items: Sequence[Item]) -> dict[Key, Item]:
    """Things by what tells each from the others."""
    return {item.key: item for item in items}
