"""Symbols: taught, kept, and known again."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from engine.errors import InputError
from engine.sketchembed.messages import RecognisePayload
from engine.sketchembed.symbol_book import MAX_EXAMPLES, MAX_SYMBOLS, Symbol, SymbolBook
from engine.sketchembed.symbols import LEAST_SIMILARITY, threshold
from engine.strokes import FloatArray


@pytest.fixture
def book(ring: FloatArray, box: FloatArray) -> SymbolBook:
    return SymbolBook().taught("ring", (ring,)).taught("box", (box,)).taught("box", (box * 2,))


def test_a_symbol_is_kept_in_the_unit_square(book: SymbolBook) -> None:
    for symbol in book.symbols:
        for example in symbol.examples:
            points = np.concatenate(example)
            assert points.min() == pytest.approx(0, abs=0.01)
            assert points.max() == pytest.approx(1, abs=0.01)
    assert book.names == ("ring", "box")
    assert len(book.get("box").examples) == 2


def test_a_book_survives_its_file(book: SymbolBook) -> None:
    again = SymbolBook.from_json(book.to_json())
    assert again.names == book.names
    for one, other in zip(book.symbols, again.symbols, strict=True):
        assert len(one.examples) == len(other.examples)
        for example, kept in zip(one.examples, other.examples, strict=True):
            assert np.allclose(np.concatenate(example), np.concatenate(kept), atol=2e-3)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b'{"format": "strokewise symbols", "version": 1, "symbols": [{"name": "a"}]}',
        b'{"format": "strokewise symbols", "version": 1, "symbols": [{"name": 1, "examples": []}]}',
        b'{"format":"strokewise symbols","version":1,"symbols":[{"name":"a","examples":[[[1]]]}]}',
        b'{"format": "other", "version": 1, "symbols": []}',
    ],
)
def test_a_damaged_file_is_refused(content: bytes) -> None:
    with pytest.raises(InputError):
        SymbolBook.from_json(content)


def test_a_later_version_is_named(book: SymbolBook) -> None:
    record = json.loads(book.to_json()) | {"version": 99}
    with pytest.raises(InputError, match="later version"):
        SymbolBook.from_json(json.dumps(record).encode())


def test_changes_give_new_books(book: SymbolBook) -> None:
    assert book.renamed("ring", " a  ring ").names == ("a ring", "box")
    assert book.without("ring").names == ("box",)
    assert book.names == ("ring", "box")
    for change in (
        lambda: book.renamed("ring", "box"),
        lambda: book.without("star"),
        lambda: book.taught("  ", ((np.zeros((2, 2))),)),
        lambda: book.taught("x" * 61, ((np.zeros((2, 2))),)),
        lambda: book.taught("nothing", ()),
        lambda: book.taught("nan", (np.full((2, 2), np.nan),)),
    ):
        with pytest.raises(InputError):
            change()


def test_there_is_room_for_so_many(book: SymbolBook, ring: FloatArray) -> None:
    example = book.get("ring").examples[0]
    full = SymbolBook(tuple(Symbol(str(i), (example,)) for i in range(MAX_SYMBOLS)))
    with pytest.raises(InputError, match="room"):
        full.taught("one more", (ring,))
    crowded = SymbolBook((Symbol("a", (example,) * MAX_EXAMPLES),))
    with pytest.raises(InputError, match="enough"):
        crowded.taught("a", (ring,))


def test_what_was_taught_is_known_again_wherever_it_is_drawn(
    ask: Callable[[str, Any], Any], book: SymbolBook, ring: FloatArray, box: FloatArray
) -> None:
    for name, lines in (("ring", ring * 0.3 + 40), ("box", box * 5)):
        found = ask("symbols.recognise", RecognisePayload((lines,), book))
        assert found.name == name
        assert found.candidates[0].similarity == pytest.approx(1, abs=0.01)
        assert [each.name for each in found.candidates] == [name, *(set(book.names) - {name})]
        assert 0.5 < found.probability <= 1


def test_strictness_decides_what_is_none_of_them(
    ask: Callable[[str, Any], Any], book: SymbolBook
) -> None:
    line = np.array([[0.0, 0.0], [100.0, 7.0]])
    nearest = ask("symbols.recognise", RecognisePayload((line,), book, 0.0))
    assert nearest.name == nearest.candidates[0].name
    assert ask("symbols.recognise", RecognisePayload((line,), book, 1e9)).name is None
    assert threshold(1.0) == pytest.approx(LEAST_SIMILARITY)
    assert threshold(0.0) == -1 < threshold(0.5) < threshold(1.0) < threshold(2.0) < 1


def test_an_empty_book_is_refused(ask: Callable[[str, Any], Any], ring: FloatArray) -> None:
    with pytest.raises(InputError, match="taught"):
        ask("symbols.recognise", RecognisePayload((ring,), SymbolBook()))
