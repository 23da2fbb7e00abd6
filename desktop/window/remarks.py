"""Tells over the stage what is wrong with a file, all of it on request, and offers what can be done about it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.stage.notice import Notice, NoticeTone
from models.language.messages import wrong
from models.schema.problem import Problem, Severity


class Remarks(QObject):
    """What is told of files, in the notice of one window."""

    def __init__(self, window: QWidget, notice: Notice) -> None:
        super().__init__(window)
        self.window = window
        self.notice = notice
        self._offered: dict[str, Callable[[], object]] = {}
        self._is_covered = False
        notice.closed.connect(self._offer_covered)

    def offer(self, told: str, action: str, answer: Callable[[], object]) -> None:
        """Offer something that can be done about what is told."""
        self.notice.tell(told, NoticeTone.WARN, action, answer)

    def offer_first(self, kind: str, offered: Callable[[], object]) -> None:
        """Offer something of its kind, and once more where the first file takes its place in the notice."""
        self._offered[kind] = offered
        offered()

    def withdraw(self, kind: str) -> None:
        """What was offered was taken."""
        self._offered.pop(kind, None)

    def offer_again(self) -> None:
        """Offer what was not taken yet; of two the later one has the notice."""
        for offered in self._offered.values():
            offered()

    def _offer_covered(self) -> None:
        """Offer once more what the news of a file that could not be opened has covered, once that is read."""
        if self._is_covered:
            self._is_covered = False
            self.offer_again()

    def show_problems(self, text: str, problems: tuple[Problem, ...], bad: bool = False) -> None:
        """Tell what is wrong with a file: the first problem at once, all of them on request."""
        tone = NoticeTone.BAD if bad else NoticeTone.WARN
        if not problems:
            self.notice.tell(text, tone)
            return
        worst = worst_first(problems)[0]
        several = any(one.file != worst.file for one in problems)
        named = f"{Path(worst.file).name}: {wrong(worst)}" if several else wrong(worst)
        first = " ".join(part for part in (text, named) if part)
        rest = len(problems) - 1
        action = self.tr("Show all {0}").format(len(problems)) if rest else self.tr("Details")
        self.notice.tell(first, tone, action, partial(self.list_problems, problems))

    def list_problems(self, problems: tuple[Problem, ...], title: str = "") -> None:
        from desktop.dialogs.problem_list import ProblemsDialog

        ProblemsDialog(problems, self.window, title).exec()


def worst_first(problems: tuple[Problem, ...]) -> list[Problem]:
    """What is wrong before what is merely odd."""
    return sorted(problems, key=lambda one: one.severity is not Severity.ERROR)
