"""What stands in the margins of everything printed: from which case, when, in which language."""

import re
from datetime import date

from models.language.dates import day_words
from models.schema.case import Case
from models.schema.snapshot import Snapshot


def sheet_subtitle(snapshot: Snapshot) -> str:
    """The scenario's title and group, as far as they have been given."""
    return " · ".join(text for text in (snapshot.scenario.title, snapshot.scenario.group) if text.strip())


def sheet_foot(case: Case, printed: date) -> str:
    """When it was printed and from which case."""
    return f"Printed {day_words(printed)} · case {case.id} {case.version} ({case.content_hash[:8]})"


def sheet_language(tag: str) -> str:
    """The language of a tag such as "en-GB", or English for what is not one."""
    language = tag.split("-")[0].lower()
    return language if re.fullmatch("[a-z]{2,3}", language) else "en"
