"""The library's SQLite file: its tables, and how it is opened.

What is a transaction here is all or nothing whenever the process is killed: write-ahead logging,
which also lets a search read while an indexing writes, in this or in another process. A cut of the
power may lose the last transactions, but never tears one (synchronous = NORMAL).
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from engine.errors import InputError

FILE_NAME = "library.sqlite"
VERSION = 1
_BUSY_MS = 10_000
"""Another process may hold the lock as long as a batch takes to be written."""

# Paths are the bytes of the file system: a name need not be text. A picture's number is never used
# again, because rows of the vector files and keys of the approximate index stay behind.
_TABLES = """
CREATE TABLE folder (
    id INTEGER PRIMARY KEY,
    path BLOB NOT NULL UNIQUE
);
CREATE TABLE picture (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 BLOB NOT NULL UNIQUE,
    width_px INTEGER NOT NULL,
    height_px INTEGER NOT NULL
);
CREATE TABLE thumbnail (
    picture INTEGER PRIMARY KEY REFERENCES picture ON DELETE CASCADE,
    jpeg BLOB NOT NULL
);
CREATE TABLE file (
    id INTEGER PRIMARY KEY,
    folder INTEGER NOT NULL REFERENCES folder ON DELETE CASCADE,
    path BLOB NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    stamp_ns INTEGER NOT NULL,
    picture INTEGER REFERENCES picture,
    fault TEXT,
    CHECK ((picture IS NULL) <> (fault IS NULL))
);
CREATE INDEX file_of_picture ON file (picture);
CREATE INDEX file_of_folder ON file (folder);
CREATE TABLE encoder (
    id INTEGER PRIMARY KEY,
    fingerprint TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    dimensions INTEGER NOT NULL
);
CREATE TABLE vector (
    encoder INTEGER NOT NULL REFERENCES encoder ON DELETE CASCADE,
    picture INTEGER NOT NULL REFERENCES picture ON DELETE CASCADE,
    PRIMARY KEY (encoder, picture)
) WITHOUT ROWID;
CREATE INDEX vector_of_picture ON vector (picture);
"""


def connect(folder: Path) -> sqlite3.Connection:
    """The database in the library's folder, made if it is not there. For one thread.

    Raises:
        InputError: the folder cannot be used, or the file is damaged or of a newer program.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(folder / FILE_NAME, timeout=_BUSY_MS / 1e3)
    except (OSError, sqlite3.Error) as error:
        raise InputError(f"The photo library {folder} cannot be opened ({error}).") from error
    try:
        connection.isolation_level = None  # transactions are begun by `transaction` alone
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        _make_tables(connection, folder)
    except sqlite3.Error as error:
        connection.close()
        raise InputError(f"The photo library {folder} is damaged ({error}).") from error
    except BaseException:
        connection.close()
        raise
    return connection


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing. Others may read meanwhile, but not write."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _make_tables(connection: sqlite3.Connection, folder: Path) -> None:
    if _version(connection) == VERSION:
        return
    with transaction(connection):
        version = _version(connection)  # another process may have been faster
        if version > VERSION:
            raise InputError(f"The photo library {folder} was made by a newer Strokewise.")
        if version == 0:
            # `executescript` would commit the transaction first.
            for statement in _TABLES.split(";"):
                if statement.strip():
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {VERSION}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
