"""Random cases and scenarios, each case with a version of its own, as answers are kept by id and version."""

from dataclasses import replace

from hypothesis import strategies as st

from models.schema.case import Case
from tests.models.engine.small_cases import Drawn, drawn_settings


def drawn_scopes(*, linked: bool = False) -> st.SearchStrategy[Drawn]:
    return drawn_settings(linked=linked).map(_with_own_version)


def _with_own_version(drawn: Drawn) -> Drawn:
    return Drawn(with_version(drawn.case, drawn.case.content_hash), drawn.scenario)


def with_version(case: Case, version: str) -> Case:
    """The same case under another version, for which nothing has been kept."""
    return replace(case, version=version)
