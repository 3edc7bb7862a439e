"""The user's symbols in their file: nothing is lost, nothing is overwritten unread."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from app.panels.symbols import Symbols, read_book, with_missing
from engine.errors import InputError
from engine.sketchembed.symbol_book import SymbolBook

TICK = (np.array([(0.0, 5.0), (4.0, 10.0), (10.0, 0.0)]),)
CROSS = (np.array([(0.0, 0.0), (7.0, 9.0)]), np.array([(7.0, 0.0), (0.0, 9.0)]))
RING = (np.array([(np.cos(t), np.sin(t)) for t in np.linspace(0, 6.3, 30)]),)


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "symbols.json"


@pytest.fixture
def make(qapp, path):
    """As a start of the program does it; all are ended."""
    made: list[Symbols] = []

    def begin(**told) -> Symbols:
        symbols = Symbols(path)
        made.append(symbols)
        for name, listener in told.items():
            getattr(symbols, name).connect(listener)
        symbols.worker.finish()
        return symbols

    yield begin
    for symbols in made:
        symbols.shutdown()


@pytest.fixture
def symbols(make) -> Symbols:
    return make()


def test_what_is_taught_is_there_after_a_restart(symbols, make):
    assert symbols.teach("tick", TICK)
    assert symbols.teach("cross", CROSS)
    assert symbols.teach("tick", CROSS)
    symbols.worker.finish()
    book = make().book
    assert book.names == ("tick", "cross")
    assert [len(symbol.examples) for symbol in book.symbols] == [2, 1]
    # The longer side is 1, the other in the middle: 7 x 9.
    np.testing.assert_allclose(book.get("cross").clean[0], [(1 / 9, 0), (8 / 9, 1)], atol=1e-3)


def test_rename_and_delete(symbols):
    symbols.teach("tick", TICK)
    symbols.teach("cross", CROSS)
    assert symbols.rename("tick", "check")
    symbols.delete("cross")
    assert symbols.book.names == ("check",)


def test_a_deleted_symbol_can_be_brought_back_with_all_examples(symbols, qtbot):
    symbols.teach("tick", TICK)
    symbols.teach("tick", RING)
    symbols.teach("cross", CROSS)
    with qtbot.waitSignal(symbols.deleted) as told:
        symbols.delete("tick")
    assert told.args == ["tick"]
    symbols.restore()
    assert symbols.book.names == ("cross", "tick")
    assert len(symbols.book.get("tick").examples) == 2
    symbols.restore()
    assert symbols.book.names == ("cross", "tick")


def test_what_cannot_be_done_is_told_and_changes_nothing(symbols):
    told: list[str] = []
    symbols.trouble.connect(told.append)
    symbols.teach("tick", TICK)
    symbols.teach("cross", CROSS)
    before = symbols.book
    assert not symbols.rename("tick", "cross")
    assert not symbols.teach("  ", TICK)
    assert not symbols.teach("dot", ())
    assert symbols.book is before
    assert [line.split()[-1] for line in told] == ["already.", "name.", "stroke."]


def test_export_and_import_elsewhere(symbols, make, path, tmp_path):
    told: list[str] = []
    symbols.notice.connect(told.append)
    symbols.teach("tick", TICK)
    symbols.teach("cross", CROSS)
    away = tmp_path / "mine.json"
    symbols.export(away)
    symbols.worker.finish()
    path.unlink()
    other = make()
    other.notice.connect(told.append)
    other.teach("tick", TICK)
    other.teach("ring", RING)
    other.import_file(away)
    other.worker.finish()
    assert other.book.names == ("tick", "ring", "cross")
    assert len(other.book.get("tick").examples) == 1
    assert told == ["Exported 2 symbols.", "Imported 2 symbols."]


def test_only_unknown_examples_are_added():
    book = SymbolBook().taught("a", TICK)
    other = SymbolBook().taught("a", TICK).taught("a", RING)
    merged = with_missing(book, other)
    assert len(merged.get("a").examples) == 2
    again = with_missing(merged, SymbolBook.from_json(other.to_json()))
    assert len(again.get("a").examples) == 2


def test_a_file_that_holds_no_symbols_is_refused(symbols, tmp_path):
    told: list[str] = []
    symbols.trouble.connect(told.append)
    bad = tmp_path / "other.json"
    bad.write_text('{"something": "else"}')
    for path in (bad, tmp_path / "missing.json"):
        symbols.import_file(path)
    symbols.worker.finish()
    assert "no symbols" in told[0]
    assert "missing.json cannot be read" in told[1]
    assert symbols.book.symbols == ()


def test_a_damaged_file_is_put_aside_not_overwritten(make, path):
    told: list[str] = []
    path.write_text("{")
    symbols = make(trouble=told.append)
    assert len(told) == 1
    assert symbols.ready
    symbols.teach("tick", TICK)
    symbols.worker.finish()
    assert path.with_suffix(".unreadable.json").read_text() == "{"
    assert read_book(path).names == ("tick",)


def test_nothing_is_taught_before_the_file_is_read(qapp, path):
    path.write_bytes(SymbolBook().taught("ring", RING).to_json())
    symbols = Symbols(path)
    assert not symbols.ready
    assert not symbols.teach("tick", TICK)
    symbols.shutdown()
    assert symbols.book.names == ("ring",)


def test_a_file_as_large_as_a_film_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr("app.panels.symbols.MAX_FILE_BYTES", 10)
    large = tmp_path / "large.json"
    large.write_text("x" * 11)
    with pytest.raises(InputError, match="too large"):
        read_book(large)
