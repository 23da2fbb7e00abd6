"""Whose work is inside: every library that comes with the application, read from what it tells of itself."""

import platform
import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from PySide6.QtCore import qVersion

from models.language.messages import told

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LICENCE = "License :: "
LONGEST = 80


def bundled() -> tuple[str, ...]:
    """A line for each: its name, version and licence; Python, Qt and Typst first, as most is theirs."""
    found = _needed("whatholds", {})
    first = (
        f"Python {platform.python_version()}: PSF-2.0",
        told(
            "Qt {number}: LGPL-3.0-only; its libraries can be replaced by others of the same version",
            number=qVersion(),
        ),
        *(f"Typst, the compiler in typst {item.version}: Apache-2.0" for item in _only(found, "typst")),
    )
    lines = (f"{item.metadata['Name']} {item.version}: {_licence(item)}" for item in found.values())
    return (*first, *sorted(lines, key=str.casefold))


def _only(found: dict[str, Distribution], name: str) -> list[Distribution]:
    return [found[name]] if name in found else []


def _needed(name: str, found: dict[str, Distribution]) -> dict[str, Distribution]:
    """All that a package needs and that is there; what is needed for an extra alone, or elsewhere, is left out."""
    try:
        requirements = distribution(name).requires or ()
    except PackageNotFoundError:
        return found
    for requirement in requirements:
        matched = _NAME.match(requirement)
        if matched is None or "extra ==" in requirement or (key := matched[0].lower()) in found:
            continue
        try:
            found[key] = distribution(key)
        except PackageNotFoundError:
            continue
        _needed(key, found)
    return found


def _licence(item: Distribution) -> str:
    """The licence in a few words: the expression, else what the classifiers or the first line say."""
    told = item.metadata.json
    expression = told.get("license_expression")
    if expression:
        return str(expression)
    classified = [
        line.rpartition(" :: ")[2]
        for line in told.get("classifier", ())
        if line.startswith(_LICENCE) and not line.endswith(":: OSI Approved")
    ]
    written = str(told.get("license", "")).strip().partition("\n")[0]
    return ", ".join(classified) or written[:LONGEST] or "see its licence files"
