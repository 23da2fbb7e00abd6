"""What happened, chapter by chapter: a title, sentences, and where there is one a wish to be pressed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.dressed import Dressed
from desktop.widgets.labels import text_label
from desktop.widgets.pool import Pool
from models.pages.rounds import RoundStory

MOST = 12


class _Chapter(Dressed, QWidget):
    """One round."""

    wished = Signal(int)

    def __init__(self, place: int) -> None:
        super().__init__()
        self._place = place
        self._number = 0
        self._quiet = False
        self._title = text_label("", "strong", wrap=True)
        self._told = QVBoxLayout()
        self._sentences = Pool(self._sentence)
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

    def keep_quiet(self) -> None:
        """Wish for nothing, now and later."""
        self._quiet = True
        self._wish.hide()

    def receive(self, story: RoundStory) -> None:
        """Tell this round."""
        self._number = story.number
        self._title.setText(story.title)
        labels = self._sentences.take(len(story.sentences))
        for label, sentence in zip(labels, story.sentences, strict=True):
            label.setText(sentence)
        self._wish.setText(story.wish)
        self._wish.setVisible(bool(story.wish) and not self._quiet)

    @override
    def dress(self) -> None:
        wanted = look()
        self._title.setFont(wanted.font(13, Weight.SEMIBOLD))
        self._told.setSpacing(wanted.px(4))
        self._layout.setSpacing(wanted.px(6))

    def _sentence(self, place: int) -> QLabel:
        label = text_label("", "soft", wrap=True)
        label.setObjectName(f"story:{self._place}:{place}")
        self._told.addWidget(label)
        return label

    def _tell(self) -> None:
        self.wished.emit(self._number)


class StoryPanel(Dressed, QFrame):
    """The rounds under a title; of very many only the first are told."""

    round_wished = Signal(int)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._quiet = False
        self._chapters = Pool(self._chapter)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(text_label(title, "section"))
        self.dress()

    def for_the_room(self) -> None:
        """Only tell; to be called before anything is shown."""
        self._quiet = True

    def receive(self, stories: Sequence[RoundStory]) -> None:
        """Tell these rounds."""
        told = stories[:MOST]
        for chapter, story in zip(self._chapters.take(len(told)), told, strict=True):
            chapter.receive(story)

    @override
    def dress(self) -> None:
        wanted = look()
        self._layout.setContentsMargins(wanted.px(14), wanted.px(10), wanted.px(14), wanted.px(12))
        self._layout.setSpacing(wanted.px(8))

    def _chapter(self, place: int) -> _Chapter:
        chapter = _Chapter(place)
        chapter.wished.connect(self.round_wished)
        if self._quiet:
            chapter.keep_quiet()
        self._layout.addWidget(chapter)
        return chapter
