"""The window in other languages than English, and back."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import cast
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtNetwork import QNetworkInterface
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QFileDialog, QLabel, QMenu
from pytestqt.qtbot import QtBot

from desktop.base.settings import Settings, load_settings
from desktop.base.translation import QTS_OWN, put_on
from desktop.dialogs.about import bundled
from desktop.dialogs.preferences import PreferencesDialog
from desktop.session.case_work import CaseWork
from desktop.window import application
from desktop.window.phones import networks, phoning
from models.schema.scenario import baseline_scenario
from models.schema.workshop import Ballot, Count, Workshop
from models.store.cases import load_embedded
from tests.window import Window


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    put_on("en")


def test_menus_and_tabs_are_korean_where_it_was_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    window = Window(qtbot, tmp_path, language="ko")

    assert window.action("save").text() == "저장(&S)"
    assert "무엇이 여전히 유효한가?" in window.page


def test_the_embedded_case_opens_in_the_language_of_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    window = Window(qtbot, tmp_path, language="ko")

    assert window.snapshot.case.title == load_embedded("dprk-lessons", "ko").title


def test_a_new_case_is_in_the_language_of_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    window = Window(qtbot, tmp_path, language="ko")

    window.command("new-case")

    work = window.window.findChild(CaseWork)
    assert work is not None
    said = work.document.data
    assert (said["language"], said["title"], said["source"]["author"]) == ("ko", "새 사례", "저자 미상")


def test_the_words_of_qt_are_korean_too(qtbot: QtBot) -> None:
    put_on("ko")

    dialog = PreferencesDialog(Settings(language="ko"))
    qtbot.addWidget(dialog)

    assert dialog.windowTitle() == "환경 설정"
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    assert buttons.button(QDialogButtonBox.StandardButton.Close).text() == "닫기"


def test_the_dialog_for_files_is_korean_throughout(qtbot: QtBot) -> None:
    put_on("ko")

    dialog = QFileDialog(options=QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)

    labels = [label.text() for label in dialog.findChildren(QLabel) if label.text()]
    assert labels
    assert not [text for text in labels if re.search("[a-z]", text)]


@pytest.mark.parametrize("text", QTS_OWN)
def test_what_qt_lacks_is_korean(qapp: QCoreApplication, text: str) -> None:
    put_on("ko")

    assert qapp.translate("QPrintSettingsOutput", text) != text


def test_what_may_be_done_with_qt_is_told_in_korean() -> None:
    put_on("ko")

    assert any("바꿀 수 있습니다" in line for line in bundled() if line.startswith("Qt "))


def test_giving_up_what_is_unsaved_is_not_called_ignoring_it(qapp: QCoreApplication) -> None:
    put_on("ko")

    assert qapp.translate("QPlatformTheme", "Discard") == "버리기"
    assert qapp.translate("QPlatformTheme", "Ignore") == "무시"


@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_two_entries_of_a_menu_have_one_letter(qtbot: QtBot, tmp_path: Path, language: str) -> None:
    window = Window(qtbot, tmp_path, language=language)

    menus = [menu for menu in window.window.findChildren(QMenu) if len(menu.actions()) > 1]
    assert menus
    for menu in menus:
        letters = [found[1].upper() for item in menu.actions() if (found := re.search("&(.)", item.text()))]
        assert not [text for text, number in Counter(letters).items() if number > 1], menu.title()


def test_that_another_window_takes_a_file_is_told_in_korean(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    monkeypatch.delenv("LANGUAGE", raising=False)
    monkeypatch.setattr(application, "follow_desktop", lambda *_: None)
    monkeypatch.setattr(application, "Application", Mock())
    monkeypatch.setattr(application, "Instance", Mock())

    assert application.start(None) == 0

    assert "열려 있는 창에서 엽니다" in capsys.readouterr().err


def test_networks_are_called_in_korean() -> None:
    put_on("ko")
    cable = SimpleNamespace(
        type=lambda: QNetworkInterface.InterfaceType.Ethernet, humanReadableName=lambda: "eth0"
    )

    assert networks._called(cast("QNetworkInterface", cable)) == "유선 (eth0)"


def test_votes_of_phones_are_a_group_with_a_korean_name() -> None:
    put_on("ko")
    case = load_embedded("dprk-lessons", "ko")
    ballot = Ballot(heads=1, counts=(Count(id="russia-ties", holds=1),))

    empty = Workshop(case=baseline_scenario(case).case)
    workshop = phoning._with_votes(empty, datetime(2023, 2, 1, 12, tzinfo=UTC), case, ballot, "", "entry-1")

    assert [group.name for group in workshop.groups] == ["휴대전화"]


def test_what_is_not_translated_stays_english(qapp: QCoreApplication) -> None:
    put_on("ko")

    assert qapp.translate("Window", "Nobody wrote this") == "Nobody wrote this"


def test_a_language_chosen_in_the_menu_is_spoken_from_the_next_start(qtbot: QtBot, tmp_path: Path) -> None:
    window = Window(qtbot, tmp_path)
    menu = window.find(QMenu, "language-menu")
    chosen = next(action for action in menu.actions() if action.objectName() == "language:ko")

    chosen.trigger()

    assert chosen.isChecked()
    assert window.action("save").text() == "&Save"
    window.window.close()
    assert load_settings(window.paths.settings)[0].language == "ko"


def test_the_language_in_force_is_shown_in_the_preferences(qtbot: QtBot) -> None:
    dialog = PreferencesDialog(Settings())
    qtbot.addWidget(dialog)

    menu = dialog.findChild(QComboBox, "preference:language")
    assert menu is not None
    assert menu.currentText() == "English"
