"""Packed files that are damaged within are refused as any other, and lines without an end hold nobody up."""

import subprocess
import sys
import zlib
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

import pytest

from models.authoring.source import read_source
from models.gathering.arrivals import arrivals
from models.importing.imported import imported
from models.schema.case import Case
from models.schema.problem import Refused
from resources import ROOT

ENTRY = "word/document.xml"
LEAST = 30
"""Seconds of processor time that no line of some 100 KB takes: each takes less than one."""
READING = """
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[1]), int(sys.argv[1])))
from models.authoring.source import pasted
from models.language.particles import fill
from models.schema.problem import Refused
from models.store.cases import read_case
fill("{name:은}", name="[" * 300_000 + "가")
for text in ("[" * 200_000, "*a " * 60_000, "![" * 100_000):
    try:
        pasted(text)
    except Refused:
        pass
file = Path(sys.argv[2])
for text in ("{a: " + "[" * 200_000, "[" * 200_000 + " #"):
    file.write_text(text)
    try:
        read_case(file)
    except Refused:
        print("refused")
"""


def broken_within() -> bytes:
    """A packed file whose head is right, and whose content cannot be unpacked."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr(ENTRY, bytes(range(256)) * 200)
    content = packed.getvalue()
    for at in range(content.index(ENTRY.encode()) + len(ENTRY), len(content)):
        damaged = content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :]
        with suppress(BadZipFile), ZipFile(BytesIO(damaged)) as archive:
            try:
                archive.read(ENTRY)
            except zlib.error:
                return damaged
    raise AssertionError("no byte breaks it")


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    path = tmp_path / "packed"
    path.write_bytes(broken_within())
    return path


def test_a_workbook_of_ballots_that_is_broken_within_is_refused(packed: Path, essay: Case) -> None:
    with pytest.raises(Refused, match="cannot be read"):
        arrivals(packed.rename(packed.with_suffix(".xlsx")), essay)


def test_a_workbook_with_a_case_that_is_broken_within_is_refused(packed: Path) -> None:
    with pytest.raises(Refused, match="cannot be read"):
        imported(packed.rename(packed.with_suffix(".xlsx")))


def test_a_word_file_that_is_broken_within_is_refused(packed: Path) -> None:
    with pytest.raises(Refused, match="cannot be read"):
        read_source(packed.rename(packed.with_suffix(".docx")))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows bounds no processor time")
def test_lines_of_brackets_and_stars_without_an_end_are_read_at_once(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", READING, str(LEAST), str(tmp_path / "case.yaml")],
        cwd=ROOT.parent,
        capture_output=True,
        text=True,
    )

    assert (done.returncode, done.stdout.split()) == (0, ["refused", "refused"]), done.stderr
