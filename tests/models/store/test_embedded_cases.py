"""The cases that come with the application, and finding one by its id or its path."""

import subprocess
import sys
from pathlib import Path

import pytest

from models.schema.grades import Kind
from models.schema.problem import Refused
from models.store.case_tests import find_case
from models.store.cases import NoSuchCase, case_path, embedded_case_ids, load_embedded
from tests.models.store.examples import TINY


def test_the_default_case_comes_first_among_the_embedded_ones() -> None:
    assert embedded_case_ids()[0] == "dprk-lessons"
    assert load_embedded().id == "dprk-lessons"


def test_no_reply_says_for_the_essay_what_it_leaves_unsaid() -> None:
    case = load_embedded()
    unsaid = [item.title.lower() for item in case.findings if item.kind is Kind.IMPLIED]

    assert unsaid
    assert not [
        (rule.id, name) for rule in case.rules for name in unsaid if name in (rule.reply or "").lower()
    ]


def test_a_case_is_found_by_id_or_path(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(TINY, encoding="utf-8")

    assert find_case("tiny") == find_case(str(file)) == (load_embedded("tiny"), ())


def test_a_mistyped_id_gets_a_suggestion() -> None:
    with pytest.raises(NoSuchCase, match=r"Did you mean dprk-lessons\?"):
        case_path("dprk-lesson")


def test_a_missing_file_is_refused() -> None:
    with pytest.raises(Refused, match="There is no such file"):
        find_case("missing/case.yaml")


def test_an_embedded_case_loads_without_the_yaml_library() -> None:
    code = "import sys, models.store.cases as c; c.load_embedded(); sys.exit('ruamel.yaml' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
