"""The library: folders, files, pictures, and the embeddings of each encoder."""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.errors import InputError
from engine.retrieval.database import connect, transaction
from engine.retrieval.index_files import IndexFiles
from engine.retrieval.messages import Description, Fault, FolderRow
from engine.retrieval.pictures import Picture
from engine.retrieval.scan import FoundFile

_MAX_PARAMETERS = 500
"""SQLite takes at least 999 in a statement."""
_SEPARATOR = os.sep.encode()
NEVER = -1
"""The size of a file that must be tried again whenever it is seen."""


@dataclass(frozen=True, slots=True)
class KnownFile:
    """What the library knows of a file; without a picture it could not be used."""

    size: int
    stamp_ns: int
    picture: int | None
    fault: str | None


@dataclass(frozen=True, slots=True)
class Index:
    """The embeddings of one encoder.

    Attributes:
        id: the library's number of the encoder.
        name: what `Context.encoder` knows it by.
        count: pictures that have an embedding.
    """

    id: int
    fingerprint: str
    name: str
    dimensions: int
    count: int


class Library:
    """An open library. One thread at a time; `close` it.

    Raises:
        InputError (the constructor): it cannot be opened.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._db = connect(folder)

    def close(self) -> None:
        """End the connection; nothing is lost."""
        self._db.close()

    @contextmanager
    def batch(self) -> Iterator[None]:
        """What is written inside is written altogether or not at all.

        Raises:
            InputError: the library cannot be written, say because the disk is full.
        """
        try:
            with transaction(self._db):
                yield
        except (sqlite3.Error, OSError) as error:
            raise InputError(f"The photo library cannot be written ({error}).") from error

    # --- Folders ---------------------------------------------------------------------------------

    def folders(self) -> dict[Path, int]:
        """The folders the user added, with their numbers."""
        rows = self._db.execute("SELECT path, id FROM folder ORDER BY path")
        return {_path(path): number for path, number in rows}

    def add_folder(self, folder: Path) -> Path:
        """Look into this folder from now on; returns the one that covers it.

        A folder inside of a known one changes nothing; one around known ones takes their place.

        Raises:
            InputError: it is not a folder.
        """
        folder = Path(os.path.realpath(folder))
        if not folder.is_dir():
            raise InputError(f"{folder} is not a folder.")
        known = self.folders()
        above = next((each for each in known if folder.is_relative_to(each)), None)
        if above is not None:
            return above
        with self.batch():
            self._db.execute("INSERT INTO folder (path) VALUES (?)", (_key(folder),))
            number = self._db.execute("SELECT last_insert_rowid()").fetchone()[0]
            for each, old in known.items():
                if each.is_relative_to(folder):
                    self._db.execute("UPDATE file SET folder = ? WHERE folder = ?", (number, old))
                    self._db.execute("DELETE FROM folder WHERE id = ?", (old,))
        return folder

    def remove_folder(self, folder: Path) -> None:
        """Forget a folder and its photos.

        Raises:
            InputError: it was never added.
        """
        number = self.folders().get(Path(os.path.realpath(folder)))
        if number is None:
            raise InputError(f"{folder} is not one of the library's folders.")
        with self.batch():
            self._db.execute("DELETE FROM folder WHERE id = ?", (number,))
            self._drop_orphans()

    # --- Files and pictures ----------------------------------------------------------------------

    def files_of(self, folder: int) -> dict[Path, KnownFile]:
        """What is known of the files in a folder the user added."""
        rows = self._db.execute(
            "SELECT path, size, stamp_ns, picture, fault FROM file WHERE folder = ?", (folder,)
        )
        return {_path(path): KnownFile(*rest) for path, *rest in rows}

    def store_file(self, file: FoundFile, folder: int, picture: Picture) -> tuple[int, bool]:
        """Record a file that was read, inside a `batch`; returns (picture's id, is it a copy).

        A picture that is not known yet must have been decoded.
        """
        row = self._db.execute(
            "SELECT id FROM picture WHERE sha256 = ?", (picture.sha256,)
        ).fetchone()
        number = self._add_picture(picture) if row is None else int(row[0])
        others = self._db.execute(
            "SELECT 1 FROM file WHERE picture = ? AND path <> ?", (number, _key(file.path))
        ).fetchone()
        self._put_file(file.path, folder, (file.size, file.stamp_ns, number, None))
        return number, others is not None

    def store_fault(self, file: FoundFile, folder: int, reason: str, *, for_good: bool) -> None:
        """Record, inside a `batch`, a file that cannot be used; `for_good` as it is now."""
        size = file.size if for_good else NEVER
        self._put_file(file.path, folder, (size, file.stamp_ns, None, reason))

    def copies_of(self, path: Path) -> list[Path]:
        """The other files with the same picture."""
        rows = self._db.execute(
            "SELECT other.path FROM file JOIN file AS other ON other.picture = file.picture"
            " WHERE file.path = ? AND other.path <> file.path",
            (_key(path),),
        )
        return [_path(row[0]) for row in rows]

    def forget_files(self, paths: Iterable[Path]) -> None:
        """Files that are gone, and pictures no file holds any more. Inside a `batch`."""
        self._db.executemany("DELETE FROM file WHERE path = ?", ((_key(each),) for each in paths))
        self._drop_orphans()

    def _add_picture(self, picture: Picture) -> int:
        cursor = self._db.execute(
            "INSERT INTO picture (sha256, width_px, height_px) VALUES (?, ?, ?)",
            (picture.sha256, *picture.size_px),
        )
        number = cursor.lastrowid
        assert number is not None
        self._db.execute("INSERT INTO thumbnail VALUES (?, ?)", (number, picture.thumbnail))
        return number

    def _put_file(self, path: Path, folder: int, values: tuple[object, ...]) -> None:
        self._db.execute(
            "INSERT INTO file (path, folder, size, stamp_ns, picture, fault)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (path) DO UPDATE SET folder = excluded.folder,"
            " size = excluded.size, stamp_ns = excluded.stamp_ns, picture = excluded.picture,"
            " fault = excluded.fault",
            (_key(path), folder, *values),
        )

    def _drop_orphans(self) -> None:
        self._db.execute(
            "DELETE FROM picture WHERE id NOT IN"
            " (SELECT picture FROM file WHERE picture IS NOT NULL)"
        )

    # --- Embeddings ------------------------------------------------------------------------------

    def indexes(self) -> list[Index]:
        """The encoders that the library has embeddings of, the fullest first."""
        rows = self._db.execute(
            "SELECT id, fingerprint, name, dimensions,"
            " (SELECT count(*) FROM vector WHERE encoder = encoder.id) AS number"
            " FROM encoder ORDER BY number DESC, id"
        )
        return [Index(*row) for row in rows]

    def index_of(self, fingerprint: str, name: str, dimensions: int) -> Index:
        """The encoder's index, begun if there is none."""
        with self.batch():
            self._db.execute(
                "INSERT INTO encoder (fingerprint, name, dimensions) VALUES (?, ?, ?)"
                " ON CONFLICT (fingerprint) DO UPDATE SET name = excluded.name",
                (fingerprint, name, dimensions),
            )
        return next(each for each in self.indexes() if each.fingerprint == fingerprint)

    def files(self, index: Index) -> IndexFiles:
        """The files with an encoder's embeddings; their rows are the pictures' ids."""
        return IndexFiles(self.folder, index.fingerprint, index.dimensions)

    def store_vectors(
        self, index: Index, pictures: Sequence[int], vectors: NDArray[np.float32]
    ) -> None:
        """Record the (N, D) embeddings of N pictures, inside a `batch`."""
        if not pictures:
            return
        # Before the batch is committed: a row in the file counts only once it is in the table.
        self.files(index).write(np.asarray(pictures, np.int64), vectors)
        self._db.executemany(
            "INSERT OR REPLACE INTO vector (encoder, picture) VALUES (?, ?)",
            ((index.id, picture) for picture in pictures),
        )

    def has_vector(self, index: Index, picture: int) -> bool:
        """Whether a picture's embedding is recorded."""
        sql = "SELECT 1 FROM vector WHERE encoder = ? AND picture = ?"
        return self._db.execute(sql, (index.id, picture)).fetchone() is not None

    def hashes_with_vector(self, index: Index) -> set[bytes]:
        """SHA-256 of the pictures that the encoder need not look at again."""
        sql = "SELECT sha256 FROM vector JOIN picture ON id = picture WHERE encoder = ?"
        return {row[0] for row in self._db.execute(sql, (index.id,))}

    def without_vector(self, index: Index) -> set[int]:
        """The pictures that the encoder has not seen yet."""
        sql = "SELECT id FROM picture EXCEPT SELECT picture FROM vector WHERE encoder = ?"
        return {row[0] for row in self._db.execute(sql, (index.id,))}

    def drop_other_indexes(self, index: Index) -> None:
        """Away with the embeddings of all encoders but this one."""
        others = [each for each in self.indexes() if each.id != index.id]
        if not others:
            return
        with self.batch():
            self._db.execute("DELETE FROM encoder WHERE id <> ?", (index.id,))
        for each in others:
            self.files(each).remove()

    # --- Questions -------------------------------------------------------------------------------

    def indexed_among(self, index: Index, pictures: Sequence[int]) -> dict[int, Path]:
        """Of these pictures those with an embedding, and a file of each: the first that came."""
        found: dict[int, Path] = {}
        for start in range(0, len(pictures), _MAX_PARAMETERS):
            part = pictures[start : start + _MAX_PARAMETERS]
            marks = ",".join("?" * len(part))
            rows = self._db.execute(
                "SELECT vector.picture, file.path, min(file.id) FROM vector"
                " JOIN file ON file.picture = vector.picture"
                f" WHERE vector.encoder = ? AND vector.picture IN ({marks})"
                " GROUP BY vector.picture",
                (index.id, *part),
            )
            found.update((picture, _path(path)) for picture, path, _ in rows)
        return found

    def indexed_pictures(self, index: Index) -> NDArray[np.int64]:
        """All pictures with an embedding, growing."""
        sql = "SELECT picture FROM vector WHERE encoder = ? ORDER BY picture"
        return np.fromiter((row[0] for row in self._db.execute(sql, (index.id,))), np.int64)

    def indexed_below(self, index: Index, folder: Path) -> NDArray[np.int64]:
        """The pictures with an embedding that have a file anywhere below a folder, growing."""
        prefix = _key(folder).rstrip(_SEPARATOR) + _SEPARATOR
        rows = self._db.execute(
            "SELECT DISTINCT vector.picture FROM file JOIN vector ON vector.picture = file.picture"
            " WHERE vector.encoder = ? AND file.path >= ? AND file.path < ?"
            " ORDER BY vector.picture",
            (index.id, prefix, _after(prefix)),
        )
        return np.fromiter((row[0] for row in rows), np.int64)

    def file_below(self, picture: int, folder: Path) -> Path | None:
        """The first file of a picture anywhere below a folder."""
        prefix = _key(folder).rstrip(_SEPARATOR) + _SEPARATOR
        row = self._db.execute(
            "SELECT path FROM file WHERE picture = ? AND path >= ? AND path < ? ORDER BY id",
            (picture, prefix, _after(prefix)),
        ).fetchone()
        return None if row is None else _path(row[0])

    def hashes_of(self, pictures: Sequence[int]) -> dict[int, bytes]:
        """SHA-256 of each of at most 500 pictures."""
        marks = ",".join("?" * len(pictures))
        sql = f"SELECT id, sha256 FROM picture WHERE id IN ({marks})"
        return dict(self._db.execute(sql, tuple(pictures)).fetchall())

    def thumbnail(self, picture: int) -> bytes:
        """A picture's thumbnail, a JPEG file; b"" if there is none."""
        row = self._db.execute(
            "SELECT jpeg FROM thumbnail WHERE picture = ?", (picture,)
        ).fetchone()
        return bytes(row[0]) if row else b""

    def describe(self) -> Description:
        """What is in it."""
        keys = self._db.execute("SELECT path FROM file WHERE picture IS NOT NULL")
        counts = Counter(row[0].rpartition(_SEPARATOR)[0] for row in keys)
        places = {_path(key): count for key, count in counts.items()}
        faults = self._db.execute(
            "SELECT path, fault FROM file WHERE fault IS NOT NULL ORDER BY path"
        )
        return Description(
            folders=tuple(self.folders()),
            places=tuple(FolderRow(path, places[path]) for path in sorted(places)),
            photos=int(self._db.execute("SELECT count(*) FROM picture").fetchone()[0]),
            files=sum(places.values()),
            faults=tuple(Fault(_path(path), reason) for path, reason in faults),
            indexed={each.fingerprint: each.count for each in self.indexes()},
        )


def _key(path: Path) -> bytes:
    return os.fsencode(path)


def _path(key: bytes) -> Path:
    return Path(os.fsdecode(key))


def _after(prefix: bytes) -> bytes:
    """The least byte string that does not begin with `prefix`, which ends in a separator."""
    return prefix[:-1] + bytes([prefix[-1] + 1])
