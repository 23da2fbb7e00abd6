"""What holds for every imported map: read at once, as text, in the language in force; an empty one is refused."""

import json
import re
from pathlib import Path

import pytest

from models.importing.graph import SHOWN, LeftOut
from models.importing.imported import Imported
from models.language.messages import speaking, wrong
from models.schema.problem import Refused
from tests.models.importing.texts import AIF, ARGDOWN, CARNEADES, brought, case_of, told

LEFT = """
/* a remark */
<Floods> #tag {a: 1}

Loose words.
"""


def test_advice_that_nothing_speaks_for_wants_finishing_in_the_editor(tmp_path: Path) -> None:
    found = brought(tmp_path, "one.argdown", "[Go]: Go.\n  - [Rain]: It rains.\n  -> [Stay]: Stay.\n")

    assert not found.whole
    assert "R1 is never accepted: no rule leads to it from the assumptions." in told(found)
    assert "text: Go." in found.text


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("a.argdown", "", "No statement or argument was found in it."),
        ("a.yml", "statements: {}\n", "No statement was found in it."),
        ("a.yml", "[1, 2]\n", "No statement was found in it."),
        ("a.json", "[]", "No node of information (I) was found in it."),
        ("a.json", '{"nodes": 3}', "No node of information (I) was found in it."),
        ("a.txt", "text", "This is no format that can be imported."),
        ("a.xlsx", "text", "The spreadsheet cannot be read."),
        (
            "a.json",
            json.dumps({"nodes": [{"nodeID": str(n), "type": "I"} for n in range(1000)]}),
            "more than 900",
        ),
    ],
)
def test_a_file_that_holds_nothing_of_its_kind_is_refused(
    name: str, text: str, wanted: str, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match=wanted.replace("(", r"\(").replace(")", r"\)")):
        brought(tmp_path, name, text)


@pytest.mark.parametrize("sign", ["/*", "<!--", "- ", "[a", "*a", "{", "#(", "@[", "--", "(1) ", "+ <"])
def test_a_sign_without_end_is_read_at_once(sign: str, tmp_path: Path) -> None:
    text = "[Go]: Go.\n  + [Yes]: Yes.\n\n" + sign * 40_000 + "\n"

    assert "text: Go." in brought(tmp_path, "long.argdown", text).text


HOSTILE = (
    "[<img src=/dev/zero>]: <script>alert(1)</script> !!python/object:os.system ${HOME} \u202e\x1b[31m\n"
    "  + [!include /etc/passwd]: =HYPERLINK('http://x') ![](file:///etc/passwd)\n"
)


def test_markup_of_a_file_is_text_of_the_case(tmp_path: Path) -> None:
    found = brought(tmp_path, "hostile.argdown", HOSTILE)

    assert isinstance(found, Imported)
    texts = [item.text for item in case_of(found).by_id.values()]
    assert any("script" in text for text in texts)
    assert all("root:" not in text for text in texts)


@pytest.mark.parametrize(
    ("name", "text"), [("a.argdown", ARGDOWN + LEFT), ("a.yaml", CARNEADES), ("a.json", AIF)]
)
def test_an_import_speaks_the_language_in_force(name: str, text: str, tmp_path: Path) -> None:
    with speaking("ko"):
        found = brought(tmp_path, name, text)
        heard = [re.sub("“[^”]*”|`[^`]*`", "", wrong(problem)) for problem in found.problems]
    case = case_of(found)

    assert heard
    assert [one for one in heard if re.search("[A-Za-z]{2}", one.replace("id", ""))] == []
    assert case.language == "ko"
    assert {item.addressee for item in case.recommendations} == {"밝히지 않음"}


def test_of_a_hundred_things_of_a_kind_and_more_the_rest_are_counted() -> None:
    left_out = LeftOut("a.argdown")
    for number in range(SHOWN + 3):
        left_out.add("Tags were left out", line=number, example=f"#{number}")

    remarks = left_out.problems

    assert len(remarks) == SHOWN + 1
    assert remarks[-1].what == "Tags were left out: 3 more."
