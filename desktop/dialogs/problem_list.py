"""Every problem of a file at once: where, what, and what to do."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.form import open_at
from desktop.kit.labels import text_label
from models.language.messages import problem_line, retold
from models.language.words import counted
from models.schema.problem import Problem, Severity


class ProblemsDialog(QDialog):
    """A table of problems that can be read, selected and copied."""

    def __init__(self, problems: tuple[Problem, ...], parent: QWidget | None = None, title: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("problems")
        wrong = any(one.severity is Severity.ERROR for one in problems)
        told = self.tr("What is wrong with the file") if wrong else self.tr("Remarks on the file")
        self._problems = problems
        self._files = list(dict.fromkeys(one.file for one in problems))
        if self._is_of_many:
            told = counted(len(self._files), "file")
        self.setWindowTitle(title or told)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.addWidget(text_label(told if self._is_of_many else self._files[0], "panel", wrap=True))
        layout.addWidget(self._table())
        copy = QPushButton(self.tr("Copy"))
        copy.clicked.connect(self._copy)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        line = QHBoxLayout()
        line.addWidget(copy)
        line.addStretch(1)
        line.addWidget(close)
        layout.addLayout(line)
        open_at(self, 820, 420)

    @property
    def _is_of_many(self) -> bool:
        return len(self._files) > 1

    def _table(self) -> QTableWidget:
        first = self.tr("File") if self._is_of_many else self.tr("Line")
        titles = (first, self.tr("Item"), self.tr("What"), self.tr("What to do"))
        table = QTableWidget(len(self._problems), len(titles))
        table.setObjectName("problem-table")
        table.setHorizontalHeaderLabels(titles)
        table.verticalHeader().hide()
        table.setWordWrap(True)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for row, problem in enumerate(self._problems):
            places = (Path(problem.file).name if self._is_of_many else "", problem.line)
            place = ":".join(str(part) for part in places if part)
            for column, text in enumerate(
                (place, problem.item, retold(problem.what), retold(problem.remedy))
            ):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                table.setItem(row, column, item)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        return table

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(map(problem_line, self._problems)))
