"""The library holds what its folders hold, whatever lies there and whatever happens to it."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import struct
import sys
import zlib
from pathlib import Path

import numpy as np
import pytest

from engine.context import Context
from engine.errors import InputError
from engine.registry import start_job
from engine.retrieval import indexing, scan
from engine.retrieval.database import FILE_NAME
from engine.retrieval.library import Library
from engine.retrieval.messages import Description, IndexPhotos, SearchPhotos
from tests.engine.retrieval.colour_encoder import (
    ColourEncoder,
    expected_embedding,
    index,
    make_context,
    make_photo,
    run,
)


@pytest.fixture
def encoder() -> ColourEncoder:
    return ColourEncoder()


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Ten photos in two folders."""
    for i in range(10):
        make_photo(tmp_path / "photos" / ("a" if i < 5 else "b") / f"{i}.png", 20 * i)
    return tmp_path / "photos"


@pytest.fixture
def where(tmp_path: Path) -> Path:
    return tmp_path / "library"


def describe(where: Path) -> Description:
    with contextlib.closing(Library(where)) as library:
        return library.describe()


def paths_in(where: Path) -> set[str]:
    """Names of the files of all pictures that can be found."""
    with contextlib.closing(Library(where)) as library:
        (one,) = library.indexes()
        found = library.indexed_among(one, list(range(2000)))
        return {path.name for path in found.values()}


def test_every_photo_is_embedded_as_the_encoder_sees_it(photos, where, encoder):
    done = index(where, encoder, add=(photos,))
    assert (done.added, done.skipped, done.failed) == (10, 0, 0)
    with contextlib.closing(Library(where)) as library:
        (own,) = library.indexes()
        for picture, path in library.indexed_among(own, list(range(20))).items():
            np.testing.assert_allclose(
                library.files(own).plain.read(picture), expected_embedding(path, encoder), atol=1e-3
            )


def test_the_second_time_nothing_is_looked_at_again(photos, where, encoder):
    index(where, encoder, add=(photos,))
    seen = encoder.seen
    done = index(where, encoder)
    assert (done.added, done.skipped) == (0, 10)
    assert encoder.seen == seen


def test_new_changed_and_deleted_files_are_noticed(photos, where, encoder):
    index(where, encoder, add=(photos,))
    make_photo(photos / "c" / "new.jpg", 100)
    make_photo(photos / "a" / "0.png", 150)
    (photos / "b" / "7.png").unlink()
    done = index(where, encoder)
    assert (done.added, done.skipped, done.removed) == (2, 8, 1)
    assert describe(where).photos == 10
    assert "7.png" not in paths_in(where)
    assert "new.jpg" in paths_in(where)


def test_a_moved_file_is_not_embedded_again(photos, where, encoder):
    index(where, encoder, add=(photos,))
    seen = encoder.seen
    (photos / "a" / "3.png").rename(photos / "moved.png")
    done = index(where, encoder)
    assert (done.added, done.moved, done.removed) == (0, 1, 0)
    assert encoder.seen == seen
    assert "moved.png" in paths_in(where)
    assert "3.png" not in paths_in(where)


def test_copies_are_one_photo(photos, where, encoder):
    shutil.copy(photos / "a" / "1.png", photos / "b" / "copy.png")
    done = index(where, encoder, add=(photos,))
    assert (done.added, done.skipped, done.duplicates) == (10, 1, 1)
    assert describe(where).photos == 10
    assert describe(where).files == 11
    # The picture stays as long as one of them does.
    (photos / "a" / "1.png").unlink()
    index(where, encoder)
    assert describe(where).photos == 10
    assert "copy.png" in paths_in(where)


def test_what_cannot_be_read_is_listed_and_indexed_around(photos, where, encoder, monkeypatch):
    whole = make_photo(photos / "whole.jpg", 77, (400, 300)).read_bytes()
    (photos / "truncated.jpg").write_bytes(whole[: len(whole) // 2])
    (photos / "text.png").write_text("not a picture")
    (photos / "huge.png").write_bytes(png_of(25_000, 20_000))
    (photos / "folder.jpg").mkdir()
    make_photo(photos / "folder.jpg" / "inside.png", 111)
    (photos / "notes.txt").write_text("not looked at")
    done = index(where, encoder, add=(photos,))
    bad = {fault.path.name: fault.reason for fault in done.faults}
    assert bad.keys() == {"truncated.jpg", "text.png", "huge.png", "folder.jpg"}
    assert "too many pixels" in bad["huge.png"]
    assert "damaged" in bad["truncated.jpg"]
    assert done.added == 12
    assert {fault.path.name for fault in describe(where).faults} == set(bad)
    again = index(where, encoder)
    assert {fault.path.name for fault in again.faults} == set(bad)


@pytest.mark.skipif(sys.platform == "win32", reason="needs rights to make links")
def test_links_in_circles_come_to_an_end(photos, where, encoder):
    (photos / "a" / "loop").symlink_to(photos, target_is_directory=True)
    (photos / "b" / "up").symlink_to("..", target_is_directory=True)
    (photos / "self.jpg").symlink_to("self.jpg")
    (photos / "nowhere.jpg").symlink_to("missing.jpg")
    os.mkfifo(photos / "pipe.jpg")
    done = index(where, encoder, add=(photos,))
    assert done.added == 10
    assert {fault.path.name for fault in done.faults} == {
        "loop",
        "up",
        "self.jpg",
        "nowhere.jpg",
        "pipe.jpg",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="Unix permissions")
def test_a_file_that_becomes_readable_is_taken_in(photos, where, encoder, monkeypatch):
    locked = photos / "a" / "2.png"
    read = Path.open

    def guarded_open(path: Path, *args: object, **rest: object):
        if path == locked and not path.stat().st_mode & stat.S_IRUSR:
            raise PermissionError(13, "Permission denied", str(path))  # root may read everything
        return read(path, *args, **rest)

    monkeypatch.setattr(Path, "open", guarded_open)
    locked.chmod(0)
    done = index(where, encoder, add=(photos,))
    assert [(each.path.name, each.reason) for each in done.faults] == [
        ("2.png", "cannot be read: Permission denied")
    ]
    locked.chmod(0o644)
    assert index(where, encoder).added == 1
    assert describe(where).faults == ()


def test_a_closed_folder_keeps_its_photos(photos, where, encoder, monkeypatch):
    index(where, encoder, add=(photos,))
    scandir = os.scandir

    def guarded_scandir(folder):
        if Path(folder).name == "b":
            raise PermissionError(13, "Permission denied", str(folder))
        return scandir(folder)

    monkeypatch.setattr(scan.os, "scandir", guarded_scandir)
    done = index(where, encoder)
    assert [fault.path.name for fault in done.faults] == ["b"]
    assert describe(where).photos == 10


def test_a_folder_that_is_gone_keeps_its_photos(photos, where, encoder):
    """The drive may only not be plugged in."""
    index(where, encoder, add=(photos,))
    photos.rename(photos.with_name("elsewhere"))
    done = index(where, encoder)
    assert done.failed == 1
    assert describe(where).photos == 10


def test_a_folder_inside_or_around_a_known_one_is_one_with_it(photos, where, encoder):
    index(where, encoder, add=(photos / "a",))
    done = index(where, encoder, add=(photos,))
    assert (done.added, done.skipped) == (5, 5)
    index(where, encoder, add=(photos / "b",))
    assert describe(where).folders == (photos,)


def test_a_removed_folder_is_forgotten(photos, where, encoder):
    index(where, encoder, add=(photos / "a", photos / "b"))
    index(where, encoder, remove=(photos / "a",))
    assert describe(where).photos == 5
    with pytest.raises(InputError, match="not one of"):
        index(where, encoder, remove=(photos / "a",))


def test_an_index_job_that_is_stopped_goes_on_where_it_was(photos, where, encoder, monkeypatch):
    monkeypatch.setattr(indexing, "BATCH", 4)
    context = make_context(encoder)
    job = start_job(
        "engine.retrieval.indexing:index", IndexPhotos(where, encoder.name, add=(photos,)), context
    )
    while encoder.seen < 9:
        next(job)
    job.close()
    stored = len(paths_in(where))
    assert 4 <= stored < 10
    before = encoder.seen
    index(where, encoder)
    assert encoder.seen - before == 10 - stored
    assert len(paths_in(where)) == 10


def test_the_old_index_answers_while_another_encoder_looks(photos, where, monkeypatch):
    monkeypatch.setattr(indexing, "BATCH", 4)
    old, new = ColourEncoder(2), ColourEncoder(3)
    index(where, old, add=(photos,))
    context = make_context(old, new)
    job = start_job("engine.retrieval.indexing:index", IndexPhotos(where, new.name), context)
    query = expected_photo(photos / "a" / "1.png")
    while new.seen < 9:
        next(job)
        found = run("searching:search", SearchPhotos(where, photo=query, encoder=new.name), context)
        assert len(found.hits) == 10
        assert found.hits[0].path.name == "1.png"
        assert found.encoder == old.fingerprint
        assert not found.is_current
    for _ in job:
        pass
    found = run("searching:search", SearchPhotos(where, photo=query, encoder=new.name), context)
    assert found.encoder == new.fingerprint
    assert found.is_current
    # The old one is gone, file and all.
    assert len(list(where.glob("vectors-*"))) == 1
    assert describe(where).indexed == {new.fingerprint: 10}


def test_a_damaged_library_says_so(where, encoder):
    where.mkdir()
    (where / FILE_NAME).write_bytes(b"this is not a database" * 100)
    with pytest.raises(InputError, match="damaged"):
        index(where, encoder)


def test_an_index_yields_between_a_few_photos(photos, where, encoder):
    """So that a live search gets its turn."""
    job = start_job(
        "engine.retrieval.indexing:index",
        IndexPhotos(where, encoder.name, add=(photos,)),
        make_context(encoder),
    )
    longest, before = 0, 0
    for _ in job:
        longest = max(longest, encoder.seen - before)
        before = encoder.seen
    assert longest <= indexing.STEP


def test_the_context_is_asked_for_the_encoder(where, tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="no encoder"):
        run("indexing:index", IndexPhotos(where, "unheard", add=(tmp_path / "empty",)), Context())


def expected_photo(path: Path) -> np.ndarray:
    from engine.photo import load_photo

    return load_photo(path).rgb


def png_of(width: int, height: int) -> bytes:
    """A black 1-bit PNG of any size in a few kilobytes."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    packer = zlib.compressobj(1)
    row = bytes(1 + (width + 7) // 8)
    data = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", data), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)
