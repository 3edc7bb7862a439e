"""The symbols that the user taught: kept in a file of their own, changed, exported, imported."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.document.atomic import write_atomically
from app.file_worker import FileWorker
from app.translation import tr
from engine.errors import InputError
from engine.sketchembed.symbol_book import Symbol, SymbolBook
from engine.strokes import FloatArray

MAX_FILE_BYTES = 50_000_000


class Symbols(QObject):
    """The user's `SymbolBook`. GUI thread; files are read and written beside it.

    Args:
        path: of the file; read now, and written after every change.
    """

    changed = Signal()
    """The book is another one."""
    trouble = Signal(str)
    """One sentence for the user."""
    notice = Signal(str)
    """One sentence: something is done."""
    deleted = Signal(str)
    """The name of a symbol that is gone; `restore` brings it back."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worker = FileWorker(self)
        self._path = path
        self._book = SymbolBook()
        self._is_ready = False
        self._deleted: Symbol | None = None
        self._read(
            lambda: read_book(path) if path.exists() else SymbolBook(),
            self._begin_with,
            self._begin_without,
        )

    @property
    def book(self) -> SymbolBook:
        """All symbols."""
        return self._book

    @property
    def ready(self) -> bool:
        """Whether the file has been read; nothing is changed before."""
        return self._is_ready

    def teach(self, name: str, lines: tuple[FloatArray, ...]) -> bool:
        """Add a symbol, or one more example of a known one; returns whether that was done."""
        return self._change(lambda book: book.taught(name, lines))

    def rename(self, name: str, new_name: str) -> bool:
        """Another name for a symbol; returns whether that was done."""
        return self._change(lambda book: book.renamed(name, new_name))

    def delete(self, name: str) -> None:
        """Forget a symbol."""
        symbol = self._book.get(name)
        if self._change(lambda book: book.without(name)):
            self._deleted = symbol
            self.deleted.emit(name)

    def restore(self) -> None:
        """Bring back the symbol that was deleted last, as the last one."""
        symbol, self._deleted = self._deleted, None
        if symbol is not None:
            self._change(lambda book: with_missing(book, SymbolBook((symbol,))))

    def export(self, path: Path) -> None:
        """Write all symbols into a file."""
        book = self._book
        done = tr("Exported {count} symbols.").format(count=len(book.symbols))
        self.worker.submit(
            lambda: write_atomically(path, book.to_json()),
            lambda: self.notice.emit(done),
            self.trouble.emit,
        )

    def import_file(self, path: Path) -> None:
        """Add the symbols of an exported file; those known already get its examples."""

        def take(other: SymbolBook) -> None:
            if self._change(lambda book: with_missing(book, other)):
                count = len(other.symbols)
                self.notice.emit(tr("Imported {count} symbols.").format(count=count))

        self._read(lambda: read_book(path), take, self.trouble.emit)

    def shutdown(self) -> None:
        """Wait until all is written, and end the thread."""
        self.worker.shutdown()

    def _change(self, edit: Callable[[SymbolBook], SymbolBook]) -> bool:
        if not self._is_ready:
            return False
        try:
            book = edit(self._book)
        except InputError as error:
            self.trouble.emit(str(error))
            return False
        self._book = book
        path = self._path
        self.worker.submit(
            lambda: write_atomically(path, book.to_json()), lambda: None, self.trouble.emit
        )
        self.changed.emit()
        return True

    def _read(
        self,
        read: Callable[[], SymbolBook],
        take: Callable[[SymbolBook], object],
        fail: Callable[[str], object],
    ) -> None:
        books: list[SymbolBook] = []
        self.worker.submit(lambda: books.append(read()), lambda: take(books[0]), fail)

    def _begin_with(self, book: SymbolBook) -> None:
        self._book, self._is_ready = book, True
        self.changed.emit()

    def _begin_without(self, reason: str) -> None:
        """The file is there but cannot be read: it is put aside, never overwritten."""
        path = self._path
        self.worker.submit(lambda: _put_aside(path), lambda: None, self.trouble.emit)
        self.trouble.emit(reason)
        self._begin_with(SymbolBook())


def read_book(path: Path) -> SymbolBook:
    """The symbols of a file.

    Raises:
        InputError: it holds no symbols, or cannot be read.
    """
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise InputError(tr("{name} is too large to hold symbols.").format(name=path.name))
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        text = tr("{name} cannot be read: {reason}.")
        raise InputError(text.format(name=path.name, reason=reason)) from error
    return SymbolBook.from_json(content)


def with_missing(book: SymbolBook, other: SymbolBook) -> SymbolBook:
    """`book` with the symbols and examples of `other` that it has not.

    Raises:
        InputError: there are too many for one book.
    """
    for symbol in other.symbols:
        known = _shapes(book.get(symbol.name)) if symbol.name in book.names else set()
        for example in symbol.examples:
            if _shape(example) not in known:
                book = book.taught(symbol.name, example)
    return book


def _shapes(symbol: Symbol) -> set[tuple[bytes, ...]]:
    return {_shape(example) for example in symbol.examples}


def _shape(example: tuple[FloatArray, ...]) -> tuple[bytes, ...]:
    """Equal for equal drawings, as exact as a file keeps them."""
    return tuple((line * 1000).round().astype("int64").tobytes() for line in example)


def _put_aside(path: Path) -> None:
    try:
        path.replace(path.with_suffix(".unreadable.json"))
    except OSError as error:
        text = tr("{name} cannot be moved: {reason}.")
        raise InputError(text.format(name=path.name, reason=error.strerror or error)) from error
