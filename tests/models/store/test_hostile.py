"""Whatever a file holds, its reader answers or refuses; it never fails."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.schema.problem import Refused
from models.store import workshops
from models.store.case_tests import check
from models.store.cases import read_case
from models.store.documents import located, read_json
from models.store.inbox import scan
from models.store.kinds import Kind, kind_of
from models.store.recovery import abandoned
from models.store.scenarios import case_reference, dump, load
from tests.models.store.examples import BASELINE, CASE, TABLES, TINY
from tests.twins import json_twin

TEXTS = {
    "case.yaml": TINY.encode(),
    "case.json": json_twin(CASE).encode(),
    "a.scenario.json": dump(BASELINE).encode(),
    "a.workshop.json": workshops.dump(BASELINE, TABLES).encode(),
}
SHARP = (
    *("[", "]", "{", "}", ": ", "- ", ",", '"', "'", "\t", "\n", "\r", "#", "|\n", ">\n", "? ", "---\n"),
    *("%YAML 1.1\n", "&a ", "*a", "<<: *a", "!!python/object:os.system ", "!!binary ", "!x ", "null"),
    *("~", "true", "1e999", ".nan", "NaN", "-1", "99999999999999999999", "2026-01-01", '"\\ud800"'),
    *('"\\UFFFFFFFF"', "\0", "\u2028", "not ", "A1"),
)  # fmt: skip
relaxed = settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


values = st.recursive(
    st.none() | st.booleans() | st.integers(-99, 99) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)


@st.composite
def damaged(draw: st.DrawFn, content: bytes) -> bytes:
    """The content with some of it cut, doubled or replaced by what is sharp."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        length = draw(st.integers(0, 30))
        piece = draw(
            st.sampled_from(SHARP).map(str.encode)
            | st.binary(max_size=3)
            | st.just(content[start : start + length] * 2)
        )
        content = content[:start] + piece + content[start + length :]
    return content


def read(file: Path) -> None:
    """Reads the file in every way in which it may be read."""
    if "scenario" in file.name:
        case_reference(file)
        loaded = load(file, CASE)
        assert load(dump(loaded.scenario), CASE).scenario == loaded.scenario
    elif "workshop" in file.name:
        workshops.case_reference(file)
        taken = workshops.load(file, CASE)
        text = workshops.dump(taken.scenario, taken.workshop)
        again = workshops.load(text, CASE)
        assert (again.scenario, again.workshop) == (taken.scenario, taken.workshop)
    else:
        read_case(file)


@pytest.mark.parametrize("name", TEXTS)
@relaxed
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(tmp_path: Path, name: str, data: st.DataObject) -> None:
    file = tmp_path / name
    file.write_bytes(data.draw(damaged(TEXTS[name])))

    try:
        read(file)
    except Refused as refused:
        assert all(problem.what and problem.file for problem in refused.problems)
        assert refused.problems


@pytest.mark.parametrize("name", TEXTS)
@relaxed
@given(content=st.binary(max_size=200))
def test_random_bytes_are_refused(tmp_path: Path, name: str, content: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(content)

    with pytest.raises(Refused):
        read(file)


@pytest.mark.parametrize("name", TEXTS)
@relaxed
@given(data=st.data())
def test_a_damaged_file_in_a_watched_folder_is_taken_in_or_refused(
    tmp_path: Path, name: str, data: st.DataObject
) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(data.draw(damaged(TEXTS[name])))

    found = scan(tmp_path, CASE, {}, now=lambda: file.stat().st_mtime_ns + 1_000_000_000)

    assert len(found.arrivals) + len(found.refusals) == 1
    assert found.seen["a.json"].settled


@pytest.mark.parametrize("name", TEXTS)
@relaxed
@given(data=st.data())
def test_a_damaged_file_is_of_some_kind_or_refused(tmp_path: Path, name: str, data: st.DataObject) -> None:
    file = tmp_path / name
    file.write_bytes(data.draw(damaged(TEXTS[name])))

    with suppress(Refused):
        assert kind_of(file) in Kind


@relaxed
@given(value=st.data())
def test_a_workshop_with_any_part_replaced_is_read_or_refused(value: st.DataObject) -> None:
    whole = json.loads(TEXTS["a.workshop.json"])
    part = whole
    while isinstance(part, dict | list) and part:
        key = value.draw(st.sampled_from(sorted(part) if isinstance(part, dict) else range(len(part))))
        if value.draw(st.booleans()):
            part[key] = value.draw(values)
            break
        part = part[key]

    with suppress(Refused):
        workshops.load(json.dumps(whole), CASE)


@relaxed
@given(content=damaged(TEXTS["case.yaml"]))
def test_checking_a_damaged_case_ends_in_problems_only(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "case.yaml"
    file.write_bytes(content)

    assert all(str(problem) for problem in check(file))


@relaxed
@given(content=st.binary(max_size=200))
def test_recovery_files_of_any_content_are_told_or_ignored(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.recovery.json").write_bytes(content)

    records, problems = abandoned(tmp_path)

    assert not records
    assert problems


@relaxed
@given(value=values, indent=st.sampled_from([None, 2]))
def test_every_part_of_valid_json_is_located(value: object, indent: int | None) -> None:
    text = json.dumps(value, indent=indent)
    places = located(text)

    lines = text.split("\n")
    document = read_json("file", text)
    assert document.data == value
    for place, (line, column) in places.values.items():
        part = value
        for key in place:
            part = part[key]  # type: ignore[index]
        assert lines[line - 1][column - 1 :].startswith(json.dumps(part)[:1])
