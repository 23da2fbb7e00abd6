"""The premises of one role of an argument: each a button, found by typing, negated by a click, any or some of them."""

from functools import partial

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.base.guard import override
from desktop.base.layouts import flush
from desktop.base.plain_text import named, set_tip
from desktop.base.theme import look, repolish
from desktop.editor.name_field import UndoOfTheCase, find_statements
from desktop.editor.tools import BESIDE
from desktop.kit.labels import say, text_label
from desktop.session.unread import Place, Unread
from models.authoring.document import CaseText
from models.authoring.edits import (
    Edit,
    Form,
    chosen,
    negate,
    parts_of,
    set_premises,
    with_part,
    without_part,
)
from models.authoring.names import premise_id
from models.authoring.outline import KEY, UNNAMED, all_found, is_unnamed, wanted
from models.language.messages import retold
from models.schema.problem import phrase


class _Chip(QPushButton):
    """A premise in one line, shortened where it has to be."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.setAccessibleName(words)
        self.setProperty("role", "premise")
        self.setMinimumWidth(look().px(60))

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(120), super().sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - look().px(24)
        self.setText(
            self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideMiddle, room).replace("&", "&&")
        )


def _clear(chips: QVBoxLayout, field: QLineEdit) -> None:
    """Take away what stands there; the keyboard goes on to the field if it was on one of them."""
    while chips.count():
        taken = chips.takeAt(0)
        old = taken.widget() if taken is not None else None
        if old is not None:
            holder = QApplication.focusWidget()
            if holder is not None and old.isAncestorOf(holder):
                field.setFocus()
            old.hide()
            old.deleteLater()


def _least_of(forms: tuple[Form, ...]) -> int:
    """How many are asked for, as the list of numbers has them: nought is all."""
    form = forms[0] if len(forms) == 1 else None
    return 0 if not isinstance(form, dict) else 1 if "any" in form else int(form.get("at-least", 0))


class RoleRow(QWidget):
    """The premises of one role: each a button that negates it, a field that adds one, and how many are asked for."""

    edited = Signal(object)
    refused = Signal()

    def __init__(self, role: str, label: str, unread: Unread) -> None:
        super().__init__()
        self._role, self._rule, self._unread = role, "", unread
        self._told: tuple[object, ...] | None = None
        self._forms: tuple[Form, ...] = ()
        self._names: dict[str, str] = {}
        self._parts: list[str] = []
        self._column, self.head = flush(QVBoxLayout(self)), QBoxLayout(BESIDE)
        self._chips = QVBoxLayout()
        self._least = named(QComboBox(), f"least:{role}", self.tr("How many of them"))
        self._least.activated.connect(self._choose)
        self._words = QStringListModel(self)
        self.field = named(QLineEdit(), f"premise:{role}", self.tr(label))
        self.field.installEventFilter(UndoOfTheCase(self, finding=True))
        self.field.setPlaceholderText(self.tr("Type to find a statement…"))
        completer = QCompleter(self._words, self.field)
        find_statements(completer, self._add)
        self.field.setCompleter(completer)
        self.field.returnPressed.connect(self._enter)
        self.field.textChanged.connect(self._note)
        self.field.editingFinished.connect(self._leave)
        self._unknown = named(text_label("", "wrong", wrap=True), f"unknown:{role}")
        self._unknown.hide()
        self._lay_out(label)

    def receive(self, document: CaseText, rule: str, names: dict[str, str]) -> None:
        self._rule, self._names = rule, names
        if self._words.stringList() != list(names.values()):
            self._words.setStringList(list(names.values()))
        self._show_waiting()
        forms = tuple(document.get("rules", rule).get(self._role) or ())
        told = (rule, forms, tuple(names.values()))
        if told == self._told:
            return
        self._told, self._forms = told, forms
        self._parts = [text for form in forms for text in parts_of(form)]
        _clear(self._chips, self.field)
        flat = [(at, part, text) for at, form in enumerate(forms) for part, text in enumerate(parts_of(form))]
        for at, part, text in flat:
            self._chips.addWidget(self._chip(at, part, text))
        self._show_least()

    def _lay_out(self, label: str) -> None:
        wanted = look()
        self._column.setSpacing(wanted.px(3))
        self._chips.setSpacing(wanted.px(3))
        name = text_label(self.tr(label), "label")
        name.setFixedWidth(wanted.px(126))
        name.setContentsMargins(0, wanted.px(5), 0, 0)
        self._least.setFixedWidth(wanted.px(122))
        sides = QVBoxLayout()
        sides.setSpacing(wanted.px(6))
        sides.addWidget(name)
        sides.addWidget(self._least)
        sides.addStretch(1)
        inner = QVBoxLayout()
        inner.setSpacing(wanted.px(3))
        inner.addLayout(self._chips)
        inner.addWidget(self.field)
        inner.addWidget(self._unknown)
        self.head.addLayout(sides)
        self.head.addLayout(inner, 1)
        self._column.addLayout(self.head)

    def _chip(self, at: int, part: int, text: str) -> QWidget:
        name = self._names.get(premise_id(text), premise_id(text))
        chip = QWidget()
        row = flush(QHBoxLayout(chip))
        row.setSpacing(look().px(4))
        shown = self.tr("not: {0}").format(name) if text.startswith("not ") else name
        if self._is_mixed and not isinstance(form := self._forms[at], str):
            least = form.get("at-least", 1)
            shown = self.tr("or {0}").format(shown) if part else self.tr("{0} of: {1}").format(least, shown)
        button = named(_Chip(shown), f"negate:{self._role}:{premise_id(text)}")
        set_tip(button, self.tr("{0}\nClick: turn it into its contrary").format(shown))
        button.clicked.connect(partial(self._negate, at, part))
        gone = QPushButton("×")
        gone.setFixedWidth(look().px(28))
        gone.setObjectName(f"drop:{self._role}:{premise_id(text)}")
        gone.setProperty("role", "plain")
        gone.setAccessibleName(self.tr("Leave out {0}").format(name))
        gone.clicked.connect(partial(self._drop, at, part))
        row.addWidget(button, 1)
        row.addWidget(gone)
        return chip

    @property
    def _is_mixed(self) -> bool:
        """Whether there is a choice beside other premises: then one number says nothing of all."""
        return len(self._forms) > 1 and not all(isinstance(form, str) for form in self._forms)

    def _show_least(self) -> None:
        many = len(self._parts)
        self._least.clear()
        words = [self.tr("all of these"), self.tr("any one")]
        words += [self.tr("at least {0}").format(n) for n in range(2, many)]
        self._least.addItems(words)
        self._least.setCurrentIndex(min(_least_of(self._forms), len(words) - 1))
        self._least.setVisible(many > 1 and not self._is_mixed)

    def pending(self) -> tuple[Edit, ...]:
        """What would be lost by now: the statement that is named by what is typed, if it is one alone."""
        name, negated = wanted(self.field.text())
        found = all_found(name, self._names)
        part = f"not {found[0]}" if negated and found else "".join(found[:1])
        if len(found) != 1 or part in self._parts:
            return ()
        return (self._changed(with_part(self._forms, part)),)

    def finish(self) -> None:
        """Take over what is typed where it names one statement; else it waits, is marked, and told in the margin."""
        if self.pending():
            self._enter()
        elif is_unnamed(self.field.text(), self._names):
            self._tell_unnamed(self.field.text())

    @property
    def has_unread(self) -> bool:
        """Whether something is typed that names no statement alone."""
        return is_unnamed(self.field.text(), self._names)

    def _note(self, text: str) -> None:
        """Keep what is typed until it names a statement: it is in no text of the case."""
        self._tell_unknown("")
        if is_unnamed(text, self._names):
            self._unread.keep(self._place, text, None, phrase(UNNAMED, words=text.strip()))
        else:
            self._unread.forget(self._place)

    def _leave(self) -> None:
        if not self.field.hasFocus() and self.has_unread:
            self._tell_unnamed(self.field.text())

    def _show_waiting(self) -> None:
        """Show what waits since the argument was last looked at."""
        waiting = self._unread.of(self._place, None)
        if waiting is not None and self.field.text() != waiting[0]:
            self.field.setText(waiting[0])
            self._tell_unknown(retold(waiting[1]))

    def _tell_unnamed(self, text: str) -> None:
        self._tell_unknown(retold(phrase(UNNAMED, words=text.strip())))
        self.refused.emit()

    @property
    def _place(self) -> Place:
        return "rules", self._rule, f"{KEY}{self._role}"

    def _enter(self) -> None:
        self._add(self.field.text())

    def _add(self, text: str) -> None:
        """Add the statement that these words name, or the first that has them; others are left to be typed on."""
        words, negated = wanted(text)
        found = "".join(all_found(words, self._names)[:1])
        if not found:
            told = self.tr("No other statement has the words “{0}”. Type a code, or words of a name.")
            self._tell_unknown(told.format(text.strip()) if words else "")
            return
        part = f"not {found}" if negated else found
        if part not in self._parts:
            self._tell(with_part(self._forms, part))
        self.field.clear()

    def _tell_unknown(self, told: str) -> None:
        """Tell under the field, and to a screen reader there, that nothing is called what was typed."""
        say(self._unknown, told)
        self.field.setAccessibleDescription(told)
        if self.field.property("wrong") != bool(told):
            self.field.setProperty("wrong", bool(told))
            repolish(self.field)

    def _drop(self, at: int, part: int) -> None:
        self._tell(without_part(self._forms, at, part))

    def _choose(self, least: int) -> None:
        self._tell(tuple(chosen(self._parts, max(0, least))))

    def _negate(self, at: int, part: int) -> None:
        self.edited.emit(Edit(negate, (self._rule, self._role, at, part), told=self.tr("Negate a premise")))

    def _tell(self, forms: tuple[Form, ...]) -> None:
        self.edited.emit(self._changed(forms))

    def _changed(self, forms: tuple[Form, ...]) -> Edit:
        return Edit(set_premises, (self._rule, self._role, forms), told=self.tr("Change premises"))
