"""Files are read within limits and written whole or not at all."""

import errno
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from models.schema.problem import Refused
from models.store.files import LONGEST, read_text, spelled, write_atomically


def test_a_written_file_has_the_content(tmp_path: Path) -> None:
    file = tmp_path / "a.json"

    write_atomically(file, b"new")

    assert file.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [file]


def test_an_existing_file_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(b"old")
    file.chmod(0o640)

    write_atomically(file, b"new")

    assert file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link_and_its_target_is_written(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere" / "a.json"
    target.parent.mkdir()
    target.write_bytes(b"old")
    link = tmp_path / "link.json"
    link.symlink_to(target)

    write_atomically(link, b"new")

    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("step", ["fsync", "fdopen"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(Refused, match="The disk is full"):
        write_atomically(file, b"new")

    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="a folder"):
        write_atomically(tmp_path, b"new")


@pytest.mark.skipif(not Path("/dev/null").is_char_device(), reason="no device at hand")
def test_a_device_is_not_replaced_by_a_file() -> None:
    with pytest.raises(Refused, match="a device"):
        write_atomically(Path("/dev/null"), b"new")

    assert Path("/dev/null").is_char_device()


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no such file or folder"):
        write_atomically(tmp_path / "missing" / "a.json", b"new")


def test_a_circular_link_is_told(tmp_path: Path) -> None:
    link = tmp_path / "round.json"
    link.symlink_to(link)

    with pytest.raises(Refused, match="circle"):
        write_atomically(link, b"new")

    assert link.is_symlink()


def test_a_write_protected_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)

    with pytest.raises(Refused, match="Permission is missing"):
        write_atomically(file, b"new")

    assert file.read_bytes() == b"old"


def test_a_file_on_a_disk_that_can_only_be_read_is_told_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(os, "statvfs", lambda _: SimpleNamespace(f_flag=os.ST_RDONLY))

    with pytest.raises(Refused, match="The disk can only be read"):
        write_atomically(file, b"new")


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path) -> None:
    file = tmp_path / "huge.json"
    with file.open("wb") as stream:
        stream.truncate(10**12)  # sparse: it takes no room, but no memory would hold it

    with pytest.raises(Refused, match="too large: more than 5 MB"):
        read_text(file, 5_000_000)


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(Refused, match="not an ordinary file"):
        read_text(tmp_path / "pipe", 100)


def test_text_that_is_not_utf8_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "latin.yaml"
    file.write_bytes(b"a: 1\nb: caf\xe9\n")

    with pytest.raises(Refused) as refused:
        read_text(file, 100)

    assert refused.value.problems[0].line == 2
    assert "UTF-8" in refused.value.problems[0].what


def test_a_byte_order_mark_is_dropped(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(b"\xef\xbb\xbf{}")

    assert read_text(file, 100) == "{}"


@pytest.mark.parametrize("name", ["a\0b", "x" * 300, "missing/file", ""])
def test_a_name_that_cannot_be_used_is_a_refusal(name: str) -> None:
    with pytest.raises(Refused):
        read_text(Path(name), 100)


def test_words_from_outside_are_short_and_printable_in_sentences() -> None:
    assert spelled("a\x1b[31m\nb") == "a�[31m�b"
    assert len(spelled("x" * 5000)) == LONGEST + 1


def test_a_file_that_another_program_holds_for_a_moment_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "day.json"
    path.write_text("old")
    replace, refusals = Path.replace, iter([True, True, False])

    def held(draft: Path, target: Path) -> Path:
        if next(refusals):
            raise PermissionError(13, "in use")
        return replace(draft, target)

    monkeypatch.setattr(Path, "replace", held)
    write_atomically(path, b"new")

    assert path.read_text() == "new"


def test_a_file_that_stays_held_is_told_as_such_and_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "day.json"
    path.write_text("old")

    def held(draft: Path, target: Path) -> Path:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr("models.store.files.PATIENCE", 0.1)

    with pytest.raises(Refused, match="Another program holds the file"):
        write_atomically(path, b"new")
    assert [item.name for item in tmp_path.iterdir()] == ["day.json"]
    assert path.read_text() == "old"
