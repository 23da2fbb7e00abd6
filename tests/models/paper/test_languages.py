"""Paper in the language of the interface: all of it, and what the case says in another is told apart."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from models.language.messages import speaking
from models.paper.document import pdf_of
from models.paper.kinds import Kind
from models.paper.pack.wish import Wish
from models.paper.prints import OF_KIND
from models.store.cases import load_embedded
from tests.models.conftest import Take
from tests.models.paper.printed import PRINTED


def printed(kind: Kind, case_language: str, spoken: str, take: Take) -> PdfReader:
    wish = Wish(take(load_embedded("dprk-lessons", case_language)), "a4", PRINTED)
    with speaking(spoken):
        return PdfReader(BytesIO(pdf_of(OF_KIND[kind].make(wish), "a4")))


def languages_in(reader: PdfReader) -> set[str]:
    """The languages that the document and its parts say they are in."""
    objects = (reader.get_object(number) for number in range(1, len(reader.xref[0]) + 1))
    return {str(item["/Lang"]) for item in objects if isinstance(item, DictionaryObject) and "/Lang" in item}


@pytest.mark.parametrize(
    ("case_language", "spoken", "told"),
    [("en", "en", {"en"}), ("ko", "ko", {"ko"}), ("ko", "en", {"en", "ko"})],
)
def test_a_sheet_tells_its_language_and_that_of_the_case_where_it_is_another(
    take: Take, case_language: str, spoken: str, told: set[str]
) -> None:
    reader = printed(Kind.BALLOT, case_language, spoken, take)

    assert str(reader.root_object["/Lang"]) == spoken
    assert languages_in(reader) == told


def test_no_line_ends_within_a_korean_word(take: Take) -> None:
    case = load_embedded("dprk-lessons", "ko")
    words = set(re.findall(r"[가-힣]+", " ".join(item.text for item in case.taking_part(added=False))))

    text = " ".join(page.extract_text() for page in printed(Kind.HAND_OUT, "ko", "ko", take).pages)

    assert words <= set(re.findall(r"[가-힣]+", text))
