"""The sheets of the print pack, each wish printed once for all tests that read it."""

from dataclasses import replace
from functools import lru_cache
from io import BytesIO

from pypdf import PdfReader

from models.analyses.groups.standing import take_standing
from models.analyses.snapshots import complete
from models.paper.kinds import Kind
from models.paper.pack.wish import Wish
from models.paper.prints import OF_KIND
from models.schema.case import Case
from models.schema.scenario import baseline_scenario
from models.schema.snapshot import Snapshot
from tests.models.paper.printed import words_of
from tests.states import snapshot_of
from tests.workshops import four_tables


@lru_cache(maxsize=1)
def gathered(case: Case) -> Snapshot:
    plain = snapshot_of(case, baseline_scenario(case))
    return complete(replace(plain, standing=take_standing(case, four_tables(case))))


def reader(kind: Kind, wish: Wish) -> PdfReader:
    return PdfReader(BytesIO(printed(kind, wish)))


@lru_cache(maxsize=64)
def printed(kind: Kind, wish: Wish) -> bytes:
    return OF_KIND[kind].pdf(wish)


def texts(kind: Kind, wish: Wish) -> list[str]:
    return list(words_of(printed(kind, wish)))
