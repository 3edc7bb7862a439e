from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from app.document import atomic
from app.document.atomic import write_atomically
from engine.errors import InputError

OLD, NEW = b"the old content", b"the new content, which is longer"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "drawing.svg"
    path.write_bytes(OLD)
    return path


def failing(code: int) -> Callable[..., object]:
    def fail(*args: object, **kwargs: object) -> object:
        raise OSError(code, os.strerror(code))

    return fail


def test_replaces_the_content_and_leaves_nothing_else(file: Path) -> None:
    write_atomically(file, NEW)
    assert file.read_bytes() == NEW
    assert list(file.parent.iterdir()) == [file]


def test_makes_a_new_file_with_the_usual_permissions(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    write_atomically(str(tmp_path / "new"), b"")
    assert (tmp_path / "new").read_bytes() == b""
    assert (tmp_path / "new").stat().st_mode == usual.stat().st_mode


def test_keeps_the_permissions_of_the_old_file(file: Path) -> None:
    file.chmod(0o640)
    write_atomically(file, NEW)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_follows_a_link(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.svg"
    link.symlink_to(file)
    write_atomically(link, NEW)
    assert link.is_symlink()
    assert file.read_bytes() == NEW


def test_writes_that_take_only_a_part_are_continued(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, bytes(data[:3])))
    write_atomically(file, NEW)
    assert file.read_bytes() == NEW


def test_the_order_is_content_sync_rename_sync(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    write, fsync, replace = os.write, os.fsync, os.replace

    def sync(handle: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(handle).st_mode)
        steps.append("sync folder" if is_folder else "sync file")
        fsync(handle)

    def rename(source: object, target: object, **options: object) -> None:
        steps.append("rename")
        replace(source, target, **options)

    def put(handle: int, data: bytes) -> int:
        steps.append("write")
        return write(handle, data)

    monkeypatch.setattr(os, "write", put)
    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "replace", rename)
    write_atomically(file, NEW)
    assert steps == ["write", "sync file", "rename", "sync folder"]


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_a_failure_keeps_the_old_file_and_no_other(
    file: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, call, failing(code))
        with pytest.raises(InputError) as caught:
            write_atomically(file, NEW)
    assert str(caught.value) == f"drawing.svg could not be written: {os.strerror(code)}."
    assert file.read_bytes() == OLD
    assert list(file.parent.iterdir()) == [file]


def test_a_disk_that_fills_up_half_way(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write, full = os.write, failing(errno.ENOSPC)
    calls: list[int] = []

    def put(handle: int, data: bytes) -> int:
        calls.append(handle)
        return write(handle, bytes(data[:5])) if len(calls) == 1 else full()

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", put)
        with pytest.raises(InputError, match="No space left"):
            write_atomically(file, NEW)
    assert len(calls) == 2
    assert file.read_bytes() == OLD
    assert list(file.parent.iterdir()) == [file]


def test_an_interruption_leaves_no_temporary_file(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(handle: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            write_atomically(file, NEW)
    assert list(file.parent.iterdir()) == [file]


def test_a_folder_that_cannot_be_synced_is_no_failure(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def sync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "folders cannot be synced here")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", sync)
    write_atomically(file, NEW)
    assert file.read_bytes() == NEW


def test_handles_are_closed(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[int] = []
    closed: list[int] = []
    open_, close = os.open, os.close

    def opening(*args: object, **kwargs: object) -> int:
        opened.append(open_(*args, **kwargs))
        return opened[-1]

    def closing(handle: int) -> None:
        closed.append(handle)
        close(handle)

    monkeypatch.setattr(os, "open", opening)
    monkeypatch.setattr(os, "close", closing)
    write_atomically(file, NEW)
    monkeypatch.setattr(atomic, "_write_all", failing(errno.ENOSPC))
    with pytest.raises(InputError):
        write_atomically(file, NEW)
    assert closed == opened
    assert len(opened) == 3


@pytest.mark.parametrize("name", ["missing/drawing.svg", "drawing.svg/inside.svg", "."])
def test_places_where_no_file_can_be(file: Path, name: str) -> None:
    with pytest.raises(InputError, match="could not be written"):
        write_atomically(file.parent / name, NEW)
    assert file.read_bytes() == OLD
    assert list(file.parent.iterdir()) == [file]
