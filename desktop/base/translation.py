"""What `tr` says comes from the same catalogues as the words of the models; Qt's own words come from Qt."""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from desktop.base.guard import override
from models.language.messages import ENGLISH, language_for, marked, speak, translated
from models.store.embedded import prefer

QTS_OWN = (
    *(marked("&Look in:"), marked("Files of &type:"), marked("Discard")),
    *(marked("Page &Set:"), marked("Pages &per sheet:"), marked("Page &order:")),
    *(marked("Job &priority:"), marked("Scheduled &printing:"), marked("&Billing information:")),
    *(marked("&Start:"), marked("&End:")),
)
"""Words of Qt's dialogs that Qt has not in every language that it speaks, or says like another one's."""

_worn: list[QTranslator] = []
"""What the application was given, the last first asked."""


class Translation(QTranslator):
    """Looks messages up in the catalogue of the language in force, whatever part of the window asks."""

    @override
    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        del context, n
        return translated(sourceText, disambiguation or "") or None  # nothing: Qt asks the next one

    @override
    def isEmpty(self) -> bool:
        return False


def put_on(wished: str) -> None:
    """Speak the language that was chosen, or the system's, and open embedded cases in it; English needs nothing."""
    while _worn:
        QCoreApplication.removeTranslator(_worn.pop())
    language = language_for(wished, tuple(QLocale.system().uiLanguages()))
    speak(language)
    prefer(language)
    if language == ENGLISH:
        return
    from PySide6.QtCore import QLibraryInfo

    qt = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    qt.load(QLocale(language), "qtbase", "_", folder)
    for translator in (qt, Translation()):
        QCoreApplication.installTranslator(translator)
        _worn.append(translator)
