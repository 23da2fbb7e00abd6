"""The print dialog on the embedded case."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.dialogs.printing import PrintDialog
from models.store.cases import load_embedded
from tests.desktop.dialogs.printing.printed import wish


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[PrintDialog]:
    case = load_embedded()
    dialog = PrintDialog(wish(case))
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
