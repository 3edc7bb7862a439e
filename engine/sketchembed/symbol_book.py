"""Symbols that the user taught, as strokes; kept as JSON. Imports no torch.

The strokes are kept, not their embeddings: so a book outlives the model it was taught with, and a
symbol's clean version can be put onto the page.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from engine.errors import InputError
from engine.strokes import FloatArray, bounds

_FORMAT = "strokewise symbols"
_VERSION = 1
_UNIT = 1000
"""Coordinates in the file are whole thousandths of the symbol's longer side."""

MAX_SYMBOLS = 200
MAX_EXAMPLES = 20
MAX_NAME_LENGTH = 60

Example = tuple[FloatArray, ...]
"""One drawing of a symbol: (N, 2) read-only polylines within the unit square."""


@dataclass(frozen=True, eq=False)
class Symbol:
    """A named symbol.

    Attributes:
        name: unique in its book.
        examples: drawings of it, in the order taught; the first is its clean version.
    """

    name: str
    examples: tuple[Example, ...]

    @property
    def clean(self) -> Example:
        """What a gesture inserts: scale and move it to where it is wanted."""
        return self.examples[0]


@dataclass(frozen=True, eq=False)
class SymbolBook:
    """An immutable collection of symbols; every change gives a new one.

    Attributes:
        symbols: in the order taught.
    """

    symbols: tuple[Symbol, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All names, in order."""
        return tuple(symbol.name for symbol in self.symbols)

    def get(self, name: str) -> Symbol:
        """The symbol of that name.

        Raises:
            InputError: there is none.
        """
        for symbol in self.symbols:
            if symbol.name == name:
                return symbol
        raise InputError(f'There is no symbol "{name}".')

    def taught(self, name: str, strokes: Sequence[FloatArray]) -> SymbolBook:
        """The book with one more example of a symbol, new or known.

        Args:
            name: what to call it; spaces around it do not count.
            strokes: (N, 2) polylines in any unit.

        Raises:
            InputError: no name, no strokes, or too many symbols or examples.
        """
        name = _checked_name(name)
        example = normalised(strokes)
        if name not in self.names:
            if len(self.symbols) >= MAX_SYMBOLS:
                raise InputError(f"There is room for {MAX_SYMBOLS} symbols; delete one first.")
            return SymbolBook((*self.symbols, Symbol(name, (example,))))
        known = self.get(name)
        if len(known.examples) >= MAX_EXAMPLES:
            raise InputError(f'"{name}" has {MAX_EXAMPLES} examples already; that is enough.')
        return self._replaced(name, replace(known, examples=(*known.examples, example)))

    def renamed(self, name: str, new_name: str) -> SymbolBook:
        """The book with another name for a symbol.

        Raises:
            InputError: there is no such symbol, or the new name is taken or none.
        """
        new_name = _checked_name(new_name)
        if new_name != name and new_name in self.names:
            raise InputError(f'There is a symbol "{new_name}" already.')
        return self._replaced(name, replace(self.get(name), name=new_name))

    def without(self, name: str) -> SymbolBook:
        """The book without a symbol.

        Raises:
            InputError: there is no such symbol.
        """
        self.get(name)
        return SymbolBook(tuple(symbol for symbol in self.symbols if symbol.name != name))

    def _replaced(self, name: str, new: Symbol) -> SymbolBook:
        self.get(name)
        return SymbolBook(tuple(new if each.name == name else each for each in self.symbols))

    def to_json(self) -> bytes:
        """The book as a file's content, UTF-8."""
        symbols = [
            {
                "name": symbol.name,
                "examples": [
                    [np.rint(line * _UNIT).astype(int).tolist() for line in example]
                    for example in symbol.examples
                ],
            }
            for symbol in self.symbols
        ]
        record = {"format": _FORMAT, "version": _VERSION, "symbols": symbols}
        return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def from_json(cls, content: bytes) -> SymbolBook:
        """The book of a file's content.

        Raises:
            InputError: it is none, or of a later version.
        """
        try:
            record = json.loads(content)
            if record["format"] != _FORMAT:
                raise InputError("This file holds no symbols.")
            if record["version"] > _VERSION:
                raise InputError("These symbols were saved by a later version of Strokewise.")
            return _checked_book(record["symbols"])
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            if isinstance(error, InputError):
                raise
            raise InputError("This file holds no symbols, or is damaged.") from error


def normalised(strokes: Sequence[FloatArray]) -> Example:
    """Strokes moved and scaled so that their longer side is 1, centred in the unit square.

    Raises:
        InputError: there are none, or a point is not a number.
    """
    lines = [np.asarray(line, np.float64) for line in strokes if len(line)]
    box = bounds(lines)
    if box is None or not np.isfinite(box).all():
        raise InputError("A symbol needs at least one stroke.")
    low, high = np.array(box[:2]), np.array(box[2:])
    # A dot has no extent; it stays a dot in the middle.
    scale = max(float((high - low).max()), 1e-9)
    return tuple(_frozen((line - (low + high) / 2) / scale + 0.5) for line in lines)


def _checked_book(records: list[dict[str, Any]]) -> SymbolBook:
    book = SymbolBook()
    for record in records:
        name = _checked_name(record["name"])
        if name in book.names or not record["examples"]:
            raise ValueError(name)
        for example in record["examples"]:
            lines = [np.asarray(line, np.float64) / _UNIT for line in example]
            if not all(line.ndim == 2 and line.shape[1] == 2 for line in lines):
                raise ValueError(name)
            book = book.taught(name, lines)
    return book


def _checked_name(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise InputError("A symbol needs a name.")
    if len(name) > MAX_NAME_LENGTH:
        raise InputError(f"A symbol's name has at most {MAX_NAME_LENGTH} letters.")
    return name


def _frozen(array: FloatArray) -> FloatArray:
    array.setflags(write=False)
    return array
