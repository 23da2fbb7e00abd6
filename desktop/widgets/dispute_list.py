"""The two lists that a room needs after its groups have spoken: what to argue about, and what to park."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.base.theme import look
from desktop.widgets.dressed import Dressed
from desktop.widgets.labels import text_label
from desktop.widgets.text_card import SIDE, CardText, Paragraph, TextCard
from models.language.words import listed
from models.pages.disagreements import Disputed, Hanging

FIRST = 6


class DisputeCard(QWidget):
    """One assumption on which somebody differs; what hangs on it beyond the first setting is folded away."""

    picked = Signal(str)

    def __init__(self, name: str, for_room: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: Disputed | None = None
        self._open = False
        self._for_room = for_room
        self._card = TextCard(name)
        self._card.clicked.connect(self._pick)
        self._more = QPushButton()
        self._more.setObjectName(f"{name}-more")
        self._more.setProperty("role", "link")
        self._more.clicked.connect(self._unfold)
        foot = QHBoxLayout()
        foot.setContentsMargins(look().px(SIDE - 4), 0, 0, 0)
        foot.addWidget(self._more)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._card)
        layout.addLayout(foot)

    @property
    def identifier(self) -> str:
        """The id of the assumption."""
        return self._item.id if self._item else ""

    def receive(self, item: Disputed, picked: str) -> None:
        """Show this assumption; another one than before is shown folded."""
        self._open = self._open and item.id == self.identifier
        self._item = item
        self._tell(item)
        self.mark(picked)

    def mark(self, picked: str) -> None:
        """Show whether it is this that is being explained."""
        self._card.show_marked(self.identifier == picked)

    def _tell(self, item: Disputed) -> None:
        rest = sum(line.number for line in item.hanging[1:])
        more = self.tr("and {0} more").format(rest)
        paragraphs = [Paragraph(item.said, 13 if item.matters else 12, "ink" if item.matters else "ink_soft")]
        for line in item.hanging if self._open else item.hanging[:1]:
            paragraphs += _hung(line)
        if rest and self._for_room:
            paragraphs.append(Paragraph(more, 13, "ink_soft"))
        size = 15 if item.matters else 13
        self._card.receive(
            CardText(item.code, item.title, item.spoken, item.matters, tuple(paragraphs), size)
        )
        self._more.setText(self.tr("fewer") if self._open else more)
        what = self.tr("{0}: fewer") if self._open else self.tr("{0}: {1} more recommendations")
        self._more.setAccessibleName(what.format(item.code, rest))
        self._more.setVisible(bool(rest) and not self._for_room)

    def _unfold(self) -> None:
        self._open = not self._open
        if self._item is not None:
            self._tell(self._item)

    def _pick(self) -> None:
        self.picked.emit(self.identifier)


class DisputeList(Dressed, QFrame):
    """A titled panel of assumptions on which somebody differs."""

    picked = Signal(str)

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._name = name
        self._picked = ""
        self._for_room = self._open = False
        self._items: tuple[Disputed, ...] = ()
        self._cards: list[DisputeCard] = []
        self._title = text_label(title, "panel", wrap=True)
        self._title.setObjectName(f"{name}-heading")
        self._note = text_label("", "soft", wrap=True)
        self._note.setObjectName(f"{name}-note")
        self._rows = QVBoxLayout()
        self._rest = text_label("", "soft", wrap=True)
        self._rest.setObjectName(f"{name}-rest")
        self._all = QPushButton()
        self._all.setObjectName(f"{name}-all")
        self._all.setProperty("role", "link")
        self._all.clicked.connect(self._unfold)
        self._lay_out()
        self.dress()

    def _lay_out(self) -> None:
        self._layout = QVBoxLayout(self)
        for label in (self._title, self._note):
            self._layout.addWidget(label)
        self._layout.addLayout(self._rows)
        foot = QHBoxLayout()
        foot.addWidget(self._rest, 1)
        foot.addWidget(self._all)
        self._layout.addLayout(foot)
        self._layout.addStretch(1)

    def for_the_room(self) -> None:
        """Have no buttons, from now on."""
        self._for_room = True

    def receive(self, items: Sequence[Disputed], note: str) -> None:
        """Show these assumptions, and a note over them; of very many only the first, and the codes of the rest."""
        self._items = tuple(items)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._show()

    def _show(self) -> None:
        long = len(self._items) > FIRST + 1
        items = self._items[:FIRST] if long and not self._open else self._items
        rest = self._items[len(items) :]
        while len(self._cards) < len(items):
            card = DisputeCard(f"{self._name}:{len(self._cards) + 1}", self._for_room)
            card.picked.connect(self.picked)
            self._rows.addWidget(card)
            self._cards.append(card)
        for card, item in zip(self._cards, items, strict=False):
            card.receive(item, self._picked)
            if card.isHidden():
                card.show()
        for card in self._cards[len(items) :]:
            card.hide()
        self._rest.setText(self.tr("And {0}.").format(listed(item.code for item in rest)))
        self._rest.setVisible(bool(rest))
        self._all.setText(self.tr("fewer") if self._open else self.tr("Show {0} more").format(len(rest)))
        self._all.setVisible(long and not self._for_room)

    def _unfold(self) -> None:
        self._open = not self._open
        self._show()

    def mark(self, identifier: str) -> None:
        """Mark the assumption that is being explained."""
        self._picked = identifier
        for card in self._cards:
            card.mark(identifier)

    def dress(self) -> None:
        """Follow the look."""
        wanted = look()
        self._layout.setContentsMargins(wanted.px(12), wanted.px(10), wanted.px(12), wanted.px(12))
        self._layout.setSpacing(wanted.px(6))
        self._rows.setSpacing(wanted.px(8))


def _hung(line: Hanging) -> tuple[Paragraph, Paragraph]:
    return Paragraph(line.sentence, hung=True), Paragraph(line.names, 12, "ink_soft", hung=True)
