"""Texts that YAML cut are told of in the margin, too, and nothing that is whole is."""

import pytest

from models.authoring.advice import advice
from models.authoring.cut import cuts
from models.authoring.document import opened
from models.authoring.passages import Passages
from models.authoring.reading import case_of
from models.store.cases import case_path, embedded_case_ids
from tests.models.authoring.examples import CASE

REST = "paragraphs: [1], kind: stated, baseline: holds"


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (f"{{id: cut, code: A9, text: The ice is thick, always, {REST}}}", "“always” was read as a key"),
        (f"{{id: cut, code: A9, {REST},\n     text: The ice is item #3\n     }}", "is a comment"),
        (f"{{id: cut, code: A9, text: So, signposts: [A drill shows it, and a thaw], {REST}}}", "of its own"),
    ],
)
def test_what_yaml_cuts_is_told_in_the_margin_at_its_item(item: str, told: str) -> None:
    document = opened("ice.yaml", CASE.replace("assumptions:\n", f"assumptions:\n  - {item}\n", 1))

    (found,) = [one for one in advice(document, case_of(document), Passages()) if told in one.what]

    assert (found.section, found.place) == ("assumptions", 0)


@pytest.mark.parametrize("name", embedded_case_ids())
def test_nothing_is_cut_in_a_case_that_came_with_the_program(name: str) -> None:
    assert not [*cuts(opened(name, case_path(name).read_text(encoding="utf-8")))]
