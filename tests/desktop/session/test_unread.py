"""What cannot be read in a field is taken up from a file only where it still has a place and makes no sense."""

import pytest

from desktop.session.unread import Unread
from models.authoring.document import opened
from models.authoring.keeping import KeptField
from models.authoring.outline import CASE as OF_THE_CASE
from models.store.cases import case_path

DOCUMENT = opened("", case_path("tiny").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("field", "waits"),
    [
        (KeptField(section="assumptions", name="dry-banks", key="paragraphs", text="3-1"), True),
        (KeptField(section=OF_THE_CASE, name=OF_THE_CASE, key="source.year", text="19x"), True),
        (KeptField(section="assumptions", name="dry-banks", key="paragraphs", text="1-3"), False),
        (KeptField(section="assumptions", name="gone", key="paragraphs", text="3-1"), False),
        (KeptField(section="assumptions", name="dry-banks", key="gone", text="3-1"), False),
        (KeptField(section="gone", name=0, key="paragraphs", text="3-1"), False),
    ],
)
def test_a_kept_field_waits_to_be_mended_where_it_has_a_place_and_makes_no_sense(
    field: KeptField, waits: bool
) -> None:
    unread = Unread()

    unread.restore((field,), DOCUMENT)

    assert unread.fields(DOCUMENT) == ((field,) if waits else ())
    assert bool([*unread.advice(DOCUMENT)]) is waits
