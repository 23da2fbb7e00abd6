"""What happened, chapter by chapter: a title, sentences, and where there is one a wish to be pressed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.theme import Weight, look
from desktop.widgets.labels import text_label
from models.narrative.rounds import RoundStory

MOST = 12


class _Chapter(QWidget):
    """One round."""

    wished = Signal(int)

    def __init__(self, place: int) -> None:
        super().__init__()
        self._place = place
        self._number = 0
        self._title = text_label("", "strong", wrap=True)
        self._sentences: list[QLabel] = []
        self._told = QVBoxLayout()
        self._wish = QPushButton()
        self._wish.setObjectName(f"make-round:{place}")
        self._wish.clicked.connect(self._tell)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._title)
        self._layout.addLayout(self._told)
        line = QHBoxLayout()
        line.addWidget(self._wish)
        line.addStretch(1)
        self._layout.addLayout(line)
        self.dress()

    def receive(self, story: RoundStory) -> None:
        """Tell this round."""
        self._number = story.number
        self._title.setText(story.title)
        while len(self._sentences) < len(story.sentences):
            label = text_label("", "soft", wrap=True)
            label.setObjectName(f"story:{self._place}:{len(self._sentences) + 1}")
            self._told.addWidget(label)
            self._sentences.append(label)
        for label, sentence in zip(self._sentences, story.sentences, strict=False):
            label.setText(sentence)
            label.show()
        for label in self._sentences[len(story.sentences) :]:
            label.hide()
        self._wish.setText(story.wish)
        self._wish.setVisible(bool(story.wish))

    def dress(self) -> None:
        """Follow the look."""
        wanted = look()
        self._title.setFont(wanted.font(13, Weight.SEMIBOLD))
        self._told.setSpacing(wanted.px(4))
        self._layout.setSpacing(wanted.px(6))

    def _tell(self) -> None:
        self.wished.emit(self._number)


class StoryPanel(QFrame):
    """The rounds under a title; of very many only the first are told."""

    round_wished = Signal(int)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._chapters: list[_Chapter] = []
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(text_label(title, "section"))
        self._dress()

    def receive(self, stories: Sequence[RoundStory]) -> None:
        """Tell these rounds."""
        told = stories[:MOST]
        while len(self._chapters) < len(told):
            chapter = _Chapter(len(self._chapters) + 1)
            chapter.wished.connect(self.round_wished)
            self._layout.addWidget(chapter)
            self._chapters.append(chapter)
        for chapter, story in zip(self._chapters, told, strict=False):
            chapter.receive(story)
            chapter.show()
        for chapter in self._chapters[len(told) :]:
            chapter.hide()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        wanted = look()
        self._layout.setContentsMargins(wanted.px(14), wanted.px(10), wanted.px(14), wanted.px(12))
        self._layout.setSpacing(wanted.px(8))
        for chapter in self._chapters:
            chapter.dress()
