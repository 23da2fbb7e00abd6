"""About the application, with every library that comes with it, and about the case and its source."""

import platform
import re
from collections.abc import Sequence
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.base.plain_text import named
from desktop.base.roles import Role, set_role
from desktop.base.theme import look
from desktop.dialogs.form import open_at
from desktop.kit.labels import text_label
from models.language.messages import told
from models.language.panes import source_line
from models.language.words import citation
from models.schema.case import Case

LIBRARIES = 180
"""The height in which the libraries scroll, unscaled."""


class TextDialog(QDialog):
    """A title and sections of plain text that scroll."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        page = named(QWidget(), "page")
        self._column = QVBoxLayout(page)
        self._column.setSpacing(8)
        scroll = QScrollArea()
        scroll.setAccessibleName(self.tr("About"))
        set_role(scroll, Role.Document)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.addWidget(scroll, 1)
        layout.addWidget(buttons)
        self._add(title, "panel")
        open_at(self, 640, 520)

    def _add(self, text: str, role: str = "body") -> None:
        label = text_label(text, role, wrap=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.addWidget(label)

    def _section(self, title: str, texts: Sequence[str]) -> None:
        if texts:
            self._add(title, "section")
            for text in texts:
                self._add(text)


class AboutDialog(TextDialog):
    """What this is, its version, and whose work it uses."""

    def __init__(self, version: str, log: str, parent: QWidget | None = None) -> None:
        super().__init__(
            "about-dialog", parent.tr("About WhatHolds") if parent else "About WhatHolds", parent
        )
        self._add(self.tr("Version {0}, MIT licence").format(version), "label")
        self._add(
            self.tr(
                "WhatHolds lets a room ask of a piece of advice: and what if we are wrong about the world? "
                "It encodes an argument as rules and works out, exactly, which recommendations hold."
            )
        )
        self._section(
            self.tr("Method"),
            [
                self.tr(
                    "Assumption-Based Planning: Dewar and others, RAND MR-114, 1993; Dewar, Cambridge "
                    "University Press, 2002."
                ),
                self.tr("Rules and proof standards: Carneades, Gordon, Prakken and Walton, 2007."),
                self.tr("Uncertain means that it could be either: every way of settling it is tried."),
            ],
        )
        self._section(
            self.tr("Typeface and icons"),
            [self.tr("Pretendard, SIL Open Font License."), self.tr("Lucide, ISC licence.")],
        )
        self._add(self.tr("What is inside, and under which licence"), "section")
        self._column.addWidget(self._libraries())
        self._section(self.tr("Log file"), [log])
        self._column.addStretch(1)
        open_at(self, 640, 640)

    def _libraries(self) -> QPlainTextEdit:
        text = named(QPlainTextEdit("\n".join(bundled())), "bundled", self.tr("Libraries and their licences"))
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setMinimumHeight(look().px(LIBRARIES))
        return text


class CaseDialog(TextDialog):
    """The case, its source, the background it takes for granted and what its author concedes."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__("case-dialog", case.title, parent)
        self._section(self.tr("Source"), [source_line(case.source)])
        self._add(
            self.tr(
                "Every text is a paraphrase; the numbers after ¶ are paragraphs of the source. "
                "Questions, signposts, actions and remarks were added by an analyst."
            ),
            "label",
        )
        self._section(
            self.tr("Background, shown and not toggled"),
            [f"{fact.id}  {fact.text}. {citation(fact.paragraphs)}" for fact in case.background],
        )
        self._section(
            self.tr("What the author concedes, and how it is treated"),
            [f"{item.text} {item.treatment} {citation(item.paragraphs)}" for item in case.concessions],
        )
        self._column.addStretch(1)


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
